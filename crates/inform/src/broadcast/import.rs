//! A station's log from its source system: a spreadsheet, a row for each thing aired. All or nothing.

mod problem;
mod rows;

use accounts::{Desk, Directory, Right};
use jiff::civil::DateTime;
use store::{Ask, Error};

use super::aired::{Aired, EARLIEST, Source};
use super::bulletin::civil;
use super::did::Did;
use super::log::aired;
use super::read::READ;
use super::schedule::SCHEDULE;
use super::table::{self, logs, stations};
use super::{Bulletin, Refusal};

pub use problem::{Expected, Kind, Problem, Problems};

/// Who may take in a file: the station its own.
pub const IMPORT: Right = Right { act: "broadcast.imported", held_by: SCHEDULE.held_by };

/// A file has so many rows at most: more than any station airs in a month.
pub const ROWS_MAX: usize = 5_000;

/// What a file brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The lines that are new, without their numbers.
    pub new: Vec<Aired>,
    /// How many the log had already.
    pub known: usize,
    /// Those of them that the log has with another length, which stays.
    pub differing: Vec<Differing>,
    /// How many stand in the file a second time.
    pub doubled: usize,
}

/// An airing that the log and a file have with different lengths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Differing {
    /// When it began.
    pub at: DateTime,
    /// How long it was, by the log, in seconds.
    pub kept: i64,
    /// How long by the file.
    pub said: i64,
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

impl From<Error> for Unread {
    fn from(fault: Error) -> Self {
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
    let sent = sent(&mut tx, station).await?;
    // The whole log of a station is some thousand lines, and which days a file holds is known only when it is read.
    let there = logs::of_station(&mut tx, station, EARLIEST, desk.today).await?;
    let name = directory.name(station);
    let known = rows::Known { station, name, sent: &sent, there: &there, now: civil(desk.now) };
    let rows = rows::read(file, &known).map_err(Unread::Problems)?;
    let line = |(row, title): (_, _)| aired(desk, &row, title, Source::File);
    let new: Vec<Aired> = rows.new.into_iter().map(line).collect();
    logs::insert_all(&mut tx, &new).await?;
    if !new.is_empty() {
        tx.commit(Did::Imported { station, new: new.len(), known: rows.known }).await?;
    }
    Ok(Imported { new, known: rows.known, differing: rows.differing, doubled: rows.doubled })
}

/// The bulletins that a station has, with when each came there.
async fn sent(at: &mut impl Ask, station: &str) -> Result<Vec<(Bulletin, DateTime)>, Error> {
    let came = stations::sent_to(at, station).await?;
    let when = |bulletin: Bulletin| {
        let (_, came) = came.iter().find(|(id, _)| *id == bulletin.id)?;
        Some((bulletin, civil(*came)))
    };
    Ok(table::sent_to(at, station).await?.into_iter().filter_map(when).collect())
}
