//! Answering who asked for a later day.

use accounts::{Desk, Reach, Right, Role};
use jiff::civil::Date;

use super::{Extension, Refusal, State, reason, table};
use crate::assignment;
use crate::owed::{self, Closed};
use crate::report::Did;

/// Who may grant or refuse a later day.
pub const ANSWER: Right = Right {
    act: "extension.answered",
    held_by: &[(Role::StandingBody, Reach::Any), (Role::Leader, Reach::Any)],
};

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Granted until a day, which may be another than was asked for.
    Granted(Date),
    /// Refused, and why.
    Refused(String),
}

/// Answers an extension that is asked for; one that is granted becomes the day that counts. The same answer twice
/// is one.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn answer(desk: &Desk, id: i64, said: &Answer) -> Result<Extension, Refusal> {
    let mut tx = desk.begin().await?;
    let asked = table::find(&mut tx, id).await?;
    let assignment = asked.as_ref().map_or(0, |asked| asked.assignment);
    let (owed, _) = owed::open(&mut tx, desk, assignment, &ANSWER).await?;
    let asked = asked.ok_or(Refusal::Missing)?;
    let answered = said.to(&asked, desk)?;
    if asked.state != State::Asked {
        let same = asked.state == answered.state
            && asked.granted_until == answered.granted_until
            && asked.reason == answered.reason
            && asked.answered_by == answered.answered_by;
        return if same { Ok(asked) } else { Err(Refusal::Answered(Box::new(asked))) };
    }
    if let Some(day) = answered.granted_until {
        let earliest = owed.until().max(desk.today);
        if day <= earliest {
            return Err(Refusal::NotLater(earliest));
        }
        assignment::table::promise(&mut tx, asked.assignment, day).await?;
    }
    if !table::answer(&mut tx, &answered).await? {
        return Err(Refusal::Answered(Box::new(asked)));
    }
    tx.commit(Did::Answered { before: &asked, after: &answered }).await?;
    Ok(answered)
}

impl Answer {
    fn to(&self, asked: &Extension, desk: &Desk) -> Result<Extension, Refusal> {
        let (state, granted_until, reason) = match self {
            Self::Granted(day) => (State::Granted, Some(*day), None),
            Self::Refused(why) => (State::Refused, None, Some(reason(why)?)),
        };
        let (answered_by, answered_on) = (Some(desk.who.clone()), Some(desk.today));
        Ok(Extension { state, granted_until, reason, answered_by, answered_on, ..asked.clone() })
    }
}

impl From<Closed> for Refusal {
    fn from(closed: Closed) -> Self {
        match closed {
            Closed::Missing => Self::Missing,
            Closed::Forbidden(forbidden) => Self::Forbidden(forbidden),
            Closed::Store(fault) => Self::Store(fault),
        }
    }
}
