# Cỡ mẫu của một cuộc khảo sát do tỉnh tự làm
page-sample-size = Cỡ mẫu
size-lead = Tỉnh tự khảo sát thì phải hỏi bao nhiêu người? Trang tính từ điều cần nhìn thấy: một thay đổi giữa hai đợt, hoặc một tỷ lệ với sai số cho trước, ở từng địa bàn. Địa chỉ của trang giữ câu hỏi, gửi cho người khác xem được.
size-each = Mỗi địa bàn, mỗi đợt cần { $answers } người trả lời, ở { $clusters } thôn, tổ dân phố (mỗi nơi { $take } người); phải đến gặp khoảng { $asked } người.
size-each-singly = Mỗi địa bàn, mỗi đợt cần { $answers } người trả lời, chọn ngẫu nhiên từng người; phải đến gặp khoảng { $asked } người.
size-whole = Tất cả { $domains } địa bàn, { $rounds } đợt: { $answers } người trả lời, phải đến gặp khoảng { $asked } người.
size-margin = Khi ấy { $measure ->
    [mean] số trung bình của mỗi địa bàn có sai số ±{ $margin }
   *[share] tỷ lệ của mỗi địa bàn có sai số ±{ $margin } điểm
} (độ tin cậy { $confidence }).
size-change = Nếu thật có thay đổi { $by }{ $measure ->
    [mean] {""}
   *[share] {" điểm"}
}, cứ 100 lần khảo sát như vậy thì khoảng { $power } lần nhận ra. Trong từng đợt, { $measure ->
    [mean] số trung bình của mỗi địa bàn có sai số ±{ $margin }
   *[share] tỷ lệ của mỗi địa bàn có sai số ±{ $margin } điểm
} (độ tin cậy { $confidence }).
size-cost = Chi phí ước tính: { $cost }.
size-cheapest = Với mức chi phí ấy, hỏi khoảng { $take } người mỗi nơi là ít tốn nhất.
size-effect = Người cùng một nơi thường giống nhau, nên phải hỏi nhiều gấp { $times } lần so với chọn ngẫu nhiên từng người (khi ấy chỉ cần { $simple } người).
size-one-cluster = Mỗi địa bàn cần ít nhất hai nơi thì mới tính được sai số; nên hỏi ít người hơn ở mỗi nơi.
size-too-few = Địa bàn chỉ có { $people } người: dù đến gặp tất cả cũng chưa chắc đủ số người trả lời.
size-by-chance = Xét { $domains } địa bàn, dù không có gì thay đổi thì trung bình vẫn có khoảng { $count } địa bàn trông như có thay đổi chỉ vì may rủi. Chọn “đúng cho tất cả” để tránh điều đó.
size-silent = Hỏi thêm người để bù số không trả lời giúp đủ số, nhưng không bù được nếu người không trả lời nghĩ khác người trả lời.
size-table = Số người, số nơi
size-row-answers = Người trả lời, mỗi địa bàn mỗi đợt
size-row-clusters = Số nơi, mỗi địa bàn mỗi đợt
size-row-asked = Người phải đến gặp, mỗi địa bàn mỗi đợt
size-row-all-answers = Người trả lời, tất cả
size-row-all-clusters = Số nơi, tất cả
size-row-all-asked = Người phải đến gặp, tất cả
size-ask = Câu hỏi
size-aim = Cần nhìn thấy
size-aim-change = Thay đổi giữa hai đợt
size-aim-margin = Tỷ lệ trong một đợt
size-field-by = Thay đổi hoặc sai số (điểm phần trăm)
size-field-share = Tỷ lệ dự kiến (%)
size-field-domains = Số địa bàn (huyện cũ, xã…)
size-field-take = Số người hỏi mỗi nơi
size-field-likeness = Độ giống nhau trong một nơi (0–1)
size-field-response = Tỷ lệ trả lời (%)
size-field-population = Dân số mỗi địa bàn (nếu nhỏ)
size-field-confidence = Độ tin cậy (%)
size-field-power = Khả năng nhận ra (%)
size-field-overlap = Tỷ lệ người hỏi lại ở đợt sau (%)
size-field-correlation = Tương quan hai lần trả lời (0–1)
size-field-cluster-cost = Chi phí mỗi nơi
size-field-interview-cost = Chi phí mỗi người
size-at-once = Độ tin cậy đúng cho
size-at-once-no = từng địa bàn
size-at-once-yes = tất cả cùng lúc
size-more = Thêm lựa chọn: độ tin cậy, hỏi lại, chi phí
size-go = Tính
size-how = Tính thế nào
size-how-effect = Số người bắt đầu từ chọn ngẫu nhiên từng người; nhân với hệ số thiết kế 1 + (số người mỗi nơi − 1) × độ giống nhau; giảm bớt khi địa bàn ít dân; cuối cùng làm tròn lên cho đủ từng nơi và chia cho tỷ lệ trả lời.
size-how-likeness = Độ giống nhau (tương quan nội cụm) của các câu hỏi về dịch vụ công thường từ 0,02 đến 0,10; nếu đã có một đợt khảo sát thì nên tính từ đợt ấy. Chưa biết tỷ lệ thì ghi 50: đó là trường hợp cần nhiều người nhất.
size-sources = Công thức: Cochran (1977), Kish (1965), Lohr (2019).
size-wrong-unread = Có ô chưa đọc được: mỗi ô là một số, ví dụ 0,05.
size-wrong-measure = Tỷ lệ dự kiến phải lớn hơn 0 và nhỏ hơn 100; độ lệch chuẩn phải lớn hơn 0.
size-wrong-aim = Thay đổi hoặc sai số phải lớn hơn 0, và tỷ lệ sau khi thay đổi vẫn phải từ 0 đến 100.
size-wrong-power = Khả năng nhận ra phải trên 50 và dưới 100 phần trăm.
size-wrong-overlap = Tỷ lệ hỏi lại từ 0 đến 100 phần trăm; tương quan từ 0 đến dưới 1.
size-wrong-confidence = Độ tin cậy phải trên 50 và dưới 100 phần trăm.
size-wrong-domains = Số địa bàn là số nguyên từ 1 đến 100.000.
size-wrong-cluster = Số người mỗi nơi là số nguyên từ 1 đến 10.000; độ giống nhau từ 0 đến dưới 1.
size-wrong-response = Tỷ lệ trả lời phải trên 0 và không quá 100 phần trăm.
size-wrong-population = Dân số địa bàn là số nguyên từ 2 trở lên.
size-wrong-cost = Chi phí không âm, và chi phí mỗi người phải lớn hơn 0.
size-wrong-too_many = Cần hơn một tỷ người trả lời ở mỗi địa bàn: hãy nới điều cần nhìn thấy.
cli-about-sample-size = Một cuộc khảo sát phải hỏi bao nhiêu người: để thấy một thay đổi, hoặc với sai số cho trước
cli-example-sample-size =
    nanghang sample-size --domains 10 --change 5 --per-cluster 15 --icc 0.05 --response 0.8
    nanghang sample-size --margin 3 --share 40 --population 60000 --format json
