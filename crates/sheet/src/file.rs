//! A foreign file: how large it may be, and what kind of file it really is, whatever its name says.

use std::borrow::Cow;

use crate::fault::{Fault, Limit};

/// The largest file that is taken, in bytes.
pub const LARGEST: usize = 32 << 20;

/// A foreign file.
#[derive(Debug, Clone, Copy)]
pub struct File<'a> {
    /// Its name, which only tells what it should be.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// What the bytes are, as far as it matters here.
#[derive(Debug)]
pub(super) enum Content<'a> {
    /// A zip archive, which may be a workbook.
    Archive,
    /// Text, decoded.
    Text(Cow<'a, str>),
}

/// Looks at a file's first bytes and its name.
pub(super) fn content<'a>(name: &str, bytes: &'a [u8]) -> Result<Content<'a>, Fault> {
    if bytes.len() > LARGEST {
        return Err(Fault::TooLarge {
            found: Some(bytes.len() as u64),
            most: LARGEST as u64,
            of: Limit::FileBytes,
        });
    }
    if bytes.starts_with(b"PK") {
        return Ok(Content::Archive);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return Err(compound(bytes));
    }
    if let Some(known) = infer::get(bytes).filter(|known| !is_text(known)) {
        return Err(not_a_workbook(known.extension()));
    }
    let text = decode(bytes)
        .ok_or_else(|| not_a_workbook(if bytes.contains(&0) { "binary" } else { "text-not-utf8" }))?;
    match what_text(&text) {
        Some(what) => Err(not_a_workbook(what)),
        None if named_workbook(name) => {
            Err(not_a_workbook(if text.trim().is_empty() { "empty" } else { "csv" }))
        }
        None => Ok(Content::Text(text)),
    }
}

pub(super) fn not_a_workbook(what: &str) -> Fault {
    Fault::NotAWorkbook(what.to_owned())
}

/// Office's old container: an encrypted workbook, or an old document of some kind. Names in it are UTF-16.
fn compound(bytes: &[u8]) -> Fault {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if has("EncryptedPackage") {
        return Fault::Encrypted;
    }
    let what = if has("WordDocument") {
        "doc"
    } else if has("PowerPoint Document") {
        "ppt"
    } else {
        "xls"
    };
    not_a_workbook(what)
}

fn is_text(known: &infer::Type) -> bool {
    known.matcher_type() == infer::MatcherType::Text
}

/// Pages and other markup, which spreadsheets open as if they were workbooks.
fn what_text(text: &str) -> Option<&'static str> {
    let start: String = text.trim_start().chars().take(2_000).flat_map(char::to_lowercase).collect();
    if start.starts_with("{\\rtf") {
        return Some("rtf");
    }
    if !start.starts_with('<') {
        return None;
    }
    let html = ["<html", "<!doctype html", "<table", "<body"].iter().any(|tag| start.contains(tag));
    Some(if html { "html" } else { "xml" })
}

fn named_workbook(name: &str) -> bool {
    let name = name.to_lowercase();
    ["xlsx", "xlsm", "xls", "xlsb", "ods"].iter().any(|ending| name.ends_with(&format!(".{ending}")))
}

/// Text in UTF-8 with or without a mark, or in UTF-16 with one (or, without, if every other byte is zero).
fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let wide = |bytes: &[u8], read: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|pair| read([pair[0], pair[1]]));
        char::decode_utf16(units).collect::<Result<String, _>>().ok().filter(|text| !text.contains('\0'))
    };
    if let Some(rest) = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]) {
        return plain(rest);
    }
    if let Some(rest) = bytes.strip_prefix(&[0xFF, 0xFE]) {
        return wide(rest, u16::from_le_bytes).map(Cow::Owned);
    }
    if let Some(rest) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        return wide(rest, u16::from_be_bytes).map(Cow::Owned);
    }
    if bytes.get(1) == Some(&0) && bytes.first() != Some(&0) {
        return wide(bytes, u16::from_le_bytes).map(Cow::Owned);
    }
    plain(bytes)
}

/// Text in UTF-8; no text has a zero.
fn plain(bytes: &[u8]) -> Option<Cow<'_, str>> {
    std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0')).map(Cow::Borrowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn what(name: &str, bytes: &[u8]) -> Fault {
        content(name, bytes).expect_err("not taken")
    }

    #[test]
    fn a_file_of_another_kind_is_named() {
        let known: [(&str, &[u8], &str); 8] = [
            ("scores.xlsx", b"year,province_code,subdimension,score\n", "csv"),
            ("scores.xlsx", b"", "empty"),
            ("scores.xls", b"<html><table><tr><td>1</td></tr></table>", "html"),
            ("scores.xls", b"<?xml version=\"1.0\"?><Workbook></Workbook>", "xml"),
            ("scores.csv", b"%PDF-1.7\n...", "pdf"),
            ("scores.csv", b"\x89PNG\r\n\x1a\n", "png"),
            ("scores.csv", b"year,province\n2024,B\xE1c Li\xEAu\n", "text-not-utf8"),
            ("scores.csv", b"{\\rtf1 text}", "rtf"),
        ];
        for (name, bytes, is) in known {
            assert_eq!(what(name, bytes), not_a_workbook(is), "{name}");
        }
    }

    #[test]
    fn an_old_container_is_an_old_workbook_or_an_encrypted_one() {
        let compound = |name: &str| {
            let wide = name.encode_utf16().flat_map(u16::to_le_bytes);
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1].into_iter().chain(wide).collect::<Vec<u8>>()
        };
        assert_eq!(what("a.xls", &compound("Workbook")), not_a_workbook("xls"));
        assert_eq!(what("a.xls", &compound("WordDocument")), not_a_workbook("doc"));
        assert_eq!(what("a.xlsx", &compound("EncryptedPackage")), Fault::Encrypted);
    }

    #[test]
    fn text_is_understood_in_the_encodings_that_spreadsheets_write() {
        let text = "tỉnh,1.1\nBạc Liêu,1.2\n";
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked = |mark: &[u8], rest: &[u8]| [mark, rest].concat();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let files = [
            text.as_bytes().to_vec(),
            marked(b"\xEF\xBB\xBF", text.as_bytes()),
            marked(b"\xFF\xFE", &wide),
            marked(b"\xFE\xFF", &big),
            wide,
        ];
        for file in files {
            assert!(matches!(content("a.csv", &file), Ok(Content::Text(read)) if read == text));
        }
    }

    #[test]
    fn a_file_beyond_the_limit_is_not_looked_at() {
        let most = LARGEST as u64;
        let too_large = Fault::TooLarge { found: Some(most + 1), most, of: Limit::FileBytes };
        assert_eq!(what("a.csv", &vec![b' '; LARGEST + 1]), too_large);
    }
}
