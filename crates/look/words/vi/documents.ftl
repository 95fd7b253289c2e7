# Trang văn bản
documents-lead = Các văn bản chỉ đạo, triển khai nâng Chỉ số PAPI của tỉnh, theo thứ tự ban hành.
documents-none = Chưa có văn bản nào được nhập.
document-name = { $kind ->
    [resolution] Nghị quyết số { $sign }
    [decision] Quyết định số { $sign }
    [directive] Chỉ thị số { $sign }
    [conclusion] Kết luận số { $sign }
    [regulation] Quy định số { $sign }
    [programme] Chương trình số { $sign }
    [plan] Kế hoạch số { $sign }
    [scheme] Đề án số { $sign }
    [guidance] Hướng dẫn số { $sign }
    [notice] Thông báo số { $sign }
    [report] Báo cáo số { $sign }
    [submission] Tờ trình số { $sign }
    [minutes] Biên bản số { $sign }
    [letter] Công văn số { $sign }
    [telegram] Công điện số { $sign }
   *[other] Văn bản số { $sign }
}
document-kind = Loại văn bản
document-kind-resolution = Nghị quyết
document-kind-decision = Quyết định
document-kind-directive = Chỉ thị
document-kind-conclusion = Kết luận
document-kind-regulation = Quy định
document-kind-programme = Chương trình
document-kind-plan = Kế hoạch
document-kind-scheme = Đề án
document-kind-guidance = Hướng dẫn
document-kind-notice = Thông báo
document-kind-report = Báo cáo
document-kind-submission = Tờ trình
document-kind-minutes = Biên bản
document-kind-letter = Công văn
document-kind-telegram = Công điện
document-sign = Số, ký hiệu
document-issued = Ngày ban hành
document-issuer = Nơi ban hành
document-source = Nguồn
document-chain = Liên hệ với văn bản khác
document-carries-out = Thực hiện
document-carried-out-by = Được thực hiện bằng
document-targets = Mục tiêu
document-targets-none = Trang chưa ghi mục tiêu nào của văn bản này.
document-targets-go = Xem kết quả thực hiện các mục tiêu
document-target-years = các kỳ khảo sát từ năm { $first } đến năm { $last }
document-target-year = kỳ khảo sát năm { $last }
document-annex = Phụ lục kèm theo Kế hoạch không được công bố; trang chỉ có các nội dung nêu trên.
document-amends = Sửa đổi, bổ sung
document-replaces = Thay thế
document-owed = Kế hoạch riêng của các cơ quan
document-owed-until = hạn ban hành
document-owed-issued = đã ban hành
document-owed-missing = chưa ban hành
document-owed-ended = đã kết thúc hoạt động khi chưa ban hành
document-late = trễ { $days } ngày
