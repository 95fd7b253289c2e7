# Dates
date-long = { $weekday }, { $day } { $month } { $year }
date-moment = { $date }, { $hour }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# Groups by score
group-high = High
group-high_average = High average
group-low_average = Low average
group-low = Low
group-high-short = H
group-high_average-short = HA
group-low_average-short = LA
group-low-short = L
