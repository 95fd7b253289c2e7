# Promises and progress
progress-title = Promises and progress of the plan
progress-title-of = { $name }: promises and progress
progress-none = No plan has been published yet.
progress-done = { $done } of { $all } tasks done
progress-late = { $n ->
    [one] { $n } task late
   *[other] { $n } tasks late
    }, the longest by { $days ->
    [one] { $days } day
   *[other] { $days } days
}
progress-none-late = no task is late
progress-unmet = { $n } not done, or with nothing new in the period
progress-waiting = { $n } reported, under review
progress-on-track = { $n } under way and in time
progress-not-due = { $n } not due yet
progress-cancelled = { $n } cancelled
progress-closed = closed
progress-sample = sample data
progress-by-content = By content
progress-by-agency = By agency
progress-content = Content
progress-agency = Agency
progress-head-done = Done
progress-head-late = Late (longest)
progress-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
progress-late-title = Late longest
progress-late-more = { $n } more are late; see each content or each agency.
progress-late-agencies = { $n ->
    [one] { $n } agency late
   *[other] { $n } agencies late
}
progress-who-late = Agencies that are late
progress-lead = Lead
progress-product = Product
progress-due = Due
progress-promised = extended to
progress-times = Times done
progress-cancelled-by = Cancelled by
progress-others = Other plans
progress-note = Source: published plans, and reports of the agencies that were accepted on review, as of
progress-rule = Public tasks only. Days late count from the day in the plan, or from the day it was extended to.
progress-sample-note = The tasks and reports on this page are made-up samples, not real results of the province.
section-communication = Communication
section-carrying-out = Carrying out the plan
section-other = Section { $code }
standing-not_due = Not due yet
standing-on_track = Under way, in time
standing-waiting = Reported, under review
standing-late-days = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
standing-stale = Nothing new in the period
standing-done = Done in time
standing-done_late-days = Done, { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
standing-not_done = Not done
standing-cancelled = Cancelled
home-progress-go = See promises and progress
interface-question-progress = What plans promised and how far it is
interface-parameter-plan = The plan’s name in addresses; every published plan without it
interface-parameter-content = A content (4) or a section of the plan’s own
interface-parameter-agency = The code of an agency that does it
days-feed = Put the promised days into your calendar (iCalendar)
days-name = Days promised to the people – { $province }
days-promise = Due: { $what }
days-poll = Last day of the poll: { $what }
