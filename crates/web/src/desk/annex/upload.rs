//! The form that brings a file: its mark, and the file no further than it may weigh.

use axum::extract::Multipart;
use axum::extract::multipart::Field;
use plan::annex::LARGEST;

use crate::Fault;

/// What is read past at most, in bytes, so that a file that is too large gets its answer.
const CEILING: usize = 32 << 20;
/// The most that the mark may weigh, in bytes, and the least letters that it has.
const MARK: (usize, usize) = (100, 16);

/// What the form brought.
pub(super) struct Upload {
    /// The form's mark.
    pub(super) mark: String,
    /// The file's name and its bytes; no bytes where they are too many, nothing where no file was chosen.
    pub(super) file: Option<(String, Option<Vec<u8>>)>,
}

/// Reads the form.
///
/// # Errors
/// [`Fault::TooLarge`] beyond the ceiling, [`Fault::Unreadable`] where it breaks off or has no mark.
pub(super) async fn read(mut form: Multipart) -> Result<Upload, Fault> {
    let (mut mark, mut file) = (String::new(), None);
    while let Some(mut field) = form.next_field().await.map_err(|_| Fault::Unreadable)? {
        match field.file_name().map(str::to_owned) {
            Some(name) if !name.is_empty() => file = Some((name, bytes(&mut field, LARGEST).await?)),
            Some(_) => {}
            None if field.name() == Some("form") => {
                let bytes = bytes(&mut field, MARK.0).await?.unwrap_or_default();
                mark = String::from_utf8(bytes).map_err(|_| Fault::Unreadable)?;
            }
            None => drop(bytes(&mut field, MARK.0).await?),
        }
    }
    let is_mark = mark.len() >= MARK.1 && mark.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    if is_mark { Ok(Upload { mark, file }) } else { Err(Fault::Unreadable) }
}

/// The bytes of a field, none where they are more than `most`.
async fn bytes(field: &mut Field<'_>, most: usize) -> Result<Option<Vec<u8>>, Fault> {
    let (mut bytes, mut read) = (Vec::new(), 0);
    while let Some(chunk) = field.chunk().await.map_err(|_| Fault::Unreadable)? {
        read += chunk.len();
        if read > CEILING {
            return Err(Fault::TooLarge);
        }
        if read <= most {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok((read <= most).then_some(bytes))
}
