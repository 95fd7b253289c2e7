# Command line: estimate
cli-about-estimate = Ước lượng từ mẫu điều tra: trung bình, tổng, tỷ lệ, kèm sai số theo thiết kế mẫu
cli-example-estimate = nanghang estimate --cases cases.json --data-dir-for-cases data --format json
cli-arg-cases = Tệp các bài toán, mỗi bài có thiết kế mẫu và đại lượng cần ước lượng
cli-arg-cases_folder = Thư mục chứa các tệp số liệu mà bài toán nêu [mặc định: thư mục của tệp bài toán]
