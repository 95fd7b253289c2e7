//! Deadlines: by when something is to be public, and until when it stays up.
//!
//! The day of the event is not counted (Bộ luật Dân sự 2015, Điều 147 khoản 2). Calendar days that end on a day off
//! end with the next working day (Điều 148 khoản 5). Working days leave weekends and holidays out and count the
//! Saturdays that are worked to make up for one.

use jiff::ToSpan;
use jiff::civil::Date;
use plan::Calendar;
use plan::calendar::Workdays;

use super::{Counted, Stays, Terms, Within};

/// By when something is to be public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// The last day.
    pub day: Date,
    /// The year whose days off are not settled by a decision yet, so that the day may still move.
    pub unconfirmed: Option<i16>,
}

impl Terms {
    /// By when it is to be public after an event of that day.
    pub fn due(&self, event: Date, calendar: &Calendar) -> Deadline {
        let workdays = &calendar.workdays;
        let day = match self.within {
            Within { days: 0, counted: Counted::Working } => workdays.on_or_after(event),
            Within { counted: Counted::Working, days } => workdays.add_working_days(event, days),
            Within { counted: Counted::Calendar, days } => calendar.deadline(after(event, days)),
        };
        let unconfirmed = (event.year()..=day.year()).find(|year| workdays.confirmed(*year).is_none());
        Deadline { day, unconfirmed }
    }

    /// The last day of what was posted on a day; none for what stays throughout.
    pub fn until(&self, posted: Date, workdays: &Workdays) -> Option<Date> {
        match self.stays {
            Stays::Throughout => None,
            Stays::Days(Within { days, counted: Counted::Calendar }) => Some(after(posted, days)),
            Stays::Days(Within { days, counted: Counted::Working }) => {
                Some(workdays.add_working_days(posted, days))
            }
        }
    }
}

fn after(day: Date, days: u32) -> Date {
    day.saturating_add(i64::from(days).days())
}
