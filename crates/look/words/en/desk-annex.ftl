# A plan's annex: tasks in, words settled, tasks out
annex-title = Annex of tasks
annex-step-title = Bringing in an annex
annex-bring = Bring in a spreadsheet
annex-bring-lead = Send the annex as your office keeps it: columns in any order, agencies in full or abbreviated. It is checked first; nothing is taken before you confirm, and then all of it is.
annex-bring-published = The plan is published: new or changed tasks come in as an amendment and need the document behind it.
annex-file = The annex (XLSX or CSV)
annex-limits = At most { $most } MB. The table needs a column of tasks and one of lead agencies. A file that is not taken is kept for { $days } days and then removed.
annex-check = Send and check
annex-no-file = No file was chosen.
annex-is-closed = The plan is over and takes no annex any more; it can still be downloaded.
annex-waiting = Files that wait
annex-out = Download the annex
annex-out-lead = The file can be brought in again unchanged.
annex-out-empty = The plan has no task yet; the file holds the heading row only and can serve as a template.
annex-out-xlsx = Download XLSX
annex-out-csv = Download CSV
annex-words = Words that are remembered
annex-words-none = None yet. Where an annex has a name that is not clear, your answer is remembered here.
annex-words-count = { $n ->
    [one] { $n } word
   *[other] { $n } words
}
annex-words-lead = They count for every annex to come. Drop one, and it is asked about again.
annex-topic-agency = Agency
annex-topic-period = Time
annex-topic-content = Content
annex-none-agency = No agency
annex-none-period = As long as the plan
annex-none-content = No content
annex-forget = Drop
annex-to-plan = To the plan
annex-taken = { $file } was taken into the plan.
annex-wrong = { $n ->
    [one] { $n } thing needs attention first.
   *[other] { $n } things need attention first.
}
annex-nothing-written = Nothing was written into the plan.
annex-ask = For you to settle
annex-ask-lead = One answer counts for every cell that says so, and is remembered for the next annex.
annex-ask-more = { $n ->
    [one] { $n } more is asked in the next step.
   *[other] { $n } more are asked in the next step.
}
annex-which-agency = Which agency is meant?
annex-which-period = How is this time to be read?
annex-which-content = Which content is this?
annex-cells = Cells:
annex-other = Another, written below
annex-other-agency = Name or code of an agency or a group
annex-other-period = Time, such as Quý II/2025 or trước ngày 30/6/2025
annex-other-content = Codes of contents, such as 1.1; 4
annex-settle = Remember and check again
annex-no-answer = Nothing was answered.
annex-mend = To be mended in the file
annex-mend-lead = Mend these cells in the spreadsheet and send the file again.
annex-mend-more = { $n ->
    [one] { $n } more is not listed.
   *[other] { $n } more are not listed.
}
annex-again = Send the mended file
annex-found = found
annex-expected = expected
annex-same = The annex says what the plan says: there is nothing to take.
annex-ready = The annex can be taken. Look it over and confirm.
annex-added = New
annex-changed = Changed
annex-unchanged = As before
annex-not-in-file = Not in the file
annex-they-stay = (they stay in the plan)
annex-changes = Each change
annex-amends = This amends a published plan: choose the document behind it.
annex-take = Take into the plan
annex-may-ask = { $n ->
    [one] { $n } thing is not clear and may be settled first
   *[other] { $n } things are not clear and may be settled first
}
annex-may-ask-lead = Unanswered, the annex is taken all the same: a time that is not clear lasts as long as the plan, a content that is not clear is left out.
annex-warnings = { $n ->
    [one] { $n } remark
   *[other] { $n } remarks
}
annex-sheets = Other sheets with a table of tasks:
annex-drop = Put this file away
annex-nothing = (empty)
annex-yes = yes
annex-no = no
annex-field-code = Code
annex-field-place = Place
annex-field-section = Section
annex-field-what = To be done
annex-field-product = Product
annex-field-done-when = Counts as done when
annex-field-rhythm = Rhythm
annex-field-first = From
annex-field-last = To
annex-field-due-on = Due in the year
annex-field-lead = Lead
annex-field-parts = Cooperating
annex-field-items = Contents
annex-field-measure = Measure
annex-field-unit = Unit
annex-field-low = Lowest
annex-field-high = Highest
annex-field-weight = Weight
annex-field-scope = Level
annex-field-source = Source
annex-field-public = Public
annex-why-agency = There was no agency and no group “{ $value }” on the day of the plan. Choose one of the list, or write its code.
annex-why-period = “{ $value }” cannot be read as a time. Write “Quý II/2025”, “trước ngày 30/6/2025” or “hằng quý”.
annex-why-content = “{ $value }” is no content of the index. Write codes such as 1.1, 4 or PAR INDEX.
annex-why-large = The file is larger than { $most } MB. Take out pictures and spare sheets, or save it as CSV, and send it again.
annex-why-changed = The plan was changed while you looked. What follows is the new check; look it over and confirm.
annex-why-file = This file is not taken: { $kind }. Expected: { $expected }.
