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
search-more-of = There are more; add words, or the name of a commune, to narrow the search.
search-ask-lead = Do you need to know this?
search-ask = Send a question with these words
search-more = There are more; add words to narrow the search.
