//! Saving a draft, and writing what is sent: both go the same way.

use accounts::{Desk, Reach, Relation, Right, Role, Tx};

use super::place::{Place, place, sent};
use super::submit::{ON_BEHALF, SUBMIT};
use super::{Did, Refusal, Report, Said, State, table};
use crate::evidence;
use crate::owed::{self, Owed};

/// Who may save a draft.
pub const SAVE: Right = Right {
    act: "report.saved",
    held_by: &[
        (Role::Head, Reach::Own),
        (Role::Officer, Reach::Own),
        (Role::Communicator, Reach::Own),
        (Role::StandingBody, Reach::Own),
    ],
};

/// Saves what was said so far, unchecked but for its length.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn save(desk: &Desk, said: &Said) -> Result<Report, Refusal> {
    write(desk, said, false).await
}

/// Writes it, and once more where somebody else wrote at the same moment: then it is told what they wrote.
pub(super) async fn write(desk: &Desk, said: &Said, send: bool) -> Result<Report, Refusal> {
    let said = Said { words: said.words.tidied(), ..said.clone() };
    match try_write(desk, &said, send).await {
        Err(Refusal::Store(store::Error::Duplicate(_))) => try_write(desk, &said, send).await,
        other => other,
    }
}

async fn try_write(desk: &Desk, said: &Said, send: bool) -> Result<Report, Refusal> {
    said.words.check_length()?;
    let mut tx = desk.begin().await?;
    let right = if send { &SUBMIT } else { &SAVE };
    let (owed, on_behalf) = may_write(&mut tx, desk, said.assignment, right).await?;
    if !owed.is_open() {
        return Err(Refusal::Over);
    }
    if send {
        said.words.check(owed.measure.as_ref())?;
    }
    let reports = table::of(&mut tx, owed.id).await?;
    let (mut report, before) = match place(&reports, said)? {
        Place::Same(report) => {
            let report = report.clone();
            return more(tx, desk, report, said).await;
        }
        Place::Draft(draft) => (draft.clone(), Some(draft.clone())),
        Place::New { number, corrects, .. } => (blank(said, number, corrects, &owed), None),
    };
    let version = report.version;
    report.fill(desk, said, on_behalf);
    if send {
        report.send(desk, sent(&reports, report.number));
    }
    match &before {
        None => report.id = table::insert(&mut tx, &report).await?,
        Some(_) if table::update(&mut tx, &report, version).await? => {}
        Some(_) => return Err(Refusal::stale(reports.last())),
    }
    bring_evidence(&mut tx, desk, &report, &reports, said).await?;
    tx.commit(Did::written(before.as_ref(), &report)).await?;
    Ok(report)
}

/// The same form again, with files that did not arrive the first time: they join what waits for review.
async fn more(mut tx: Tx, desk: &Desk, report: Report, said: &Said) -> Result<Report, Refusal> {
    let there = evidence::table::of(&mut tx, &[report.id]).await?;
    let added = evidence::table::join(&mut tx, desk, report.id, &there, &said.pieces).await?;
    if report.state.is_waiting() && added > 0 {
        tx.commit(Did::Added { report: &report, pieces: added }).await?;
    }
    Ok(report)
}

/// What stays of the evidence that the form showed, and what is new.
async fn bring_evidence(
    tx: &mut Tx,
    desk: &Desk,
    report: &Report,
    reports: &[Report],
    said: &Said,
) -> Result<(), Refusal> {
    let known: Vec<i64> = reports.iter().map(|report| report.id).chain([report.id]).collect();
    let there = evidence::table::of(tx, &known).await?;
    let (own, older): (Vec<_>, Vec<_>) = there.into_iter().partition(|piece| piece.report == report.id);
    let (stays, goes): (Vec<_>, Vec<_>) = own.into_iter().partition(|piece| said.keep.contains(&piece.id));
    for piece in goes {
        evidence::table::remove(tx, piece.id).await?;
    }
    let carried = older.into_iter().filter(|piece| said.keep.contains(&piece.id)).map(|piece| piece.piece);
    let new: Vec<_> = carried.chain(said.pieces.iter().cloned()).collect();
    evidence::table::join(tx, desk, report.id, &stays, &new).await?;
    Ok(())
}

/// The assignment, for a desk that may write for it; whether it writes on behalf of a body outside.
pub(crate) async fn may_write(
    tx: &mut Tx,
    desk: &Desk,
    assignment: i64,
    right: &Right,
) -> Result<(Owed, bool), Refusal> {
    let (owed, relation) = owed::open(tx, desk, assignment, &super::READ).await?;
    let on_behalf = is_on_behalf(desk, &owed, relation);
    if !on_behalf {
        desk.may(right, relation)?;
    }
    Ok((owed, on_behalf))
}

/// Whether the desk would write for a body outside the province's command, which has no desk here.
pub(super) fn is_on_behalf(desk: &Desk, owed: &Owed, relation: Relation) -> bool {
    relation != Relation::Own && owed.outside && ON_BEHALF.allows(desk.role, relation)
}

fn blank(said: &Said, number: i64, corrects: Option<i64>, owed: &Owed) -> Report {
    Report {
        id: 0,
        assignment: owed.id,
        number,
        state: State::Draft,
        version: 0,
        form: said.form.clone(),
        words: said.words.clone(),
        agency: owed.agency.clone(),
        post: String::new(),
        author: String::new(),
        on_behalf: false,
        corrects,
        written_at: jiff::Timestamp::UNIX_EPOCH,
        submitted_at: None,
        submitted_on: None,
        decided_at: None,
        decided_by: None,
        reason: None,
    }
}

impl Report {
    /// With what is said now, by whom.
    fn fill(&mut self, desk: &Desk, said: &Said, on_behalf: bool) {
        self.version += 1;
        self.words = said.words.clone();
        self.post.clone_from(&desk.post);
        self.author.clone_from(&desk.who);
        self.on_behalf = on_behalf;
        self.written_at = desk.now;
    }

    fn send(&mut self, desk: &Desk, state: State) {
        self.state = state;
        self.submitted_at = Some(desk.now);
        self.submitted_on = Some(desk.today);
    }
}