cli-arg-size_domains = Số địa bàn, mỗi địa bàn phải tự đủ [mặc định: 1]
cli-arg-size_change = Thay đổi cần nhìn thấy giữa hai đợt, điểm phần trăm (với --sd: theo đơn vị của trung bình)
cli-arg-size_margin = Sai số của một đợt, điểm phần trăm (với --sd: theo đơn vị của trung bình)
cli-arg-size_share = Tỷ lệ dự kiến, phần trăm [mặc định: 50]
cli-arg-size_sd = Đo một trung bình có độ lệch chuẩn này, thay cho tỷ lệ
cli-arg-size_confidence = Độ tin cậy, từ 0,5 đến 1 [mặc định: 0.95]
cli-arg-size_power = Khả năng nhận ra thay đổi, từ 0,5 đến 1 [mặc định: 0.8]
cli-arg-size_at_once = Độ tin cậy đúng cho tất cả địa bàn cùng lúc (Bonferroni)
cli-arg-size_take = Số người hỏi ở mỗi nơi (thôn, tổ dân phố) [mặc định: 1]
cli-arg-size_likeness = Độ giống nhau của người cùng một nơi (tương quan nội cụm), từ 0 đến dưới 1 [mặc định: 0.05]
cli-arg-size_response = Tỷ lệ trả lời, từ 0 đến 1 [mặc định: 1]
cli-arg-size_population = Dân số mỗi địa bàn, nếu nhỏ
cli-arg-size_overlap = Tỷ lệ người được hỏi lại ở đợt sau, từ 0 đến 1 [mặc định: 0]
cli-arg-size_correlation = Tương quan giữa hai lần trả lời của người được hỏi lại, từ 0 đến dưới 1 [mặc định: 0]
cli-arg-size_cluster_cost = Chi phí mỗi nơi
cli-arg-size_interview_cost = Chi phí mỗi người trả lời
