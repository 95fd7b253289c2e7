//! Searching the trail: who, what, on what, when; the newest first.

use jiff::civil::Date;
use jiff::tz::{TimeZone, offset};
use jiff::{Timestamp, ToSpan};

use super::{Entry, table};
use crate::{Desk, Forbidden, Reach, Relation, Right, Role};

/// Who may look at the trail: administrators and auditors at all of it, everybody at what they did themselves.
pub const READ: Right = Right {
    act: "audit.read",
    held_by: &[
        (Role::Administrator, Reach::Any),
        (Role::Auditor, Reach::Any),
        (Role::StandingBody, Reach::Own),
        (Role::Leader, Reach::Own),
        (Role::Head, Reach::Own),
        (Role::Officer, Reach::Own),
        (Role::Communicator, Reach::Own),
    ],
};

/// Which entries are asked for; what is left empty asks for nothing.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The account of who did it.
    pub who: Option<String>,
    /// The act: `post.opened`, or how it begins, `post.`.
    pub act: Option<String>,
    /// A part of what it was done to.
    pub subject: Option<String>,
    /// The first day in Viet Nam.
    pub from: Option<Date>,
    /// The last day in Viet Nam.
    pub to: Option<Date>,
    /// Only entries before this number.
    pub before: Option<i64>,
}

/// The entries that are asked for, the newest first, at most `most`.
///
/// # Errors
/// [`Unsearched`].
pub async fn search(desk: &Desk, wanted: &Wanted, most: i64) -> Result<Vec<Entry>, Unsearched> {
    let own = wanted.who.as_deref() == Some(desk.who.as_str());
    desk.may(&READ, if own { Relation::Own } else { Relation::Other })?;
    Ok(table::search(&mut desk.read().await?, wanted, most).await?)
}

/// Every act that the trail has, by its word.
///
/// # Errors
/// When the database cannot be read.
pub async fn acts(desk: &Desk) -> Result<Vec<String>, store::Error> {
    table::acts(&mut desk.read().await?).await
}

/// Why the trail was not searched.
#[derive(Debug, thiserror::Error)]
pub enum Unsearched {
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl Wanted {
    /// The first instant that is asked for.
    pub(super) fn since(&self) -> Option<Timestamp> {
        self.from.and_then(midnight)
    }

    /// The first instant after those that are asked for.
    pub(super) fn until(&self) -> Option<Timestamp> {
        self.to.and_then(|day| midnight(day.checked_add(1.day()).ok()?))
    }
}

/// The beginning of a day in Viet Nam, which has kept +07:00 since 1975.
fn midnight(day: Date) -> Option<Timestamp> {
    day.to_zoned(TimeZone::fixed(offset(7))).ok().map(|begin| begin.timestamp())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_those_of_viet_nam_and_taken_in_whole() {
        let day = Some(date(2025, 5, 20));
        let wanted = Wanted { from: day, to: day, ..Wanted::default() };
        assert_eq!(wanted.since().unwrap().to_string(), "2025-05-19T17:00:00Z");
        assert_eq!(wanted.until().unwrap().to_string(), "2025-05-20T17:00:00Z");
    }
}
