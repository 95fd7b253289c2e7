//! Files that were brought and never described are put away in the morning.

use accounts::{Desk, Relation, Right};
use jiff::ToSpan;
use serde_json::json;

use super::{Refusal, table};
use crate::did::Did;

/// The program alone puts drafts away.
pub const SWEEP: Right = Right { act: "survey.swept", held_by: &[] };

/// For so many days a file waits for its columns to be described.
pub const DAYS: i32 = 30;

/// Removes the drafts that waited for [`DAYS`] days, and says how many they were.
///
/// # Errors
/// [`Refusal`]; what was removed before it is gone.
pub async fn sweep(desk: &Desk) -> Result<usize, Refusal> {
    desk.may(&SWEEP, Relation::Other)?;
    let before = desk.today.saturating_sub(DAYS.days());
    let drafts = table::drafts(&mut desk.read().await?, before).await?;
    for (id, title) in &drafts {
        let mut tx = desk.begin().await?;
        table::remove(&mut tx, *id).await?;
        let before = Some(json!({ "title": title }));
        tx.commit(Did { right: &SWEEP, survey: *id, before, after: None }).await?;
    }
    Ok(drafts.len())
}
