//! Taking in a document that was issued.

use accounts::Desk;

use super::{Document, table};
use crate::did::Did;

/// Takes in a document; the one that it carries out must be there.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn issue(desk: &Desk, document: &Document) -> Result<(), Refusal> {
    let mut tx = desk.begin().await?;
    if table::has(&mut tx, &document.slug()).await? {
        return Err(Refusal::Known(document.sign.clone()));
    }
    if let Some(parent) = &document.carries_out
        && !table::has(&mut tx, parent).await?
    {
        return Err(Refusal::NoParent(parent.clone()));
    }
    table::insert(&mut tx, document).await?;
    tx.commit(Did::Issued(document)).await?;
    Ok(())
}

/// Why a document was not taken in.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// A document of this sign is there.
    #[error("there is already a document {0}")]
    Known(String),
    /// The document that it carries out is not there.
    #[error("there is no document {0} to carry out")]
    NoParent(String),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}
