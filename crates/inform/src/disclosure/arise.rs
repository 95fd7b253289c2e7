//! Events that come with the calendar: the end of each quarter, in every commune in force on its last day.

use accounts::agency::Kind;
use accounts::{Desk, Directory, Relation, Right};

use super::did::Did;
use super::duty::QUARTER;
use super::event::{last_quarter, next_quarter, quarter};
use super::{Event, Refusal, table};

/// Who may have events arise: nobody at a post; the program does it by itself.
pub const ARISE: Right = Right { act: "disclosure.arisen", held_by: &[] };

/// Records the end of every quarter since the last one that is recorded; on a new database, of the last one that
/// ended. Says how many events that were. Doing it again adds nothing.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn arise(desk: &Desk) -> Result<usize, Refusal> {
    desk.may(&ARISE, Relation::Other)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("disclosure").await?;
    let newest = last_quarter(desk.today);
    let mut end = table::latest(&mut tx, QUARTER).await?.map_or(newest, next_quarter);
    let directory = Directory::load(&mut tx).await?;
    let (mut quarters, mut events) = (Vec::new(), Vec::new());
    while end <= newest {
        let code = quarter(end);
        let communes = directory.agencies().filter(|it| it.kind == Kind::Commune && it.in_force(end));
        events.extend(communes.map(|commune| Event {
            id: 0,
            kind: QUARTER.to_owned(),
            agency: commune.code.clone(),
            day: end,
            words: code.clone(),
            form: format!("{code}-{}", commune.code),
            recorded_by: desk.who.clone(),
            recorded_on: desk.today,
        }));
        quarters.push(code);
        end = next_quarter(end);
    }
    if events.is_empty() {
        return Ok(0);
    }
    for event in &events {
        table::insert_event(&mut tx, event).await?;
    }
    tx.commit(Did::Arisen { quarters: &quarters, events: events.len() }).await?;
    Ok(events.len())
}
