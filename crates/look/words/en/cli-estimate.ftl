# Command line: estimate
cli-about-estimate = Estimate from a survey sample: means, totals, proportions, with their errors by its design
cli-example-estimate = nanghang estimate --cases cases.json --data-dir-for-cases data --format json
cli-arg-cases = File of cases, each with a design and what is estimated
cli-arg-cases_folder = Folder of the files that the cases name [default: that of the cases]
