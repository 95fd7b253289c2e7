# My work
work-waiting-for = Waiting for you
work-tasks = Tasks of the plan
work-questions-overdue = questions overdue
work-questions-open = questions to answer
work-questions-unsent = questions sent to nobody yet
work-questions-unheld = questions of citizens wait, and nobody holds the role of the standing body to send them on: open that post and appoint somebody
work-duties-missing = disclosures overdue
work-duties-doubted = reports of something not posted, to be checked
work-duties-sought = disclosures looked for in vain, to be answered
work-duties-followed = disclosures missing in communes, in your charge
work-articles = articles to approve
work-articles-returned = articles sent back to be changed
work-bulletins-silent = bulletins not logged, short or late
work-bulletins-withdrawn = bulletins withdrawn: not to be aired
work-bulletins-unplanned = bulletins to schedule
work-items-late = campaign items overdue
work-items-coming = campaign items due within 7 days
work-no-reports = Your post has no tasks to report on.
work-empty = Your agency has nothing to report on at present.
work-returned = Returned
work-late-lot = Late
work-soon = Due soon
work-waiting = Waiting for review
work-later = Due later
work-done = Done lately
work-late = { $n ->
    [one] one day late
   *[other] { $n } days late
}
work-draft = draft

# An assignment and its reports
report-title = Task { $code }, { $period }
report-about = About this task
report-more = What hinders, what you propose (if anything)
report-period = Period
report-due = Due
report-due-first = first due
report-state = State
report-agency = Agency
report-outside = answers to a ministry, not to the province
report-done-when = Counts as done when
report-product = Product
report-plan = Of the plan
report-joined = After the merger this task is reported on together with that of the same period of the successor.
report-cancelled = This task was stopped.
report-form = Report
report-on-behalf = You are reporting for a body outside the province; the report will say so.
report-returned-because = The report was returned:
report-before = Last period:
report-reuse = Use last period’s text again
report-value = Value
report-done = What was done
report-hindered = What hinders
report-proposed = What is proposed
report-evidence = Evidence
report-keep = Keep
report-links = Links (one a line)
report-files = Photos, or PDF, Word and Excel files
report-limits = At most { $each } MB a file; at most { $files } files and { $total } MB a report. The position is taken out of photos.
report-send = Send the report
report-save = Save as draft
report-correct = Correct the accepted report
report-add = Add evidence
report-add-lead = The report was sent; photos or files that did not arrive can be added while it waits for review.
report-add-go = Send evidence
report-history = Reports so far
report-none = No reports yet.
report-number = Report
report-corrects = correction
report-mark-on-behalf = on behalf
report-reason = Reason:
report-no-evidence = Without evidence.
report-see-picture = See the picture
report-moves = Handed on
report-range = From { $low } to { $high }.
report-range-low = { $low } or more.
report-range-high = { $high } or less.
report-state-draft = Draft
report-state-submitted = Sent, waiting for review
report-state-returned = Returned
report-state-resubmitted = Sent again, waiting for review
report-state-accepted = Accepted
report-saved-by = Saved by { $who } at { $when }
report-sent-by = Sent by { $who } at { $when }
report-sent-on-behalf = Sent on behalf by { $who } at { $when }
report-accepted-by = Accepted by { $who } at { $when }
report-returned-by = Returned by { $who } at { $when }
report-told-submitted = The report was sent. The files that arrived are listed below.
report-told-saved = Saved as a draft. The report was not sent.
report-told-added = The evidence arrived; the files are listed below.
report-told-asked = Your request for a later day was sent.

# Why it was not sent
report-wrong = The report was not sent. See what is marked below.
report-wrong-saved = The report was not sent. Text and files were kept as a draft; see what is marked below.
report-empty = Say what was done, or give the value where the task has a measure.
report-not-a-number = This must be a number, such as 85.5 or 1,200.
report-out-of-range = The value cannot be right. { $range }
report-too-long = Too long: at most { $most } characters.
report-not-a-link = “{ $line }” is no link. A link begins with https:// or http://, and there may be ten.
report-stale = The report changed while you were typing. What you typed is still in the fields below; files were not kept.
report-stale-by = While you were typing, { $who } changed this report at { $when }. What you typed is still in the fields below; files were not kept. If you send it, it takes the place of what is there.
report-meanwhile = What is there now:

