# The interface for machines
interface-lead = Every figure of this site can be had by a program, without an account or a key.
interface-description = The OpenAPI 3.1 description, made from the code that answers:
interface-common = What holds for all
interface-formats = Formats
interface-formats-text = JSON; add format=csv or send Accept: text/csv for CSV.
interface-pages = Pages
interface-pages-text = Lists in JSON have 100 rows a page, at most 1,000 with per_page; page chooses one. The Link header has the addresses of the first, previous, next and last page. CSV is never paged.
interface-errors = Errors
interface-errors-text = As RFC 9457 has it (application/problem+json): the kind, a sentence, and the nearest names that exist. 404 for a name that does not exist, 400 for a question that cannot be read.
interface-numbers = Numbers
interface-numbers-text = Full precision, not rounded. What was not published is null, never 0.
interface-cors = Other sites
interface-cors-text = Any site may read it (CORS), with GET or HEAD.
interface-licence = Licence
interface-licence-text = Name the source when you use PAPI figures: PAPI (CECODES, VFF-CRT, RTA, UNDP), papi.org.vn. The program is under the Apache-2.0 licence.
interface-questions = Questions
interface-example = Example:
interface-question-documents = The documents of the plan, and the targets that they set
interface-question-editions = The published editions
interface-question-figures = Published scores of sub-dimensions
interface-question-provinces = The provinces, as 63 and as 34
interface-question-explain = Why a province’s score and rank changed
interface-question-standing = Where a province stands, item by item
interface-question-target = Whether a province met a target, and by how much
interface-question-ranking = Ranking of the provinces
interface-question-outlook = Outlook of the provinces for an edition to come
interface-question-ranks = How sure the published ranks are
interface-question-whatif = What a province needs in order to meet a target
interface-question-structure = Dimensions and sub-dimensions of a year
interface-parameter-province = Code, unit or name of the province
interface-parameter-year = Survey year
interface-parameter-units = Set of provinces: 63 or 34
interface-parameter-dimension = total (the default), a dimension (4) or a sub-dimension (4.2)
interface-parameter-from = The earlier year; without it, the edition before the later one
interface-parameter-to = The later year; without it, the latest edition
interface-parameter-rank = This rank or a better one
interface-parameter-group = This group or a better one
interface-parameter-each-dimension = Of each dimension of the year
interface-parameter-score = This score or a higher one
interface-parameter-improve = So many places gained over the edition before
interface-parameter-points = The gain is in points, not in places
interface-parameter-if = Further conditions, such as rank=20 or 4:score=6.5; may be given several times
interface-parameter-path = A path by years, such as 2021 each:group=high_average; 2025 rank=20
