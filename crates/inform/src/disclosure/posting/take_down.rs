//! Recording that something was taken down at a place.

use accounts::{Desk, Reach, Right, Role};
use jiff::civil::Date;

use super::latest;
use crate::disclosure::did::Did;
use crate::disclosure::read::open;
use crate::disclosure::{Hangs, Key, Place, Refusal, table};

/// Who may record it.
pub const TAKE_DOWN: Right = Right {
    act: "disclosure.taken_down",
    held_by: &[
        (Role::Head, Reach::Own),
        (Role::Officer, Reach::Own),
        (Role::Communicator, Reach::Own),
        (Role::StandingBody, Reach::Own),
    ],
};

/// Records the last day that it hung at a place. Saying the same day again changes nothing.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn take_down(desk: &Desk, key: &Key, place: Place, last: Date) -> Result<(), Refusal> {
    let mut tx = desk.begin().await?;
    let line = open(&mut tx, desk, key, &TAKE_DOWN).await?;
    let hangs = line.spots.iter().find(|spot| spot.place == place).map(|spot| spot.hangs);
    let (Some((posting, showing)), Some(Hangs::There { .. } | Hangs::Served { .. } | Hangs::Early { .. })) =
        (latest(&line.postings, place), hangs)
    else {
        return Err(Refusal::NotThere);
    };
    if last > desk.today {
        return Err(Refusal::NotYet(last));
    }
    if last < posting.first {
        return Err(Refusal::Backwards(posting.first));
    }
    if let Some(seen) = line.seen(place).filter(|seen| last < *seen) {
        return Err(Refusal::SeenThere(seen));
    }
    let before = showing.last;
    if before == Some(last) {
        return Ok(());
    }
    table::take_down(&mut tx, posting.id, place, last).await?;
    tx.commit(Did::TakenDown { posting, place, before, last }).await?;
    Ok(())
}
