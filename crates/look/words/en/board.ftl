# The board and the page of an agency
board-all = { $all } assignments in all: { $done } done, { $late } of them late
board-late = { $n } late, the longest by { $days ->
    [one] { $days } day
   *[other] { $days } days
}
board-waiting = { $n } under review
board-in-time = { $n } still in time
board-unmet = { $n } not done or with nothing new
board-undecided = { $n ->
    [one] { $n } assignment
   *[other] { $n } assignments
    } of merged or dissolved agencies wait for you to decide who goes on
board-undecided-all = Decide who takes them over
board-plan = Plan
board-section = Content
board-item = Sub-dimension or other index
board-agency = Agency
board-period = Period
board-status = Status
board-text = Words of the task, the product, the agency
board-clear = Clear the filter
board-head-name = Name
board-head-all = All
board-head-done = Done
board-head-late = Late (longest)
board-head-waiting = Under review
board-head-unmet = Not met
board-list = { $n ->
    [one] List: { $n } assignment
   *[other] List: { $n } assignments
}
board-hidden = { $n } of other agencies are in the totals only.
board-empty = Nothing fits.
board-before = Page before
board-after = Next page
board-caption = List of assignments
board-task = Task
board-due = Report due
board-report = Latest report
board-report-none = none yet
board-report-waiting = sent
board-report-returned = returned
board-report-accepted = accepted
standing-due = Report is due
standing-reported = Reported, under review
standing-late = Late
standing-done_late = Done late
standing-undecided = Waiting for a decision on who goes on
agency-record = Record
agency-board = See on the board
agency-promised = Extended: { $n }; kept { $kept }, broken { $broken }.
agency-promised-none = Nothing was extended.
agency-none-late = Nothing is late now.
agency-late = Late now
agency-done-late = Done late
agency-others = { $n } more; see the board.
agency-leads = Leads
agency-cooperates = Cooperates in
agency-open = Public tasks
agency-nothing = The agency has no task in a published plan yet.
