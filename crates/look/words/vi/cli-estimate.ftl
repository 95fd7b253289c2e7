# Command line: estimate
cli-about-estimate = Ước lượng từ mẫu điều tra: trung bình và tổng, kèm sai số theo thiết kế mẫu
cli-example-estimate =
    nanghang estimate --data khao-sat.csv --design thiet-ke.toml --means q001,q002 --by province
    nanghang estimate --cases cases.json --data-dir-for-cases data
cli-arg-cases = Tệp các bài toán, mỗi bài có thiết kế mẫu và đại lượng cần ước lượng; kết quả là JSON
cli-arg-cases_folder = Thư mục chứa các tệp số liệu mà bài toán nêu [mặc định: thư mục của tệp bài toán]
cli-arg-data = Tệp số liệu khảo sát, CSV hoặc XLSX có dòng tiêu đề; nhận ra tệp xuất từ KoboToolbox, ODK
cli-arg-design = Cách chọn mẫu và tính quyền số, TOML: ids, strata, weights, fpc, nest, lonely_psu, factors, [pps], [replication], [[weighting]]
cli-arg-means = Các cột cần tính trung bình, cách nhau bằng dấu phẩy
cli-arg-totals = Các cột cần tính tổng, cách nhau bằng dấu phẩy
cli-arg-domains = Các cột chia nhóm, mỗi nhóm được ước lượng riêng
cli-arg-replicates = Tính sai số từ bấy nhiêu mẫu lặp (bootstrap) thay cho tuyến tính hóa
cli-arg-draw_seed = Điểm bắt đầu của số ngẫu nhiên: cùng một số cho cùng một kết quả [mặc định: 1]
cli-arg-level = Độ tin cậy của khoảng ước lượng [mặc định: 0.95]

estimate-nothing-asked = Cần nêu đại lượng phải ước lượng: --cases TỆP, hoặc --data TỆP --design TỆP kèm --means hay --totals.
estimate-line = { $path }, dòng { $line }: { $reason }
estimate-unread-field = Tệp thiết kế không có mục này. ({ $detail })
estimate-unread-choice = Mục này không nhận giá trị ấy. ({ $detail })
estimate-unread-value = Giá trị của mục này không đúng kiểu. ({ $detail })
estimate-unread-line = Dòng này không đọc được theo TOML. ({ $detail })
estimate-col-column = Cột
estimate-col-estimate = Ước lượng
estimate-col-error = Sai số chuẩn
estimate-col-from = Từ
estimate-col-to = Đến
estimate-col-cv = Sai số/ước lượng
estimate-note = { $people } phiếu, { $units } đơn vị chọn mẫu cấp một trong { $strata } tầng; khoảng tin cậy { $level }, số bậc tự do tính riêng cho từng nhóm (cả mẫu: { $df }).

estimate-fault-lonely_psu = Có tầng chỉ một đơn vị được chọn mẫu nên không tính được sai số của tầng; chọn lonely_psu trong tệp thiết kế. ({ $detail })
estimate-fault-one_psu = Mẫu chỉ có một đơn vị cấp một nên không tính được sai số. ({ $detail })
estimate-fault-clusters_not_nested = Một đơn vị nằm ở hai tầng; nếu mã đơn vị được đánh lại trong từng tầng, ghi nest = true. ({ $detail })
estimate-fault-missing_weights = Thiếu quyền số. ({ $detail })
estimate-fault-missing_ids = Thiếu mã đơn vị chọn mẫu. ({ $detail })
estimate-fault-missing_strata = Thiếu tầng. ({ $detail })
estimate-fault-missing_fpc = Thiếu quy mô tổng thể. ({ $detail })
estimate-fault-negative_weights = Có quyền số âm. ({ $detail })
estimate-fault-fpc_mixed = Cột quy mô tổng thể lẫn cả số đơn vị và tỷ lệ. ({ $detail })
estimate-fault-fpc_exceeded = Tổng thể của một tầng nhỏ hơn số đơn vị được chọn. ({ $detail })
estimate-fault-unknown_variable = Tệp số liệu không có cột này. ({ $detail })
estimate-fault-not_numeric = Cột này chứa chữ trong khi cần số. ({ $detail })
estimate-fault-all_missing = Không ai trả lời cột này. ({ $detail })
estimate-fault-calibration_failed = Không hiệu chỉnh được quyền số theo các tổng đã cho. ({ $detail })
estimate-fault-ragged = Có dòng thừa hoặc thiếu ô so với dòng tiêu đề. ({ $detail })
estimate-fault-not_a_table = Tệp không phải là bảng có dòng tiêu đề. ({ $detail })
estimate-fault-words = Cột “{ $column }”, dòng số liệu { $row }: “{ $value }” không phải là số. Nếu đây là câu chọn một, ghi tên cột vào factors trong tệp thiết kế.
estimate-fault-no-weight = Quyền số cộng lại bằng 0 hoặc lớn quá mức tính được.
estimate-fault-other = Không ước lượng được. ({ $detail })
estimate-working = Đang tính…
estimate-fault-unread = Không đọc được tệp số liệu: cần CSV hoặc XLSX có dòng tên cột và các dòng trả lời.
