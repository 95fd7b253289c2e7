# People and posts
page-posts = Posts
page-bulk = People from a spreadsheet
ask-any = All

role-administrator = Administrator
role-standing_body = Standing body
role-leader = Provincial leader
role-head = Head of agency
role-officer = Officer
role-communicator = Communicator
role-auditor = Auditor

people-q = Search by name or account
people-agency = Agency
people-role = Role
people-state = State
people-enabled = In use
people-disabled = Disabled
people-waiting = No password yet
people-count = { $n ->
    [one] One person.
   *[other] { $n } people.
}
people-none = Nobody fits.
people-more = More
people-no-post = Holds no post yet
people-deputy = deputy
people-open-end = no end set
people-nobody = nobody
people-add = Add a person
people-add-help = The program neither asks for nor keeps a birth date, an identity number, a telephone number or an e-mail address.
people-add-go = Add
people-name = Name
people-account = Account
people-account-optional = Account (left empty, it is made of the name)
people-post-vacant = Vacant post
people-first = From
people-last = To the end of
people-last-optional = To the end of (empty if not decided)
people-posts = Posts held
people-link = One-time sign-in link
people-link-lead = For a new account or a forgotten password. An earlier link that was not used is good no longer.
people-link-go = Make a link
people-appoint = Appoint to a post
people-appoint-go = Appoint
people-no-vacant = No post is vacant.
people-rename = Correct the name
people-save = Save
people-access = Disable or enable the account
people-disable-lead = Disabling ends every session at once. What was done keeps the name of who did it.
people-disable = Disable the account
people-enable-lead = Enabled again, this person signs in as before, with the old password.
people-enable = Enable the account again
people-to-audit = See the audit trail

people-why-form = Something is missing: fill in every field and the days.
people-why-name = A name needs letters, and at most 100 characters.
people-why-account = “{ $written }” cannot be an account: letters, digits, dots and hyphens, from 2 to 40.
people-why-known = There is already an account { $account }.
people-why-sent = This form was sent already.
people-why-renamed = Somebody has just changed the name to “{ $name }”. Look again before you save.
people-why-last = This is the last administrator, who cannot be disabled or lose the post.
people-why-nobody = No such account among those who may be named.
people-why-disabled = The account { $account } is disabled.
people-why-agency = There is no such agency.
people-why-not-in-force = The agency { $agency } is not in force on { $day }.
people-why-post-name = The name of a post needs letters, and at most 120 characters.
people-why-backwards = The last day, { $last }, lies before the first, { $first }.
people-why-not-open = The post is open from { $first } to { $last } only.
people-why-overlap = { $holder } holds this post from { $first } to { $last }.
people-why-vacant = On { $day } nobody holds the post, so there is nothing to hand over; use “Appoint to a post”.
people-why-same = { $name } holds this post already.
people-why-changed = Somebody has just handed this post over; now it is held by { $name }. Look again.
people-why-no-deputy = There is no such deputy.
people-why-administrators = Only an administrator names a deputy at an administrator’s post.
people-why-decided = There is nothing left to decide about this post.
people-why-heir = The work did not go to this agency.

posts-q = Search by post or holder
posts-only-open = Open
posts-with-closed = Closed ones too
posts-count = { $n ->
    [one] One post.
   *[other] { $n } posts.
}
posts-none = No post fits.
posts-vacant = Vacant
posts-until = until
posts-open = Open a post
posts-open-go = Open
posts-name = Name of the post
posts-code = Code
posts-holder = Held by
posts-history = Who held it, from when
posts-nobody-yet = Nobody has held this post yet.
posts-undecided = Posts that wait for a decision
posts-undecided-lead = The agency has ended and several go on with its work, or none that is known. The holders still sign in and read; choose where the post goes on.
posts-heir = Goes on at
posts-settle = Decide
posts-hand-over = Hand over
posts-hand-over-lead = The present holder’s last day is the day before. Open work stays with the agency; what was done keeps the name of who did it.
posts-hand-over-go = Hand over
posts-to = To (account)
posts-on = From
posts-words = Decision, remarks
posts-deputise = Name a deputy
posts-deputise-lead = For leave or travel: the deputy sits at this post on those days only.
posts-deputise-go = Name the deputy
posts-deputy = Deputy (account)
posts-recall = End the deputy’s time
posts-recall-last = Last day as deputy
posts-close = Close the post
posts-close-lead = After the last day nobody holds this post any more.
posts-close-go = Close

slips-title = One-time sign-in slips
slips-lead = Print this page and cut the slips apart. The links are shown here only once; make a new one where a slip is lost.
slips-post = Post
slips-link = Link
slips-how = Open the link within { $n } hours and choose a password to get in. It works once; pass it on to nobody.
slips-back = To the list of people

bulk-lead = One row for each person. With a single mistake nobody is added, and every mistake is told at once.
bulk-columns = Columns
bulk-name = Name
bulk-name-help = needed
bulk-account = Account
bulk-account-help = may be empty; the program makes it of the name: Nguyễn Thị Lan becomes lan.nguyen-thi
bulk-post = Post
bulk-post-help = a vacant post of that name at the agency, or else a new one
bulk-agency = Agency
bulk-agency-help = code or name of an agency in force
bulk-role = Role
bulk-template = Download an empty table (CSV)
bulk-file = Excel (.xlsx) or CSV file
bulk-go = Add and make slips
bulk-refused = Nobody was added. Mend these places and send it again:
bulk-found = found:
bulk-more = { $n ->
    [one] and one more.
   *[other] and { $n } more.
}
bulk-whole-file = The file
bulk-problem-not-a-workbook = neither Excel (.xlsx) nor CSV
bulk-problem-corrupt-workbook = damaged or cut short
bulk-problem-encrypted-workbook = behind a password
bulk-problem-too-large = too large
bulk-problem-missing-column = no row of headings with name, post, agency and role
bulk-problem-empty-sheet = nobody below the headings
bulk-problem-missing-text = empty or too long
bulk-problem-bad-account = cannot be an account
bulk-problem-taken-account = somebody has this account
bulk-problem-duplicate-account = this account is in row { $expected } already
bulk-problem-unknown-agency = no agency in force has this code or name
bulk-problem-ambiguous-agency = several agencies have this name; write one of the codes { $expected }
bulk-problem-unknown-role = no such role; write one of: { $expected }
