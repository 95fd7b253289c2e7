# Dòng lệnh: trợ giúp
cli-about = Nâng Hạng: công cụ theo dõi, phân tích và nâng hạng Chỉ số PAPI của tỉnh
cli-usage = Cách dùng:
cli-commands = Lệnh
cli-command-name = LỆNH
cli-options = Tùy chọn
cli-common-options = Tùy chọn chung
cli-example = Ví dụ:
cli-help = In trợ giúp
cli-version = In phiên bản
cli-about-help = In trợ giúp của một lệnh
cli-arg-format = Dạng kết quả: table (bảng), json hoặc csv [mặc định: table]
cli-arg-lang = Ngôn ngữ: vi hoặc en [NANGHANG_LANG, sau đó theo hệ thống]
cli-arg-database = Cơ sở dữ liệu: sqlite:ĐƯỜNG_DẪN hoặc postgres://… [NANGHANG_DATABASE_URL; mặc định trong thư mục dữ liệu]
cli-arg-data_dir = Thư mục dữ liệu: cơ sở dữ liệu, tệp đính kèm, bản sao lưu [NANGHANG_DATA_DIR; mặc định ./nanghang-data]
cli-arg-today = Ngày làm việc, chỉ dùng với dữ liệu mẫu [NANGHANG_TODAY]
cli-arg-province = Tỉnh: mã (95), đơn vị (24-2025) hoặc tên, có dấu hay không dấu [NANGHANG_PROVINCE; mặc định 95]
cli-arg-year = Năm khảo sát [mặc định: kỳ mới nhất]
cli-arg-dimension = total (tổng điểm), nội dung 1…8 hoặc nội dung thành phần 1.1…8.3 [mặc định: total]
cli-arg-units = 63 hoặc 34 đơn vị cấp tỉnh [mặc định: theo năm]
cli-arg-from = Năm trước [mặc định: kỳ liền trước]
cli-arg-to = Năm sau [mặc định: kỳ mới nhất]
cli-arg-rank = Đạt hạng này hoặc cao hơn
cli-arg-group = Đạt nhóm này hoặc cao hơn: high, high_average, low_average, low
cli-arg-each_dimension = Xét từng nội dung thay vì tổng điểm
cli-arg-score = Đạt số điểm này trở lên
cli-arg-improve = Tăng bấy nhiêu bậc so với kỳ liền trước
cli-arg-points = Tăng điểm thay vì tăng bậc
cli-arg-conditions = Thêm điều kiện, dùng được nhiều lần: rank=20, group=high, score=45, places=5, points=1, better-than=2020, lift; trước đó có thể ghi nội dung (4: hoặc each:), sau đó năm gốc (@2020)
cli-arg-path = Lộ trình theo năm: "2021 each:group=high_average; 2025 rank=20"

cli-about-ranking = Xếp hạng các tỉnh của một năm
cli-example-ranking = nanghang ranking --year 2024 --dimension 4
cli-about-standing = Vị thế của một tỉnh: tổng điểm, từng nội dung, thay đổi so với kỳ trước
cli-example-standing = nanghang standing --province bac-lieu --year 2024
cli-about-target = Xét một mục tiêu: đạt, không đạt hay chưa kết luận được, chênh bao nhiêu
cli-example-target =
    nanghang target --province 95 --year 2024 --rank 20
    nanghang target --year 2024 --group high_average --each-dimension
    nanghang target --year 2024 --if each:group=high_average --if rank=20
    nanghang target --year 2024 --path "2021 each:group=high_average; 2025 rank=20"
cli-about-explain = Giải thích thay đổi giữa hai kỳ: phần của mình, phần chung cả nước, ai vượt ai
cli-example-explain = nanghang explain --province 95 --from 2023 --to 2024
cli-about-completions = Viết phần tự điền lệnh cho một trình dòng lệnh
cli-arg-shell = Trình dòng lệnh: bash, zsh, fish, elvish, powershell
cli-example-completions = nanghang completions bash > /etc/bash_completion.d/nanghang
cli-about-man = Viết trang hướng dẫn (man)
cli-example-man = nanghang man > nanghang.1

# Dòng lệnh: dùng sai
cli-wrong-argument = Không có tùy chọn “{ $argument }”.
cli-wrong-value = “{ $argument }” không nhận giá trị “{ $value }”.
cli-wrong-no-value = “{ $argument }” thiếu giá trị.
cli-wrong-value-of = Nhận một trong: { $possible }.
cli-wrong-missing = Thiếu: { $argument }.
cli-wrong-twice = “{ $argument }” không dùng cùng lúc như vậy.
cli-wrong-command = Không có lệnh “{ $command }”.
cli-wrong-no-command = Chưa nêu lệnh.
cli-wrong-other = Dòng lệnh viết chưa đúng.
cli-wrong-nearest = Có phải là “{ $nearest }”?
cli-see-help = Xem: { $command } --help

