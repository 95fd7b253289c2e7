# Tìm kiếm
search-title = Tìm “{ $written }”
search-provinces = Tỉnh, thành phố
search-contents = Nội dung và nội dung thành phần
search-documents = Văn bản
search-pages = Trang
search-year = PAPI { $year }
search-empty = Gõ từ cần tìm: tin bài, câu hỏi đã trả lời, việc đã hứa, xã, phường, tỉnh, văn bản. Có dấu hay không dấu đều tìm được.
search-nothing = Không tìm thấy gì. Thử từ khác, ngắn hơn, hoặc không dấu.
search-questions = Câu hỏi đã trả lời
search-promises = Nhiệm vụ đã cam kết
search-communes = Niêm yết, công khai ở xã, phường
search-polls = Thăm dò ý kiến
search-more-of = Còn nữa; thêm từ, hoặc thêm tên xã, phường, để tìm hẹp hơn.
search-ask-lead = Cần biết điều này?
search-ask = Gửi câu hỏi, mang theo các từ vừa gõ
search-more = Còn nhiều bài khác; thêm từ để tìm hẹp hơn.
