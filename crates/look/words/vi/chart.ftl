# Chữ trong biểu đồ
chart-score = { $name }: { $score }
chart-score-and-rank = { $name }: { $score }, hạng { $rank }/{ $of }
chart-score-in-year = { $name }, năm { $year }: { $score }
chart-rank-in-year = { $name }, năm { $year }: hạng { $rank }/{ $of }
chart-break = Từ năm { $year } không so sánh được với các năm trước
chart-part = { $name }: { $own }
chart-part-beside-national = { $name }: { $own }; bình quân cả nước { $national }
chart-renewal = Từ năm { $year } mẫu khảo sát được thay: kết quả trước đó ít nói lên kết quả sau
chart-beside-mean = Năm { $year }: { $score } điểm so với bình quân cả nước
chart-rank-dot = 2 trong 100 khả năng: hạng { $rank }
chart-calibration = Khi nói khả năng { $given }%: xảy ra { $happened }% (trong { $count } lần)
chart-gain = { $name }: cần { $needed }
chart-gain-beside-others = { $name }: cần { $needed }; các tỉnh xuất phát tương tự: nửa số tỉnh đạt từ { $median }, một phần tư đạt từ { $upper }, một phần mười đạt từ { $best }
