# So sánh
compare-title = So sánh các tỉnh, PAPI { $year }
compare-too-few = Chọn từ hai đến sáu tỉnh, thành phố để so sánh.
compare-too-many = Mỗi lần so sánh được nhiều nhất { $most } tỉnh; dưới đây là { $most } tỉnh đầu.
compare-go = So sánh
compare-also = Hoặc xem ngay:
compare-with-region = tỉnh nhà với các tỉnh trong vùng
compare-with-predecessors = tỉnh hợp nhất với các tỉnh trước hợp nhất
compare-totals = Tổng điểm qua các năm
compare-chart = Tổng điểm qua các năm: { $names }
compare-ours = tỉnh nhà
compare-before = trước hợp nhất
compare-note = Số đậm là điểm cao nhất trong hàng; dưới điểm là thứ hạng trên số tỉnh có số liệu, và nhóm.
compare-save-as = Đặt tên cho nhóm tỉnh này
compare-save = Lưu nhóm
compare-groups = Nhóm đã lưu
compare-groups-note = Nhóm chỉ được giữ trong trình duyệt này, nhiều nhất mười nhóm.
compare-drop = Bỏ
