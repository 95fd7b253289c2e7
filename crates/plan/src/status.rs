//! Where an assignment stands. A rule from days and reports; never set by hand.
//!
//! The day that counts is the one that was promised last, where an extension was granted, else the day it is due;
//! [`Facts::days_late_by_plan`] says how late it is by the plan all the same. Of reports only what was sent
//! counts, a draft is nothing. In this order:
//!
//! 1. A cancelled assignment is [`Status::Cancelled`].
//! 2. With an accepted report it is [`Status::Done`] when the accepted report was sent by that day, else
//!    [`Status::DoneLate`]. Of several accepted ones, corrections, the first counts.
//! 3. With a report that waits for review it is [`Status::Reported`], however late that came.
//! 4. When the plan is closed it is [`Status::NotDone`].
//! 5. After that day it is [`Status::Late`]; a continuous task has nothing to be late with and is
//!    [`Status::Stale`]: nothing new was told in the period.
//! 6. From the day its data are closed, or six days before that day where this is earlier, it is
//!    [`Status::Due`]; before, [`Status::NotDue`].
//!
//! A report that was returned and not sent again is as none: 4 to 6 decide.

use jiff::ToSpan;
use jiff::civil::Date;

/// Days between the close of the data and the last day for sending in the calendar of administrative reform:
/// from the 14th to the 20th [Bộ Nội vụ, 581/BNV-CCHC].
const SENDING: i32 = 6;

/// What the rule knows of an assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The day its data are closed.
    pub last: Date,
    /// The last day for sending.
    pub due: Date,
    /// The day that was granted last.
    pub promised: Option<Date>,
    /// Whether its task is continuous.
    pub continuous: bool,
    /// Whether it was cancelled.
    pub cancelled: bool,
    /// Whether the plan is closed.
    pub closed: bool,
    /// The reports that were sent, in their order.
    pub sent: Vec<Sent>,
}

/// A report that was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sent {
    /// The day it was sent last.
    pub on: Date,
    /// What became of it.
    pub answer: Answer,
}

/// What became of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It waits for review.
    Waiting,
    /// It was returned, and not sent again.
    Returned,
    /// It was accepted.
    Accepted,
}

/// Where an assignment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Nothing is asked yet.
    NotDue,
    /// A report is asked for, and there is time.
    Due,
    /// So many days late, at least one.
    Late(i32),
    /// A report waits for review.
    Reported,
    /// Done in time.
    Done,
    /// Done so many days late, at least one.
    DoneLate(i32),
    /// The plan is over and it was not done.
    NotDone,
    /// Continuous, and nothing new was told in the period.
    Stale,
    /// It lost its ground.
    Cancelled,
}

impl Status {
    /// The words of all, as catalogues and filters have them.
    pub const WORDS: [&str; 9] =
        ["not_due", "due", "late", "reported", "done", "done_late", "not_done", "stale", "cancelled"];

    /// Its word, without the days.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotDue => "not_due",
            Self::Due => "due",
            Self::Late(_) => "late",
            Self::Reported => "reported",
            Self::Done => "done",
            Self::DoneLate(_) => "done_late",
            Self::NotDone => "not_done",
            Self::Stale => "stale",
            Self::Cancelled => "cancelled",
        }
    }

    /// How many days late; none where it is not.
    pub fn days(self) -> Option<i32> {
        match self {
            Self::Late(days) | Self::DoneLate(days) => Some(days),
            _ => None,
        }
    }

    /// Whether a report was accepted.
    pub fn is_done(self) -> bool {
        matches!(self, Self::Done | Self::DoneLate(_))
    }

    /// Whether its agency has something to do now.
    pub fn is_awaited(self) -> bool {
        matches!(self, Self::Due | Self::Late(_) | Self::Stale)
    }
}

impl Facts {
    /// The day that counts: promised, or due.
    pub fn deadline(&self) -> Date {
        self.promised.unwrap_or(self.due)
    }

    /// Where it stands on a day.
    pub fn status(&self, today: Date) -> Status {
        let deadline = self.deadline();
        let late = days_after(deadline, today);
        if self.cancelled {
            return Status::Cancelled;
        }
        if let Some(sent) = self.accepted() {
            return days_after(deadline, sent.on).map_or(Status::Done, Status::DoneLate);
        }
        if self.sent.iter().any(|sent| sent.answer == Answer::Waiting) {
            return Status::Reported;
        }
        match late {
            _ if self.closed => Status::NotDone,
            Some(_) if self.continuous => Status::Stale,
            Some(days) => Status::Late(days),
            None if today < self.opens() => Status::NotDue,
            None => Status::Due,
        }
    }

    /// How many days late it is, or was when it was done, by the plan, whatever was promised since.
    pub fn days_late_by_plan(&self, today: Date) -> Option<i32> {
        days_after(self.due, self.accepted().map_or(today, |sent| sent.on))
    }

    fn accepted(&self) -> Option<&Sent> {
        self.sent.iter().find(|sent| sent.answer == Answer::Accepted)
    }

    /// The day from which a report is asked for.
    fn opens(&self) -> Date {
        self.last.min(self.deadline().saturating_sub(SENDING.days()))
    }
}

