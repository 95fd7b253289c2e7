//! Changing a password: one's own with the old one, another's only from the command line or for the sample.

use jiff::SignedDuration;

use crate::session;
use crate::sign_in::did::Did;
use crate::sign_in::enter::{Refusal, prove};
use crate::sign_in::{password, table};
use crate::{Chance, Desk, Forbidden, Relation, Right};

/// Giving somebody a password that is hashed already: the operator and the program only, for the sample.
pub const GIVE_PASSWORD: Right = Right { act: "sign_in.password_given", held_by: &[] };

/// Why a password was not changed.
#[derive(Debug, thiserror::Error)]
pub enum NotChanged {
    /// The old one is not right.
    #[error("the old password is not right")]
    WrongOld,
    /// Too many tries: wait so long.
    #[error("too many tries, wait {} seconds", .0.as_secs())]
    Wait(SignedDuration),
    /// The new one is not taken.
    #[error(transparent)]
    Weak(#[from] password::Weak),
    /// No such account.
    #[error("no such account: {0}")]
    NoSuchAccount(String),
    /// Not theirs to do.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// Changes one's own password. Every session of theirs ends; the token of a new one for this browser comes back.
///
/// # Errors
/// [`NotChanged`].
pub async fn change_password(
    desk: &Desk,
    old: &str,
    new: &str,
    agent: Option<&str>,
    chance: &Chance,
) -> Result<String, NotChanged> {
    let known = table::find(&mut desk.read().await?, &desk.who).await?;
    let known = known.ok_or_else(|| NotChanged::NoSuchAccount(desk.who.clone()))?;
    match prove(desk, &known, old).await {
        Ok(true) => {}
        Ok(false) | Err(Refusal::Wrong | Refusal::NoPost) => return Err(NotChanged::WrongOld),
        Err(Refusal::Wait(wait)) => return Err(NotChanged::Wait(wait)),
        Err(Refusal::Store(fault)) => return Err(fault.into()),
    }
    password::check(new, &known.account)?;
    let hash = password::hash(new, chance).await;

    let mut tx = desk.begin().await?;
    table::set_password(&mut tx, known.person, &hash).await?;
    session::table::end_all(&mut tx, known.person).await?;
    let token = session::begin(&mut tx, desk, (known.person, Some(&desk.post)), agent, chance).await?;
    tx.commit(Did::ChangedPassword(known.account)).await?;
    Ok(token)
}

/// Keeps a password that is hashed already, as a PHC string. Every session of theirs ends.
///
/// # Errors
/// [`NotChanged::Forbidden`] for anybody but the operator and the program.
pub async fn give_password(desk: &Desk, account: &str, hash: &str) -> Result<(), NotChanged> {
    desk.may(&GIVE_PASSWORD, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let known = table::find(&mut tx, account).await?;
    let known = known.ok_or_else(|| NotChanged::NoSuchAccount(account.to_owned()))?;
    table::set_password(&mut tx, known.person, hash).await?;
    session::table::end_all(&mut tx, known.person).await?;
    tx.commit(Did::GavePassword(known.account)).await?;
    Ok(())
}
