# Why a question has no answer: an unknown name, options that contradict each other
refusal-province = No province “{ $written }” among the { $set } units. Nearest: { $nearest }.
refusal-ended = { $name } ({ $code }) ended on { $until }; its area now belongs to { $successor } ({ $successor-code }). Ask for { $successor } ({ $successor-code }) among the { $now } units, or for { $name } ({ $code }) among the { $then }.
refusal-other-set = Unit { $unit } is one of the { $set } units, not of the { $asked } that are asked for.
refusal-year = No edition “{ $written }”. Nearest: { $nearest }.
refusal-item = The year { $year } has no dimension or sub-dimension “{ $written }”. Nearest: { $nearest }. The total is written total.
refusal-units = No set of “{ $written }” units. There are: { $nearest }.
refusal-later-set = The { $year } edition surveyed the { $nearest } provinces and says nothing of the former { $asked }.
refusal-target = “{ $piece }” does not read; wanted here: { $expected }.
refusal-no-requirement = No target given. Give one of rank, group, score, improve, if or path.
refusal-path-and-more = A path says every condition itself; it goes with no other target.
refusal-two-requirements = Give one of rank, group, score and improve; join further conditions with if.
refusal-each-and-dimension = Ask for each dimension or for one dimension, not both.
refusal-each-of-nothing = each-dimension and dimension go with rank, group, score or improve; within if, put the item before the condition, as in 4:rank=10.
refusal-points-of-nothing = points goes with improve.
refusal-order = The earlier year (from) must come before the later one (to).
refusal-no-years = There is no edition before to compare with.

# What was wanted, in “wanted here: …”
expected-condition = a condition: rank=20, group=high_average, score=45, places=5, points=1, better-than=2020 or lift, after an item such as 4: or each: if need be
expected-scope = total, each, a dimension (4) or a sub-dimension (4.2)
expected-grouped-item = another condition: PAPI publishes no groups of sub-dimensions
expected-year = a survey year such as 2024
expected-step = steps by years, such as 2021 each:group=high_average; 2025 rank=20
expected-year-once = each year once in a path

# Problems of the API
problem-unknown_province = No such province
problem-province_ended = The province has merged into another
problem-unit_of_another_set = The unit belongs to another set
problem-unknown_year = No such edition
problem-units_of_the_past = That edition has no results for the former provinces
problem-unknown_dimension = No such dimension
problem-unknown_units = No such set of provinces
problem-not_a_target = The target does not read
problem-options_clash = The options do not go together
problem-unreadable = The question does not read
problem-unreadable-detail = What stands after the question mark does not read: format is json or csv, page and per_page are numbers from 1.
problem-no_address = No such address
problem-no_address-detail = The API has no such address; /api/v1/openapi.json lists those it has.
