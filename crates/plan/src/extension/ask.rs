//! Asking for a later day.

use accounts::{Desk, Reach, Right, Role};
use jiff::civil::Date;

use super::{Extension, Refusal, State, reason, table};
use crate::report::{self, Did};

/// Who may ask for a later day.
pub const ASK: Right = Right {
    act: "extension.asked",
    held_by: &[
        (Role::Head, Reach::Own),
        (Role::Officer, Reach::Own),
        (Role::Communicator, Reach::Own),
        (Role::StandingBody, Reach::Own),
    ],
};

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// The assignment.
    pub assignment: i64,
    /// The key of the form; the same form asks once.
    pub form: String,
    /// Until when.
    pub until: Date,
    /// Why.
    pub why: String,
}

/// Asks for a later day; the same form asks once.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn ask(desk: &Desk, wish: &Wish) -> Result<Extension, Refusal> {
    match try_ask(desk, wish).await {
        Err(Refusal::Store(store::Error::Duplicate(_))) => try_ask(desk, wish).await,
        other => other,
    }
}

async fn try_ask(desk: &Desk, wish: &Wish) -> Result<Extension, Refusal> {
    let mut tx = desk.begin().await?;
    let (owed, _) = report::may_write(&mut tx, desk, wish.assignment, &ASK).await?;
    let asked = table::of(&mut tx, owed.id).await?;
    if let Some(same) = asked.iter().find(|extension| extension.form == wish.form) {
        return Ok(same.clone());
    }
    if !owed.is_open() || owed.stands == Some(report::State::Accepted) {
        return Err(Refusal::Over);
    }
    if asked.iter().any(|extension| extension.state == State::Asked) {
        return Err(Refusal::Asked);
    }
    let earliest = owed.until().max(desk.today);
    if wish.until <= earliest {
        return Err(Refusal::NotLater(earliest));
    }
    let mut extension = wish.as_asked(desk)?;
    extension.id = table::insert(&mut tx, &extension).await?;
    tx.commit(Did::Asked(&extension)).await?;
    Ok(extension)
}

impl Wish {
    fn as_asked(&self, desk: &Desk) -> Result<Extension, Refusal> {
        Ok(Extension {
            id: 0,
            assignment: self.assignment,
            form: self.form.clone(),
            until: self.until,
            why: reason(&self.why)?,
            asked_by: desk.who.clone(),
            asked_on: desk.today,
            state: State::Asked,
            granted_until: None,
            reason: None,
            answered_by: None,
            answered_on: None,
        })
    }
}
