"""Answers of the command line, worked out once more from the CSV files by data/RULES.md.

Written from the rules alone, standard library only, sharing nothing with the program but the data.
Prints one JSON object a line: {"args": [...], "answer": ...}. With --every N only each N-th question.

Usage: python3 answers.py DATA_FOLDER [--every N] [--only COMMAND]
"""

import csv
import json
import os
import sys
from functools import lru_cache

CLOSE = 1e-9
GROUPS = ["high", "high_average", "low_average", "low"]


def rows(name):
    with open(os.path.join(sys.argv[1], name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# --- the data -------------------------------------------------------------------------------------------------

SCORES = {}
for row in rows("papi_scores.csv"):
    SCORES[int(row["year"]), row["province_code"], row["subdimension"]] = float(row["score"])
YEARS = sorted({year for year, _, _ in SCORES})

UNITS = {"63": {}, "34": {}}
for row in rows("provinces.csv"):
    UNITS[row["set"]][row["code"]] = row

STRUCTURE = rows("papi_structure.csv")
DIMENSIONS = rows("papi_dimensions.csv")
BREAKS = [(row["item"], int(row["year"])) for row in rows("papi_breaks.csv")]
EXCEPTIONS = {
    (int(row["year"]), row["item"]): [int(row[group]) for group in GROUPS]
    for row in rows("papi_group_sizes.csv")
    if row["same_as_rule"] == "no"
}


def in_force(row, year):
    return int(row["valid_from_year"]) <= year and (not row["valid_to_year"] or year <= int(row["valid_to_year"]))


@lru_cache(None)
def structure(year):
    return sorted(row["subdimension"] for row in STRUCTURE if in_force(row, year))


@lru_cache(None)
def parts(year, item):
    if item == "total":
        return structure(year)
    return [code for code in structure(year) if code == item or code.split(".")[0] == item]


@lru_cache(None)
def dimensions(year):
    return sorted(row["dimension"] for row in DIMENSIONS if in_force(row, year))


def name_of(item, year):
    table, key = (STRUCTURE, "subdimension") if "." in item else (DIMENSIONS, "dimension")
    return next(row["name_vi"] for row in table if row[key] == item and in_force(row, year))


# --- rules 1, 2, 3, 7 -----------------------------------------------------------------------------------------


@lru_cache(None)
def own_parts(year, code, item):
    """The parts of one of the 63, or None when one is not published."""
    values = [SCORES.get((year, code, part)) for part in parts(year, item)]
    return None if not values or None in values else values


@lru_cache(None)
def unit_parts(units, year, code, item):
    """The same for a unit of either set: a merged one's are means of its members', weighted by population."""
    if units == "63":
        return own_parts(year, code, item)
    total, sums = 0.0, None
    for member in UNITS["34"][code]["members"].split():
        values = own_parts(year, member, item)
        if values is not None:
            weight = float(UNITS["63"][member]["population"])
            total += weight
            weighted = [weight * value for value in values]
            sums = weighted if sums is None else [a + b for a, b in zip(sums, weighted)]
    return None if sums is None else [value / total for value in sums]


def partial(year, code, item):
    members = UNITS["34"][code]["members"].split()
    scored = sum(own_parts(year, member, item) is not None for member in members)
    return 0 < scored < len(members)


@lru_cache(None)
def table(units, year, item):
    """Code -> (score, rank, group) of the ranked, and the scores from the highest."""
    scores = {}
    for code in UNITS[units]:
        values = unit_parts(units, year, code, item)
        if values is not None:
            scores[code] = sum(values)
    order = sorted(scores.values(), reverse=True)
    sizes = group_sizes(units, year, item, len(order))
    places = {}
    for code, score in scores.items():
        rank = 1 + sum(other > score + CLOSE for other in order)
        places[code] = (score, rank, group_at(rank, sizes) if "." not in item else None)
    return places, order


def group_sizes(units, year, item, ranked):
    if units == "63" and (year, item) in EXCEPTIONS:
        return EXCEPTIONS[year, item]
    quarter, left = divmod(ranked, 4)
    return [quarter + (left >= 2), quarter + (left >= 3), quarter, quarter + (left >= 1)]


def group_at(rank, sizes):
    last = 0
    for group, size in zip(GROUPS, sizes):
        last += size
        if rank <= last:
            return group
    return "low"


def missing(units, year, code, item):
    members = [code] if units == "63" else UNITS["34"][code]["members"].split()
    return [part for part in parts(year, item) if any((year, member, part) not in SCORES for member in members)]


def ranking(units, year, item):
    places, order = table(units, year, item)
    answer = []
    for code, unit in UNITS[units].items():
        score, rank, group = places.get(code, (None, None, None))
        row = {"province": code, "name": unit["name"], "score": score, "rank": rank, "of": len(order), "group": group}
        if rank is None:
            row["missing"] = missing(units, year, code, item)
        if units == "34":
            row["partial"] = partial(year, code, item)
        answer.append(row)
    return sorted(answer, key=lambda row: (row["rank"] is None, row["rank"] or 0, row["province"]))


# --- rule 4 ---------------------------------------------------------------------------------------------------


def comparable(item, before, now):
    return not any(broken == item and before < year <= now for broken, year in BREAKS)


def edition_before(year):
    earlier = [other for other in YEARS if other < year]
    return earlier[-1] if earlier else None


def place(units, year, code, item):
    places, order = table(units, year, item)
    score, rank, group = places.get(code, (None, None, None))
    found = {"score": score, "rank": rank, "of": len(order), "group": group, "change": change(units, year, code, item)}
    return found


def change(units, year, code, item):
    before = edition_before(year)
    if before is None:
        return None
    old, new = table(units, before, item)[0].get(code), table(units, year, item)[0].get(code)
    if old is None or new is None:
        return None
    return {"score": new[0] - old[0], "rank": old[1] - new[1], "comparable": comparable(item, before, year)}


def standing(units, year, code):
    contents = []
    for dimension in dimensions(year):
        subdimensions = []
        for part in parts(year, dimension):
            found = {"code": part, "name": name_of(part, year), **place(units, year, code, part)}
            del found["group"]
            subdimensions.append(found)
        found = {"dimension": dimension, "name": name_of(dimension, year), **place(units, year, code, dimension)}
        contents.append({**found, "subdimensions": subdimensions})
    province = {"code": code, "name": UNITS[units][code]["name"]}
    return {"province": province, "year": year, "total": place(units, year, code, "total"), "dimensions": contents}


# --- rule 5 ---------------------------------------------------------------------------------------------------


def at_place(order, n):
    """The n-th highest score; the lowest where fewer are ranked."""
    return order[min(max(n, 1), len(order)) - 1] if order else None


def judged(units, year, code, item, kind, value):
    places, order = table(units, year, item)
    score, rank, group = places.get(code, (None, None, None))
    required = {"score": None}
    if kind == "rank":
        required = {"rank": value, "score": at_place(order, value)}
    elif kind == "group":
        worst = GROUPS.index(value)
        required = {"score": min(s for s, _, g in places.values() if GROUPS.index(g) <= worst)}
    elif kind == "score":
        required = {"score": value}
    else:
        before = edition_before(year)
        old = table(units, before, item)[0].get(code) if before is not None else None
        if old is None:
            required = {"rank": None, "score": None}
        elif kind == "places":
            n = max(1, old[1] - value)
            required = {"rank": n, "score": at_place(order, n)}
        else:
            required = {"score": old[0] + value}
    known = score is not None and required["score"] is not None
    gap = score - required["score"] if known else None
    actual = {"rank": rank, "score": score, "group": group}
    met = gap >= -CLOSE if known else None
    return {"dimension": item, "required": required, "actual": actual, "gap": gap, "met": met}


def verdict(items):
    met = [item["met"] for item in items]
    return False if False in met else None if None in met else True


def target(kind, items):
    return {"kind": kind, "met": verdict(items), "items": items}


# --- rule 6 ---------------------------------------------------------------------------------------------------


@lru_cache(None)
def part_changes(units, before, now, code, item):
    codes = sorted(set(parts(before, item)) | set(parts(now, item)))
    old, new = unit_parts(units, before, code, item), unit_parts(units, now, code, item)
    if old is None or new is None:
        return None
    old, new = dict(zip(parts(before, item), old)), dict(zip(parts(now, item), new))
    return {part: new.get(part, 0.0) - old.get(part, 0.0) for part in codes}


@lru_cache(None)
def national(units, before, now, item):
    steady = [code for code in UNITS[units] if part_changes(units, before, now, code, item) is not None]
    if not steady:
        return None, {}
    codes = sorted(set(parts(before, item)) | set(parts(now, item)))
    means = {part: sum(part_changes(units, before, now, code, item)[part] for code in steady) / len(steady) for part in codes}
    old, new = table(units, before, item)[0], table(units, now, item)[0]
    return sum(new[code][0] - old[code][0] for code in steady) / len(steady), means


def less(own, nation):
    return None if own is None or nation is None else own - nation


def explain(units, before, now, code, item):
    old, new = table(units, before, item)[0], table(units, now, item)[0]
    own = part_changes(units, before, now, code, item)
    mean, means = national(units, before, now, item)
    answer = {
        "score_change": None, "rank_change": None, "national_change": mean, "relative_change": None,
        "overtaken_by": [], "overtook": [], "entered_above": [], "left_above": [],
        "rank_if_others_stood_still": None, "rank_if_only_others_moved": None,
    }
    answer["parts"] = [
        {
            "subdimension": part,
            "own_change": own and own[part],
            "national_change": means.get(part),
            "relative_change": less(own and own[part], means.get(part)),
            "comparable": part in structure(before) and part in structure(now) and comparable(part, before, now),
        }
        for part in sorted(set(parts(before, item)) | set(parts(now, item)))
    ]
    if own is None:
        return answer
    was, is_now = old[code][0], new[code][0]
    others = [other for other in UNITS[units] if other != code]
    ahead_then = {other: old[other][0] > was + CLOSE for other in others if other in old}
    ahead_now = {other: new[other][0] > is_now + CLOSE for other in others if other in new}
    answer["score_change"] = is_now - was
    answer["rank_change"] = old[code][1] - new[code][1]
    answer["relative_change"] = less(is_now - was, mean)
    both = [other for other in others if other in ahead_then and other in ahead_now]
    answer["overtaken_by"] = sorted(other for other in both if ahead_now[other] and not ahead_then[other])
    answer["overtook"] = sorted(other for other in both if ahead_then[other] and not ahead_now[other])
    answer["entered_above"] = sorted(o for o in others if ahead_now.get(o) and o not in ahead_then)
    answer["left_above"] = sorted(o for o in others if ahead_then.get(o) and o not in ahead_now)
    answer["rank_if_others_stood_still"] = 1 + sum(old[o][0] > is_now + CLOSE for o in others if o in old)
    answer["rank_if_only_others_moved"] = 1 + sum(new[o][0] > was + CLOSE for o in others if o in new)
    return answer


# --- the questions --------------------------------------------------------------------------------------------


def items(year):
    return ["total"] + dimensions(year) + structure(year)


def questions():
    for units in UNITS:
        for year in YEARS:
            asked = ["--year", str(year), "--units", units]
            for item in items(year):
                yield ["ranking", *asked, "--dimension", item], lambda u=units, y=year, i=item: ranking(u, y, i)
            for code in UNITS[units]:
                whose = ["--province", code, *asked]
                yield ["standing", *whose], lambda u=units, y=year, c=code: standing(u, y, c)
                yield from targets(units, year, code, whose)
                yield from explanations(units, year, code)


def targets(units, year, code, whose):
    def one(item, kind, value):
        named = "improve" if kind in ("places", "points") else kind
        return lambda: target(named, [judged(units, year, code, item, kind, value)])

    for item in items(year):
        asked = ["target", *whose, "--dimension", item]
        for n in (1, 20, 62):
            yield [*asked, "--rank", str(n)], one(item, "rank", n)
        for n in (1, 5, 70):
            yield [*asked, "--improve", str(n)], one(item, "places", n)
        yield [*asked, "--improve", "0.25", "--points"], one(item, "points", 0.25)
        score = {"total": 45.0}.get(item, 1.25 if "." in item else 5.5)
        yield [*asked, "--score", str(score)], one(item, "score", score)
        if "." not in item:
            for group in GROUPS:
                yield [*asked, "--group", group], one(item, "group", group)
    for group in GROUPS:
        def each(group=group):
            return [judged(units, year, code, item, "group", group) for item in dimensions(year)]

        yield ["target", *whose, "--group", group, "--each-dimension"], lambda each=each: target("group", each())
        joined = ["--if", f"each:group={group}", "--if", "rank=20"]
        first = lambda: judged(units, year, code, "total", "rank", 20)
        yield ["target", *whose, *joined], lambda each=each, first=first: target("joined", each() + [first()])


def explanations(units, now, code):
    for before in YEARS:
        if before < now:
            asked = ["explain", "--province", code, "--from", str(before), "--to", str(now), "--units", units]
            for item in items(now):
                if parts(before, item):
                    yield [*asked, "--dimension", item], lambda b=before, i=item: explain(units, b, now, code, i)


def option(name, default):
    return sys.argv[sys.argv.index(name) + 1] if name in sys.argv else default


def main():
    every, only = int(option("--every", 1)), option("--only", "")
    asked = (question for question in questions() if question[0][0].startswith(only))
    for number, (args, answer) in enumerate(asked):
        if number % every == 0:
            print(json.dumps({"args": args, "answer": answer()}, ensure_ascii=False))


main()
