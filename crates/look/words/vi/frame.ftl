# Khung của mọi trang
page-home = Trang chủ
page-ranking = Xếp hạng
page-provinces = Các tỉnh, thành phố
page-compare = So sánh
page-explain = Giải thích thay đổi
page-targets = Mục tiêu
page-method = Phương pháp và dữ liệu
page-about = Giới thiệu
page-search = Tìm kiếm
page-choices = Tùy chọn hiển thị
page-documents = Văn bản
page-interface = Giao diện lập trình (API)

language-name = Tiếng Việt
skip-to-content = Đến nội dung chính
brand-line = Chỉ số PAPI của
menu-disclosures = Công khai
menu-results = Kết quả PAPI
menu-plan = Kế hoạch
menu-work = Việc của tôi
menu-inform = Thông tin
menu-listen = Lắng nghe
menu-measure = Khảo sát
menu-office = Cơ quan, nhật ký
menu-label = Danh mục chính
crumbs-label = Vị trí trang
search-label = Tìm trên trang
search-hint = Tìm tin, việc, xã, tỉnh…
search-go = Tìm

choices-open = Cỡ chữ, màu chữ
choices-lead = Các tùy chọn được giữ trên thiết bị này, không cần tài khoản.
choices-size = Cỡ chữ
choices-colours = Màu chữ
choices-contrast = Tương phản
choice-size-0 = A
choice-size-1 = A+
choice-size-2 = A++
choice-system = Theo thiết bị
choice-light = Nền sáng
choice-dark = Nền tối
choice-usual = Thường
choice-strong = Tăng

demo-day = ngày của bản trình diễn
demo-banner = Bản trình diễn: kết quả PAPI là số liệu thật đã công bố; đây không phải trang thông tin chính thức của tỉnh.
imprint = Chịu trách nhiệm nội dung:
imprint-demo = chưa có – đây là bản trình diễn, không do cơ quan nào của tỉnh vận hành.
imprint-missing = đơn vị vận hành chưa khai báo (cấu hình NANGHANG_IMPRINT).

source-papi = Nguồn: PAPI (CECODES, VFF-CRT, RTA, UNDP), papi.org.vn.
source-edition = Năm khảo sát { $year }, công bố ngày { $day }.
source-edition-undated = Năm khảo sát { $year }, chưa rõ ngày công bố.
source-imported = Có số liệu nhập từ tệp { $file }, ngày { $day }.
source-of = Xếp hạng trên { $of } tỉnh có đủ số liệu trong { $all } tỉnh.

download = Tải số liệu:
unpublished = không công bố

# Trang lỗi
fault-missing = Không tìm thấy trang
fault-missing-sentence = Địa chỉ này không có trên trang.
fault-missing-help = Có thể địa chỉ đã gõ nhầm hoặc trang đã chuyển đi. Mời tìm lại hoặc đi tiếp từ đây:
fault-unknown = Không có mục được hỏi
fault-no-region = Không có vùng “{ $written }”. Các vùng: { $regions }.
fault-unreadable = Không đọc được câu hỏi
fault-unreadable-sentence = Phần sau dấu hỏi của địa chỉ không đọc được, chẳng hạn vì một mục được ghi hai lần.
fault-unknown-help = Mời chọn lại, hoặc đi tiếp từ đây:
fault-nearest = Có thể ông, bà muốn tìm:
fault-broken = Trang đang gặp lỗi
fault-broken-sentence = Máy chủ gặp lỗi khi lập trang này. Lỗi đã được ghi lại.
fault-broken-help = Mời thử lại sau ít phút, hoặc đi tiếp từ đây:

# Vùng
region-all = Cả nước
region-trung-du-va-mien-nui-phia-bac = Trung du và miền núi phía Bắc
region-dong-bang-song-hong = Đồng bằng sông Hồng
region-bac-trung-bo-va-duyen-hai-mien-trung = Bắc Trung Bộ và Duyên hải miền Trung
region-bac-trung-bo = Bắc Trung Bộ
region-duyen-hai-nam-trung-bo-va-tay-nguyen = Duyên hải Nam Trung Bộ và Tây Nguyên
region-tay-nguyen = Tây Nguyên
region-dong-nam-bo = Đông Nam Bộ
region-dong-bang-song-cuu-long = Đồng bằng sông Cửu Long

units-63 = 63 tỉnh, thành (đến 30/6/2025)
units-34 = 34 tỉnh, thành (từ 1/7/2025)
units-34-note = Điểm của tỉnh hợp nhất là trung bình điểm các tỉnh trước hợp nhất, quyền số là dân số theo Tổng điều tra 1/4/2019; đây là phép tính của trang, PAPI không công bố.
partial = một phần
partial-title = Chỉ một số tỉnh trước hợp nhất có số liệu

total-score = Tổng điểm
ask-year = Năm
ask-item = Nội dung
ask-units = Địa giới
ask-region = Vùng
ask-province = Tỉnh, thành phố
ask-show = Xem
visits = Số lượt truy cập đến hết hôm qua:
visits-since = tính từ
