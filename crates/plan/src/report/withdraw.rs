//! Taking a report back that nobody has reviewed yet: it is a draft again.

use accounts::{Desk, Forbidden, Reach, Right, Role};

use super::save::may_write;
use super::{Decision, Did, Refusal, Report, State, table};

/// Who may take a report back: of those, only who sent it.
pub const WITHDRAW: Right = Right {
    act: "report.withdrawn",
    held_by: &[
        (Role::Head, Reach::Own),
        (Role::Officer, Reach::Own),
        (Role::Communicator, Reach::Own),
        (Role::StandingBody, Reach::Own),
    ],
};

/// Makes a report a draft again, as it was seen. Taken back twice it is taken back once.
///
/// # Errors
/// [`Refusal::Forbidden`] for anybody but its author, [`Refusal::Stale`] when it was reviewed or changed since.
pub async fn withdraw(desk: &Desk, assignment: i64, seen: Decision) -> Result<Report, Refusal> {
    let mut tx = desk.begin().await?;
    let (owed, _) = may_write(&mut tx, desk, assignment, &WITHDRAW).await?;
    let reports = table::of(&mut tx, owed.id).await?;
    let report = reports.into_iter().find(|report| report.id == seen.report).ok_or(Refusal::Missing)?;
    if report.author != desk.who {
        return Err(Forbidden { act: WITHDRAW.act, role: desk.role.as_str() }.into());
    }
    if report.state == State::Draft && report.version == seen.version + 1 {
        return Ok(report);
    }
    let mut draft = report.clone();
    draft.version += 1;
    draft.state = State::Draft;
    (draft.submitted_at, draft.submitted_on) = (None, None);
    // What the form sent was taken back: that form coming late once more is not to send it again.
    draft.form = format!("{}.{}", report.form, draft.version);
    let waits = report.state.is_waiting() && report.version == seen.version;
    if !waits || !table::update(&mut tx, &draft, report.version).await? {
        return Err(Refusal::stale(Some(&report)));
    }
    tx.commit(Did::Withdrawn { before: &report, after: &draft }).await?;
    Ok(draft)
}
