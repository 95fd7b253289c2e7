# Agencies
agency-kind-province = People’s Council and Committee
agency-kind-party = Party, Fatherland Front, unions
agency-kind-department = Departments
agency-kind-district = District people’s committees
agency-kind-commune = Commune people’s committees
agency-kind-press = Press and broadcasting
agency-kind-service = Public service units

agencies-q = Search by name or code
agencies-kind = Kind
agencies-on = In force on
agencies-command = Answers to
agencies-outside = Outside the province’s command
agencies-outside-long = Outside the province’s command (a ministry, a company)
agencies-count = { $n ->
    [one] One agency.
   *[other] { $n } agencies.
}
agencies-none = No agency fits.
agencies-days = Days
agencies-now = now
agencies-identifier = Identifier
agencies-identifier-long = Electronic identifier (Decision 20/2020/QĐ-TTg, at most 35 characters)
agencies-before = Goes on for
agencies-after = Succeeded by
agencies-empty = none
agencies-edit = Edit
agencies-groups = Collective names
agencies-members = { $n ->
    [one] one agency
   *[other] { $n } agencies
}
agencies-enter = Enter an agency
agencies-enter-go = Enter
agencies-code = Code
agencies-name = Name
agencies-first = From
agencies-note = Note
agencies-to-page = The agency’s page
agencies-to-posts = The agency’s posts
agencies-correct = Identifier and note
agencies-rename = Rename
agencies-rename-lead = A renamed agency is another agency with a code of its own, which goes on for this one; posts and open work follow.
agencies-code-new = New code
agencies-name-new = New name
agencies-rename-on = First day of the new name
agencies-rename-go = Rename
agencies-end = End
agencies-end-lead = With one successor, posts and open work go on there the day after; with several, each waits for a person’s decision.
agencies-last = Last day in force
agencies-next = Successors
agencies-next-help = Hold Ctrl to choose several; choose none where nobody succeeds.
agencies-end-go = End

agencies-why-form = Something is missing: choose the kind and fill in the first day.
agencies-why-day = The day is missing.
agencies-why-known = There is already an agency { $code }.
agencies-why-code = “{ $code }” cannot be a code: capital letters without marks, digits and hyphens, from 2 to 30.
agencies-why-name = An agency needs a name, of at most 200 characters, without letters of other alphabets that look like Latin ones.
agencies-why-identifier = “{ $written }” is no identifier: letters, digits and dots, at most 35.
agencies-why-backwards = The last day lies before the agency’s first.
agencies-why-ended = This agency is known to end on { $day } already.
agencies-why-successor = The agency { $code } is not in force on { $day }, so it cannot succeed.
agencies-why-changed = Somebody has just changed it: identifier { $identifier }, note { $note }. Look again before you save.

page-agency-bulk = Agencies from a spreadsheet
agency-bulk-lead = One row for each agency. Those that are there stay as they are. If anything is wrong none is entered, and everything wrong is told at once.
agency-bulk-refused = No agency was entered. Mend these cells and send the file again:
agency-bulk-told = { $added } agencies entered; { $known } were there already.
agency-bulk-code-help = required: capital letters, digits and hyphens, such as SNV or X-PHUONG-2
agency-bulk-first-help = required: the first day in force, written like 1/7/2025
agency-bulk-last = Last day
agency-bulk-last-help = empty while in force
agency-bulk-next-help = codes of those that go on when it ends, with semicolons between them
agency-bulk-outside-help = “yes” for bodies of ministries and companies
agency-bulk-may-help = may be empty
agency-bulk-go = Enter
