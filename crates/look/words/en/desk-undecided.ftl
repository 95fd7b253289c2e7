# What waits for a decision, and what passed from agency to agency
page-undecided = Waiting for a decision
undecided-lead = { $n ->
    [one] { $n } assignment was left by an agency that has ended.
   *[other] { $n } assignments were left by agencies that have ended.
} No single agency has their work, so choose who takes over and say why.
undecided-none = Nothing waits for a decision.
undecided-ended = In force until { $day }.
undecided-what = { $n ->
    [one] { $n } assignment
   *[other] { $n } assignments
}
undecided-to = Give to
undecided-other = Name or code of another agency
undecided-give = Give
undecided-told = { $n ->
    [one] { $n } assignment was given. The agency sees it among its work at once.
   *[other] { $n } assignments were given. The agency sees them among its work at once.
}
undecided-none-chosen = No assignment was chosen.
undecided-no-agency = No agency was chosen.
history-link = Mergers and transfers
history-title = Mergers and transfers: { $agency }
history-moves = Assignments taken over and given away
history-none = None was taken over or given away.
history-reason-merger = by merger
history-reason-decision = by decision
history-reason-transfer = by transfer
history-from = Before
history-to = After
history-by = Done by
history-by-rule = the program, by the rule of succession
history-count = { $n ->
    [one] { $n } assignment
   *[other] { $n } assignments
}
plan-board = See it on the board
