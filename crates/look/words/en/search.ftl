# Search
search-title = Search for “{ $written }”
search-provinces = Provinces
search-contents = Dimensions and sub-dimensions
search-documents = Documents
search-pages = Pages
search-year = PAPI { $year }
search-empty = Type what you look for: news, answered questions, promises, communes, provinces, documents; with or without marks.
search-nothing = Nothing was found. Try another word, a shorter one, or one without marks.
search-questions = Answered questions
search-promises = Promised in the plan
search-communes = What communes make public
search-polls = Polls
search-more = There are more; add words to narrow the search.
