# Trang phương pháp và dữ liệu
method-lead = Trang này nêu cách lập chỉ số, các quy tắc tính mà trang áp dụng, những số liệu còn thiếu và nơi tải toàn bộ số liệu.
method-contents = Mục lục
method-total = tổng điểm

method-index = Chỉ số được lập thế nào
method-index-what = PAPI là Chỉ số Hiệu quả quản trị và hành chính công cấp tỉnh, lập từ khảo sát hằng năm ý kiến người dân về hoạt động của chính quyền các cấp tại địa phương.
method-index-sum = Điểm gốc là điểm nội dung thành phần. Điểm nội dung bằng tổng điểm các nội dung thành phần của năm đó. Tổng điểm bằng tổng điểm các nội dung, không có trọng số. Trang tính trên số liệu đầy đủ, chỉ làm tròn hai chữ số thập phân khi hiển thị, không làm tròn khi xếp hạng.
method-index-names = Bộ nội dung thay đổi theo năm và một mã số có thể đổi nghĩa: trước năm 2018, mã 2.1 là danh sách hộ nghèo; từ năm 2018 là tiếp cận thông tin. Tên nội dung ghi như trong kế hoạch của tỉnh; tên tiếng Việt của nội dung thành phần do trang đặt, sát với báo cáo PAPI. Tài liệu của PAPI ghi thang tổng điểm là 10–80.
method-index-caption = Nội dung, nội dung thành phần và thang điểm năm
method-scale = Thang điểm
method-structure-download = Tải bảng này:

method-ranking = Xếp hạng
method-ranking-who = Một tỉnh được xếp hạng ở tổng điểm, một nội dung hay nội dung thành phần khi PAPI công bố đủ mọi nội dung thành phần của mục đó cho tỉnh. Tỉnh không có tổng điểm vẫn có thể được xếp hạng ở một nội dung. Mẫu số luôn là số tỉnh được xếp hạng, không phải số tỉnh của cả nước.
method-ranking-how = Hạng bằng 1 cộng với số tỉnh có điểm cao hơn. Các tỉnh bằng điểm nhận cùng một hạng. Tỉnh không được xếp hạng đứng cuối bảng và không có hạng.

method-groups = Bốn nhóm điểm
method-groups-papi = PAPI chia các tỉnh thành bốn nhóm theo tứ phân vị: cao, trung bình cao, trung bình thấp, thấp; không công bố cách cắt cụ thể. Trang không chia nhóm ở nội dung thành phần vì PAPI không công bố.
method-groups-rule = Quy tắc của trang khớp với số tỉnh mỗi nhóm mà trang tìm thấy trong các nguồn đã công bố, trừ một ngoại lệ: mỗi nhóm nhận một phần tư số tỉnh được xếp hạng; tỉnh dư thứ nhất vào nhóm thấp, thứ hai vào nhóm cao, thứ ba vào nhóm trung bình cao.
method-groups-caption = Số tỉnh mỗi nhóm theo số tỉnh được xếp hạng
method-groups-of = Số tỉnh xếp hạng
method-groups-exception-row = tổng điểm năm 2022
method-groups-exception = Ngoại lệ: ở tổng điểm năm 2022, các nguồn đã công bố nêu 16 tỉnh nhóm cao và 14 tỉnh nhóm thấp trong 61 tỉnh; trang dùng số đã công bố. Cách chia 31 tỉnh ở giữa do trang suy ra.

