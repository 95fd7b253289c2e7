//! Keeping the file of a document.

use accounts::{Desk, Reach, Right, Role};
use store::Attachments;

use super::{File, Refusal, table};
use crate::did::Did;

/// Who may keep a document's file.
pub const ATTACH: Right = Right {
    act: "document.attached",
    held_by: &[
        (Role::StandingBody, Reach::Any),
        (Role::Head, Reach::Own),
        (Role::Officer, Reach::Own),
        (Role::Communicator, Reach::Own),
    ],
};

/// Keeps the file of a document that has none yet; what it is, is told by its bytes: PDF or Word.
///
/// # Errors
/// [`Refusal`], with nothing kept in the database.
pub async fn attach(
    desk: &Desk,
    attachments: &Attachments,
    slug: &str,
    name: &str,
    bytes: Vec<u8>,
) -> Result<(), Refusal> {
    let document = table::find(&mut desk.read().await?, slug).await?;
    let document = document.ok_or_else(|| Refusal::NoDocument(slug.to_owned()))?;
    desk.may(&ATTACH, desk.relation(document.agency.as_deref().unwrap_or_default(), []))?;
    if !is_paper(&bytes) {
        return Err(Refusal::NotPaper);
    }
    let digest = attachments.put(bytes).await?.as_str().to_owned();
    let file = File { digest, name: name.to_owned() };
    let mut tx = desk.begin().await?;
    if !table::attach(&mut tx, slug, &file).await? {
        return Err(Refusal::HasFile(document.sign));
    }
    tx.commit(Did::Attached { slug, file: &file }).await?;
    Ok(())
}

fn is_paper(bytes: &[u8]) -> bool {
    infer::get(bytes).is_some_and(|kind| matches!(kind.extension(), "pdf" | "doc" | "docx"))
}
