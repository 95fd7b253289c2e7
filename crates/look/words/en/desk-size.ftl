# The size of a survey of one's own
page-sample-size = Sample size
size-lead = How many people must a survey of the province's own ask? It is reckoned from what is to be seen: a change between two rounds, or a share within a margin, in each area. The page's address keeps the question, so that it can be sent on.
size-each = Each area needs { $answers } answers in each round, from { $clusters } villages or neighbourhoods ({ $take } people in each); about { $asked } people must be visited.
size-each-singly = Each area needs { $answers } answers in each round from people drawn one by one; about { $asked } people must be visited.
size-whole = Areas: { $domains }; rounds: { $rounds }. Together { $answers } answers; about { $asked } people must be visited.
size-margin = { $measure ->
    [mean] The mean of each area is then known within ±{ $margin }
   *[share] The share of each area is then known within ±{ $margin } points
} ({ $confidence } confidence).
size-change = If there really is a change of { $by }{ $measure ->
    [mean] {""}
   *[share] {" points"}
}, about { $power } of 100 such surveys will see it. In each round { $measure ->
    [mean] the mean of each area is known within ±{ $margin }
   *[share] the share of each area is known within ±{ $margin } points
} ({ $confidence } confidence).
size-cost = Estimated cost: { $cost }.
size-cheapest = At those costs, asking about { $take } people in each place is cheapest.
size-effect = People of one place are alike, so { $times } times as many must be asked as if they were drawn one by one (when { $simple } would do).
size-one-cluster = Each area needs at least two places for an error to be reckoned; ask fewer people in each.
size-too-few = An area has only { $people } people: even visiting all of them may not bring enough answers.
size-by-chance = With { $domains } areas, even where nothing changed about { $count } of them will on average look changed by chance alone. Choose “for all at once” to avoid that.
size-silent = Visiting more people makes up for the number of those who do not answer, but not for their thinking differently.
size-table = People and places
size-row-answers = Answers, each area and round
size-row-clusters = Places, each area and round
size-row-asked = People to visit, each area and round
size-row-all-answers = Answers, all
size-row-all-clusters = Places, all
size-row-all-asked = People to visit, all
size-ask = The question
size-aim = To be seen
size-aim-change = A change between two rounds
size-aim-margin = A share in one round
size-field-by = Change or margin (percentage points)
size-field-share = Share expected (%)
size-field-domains = Areas (former districts, communes…)
size-field-take = People asked in each place
size-field-likeness = Likeness within a place (0–1)
size-field-response = Share who answer (%)
size-field-population = People of an area (where few)
size-field-confidence = Confidence (%)
size-field-power = Chance of seeing it (%)
size-field-overlap = Share asked again in the next round (%)
size-field-correlation = Correlation of the two answers (0–1)
size-field-cluster-cost = Cost of a place
size-field-interview-cost = Cost of a person
size-at-once = Confidence holds
size-at-once-no = for each area
size-at-once-yes = for all at once
size-more = More choices: confidence, asking again, cost
size-go = Reckon
size-how = How it is reckoned
size-how-effect = It begins with people drawn one by one; multiplies by the design effect 1 + (people in a place − 1) × likeness; takes fewer where an area has few people; then rounds up to whole places and divides by the share who answer.
size-how-likeness = The likeness (intra-class correlation) of questions on public services is mostly 0.02 to 0.10; where there has been a round, take it from there. If the share is not known, enter 50: that takes the most people.
size-sources = Formulas: Cochran (1977), Kish (1965), Lohr (2019).
size-wrong-unread = A field cannot be read: each takes a number, such as 0.05.
size-wrong-measure = The share must be above 0 and below 100; a standard deviation above 0.
size-wrong-aim = The change or margin must be above 0, and the share with it must stay between 0 and 100.
size-wrong-power = The chance of seeing it must be above 50 and below 100 per cent.
size-wrong-overlap = The share asked again is from 0 to 100 per cent; the correlation from 0 to below 1.
size-wrong-confidence = Confidence must be above 50 and below 100 per cent.
size-wrong-domains = Areas are a whole number from 1 to 100,000.
size-wrong-cluster = People in a place are a whole number from 1 to 10,000; likeness is from 0 to below 1.
size-wrong-response = The share who answer must be above 0 and at most 100 per cent.
size-wrong-population = An area's people are a whole number of at least 2.
size-wrong-cost = Costs are not below 0, and a person costs more than 0.
size-wrong-too_many = More than a thousand million answers in each area: ask for less to be seen.
cli-about-sample-size = How many people a survey must ask: to see a change, or for a margin of error
cli-example-sample-size =
    nanghang sample-size --domains 10 --change 5 --per-cluster 15 --icc 0.05 --response 0.8
    nanghang sample-size --margin 3 --share 40 --population 60000 --format json
cli-arg-size_domains = Areas, each of which must do by itself [default: 1]
cli-arg-size_change = The change to be seen between two rounds, percentage points (with --sd in the mean's unit)
cli-arg-size_margin = The margin of one round, percentage points (with --sd in the mean's unit)
cli-arg-size_share = The share expected, per cent [default: 50]
cli-arg-size_sd = Measure a mean with this standard deviation, not a share
cli-arg-size_confidence = Confidence, from 0.5 to 1 [default: 0.95]
cli-arg-size_power = The chance of seeing the change, from 0.5 to 1 [default: 0.8]
cli-arg-size_at_once = Confidence for all areas at once (Bonferroni)
cli-arg-size_take = People asked in each place (village, neighbourhood) [default: 1]
cli-arg-size_likeness = How alike people of one place are (intra-class correlation), from 0 to below 1 [default: 0.05]
cli-arg-size_response = The share who answer, from 0 to 1 [default: 1]
cli-arg-size_population = People of an area, where few
cli-arg-size_overlap = The share asked again in the next round, from 0 to 1 [default: 0]
cli-arg-size_correlation = Correlation of the two answers of those asked again, from 0 to below 1 [default: 0]
cli-arg-size_cluster_cost = Cost of a place
cli-arg-size_interview_cost = Cost of an answer
