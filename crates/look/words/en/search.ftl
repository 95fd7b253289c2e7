# Search
search-title = Search for “{ $written }”
search-provinces = Provinces
search-contents = Dimensions and sub-dimensions
search-documents = Documents
search-pages = Pages
search-year = PAPI { $year }
search-empty = Type the name of a province, a dimension or a page, with or without marks.
search-nothing = Nothing was found. Try another word, a shorter one, or one without marks.
