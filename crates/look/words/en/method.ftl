# Method and data
method-lead = How the index is built, the rules by which this site reckons, what is missing, and where to download everything.
method-contents = Contents
method-total = total

method-index = How the index is built
method-index-what = PAPI is the Viet Nam Provincial Governance and Public Administration Performance Index. It is made from a yearly survey of what citizens say about the work of local government at all levels.
method-index-sum = The unit of data is the score of a sub-dimension. A dimension is the sum of its sub-dimensions of that year. The total is the sum of the dimensions, unweighted. The site reckons with full precision; two decimals are for display only, never for ranking.
method-index-names = The set of dimensions changes with the years, and a code can change its meaning: 2.1 is poverty lists until 2017 and access to information from 2018. PAPI’s own material prints the scale of the total as 10–80.
method-index-caption = Dimensions, sub-dimensions and scales of
method-scale = Scale
method-structure-download = Download this table:

method-ranking = Ranking
method-ranking-who = A province is ranked on the total, a dimension or a sub-dimension when PAPI has published every sub-dimension of it for that province. A province without a total can still be ranked on a dimension. The denominator is always the number of provinces ranked, not of all provinces.
method-ranking-how = A rank is 1 plus the number of provinces with a higher score. Provinces with equal scores share a rank. Unranked provinces stand last and have no rank.

method-groups = The four groups
method-groups-papi = PAPI puts provinces into four groups by quartile: high, high average, low average and low. It does not publish how exactly it cuts. Sub-dimensions get no group here, because PAPI publishes none.
method-groups-rule = The site’s rule gives every group size that we found published, with one exception: each group takes a quarter of the ranked provinces; of those left over the first goes to the low group, the second to the high one, the third to the high-average one.
method-groups-caption = Provinces in each group, by how many are ranked
method-groups-of = Provinces ranked
method-groups-exception-row = total of 2022
method-groups-exception = The exception: for the total of 2022, published sources have 16 provinces in the high group and 14 in the low one, of 61; the site uses the published sizes. How the 31 between are split is our inference.

method-change = Change and comparability
method-change-what = Change is against the edition before. Change of rank is the old rank minus the new one, so positive is better. There is none when either edition does not rank the province.
method-change-breaks = Ranks may be compared across years, because all provinces are measured alike in a year. Scores may be compared only while the measurement stays the same. The table lists the years, and the items whose scores from that year on cannot be compared with earlier ones; each item stands for itself.
method-breaks-caption = Years from which scores cannot be compared with earlier ones
method-breaks-year = From
method-breaks-why = Why
method-breaks-published = Published
method-breaks-seen = Seen in the data
method-break-2016 = PAPI rebuilt dimensions 1, 3 and 5 and does not compare them with 2011–2015.
method-break-2018 = Dimensions 7 and 8 were added; sub-dimensions of 2 and 3 were added or replaced. PAPI advises against comparing the total of 2018 with earlier years.
method-break-2019 = Sub-dimension 8.3 was added, so the scales of 8.1 and 8.2 changed; 1.1 and 7.1 fell sharply across the country.
method-break-2020 = 8.3 fell sharply across the country and took the mean total down with it.
method-break-2021 = Sub-dimension 5.2 (construction permits) was dropped, so the scales within dimension 5 changed; 3.2 and 6.4 moved sharply across the country.
method-break-2022 = 1.1 rose sharply across the country; the total moved little and stays comparable.
method-change-seen = “Published”: PAPI announced it, or the structure itself changed. “Seen in the data”: the national mean of a sub-dimension moved in one year by at least 1.45 times the standard deviation between provinces, and we found no explanation in print; a dimension that holds such a part is listed too. The total is listed when such moves together shift its mean by more than a quarter of its standard deviation.

method-targets = Targets
method-targets-required = The program takes the required score from the edition itself: for a rank, the score of the province at that rank; for a group, the lowest score in the group; for places gained, the score standing at the place to be reached; for points gained, the old score plus the gain.
method-targets-verdict = The margin is the province’s score minus the required one; from 0 up the target is met. When the province is unranked, the verdict is “cannot tell”. With several conditions, one that is not met decides; failing that, one that cannot be judged leaves the whole untold.
method-targets-go = See the province’s targets

method-explain = Explaining a change
method-explain-parts = A province’s change is split by sub-dimension, and the parts add up to the whole exactly. A sub-dimension that only one of the years has counts as 0 in the other and is marked as not comparable. The national change is the mean over provinces ranked in both years; the relative change is the province’s minus the national one.
method-explain-others = A province overtook us if it stood behind before and stands ahead now; we overtook it if the reverse. The site also gives the rank if the others had kept their scores, and the rank if only the others had moved.
method-explain-go = See changes explained

method-terms = The terms of this page explained:

method-sure = Rank intervals
method-sure-what = PAPI does not ask every citizen but a sample. Had another sample been asked in the same year, each province would score a little differently, and the ranks would move too. A rank interval says from where to where a province's true rank may lie. Neighbours in the table are mostly less than a tenth of a point apart, much less than the error, so intervals are often very wide.
method-sure-read = To say it in a meeting: “We rank 21st; with the survey's error counted in, our true rank may be anything from 1 to 60, so even ten places up or down tell little.” Two provinces “cannot be told apart” when their difference lies within the error of that difference, which is larger than either province's own (1.4 times where the two are equal).
method-sure-how = Where PAPI's file carries standard errors, those are used; else the part of a score that is one year's alone as found in the editions (total: 1 point). A merged province's score is the mean of its former provinces by population, and the errors are combined with the same weights. Intervals follow Mogstad, Romano, Shaikh and Wilhelm (2024) and Klein, Wright and Wieczorek (2020).
method-sure-go = See the rank intervals

