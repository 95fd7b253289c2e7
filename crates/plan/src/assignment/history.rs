//! What passed through an agency: the assignments that it took over and gave away, and why.

use accounts::{Desk, Relation};

use super::{Move, Refusal, table};
use crate::board::READ;

/// An assignment that went from one agency to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passed {
    /// Where it went, when, why and by whom.
    pub moved: Move,
    /// The slug of its plan.
    pub plan: String,
    /// The code of its task.
    pub code: String,
    /// Its period.
    pub period: String,
}

/// What passed through an agency, newest first.
///
/// # Errors
/// [`Refusal::Missing`] for a desk that does not read what is the agency's.
pub async fn history(desk: &Desk, agency: &str) -> Result<Vec<Passed>, Refusal> {
    desk.may(&READ, Relation::Own)?;
    if !READ.allows(desk.role, desk.relation(agency, None)) {
        return Err(Refusal::Missing);
    }
    Ok(table::passed(&mut desk.read().await?, agency).await?)
}
