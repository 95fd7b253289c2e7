//! Taking back an assessment that is wrong; the reason stands at its address.

use accounts::{Desk, Relation, Right};
use places::name::tidy;

use super::did::Did;
use super::record::SAID_MAX;
use super::{Assessment, RECORD, Refusal, table};

/// Who may take one back: who may record one.
pub const WITHDRAW: Right = Right { act: "assessment.withdrawn", held_by: RECORD.held_by };

/// Withdraws an assessment; the one before it stands again.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn withdraw(desk: &Desk, id: i64, why: &str) -> Result<Assessment, Refusal> {
    desk.may(&WITHDRAW, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let found = table::all(&mut tx).await?.into_iter().find(|one| one.id == id);
    let before = found.ok_or(Refusal::Missing)?;
    if let Some((on, why)) = before.withdrawn {
        return Err(Refusal::Withdrawn { on, why });
    }
    let why = tidy(why);
    if !(1..=SAID_MAX).contains(&why.chars().count()) {
        return Err(Refusal::NoReason);
    }
    table::withdraw(&mut tx, id, desk.today, &why).await?;
    let now = Assessment { withdrawn: Some((desk.today, why)), ..before };
    tx.commit(Did::Withdrawn { now: &now }).await?;
    Ok(now)
}
