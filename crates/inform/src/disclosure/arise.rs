//! Events that come with the calendar: the end of each quarter, in every commune in force on its last day.

use accounts::agency::Kind;
use accounts::{Agency, Desk, Directory, Relation, Right};
use jiff::civil::Date;

use super::did::Did;
use super::duty::QUARTER;
use super::event::{last_quarter, next_quarter, quarter};
use super::{Event, Refusal, table};

/// Who may have events arise: nobody at a post; the program does it by itself.
pub const ARISE: Right = Right { act: "disclosure.arisen", held_by: &[] };

/// Records the end of every quarter since the last one that is recorded of each commune; of one that has none, of the last
/// one that ended. Says how many events that were. Doing it again adds nothing.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn arise(desk: &Desk) -> Result<usize, Refusal> {
    desk.may(&ARISE, Relation::Other)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("disclosure").await?;
    let known = table::latest(&mut tx, QUARTER).await?;
    let directory = Directory::load(&mut tx).await?;
    let communes = directory.agencies().filter(|it| it.kind == Kind::Commune);
    let mut events: Vec<Event> = communes
        .flat_map(|it| ends(known.get(&it.code).copied(), desk.today).map(move |end| (it, end)))
        .filter(|(commune, end)| commune.in_force(*end))
        .map(|(commune, end)| event(desk, commune, end))
        .collect();
    if events.is_empty() {
        return Ok(0);
    }
    events.sort_by_key(|event| event.day);
    for event in &events {
        table::insert_event(&mut tx, event).await?;
    }
    let mut quarters: Vec<String> = events.iter().map(|event| event.words.clone()).collect();
    quarters.dedup();
    tx.commit(Did::Arisen { quarters: &quarters, events: events.len() }).await?;
    Ok(events.len())
}

/// The last days of the quarters after the one that is known, or of the last one that ended.
fn ends(known: Option<Date>, today: Date) -> impl Iterator<Item = Date> {
    let newest = last_quarter(today);
    let first = known.map_or(newest, next_quarter);
    std::iter::successors(Some(first), |end| Some(next_quarter(*end))).take_while(move |end| *end <= newest)
}

fn event(desk: &Desk, commune: &Agency, end: Date) -> Event {
    let code = quarter(end);
    Event {
        id: 0,
        kind: QUARTER.to_owned(),
        agency: commune.code.clone(),
        day: end,
        form: format!("{code}-{}", commune.code),
        words: code,
        recorded_by: desk.who.clone(),
        recorded_on: desk.today,
        withdrawn: None,
    }
}
