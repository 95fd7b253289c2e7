# The ranking page
ranking-title = PAPI { $year } ranking: { $item }
own-standing = { $name } stands { $rank } of { $of } with { $score } points, in the { $group } group.
own-standing-without-group = { $name } stands { $rank } of { $of } with { $score } points.
own-unranked = { $name } is not ranked: PAPI did not publish all of its figures this year.
strip-caption = Each dot is a province; this site’s own is marked.
column-rank = Rank
column-name = Province
column-score = Score
column-change = Change of rank
column-group = Group
map-title = Tile map by group
map-caption = Each tile is a province, placed roughly where it lies. The Hoàng Sa (Paracel) archipelago belongs to Đà Nẵng, the Trường Sa (Spratly) archipelago to Khánh Hòa.
strip-described = Highest: { $first } with { $highest }; lowest: { $last } with { $lowest }; mean { $mean }.
tile-ranked = { $name }: { $score } points, rank { $rank } of { $of }
tile-unranked = { $name }: not published
