//! "It is not there": anyone may say so of a place where the page says that it is. It opens a check.

use accounts::{Desk, Directory, Relation, Right};

use super::did::Did;
use super::line::lines;
use super::{Check, Hangs, Key, Place, Refusal, table};

/// Who may say it: anyone, through the program's own desk. Nothing is kept of who did.
pub const DOUBT: Right = Right { act: "disclosure.doubted", held_by: &[] };

/// Opens a check of a place. While one is open, saying it again changes nothing.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn doubt(desk: &Desk, key: &Key, place: Place) -> Result<Check, Refusal> {
    desk.may(&DOUBT, Relation::Other)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("disclosure").await?;
    let directory = Directory::load(&mut tx).await?;
    let all = lines(&mut tx, &directory, desk.today, Some(&key.duty)).await?;
    let line = all.into_iter().find(|line| line.key() == *key).ok_or(Refusal::Missing)?;
    if let Some(open) = line.open_check(place) {
        return Ok(open.clone());
    }
    let hangs = line.spots.iter().find(|spot| spot.place == place).map(|spot| spot.hangs);
    if !matches!(hangs, Some(Hangs::There { .. })) {
        return Err(Refusal::NotThere);
    }
    let (event, duty) = (key.event, key.duty.clone());
    let posting = line.postings.iter().map(|posting| posting.id).max();
    let mut check = Check { id: 0, event, duty, place, posting, opened_on: desk.today, finding: None };
    check.id = table::insert_check(&mut tx, &check).await?;
    tx.commit(Did::Doubted(&check)).await?;
    Ok(check)
}
