//! Notices: what anyone may see of each commune. Lateness is told after a grace period; what a check did not find,
//! at once.
//!
//! Photos stay with the officials: a notice board may show names. Links of the commune's own page are for anyone.

use accounts::agency::Kind;
use accounts::{Agency, Directory};
use jiff::ToSpan;
use jiff::civil::Date;
use store::{Error, Store};

use super::line::lines;
use super::{Hangs, Line, State};

/// How many working days after the deadline lateness becomes public.
pub const GRACE: u32 = 5;
/// How many days after its event a disclosure that is over is still told of.
const KEPT: i64 = 366;

/// What anyone may see on a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notices {
    today: Date,
    lines: Vec<Line>,
    /// The communes in force, with those that ended and have something told of them.
    communes: Vec<String>,
}

/// How a disclosure stands, as anyone is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// It is there, so many days late where that is told.
    Here(Option<i32>),
    /// It is not everywhere yet.
    Coming,
    /// It should be there and is not, for so many days.
    Absent(i32),
    /// It was there for as long as it had to be.
    Past(Option<i32>),
}

/// The notices of a day.
///
/// # Errors
/// When the database cannot be read.
pub async fn notices(store: &Store, today: Date) -> Result<Notices, Error> {
    let mut at = store.read().await?;
    let directory = Directory::load(&mut at).await?;
    let mut lines = lines(&mut at, &directory, today).await?;
    lines.retain(|line| is_told(line, today));
    let open = |agency: &&Agency| agency.kind == Kind::Commune && agency.in_force(today);
    let communes = directory.agencies().filter(open).map(|agency| agency.code.clone()).collect();
    Ok(Notices { today, lines, communes })
}

fn is_told(line: &Line, today: Date) -> bool {
    match line.state {
        State::Replaced => false,
        State::Over | State::Missing(_) => line.event.day.saturating_add(KEPT.days()) >= today,
        _ => true,
    }
}

impl Notices {
    /// The codes of the communes in force.
    pub fn communes(&self) -> &[String] {
        &self.communes
    }

    /// What is told of a commune, by duty and event.
    pub fn of<'a>(&'a self, commune: &'a str) -> impl Iterator<Item = &'a Line> {
        self.lines.iter().filter(move |line| line.owners.iter().any(|owner| owner == commune))
    }

    /// One of them, of a commune.
    pub fn one(&self, commune: &str, event: i64, duty: &str) -> Option<&Line> {
        let is = |line: &&Line| line.event.id == event && line.duty.code == duty;
        self.lines.iter().filter(is).find(|line| line.owners.iter().any(|owner| owner == commune))
    }

    /// How it stands, as anyone is told.
    pub fn shown(&self, line: &Line) -> Shown {
        let is_open = self.today > line.grace;
        let was_open = |days: &i32| line.due.day.saturating_add(i64::from(*days).days()) > line.grace;
        let late = line.late.filter(was_open);
        match line.state {
            State::Up | State::Late(_) => Shown::Here(late),
            State::Over | State::Replaced => Shown::Past(late),
            State::Missing(days) if is_open => Shown::Absent(days),
            State::Missing(days)
                if line.spots.iter().any(|spot| matches!(spot.hangs, Hangs::Gone { .. })) =>
            {
                Shown::Absent(days)
            }
            State::Missing(_) | State::Due => Shown::Coming,
        }
    }
}