method-change = Thay đổi và khả năng so sánh
method-change-what = Thay đổi tính so với kỳ liền trước. Thay đổi hạng bằng hạng cũ trừ hạng mới: số dương là lên hạng. Không tính thay đổi khi một trong hai kỳ không được xếp hạng.
method-change-breaks = Thứ hạng so sánh được qua các năm, vì trong một năm mọi tỉnh được đo như nhau. Điểm chỉ so sánh được khi cách đo không đổi giữa hai năm. Bảng dưới nêu từng năm và các mục có điểm từ năm đó không so sánh được với những năm trước; mỗi mục tính riêng.
method-breaks-caption = Các năm điểm không còn so sánh được với trước
method-breaks-year = Từ năm
method-breaks-why = Vì sao
method-breaks-published = Đã công bố
method-breaks-seen = Thấy qua số liệu
method-break-2016 = PAPI cấu trúc lại các nội dung 1, 3 và 5 và không so sánh ba nội dung này với giai đoạn 2011–2015.
method-break-2018 = Thêm hai nội dung 7 và 8; thêm hoặc thay nội dung thành phần ở các nội dung 2 và 3. PAPI khuyến nghị không so sánh tổng điểm năm 2018 với các năm trước.
method-break-2019 = Thêm nội dung thành phần 8.3 nên thang điểm 8.1 và 8.2 đổi; điểm 1.1 và 7.1 giảm đột biến trên cả nước.
method-break-2020 = Điểm 8.3 giảm đột biến trên cả nước, kéo bình quân tổng điểm giảm theo.
method-break-2021 = Bỏ nội dung thành phần 5.2 (cấp phép xây dựng) nên thang điểm của nội dung 5 đổi; điểm 3.2 và 6.4 biến động đột biến trên cả nước.
method-break-2022 = Điểm 1.1 tăng đột biến trên cả nước; tổng điểm thay đổi ít nên vẫn so sánh được.
method-change-seen = “Đã công bố”: PAPI thông báo, hoặc bản thân bộ nội dung thay đổi. “Thấy qua số liệu”: bình quân cả nước của nội dung thành phần thay đổi trong một năm ít nhất 1,45 lần độ lệch chuẩn giữa các tỉnh mà trang không tìm thấy giải thích đã công bố; nội dung chứa nội dung thành phần như vậy cũng được ghi. Tổng điểm được ghi khi các biến động ấy làm bình quân tổng điểm thay đổi hơn một phần tư độ lệch chuẩn.

method-targets = Mục tiêu
method-targets-required = Điểm phải đạt do chương trình tính từ kết quả của chính kỳ đó: mục tiêu về hạng là điểm của tỉnh đứng ở hạng ấy; mục tiêu về nhóm là điểm thấp nhất trong nhóm; mục tiêu tăng bậc là điểm đang đứng ở hạng cần lên; mục tiêu tăng điểm là điểm cũ cộng mức phải tăng.
method-targets-verdict = Chênh lệch bằng điểm của tỉnh trừ điểm phải đạt; từ 0 trở lên là đạt. Khi tỉnh không được xếp hạng thì chưa kết luận được. Nếu mục tiêu có nhiều điều kiện: một điều kiện không đạt thì mục tiêu không đạt; nếu không có điều kiện nào không đạt nhưng còn điều kiện chưa kết luận được thì mục tiêu chưa kết luận được.
method-targets-go = Xem các mục tiêu của tỉnh

method-explain = Giải thích thay đổi
method-explain-parts = Thay đổi của tỉnh được tách theo từng nội dung thành phần và cộng lại đúng bằng thay đổi chung. Nội dung thành phần chỉ có ở một trong hai năm được tính là 0 ở năm còn lại và ghi rõ là không so sánh được. Thay đổi cả nước là bình quân của các tỉnh được xếp hạng ở cả hai năm; thay đổi tương đối bằng thay đổi của tỉnh trừ thay đổi cả nước.
method-explain-others = Tỉnh vượt lên là tỉnh năm trước đứng sau, năm nay đứng trước; tỉnh bị vượt thì ngược lại. Trang cũng tính hạng của tỉnh nếu các tỉnh khác giữ nguyên điểm, và hạng nếu chỉ các tỉnh khác thay đổi.
method-explain-go = Xem giải thích thay đổi

method-terms = Giải thích các từ dùng trên trang:

method-sure = Khoảng thứ hạng
method-sure-what = PAPI không hỏi mọi người dân mà hỏi một mẫu. Nếu cũng năm ấy hỏi một mẫu khác, điểm mỗi tỉnh sẽ xê dịch đôi chút và thứ hạng xê dịch theo. Khoảng thứ hạng cho biết hạng thật của tỉnh có thể từ đâu đến đâu. Hai tỉnh liền nhau trên bảng thường chỉ cách nhau chưa đến một phần mười điểm, nhỏ hơn nhiều so với sai số, nên khoảng thường rất rộng.
method-sure-read = Cách nói trong cuộc họp: “Tỉnh xếp hạng 21; tính cả sai số của khảo sát thì hạng thật có thể từ 1 đến 60, nên hơn hay kém cả chục bậc cũng chưa nói lên điều gì.” Hai tỉnh “chưa phân biệt được” là khi chênh lệch điểm nằm trong sai số của chính chênh lệch ấy; sai số này lớn hơn sai số của từng tỉnh (1,4 lần khi hai sai số bằng nhau).
method-sure-how = Khi tệp số liệu của PAPI có sai số chuẩn thì dùng sai số ấy; nếu không thì dùng phần biến động riêng của một năm tìm thấy trong các kỳ (tổng điểm: 1 điểm). Điểm tỉnh hợp nhất là bình quân theo dân số của các tỉnh cũ nên sai số cộng dồn theo cùng tỷ trọng. Khoảng tính theo Mogstad, Romano, Shaikh và Wilhelm (2024), Klein, Wright và Wieczorek (2020).
method-sure-go = Xem khoảng thứ hạng

