# Words inside charts
chart-score = { $name }: { $score }
chart-score-and-rank = { $name }: { $score }, rank { $rank } of { $of }
chart-score-in-year = { $name }, { $year }: { $score }
chart-rank-in-year = { $name }, { $year }: rank { $rank } of { $of }
chart-break = Not comparable with earlier years from { $year } on
chart-part = { $name }: { $own }
chart-part-beside-national = { $name }: { $own }; national mean { $national }
chart-renewal = The sample was renewed in { $year }: results before it say little of those after
chart-beside-mean = { $year }: { $score } points beside the national mean
chart-rank-dot = 2 chances in 100: rank { $rank }
chart-calibration = Given a chance of { $given }%: happened { $happened }% of the time ({ $count } cases)
chart-gain = { $name }: needs { $needed }
chart-gain-beside-others = { $name }: needs { $needed }; of provinces that started alike half gained at least { $median }, a quarter { $upper }, a tenth { $best }
