# The portal's sections that must be kept fresh
page-portal = Portal register
portal-lead = Sections of the province’s sites that must be kept fresh: by which agency, on which ground, within how many days.
portal-note = The program sees only whether the text of a page is another than before, not whether it is right or complete. It looks each morning, and only where the operator switched it on (NANGHANG_PORTAL_CHECKS=on). What it could not see does not count as fresh.
portal-none = There is no section on the list.
portal-section = Section
portal-agency = Responsible agency
portal-within = Must change within
portal-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
portal-standing = Standing
portal-changed = Last change seen
portal-looked = Last looked at
portal-standing-fresh = fresh
portal-standing-stale = { $n ->
    [one] stale since 1 day
   *[other] stale since { $n } days
}
portal-standing-watched = watched, no change seen yet
portal-standing-unknown = could not be looked at:
portal-standing-unwatched = not looked at for some days, so not known
portal-standing-unseen = not looked at yet
portal-trouble-host = the host does not end in .gov.vn and the operator did not name it
portal-trouble-private = the address is of a private network and the operator did not name it
portal-trouble-unreachable = no connection
portal-trouble-slow = the answer took too long
portal-trouble-status = the server reports an error
portal-trouble-redirect = it leads to another host or in circles
portal-trouble-large = the page is too large
portal-trouble-robots = the site asks programs not to read it (robots.txt)
portal-trouble-not-text = it is no text
portal-trouble-empty = there is no text to be seen
portal-csv = Download the list (CSV)
portal-add = Add a section
portal-change = Change or take off
portal-change-one = Change a section
portal-name = Name of the section
portal-address = Address (https://…)
portal-ground = Ground (law, decree, plan)
portal-within-days = Must change within how many days
portal-keep-go = Save
portal-drop-go = Take this section off the list
portal-no-name = A name is needed, of 300 characters at most.
portal-no-address = One address that begins with https:// or http:// is needed, of 500 characters at most.
portal-no-agency = Choose an agency that is in force.
portal-no-ground = The ground is needed, of 300 characters at most.
portal-no-days = The days must be from 1 to 366.
portal-twice = That address is on the list.
portal-too-many = The list has 50 sections. Take one off before adding another.
portal-not-state = The host does not end in .gov.vn: the program looks only where the operator named it
