# Ngày tháng
date-long = { $weekday }, ngày { $day } tháng { $month } năm { $year }
date-moment = { $date }, { $hour }
weekday-1 = Thứ Hai
weekday-2 = Thứ Ba
weekday-3 = Thứ Tư
weekday-4 = Thứ Năm
weekday-5 = Thứ Sáu
weekday-6 = Thứ Bảy
weekday-7 = Chủ Nhật
month-1 = tháng 01
month-2 = tháng 02
month-3 = tháng 3
month-4 = tháng 4
month-5 = tháng 5
month-6 = tháng 6
month-7 = tháng 7
month-8 = tháng 8
month-9 = tháng 9
month-10 = tháng 10
month-11 = tháng 11
month-12 = tháng 12

# Nhóm điểm
group-high = Cao
group-high_average = Trung bình cao
group-low_average = Trung bình thấp
group-low = Thấp
group-high-short = C
group-high_average-short = TBC
group-low_average-short = TBT
group-low-short = T
