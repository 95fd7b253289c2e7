//! What a file is, by its bytes.

use std::io::Cursor;

use zip::ZipArchive;

use super::Unfit;

/// Kinds of file that are taken as evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    /// A photo.
    Jpeg,
    /// A picture of a screen.
    Png,
    /// A picture from the web.
    Webp,
    /// A document as it was signed or scanned.
    Pdf,
    /// Word since 2007.
    Docx,
    /// Excel since 2007.
    Xlsx,
    /// Word before 2007.
    Doc,
    /// Excel before 2007.
    Xls,
}

impl Media {
    /// Every kind.
    pub const ALL: [Self; 8] =
        [Self::Jpeg, Self::Png, Self::Webp, Self::Pdf, Self::Docx, Self::Xlsx, Self::Doc, Self::Xls];

    /// What the bytes are.
    ///
    /// # Errors
    /// [`Unfit::Unknown`] when they are none of these, [`Unfit::Macros`] when they carry a program.
    pub fn of(bytes: &[u8]) -> Result<Self, Unfit> {
        let found = infer::get(bytes).map(|kind| kind.mime_type());
        match found {
            Some("image/jpeg") => Ok(Self::Jpeg),
            Some("image/png") => Ok(Self::Png),
            Some("image/webp") => Ok(Self::Webp),
            Some("application/pdf") => Ok(Self::Pdf),
            _ if bytes.starts_with(b"PK\x03\x04") => of_package(bytes),
            _ if bytes.starts_with(&COMPOUND) => of_compound(bytes),
            _ => Err(Unfit::Unknown),
        }
    }

    /// Its media type, in the database and in an answer.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Doc => "application/msword",
            Self::Xls => "application/vnd.ms-excel",
        }
    }

    /// A kind by its media type.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|media| media.as_str() == word)
    }

    /// How names of such files end.
    pub(super) fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
            Self::Webp => &["webp"],
            Self::Pdf => &["pdf"],
            Self::Docx => &["docx"],
            Self::Xlsx => &["xlsx"],
            Self::Doc => &["doc"],
            Self::Xls => &["xls"],
        }
    }

    /// Whether a page can show it.
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Webp)
    }
}

/// How a compound file of before 2007 begins; an installer begins so too.
const COMPOUND: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

fn of_package(bytes: &[u8]) -> Result<Media, Unfit> {
    let package = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unfit::Damaged)?;
    if package.file_names().any(|name| name.is_ok_and(|name| name.ends_with("vbaProject.bin"))) {
        return Err(Unfit::Macros);
    }
    let has = |name| package.index_for_name(name).is_some();
    match (has("word/document.xml"), has("xl/workbook.xml")) {
        (true, false) => Ok(Media::Docx),
        (false, true) => Ok(Media::Xlsx),
        _ => Err(Unfit::Unknown),
    }
}

/// The directory of a compound file names its streams in UTF-16.
fn of_compound(bytes: &[u8]) -> Result<Media, Unfit> {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    match (has("_VBA_PROJECT"), has("WordDocument"), has("Workbook")) {
        (true, ..) => Err(Unfit::Macros),
        (_, true, _) => Ok(Media::Doc),
        (_, _, true) => Ok(Media::Xls),
        _ => Err(Unfit::Unknown),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::write::{SimpleFileOptions, ZipWriter};

    use super::*;

    fn package(names: &[&str]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for name in names {
            writer.start_file(*name, SimpleFileOptions::default()).expect("a part begins");
            writer.write_all(b"<x/>").expect("a part is written");
        }
        writer.finish().expect("the package ends").into_inner()
    }

    fn compound(stream: &str) -> Vec<u8> {
        COMPOUND.into_iter().chain(stream.encode_utf16().flat_map(u16::to_le_bytes)).collect()
    }

    #[test]
    fn a_file_is_what_its_bytes_say() {
        assert_eq!(Media::of(b"\xFF\xD8\xFF\xE0\0\x10JFIF\0"), Ok(Media::Jpeg));
        assert_eq!(Media::of(b"\x89PNG\r\n\x1a\n"), Ok(Media::Png));
        assert_eq!(Media::of(b"RIFF\x04\0\0\0WEBPVP8 "), Ok(Media::Webp));
        assert_eq!(Media::of(b"%PDF-1.7\n"), Ok(Media::Pdf));
        assert_eq!(Media::of(&package(&["mimetype", "word/document.xml"])), Ok(Media::Docx));
        assert_eq!(Media::of(&package(&["xl/workbook.xml"])), Ok(Media::Xlsx));
        assert_eq!(Media::of(&compound("WordDocument")), Ok(Media::Doc));
        assert_eq!(Media::of(&compound("Workbook")), Ok(Media::Xls));
    }

    #[test]
    fn programs_pages_and_other_archives_are_not_taken() {
        for bytes in [b"MZ\x90\0".as_slice(), b"\x7FELF", b"<html><script>", b"#!/bin/sh", b"GIF89a", b""] {
            assert_eq!(Media::of(bytes), Err(Unfit::Unknown), "{bytes:?}");
        }
        assert_eq!(Media::of(&package(&["evil.exe"])), Err(Unfit::Unknown));
        assert_eq!(Media::of(&compound("Installer")), Err(Unfit::Unknown));
        assert_eq!(Media::of(b"PK\x03\x04cut"), Err(Unfit::Damaged));
    }

    #[test]
    fn macros_are_not_taken() {
        assert_eq!(Media::of(&package(&["word/document.xml", "word/vbaProject.bin"])), Err(Unfit::Macros));
        assert_eq!(Media::of(&compound("_VBA_PROJECT")), Err(Unfit::Macros));
    }

    #[test]
    fn media_are_read_back() {
        for media in Media::ALL {
            assert_eq!(Media::read(media.as_str()), Some(media));
        }
    }
}