method-sample = Giai đoạn khảo sát
method-sample-what = Các nơi được khảo sát được giữ lại vài năm rồi chọn lại. Trong một giai đoạn, kết quả của một tỉnh các năm khá giống nhau; khi chọn lại nơi khảo sát, kết quả mới chỉ còn giống kết quả cũ rất ít. Vì vậy một bước nhảy lớn đúng vào năm chọn lại có thể do mẫu, không hẳn do công việc.
method-sample-known = Các năm chọn lại 2015, 2018, 2021 được nhận ra qua số liệu, PAPI không công bố bằng từ này. Khi nhập một kỳ mới, chương trình so độ giống với năm trước; nếu giảm hẳn thì hỏi người phụ trách, không tự quyết định. Chương trình không suy đoán và không nêu nơi nào được khảo sát.
method-sample-go = Xem giai đoạn khảo sát ảnh hưởng thế nào đến triển vọng

method-outlook = Triển vọng
method-outlook-what = Triển vọng cho biết điều thường xảy ra với một tỉnh có kết quả như vậy, không phải lời hứa. Nó dựa vào bình quân của cả giai đoạn khảo sát nhiều hơn vào kỳ gần nhất: một năm tăng vọt thường có phần may, năm sau hay lùi lại.
method-outlook-how = Kết quả của mỗi tỉnh được coi là tổng của ba phần: phần lâu dài, phần của giai đoạn khảo sát và phần riêng của một năm. Từ đó chương trình mô phỏng cả nước 4.000 lần cùng lúc rồi đếm: tỉnh vào nhóm 20 bao nhiêu lần, hạng giữa là bao nhiêu. Khoảng 80 phần trăm là khoảng chứa 80 trên 100 lần mô phỏng.
method-outlook-honest = Trước khi tin, hãy xem trang kiểm chứng: với mỗi kỳ đã qua, chương trình chỉ dùng số liệu có trước kỳ ấy rồi so với kết quả thật, bên cạnh hai cách đơn giản là lấy kết quả kỳ trước và coi mọi tỉnh như nhau.
method-outlook-go = Xem triển vọng đã đúng đến đâu

method-chances = Khả năng và cách nói
method-chances-words = “27 trên 100” nghĩa là: trong 100 tỉnh ở hoàn cảnh như vậy, khoảng 27 tỉnh đạt. Từ 85 trở lên gọi là rất có thể, từ 65 là có thể, đến 35 là khó, đến 15 là rất khó; ở giữa là chưa thể nói trước.
method-chances-base = Bên cạnh luôn có mức của một tỉnh bất kỳ (20 chỗ trong 63 tỉnh là 32 trên 100). Con số của tỉnh chỉ đáng nói khi khác hẳn mức ấy.
method-chances-cannot = “Chưa thể nói trước” là một câu trả lời. Hai từ “có thể” và “khó” chỉ dùng khi những triển vọng cùng loại trước đây đã bớt được ít nhất một phần mười sai số so với việc bốc thăm. Qua một lần chọn lại nơi khảo sát thì không được như vậy, nên khi ấy chỉ còn “rất có thể” và “rất khó”. Xa hơn ba năm thì chưa từng kiểm chứng, nên không dùng từ nào.
method-chances-go = Xem triển vọng của tỉnh

