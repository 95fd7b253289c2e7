# Sentences about changes; numbers come without sign, the sentence gives the direction
nation-moved = { $nation ->
    [up] the national mean rose by { $national }
    [down] the national mean fell by { $national }
   *[same] the national mean did not move
}
many-places = { $places ->
    [one] one place
   *[other] { $places } places
}
newly-ranked = { $entered ->
    [0] {""}
   *[other] {" "}and { $entered } that were not ranked before stand above it
}
change-up-up = From { $from } to { $to }, { $name } gained { $score } points and rose { many-places }, from { $before } to { $now }; { nation-moved }.
change-up-down = From { $from } to { $to }, { $name } gained { $score } points and yet fell { many-places }, from { $before } to { $now }, because others gained more: { $overtaken } provinces passed it{ newly-ranked }, and { nation-moved }.
change-up-same = From { $from } to { $to }, { $name } gained { $score } points and kept place { $now }; { nation-moved }.
change-down-up = From { $from } to { $to }, { $name } lost { $score } points and yet rose { many-places }, from { $before } to { $now }, because many others lost more: it passed { $overtook } provinces, and { nation-moved }.
change-down-down = From { $from } to { $to }, { $name } lost { $score } points and fell { many-places }, from { $before } to { $now }: { $overtaken } provinces passed it{ newly-ranked }; { nation-moved }.
change-down-same = From { $from } to { $to }, { $name } lost { $score } points and kept place { $now }; { nation-moved }.
change-same-up = From { $from } to { $to }, the score of { $name } hardly moved and it rose { many-places }, from { $before } to { $now }; { nation-moved }.
change-same-down = From { $from } to { $to }, the score of { $name } hardly moved and it fell { many-places }, from { $before } to { $now }; { nation-moved }.
change-same-same = From { $from } to { $to }, the score and the rank of { $name } hardly moved (place { $now }); { nation-moved }.
change-not-comparable = From { $from } to { $to }, { $name } went from place { $before } to { $now }. The measure changed between the two editions, so scores cannot be compared; ranks can.
change-unranked = The change of { $name } from { $from } to { $to } cannot be explained: it was not ranked in at least one of the two editions.

verdict-met = Met
verdict-not-met = Not met
verdict-not-yet = Not yet
verdict-cannot-tell = Cannot tell
finding-above = { $gap } points above what was required ({ $required }).
finding-below = { $gap } points short of what was required ({ $required }).
doubt-no-edition = There is no result for this edition yet.
doubt-unranked = The province is not ranked in this edition, since PAPI did not publish all of its figures.
doubt-no-base = The province has no result in the base year { $year } to compare with.
doubt-no-base-at-all = There is no edition before to compare with.
doubt-not-comparable = The measure changed after { $year }, so the scores of the two editions cannot be compared.

# A target in words
asks-from = from { $year } { $asks }
asks-and = {" "}and{" "}
asks-each = every dimension
asks-total = the total
asks-item = dimension { $item }
asks-year = { $year }
asks-before = the edition before
asks-rank = { $scope } at rank { $n } or better
asks-group = { $scope } in the { $n } group or better
asks-score = { $scope } at { $n } points or more
asks-places = { $scope } at least { $n } places better than in { $base }
asks-points = { $scope } at least { $n } points more than in { $base }
asks-better = { $scope } higher than in { $base }
asks-lift = each dimension that was in the two low groups or had fallen in { $base } has a higher score
judged-all = All { $all } dimensions reach it.
judged-short = { $short } of { $all } dimensions fall short: { $items }.
judged-unknown = { $unknown } of { $all } dimensions cannot be judged, for want of figures or because the measure changed.
