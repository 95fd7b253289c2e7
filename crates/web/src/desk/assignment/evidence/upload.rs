//! A form with files as it comes over the line: read piece by piece, each file no further than it may weigh.
//!
//! A file that is too large is read past and left out, so that the answer arrives; a line that breaks leaves what
//! had come. Only what is larger than anybody needs is turned away whole.

use axum::extract::Multipart;
use axum::extract::multipart::Field;
use plan::evidence::{FILE_MAX, FILES_MAX, Piece, TOTAL_MAX, Unfit, What, take};

use crate::{Fault, Works};

/// What is read past at most, in bytes: photos of a telephone that were not made smaller.
const CEILING: usize = 4 * TOTAL_MAX;
/// The most that one field of text may weigh, in bytes.
const TEXT: usize = 64 * 1024;
/// The most fields of text.
const FIELDS: usize = 100;

/// A form as far as it came.
#[derive(Debug, Default)]
pub(crate) struct Upload {
    fields: Vec<(String, String)>,
    files: Vec<Incoming>,
    /// What was read so far, in bytes.
    read: usize,
    /// What of it is kept.
    kept: usize,
}

/// A file as it came.
#[derive(Debug)]
struct Incoming {
    /// The name of its field.
    field: String,
    /// What it is called.
    called: String,
    bytes: Result<Vec<u8>, Unfit>,
}

/// Why a field is not all there.
enum Cut {
    Broken,
    TooLarge,
}

/// Reads the form.
///
/// # Errors
/// [`Fault::TooLarge`] beyond the ceiling, [`Fault::Unreadable`] when nothing could be read.
pub(crate) async fn read(mut form: Multipart) -> Result<Upload, Fault> {
    let mut upload = Upload::default();
    loop {
        let field = match form.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => break,
            Err(_) if upload.fields.is_empty() => return Err(Fault::Unreadable),
            Err(_) => break,
        };
        match upload.take(field).await {
            Ok(()) => {}
            Err(Cut::TooLarge) => return Err(Fault::TooLarge),
            Err(Cut::Broken) => break,
        }
    }
    Ok(upload)
}

impl Upload {
    async fn take(&mut self, field: Field<'_>) -> Result<(), Cut> {
        let name = field.name().unwrap_or_default().to_owned();
        match field.file_name().map(str::to_owned) {
            None => self.take_text(name, field).await,
            Some(called) => self.take_file(name, called, field).await,
        }
    }

    async fn take_text(&mut self, name: String, mut field: Field<'_>) -> Result<(), Cut> {
        let mut bytes = Vec::new();
        while let Some(chunk) = field.chunk().await.map_err(|_| Cut::Broken)? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() > TEXT || self.fields.len() >= FIELDS {
                return Err(Cut::TooLarge);
            }
        }
        self.fields.push((name, String::from_utf8_lossy(&bytes).into_owned()));
        Ok(())
    }

    /// A field for files in which none was chosen comes without name and bytes.
    async fn take_file(&mut self, name: String, called: String, mut field: Field<'_>) -> Result<(), Cut> {
        let (mut bytes, mut unfit) = (Vec::new(), None);
        loop {
            match field.chunk().await {
                Ok(Some(chunk)) => {
                    self.read += chunk.len();
                    unfit = unfit.or_else(|| self.beyond(bytes.len() + chunk.len()));
                    match unfit {
                        None => bytes.extend_from_slice(&chunk),
                        Some(_) => bytes = Vec::new(),
                    }
                }
                Ok(None) => break,
                Err(_) => {
                    self.files.push(Incoming { field: name, called, bytes: Err(Unfit::Interrupted) });
                    return Err(Cut::Broken);
                }
            }
            if self.read > CEILING {
                return Err(Cut::TooLarge);
            }
        }
        if !called.is_empty() || !bytes.is_empty() {
            self.kept += bytes.len();
            self.files.push(Incoming { field: name, called, bytes: unfit.map_or(Ok(bytes), Err) });
        }
        Ok(())
    }

    fn beyond(&self, weight: usize) -> Option<Unfit> {
        let kept = self.files.iter().filter(|file| file.bytes.is_ok()).count();
        if weight > FILE_MAX {
            Some(Unfit::TooLarge)
        } else if kept >= FILES_MAX || self.kept + weight > TOTAL_MAX {
            Some(Unfit::TooMany)
        } else {
            None
        }
    }

    /// What a field says; empty where it is not there.
    pub(crate) fn text(&self, field: &str) -> &str {
        self.fields.iter().find(|(name, _)| name == field).map_or("", |(_, value)| value.as_str())
    }

    /// Everything that the fields of a name say.
    pub(crate) fn texts<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(name, _)| name == field).map(|(_, value)| value.as_str())
    }

    /// The number that a field says; 0 where it says none.
    pub(crate) fn number(&self, field: &str) -> i64 {
        self.text(field).parse().unwrap_or(0)
    }

    /// The numbers that the fields of a name say.
    pub(crate) fn numbers(&self, field: &str) -> Vec<i64> {
        self.fields
            .iter()
            .filter(|(name, _)| name == field)
            .filter_map(|(_, text)| text.parse().ok())
            .collect()
    }

    /// Whether any file was chosen.
    pub(crate) fn has_files(&self) -> bool {
        !self.files.is_empty()
    }

    /// The first file, or why it is not all there; none where none was chosen.
    pub(crate) fn first_file(&mut self) -> Option<Result<Vec<u8>, Unfit>> {
        self.files.drain(..).next().map(|file| file.bytes)
    }

    /// Every file with what it is called, or why it is not all there.
    pub(crate) fn files(&mut self) -> Vec<(String, Result<Vec<u8>, Unfit>)> {
        self.files.drain(..).map(|file| (file.called, file.bytes)).collect()
    }

    /// The fields of text, in order.
    pub(crate) fn into_fields(self) -> Vec<(String, String)> {
        self.fields
    }

    /// The files, kept or told why not.
    pub(crate) async fn pieces(&mut self, works: &Works) -> Vec<Piece> {
        self.pieces_where(|_| true, works).await
    }

    /// The files of one field, kept or told why not.
    pub(crate) async fn pieces_of(&mut self, field: &str, works: &Works) -> Vec<Piece> {
        self.pieces_where(|name| name == field, works).await
    }

    async fn pieces_where(&mut self, is_meant: impl Fn(&str) -> bool, works: &Works) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let all = std::mem::take(&mut self.files).into_iter();
        let (meant, rest): (Vec<_>, Vec<_>) = all.partition(|it| is_meant(&it.field));
        self.files = rest;
        for Incoming { called, bytes, .. } in meant {
            pieces.push(match bytes {
                Ok(bytes) => take(&works.attachments, &works.scanner, &called, bytes).await,
                Err(unfit) => Piece { name: sheet::bare_name(&called), what: What::Missing(unfit) },
            });
        }
        pieces
    }
}