/// How many days `day` lies after another; none when it does not.
fn days_after(other: Date, day: Date) -> Option<i32> {
    Some((day - other).get_days()).filter(|days| *days > 0)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn quarter() -> Facts {
        Facts {
            last: date(2025, 3, 14),
            due: date(2025, 3, 20),
            promised: None,
            continuous: false,
            cancelled: false,
            closed: false,
            sent: Vec::new(),
        }
    }

    fn sent(month: i8, day: i8, answer: Answer) -> Sent {
        Sent { on: date(2025, month, day), answer }
    }

    #[test]
    fn days_alone_decide_while_nothing_is_sent() {
        let on = |month, day| quarter().status(date(2025, month, day));
        assert_eq!(on(3, 13), Status::NotDue);
        assert_eq!(on(3, 14), Status::Due);
        assert_eq!(on(3, 20), Status::Due);
        assert_eq!(on(3, 21), Status::Late(1));
        assert_eq!(on(4, 19), Status::Late(30));
    }

    #[test]
    fn what_has_a_day_of_its_own_is_asked_for_six_days_before() {
        let once = Facts { last: date(2025, 3, 31), due: date(2025, 3, 31), ..quarter() };
        assert_eq!(once.status(date(2025, 3, 24)), Status::NotDue);
        assert_eq!(once.status(date(2025, 3, 25)), Status::Due);
    }

    #[test]
    fn lateness_counts_from_the_promised_day_and_the_plans_is_said_too() {
        let promised = Facts { promised: Some(date(2025, 3, 31)), ..quarter() };
        let on = date(2025, 4, 2);
        assert_eq!(promised.status(date(2025, 3, 31)), Status::Due);
        assert_eq!(promised.status(on), Status::Late(2));
        assert_eq!(promised.days_late_by_plan(on), Some(13));
    }

    #[test]
    fn done_is_what_was_accepted_by_the_day_it_was_sent() {
        let on = date(2025, 6, 1);
        let with = |sent: &[Sent]| Facts { sent: sent.to_vec(), ..quarter() }.status(on);
        assert_eq!(with(&[sent(3, 20, Answer::Accepted)]), Status::Done);
        assert_eq!(with(&[sent(3, 25, Answer::Accepted)]), Status::DoneLate(5));
        let corrected =
            [sent(3, 19, Answer::Accepted), sent(5, 2, Answer::Waiting), sent(5, 9, Answer::Accepted)];
        assert_eq!(with(&corrected), Status::Done);
    }

    #[test]
    fn a_returned_report_is_as_none_until_it_is_sent_again() {
        let on = date(2025, 3, 22);
        let with = |sent: &[Sent]| Facts { sent: sent.to_vec(), ..quarter() }.status(on);
        assert_eq!(with(&[sent(3, 19, Answer::Returned)]), Status::Late(2));
        assert_eq!(with(&[sent(3, 19, Answer::Returned), sent(3, 22, Answer::Waiting)]), Status::Reported);
    }

    #[test]
    fn what_is_continuous_goes_stale_and_what_a_closed_plan_leaves_is_not_done() {
        let on = date(2025, 4, 1);
        assert_eq!(Facts { continuous: true, ..quarter() }.status(on), Status::Stale);
        assert_eq!(Facts { closed: true, ..quarter() }.status(on), Status::NotDone);
        assert_eq!(Facts { closed: true, continuous: true, ..quarter() }.status(on), Status::NotDone);
        assert_eq!(Facts { cancelled: true, closed: true, ..quarter() }.status(on), Status::Cancelled);
    }

    fn day() -> impl Strategy<Value = Date> {
        (0_i32..800).prop_map(|days| date(2024, 6, 1).saturating_add(days.days()))
    }

    fn facts() -> impl Strategy<Value = Facts> {
        let answer = prop::sample::select(vec![Answer::Waiting, Answer::Returned, Answer::Accepted]);
        let sent = prop::collection::vec((day(), answer).prop_map(|(on, answer)| Sent { on, answer }), 0..4);
        let flags = (any::<bool>(), any::<bool>(), any::<bool>());
        (day(), 0_i32..100, prop::option::of(day()), flags, sent).prop_map(
            |(last, open, promised, (continuous, cancelled, closed), sent)| {
                let due = last.saturating_add(open.days());
                Facts { last, due, promised, continuous, cancelled, closed, sent }
            },
        )
    }

    proptest! {
        #[test]
        fn done_needs_an_accepted_report_and_reported_a_waiting_one(facts in facts(), today in day()) {
            let status = facts.status(today);
            let has = |answer| facts.sent.iter().any(|sent| sent.answer == answer);
            prop_assert_eq!(status.is_done(), has(Answer::Accepted) && !facts.cancelled);
            prop_assert!(status != Status::Reported || (has(Answer::Waiting) && !has(Answer::Accepted)));
        }

        #[test]
        fn days_late_are_counted_from_the_day_that_counts(facts in facts(), today in day()) {
            match facts.status(today) {
                Status::Late(days) => {
                    prop_assert!(days > 0 && facts.deadline().saturating_add(days.days()) == today);
                }
                Status::DoneLate(days) => prop_assert!(days > 0),
                Status::Stale => prop_assert!(facts.continuous && facts.deadline() < today),
                Status::NotDue | Status::Due => prop_assert!(today <= facts.deadline()),
                _ => {}
            }
        }

        #[test]
        fn time_alone_only_leads_from_not_due_to_due_to_late(facts in facts(), a in day(), b in day()) {
            let stage = |status: Status| match status {
                Status::NotDue => 0,
                Status::Due => 1,
                Status::Late(_) | Status::Stale => 2,
                _ => 3,
            };
            let (earlier, later) = (facts.status(a.min(b)), facts.status(a.max(b)));
            prop_assert!(stage(earlier) <= stage(later));
            prop_assert!(stage(earlier) < 3 || earlier == later);
        }

        #[test]
        fn every_status_has_its_word(facts in facts(), today in day()) {
            prop_assert!(Status::WORDS.contains(&facts.status(today).as_str()));
        }
    }
}
