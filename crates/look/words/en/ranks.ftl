# The page of rank intervals
page-ranks = Rank intervals
ranks-title = How sure the ranks of { $year } are
ranks-title-of = How sure the ranks of { $year } are: { $item }
ranks-lead = { $name } ranks { $rank } of { $of }. With the noise of the scores counted in, its true rank may be anything from { $best } to { $worst } ({ $coverage }% confidence).
ranks-unranked = { $name } is not ranked here in { $year }, so there is no rank interval.
ranks-alike = { $n ->
    [one] Pair by pair, one province cannot be told apart from { $name }: the difference lies within the error. The rank interval allows for all comparisons at once and is wider.
   *[other] Pair by pair, { $n } provinces cannot be told apart from { $name }: the differences lie within the error. The rank interval allows for all comparisons at once and is wider.
}
ranks-alike-list = Provinces that cannot be told apart from { $name }
ranks-first = Judging all at once, { $n } of { $of } provinces cannot be ruled out of the first { $tau }. The chance that { $name } truly belongs there is { $percent } in 100.
ranks-first-spread = Judging all at once, { $n } of { $of } provinces cannot be ruled out of the first { $tau }; the provinces differ by no more than the error, so no chance can be given for { $name } alone.
ranks-explained = PAPI scores come from a sample of citizens in some communes. Asked again in the same year with another sample, each province would score a little differently, and ranks would shift too. A rank interval says from where to where a province's true rank may lie. That two intervals overlap does not mean that two provinces are equal, only that the data do not say which is better.
ranks-chart = Rank intervals of the provinces
ranks-chart-caption = The dot is the published rank, the bar the interval of each province. In order of rank.
ranks-chart-described = { $n } provinces by rank; the narrowest interval spans { $narrow } places, the widest { $wide }.
ranks-told = { $name }: rank { $rank }, possibly { $best } to { $worst }
ranks-best = Best
ranks-worst = Worst
ranks-chance = Chance of the first { $tau } (in 100)
ranks-method = Method
ranks-method-marginal = For one province at a time
ranks-method-simultaneous = For all provinces at once
ranks-method-joint = For the whole ranking (simple, widest)
ranks-coverage = Confidence
ranks-tau = The first
ranks-pair-other = Second province
ranks-pair-told = { $one } beside { $other }: { $points } points; the error of this difference is { $error } points.
ranks-pair-sure = The difference exceeds the error: the two can be said to differ ({ $coverage }% confidence).
ranks-pair-unsure = The difference lies within the error: which is better cannot be said ({ $coverage }% confidence).
ranks-note-default = There is no error published by PAPI for this edition; the site uses { $error } points for all, the part of a score that is one year's alone as seen in the editions. Where imported data carry errors, those are used.
ranks-note-published = Standard errors come from the imported PAPI data. The interval printed in PAPI's workbooks spans 1.645 standard errors, a 90% interval, so the site uses the error and not the printed interval.
ranks-note-merged = A merged province's score is the mean of its former provinces that have figures, by population; the errors are combined with the same weights, so they are smaller than one province's.
ranks-note-method = “For one province at a time” holds for one province looked at alone; “for all at once” holds for every province together and is wider. The chance of the first places is taken from a distribution that pulls scores to the mean by the share of noise.
ranks-sources = Methods: Mogstad, Romano, Shaikh and Wilhelm (2024); Klein, Wright and Wieczorek (2020).
