//! What an annex leaves to a person: names that are nobody's for sure, times and contents that no rule reads.

use std::collections::BTreeMap;

use accounts::{Desk, Directory};
use jiff::civil::Date;
use sheet::Found;
use store::Error;

use super::names::Names;
use super::period::{self, NoPeriod};
use super::{Basis, Expected, Kind, Named, Problem, Problems, Settled, Topic, basis};
use crate::plan::Plan;

/// A text that a person settles, once for all cells that hold it.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// What it is about.
    pub topic: Topic,
    /// As it is written.
    pub written: String,
    /// The cells that hold it: `C12`.
    pub cells: Vec<String>,
    /// What it may mean, the likeliest first.
    pub choices: Vec<Named>,
    /// Whether the annex is not taken before it is answered.
    pub needed: bool,
}

/// Everything that a person can settle of what was found wrong or worth saying, in the order of reading; `plan` is
/// the first and last day of the plan. What is needed comes first.
pub fn questions(problems: &Problems, warnings: &Problems, plan: (Date, Date)) -> Vec<Question> {
    let mut asked: Vec<Question> = Vec::new();
    let mut places: BTreeMap<(Topic, String), usize> = BTreeMap::new();
    let found = problems.kept.iter().map(|it| (it, true)).chain(warnings.kept.iter().map(|it| (it, false)));
    for (problem, needed) in found {
        let Some((topic, written, choices)) = open(problem, plan) else { continue };
        let cell = problem.column.as_ref().zip(problem.row).map(|(column, row)| format!("{column}{row}"));
        let at = *places.entry((topic, written.to_lowercase())).or_insert_with(|| {
            asked.push(Question { topic, written, cells: Vec::new(), choices, needed });
            asked.len() - 1
        });
        asked[at].needed |= needed;
        asked[at].cells.extend(cell);
    }
    asked
}

/// The topic, the text and the choices of a problem that a person can settle.
fn open(problem: &Problem, plan: (Date, Date)) -> Option<(Topic, String, Vec<Named>)> {
    let Found::Text(written) = &problem.value else { return None };
    let written = super::lines::tidy(written);
    match (problem.kind, &problem.expected) {
        (Kind::UnknownAgency, Expected::Agency(near)) => Some((Topic::Agency, written, near.clone())),
        (Kind::AmbiguousAgency, Expected::OneOf(these)) => Some((Topic::Agency, written, these.clone())),
        (Kind::UnreadPeriod, _) => Some((Topic::Period, written, Vec::new())),
        (Kind::ImpossibleDate, _) if period::read(&written, plan) == Err(NoPeriod::Impossible) => {
            Some((Topic::Period, written, Vec::new()))
        }
        (Kind::UnknownItem, _) => Some((Topic::Content, written, Vec::new())),
        _ => None,
    }
}

/// Whether a person settles a problem by answering a question, so that it need not be listed beside it.
pub fn is_asked(problem: &Problem, plan: (Date, Date)) -> bool {
    open(problem, plan).is_some()
}

/// The agencies and groups of a plan's day, by name; each with what is surely read as it: its name, or else its code.
///
/// # Errors
/// When the database cannot be read.
pub async fn offered(desk: &Desk, plan: &Plan) -> Result<Vec<Named>, Error> {
    let mut at = desk.read().await?;
    let (directory, day) = (Directory::load(&mut at).await?, basis::day(&mut at, plan).await?);
    let nothing = Settled::default();
    let (unit, first, last) = (plan.unit.as_str(), plan.first, plan.last);
    let names_by = Basis { directory: &directory, unit, day, first, last, settled: &nothing };
    let mut offered = Names::of(&names_by).offered();
    offered.sort_by(|a, b| places::name::order(&a.name, &b.name));
    Ok(offered)
}
