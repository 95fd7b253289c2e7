# Words inside charts
chart-score = { $name }: { $score }
chart-score-and-rank = { $name }: { $score }, rank { $rank } of { $of }
chart-score-in-year = { $name }, { $year }: { $score }
chart-rank-in-year = { $name }, { $year }: rank { $rank } of { $of }
chart-break = Not comparable with earlier years from { $year } on
chart-part = { $name }: { $own }
chart-part-beside-national = { $name }: { $own }; national mean { $national }
