# Trang khoảng thứ hạng
page-ranks = Khoảng thứ hạng
ranks-title = Thứ hạng năm { $year } chắc đến đâu
ranks-title-of = Thứ hạng năm { $year } chắc đến đâu: { $item }
ranks-lead = { $name } xếp hạng { $rank }/{ $of }. Tính cả sai số của khảo sát, hạng thật có thể từ { $best } đến { $worst } (độ tin cậy { $coverage }%).
ranks-unranked = { $name } không được xếp hạng ở mục này năm { $year } nên không có khoảng thứ hạng.
ranks-alike = { $n } tỉnh chưa phân biệt được với { $name }: chênh lệch điểm nằm trong sai số.
ranks-alike-list = Các tỉnh chưa phân biệt được với { $name }
ranks-first = Chưa loại được { $n }/{ $of } tỉnh khỏi nhóm { $tau } tỉnh đứng đầu. Khả năng { $name } thật sự thuộc nhóm này là { $percent } trên 100.
ranks-first-spread = Chưa loại được { $n }/{ $of } tỉnh khỏi nhóm { $tau } tỉnh đứng đầu; chênh lệch giữa các tỉnh không vượt sai số nên không tính được khả năng của riêng { $name }.
ranks-explained = Điểm PAPI lấy từ một mẫu người dân ở một số xã, phường. Nếu khảo sát lại cũng năm ấy với một mẫu khác, điểm của mỗi tỉnh sẽ khác đi ít nhiều, và thứ hạng cũng vậy. Khoảng thứ hạng cho biết hạng thật của tỉnh có thể từ đâu đến đâu. Khoảng của hai tỉnh trùng nhau một phần không có nghĩa là hai tỉnh ngang nhau, chỉ có nghĩa là số liệu chưa đủ để nói tỉnh nào hơn.
ranks-chart = Khoảng thứ hạng của các tỉnh
ranks-chart-caption = Chấm là hạng đã công bố, vạch ngang là khoảng thứ hạng của từng tỉnh. Xếp theo hạng.
ranks-chart-described = { $n } tỉnh theo thứ hạng; khoảng hẹp nhất rộng { $narrow } bậc, khoảng rộng nhất { $wide } bậc.
ranks-told = { $name }: hạng { $rank }, có thể từ { $best } đến { $worst }
ranks-best = Cao nhất
ranks-worst = Thấp nhất
ranks-chance = Khả năng thuộc nhóm { $tau } (trên 100)
ranks-method = Cách tính
ranks-method-marginal = Cho từng tỉnh
ranks-method-simultaneous = Cho tất cả các tỉnh cùng lúc
ranks-method-joint = Cho cả bảng xếp hạng (đơn giản, rộng nhất)
ranks-coverage = Độ tin cậy
ranks-tau = Nhóm đứng đầu
ranks-pair-other = Tỉnh thứ hai
ranks-pair-told = { $one } { $more ->
    [more] hơn
   *[less] kém
} { $other } { $points } điểm; sai số của chênh lệch này là { $error } điểm. { $sure ->
    [yes] Chênh lệch vượt sai số: có thể nói hai tỉnh khác nhau (độ tin cậy { $coverage }%).
   *[no] Chênh lệch nằm trong sai số: chưa thể nói tỉnh nào hơn (độ tin cậy { $coverage }%).
}
ranks-note-default = Chưa có sai số do PAPI công bố cho kỳ này; trang dùng chung một mức { $error } điểm, là phần biến động riêng của một năm thấy qua số liệu các kỳ. Khi nhập số liệu có sai số, trang dùng sai số ấy.
ranks-note-published = Sai số chuẩn lấy từ số liệu PAPI đã nhập. Khoảng in trong tệp của PAPI rộng 1,645 lần sai số chuẩn, tức là độ tin cậy 90%, nên trang dùng sai số chuẩn, không dùng khoảng đã in.
ranks-note-method = “Cho từng tỉnh” bảo đảm độ tin cậy cho một tỉnh xem riêng; “cho tất cả” bảo đảm cùng lúc cho mọi tỉnh nên rộng hơn. Khả năng thuộc nhóm đứng đầu tính trên phân bố đã kéo điểm về gần bình quân theo tỷ lệ sai số.
ranks-sources = Phương pháp: Mogstad, Romano, Shaikh và Wilhelm (2024); Klein, Wright và Wieczorek (2020).
