# Words inside charts
chart-point = { $province }: { $score }
chart-rank = rank { $n }
