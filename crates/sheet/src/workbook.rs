//! Reading a workbook: the parts of the archive, within limits, so that a hostile one costs no more than a large one.
//!
//! Our own reader on `zip` and `quick-xml` and not calamine, which trusts the sizes that a file declares
//! (`docs/decisions/0005-reading-workbooks.md`).

use std::cell::Cell as Shared;
use std::collections::HashSet;
use std::io::{self, BufReader, Cursor, Read};
use std::rc::Rc;

use zip::ZipArchive;
use zip::result::ZipError;

use crate::fault::{Fault, Limit};
use crate::file::not_a_workbook;
use crate::grid::{Hidden, Sheet};
use crate::xml::{self, Broken, Xml};
use crate::{Progress, worksheet};

/// Bytes that all parts together may unpack to.
pub const UNPACKED: u64 = 256 << 20;
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
pub(super) fn read<'p>(bytes: &[u8], progress: &'p mut Progress<'p>) -> Result<Vec<Sheet>, Fault> {
    let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|fault| refused(&fault))?;
    let mut archive = Archive { zip, left: Shared::new(UNPACKED), total: 0, progress };
    archive.recognise()?;
    archive.weigh()?;
    let tabs = archive.tabs()?;
    let (texts, dates) = (archive.texts()?, archive.dates()?);
    let mut seen = HashSet::new();
    let mut book = worksheet::Book { texts, dates, seen: &mut seen, cells: 0, text: 0 };
    tabs.into_iter().map(|(tab, part)| archive.sheet(tab, &part, &mut book)).collect()
}

impl Archive<'_, '_> {
    /// Whether it is a workbook at all, and if not, what it is.
    fn recognise(&self) -> Result<(), Fault> {
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
    fn weigh(&mut self) -> Result<(), Fault> {
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

    /// The tabs and the parts that hold their sheets.
    fn tabs(&mut self) -> Result<Vec<(xml::Tab, String)>, Fault> {
        let targets = self.part("xl/_rels/workbook.xml.rels", xml::targets)?.unwrap_or_default();
        let tabs = self.part("xl/workbook.xml", xml::tabs)?.ok_or_else(corrupt)?;
        let part =
            |id: &str| targets.iter().find(|(known, _)| known == id).map(|(_, target)| resolve(target));
        Ok(tabs.into_iter().filter_map(|tab| part(&tab.id).map(|part| (tab, part))).collect())
    }

    fn texts(&mut self) -> Result<Vec<Rc<str>>, Fault> {
        Ok(self.part("xl/sharedStrings.xml", xml::texts)?.unwrap_or_default())
    }

    fn dates(&mut self) -> Result<Vec<bool>, Fault> {
        Ok(self.part("xl/styles.xml", xml::date_styles)?.unwrap_or_default())
    }

    /// A sheet. A tab whose part is not a worksheet (a chart) or not there is an empty one.
    fn sheet(&mut self, tab: xml::Tab, part: &str, book: &mut worksheet::Book<'_>) -> Result<Sheet, Fault> {
        let worksheet::Read { rows, merged, hidden } =
            self.part(part, |xml| worksheet::read(xml, book))?.unwrap_or_default();
        let mut sheet = Sheet::new(Some(tab.name), rows);
        sheet.merged = merged;
        sheet.hidden = Hidden { sheet: tab.hidden, ..hidden };
        Ok(sheet)
    }

    /// Reads one part with a reader of its XML; none if it is not there.
    fn part<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut Xml<'_>) -> Result<T, Broken>,
    ) -> Result<Option<T>, Fault> {
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
            Err(Broken::TooMuch(fault)) => Err(fault),
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

fn refused(fault: &ZipError) -> Fault {
    match fault {
        ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => encrypted(),
        _ => corrupt(),
    }
}

fn corrupt() -> Fault {
    Fault::Corrupt
}

fn encrypted() -> Fault {
    Fault::Encrypted
}

fn too_large(bytes: u64) -> Fault {
    Fault::TooLarge { found: Some(bytes), most: UNPACKED, of: Limit::UnpackedBytes }
}
