//! What can become of an assignment that is there as a row.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test file uses what it needs, and fails where it stands"
)]

use accounts::Desk;

/// Leaves an assignment to a person's decision, or has another answer it, or ends it, or promises a later day.
pub(crate) async fn mark(desk: &Desk, assignment: i64, mark: Mark) {
    const UNDECIDED: &str = "UPDATE assignment SET undecided = TRUE WHERE id = $1";
    const CANCELLED: &str = "UPDATE assignment SET cancelled_on = due WHERE id = $1";
    const JOINED: &str = "UPDATE assignment SET joined = $1 - 1 WHERE id = $1";
    const PROMISED: &str = "UPDATE assignment SET promised = '2025-05-31' WHERE id = $1";
    let sql = match mark {
        Mark::Undecided => UNDECIDED,
        Mark::Cancelled => CANCELLED,
        Mark::Joined => JOINED,
        Mark::Promised => PROMISED,
    };
    let mut tx = desk.store().begin().await.unwrap();
    store::run!(&mut tx, sqlx::query(sql).bind(assignment)).unwrap();
    tx.commit().await.unwrap();
}

/// What can become of an assignment.
pub(crate) enum Mark {
    /// A person has to decide.
    Undecided,
    /// It lost its ground.
    Cancelled,
    /// The one with the number before answers it.
    Joined,
    /// Granted to 31 May 2025.
    Promised,
}
