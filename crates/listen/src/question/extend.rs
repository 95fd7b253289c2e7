//! Taking more time, as far as the law allows: first because information must be gathered, then once more. The asker is
//! told the reason and the new day.

use accounts::{Desk, Reach, Right, Role};
use jiff::civil::Date;
use plan::calendar::{self, par};

use super::clean::reason;
use super::did::Did;
use super::read::open;
use super::route::change;
use super::{Question, Refusal, State, Step, Terms, What, table};

/// Who may take more time.
pub const EXTEND: Right = Right {
    act: "question.extended",
    held_by: &[(Role::Head, Reach::Own), (Role::Officer, Reach::Own), (Role::StandingBody, Reach::Any)],
};

/// Moves the day by which it is to be answered.
///
/// # Errors
/// [`Refusal::NoMoreTime`] where the law allows no more, or the day is over; [`Refusal::ExtendedToday`] on the day of the first time:
/// the law allows more once what was gathered shows that it is needed.
pub async fn extend(desk: &Desk, id: i64, why: &str) -> Result<Question, Refusal> {
    let mut tx = desk.begin().await?;
    let (question, _) = open(&mut tx, desk, id, &EXTEND).await?;
    if question.state != State::Open {
        return Err(Refusal::NotOpen);
    }
    if question.overdue(desk.today).is_some() {
        return Err(Refusal::NoMoreTime);
    }
    if was_extended(&table::step::of(&mut tx, id).await?, desk.today) {
        return Err(Refusal::ExtendedToday);
    }
    let calendar = calendar::load(&mut tx, par::NAME).await?;
    let terms = Terms::on(question.kind, question.counted_from);
    let later = terms.extended(question.counted_from, question.due, question.extended, &calendar);
    let due = later.ok_or(Refusal::NoMoreTime)?;
    let now = Question { due, extended: question.extended + 1, ..question.clone() };
    let step = Step::new(desk, id, What::Extended, reason(why)?);
    change(&mut tx, &question, &now, &step).await?;
    tx.commit(Did::Stepped { right: &EXTEND, before: &question, now: &now }).await?;
    Ok(now)
}

/// Whether more time was taken on a day.
pub fn was_extended(steps: &[Step], day: Date) -> bool {
    steps.iter().any(|step| step.what == What::Extended && step.on == day)
}
