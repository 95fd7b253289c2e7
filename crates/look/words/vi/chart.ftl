# Chữ trong biểu đồ
chart-score = { $name }: { $score }
chart-score-and-rank = { $name }: { $score }, hạng { $rank }/{ $of }
chart-score-in-year = { $name }, năm { $year }: { $score }
chart-rank-in-year = { $name }, năm { $year }: hạng { $rank }/{ $of }
chart-break = Từ năm { $year } không so sánh được với các năm trước
chart-part = { $name }: { $own }
chart-part-beside-national = { $name }: { $own }; bình quân cả nước { $national }
