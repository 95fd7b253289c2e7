# The page that explains a change
explain-title = What moved { $name }, { $from }–{ $to }
explain-years-out-of-order = The first year must come before the second. Please choose the two years again.
explain-nothing = The province has no figures in both years within the chosen boundaries. Please choose again.
explain-from = From
explain-to = To
explain-year = { $year }
explain-why-rank = The province, or the others?
explain-noise-beyond = Against the national mean the score changed by { $change }: more than scores usually swing between two editions (±{ $reach } points, { $coverage }% confidence), so there is ground to say that the province has really moved.
explain-noise-within = Against the national mean the score changed by { $change }: no more than scores usually swing between two editions (±{ $reach } points, { $coverage }% confidence), so there is not enough ground to say that the province has got better or worse.
explain-noise-renewed = Between the two editions the surveyed places were drawn anew, so scores swing more.
explain-noise-unknown = Between the two editions the surveyed places were drawn anew. How far that alone moves this content has not been measured, so nobody can say whether the change is real or comes from the places.
explain-others-stood-still = Had all others kept their scores, the new score would have put the province in place { $rank } (in fact: { $now }).
explain-only-others-moved = Had the province kept its old score while the others moved as they did, it would be in place { $rank } (in fact: { $now }).
explain-no-supposition = The ranks that might have been cannot be worked out: the province is not ranked in the later year.
explain-parts = What each sub-dimension contributed
explain-chart-caption = The arrow is the province's gain or loss; the short line is the mean change of the country; what is hatched cannot be compared between the two editions.
explain-table = The figures
explain-part = Sub-dimension
explain-national = Nation
explain-relative = Against nation
explain-sum = Sum
explain-not-comparable = not comparable
explain-overtaken-by = { $n ->
    [one] One province passed it
   *[other] { $n } provinces passed it
}
explain-overtook = { $n ->
    [one] It passed one province
   *[other] It passed { $n } provinces
}
explain-entered-above = { $n ->
    [one] One province, unranked before, now stands above
   *[other] { $n } provinces, unranked before, now stand above
}
explain-left-above = { $n ->
    [one] One province stood above and is now unranked
   *[other] { $n } provinces stood above and are now unranked
}
explain-ranks-note = The numbers beside a province are its rank before → its rank now.
explain-no-supposition-across = The measure changed between the two editions, so where the province would have stood had only one side moved cannot be judged.
