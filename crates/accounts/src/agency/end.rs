//! Ending an agency with those that go on with its work; a renamed agency is one that goes on as another.

use jiff::civil::Date;

use super::did::Did;
use super::enter::{New, enter_in};
use super::{Agency, Details, Refusal, table};
use crate::{Desk, Reach, Relation, Right, Role, Tx};

/// Who may end an agency.
pub const END: Right = Right { act: "agency.ended", held_by: &[(Role::Administrator, Reach::Any)] };

/// Who may rename one.
pub const RENAME: Right = Right { act: "agency.renamed", held_by: &[(Role::Administrator, Reach::Any)] };

/// Ends an agency after its last day. Its posts and open work go on at its successors, by the program where there
/// is one, by a person's decision where there are several.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn end(desk: &Desk, code: &str, last: Date, successors: &[String]) -> Result<(), Refusal> {
    desk.may(&END, Relation::Other)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("agency").await?;
    open(&mut tx, code, last).await?;
    let day = last.tomorrow().unwrap_or(last);
    for next in successors {
        let found = table::one(&mut tx, next).await?;
        if next == code || !found.is_some_and(|agency| agency.in_force(day)) {
            return Err(Refusal::NoSuccessor { code: next.clone(), day });
        }
    }
    table::end(&mut tx, code, last, successors).await?;
    tx.commit(Did::Ended { code, last, successors }).await?;
    Ok(())
}

/// A new name for an agency, which makes it another agency.
#[derive(Debug, Clone)]
pub struct Renaming<'a> {
    /// Its code so far.
    pub from: &'a str,
    /// Its code from now on.
    pub code: &'a str,
    /// Its name from now on.
    pub name: &'a str,
    /// The first day of the new name.
    pub on: Date,
}

/// Ends an agency and lets it go on under another name from the day after.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn rename(desk: &Desk, renaming: &Renaming<'_>) -> Result<Agency, Refusal> {
    desk.may(&RENAME, Relation::Other)?;
    let Renaming { from, code, name, on } = *renaming;
    let mut tx = desk.begin().await?;
    tx.wait_turn("agency").await?;
    let last = on.yesterday().unwrap_or(on);
    let old = open(&mut tx, from, last).await?;
    let new = New {
        code: code.to_owned(),
        name: name.to_owned(),
        kind: old.kind,
        outside: old.outside,
        unit: old.unit.clone(),
        first: on,
        details: Details { identifier: old.identifier.clone(), note: None },
    };
    let next = enter_in(&mut tx, &new).await?;
    table::end(&mut tx, from, last, std::slice::from_ref(&next.code)).await?;
    tx.commit(Did::Renamed { from: &old, to: &next }).await?;
    Ok(next)
}

/// The agency, of which no end is known and which had begun by its last day.
async fn open(tx: &mut Tx, code: &str, last: Date) -> Result<Agency, Refusal> {
    let agency = table::one(tx, code).await?.ok_or_else(|| Refusal::NoAgency(code.to_owned()))?;
    match agency.ended {
        Some(ended) => Err(Refusal::Ended(ended)),
        None if last < agency.began => Err(Refusal::Backwards(agency.code)),
        None => Ok(agency),
    }
}
