//! A station's log from its source system: a spreadsheet, a row for each thing aired. All or nothing.

mod problem;
mod rows;

use accounts::{Desk, Directory, Right};

use super::aired::{Aired, EARLIEST, Source};
use super::bulletin::civil;
use super::did::Did;
use super::log::aired;
use super::read::{READ, whole};
use super::schedule::SCHEDULE;
use super::table::{self, logs, stations};
use super::{Refusal, Told};

pub use problem::{Expected, Kind, Problem, Problems};

/// Who may take in a file: the station its own.
pub const IMPORT: Right = Right { act: "broadcast.imported", held_by: SCHEDULE.held_by };

/// What a file brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The lines that are new.
    pub new: Vec<Aired>,
    /// How many the log had already.
    pub known: usize,
    /// How many stand in the file a second time.
    pub doubled: usize,
}

impl Imported {
    /// How many of the new lines are programmes of the station's own.
    pub fn own(&self) -> usize {
        self.new.iter().filter(|aired| aired.bulletin.is_none()).count()
    }
}

/// Why a file was not taken in.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    /// The file has problems: all of them.
    #[error("the file has {} problems", .0.count)]
    Problems(Problems),
    /// The act was refused.
    #[error(transparent)]
    Refusal(#[from] Refusal),
}

impl From<store::Error> for Unread {
    fn from(fault: store::Error) -> Self {
        Self::Refusal(fault.into())
    }
}

/// Takes in every row of a file as lines of a station's log. A row that the log has already is known and adds nothing, so
/// that the same file may come twice.
///
/// # Errors
/// [`Unread`], with nothing kept.
pub async fn take_in(desk: &Desk, station: &str, file: sheet::File<'_>) -> Result<Imported, Unread> {
    let mut tx = desk.begin().await?;
    tx.wait_turn("broadcast").await?;
    let directory = Directory::load(&mut tx).await?;
    let near = desk.relation_by_heirs(&directory, station);
    if READ.reach(desk.role).is_some() && !READ.allows(desk.role, near) {
        return Err(Refusal::Missing.into());
    }
    desk.may(&IMPORT, near).map_err(Refusal::from)?;
    stations::find(&mut tx, station).await?.ok_or(Refusal::Missing)?;
    let bulletins = table::sent_to(&mut tx, station).await?;
    let told: Vec<Told> = whole(&mut tx, &directory, desk, bulletins).await?;
    // The whole log of a station is some thousand lines, and which days a file holds is known only when it is read.
    let there = logs::of_station(&mut tx, station, EARLIEST, desk.today).await?;
    let name = directory.name(station);
    let known = rows::Known { station, name, told: &told, there: &there, now: civil(desk.now) };
    let rows = rows::read(file, &known).map_err(Unread::Problems)?;
    let mut new = Vec::new();
    for (row, title) in rows.new {
        let mut aired = aired(desk, &row, title, Source::File);
        aired.id = logs::insert(&mut tx, &aired).await?;
        new.push(aired);
    }
    if !new.is_empty() {
        tx.commit(Did::Imported { station, new: new.len(), known: rows.known }).await?;
    }
    Ok(Imported { new, known: rows.known, doubled: rows.doubled })
}
