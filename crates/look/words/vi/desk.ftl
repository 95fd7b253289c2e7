# Khung của trang làm việc
page-progress = Cam kết và tiến độ
page-sign-in = Đăng nhập
page-account = Tài khoản
page-work = Việc của tôi
page-review = Thẩm định
page-board = Bảng theo dõi
page-plans = Kế hoạch
page-agencies = Cơ quan
page-calendar = Lịch báo cáo
page-people = Người dùng
page-audit = Nhật ký
desk-menu-label = Danh mục công việc
fault-forbidden = Không có quyền
fault-forbidden-sentence = Chức vụ hiện tại của đồng chí không được làm việc này.
fault-signed-out = Chưa đăng nhập
fault-signed-out-sentence = Trang này dành cho cán bộ đã đăng nhập; phiên làm việc có thể đã hết.
fault-signed-out-help = Mời đăng nhập rồi mở lại trang, hoặc đi tiếp từ đây:
