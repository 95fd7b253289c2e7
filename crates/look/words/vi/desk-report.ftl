# Việc của tôi
work-no-reports = Chức vụ của đồng chí không có nhiệm vụ phải báo cáo.
work-empty = Cơ quan hiện không có nhiệm vụ nào phải báo cáo.
work-returned = Bị trả lại
work-late-lot = Trễ hạn
work-soon = Sắp đến hạn
work-waiting = Chờ thẩm định
work-later = Chưa đến hạn
work-done = Mới hoàn thành
work-late = trễ { $n } ngày
work-draft = bản nháp

# Nhiệm vụ được giao và báo cáo
report-title = Nhiệm vụ { $code }, { $period }
report-about = Về nhiệm vụ này
report-more = Khó khăn, vướng mắc; đề xuất, kiến nghị (nếu có)
report-period = Kỳ báo cáo
report-due = Hạn báo cáo
report-due-first = hạn ban đầu
report-state = Tình trạng
report-agency = Cơ quan thực hiện
report-outside = ngành dọc, không thuộc tỉnh
report-done-when = Tính là hoàn thành khi
report-product = Sản phẩm
report-plan = Thuộc kế hoạch
report-joined = Sau sáp nhập, nhiệm vụ này được báo cáo chung với nhiệm vụ cùng kỳ của cơ quan kế thừa.
report-cancelled = Nhiệm vụ này đã dừng thực hiện.
report-form = Báo cáo kết quả
report-on-behalf = Đồng chí đang báo cáo thay cho cơ quan không thuộc tỉnh; báo cáo sẽ được ghi rõ như vậy.
report-returned-because = Báo cáo bị trả lại:
report-before = Kỳ trước:
report-reuse = Dùng lại nội dung kỳ trước
report-value = Kết quả
report-done = Việc đã làm
report-hindered = Khó khăn, vướng mắc
report-proposed = Đề xuất, kiến nghị
report-evidence = Minh chứng
report-keep = Giữ
report-links = Đường dẫn (mỗi dòng một đường dẫn)
report-files = Ảnh hoặc tệp PDF, Word, Excel
report-limits = Mỗi tệp không quá { $each } MB; mỗi báo cáo không quá { $files } tệp và { $total } MB. Vị trí chụp trong ảnh được xóa.
report-send = Gửi báo cáo
report-save = Lưu nháp
report-correct = Đính chính báo cáo đã được chấp nhận
report-add = Bổ sung minh chứng
report-add-lead = Báo cáo đã gửi; ảnh hoặc tệp chưa gửi được có thể bổ sung trong khi chờ thẩm định.
report-add-go = Gửi minh chứng
report-history = Các báo cáo đã gửi
report-none = Chưa có báo cáo nào.
report-number = Báo cáo số
report-corrects = đính chính
report-mark-on-behalf = báo cáo thay
report-reason = Lý do:
report-no-evidence = Không kèm minh chứng.
report-see-picture = Xem ảnh
report-moves = Chuyển giao
report-range = Từ { $low } đến { $high }.
report-range-low = Từ { $low } trở lên.
report-range-high = Không quá { $high }.
report-state-draft = Bản nháp
report-state-submitted = Đã gửi, chờ thẩm định
report-state-returned = Bị trả lại
report-state-resubmitted = Đã gửi lại, chờ thẩm định
report-state-accepted = Đã chấp nhận
report-saved-by = { $who } lưu nháp lúc { $when }
report-sent-by = { $who } gửi lúc { $when }
report-sent-on-behalf = { $who } gửi thay lúc { $when }
report-accepted-by = { $who } chấp nhận lúc { $when }
report-returned-by = { $who } trả lại lúc { $when }
report-told-submitted = Đã gửi báo cáo. Những tệp đã nhận được liệt kê bên dưới.
report-told-saved = Đã lưu nháp. Báo cáo chưa được gửi.
report-told-added = Đã nhận minh chứng; các tệp được liệt kê bên dưới.
report-told-asked = Đã gửi đề nghị gia hạn.

# Vì sao chưa gửi được
report-wrong = Báo cáo chưa gửi được. Mời xem chỗ đánh dấu bên dưới.
report-wrong-saved = Báo cáo chưa gửi được. Nội dung và tệp đã được giữ trong bản nháp; mời xem chỗ đánh dấu bên dưới.
report-empty = Hãy ghi việc đã làm, hoặc ghi kết quả nếu nhiệm vụ có chỉ tiêu.
report-not-a-number = Ô này phải là số, ví dụ 85,5 hoặc 1.200.
report-out-of-range = Kết quả nằm ngoài khoảng cho phép. { $range }
report-too-long = Nội dung quá dài: không quá { $most } ký tự.
report-not-a-link = “{ $line }” không phải đường dẫn. Đường dẫn bắt đầu bằng https:// hoặc http://, không quá 10 đường dẫn.
report-stale = Báo cáo đã thay đổi trong khi đồng chí nhập. Nội dung vừa nhập vẫn còn trong các ô bên dưới; tệp chưa được lưu.
report-stale-by = Trong khi đồng chí nhập, { $who } đã sửa báo cáo này lúc { $when }. Nội dung đồng chí vừa nhập vẫn còn trong các ô bên dưới; tệp chưa được lưu. Nếu gửi, nội dung này thay cho nội dung hiện có.
report-meanwhile = Nội dung hiện có:

# Tệp minh chứng
scan-clean = đã quét, không có mã độc
scan-unscanned = chưa quét mã độc
unfit-interrupted = chưa nhận được, đường truyền bị ngắt
unfit-too_large = không nhận, tệp quá lớn
unfit-too_many = không nhận, báo cáo đã đủ số tệp hoặc dung lượng
unfit-unknown = không nhận, không phải ảnh JPEG, PNG, WebP hay tệp PDF, Word, Excel
unfit-damaged = không nhận, tệp bị hỏng
unfit-macros = không nhận, tệp có macro
unfit-infected = không nhận, tệp có mã độc
unfit-not_kept = chưa lưu được do lỗi máy chủ, mời gửi lại

# Hết phiên
lost-title = Phiên làm việc đã hết
lost-lead = Phiên làm việc đã hết nên báo cáo chưa được gửi. Nội dung đồng chí vừa nhập vẫn còn dưới đây. Mời đăng nhập lại ở thẻ mới, rồi trở về trang này bấm gửi.
lost-sign-in = Đăng nhập lại (mở thẻ mới)
lost-files = Ảnh và tệp đã chọn chưa được lưu; có thể bổ sung sau khi gửi.

# Gia hạn
extension-heading = Gia hạn
extension-until = Đề nghị gia hạn đến ngày
extension-why = Lý do
extension-ask = Đề nghị gia hạn
extension-send = Gửi đề nghị
extension-none = Chưa có đề nghị gia hạn.
extension-by = Người đề nghị
extension-count = Đã hẹn lại { $n } lần.
extension-grant-until = Cho phép đến ngày
extension-grant = Đồng ý gia hạn
extension-refuse = Không đồng ý
extension-is-asked = { $who } đề nghị ngày { $asked }, gia hạn đến { $until }: chờ trả lời.
extension-is-granted = { $who } đề nghị ngày { $asked }, gia hạn đến { $until }: ngày { $answered }, { $by } đồng ý đến { $granted }.
extension-is-refused = { $who } đề nghị ngày { $asked }, gia hạn đến { $until }: ngày { $answered }, { $by } không đồng ý. Lý do: { $reason }
extension-no-day = Chưa chọn ngày.
extension-not-later = Ngày gia hạn phải sau ngày { $day }.
extension-over = Nhiệm vụ này không còn phải gia hạn.
extension-asked-already = Đã có một đề nghị gia hạn đang chờ trả lời.
extension-answered-already = Đề nghị này đã được trả lời.
extension-no-reason = Hãy ghi lý do.
moved-by-merger = Ngày { $day }: chuyển từ { $from } sang { $to } do sắp xếp, sáp nhập. { $words }
moved-by-decision = Ngày { $day }: chuyển từ { $from } sang { $to } theo quyết định. { $words }
moved-by-transfer = Ngày { $day }: chuyển từ { $from } sang { $to }. { $words }

# Thẩm định
review-lead = { $n ->
    [0] Không có báo cáo nào chờ thẩm định.
   *[other] { $n } báo cáo chờ thẩm định, gửi trước xếp trước.
}
review-any = Tất cả
review-content = Nội dung
review-section = Nội dung { $code }
review-show = Lọc
review-reports = Báo cáo chờ thẩm định
review-empty = Không có báo cáo nào phù hợp.
review-seen = Đã xem
review-accept = Chấp nhận
review-return = Trả lại
review-next = Báo cáo kế tiếp
review-batch-lead = Chấp nhận cùng lúc những báo cáo đã đánh dấu “Đã xem”. Báo cáo thay đổi sau khi mở trang này sẽ không được chấp nhận.
review-batch = Chấp nhận các báo cáo đã xem
review-beyond = Còn { $n } báo cáo nữa, sẽ hiện ra khi xử lý xong các báo cáo trên.
review-extensions = Đề nghị gia hạn
review-no-extensions = Không có đề nghị gia hạn nào chờ trả lời.
review-reason-1 = Thiếu minh chứng.
review-reason-2 = Minh chứng không khớp với nội dung báo cáo.
review-reason-3 = Chưa nêu kết quả cụ thể, số liệu.
review-reason-4 = Số liệu không đúng kỳ báo cáo.
review-reason-5 = Sản phẩm chưa đạt yêu cầu của nhiệm vụ.
review-none-seen = Chưa đánh dấu “Đã xem” báo cáo nào.
review-no-reason = Hãy ghi lý do trả lại.
review-changed = Có { $n } báo cáo đã thay đổi hoặc đã được xử lý sau khi đồng chí mở trang; đã chấp nhận { $accepted } báo cáo. Mời xem lại danh sách.
review-told-accepted = Đã chấp nhận { $n } báo cáo.
review-told-returned = Đã trả lại { $n } báo cáo.
review-told-granted = Đã đồng ý { $n } đề nghị gia hạn.
review-told-refused = Đã trả lời không đồng ý { $n } đề nghị gia hạn.
report-told-withdrawn = Báo cáo đã trở lại bản nháp. Sửa xong, đồng chí gửi lại.
report-withdraw = Rút lại báo cáo
report-withdraw-lead = Báo cáo chưa được thẩm định. Rút về bản nháp để sửa; việc trở lại tình trạng chưa báo cáo cho đến khi gửi lại.
report-withdraw-go = Rút về bản nháp
report-not-withdrawn = Không rút được nữa: báo cáo đã được thẩm định hoặc đã thay đổi.