# Files
scan-clean = scanned, nothing found
scan-unscanned = not scanned
unfit-interrupted = not received, the line broke
unfit-too_large = not taken, the file is too large
unfit-too_many = not taken, this entry has its full number of files or megabytes
unfit-unknown = not taken, neither a JPEG, PNG or WebP picture nor a PDF, Word or Excel file
unfit-damaged = not taken, the file is damaged
unfit-macros = not taken, the file has macros
unfit-infected = not taken, the file is infected
unfit-not_kept = not kept because the server failed, please send it again

# A session that ended
lost-title = Your session has ended
lost-lead = Your session has ended, so the report was not sent. What you typed is still here. Please sign in again in a new tab, then come back to this page and send it.
lost-sign-in = Sign in again (new tab)
lost-files = The photos and files that you chose were not kept; you can add them after sending.

# Later days
extension-heading = Extension
extension-until = Asked for until
extension-why = Reason
extension-ask = Ask for an extension
extension-send = Send the request
extension-none = None asked for.
extension-by = Asked by
extension-count = { $n ->
    [one] One later day was promised before.
   *[other] { $n } later days were promised before.
}
extension-grant-until = Granted until
extension-grant = Grant
extension-refuse = Refuse
extension-is-asked = Asked by { $who } on { $asked }, until { $until }: waiting for an answer.
extension-is-granted = Asked by { $who } on { $asked }, until { $until }: granted by { $by } on { $answered }, until { $granted }.
extension-is-refused = Asked by { $who } on { $asked }, until { $until }: refused by { $by } on { $answered }. Reason: { $reason }
extension-no-day = Choose a day.
extension-not-later = The day must be later than { $day }.
extension-over = This task needs no later day any more.
extension-asked-already = An extension is asked for already and waits for an answer.
extension-answered-already = This request was answered already.
extension-no-reason = Give a reason.
moved-by-merger = { $day }: from { $from } to { $to } by merger. { $words }
moved-by-decision = { $day }: from { $from } to { $to } by decision. { $words }
moved-by-transfer = { $day }: from { $from } to { $to }. { $words }

# Review
review-lead = { $n ->
    [0] No reports wait for review.
    [one] One report waits for review.
   *[other] { $n } reports wait for review, oldest first.
}
review-any = All
review-content = Content
review-section = Content { $code }
review-show = Filter
review-reports = Reports to review
review-empty = No such reports.
review-seen = Looked at
review-accept = Accept
review-return = Return
review-next = Next report
review-batch-lead = Accept at once the reports that are marked “Looked at”. One that changed after this page was opened will not be accepted.
review-batch = Accept those looked at
review-beyond = { $n } more will show when these are decided.
review-extensions = Extensions asked for
review-no-extensions = No extensions wait for an answer.
review-reason-1 = Evidence is missing.
review-reason-2 = The evidence does not match the report.
review-reason-3 = No concrete result or figure is given.
review-reason-4 = The figures are not of this period.
review-reason-5 = The product is not what the task asks for.
review-none-seen = No report is marked “Looked at”.
review-no-reason = Say why it is returned.
review-changed = Changed or decided since you opened the page: { $n }; accepted: { $accepted }. Please look at the list again.
review-told-accepted = { $n ->
    [one] One report accepted.
   *[other] { $n } reports accepted.
}
review-told-returned = { $n ->
    [one] One report returned.
   *[other] { $n } reports returned.
}
review-told-granted = { $n ->
    [one] One extension granted.
   *[other] { $n } extensions granted.
}
review-told-refused = { $n ->
    [one] One extension refused.
   *[other] { $n } extensions refused.
}
report-told-withdrawn = The report is a draft again. Send it once it is mended.
report-withdraw = Take the report back
report-withdraw-lead = Nobody has reviewed it yet. It becomes a draft to be mended; until it is sent again, nothing is reported.
report-withdraw-go = Make it a draft again
report-not-withdrawn = It cannot be taken back any more: it was reviewed or changed.
unfit-too_vast = not taken, the picture has too many pixels or the file unpacks to too much
work-duties-doubted-late = reports of something not posted, overdue for a check
work-duties-sought-late = disclosures looked for in vain, overdue for an answer
