# Trang giới thiệu
about-lead = Nâng Hạng cho biết { $name } đứng ở đâu trong Chỉ số PAPI, đã đạt mục tiêu đề ra hay chưa, điều gì làm thay đổi kết quả và cần bao nhiêu điểm thì đạt.
about-editions = Trang có kết quả PAPI đã công bố của mọi tỉnh, từ năm { $first } đến năm { $last }.
about-not-papi = Đây không phải trang của PAPI; kết quả gốc được công bố tại papi.org.vn.
about-demo = Đây là bản trình diễn: kết quả PAPI là số liệu thật đã công bố; trang không do cơ quan nào của tỉnh vận hành và không phải trang thông tin chính thức.
about-readers = Dành cho ai
about-readers-text = Trước hết dành cho lãnh đạo và cán bộ của tỉnh theo dõi kế hoạch nâng Chỉ số PAPI. Người dân, nhà báo và người nghiên cứu đọc cùng những trang, cùng những con số ấy.
about-readers-more = Mỗi con số đều có nguồn và mẫu số. Số liệu không công bố thì ghi là không công bố, không ghi là 0. Mục tiêu đạt hay không đạt do chương trình tính, không ai nhập tay.
about-program = Phần mềm nguồn mở
about-program-text = Nâng Hạng là phần mềm nguồn mở, giấy phép Apache-2.0: một chương trình duy nhất, số liệu nằm sẵn bên trong.
about-program-more = Các trang đọc được mà không cần bật JavaScript. Chương trình không tải phông chữ, ảnh hay mã của bên thứ ba.
about-privacy = Quyền riêng tư
about-privacy-text = Xem trang không cần tài khoản. Trang không theo dõi người đọc, không dùng công cụ đo lượt xem của bên thứ ba và không hỏi dữ liệu cá nhân ở các trang công khai.
about-privacy-more = Trang chỉ đặt một cookie, khi người đọc chọn cỡ chữ, màu chữ hoặc tương phản. Cookie ghi các lựa chọn ấy, không ghi người đọc là ai.
about-accessibility = Khả năng tiếp cận
about-accessibility-text = Trang được xây dựng với mục tiêu đáp ứng hướng dẫn WCAG 2.2 mức AA: dùng được bằng bàn phím và trình đọc màn hình, phóng to được, có cỡ chữ và tương phản để chọn; mỗi biểu đồ có tên và mô tả; không thông tin nào chỉ thể hiện bằng màu sắc.
about-accessibility-more = Nếu có chỗ nào khó đọc hoặc không dùng được, xin báo cho đơn vị chịu trách nhiệm nêu dưới đây, kèm địa chỉ trang và thiết bị đang dùng.
about-imprint = Đơn vị chịu trách nhiệm
