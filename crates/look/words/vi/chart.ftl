# Chữ trong biểu đồ
chart-point = { $province }: { $score }
chart-rank = hạng { $n }
