//! Setting a target of a plan.

use accounts::{Desk, Forbidden, Reach, Relation, Right, Role};

use super::{Target, table};
use crate::did::Did;
use crate::document;

/// Who may set a target.
pub const SET: Right = Right { act: "target.set", held_by: &[(Role::StandingBody, Reach::Any)] };

/// Sets a target of a document that is there.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn set(desk: &Desk, target: &Target) -> Result<(), Refusal> {
    desk.may(&SET, Relation::Other)?;
    if target.first_year > target.last_year {
        return Err(Refusal::Backwards { first: target.first_year, last: target.last_year });
    }
    let mut tx = desk.begin().await?;
    if !document::table::has(&mut tx, &target.document).await? {
        return Err(Refusal::NoDocument(target.document.clone()));
    }
    table::insert(&mut tx, target).await?;
    tx.commit(Did::Set(target)).await?;
    Ok(())
}

/// Why a target was not set.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The document is not there.
    #[error("there is no document {0}")]
    NoDocument(String),
    /// The years run backwards.
    #[error("the years run backwards: {first} to {last}")]
    Backwards {
        /// The first year.
        first: i16,
        /// The last year.
        last: i16,
    },
    /// The database failed, or the place is taken.
    #[error(transparent)]
    Store(#[from] store::Error),
}
