//! A poll of the portal: one question to whoever comes by. It is no survey, and says so; a share is shown only where enough
//! answered, and only to who answered or when it is over.

mod did;
mod make;
mod refusal;
mod table;
mod vote;

use accounts::{Desk, Reach, Relation, Right, Role};
use jiff::civil::Date;

pub use make::{ASKED_MAX, CHANGE, CLOSE, Draft, MAKE, WITHDRAW, change, close, make, withdraw};
pub use refusal::Refusal;
pub use vote::{VOTE, vote};

/// Below so many answers no share is shown.
pub const FLOOR: i64 = 30;

/// Who may see polls that are not open yet.
pub const READ: Right = Right {
    act: "poll.read",
    held_by: &[
        (Role::StandingBody, Reach::Any),
        (Role::Leader, Reach::Any),
        (Role::Communicator, Reach::Any),
        (Role::Auditor, Reach::Any),
    ],
};

/// A poll as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poll {
    /// Its number.
    pub id: i64,
    /// What is asked.
    pub asked: String,
    /// The same in English; empty where nobody wrote it.
    pub asked_en: String,
    /// What may be chosen, in order.
    pub choices: Vec<Choice>,
    /// The first day that takes answers.
    pub opens_on: Date,
    /// The last one.
    pub closes_on: Date,
    /// The day that it was ended before its last, and why.
    pub ended: Option<(Date, String)>,
    /// The day that it was taken out of sight, and why.
    pub withdrawn: Option<(Date, String)>,
}

/// One thing to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// In Vietnamese.
    pub said: String,
    /// In English; empty where nobody wrote it.
    pub said_en: String,
    /// How often it was chosen.
    pub answers: i64,
}

/// How a poll stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It takes no answers yet.
    Coming,
    /// It takes answers.
    Open,
    /// It takes no more.
    Closed,
}

impl State {
    /// How something that takes answers from a first to a last day stands on a day.
    pub(crate) fn of((opens_on, closes_on): (Date, Date), is_ended: bool, today: Date) -> Self {
        if is_ended || today > closes_on {
            Self::Closed
        } else if today < opens_on {
            Self::Coming
        } else {
            Self::Open
        }
    }

    /// The word in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Coming => "coming",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }
}

impl Poll {
    /// How it stands on a day.
    pub fn state(&self, today: Date) -> State {
        State::of((self.opens_on, self.closes_on), self.ended.is_some() || self.withdrawn.is_some(), today)
    }

    /// How many answered.
    pub fn answers(&self) -> i64 {
        self.choices.iter().map(|choice| choice.answers).sum()
    }

    /// The share of each choice, which add up to 1; none while fewer than [`FLOOR`] answered.
    pub fn shares(&self) -> Option<Vec<f64>> {
        let all = self.answers();
        let share = |choice: &Choice| choice.answers as f64 / all as f64;
        (all >= FLOOR).then(|| self.choices.iter().map(share).collect())
    }
}

/// A poll that anyone may see on the day.
///
/// # Errors
/// [`Refusal::Missing`] where there is none, or it is not open yet; [`Refusal::Withdrawn`] where it was taken out of sight.
pub async fn open(desk: &Desk, id: i64) -> Result<Poll, Refusal> {
    let found = table::find(&mut desk.read().await?, id).await?;
    let poll = found.filter(|poll| poll.state(desk.today) != State::Coming).ok_or(Refusal::Missing)?;
    match poll.withdrawn {
        Some((on, why)) => Err(Refusal::Withdrawn { on, why }),
        None => Ok(poll),
    }
}

/// Every poll that anyone may see on the day, the newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn all_open(desk: &Desk) -> Result<Vec<Poll>, Refusal> {
    let mut polls = table::all(&mut desk.read().await?).await?;
    polls.retain(|poll| poll.state(desk.today) != State::Coming && poll.withdrawn.is_none());
    Ok(polls)
}

/// One poll for the desk, open or not.
///
/// # Errors
/// [`Refusal::Missing`], also for who may not read it.
pub async fn one(desk: &Desk, id: i64) -> Result<Poll, Refusal> {
    desk.may(&READ, Relation::Other).map_err(|_| Refusal::Missing)?;
    table::find(&mut desk.read().await?, id).await?.ok_or(Refusal::Missing)
}

/// Every poll for the desk, the newest first.
///
/// # Errors
/// [`Refusal::Forbidden`] for who may not read them.
pub async fn all(desk: &Desk) -> Result<Vec<Poll>, Refusal> {
    desk.may(&READ, Relation::Other)?;
    Ok(table::all(&mut desk.read().await?).await?)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn poll(answers: &[i64]) -> Poll {
        let choice = |answers: &i64| Choice { said: "Có".into(), said_en: String::new(), answers: *answers };
        Poll {
            id: 1,
            asked: "Hỏi".into(),
            asked_en: String::new(),
            choices: answers.iter().map(choice).collect(),
            opens_on: date(2025, 5, 2),
            closes_on: date(2025, 5, 31),
            ended: None,
            withdrawn: None,
        }
    }

    #[test]
    fn the_first_and_the_last_day_take_answers() {
        let days = [date(2025, 5, 1), date(2025, 5, 2), date(2025, 5, 31), date(2025, 6, 1)];
        let states = days.map(|day| poll(&[0, 0]).state(day));
        assert_eq!(states, [State::Coming, State::Open, State::Open, State::Closed]);
        let ended = Poll { ended: Some((date(2025, 5, 3), "Sai".into())), ..poll(&[0, 0]) };
        assert_eq!(ended.state(date(2025, 5, 3)), State::Closed);
        let withdrawn = Poll { withdrawn: Some((date(2025, 5, 3), "Sai".into())), ..poll(&[0, 0]) };
        assert_eq!(withdrawn.state(date(2025, 5, 3)), State::Closed);
    }

    #[test]
    fn twenty_nine_answers_give_no_share_and_thirty_do() {
        assert_eq!(poll(&[20, 9]).shares(), None);
        assert_eq!(poll(&[15, 15]).shares(), Some(vec![0.5, 0.5]));
        assert_eq!(poll(&[0, 0]).shares(), None);
    }

    proptest! {
        #[test]
        fn shares_add_up(answers in proptest::collection::vec(0_i64..10_000, 2..8)) {
            if let Some(shares) = poll(&answers).shares() {
                prop_assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
                prop_assert!(shares.iter().all(|share| (0.0..=1.0).contains(share)));
            }
        }
    }
}
