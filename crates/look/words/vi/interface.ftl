# Trang giao diện lập trình
interface-lead = Mọi số liệu của trang đều lấy được bằng chương trình, không cần tài khoản hay khóa truy cập.
interface-description = Bản mô tả OpenAPI 3.1, lập từ chính mã nguồn:
interface-common = Quy ước chung
interface-formats = Định dạng
interface-formats-text = JSON; thêm format=csv hoặc gửi Accept: text/csv để nhận CSV.
interface-pages = Chia trang
interface-pages-text = Danh sách JSON có 100 dòng mỗi trang, tối đa 1.000 dòng với per_page; chọn trang bằng page. Tiêu đề (header) Link của phản hồi có đường dẫn đến trang đầu, trang trước, trang sau và trang cuối. Tệp CSV không chia trang.
interface-errors = Lỗi
interface-errors-text = Theo RFC 9457 (application/problem+json): loại lỗi, câu giải thích và những tên gần nhất với tên đã hỏi. Mã 404 khi tên không tồn tại, mã 400 khi không đọc được câu hỏi.
interface-numbers = Con số
interface-numbers-text = Đủ độ chính xác, không làm tròn. Số liệu không công bố là null, không phải 0.
interface-cors = Trang khác
interface-cors-text = Mọi trang web đều đọc được (CORS), bằng GET hoặc HEAD.
interface-licence = Giấy phép
interface-licence-text = Khi dùng số liệu PAPI, xin ghi nguồn: PAPI (CECODES, VFF-CRT, RTA, UNDP), papi.org.vn. Chương trình theo giấy phép Apache-2.0.
interface-questions = Các câu hỏi
interface-example = Ví dụ:
interface-question-documents = Văn bản của kế hoạch và các mục tiêu đề ra
interface-question-editions = Các kỳ công bố
interface-question-figures = Điểm nội dung thành phần đã công bố
interface-question-provinces = Các tỉnh, thành phố theo 63 và 34 đơn vị
interface-question-explain = Vì sao điểm và hạng của tỉnh thay đổi
interface-question-standing = Vị thế của tỉnh ở từng nội dung
interface-question-target = Tỉnh có đạt mục tiêu không, chênh lệch bao nhiêu
interface-question-ranking = Xếp hạng các tỉnh
interface-question-outlook = Triển vọng của các tỉnh ở một kỳ sắp công bố
interface-question-ranks = Hạng đã công bố chắc chắn đến đâu
interface-question-whatif = Tỉnh cần tăng bao nhiêu để đạt mục tiêu
interface-question-structure = Các nội dung và nội dung thành phần của một năm
interface-parameter-province = Mã, đơn vị hoặc tên tỉnh
interface-parameter-year = Năm khảo sát
interface-parameter-units = Địa giới: 63 hoặc 34 tỉnh, thành
interface-parameter-dimension = total (tổng điểm, mặc định), nội dung (4) hoặc nội dung thành phần (4.2)
interface-parameter-from = Năm trước; nếu không ghi là kỳ liền trước năm sau
interface-parameter-to = Năm sau; nếu không ghi là kỳ mới nhất
interface-parameter-rank = Từ hạng này trở lên
interface-parameter-group = Từ nhóm này trở lên
interface-parameter-each-dimension = Xét từng nội dung của năm
interface-parameter-score = Từ số điểm này trở lên
interface-parameter-improve = Tăng ngần ấy bậc so với kỳ trước
interface-parameter-points = Mức tăng tính bằng điểm, không phải bậc
interface-parameter-if = Thêm điều kiện, như rank=20 hoặc 4:score=6.5; có thể ghi nhiều lần
interface-parameter-path = Lộ trình theo năm, như 2021 each:group=high_average; 2025 rank=20
