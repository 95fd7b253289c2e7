//! Taking a file in: what is it, take out its position, scan it, keep its bytes.

use store::Attachments;

use super::{FILE_MAX, Media, Piece, Scan, Scanner, Unfit, What, name, strip, whole};

/// Takes a file in and says what became of it. Its bytes are kept by what they are; the report names them when it
/// is written.
pub async fn take(attachments: &Attachments, scanner: &Scanner, written: &str, bytes: Vec<u8>) -> Piece {
    match kept(attachments, scanner, written, bytes).await {
        Ok(piece) => piece,
        Err(unfit) => Piece { name: sheet::bare_name(written), what: What::Missing(unfit) },
    }
}

async fn kept(
    attachments: &Attachments,
    scanner: &Scanner,
    written: &str,
    bytes: Vec<u8>,
) -> Result<Piece, Unfit> {
    let (media, scan, bytes) = fit(scanner, bytes).await?;
    let weight = i64::try_from(bytes.len()).map_err(|_| Unfit::TooLarge)?;
    let digest = attachments.put(bytes).await.map_err(|_| Unfit::NotKept)?;
    let what = What::File { digest: digest.as_str().to_owned(), media, bytes: weight, scan };
    Ok(Piece { name: name::of(written, media), what })
}

/// A file as it may be kept: what it is, what the scanner says, and its bytes without what they say besides.
///
/// # Errors
/// Why it is not kept.
pub async fn fit(scanner: &Scanner, bytes: Vec<u8>) -> Result<(Media, Scan, Vec<u8>), Unfit> {
    if bytes.len() > FILE_MAX {
        return Err(Unfit::TooLarge);
    }
    let media = Media::of(&bytes)?;
    whole::whole(media, &bytes)?;
    let scan = scanner.scan(&bytes).await.map_err(|_| Unfit::Infected)?;
    Ok((media, scan, strip::strip(media, bytes)?))
}
