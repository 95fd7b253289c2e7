# Collective names: groups of agencies
page-groups = Groups of agencies
groups-lead = A collective name in a plan means every agency of a kind in force on the day that work is given out, with those that are put in or taken out here.
groups-none = There is no group yet.
groups-name = Name of the group
groups-code = Code, such as @cac-hoi
groups-kind = Every agency of the kind
groups-no-kind = Only those that are put in
groups-until = until
groups-make = Make a group
groups-make-go = Make it
groups-put = Put in or take out
groups-put-lead = What was given out stays; from that day on new periods go to members only. Where one agency alone has the work of another, it stands for it.
groups-which-way = From that day on
groups-in = in the group
groups-out = not in the group
groups-from = from
groups-members = { $n ->
    [one] { $n } member on
   *[other] { $n } members on
}
groups-empty = On this day the group means nobody.
groups-said = Put in and taken out
groups-rename = Rename the group
groups-why-code = “{ $code }” cannot be a group's code: after the @, small letters without marks, digits and hyphens, at most 30.
groups-why-changed = Somebody has just named the group “{ $name }”. Look again before you save.
groups-why-day = The agency { $code }, or the group, is not in force on { $day }.
