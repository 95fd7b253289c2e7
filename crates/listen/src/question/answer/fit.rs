//! Whether a file may go with an answer: it is what its bytes say and nothing besides, no page, no program, and its name is
//! bare.

use places::name::tidy;
use plan::evidence::{FILE_MAX, Media, Scanner, Unfit};

use super::super::clean::is_personal;
use super::NewFile;

/// The longer side of a picture, in pixels: a page of A4 stays readable.
const LONGER: u32 = 2400;
/// Where a PDF says that it is one, and how far from there a page could hide.
const HEAD: usize = 1024;
const CSV: &str = "text/csv";

/// A file that fits.
#[derive(Debug)]
pub(super) struct Fit {
    pub(super) name: String,
    pub(super) media: &'static str,
    pub(super) bytes: Vec<u8>,
}

/// The file as it may be kept.
pub(super) async fn fit(scanner: &Scanner, file: NewFile) -> Result<Fit, Unfit> {
    let NewFile { name, bytes } = file;
    if bytes.len() > FILE_MAX {
        return Err(Unfit::TooLarge);
    }
    if Media::of(&bytes) == Err(Unfit::Unknown) && is_called(&name, &["csv"]) {
        let bytes = csv(bytes)?;
        return Ok(Fit { name: called(&name, &["csv"]), media: CSV, bytes });
    }
    let (media, _, bytes) = plan::evidence::fit(scanner, bytes).await?;
    let endings: &[&str] = match media {
        Media::Pdf => &["pdf"],
        Media::Docx => &["docx"],
        Media::Xlsx => &["xlsx"],
        media if media.is_picture() => return picture(&name, bytes).await,
        _ => return Err(Unfit::Unknown),
    };
    let ends = if media == Media::Pdf { ends_as_pdf(&bytes) } else { ends_as_package(&bytes) };
    if !ends {
        return Err(Unfit::Damaged);
    }
    Ok(Fit { name: called(&name, endings), media: media.as_str(), bytes })
}

/// A picture, made anew.
async fn picture(name: &str, bytes: Vec<u8>) -> Result<Fit, Unfit> {
    let bytes = inform::article::anew(bytes, LONGER).await?.bytes;
    Ok(Fit { name: called(name, &["jpg", "jpeg"]), media: Media::Jpeg.as_str(), bytes })
}

/// A table as text: UTF-8, no marks of a page, and no cell that a spreadsheet would work out.
fn csv(bytes: Vec<u8>) -> Result<Vec<u8>, Unfit> {
    let text = std::str::from_utf8(&bytes).map_err(|_| Unfit::Unknown)?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let is_plain = |c: char| !c.is_control() || matches!(c, '\t' | '\r' | '\n');
    let opens = |after: &str| after.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
    if text.trim().is_empty() || !text.chars().all(is_plain) || text.split('<').skip(1).any(opens) {
        return Err(Unfit::Unknown);
    }
    let mut cells = text.split(['\n', '\r', ',', ';', '\t']);
    let works_out = |cell: &str| cell.trim_start_matches(['"', ' ', '\'']).starts_with(['=', '@']);
    if cells.any(works_out) { Err(Unfit::Macros) } else { Ok(bytes) }
}

/// Whether nothing hangs behind a PDF, and no page stands in its head.
fn ends_as_pdf(bytes: &[u8]) -> bool {
    let head = bytes[..bytes.len().min(HEAD)].to_ascii_lowercase();
    let has = |mark: &[u8]| head.windows(mark.len()).any(|window| window == mark);
    let last = bytes.windows(5).rposition(|window| window == b"%%EOF");
    let is_bare = |rest: &[u8]| rest.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0);
    !has(b"<html") && !has(b"<script") && !has(b"<svg") && last.is_some_and(|at| is_bare(&bytes[at + 5..]))
}

/// Whether a package ends with its directory (APPNOTE.TXT 4.3.16), and nothing hangs behind.
fn ends_as_package(bytes: &[u8]) -> bool {
    const END: usize = 22;
    let end = bytes.len().checked_sub(END).map(|at| &bytes[at..]);
    end.is_some_and(|end| end.starts_with(b"PK\x05\x06") && end.ends_with(&[0, 0]))
}

