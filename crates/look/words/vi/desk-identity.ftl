# Đăng nhập qua hệ thống định danh của tỉnh
identity-go = Đăng nhập qua hệ thống định danh của tỉnh
identity-or = hoặc bằng mật khẩu
identity-away = Hệ thống định danh hiện không trả lời. Mời đồng chí thử lại sau, hoặc đăng nhập bằng mật khẩu.
identity-over = Lần đăng nhập này đã quá lâu hoặc không bắt đầu từ trình duyệt này. Mời đồng chí đăng nhập lại.
identity-refused = Hệ thống định danh không xác nhận lần đăng nhập này. Mời đồng chí thử lại, hoặc đăng nhập bằng mật khẩu.
identity-stranger = Hệ thống định danh đã xác nhận đồng chí với mã “{ $subject }”, nhưng mã này chưa được gắn với tài khoản nào ở đây. Đề nghị gửi mã cho quản trị viên của cơ quan để được gắn.
people-tie = Đăng nhập qua hệ thống định danh
people-tie-lead = Mã của người này ở hệ thống định danh của tỉnh. Để trống thì người này chỉ đăng nhập bằng mật khẩu.
people-subject = Mã định danh
people-why-subject = Mã định danh có tối đa 255 ký tự, không xuống dòng.
people-why-others-subject = Mã định danh này đã gắn với tài khoản { $account }.
work-identity-part = Hệ thống định danh cần đủ NANGHANG_OIDC_ISSUER, NANGHANG_OIDC_CLIENT_ID và NANGHANG_OIDC_CLIENT_SECRET.
work-identity-origin = Hệ thống định danh cần --origin: địa chỉ để người dùng quay về.
work-identity-unfit = Không dùng được hệ thống định danh: { $reason }
