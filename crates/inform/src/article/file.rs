//! Pictures of an article, made anew, and files that go with it.

use accounts::Desk;
use places::name::tidy;
use plan::evidence::{Scanner, fit};
use store::Attachments;

use super::did::Did;
use super::picture::{LONGER, anew};
use super::write::open;
use super::{Article, Refusal, WRITE, table};

/// The most files of an article.
const FILES_MAX: i64 = 12;
/// The longest words about one.
const SAID_MAX: usize = 200;

/// A picture or a file of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// From 1; its address ends so.
    pub place: i64,
    /// The name of its bytes among the attachments.
    pub digest: String,
    /// Its media type.
    pub media: String,
    /// Of a picture what it shows, of a file its name.
    pub said: String,
    /// Of a picture its width and height, in pixels.
    pub size: Option<(i64, i64)>,
    /// Its weight in bytes.
    pub bytes: i64,
}

/// A file as it comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Of a picture what it shows, for who does not see it; of a file its name.
    pub said: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Puts a picture or a file to an article that readers do not see yet.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn attach(
    desk: &Desk,
    (attachments, scanner): (&Attachments, &Scanner),
    id: i64,
    new: NewFile,
) -> Result<File, Refusal> {
    // The right is asked first: nobody else makes the program decode pictures.
    drop(writable(desk, id).await?);
    let said = tidy(&new.said).replace('\n', " ");
    if !(1..=SAID_MAX).contains(&said.chars().count()) {
        return Err(Refusal::NoAlt);
    }
    let (media, _, bytes) = fit(scanner, new.bytes).await.map_err(Refusal::Unfit)?;
    let (bytes, size, media) = if media.is_picture() {
        let made = anew(bytes, LONGER).await.map_err(Refusal::Unfit)?;
        (made.bytes, Some((i64::from(made.width), i64::from(made.height))), "image/jpeg")
    } else {
        (bytes, None, media.as_str())
    };
    let weight = bytes.len() as i64;
    let digest = attachments.put(bytes).await?;
    let (mut tx, article) = writable(desk, id).await?;
    let place = table::next_place(&mut tx, id).await?;
    if table::files(&mut tx, id).await?.len() as i64 >= FILES_MAX {
        return Err(Refusal::TooMany);
    }
    let digest = digest.as_str().to_owned();
    let file = File { place, digest, media: media.to_owned(), said, size, bytes: weight };
    table::insert_file(&mut tx, id, &file).await?;
    table::raise(&mut tx, id).await?;
    tx.commit(Did::Filed { article: &article, before: None, now: Some(&file) }).await?;
    Ok(file)
}

/// Takes one away from an article that readers do not see yet.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn detach(desk: &Desk, id: i64, place: i64) -> Result<(), Refusal> {
    let (mut tx, article) = writable(desk, id).await?;
    let files = table::files(&mut tx, id).await?;
    let file = files.into_iter().find(|file| file.place == place).ok_or(Refusal::Missing)?;
    table::delete_file(&mut tx, id, place).await?;
    table::raise(&mut tx, id).await?;
    tx.commit(Did::Filed { article: &article, before: Some(&file), now: None }).await?;
    Ok(())
}

async fn writable(desk: &Desk, id: i64) -> Result<(accounts::Tx, Article), Refusal> {
    let mut tx = desk.begin().await?;
    let article = open(&mut tx, desk, id, &WRITE).await?;
    // What somebody approved stays as they saw it: changing the text makes it a draft again.
    if !article.state.is_open() {
        return Err(Refusal::Standing);
    }
    Ok((tx, article))
}
