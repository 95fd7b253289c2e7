//! The folder of an assignment: everything that its page shows.

use accounts::person::Names;
use accounts::{Desk, Directory};

use super::save::is_on_behalf;
use super::{ACCEPT, READ, Refusal, Report, SUBMIT, State, table};
use crate::assignment::{self, Move};
use crate::evidence::{self, Evidence};
use crate::extension::{self, Extension};
use crate::owed::{self, Owed};

/// An assignment with all that was said about it.
#[derive(Debug, Clone)]
pub struct Folder {
    /// What is owed.
    pub owed: Owed,
    /// Its reports, oldest first.
    pub told: Vec<Told>,
    /// The period and the last report that was sent for an earlier one.
    pub before: Option<(String, Report)>,
    /// Its extensions, oldest first.
    pub extensions: Vec<Extension>,
    /// Where it went.
    pub moves: Vec<Move>,
    /// Every agency, for their names.
    pub directory: Directory,
    /// Everybody's name.
    pub names: Names,
    /// Whether the desk may report on it.
    pub may_write: bool,
    /// Whether it would do so on behalf of a body outside the province's command.
    pub on_behalf: bool,
    /// Whether the desk may review its reports.
    pub may_review: bool,
}

/// A report with its evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// The report.
    pub report: Report,
    /// Its evidence, in order.
    pub evidence: Vec<Evidence>,
}

/// The folder of an assignment, for a desk that may read it. A draft is seen by who may write it.
///
/// # Errors
/// [`Refusal::Missing`], [`Refusal::Forbidden`], [`Refusal::Store`].
pub async fn folder(desk: &Desk, assignment: i64) -> Result<Folder, Refusal> {
    let mut at = desk.read().await?;
    let (owed, relation) = owed::open(&mut at, desk, assignment, &READ).await?;
    let on_behalf = is_on_behalf(desk, &owed, relation);
    let may_write = on_behalf || SUBMIT.allows(desk.role, relation);
    let reports = table::of(&mut at, assignment).await?;
    let reports: Vec<Report> =
        reports.into_iter().filter(|report| may_write || report.state != State::Draft).collect();
    let told = with_evidence(&mut at, reports).await?;
    Ok(Folder {
        told,
        before: table::before(&mut at, assignment).await?,
        extensions: extension::table::of(&mut at, assignment).await?,
        moves: assignment::table::moves(&mut at, assignment).await?,
        directory: Directory::load(&mut at).await?,
        names: Names::load(&mut at).await?,
        may_write,
        on_behalf,
        may_review: ACCEPT.allows(desk.role, relation),
        owed,
    })
}

/// These reports, each with its evidence.
pub(super) async fn with_evidence(
    at: &mut impl store::Ask,
    reports: Vec<Report>,
) -> Result<Vec<Told>, store::Error> {
    let numbers: Vec<i64> = reports.iter().map(|report| report.id).collect();
    let all = evidence::table::of(at, &numbers).await?;
    let of = |report: &Report| all.iter().filter(|piece| piece.report == report.id).cloned().collect();
    Ok(reports.into_iter().map(|report| Told { evidence: of(&report), report }).collect())
}

impl Folder {
    /// The newest report.
    pub fn latest(&self) -> Option<&Told> {
        self.told.last()
    }

    /// The number that the next report would have.
    pub fn next_number(&self) -> i64 {
        self.latest().map_or(1, |told| told.report.number + 1)
    }
}
