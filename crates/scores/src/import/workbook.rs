//! Reading a workbook: the parts of the archive, within limits, so that a hostile one costs no more than a large one.
//!
//! Our own reader on `zip` and `quick-xml` and not calamine, which trusts the sizes that a file declares
//! (`docs/decisions/reading-workbooks.md`).

use std::cell::Cell as Shared;
use std::collections::HashSet;
use std::io::{self, BufReader, Cursor, Read};
use std::rc::Rc;

use zip::ZipArchive;
use zip::result::ZipError;

use super::file::not_a_workbook;
use super::problem::{Expected, Found, Kind, Limit, Problem};
use super::sheet::Sheet;
use super::xml::{self, Broken, Xml};
use super::{Progress, worksheet};

/// Bytes that all parts together may unpack to.
const UNPACKED: u64 = 256 << 20;
/// How many times larger than its packed form a large part may be. Sheets of real figures reach 10, of copies 60.
const RATIO: u64 = 250;
/// Parts below this size are not suspected.
const SMALL: u64 = 16 << 20;

/// An archive that is being read.
struct Archive<'a, 'p> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: Shared<u64>,
    /// Bytes that the sheets declare, for the progress.
    total: u64,
    progress: &'p mut Progress<'p>,
}

/// Every sheet of a workbook, in the order of its tabs.
pub(super) fn read<'p>(bytes: &[u8], progress: &'p mut Progress<'p>) -> Result<Vec<Sheet>, Problem> {
    let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|fault| refused(&fault))?;
    let mut archive = Archive { zip, left: Shared::new(UNPACKED), total: 0, progress };
    archive.recognise()?;
    archive.weigh()?;
    let tabs = archive.tabs()?;
    let (texts, dates) = (archive.texts()?, archive.dates()?);
    let mut seen = HashSet::new();
    let mut book = worksheet::Book { texts, dates, seen: &mut seen, cells: 0 };
    tabs.into_iter().map(|(name, part)| archive.sheet(name, &part, &mut book)).collect()
}

impl Archive<'_, '_> {
    /// Whether it is a workbook at all, and if not, what it is.
    fn recognise(&self) -> Result<(), Problem> {
        let has = |part: &str| self.zip.index_for_name(part).is_some();
        let starts = |folder: &str| self.zip.file_names().flatten().any(|name| name.starts_with(folder));
        if has("xl/workbook.xml") {
            return Ok(());
        }
        let what = match () {
            () if has("xl/workbook.bin") => "xlsb",
            () if starts("word/") => "docx",
            () if starts("ppt/") => "pptx",
            () if has("content.xml") && has("mimetype") => "ods",
            () if starts("xl/") => return Err(corrupt()),
            () => "zip",
        };
        Err(not_a_workbook(what))
    }

    /// Refuses what unpacks to too much, by what the archive itself declares, and what needs a password.
    fn weigh(&mut self) -> Result<(), Problem> {
        let mut sum = 0_u64;
        for at in 0..self.zip.len() {
            let part = self.zip.by_index_raw(at).map_err(|fault| refused(&fault))?;
            if part.encrypted() {
                return Err(encrypted());
            }
            let (size, packed) = (part.size(), part.compressed_size().max(1));
            sum = sum.saturating_add(size);
            if sum > UNPACKED || (size > SMALL && size / packed > RATIO) {
                return Err(too_large(sum));
            }
            if part.name().is_ok_and(|name| name.starts_with("xl/worksheets/")) {
                self.total += size;
            }
        }
        Ok(())
    }

    /// The names of the tabs and the parts that hold their sheets.
    fn tabs(&mut self) -> Result<Vec<(String, String)>, Problem> {
        let targets = self.part("xl/_rels/workbook.xml.rels", xml::targets)?.unwrap_or_default();
        let tabs = self.part("xl/workbook.xml", xml::tabs)?.ok_or_else(corrupt)?;
        let part =
            |id: &str| targets.iter().find(|(known, _)| known == id).map(|(_, target)| resolve(target));
        Ok(tabs.into_iter().filter_map(|(name, id)| Some((name, part(&id)?))).collect())
    }

    fn texts(&mut self) -> Result<Vec<Rc<str>>, Problem> {
        Ok(self.part("xl/sharedStrings.xml", xml::texts)?.unwrap_or_default())
    }

    fn dates(&mut self) -> Result<Vec<bool>, Problem> {
        Ok(self.part("xl/styles.xml", xml::date_styles)?.unwrap_or_default())
    }

    /// A sheet. A tab whose part is not a worksheet (a chart) or not there is an empty one.
    fn sheet(&mut self, name: String, part: &str, book: &mut worksheet::Book<'_>) -> Result<Sheet, Problem> {
        let read = self.part(part, |xml| worksheet::read(xml, book))?;
        let (rows, merged) = read.unwrap_or_default();
        Ok(Sheet::new(Some(name), rows, merged))
    }

    /// Reads one part with a reader of its XML; none if it is not there.
    fn part<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut Xml<'_>) -> Result<T, Broken>,
    ) -> Result<Option<T>, Problem> {
        let file = match self.zip.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(fault) => return Err(refused(&fault)),
        };
        let counts = name.starts_with("xl/worksheets/");
        let metered = Metered {
            file,
            left: &self.left,
            total: counts.then_some(self.total),
            progress: &mut *self.progress,
        };
        let mut xml = Xml::new(Box::new(BufReader::with_capacity(1 << 16, metered)));
        match read(&mut xml) {
            Ok(read) => Ok(Some(read)),
            Err(Broken::TooMuch(problem)) => Err(*problem),
            Err(Broken::Xml) if self.left.get() == 0 => Err(too_large(UNPACKED)),
            Err(Broken::Xml) => Err(corrupt()),
        }
    }
}

/// A part being unpacked: counts bytes against the limit, and tells how far it is.
struct Metered<'m, 'p, R> {
    file: R,
    left: &'m Shared<u64>,
    total: Option<u64>,
    progress: &'m mut Progress<'p>,
}

impl<R: Read> Read for Metered<'_, '_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(into)?;
        let left = self.left.get().saturating_sub(read as u64);
        self.left.set(left);
        if left == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        if let Some(total) = self.total {
            (self.progress)((UNPACKED - left).min(total), total);
        }
        Ok(read)
    }
}

/// The part that a relationship of the workbook points to.
fn resolve(target: &str) -> String {
    match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("xl/{}", target.trim_start_matches("./")),
    }
}

fn refused(fault: &ZipError) -> Problem {
    match fault {
        ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => encrypted(),
        _ => corrupt(),
    }
}

fn corrupt() -> Problem {
    Problem::of_file(Kind::CorruptWorkbook, Found::Nothing, Expected::WholeFile)
}

fn encrypted() -> Problem {
    Problem::of_file(Kind::EncryptedWorkbook, Found::Nothing, Expected::NoPassword)
}

fn too_large(bytes: u64) -> Problem {
    Problem::of_file(
        Kind::TooLarge,
        Found::Number(bytes as f64),
        Expected::AtMost(UNPACKED, Limit::UnpackedBytes),
    )
}
