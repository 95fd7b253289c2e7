//! Settling a check: an official looked, and it is there or it is not.

use accounts::{Desk, Reach, Right, Role};

use super::did::Did;
use super::read::open;
use super::record::tidy;
use super::{Check, Finding, Key, Refusal, table};

/// Who may say what was found: the commune, and the department in charge.
pub const SETTLE: Right = Right {
    act: "disclosure.settled",
    held_by: &[
        (Role::Head, Reach::Cooperating),
        (Role::Officer, Reach::Cooperating),
        (Role::StandingBody, Reach::Any),
    ],
};

/// Says what was found. What is not there is lacking from that day, until it is posted again; where it was posted again
/// before anybody looked, it was missing and is there.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn settle(
    desk: &Desk,
    key: &Key,
    check: i64,
    is_there: bool,
    said: &str,
) -> Result<Check, Refusal> {
    let mut tx = desk.begin().await?;
    let line = open(&mut tx, desk, key, &SETTLE).await?;
    let check = line.checks.iter().find(|own| own.id == check).ok_or(Refusal::Missing)?;
    if !check.is_open() {
        return Err(Refusal::Settled);
    }
    let finding = Finding {
        is_there,
        agency: desk.agency.clone().unwrap_or_default(),
        by: desk.who.clone(),
        on: desk.today,
        words: tidy(said)?,
    };
    if !table::settle(&mut tx, check.id, &finding).await? {
        return Err(Refusal::Settled);
    }
    if !is_there {
        table::gone(&mut tx, check, desk.today).await?;
    }
    tx.commit(Did::Settled { check, finding: &finding }).await?;
    Ok(Check { finding: Some(finding), ..check.clone() })
}
