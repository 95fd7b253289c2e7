//! My work: what an agency owes, in the order in which it should be looked at.

use accounts::Desk;
use jiff::ToSpan;
use jiff::civil::Date;

use super::{READ, Refusal, State};
use crate::owed::{self, Owed};

/// Due within so many days is soon.
const SOON: i32 = 14;
/// Done within so many days is lately.
const LATELY: i32 = 60;

/// What an agency owes, lot by lot.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Mine {
    /// Sent back: first, since somebody waits.
    pub returned: Vec<Owed>,
    /// The day has passed.
    pub late: Vec<Owed>,
    /// Due within two weeks.
    pub soon: Vec<Owed>,
    /// Due later.
    pub later: Vec<Owed>,
    /// Waits for review.
    pub waiting: Vec<Owed>,
    /// Accepted lately, newest first.
    pub done: Vec<Owed>,
}

/// What the desk's agency owes.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::Store`].
pub async fn mine(desk: &Desk) -> Result<Mine, Refusal> {
    desk.may(&READ, accounts::Relation::Own)?;
    let Some(agency) = desk.agency.as_deref() else { return Ok(Mine::default()) };
    let since = desk.today.saturating_sub(LATELY.days());
    let owed = owed::of_agency(&mut desk.read().await?, agency, since).await?;
    Ok(Mine::sorted(owed, desk.today))
}

impl Mine {
    /// Sorted into lots on a day; each keeps its order, what was done last comes first.
    fn sorted(owed: Vec<Owed>, today: Date) -> Self {
        let mut mine = Self::default();
        for one in owed {
            mine.lot(&one, today).push(one);
        }
        mine.done.reverse();
        mine
    }

    fn lot(&mut self, owed: &Owed, today: Date) -> &mut Vec<Owed> {
        match owed.stands {
            Some(State::Accepted) => &mut self.done,
            Some(state) if state.is_waiting() => &mut self.waiting,
            _ if owed.is_returned() => &mut self.returned,
            _ if owed.until() < today => &mut self.late,
            _ if owed.until() <= today.saturating_add(SOON.days()) => &mut self.soon,
            _ => &mut self.later,
        }
    }

    /// Whether there is nothing at all.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn owed(due: Date, stands: Option<State>, number: Option<i64>) -> Owed {
        Owed {
            id: 1,
            task: 1,
            plan: String::new(),
            plan_title: String::new(),
            code: String::new(),
            section: String::new(),
            what: String::new(),
            product: String::new(),
            done_when: String::new(),
            measure: None,
            agency: String::new(),
            origin: String::new(),
            outside: false,
            unit: String::new(),
            period: String::new(),
            first: due,
            last: due,
            due,
            promised: None,
            undecided: false,
            joined: None,
            cancelled_on: None,
            stands,
            number,
            reason: None,
            sent_on: None,
            done_on: None,
        }
    }

    fn counts(owed: Vec<Owed>) -> [usize; 6] {
        let mine = Mine::sorted(owed, date(2025, 5, 20));
        [&mine.returned, &mine.late, &mine.soon, &mine.later, &mine.waiting, &mine.done].map(Vec::len)
    }

    #[test]
    fn work_lies_where_it_should_be_looked_at() {
        let (past, today, soon, later) =
            (date(2025, 5, 19), date(2025, 5, 20), date(2025, 6, 3), date(2025, 6, 4));
        assert_eq!(counts(vec![owed(past, None, None)]), [0, 1, 0, 0, 0, 0]);
        assert_eq!(counts(vec![owed(today, None, None), owed(soon, None, None)]), [0, 0, 2, 0, 0, 0]);
        assert_eq!(counts(vec![owed(later, Some(State::Draft), Some(1))]), [0, 0, 0, 1, 0, 0]);
        assert_eq!(counts(vec![owed(past, Some(State::Submitted), Some(1))]), [0, 0, 0, 0, 1, 0]);
        assert_eq!(counts(vec![owed(past, Some(State::Resubmitted), Some(2))]), [0, 0, 0, 0, 1, 0]);
        assert_eq!(counts(vec![owed(past, Some(State::Accepted), Some(1))]), [0, 0, 0, 0, 0, 1]);
    }

    #[test]
    fn what_was_sent_back_comes_first_also_while_the_answer_is_being_written() {
        let past = date(2025, 5, 19);
        assert_eq!(counts(vec![owed(past, Some(State::Returned), Some(1))]), [1, 0, 0, 0, 0, 0]);
        assert_eq!(counts(vec![owed(past, Some(State::Draft), Some(2))]), [1, 0, 0, 0, 0, 0]);
        assert_eq!(counts(vec![owed(past, Some(State::Draft), Some(1))]), [0, 1, 0, 0, 0, 0]);
    }

    #[test]
    fn a_promised_day_counts_instead_of_the_due_one() {
        let mut promised = owed(date(2025, 5, 19), None, None);
        promised.promised = Some(date(2025, 5, 25));
        assert_eq!(counts(vec![promised]), [0, 0, 1, 0, 0, 0]);
    }
}
