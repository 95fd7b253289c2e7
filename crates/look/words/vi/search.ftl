# Tìm kiếm
search-title = Tìm “{ $written }”
search-provinces = Tỉnh, thành phố
search-contents = Nội dung và nội dung thành phần
search-documents = Văn bản
search-pages = Trang
search-year = PAPI { $year }
search-empty = Gõ tên tỉnh, nội dung hoặc trang; có dấu hay không dấu đều tìm được.
search-nothing = Không tìm thấy gì. Thử từ khác, ngắn hơn, hoặc không dấu.
