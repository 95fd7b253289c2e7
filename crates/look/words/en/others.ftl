# Other feedback systems of the province
page-imports = Other feedback systems
others-lead = Figures of the other feedback systems that the province runs (the 1022 hotline, Zalo, a page for reports). They are counted beside the questions of this site, never among them.
others-others = From other systems
others-apart = By each system's file, up to the day in the table; not added to this site's figures. On time: only of feedback whose deadline is given. What a file does not say stays “unknown”.
others-source = System
others-source-note = Write it the same each time, so that its files are known as of one system.
others-as-of = Figures up to
others-received = Received
others-answered = Answered
others-unknown = unknown
others-files = Files
others-none = There is no file yet.
others-lines = { $n ->
    [one] One feedback
   *[other] { $n } feedbacks
}
others-waits = Its columns are still to be confirmed
others-new = New file
others-bring = Send the file and see its columns
others-personal = A CSV or XLSX file out of that system. Columns with names, telephones, addresses, e-mail or identity numbers are dropped while it is read and never stored.
others-brought = Sent on
others-kept-lines = Feedbacks
others-columns = Columns in use
others-left-out = Columns left out since they tell who somebody is
others-left-out-none = No such column
others-columns-lead = Please check what each column is. Columns that are “Not used” are not stored.
others-columns-title = Columns of the file
others-kind-none = Not used
others-kind-code = Code
others-kind-received = Received on
others-kind-place = Commune
others-kind-words = What was asked
others-kind-agency = Who answers
others-kind-due = Due on
others-kind-answered = Answered on
others-kind-state = Status
others-kind-satisfied = Satisfied
others-kind-link = Link
others-look = Look at the examples: a column that holds names or home addresses should be “Not used”. A text with a telephone number, an identity number or an e-mail address is left out, line by line.
others-counts = { $new } new, { $changed } changed, { $same } the same as before.
others-done = Kept.
others-withheld = { $n ->
    [one] One text holds a telephone number, an identity number or an e-mail address; it is not stored.
   *[other] { $n } texts hold a telephone number, an identity number or an e-mail address; they are not stored.
}
others-unknown-title = Not understood, will be unknown
others-not-understood = { $column }: “{ $said }” ({ $n ->
    [one] one row
   *[other] { $n } rows
})
others-preview = Look again
others-keep = Keep
others-look-again = Columns were changed. Please look at what follows, then keep it.
others-refused = Nothing can be kept yet. Mend these cells in the file and send it again, or choose other columns.
others-cell = Row { $row }, column { $column }
others-row = Row { $row }
others-amiss-empty = is empty; a code and a day of receiving are needed
others-amiss-not_a_day = is no day; write 20/5/2025
others-amiss-later = is after the day of the figures
others-amiss-before = is before the day of receiving
others-amiss-twice = this code stands further above with something else
others-amiss-not_a_link = is no address of a page; it must begin with https://
others-amiss-too_long = is longer than 300 characters
others-list = Feedback in the file
others-would = What would be kept (first rows)
others-where = Where, and who answers
others-state-open = Not answered
others-state-answered = Answered
others-state-closed = Not dealt with
others-liked = Satisfied
others-not-liked = Not satisfied, or neither
others-remove = Remove this file
others-remove-note = Its figures count no longer; an earlier file of the same system, if there is one, counts again.
others-remove-go = Remove
others-no-source = The system needs a name of at most 100 characters.
others-no-day = Please say up to which day the figures go.
others-later = The day of the figures must not be after today.
others-empty = There is no row of headings with rows below it. Headings have to name the columns, as “Code” or “Received”.
others-too-large = The file has more than 20,000 rows or more than 100 columns. Please divide it.
others-lacks = No column is “{ $column }”, which is needed.
others-double = Two columns are “{ $column }”. Please choose one.
others-amiss = { $n ->
    [one] One cell is wrong
   *[other] { $n } cells are wrong
}, so nothing was kept.
others-kept-already = This file was kept already.
elsewhere-title = Where feedback goes
elsewhere-is = The province takes feedback at
elsewhere-is-note = The page of questions sends people there and takes requests for information and about own data only.
elsewhere-none = The page of questions takes feedback itself.
elsewhere-change = Change where it goes
elsewhere-name = Name of the system
elsewhere-address = Address of its page
elsewhere-note = With both empty, the page of questions takes feedback itself. Questions that came in are still to be answered.
elsewhere-go = Save
elsewhere-no-name = The system needs a name of at most 100 characters.
elsewhere-no-address = The address must begin with https:// or http:// and have at most 300 characters.
elsewhere-public = Feedback about something
elsewhere-public-note = The province has a place of its own for it. Please send it there, where it is followed and answered once.
elsewhere-public-here = This page takes requests for information and requests about your own data.
elsewhere-refused = Please send feedback to the system named above. Nothing was stored here.
others-sealed = The file that waits does not open: the key of the server is another one. Please remove it and send it again.