method-sample = Sample periods
method-sample-what = Surveyed places are kept for some years and then drawn anew. Within one period a province's results are much alike from year to year; when places are drawn anew, the new results resemble the old ones very little. So a great leap in just such a year may come from the sample and not from the work done.
method-sample-known = The renewals of 2015, 2018 and 2021 were seen in the data; PAPI has not published them by that name. When a new edition is imported, the program compares its likeness to the year before, and where it falls clearly it asks whoever is in charge and decides nothing itself. The program neither guesses nor names surveyed places.
method-sample-go = See what a sample period means for the outlook

method-outlook = Outlook
method-outlook-what = The outlook says what usually comes to a province with such results; it is no promise. It rests on the mean of the whole sample period more than on the last edition: a year of great gain is often partly luck, and the next falls back.
method-outlook-how = A province's result is taken as a sum of three parts: one that lasts, one of the sample period, one of the year alone. From these the program simulates the whole country 4,000 times at once and counts: how often the province is among the first 20, which rank is the middle one. The 80 per cent interval holds 80 of 100 simulations.
method-outlook-honest = Before believing it, see how outlooks did: for each past edition the program uses only what came before and compares with what came, beside two simple ways: keeping the last result, and taking every province alike.
method-outlook-go = See how outlooks did

method-chances = Chances and their words
method-chances-words = “27 in 100” means: of 100 provinces in such a place, about 27 reach it. From 85 on we say very likely, from 65 likely, up to 35 unlikely, up to 15 very unlikely; between, we cannot tell.
method-chances-base = Beside it stands the chance of any province (20 places for 63 provinces make 32 in 100). A province's own figure is worth telling only where it is far from that.
method-chances-cannot = “We cannot tell” is an answer. “Likely” and “unlikely” are used only where such outlooks took away at least a tenth of the error of going by the number of places. Across a renewal of the sample they did not, so only “very likely” and “very unlikely” are left there. Further than three years ahead they were never put to the test, so no word is used.
method-chances-go = See the outlook of the province

method-lift = Lift and stretch
method-lift-what = A lift is the points by which a province must do better than its own outlook, relative to the country, for the target to have the chosen chance (50 or 75 in 100): the smallest number that, added to its simulated results with every other province left as simulated, gives that chance.
method-lift-stretch = Stretch puts the lift beside history: “about 1 case in 8 did that well against its outlook”. Fewer than one in ten is called rarely seen; more than if every sub-dimension gained at once what the best tenth did is called never seen.
method-lift-spread = The lift is spread over sub-dimensions with the least sum of squared stretch: those that move much take more, and none is asked for more than the best tenth did. On the page one can try one's own spread.
method-lift-cause = History shows no cause: the page says what other provinces gained, not how many points a task will yield.
method-lift-go = See what a target would take

method-merged = Reckoned for the 34 provinces
method-merged-how = Editions up to 2024 surveyed the 63 provinces. For the 34 (from 1 July 2025), a province’s score is the mean of its former provinces’ scores, weighted by population in the census of 1 April 2019. Ranks and groups follow from that. This is the site’s own reckoning; PAPI does not publish it.
method-merged-partial = When only some of the former provinces have figures, the score is taken over those and marked “partial”. When none has, there is no score.

method-missing = What is missing
method-missing-why = A province has no total when PAPI did not publish all of its sub-dimensions in that edition. The site does not estimate what is missing.
method-missing-caption = Provinces without a rank on the total, by edition
method-missing-who = Province, and what is published
method-missing-all = nothing published
method-missing-some = { $n ->
    [0] no dimension complete
   *[other] only dimensions { $dimensions } complete
}
method-missing-zero = The official workbooks of 2022 and 2024 hold 0 in cells that were not published. No score can be 0, so the site reads them as not published.
method-missing-never = The figures that come with the site do not include weighted totals, confidence intervals, standard errors, figures of single indicators, or the pilots of 2009–2010.

method-editions = Editions and downloads
method-editions-what = CSV files hold every row. The JSON of sub-dimension scores comes in pages of 1,000 rows; the link to the next page is in the Link header of the answer.
method-editions-caption = Editions
method-editions-year = Survey year
method-editions-day = Published on
method-editions-undated = not known
method-editions-ranked = Provinces ranked
method-editions-figures = Sub-dimension scores
method-editions-totals = Totals, ranks, groups
method-editions-all = The sub-dimension scores of every edition in one file:

method-licence = Licence and attribution
method-licence-figures = PAPI figures are published for public use with attribution. When you use them, write: “PAPI (CECODES, VFF-CRT, RTA, UNDP), papi.org.vn”, with the survey year.
method-licence-others = Populations in the census of 1 April 2019 and codes of provinces are official statistics. Ranks, groups, margins and results for the 34 provinces are the site’s own reckoning; please say so when you quote them.
method-licence-program = The program, Nâng Hạng, is open source under the Apache-2.0 licence.
