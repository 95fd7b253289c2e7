# Trang văn bản
documents-lead = Các văn bản chỉ đạo, triển khai nâng Chỉ số PAPI của tỉnh, theo thứ tự ban hành.
documents-none = Chưa có văn bản nào được nhập.
document-name = { $kind ->
    [plan] Kế hoạch số { $sign }
    [conclusion] Kết luận số { $sign }
   *[other] Văn bản số { $sign }
}
document-kind = Loại văn bản
document-kind-plan = Kế hoạch
document-kind-conclusion = Kết luận
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