fn is_called(name: &str, endings: &[&str]) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    endings.contains(&ending.as_str())
}

/// The name as it is handed out: bare, with the right ending; one that tells how to reach or find somebody is not kept.
fn called(written: &str, endings: &[&str]) -> String {
    let name = sheet::bare_name(&tidy(written).replace('\n', " "));
    let name = if is_personal(&name) { "tep".to_owned() } else { name };
    if is_called(&name, endings) { name } else { format!("{name}.{}", endings[0]) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    async fn fits(name: &str, bytes: &[u8]) -> Result<(String, &'static str), Unfit> {
        let file = NewFile { name: name.to_owned(), bytes: bytes.to_vec() };
        fit(&Scanner::none(), file).await.map(|fit| (fit.name, fit.media))
    }

    const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\nstartxref\n9\n%%EOF\n";

    #[tokio::test]
    async fn a_file_is_what_its_bytes_say_and_is_called_so() {
        assert_eq!(fits("ke-hoach.PDF", PDF).await.unwrap().0, "ke-hoach.PDF");
        assert_eq!(fits("../a\u{202E}fdp.exe", PDF).await.unwrap().0, "afdp.exe.pdf");
        assert_eq!(fits("cccd 095123456789.pdf", PDF).await.unwrap().0, "tep.pdf");
        let table = "STT,Xã,Số tiền\n1,Phường 2,-5\n".as_bytes();
        assert_eq!(fits("thu-chi.csv", table).await.unwrap(), ("thu-chi.csv".to_owned(), CSV));
        assert_eq!(fits("thu-chi.txt", table).await, Err(Unfit::Unknown));
    }

    #[tokio::test]
    async fn pages_programs_and_two_in_one_are_not_taken() {
        let behind = |more: &[u8]| [PDF, more].concat();
        for (name, bytes) in [
            ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec()),
            ("a.pdf", b"<html><script>alert(1)</script>".to_vec()),
            ("a.pdf", b"%PDF-1.7\n<script>alert(1)</script>\n%%EOF".to_vec()),
            ("a.pdf", behind(b"PK\x03\x04")),
            ("a.pdf", behind(b"<script>")),
            ("a.pdf", b"%PDF-1.7\ncut".to_vec()),
            ("a.csv", b"a,b\n<img src=x onerror=alert(1)>,2".to_vec()),
            ("a.csv", b"a,\"=HYPERLINK(\"\"http://x\"\")\"".to_vec()),
            ("a.csv", b"a;@SUM(1)".to_vec()),
            ("a.csv", b"a,b\0".to_vec()),
            ("a.csv", vec![0xFF, 0xFE, b'a', 0]),
            ("a.csv", b"MZ\x90\0".to_vec()),
            ("a.csv", Vec::new()),
            ("a.docx", b"PK\x03\x04word/document.xml".to_vec()),
            ("a.exe", b"MZ\x90\0".to_vec()),
            ("a.jpg", b"\xFF\xD8\xFF\xE0cut".to_vec()),
            (
                "a.doc",
                [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"]
                    .concat(),
            ),
            ("a.pdf", vec![b'%'; FILE_MAX + 1]),
        ] {
            assert!(fits(name, &bytes).await.is_err(), "{name} {:?}", &bytes[..bytes.len().min(60)]);
        }
    }

    proptest! {
        #[test]
        fn any_table_is_taken_or_refused_and_never_holds_a_page(text in "\\PC{0,60}") {
            if let Ok(kept) = csv(text.into_bytes()) {
                let kept = String::from_utf8(kept).unwrap();
                prop_assert!(!kept.contains("<s") && !kept.contains("<!"));
            }
        }

        #[test]
        fn no_name_leads_elsewhere(name in any::<String>()) {
            let name = called(&name, &["pdf"]);
            prop_assert!(name.to_lowercase().ends_with(".pdf") && !name.contains(['/', '\\', '\n', '\r']));
        }
    }
}
