# Vì sao không trả lời được: tên không có, lựa chọn mâu thuẫn nhau
refusal-province = Không có tỉnh nào là “{ $written }” trong { $set } đơn vị. Gần nhất: { $nearest }.
refusal-ended = { $name } ({ $code }) chỉ tồn tại đến hết ngày { $until }; địa bàn nay thuộc { $successor } ({ $successor-code }). Hãy hỏi { $successor } ({ $successor-code }) trong { $now } đơn vị, hoặc { $name } ({ $code }) trong { $then } đơn vị.
refusal-other-set = Đơn vị { $unit } thuộc { $set } đơn vị, không thuộc { $asked } đơn vị đang hỏi.
refusal-year = Không có kỳ công bố “{ $written }”. Các kỳ gần nhất: { $nearest }.
refusal-item = Năm { $year } không có nội dung “{ $written }”. Gần nhất: { $nearest }. Tổng điểm viết là total.
refusal-units = Không có danh sách “{ $written }” đơn vị. Hiện có: { $nearest }.
refusal-later-set = Kỳ { $year } khảo sát theo { $nearest } tỉnh, thành phố, không có kết quả theo { $asked } tỉnh, thành phố cũ.
refusal-target = “{ $piece }” không hợp lệ; ở đây cần { $expected }.
refusal-no-requirement = Chưa nêu mục tiêu. Hãy nêu một trong các mục tiêu: rank (hạng), group (nhóm), score (điểm), improve (tăng), if (điều kiện) hoặc path (lộ trình).
refusal-path-and-more = Lộ trình (path) đã nêu đủ mọi điều kiện; không dùng cùng mục tiêu khác.
refusal-two-requirements = Chỉ nêu một trong bốn mục tiêu rank, group, score, improve; các điều kiện khác nêu bằng if.
refusal-each-and-dimension = Hoặc hỏi từng nội dung (each-dimension), hoặc hỏi một nội dung (dimension), không cả hai.
refusal-each-of-nothing = each-dimension và dimension đi cùng rank, group, score hoặc improve; trong if thì ghi nội dung trước điều kiện, như 4:rank=10.
refusal-points-of-nothing = points chỉ dùng cùng improve.
refusal-order = Năm trước (from) phải sớm hơn năm sau (to).
refusal-no-years = Không có kỳ công bố nào trước đó để so sánh.

# Điều cần có, trong “ở đây cần …”
expected-condition = một điều kiện: rank=20, group=high_average, score=45, places=5, points=1, better-than=2020 hoặc lift, có thể ghi trước nội dung như 4: hoặc each:
expected-scope = total, each, một nội dung (4) hoặc một nội dung thành phần (4.2)
expected-grouped-item = một điều kiện khác: PAPI không công bố nhóm của nội dung thành phần
expected-year = một năm khảo sát, như 2024
expected-step = các bước theo năm, như 2021 each:group=high_average; 2025 rank=20
expected-year-once = mỗi năm một lần trong lộ trình

# Sự cố của giao diện lập trình
problem-unknown_province = Không có tỉnh này
problem-province_ended = Tỉnh đã sáp nhập
problem-unit_of_another_set = Đơn vị thuộc danh sách khác
problem-unknown_year = Không có kỳ công bố này
problem-units_of_the_past = Địa giới cũ không có trong kỳ này
problem-unknown_dimension = Không có nội dung này
problem-unknown_units = Không có danh sách đơn vị này
problem-not_a_target = Mục tiêu viết chưa đúng
problem-options_clash = Các lựa chọn không đi cùng nhau
problem-unreadable = Không đọc được câu hỏi
problem-unreadable-detail = Phần sau dấu hỏi của địa chỉ không đọc được: format là json hoặc csv, page và per_page là số từ 1.
problem-no_address = Không có địa chỉ này
problem-no_address-detail = Giao diện lập trình không có địa chỉ này; danh sách ở /api/v1/openapi.json.
