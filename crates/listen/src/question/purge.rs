//! Purging: contacts, pictures and the files of answers that are not public go some days after the answer, from the database
//! and from the attachments; where nobody answers, months after the question came.

mod forget;

use accounts::{Desk, Relation, Right};
use jiff::ToSpan;
use store::{Attachments, Digest};

use super::did::Did;
use super::{File, Question, Refusal, table};

pub use forget::{FORGET, forget};
pub(super) use forget::{asked_for, is_unfollowed};

/// Who may purge: nobody at a post; the program does it each morning.
pub const PURGE: Right = Right { act: "question.purged", held_by: &[] };

/// Days after the answer, closing or folding for which contact, picture and files are kept: as long as it can be reopened.
pub const KEPT_DAYS: i64 = super::REOPEN_DAYS;

/// Months after it came, or was opened again, for which they are kept where nobody answers.
pub const KEPT_MONTHS: i32 = 12;

/// What is gone of a question.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Gone {
    pub(super) contact: bool,
    pub(super) picture: bool,
    /// How many files of answers.
    pub(super) files: usize,
}

/// Removes what is kept no longer, and says of how many questions. Doing it again removes nothing.
///
/// # Errors
/// [`Refusal`]; then nothing is removed from the database.
pub async fn purge(desk: &Desk, attachments: &Attachments) -> Result<usize, Refusal> {
    desk.may(&PURGE, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let last = desk.today.saturating_sub((KEPT_DAYS + 1).days());
    let unanswered = desk.today.saturating_sub(KEPT_MONTHS.months()).saturating_sub(1.day());
    let old = table::to_purge(&mut tx, last, unanswered).await?;
    if old.is_empty() {
        drop(tx);
        desk.store().rinse().await?;
        return Ok(0);
    }
    let mut codes = Vec::new();
    for question in &old {
        take_away(&mut tx, attachments, question, |file| !file.is_public).await?;
        table::update(&mut tx, question, &Question { picture: None, ..question.clone() }).await?;
        codes.push(question.code.as_str());
    }
    tx.commit(Did::Purged { codes: &codes }).await?;
    desk.store().rinse().await?;
    Ok(old.len())
}

/// Removes contact, picture and those files. What is sealed is nobody else's, since no two are sealed alike.
pub(super) async fn take_away(
    tx: &mut accounts::Tx,
    attachments: &Attachments,
    question: &Question,
    goes: impl Fn(&File) -> bool,
) -> Result<Gone, Refusal> {
    table::letter::remove_of(tx, question.id).await?;
    let contact = table::forget_contact(tx, question.id).await?;
    let files: Vec<File> = table::file::of(tx, question.id).await?.into_iter().filter(goes).collect();
    let sealed = question.picture.iter().map(|picture| &picture.digest);
    for digest in sealed.chain(files.iter().map(|file| &file.digest)) {
        if let Ok(digest) = digest.parse::<Digest>() {
            attachments.remove(&digest).await?;
        }
    }
    for file in &files {
        table::file::remove(tx, (question.id, file.place)).await?;
    }
    Ok(Gone { contact, picture: question.picture.is_some(), files: files.len() })
}
