//! The second factor: offered, confirmed by its first code, switched off with the password.

use jiff::SignedDuration;

use super::did::Did;
use super::enter::{Refusal, prove};
use super::table::{self, Known};
use super::{recovery, totp};
use crate::{Chance, Desk, Forbidden, Reach, Relation, Right, Role};

/// Taking the second factor of somebody who lost their phone and their recovery codes.
pub const LIFT: Right =
    Right { act: "sign_in.second_factor_lifted", held_by: &[(Role::Administrator, Reach::Any)] };

/// Why the second factor stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum Unchanged {
    /// The code is not that of the secret that was offered.
    #[error("the code is not right")]
    WrongCode,
    /// The password is not right.
    #[error("the password is not right")]
    WrongPassword,
    /// Too many tries: wait so long.
    #[error("too many tries, wait {} seconds", .0.as_secs())]
    Wait(SignedDuration),
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

/// A secret that was offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// In base 32, to be typed.
    pub secret: String,
    /// As an address, to be shown as a QR code.
    pub address: String,
}

/// How one signs in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Means {
    /// What one is called.
    pub name: String,
    /// Whether a code is asked for.
    pub second_factor: bool,
    /// The secret that waits for its first code.
    pub offer: Option<Offer>,
    /// How many recovery codes are left.
    pub codes_left: i64,
}

/// How one signs in.
///
/// # Errors
/// [`Unchanged::NoSuchAccount`] for a desk without a person.
pub async fn means(desk: &Desk) -> Result<Means, Unchanged> {
    let known = own(desk).await?;
    let mut at = desk.read().await?;
    let offered = table::offered(&mut at, known.person).await?;
    let offer = |secret: String| Offer { address: totp::address(&secret, &known.account), secret };
    Ok(Means {
        second_factor: known.totp.is_some(),
        offer: offered.map(offer),
        codes_left: table::codes_left(&mut at, known.person).await?,
        name: known.name,
    })
}

/// Offers a new secret. Nothing is asked for until its first code has come; one that is on stays as it is.
///
/// # Errors
/// [`Unchanged`].
pub async fn offer(desk: &Desk, chance: &Chance) -> Result<(), Unchanged> {
    let known = own(desk).await?;
    if known.totp.is_some() {
        return Ok(());
    }
    let mut tx = desk.store().begin().await?;
    table::offer(&mut tx, known.person, &totp::secret(chance)).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes the first code of the offered secret, and gives the recovery codes, which are not shown again.
///
/// # Errors
/// [`Unchanged::WrongCode`] and whatever else.
pub async fn confirm(desk: &Desk, code: &str, chance: &Chance) -> Result<Vec<String>, Unchanged> {
    let known = own(desk).await?;
    let mut tx = desk.begin().await?;
    let offered = table::offered(&mut tx, known.person).await?.ok_or(Unchanged::WrongCode)?;
    let step = totp::step(&offered, code, desk.now, None).ok_or(Unchanged::WrongCode)?;
    table::set_totp(&mut tx, known.person, Some((&offered, step))).await?;
    let codes = recovery::codes(chance);
    table::set_codes(&mut tx, known.person, &recovery::all_kept(&codes)).await?;
    tx.commit(Did::SecondFactorOn(known.account)).await?;
    Ok(codes)
}

/// Makes new recovery codes in the place of the old ones.
///
/// # Errors
/// [`Unchanged::WrongPassword`] and whatever else.
pub async fn new_codes(desk: &Desk, password: &str, chance: &Chance) -> Result<Vec<String>, Unchanged> {
    let known = own_with(desk, password).await?;
    let codes = recovery::codes(chance);
    let mut tx = desk.begin().await?;
    table::set_codes(&mut tx, known.person, &recovery::all_kept(&codes)).await?;
    tx.commit(Did::NewCodes(known.account)).await?;
    Ok(codes)
}

/// Switches one's own second factor off.
///
/// # Errors
/// [`Unchanged::WrongPassword`] and whatever else.
pub async fn switch_off(desk: &Desk, password: &str) -> Result<(), Unchanged> {
    let known = own_with(desk, password).await?;
    let mut tx = desk.begin().await?;
    table::set_totp(&mut tx, known.person, None).await?;
    table::set_codes(&mut tx, known.person, &[]).await?;
    tx.commit(Did::SecondFactorOff(known.account)).await?;
    Ok(())
}

/// Takes somebody's second factor, by their account.
///
/// # Errors
/// [`Unchanged`].
pub async fn lift(desk: &Desk, account: &str) -> Result<(), Unchanged> {
    desk.may(&LIFT, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let known = table::find(&mut tx, account).await?;
    let known = known.ok_or_else(|| Unchanged::NoSuchAccount(account.to_owned()))?;
    table::set_totp(&mut tx, known.person, None).await?;
    table::set_codes(&mut tx, known.person, &[]).await?;
    tx.commit(Did::SecondFactorLifted(known.account)).await?;
    Ok(())
}

async fn own(desk: &Desk) -> Result<Known, Unchanged> {
    let known = table::find(&mut desk.read().await?, &desk.who).await?;
    known.ok_or_else(|| Unchanged::NoSuchAccount(desk.who.clone()))
}

async fn own_with(desk: &Desk, password: &str) -> Result<Known, Unchanged> {
    let known = own(desk).await?;
    match prove(desk, &known, password).await {
        Ok(true) => Ok(known),
        Ok(false) | Err(Refusal::Wrong | Refusal::NoPost) => Err(Unchanged::WrongPassword),
        Err(Refusal::Wait(wait)) => Err(Unchanged::Wait(wait)),
        Err(Refusal::Store(fault)) => Err(fault.into()),
    }
}
