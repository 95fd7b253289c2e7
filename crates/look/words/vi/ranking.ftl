# Trang xếp hạng
ranking-title = Xếp hạng PAPI { $year }: { $item }
own-standing = { $name } đứng thứ { $rank }/{ $of }, đạt { $score } điểm, thuộc nhóm { $group }.
own-standing-without-group = { $name } đứng thứ { $rank }/{ $of }, đạt { $score } điểm.
own-unranked = { $name } không được xếp hạng vì PAPI không công bố đủ số liệu của tỉnh trong năm này.
strip-caption = Mỗi chấm là một tỉnh; tỉnh của trang được tô đậm.
column-rank = Hạng
column-name = Tỉnh, thành phố
column-score = Điểm
column-change = Thay đổi hạng
column-group = Nhóm
map-title = Bản đồ ô theo nhóm điểm
map-caption = Mỗi ô là một tỉnh, đặt theo vị trí tương đối. Quần đảo Hoàng Sa thuộc Đà Nẵng, quần đảo Trường Sa thuộc Khánh Hòa.
strip-described = Cao nhất: { $first } { $highest } điểm; thấp nhất: { $last } { $lowest } điểm; bình quân { $mean } điểm.
tile-ranked = { $name }: { $score } điểm, hạng { $rank }/{ $of }
tile-unranked = { $name }: không công bố
