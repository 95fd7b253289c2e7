//! Reviewing: accepting a report, or sending it back with a reason.

use accounts::{Desk, Reach, Right, Role, Tx};

use super::{Did, Refusal, Report, State, TEXT_MAX, table};
use crate::owed;

/// Who may accept a report.
pub const ACCEPT: Right = Right { act: "report.accepted", held_by: &[(Role::StandingBody, Reach::Any)] };

/// Who may send a report back.
pub const RETURN: Right = Right { act: "report.returned", held_by: &[(Role::StandingBody, Reach::Any)] };

/// A decision on the report as it was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// The number of the report.
    pub report: i64,
    /// The version that was seen.
    pub version: i64,
}

/// Accepts a report as it was seen.
///
/// # Errors
/// [`Refusal`]: [`Refusal::Stale`] when it has changed since.
pub async fn accept(desk: &Desk, seen: Decision) -> Result<Report, Refusal> {
    decide(desk, seen, &ACCEPT, State::Accepted, None).await
}

/// Sends a report back, and why.
///
/// # Errors
/// [`Refusal`]: [`Refusal::NoReason`] without one, [`Refusal::Stale`] when the report has changed since.
pub async fn send_back(desk: &Desk, seen: Decision, reason: &str) -> Result<Report, Refusal> {
    let reason = reason.replace("\r\n", "\n").trim().to_owned();
    if reason.chars().count() > TEXT_MAX {
        return Err(Refusal::TooLong("reason"));
    }
    decide(desk, seen, &RETURN, State::Returned, Some(reason)).await
}

async fn decide(
    desk: &Desk,
    seen: Decision,
    right: &Right,
    to: State,
    reason: Option<String>,
) -> Result<Report, Refusal> {
    let mut tx = desk.begin().await?;
    let report = find(&mut tx, desk, seen.report, right).await?;
    if reason.as_deref().is_some_and(str::is_empty) {
        return Err(Refusal::NoReason);
    }
    if is_decided_so(desk, &report, seen, to, reason.as_deref()) {
        return Ok(report);
    }
    let mut decided = report.clone();
    decided.version += 1;
    decided.state = to;
    decided.reason = reason;
    decided.decided_at = Some(desk.now);
    decided.decided_by = Some(desk.who.clone());
    let waits = report.state.is_waiting() && report.version == seen.version;
    if !waits || !table::update(&mut tx, &decided, report.version).await? {
        return Err(Refusal::stale(Some(&report)));
    }
    tx.commit(Did::Decided { before: &report, after: &decided }).await?;
    Ok(decided)
}

/// Whether the same person decided just so already: a button pressed twice.
fn is_decided_so(desk: &Desk, report: &Report, seen: Decision, to: State, reason: Option<&str>) -> bool {
    report.state == to
        && report.version == seen.version + 1
        && report.reason.as_deref() == reason
        && report.decided_by.as_deref() == Some(&desk.who)
}

/// The report, for a desk that may do this with it; a draft is nobody's but its agency's.
async fn find(tx: &mut Tx, desk: &Desk, id: i64, right: &Right) -> Result<Report, Refusal> {
    let report = table::find(tx, id).await?.filter(|report| report.state != State::Draft);
    let assignment = report.as_ref().map_or(0, |report| report.assignment);
    owed::open(tx, desk, assignment, right).await?;
    report.ok_or(Refusal::Missing)
}