# Bảng
cli-total = Tổng điểm
cli-ranking-title = Xếp hạng PAPI { $year }: { $item }
cli-ranking-note = { $of } trên { $all } tỉnh được xếp hạng.
cli-col-rank = Hạng
cli-col-code = Mã
cli-col-province = Tỉnh, thành phố
cli-col-score = Điểm
cli-col-group = Nhóm
cli-col-note = Ghi chú
cli-col-item = Nội dung
cli-col-of = Trên
cli-col-score-change = Điểm ±
cli-col-rank-change = Hạng ±
cli-unranked-parts = thiếu { $parts }
cli-unranked-all = chưa công bố
cli-partial = chỉ một phần các tỉnh cũ có điểm
cli-standing-title = { $province } ({ $code }), PAPI { $year }
cli-standing-note = Thay đổi so với năm { $since }; “≠” là điểm không so sánh được vì cách đo đã thay đổi.
cli-standing-note-first = Không có kỳ công bố trước để so sánh.
cli-published = Công bố ngày { $published }. Nguồn: { $source }.
cli-published-undated = Nguồn: { $source }.
cli-target-title = { $province } ({ $code }), PAPI { $year }: { $target }
cli-col-year = Năm
cli-col-condition = Điều kiện
cli-col-required = Điểm cần có
cli-col-actual = Điểm đạt được
cli-col-gap = Chênh lệch
cli-col-verdict = Kết luận
cli-met = đạt
cli-not-met = không đạt
cli-cannot-tell = chưa kết luận được
cli-target-met = Kết luận chung: đạt.
cli-target-not-met = Kết luận chung: không đạt.
cli-target-cannot-tell = Kết luận chung: chưa kết luận được.
cli-doubt-no_edition = chưa có kỳ công bố
cli-doubt-unranked = không được xếp hạng
cli-doubt-no_base = không có điểm gốc
cli-doubt-not_comparable = cách đo khác năm { $base }
cli-explain-title = { $province } ({ $code }), PAPI { $from } → { $to }: { $item }
cli-explain-from-to = Điểm { $score-from } → { $score-to } ({ $change }); hạng { $rank-from } → { $rank-to } ({ $places } bậc).
cli-explain-unranked = Không được xếp hạng ở một trong hai năm nên không tính được thay đổi.
cli-explain-national = Cả nước: { $national }; so với cả nước: { $relative }.
cli-explain-not-comparable = Cách đo đã thay đổi giữa hai năm: điểm không so sánh được, hạng vẫn so sánh được.
cli-explain-counterfactual = Nếu các tỉnh khác đứng yên: hạng { $still }. Nếu chỉ các tỉnh khác thay đổi: hạng { $moved }.
cli-explain-overtaken = Bị vượt bởi ({ $count }): { $names }.
cli-explain-overtook = Đã vượt ({ $count }): { $names }.
cli-explain-entered = Mới được xếp hạng và đứng trên ({ $count }): { $names }.
cli-explain-left = Từng đứng trên, nay không được xếp hạng ({ $count }): { $names }.
cli-col-own = Của tỉnh
cli-col-national = Cả nước
cli-col-relative = So với cả nước
cli-none = –

# Dòng lệnh: máy chủ và sao lưu
cli-about-serve = Chạy trang web
cli-example-serve =
    nanghang serve --demo
    nanghang serve --bind 0.0.0.0:8080 --data-dir /var/lib/nanghang
cli-arg-bind = Địa chỉ phục vụ [NANGHANG_BIND; mặc định 127.0.0.1:8080]
cli-arg-demo = Bản minh họa: tỉnh Bạc Liêu, Kế hoạch 193/KH-UBND, ngày 20/5/2025
cli-arg-metrics_bind = Địa chỉ riêng cho số liệu vận hành (/metrics) [NANGHANG_METRICS_BIND]
cli-arg-origin = Địa chỉ mà người đọc dùng, như https://papi.baclieu.gov.vn [NANGHANG_ORIGIN]
cli-arg-imprint = Người chịu trách nhiệm về trang [NANGHANG_IMPRINT]
cli-arg-clamav = Nơi quét mã độc bằng ClamAV: MÁY:CỔNG hoặc đường dẫn ổ cắm Unix [NANGHANG_CLAMAV]
cli-arg-portal_checks = Mỗi sáng xem các chuyên mục trong sổ cổng thông tin có thay đổi không; mặc định tắt [NANGHANG_PORTAL_CHECKS]
cli-arg-portal_hosts = Các máy chủ ngoài .gov.vn hoặc trong mạng riêng mà chương trình được xem, cách nhau bằng dấu phẩy [NANGHANG_PORTAL_HOSTS]
cli-arg-trust_proxy = Đứng sau máy chủ trung gian: tin địa chỉ người đọc mà máy đó ghi trong X-Forwarded-For [NANGHANG_TRUST_PROXY]
cli-about-backup = Sao lưu cơ sở dữ liệu và tệp đính kèm, cả khi máy chủ đang chạy
cli-example-backup = nanghang backup nanghang-2025-05-20.tar.zst
cli-arg-backup_file = Tệp sao lưu, TÊN.tar.zst
cli-about-restore = Khôi phục một bản sao lưu vào nơi trống
cli-example-restore =
    nanghang restore nanghang-2025-05-20.tar.zst --into /var/lib/nanghang
    nanghang restore nanghang-2025-05-20.tar.zst --into postgres://nanghang@localhost/nanghang
cli-arg-into = Thư mục dữ liệu, hoặc postgres://…
cli-about-source = Nguồn của một con số: công bố hay tệp nhập, ô nào, ai nhập, khi nào; và các số trước đó
cli-arg-subdimension = Nội dung thành phần 1.1…8.3
cli-example-source = nanghang source --province 95 --year 2024 --subdimension 1.1
cli-col-source = Nguồn
cli-col-cell = Ô
cli-col-by = Người nhập
cli-col-at = Lúc nhập
cli-source-title = { $province } ({ $code }), PAPI { $year }, nội dung thành phần { $item }
cli-source-note = Dòng đầu là số đang dùng; các dòng sau là số đã thay, mới nhất trước. Tổng điểm và nội dung là tổng của các nội dung thành phần.
