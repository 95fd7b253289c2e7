# Câu giải thích thay đổi; số là trị tuyệt đối, chiều do câu nói
nation-moved = { $nation ->
    [up] bình quân cả nước tăng { $national } điểm
    [down] bình quân cả nước giảm { $national } điểm
   *[same] bình quân cả nước không đổi
}
many-places = { $places } bậc
newly-ranked = { $entered ->
    [0] {""}
   *[other] {" "}và { $entered } tỉnh kỳ trước không được xếp hạng nay đứng trên
}
change-up-up = Từ { $from } đến { $to }, { $name } tăng { $score } điểm và lên { many-places }, từ hạng { $before } lên hạng { $now }; { nation-moved }.
change-up-down = Từ { $from } đến { $to }, { $name } điểm tăng { $score } mà hạng giảm { many-places }, từ hạng { $before } xuống hạng { $now }, vì các tỉnh khác tăng nhanh hơn: { $overtaken } tỉnh vượt lên trên{ newly-ranked }, { nation-moved }.
change-up-same = Từ { $from } đến { $to }, { $name } tăng { $score } điểm nhưng giữ nguyên hạng { $now }; { nation-moved }.
change-down-up = Từ { $from } đến { $to }, { $name } điểm giảm { $score } mà hạng lên { many-places }, từ hạng { $before } lên hạng { $now }, vì nhiều tỉnh khác giảm mạnh hơn: { $name } vượt { $overtook } tỉnh, { nation-moved }.
change-down-down = Từ { $from } đến { $to }, { $name } giảm { $score } điểm và xuống { many-places }, từ hạng { $before } xuống hạng { $now }: { $overtaken } tỉnh vượt lên trên{ newly-ranked }; { nation-moved }.
change-down-same = Từ { $from } đến { $to }, { $name } giảm { $score } điểm nhưng giữ nguyên hạng { $now }; { nation-moved }.
change-same-up = Từ { $from } đến { $to }, điểm của { $name } hầu như không đổi mà hạng lên { many-places }, từ hạng { $before } lên hạng { $now }; { nation-moved }.
change-same-down = Từ { $from } đến { $to }, điểm của { $name } hầu như không đổi mà hạng giảm { many-places }, từ hạng { $before } xuống hạng { $now }; { nation-moved }.
change-same-same = Từ { $from } đến { $to }, điểm và hạng của { $name } hầu như không đổi (hạng { $now }); { nation-moved }.
change-not-comparable = Từ { $from } đến { $to }, { $name } chuyển từ hạng { $before } sang hạng { $now }. Cách đo đã thay đổi giữa hai kỳ nên không so sánh được điểm, chỉ so sánh được thứ hạng.
change-unranked = Không giải thích được thay đổi của { $name } từ { $from } đến { $to }: tỉnh không được xếp hạng ở ít nhất một trong hai kỳ.

verdict-met = Đạt
verdict-not-met = Không đạt
verdict-not-yet = Chưa đạt
verdict-cannot-tell = Chưa kết luận được
finding-above = Cao hơn mức phải đạt ({ $required } điểm) { $gap } điểm.
finding-below = Thiếu { $gap } điểm so với mức phải đạt ({ $required } điểm).
doubt-no-edition = Kỳ này chưa có kết quả.
doubt-unranked = Tỉnh không được xếp hạng trong kỳ này vì PAPI không công bố đủ số liệu.
doubt-no-base = Không có kết quả của tỉnh ở năm gốc { $year } để so sánh.
doubt-no-base-at-all = Không có kỳ trước để so sánh.
doubt-not-comparable = Cách đo đã thay đổi sau năm { $year } nên điểm của hai kỳ không so sánh được.

# Mục tiêu bằng lời
asks-from = từ năm { $year } { $asks }
asks-and = {" "}và{" "}
asks-each = mọi nội dung
asks-total = tổng điểm
asks-item = nội dung { $item }
asks-year = năm { $year }
asks-before = kỳ trước
asks-rank = { $scope } đứng từ hạng { $n } trở lên
asks-group = { $scope } thuộc nhóm { $n } trở lên
asks-score = { $scope } đạt từ { $n } điểm trở lên
asks-places = { $scope } tăng ít nhất { $n } bậc so với { $base }
asks-points = { $scope } tăng ít nhất { $n } điểm so với { $base }
asks-better = { $scope } cao hơn { $base }
asks-lift = các nội dung ở hai nhóm thấp hoặc đã giảm đều tăng điểm so với { $base }
judged-all = Cả { $all } nội dung đều đạt.
judged-short = { $short }/{ $all } nội dung chưa đạt: nội dung { $items }.
judged-unknown = { $unknown }/{ $all } nội dung chưa kết luận được vì thiếu số liệu hoặc cách đo đã thay đổi.
