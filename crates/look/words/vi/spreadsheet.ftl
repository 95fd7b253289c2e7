# Tệp bảng tính: tên cột
sheet-code = Mã số
sheet-agency-code = Mã cơ quan
sheet-department-code = Mã sở phụ trách
sheet-promised = Gia hạn đến
sheet-days-late = Số ngày chậm
sheet-extended = Số lần kéo dài
sheet-settled = Trả lời ngày
sheet-reopened = Số lần mở lại
sheet-event = Văn bản, việc phải công khai
sheet-event-day = Ngày ban hành
sheet-address = Địa chỉ
sheet-ground = Căn cứ
sheet-within-days = Phải cập nhật trong (ngày)
sheet-shown = Xem ở đâu, đã làm gì
sheet-hidden = Vì sao không hiện
sheet-closed = Kết thúc ngày
