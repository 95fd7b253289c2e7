# Compare
compare-title = Provinces compared, PAPI { $year }
compare-too-few = Choose two to six provinces to compare.
compare-too-many = At most { $most } provinces can be compared at a time; these are the first { $most }.
compare-go = Compare
compare-also = Or see at once:
compare-with-region = ours with its region
compare-with-predecessors = the merged province with those before it
compare-totals = Totals over the years
compare-chart = Totals over the years: { $names }
compare-ours = ours
compare-before = before the merger
compare-note = Bold is the highest score of the row; below a score stand the rank among those with figures, and the group.
compare-save-as = Name this group of provinces
compare-save = Save group
compare-groups = Saved groups
compare-groups-note = Groups stay in this browser only, ten at most.
compare-drop = Drop
