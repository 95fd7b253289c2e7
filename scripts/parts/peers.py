#!/usr/bin/env python3
"""What others take for the same survey: means of q001…q120 by province with linearised errors, whole process.

    peers.py numpy FILE    one pass over the columns with numpy, the file read by polars
    peers.py svy FILE      the package svy

Prints the sum of all estimates and of all standard errors, so that one sees that all did the same.
"""
import sys


def columns(path):
    import polars
    return polars.read_csv(path)


def by_numpy(path):
    import numpy as np
    data = columns(path)
    weight = data["w"].to_numpy()
    province = data["province"].to_numpy()
    _, unit = np.unique(data["psu"].to_numpy(), return_inverse=True)
    stratum = np.zeros(unit.max() + 1, dtype=int)
    stratum[unit] = data["stratum"].to_numpy()
    provinces, units = province.max() + 1, len(stratum)
    cell = unit * provinces + province
    here = np.unique(cell)
    count = np.bincount(stratum)
    factor = count / (count - 1.0)
    estimates = errors = 0.0
    for at in range(1, 121):
        answer = data[f"q{at:03}"].to_numpy().astype(float)
        there = ~np.isnan(answer)
        w, y = np.where(there, weight, 0.0), np.where(there, answer, 0.0)
        total = np.bincount(province, w, provinces)
        mean = np.bincount(province, w * y, provinces) / total
        z = np.bincount(cell, w * (y - mean[province]) / total[province], units * provinces)[here]
        where, of = here % provinces, stratum[here // provinces]
        key = of * provinces + where
        strata = len(count)
        sums = np.bincount(key, z, strata * provinces).reshape(strata, provinces)
        squares = np.bincount(key, z * z, strata * provinces).reshape(strata, provinces)
        variance = (factor[:, None] * (squares - sums**2 / count[:, None])).sum(axis=0)
        estimates += mean.sum()
        errors += np.sqrt(variance).sum()
    return estimates, errors


def by_svy(path):
    import svy
    sample = svy.Sample(columns(path), svy.Design(stratum="stratum", psu="psu", wgt="w"))
    asked = [f"q{at:03}" for at in range(1, 121)]
    given = sample.estimation.mean(asked, by="province", drop_nulls=True)
    cells = [cell for one in given for cell in one.estimates]
    return sum(cell.est for cell in cells), sum(cell.se for cell in cells)


if __name__ == "__main__":
    print(*({"numpy": by_numpy, "svy": by_svy}[sys.argv[1]](sys.argv[2])))
