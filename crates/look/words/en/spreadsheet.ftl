# Spreadsheets: names of columns
sheet-code = Code
sheet-agency-code = Agency code
sheet-department-code = Department code
sheet-promised = Promised by
sheet-days-late = Days late
sheet-extended = Times extended
sheet-settled = Answered on
sheet-reopened = Times reopened
sheet-event = Document or event
sheet-event-day = Date of it
sheet-address = Address
sheet-ground = Legal ground
sheet-within-days = To be updated within (days)
sheet-shown = Where it is seen, what was done
sheet-hidden = Why it is hidden
sheet-closed = Closed on