method-lift = Điểm cần thêm và độ vươn
method-lift-what = Điểm cần thêm là số điểm tỉnh phải hơn triển vọng của chính mình, tính so với cả nước, để mục tiêu đạt với khả năng đã chọn (50 hoặc 75 trên 100). Đó là số nhỏ nhất cộng vào kết quả mô phỏng của tỉnh, các tỉnh khác giữ nguyên.
method-lift-stretch = Độ vươn đặt số điểm ấy cạnh lịch sử: “cứ khoảng 8 trường hợp mới có 1 trường hợp vượt triển vọng đến mức ấy”. Cứ hơn 10 trường hợp mới có một thì gọi là hiếm thấy; hơn cả khi mọi nội dung thành phần cùng lúc tăng như một phần mười tốt nhất thì gọi là chưa từng thấy.
method-lift-spread = Điểm cần thêm được chia cho các nội dung thành phần sao cho tổng bình phương độ vươn nhỏ nhất: nội dung thành phần vốn biến động nhiều được giao nhiều hơn, không nội dung nào bị giao quá mức một phần mười tốt nhất. Trên trang có thể thử cách chia của mình.
method-lift-cause = Lịch sử không chỉ ra nguyên nhân: trang nói các tỉnh khác đã tăng bao nhiêu, không nói một nhiệm vụ sẽ mang lại bao nhiêu điểm.
method-lift-go = Xem cần gì để đạt mục tiêu

method-merged = Tính theo 34 tỉnh, thành
method-merged-how = Các kỳ đến năm 2024 khảo sát theo 63 tỉnh, thành. Khi chọn địa giới 34 tỉnh, thành (từ 1/7/2025), điểm của một tỉnh là trung bình điểm các tỉnh trước hợp nhất, quyền số là dân số theo Tổng điều tra ngày 1/4/2019. Hạng và nhóm tính lại trên kết quả đó. Đây là phép tính của trang, PAPI không công bố.
method-merged-partial = Nếu chỉ một số tỉnh trước hợp nhất có số liệu, điểm tính trên các tỉnh ấy và ghi là “một phần”. Nếu không tỉnh nào có thì không có điểm.

method-missing = Số liệu còn thiếu
method-missing-why = Tỉnh không có tổng điểm khi PAPI không công bố đủ nội dung thành phần của tỉnh trong kỳ đó. Trang không ước tính thay.
method-missing-caption = Tỉnh không được xếp hạng tổng điểm, theo kỳ
method-missing-who = Tỉnh và số liệu đã công bố
method-missing-all = không công bố số liệu nào
method-missing-some = { $n ->
    [0] không nội dung nào đủ số liệu
   *[other] chỉ đủ số liệu các nội dung { $dimensions }
}
method-missing-zero = Trong bảng tính chính thức các năm 2022 và 2024, ô không công bố ghi số 0. Không điểm nào có thể bằng 0 nên trang hiểu là không công bố.
method-missing-never = Bộ số liệu có sẵn không có: tổng điểm có trọng số, khoảng tin cậy, sai số chuẩn, số liệu đến từng chỉ tiêu và các đợt thí điểm 2009–2010.

method-editions = Các kỳ công bố và tải số liệu
method-editions-what = Tệp CSV có đủ mọi dòng. Tệp JSON của điểm thành phần chia trang, mỗi trang 1.000 dòng; đường dẫn đến trang sau nằm ở phần đầu thư trả lời (Link).
method-editions-caption = Các kỳ công bố
method-editions-year = Năm khảo sát
method-editions-day = Ngày công bố
method-editions-undated = chưa rõ
method-editions-ranked = Số tỉnh xếp hạng
method-editions-figures = Điểm thành phần
method-editions-totals = Tổng điểm, hạng, nhóm
method-editions-all = Tải điểm thành phần của mọi kỳ trong một tệp:

method-licence = Giấy phép và ghi nguồn
method-licence-figures = Số liệu PAPI được công bố để sử dụng rộng rãi, với điều kiện ghi nguồn. Khi dùng lại, xin ghi: “PAPI (CECODES, VFF-CRT, RTA, UNDP), papi.org.vn”, kèm năm khảo sát.
method-licence-others = Dân số theo Tổng điều tra ngày 1/4/2019 và mã đơn vị hành chính là số liệu thống kê chính thức. Hạng, nhóm, chênh lệch và kết quả theo 34 tỉnh là phép tính của trang; khi dẫn lại xin nêu rõ.
method-licence-program = Chương trình Nâng Hạng là phần mềm nguồn mở, giấy phép Apache-2.0.
