//! Files that go with an answer: mostly a copy of the document that was asked for. Sealed, since a copy may name people; the asker
//! gets them by code and secret, everybody else only where a person made them public with the question.

use accounts::Desk;
use store::{Attachments, Digest};

use super::super::follow::known;
use super::super::read::{READ, open};
use super::super::{Kind, Means, Question, Refusal, table};
use super::fit::fit;
use crate::Seal;

/// The most files of one answer.
pub const FILES_MAX: usize = 5;

/// A file of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// From 1, among the files of the question.
    pub place: i64,
    /// The number of the answer among the steps.
    pub step: i64,
    /// As it is handed out.
    pub name: String,
    /// Its media type.
    pub media: String,
    /// Its weight in bytes.
    pub bytes: i64,
    /// Whether anyone may have it, while the question is public.
    pub is_public: bool,
    /// The name of its sealed bytes among the attachments.
    pub(in crate::question) digest: String,
}

/// A file as it comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// What it is called.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A file that was sealed and waits to be kept with an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::question) struct Taken {
    pub(in crate::question) name: String,
    pub(in crate::question) media: &'static str,
    pub(in crate::question) bytes: i64,
    /// The keyed mark of its SHA-256.
    pub(in crate::question) mark: String,
    pub(in crate::question) digest: String,
}

/// Checks and seals files for a question: all of them, or none.
pub(super) async fn take(
    means: Means<'_>,
    question: &Question,
    files: Vec<NewFile>,
) -> Result<Vec<Taken>, Refusal> {
    if files.len() > FILES_MAX {
        return Err(Refusal::TooManyFiles);
    }
    let mut fitting = Vec::new();
    for file in files {
        let called = sheet::bare_name(&file.name);
        fitting.push(fit(means.scanner, file).await.map_err(|why| Refusal::NoFile(called, why))?);
    }
    let mut taken = Vec::new();
    for file in fitting {
        let sealed = means.seal.close(means.chance, &question.form, &file.bytes);
        taken.push(Taken {
            mark: means.seal.mark("file", Digest::of(&file.bytes).as_str()),
            digest: means.attachments.put(sealed).await?.as_str().to_owned(),
            bytes: i64::try_from(file.bytes.len()).unwrap_or(i64::MAX),
            media: file.media,
            name: file.name,
        });
    }
    Ok(taken)
}

/// Removes the sealed bytes of files that were not kept after all. No two are sealed alike, so that they are nobody else's.
pub(super) async fn let_go(attachments: &Attachments, files: &[Taken]) -> Result<(), Refusal> {
    for digest in files.iter().filter_map(|file| file.digest.parse().ok()) {
        attachments.remove(&digest).await?;
    }
    Ok(())
}

/// A file of a question, for a desk that may read it.
///
/// # Errors
/// [`Refusal::Missing`] where there is none that the desk may know of, [`Refusal::Sealed`] where the key is another.
pub async fn file(
    desk: &Desk,
    means: (&Seal, &Attachments),
    id: i64,
    place: i64,
) -> Result<(File, Vec<u8>), Refusal> {
    let mut at = desk.read().await?;
    let (question, _) = open(&mut at, desk, id, &READ).await?;
    opened(means, &question, table::file::of(&mut at, id).await?, place).await
}

/// A file for the asker: of their question, or of the one that it was folded into.
///
/// # Errors
/// [`Refusal::Missing`] where there is none, or code and secret do not belong together.
pub async fn own_file(
    desk: &Desk,
    means: (&Seal, &Attachments),
    (code, secret): (&str, &str),
    place: i64,
) -> Result<(File, Vec<u8>), Refusal> {
    let mut at = desk.read().await?;
    let question = known(&mut at, code, secret).await?;
    let source = match question.main {
        Some(main) => table::find(&mut at, main).await?.ok_or(Refusal::Missing)?,
        None => question,
    };
    let files = for_asker(&source, table::file::of(&mut at, source.id).await?, code);
    opened(means, &source, files, place).await
}

/// Those files that the asker of a code gets: of somebody else's request about their own data, none.
pub(in crate::question) fn for_asker(source: &Question, files: Vec<File>, code: &str) -> Vec<File> {
    let is_anothers = source.code != super::super::ask::typed(code) && source.kind == Kind::OwnData;
    if is_anothers { Vec::new() } else { files }
}

/// A file that anyone may have.
///
/// # Errors
/// [`Refusal::Missing`] where there is none.
pub async fn public_file(
    desk: &Desk,
    means: (&Seal, &Attachments),
    code: &str,
    place: i64,
) -> Result<(File, Vec<u8>), Refusal> {
    let mut at = desk.read().await?;
    let question = table::of_code(&mut at, code).await?.ok_or(Refusal::Missing)?;
    if table::step::public_of(&mut at, question.id).await?.is_none() {
        return Err(Refusal::Missing);
    }
    let files = table::file::of(&mut at, question.id).await?;
    opened(means, &question, files.into_iter().filter(|file| file.is_public).collect(), place).await
}

async fn opened(
    (seal, attachments): (&Seal, &Attachments),
    question: &Question,
    files: Vec<File>,
    place: i64,
) -> Result<(File, Vec<u8>), Refusal> {
    let file = files.into_iter().find(|file| file.place == place).ok_or(Refusal::Missing)?;
    let digest = file.digest.parse().map_err(|_| Refusal::Missing)?;
    let sealed = attachments.get(&digest).await?;
    let bytes = seal.open(&question.form, &sealed).ok_or(Refusal::Sealed)?;
    Ok((file, bytes))
}
