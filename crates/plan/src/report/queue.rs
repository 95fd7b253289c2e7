//! The queue: what waits for the standing body — reports to review and extensions to answer, oldest first.

use accounts::person::Names;
use accounts::{Desk, Directory, Reach, Relation, Right, Role};

use super::{Refusal, Report, State, Told, folder::with_evidence, table};
use crate::extension::{self, Extension};
use crate::owed::{self, Owed};

/// The most reports that are shown at once; the next come when these are decided.
pub const AT_ONCE: usize = 30;

/// Who may see what waits for review.
pub const LOOK: Right = Right {
    act: "review.read",
    held_by: &[(Role::StandingBody, Reach::Any), (Role::Leader, Reach::Any), (Role::Auditor, Reach::Any)],
};

/// Which of them; none means any.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this agency.
    pub agency: Option<String>,
    /// Of this section of the plan.
    pub section: Option<String>,
    /// In this state.
    pub state: Option<State>,
}

/// What waits.
#[derive(Debug, Clone)]
pub struct Queue {
    /// Reports to review, oldest first, [`AT_ONCE`] at most.
    pub waiting: Vec<Waiting>,
    /// How many there are in all that the filter lets through.
    pub count: usize,
    /// Extensions to answer, oldest first.
    pub asked: Vec<Asked>,
    /// The agencies that anything waits from.
    pub agencies: Vec<String>,
    /// The sections that anything waits from.
    pub sections: Vec<String>,
    /// Every agency, for their names.
    pub directory: Directory,
    /// Everybody's name.
    pub names: Names,
}

/// A report that waits, with what it is held against.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// What is owed.
    pub owed: Owed,
    /// The report with its evidence.
    pub told: Told,
    /// The period and the last report that was sent for an earlier one.
    pub before: Option<(String, Report)>,
}

/// An extension that waits for an answer.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What is owed.
    pub owed: Owed,
    /// The extension.
    pub extension: Extension,
    /// How many days were promised before.
    pub promises: usize,
}

/// What waits and passes the filter.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::Store`].
pub async fn queue(desk: &Desk, filter: &Filter) -> Result<Queue, Refusal> {
    desk.may(&LOOK, Relation::Other)?;
    let mut at = desk.read().await?;
    let reports = table::waiting(&mut at).await?;
    let owed = owed::waiting(&mut at).await?;
    let asked = asked(&mut at).await?;
    let all = || owed.iter().chain(asked.iter().map(|asked| &asked.owed));
    let (agencies, sections) = (each(all().map(|o| &o.agency)), each(all().map(|o| &o.section)));
    let pairs: Vec<(Owed, Report)> = reports.into_iter().filter_map(|report| pair(&owed, report)).collect();
    let passing: Vec<_> =
        pairs.into_iter().filter(|(owed, report)| filter.passes(owed, Some(report.state))).collect();
    let count = passing.len();
    let mut waiting = Vec::new();
    for (owed, report) in passing.into_iter().take(AT_ONCE) {
        let before = table::before(&mut at, owed.id).await?;
        let told = with_evidence(&mut at, vec![report]).await?;
        waiting.extend(told.into_iter().map(|told| Waiting {
            owed: owed.clone(),
            told,
            before: before.clone(),
        }));
    }
    let asked = asked.into_iter().filter(|asked| filter.passes(&asked.owed, None)).collect();
    let (directory, names) = (Directory::load(&mut at).await?, Names::load(&mut at).await?);
    Ok(Queue { waiting, count, asked, agencies, sections, directory, names })
}

async fn asked(at: &mut impl store::Ask) -> Result<Vec<Asked>, store::Error> {
    let mut asked = Vec::new();
    for extension in extension::table::asked(at).await? {
        let Some(owed) = owed::find(at, extension.assignment).await? else { continue };
        let promises = extension::promises(&extension::table::of(at, owed.id).await?);
        asked.push(Asked { owed, extension, promises });
    }
    Ok(asked)
}

fn pair(owed: &[Owed], report: Report) -> Option<(Owed, Report)> {
    owed.iter().find(|owed| owed.id == report.assignment).map(|owed| (owed.clone(), report))
}

fn each<'a>(names: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut names: Vec<String> = names.cloned().collect();
    names.sort();
    names.dedup();
    names
}

impl Filter {
    /// An extension has no state of a report: a filter by state leaves extensions out.
    fn passes(&self, owed: &Owed, state: Option<State>) -> bool {
        self.agency.as_ref().is_none_or(|agency| *agency == owed.agency)
            && self.section.as_ref().is_none_or(|section| *section == owed.section)
            && self.state.is_none_or(|wanted| state == Some(wanted))
    }
}
