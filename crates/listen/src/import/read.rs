//! Reading imports at the desk.

use accounts::{Desk, Reach, Relation, Right, Role};

use super::{Import, Line, Refusal, table};

/// Who may read them.
pub const READ: Right = Right {
    act: "import.read",
    held_by: &[
        (Role::StandingBody, Reach::Any),
        (Role::Leader, Reach::Any),
        (Role::Communicator, Reach::Any),
        (Role::Auditor, Reach::Any),
    ],
};

/// Lines on a page.
pub const LINES: i64 = 50;

/// Every import, the newest day first.
///
/// # Errors
/// [`Refusal::Forbidden`] for who may not read them.
pub async fn all(desk: &Desk) -> Result<Vec<Import>, Refusal> {
    desk.may(&READ, Relation::Other)?;
    Ok(table::all(&mut desk.read().await?).await?)
}

/// One import.
///
/// # Errors
/// [`Refusal::Missing`], also for who may not read it.
pub async fn one(desk: &Desk, id: i64) -> Result<Import, Refusal> {
    desk.may(&READ, Relation::Other).map_err(|_| Refusal::Missing)?;
    table::find(&mut desk.read().await?, id).await?.ok_or(Refusal::Missing)
}

/// A page of its lines, from 1.
///
/// # Errors
/// [`Refusal::Missing`], also for who may not read it.
pub async fn lines(desk: &Desk, id: i64, page: i64) -> Result<Vec<Line>, Refusal> {
    one(desk, id).await?;
    let skipped = (page.clamp(1, 100_000) - 1) * LINES;
    Ok(table::lines(&mut desk.read().await?, id, (LINES, skipped)).await?)
}
