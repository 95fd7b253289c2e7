# Command line: estimate
cli-about-estimate = Estimate from a survey sample: means and totals, with their errors by its design
cli-example-estimate =
    nanghang estimate --data survey.csv --design design.toml --means q001,q002 --by province
    nanghang estimate --cases cases.json --data-dir-for-cases data
cli-arg-cases = File of cases, each with a design and what is estimated; the answer is JSON
cli-arg-cases_folder = Folder of the files that the cases name [default: that of the cases]
cli-arg-data = The survey's file, CSV with a heading
cli-arg-design = How it was sampled and weighted, TOML: ids, strata, weights, fpc, nest, lonely_psu, factors, [pps], [replication], [[weighting]]
cli-arg-means = Columns whose means are wanted, with commas between
cli-arg-totals = Columns whose totals are wanted, with commas between
cli-arg-domains = Columns that make domains, each estimated by itself
cli-arg-replicates = Errors from so many bootstrap samples instead of linearisation
cli-arg-draw_seed = Where the random numbers begin: the same seed gives the same answer [default: 1]
cli-arg-level = Confidence of the intervals [default: 0.95]

estimate-nothing-asked = Say what to estimate: --cases FILE, or --data FILE --design FILE with --means or --totals.
estimate-line = { $path }, line { $line }: { $reason }
estimate-unread-field = A design file has no such entry. ({ $detail })
estimate-unread-choice = The entry takes no such value. ({ $detail })
estimate-unread-value = The value is of the wrong type. ({ $detail })
estimate-unread-line = The line is not TOML. ({ $detail })
estimate-col-column = Column
estimate-col-estimate = Estimate
estimate-col-error = Error
estimate-col-from = From
estimate-col-to = To
estimate-col-cv = Error/estimate
estimate-note = { $people } rows, { $units } first-stage units in { $strata } strata; intervals of { $level } with degrees of freedom of each group (of the whole sample: { $df }).

estimate-fault-lonely_psu = A stratum has only one sampled unit, so nothing shows how its units differ; choose lonely_psu in the design file. ({ $detail })
estimate-fault-one_psu = The sample has only one first-stage unit, so no error can be estimated. ({ $detail })
estimate-fault-clusters_not_nested = The same unit stands in two strata; if unit names start again in every stratum, write nest = true. ({ $detail })
estimate-fault-missing_weights = A weight is missing. ({ $detail })
estimate-fault-missing_ids = A unit's identifier is missing. ({ $detail })
estimate-fault-missing_strata = A stratum is missing. ({ $detail })
estimate-fault-missing_fpc = A population size is missing. ({ $detail })
estimate-fault-negative_weights = A weight is below nought. ({ $detail })
estimate-fault-fpc_mixed = A column of population sizes mixes counts and fractions. ({ $detail })
estimate-fault-fpc_exceeded = The population of a stratum is smaller than its sample. ({ $detail })
estimate-fault-unknown_variable = The survey's file has no such column. ({ $detail })
estimate-fault-not_numeric = The column holds words where numbers are needed. ({ $detail })
estimate-fault-all_missing = Nobody answered this column. ({ $detail })
estimate-fault-calibration_failed = The weights cannot be brought to these totals. ({ $detail })
estimate-fault-ragged = A line of the file has more or fewer cells than its heading. ({ $detail })
estimate-fault-not_a_table = The file is not a table with a heading. ({ $detail })
estimate-fault-words = Column “{ $column }”, data row { $row }: “{ $value }” is no number. If people chose one of a list, name the column under factors in the design file.
estimate-fault-no-weight = The weights add up to 0, or to more than can be counted.
estimate-fault-other = This cannot be estimated. ({ $detail })
estimate-working = Working…
estimate-fault-unread = The data file cannot be read: it must be CSV or XLSX with a row of names and answers below it.
