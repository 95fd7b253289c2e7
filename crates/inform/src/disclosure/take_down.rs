//! Recording that something was taken down at a place.

use accounts::{Desk, Reach, Right, Role};
use jiff::civil::Date;

use super::did::Did;
use super::read::open;
use super::{Hangs, Key, Place, Refusal, table};

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
    let at = |showings: &[super::Showing]| showings.iter().any(|showing| showing.place == place);
    let posting = line.postings.iter().filter(|it| at(&it.showings)).max_by_key(|it| it.first);
    let (Some(posting), Some(Hangs::There { .. } | Hangs::Served { .. } | Hangs::Early { .. })) =
        (posting, hangs)
    else {
        return Err(Refusal::NotThere);
    };
    if last > desk.today {
        return Err(Refusal::NotYet(last));
    }
    if last < posting.first {
        return Err(Refusal::Backwards(posting.first));
    }
    let before = posting.showings.iter().find(|showing| showing.place == place).and_then(|it| it.last);
    if before == Some(last) {
        return Ok(());
    }
    table::take_down(&mut tx, posting.id, place, last).await?;
    tx.commit(Did::TakenDown { posting, place, before, last }).await?;
    Ok(())
}
