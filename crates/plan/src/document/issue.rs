//! Taking in a document that was issued.

use accounts::{Desk, Directory, Forbidden, Reach, Right, Role};

use super::{Document, table};
use crate::did::Did;

/// Who may take in a document: the standing body any, an agency its own.
pub const ISSUE: Right = Right {
    act: "document.issued",
    held_by: &[
        (Role::StandingBody, Reach::Any),
        (Role::Head, Reach::Own),
        (Role::Officer, Reach::Own),
        (Role::Communicator, Reach::Own),
    ],
};

/// Takes in a document; those that it carries out, amends or replaces must be there.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn issue(desk: &Desk, document: &Document) -> Result<(), Refusal> {
    desk.may(&ISSUE, desk.relation(document.agency.as_deref().unwrap_or_default(), []))?;
    if document.slug().is_empty() || document.title.trim().is_empty() {
        return Err(Refusal::Untitled);
    }
    let mut tx = desk.begin().await?;
    if table::has(&mut tx, &document.slug()).await? {
        return Err(Refusal::Known(document.sign.clone()));
    }
    let directory = Directory::load(&mut tx).await?;
    let is_known = |code: &String| directory.agency(code).is_some() || directory.group(code).is_some();
    let bodies = [document.agency.as_ref(), document.owed.as_ref().map(|owed| &owed.by)];
    if let Some(unknown) = bodies.into_iter().flatten().find(|code| !is_known(code)) {
        return Err(Refusal::NoAgency(unknown.clone()));
    }
    let others = [&document.carries_out, &document.amends, &document.replaces];
    for other in others.into_iter().flatten() {
        if !table::has(&mut tx, other).await? {
            return Err(Refusal::NoDocument(other.clone()));
        }
    }
    table::insert(&mut tx, document).await?;
    tx.commit(Did::Issued(document)).await?;
    Ok(())
}

/// Why a document or its file was not taken in.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// It has no sign or no title.
    #[error("a document needs its number and sign, and a title")]
    Untitled,
    /// A document of this sign is there.
    #[error("there is already a document {0}")]
    Known(String),
    /// The agency that issued it, or that owes one of its own, is not there.
    #[error("there is no agency {0}")]
    NoAgency(String),
    /// A document that it points to is not there.
    #[error("there is no document {0}")]
    NoDocument(String),
    /// The file is neither PDF nor Word.
    #[error("the file is neither PDF nor Word")]
    NotPaper,
    /// It has a file already, which stays.
    #[error("the document {0} has its file already")]
    HasFile(String),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}
