//! Many agencies at once, from a list: code, name, kind, first and last day, successors, identifier. All or nothing.

use std::collections::BTreeMap;

use jiff::civil::Date;
use places::name::fold;

use super::enter::{is_code, tidy_name};
use super::{ADOPT, Agency, Details, Directory, Kind as AgencyKind, Refusal, province_on, table};
use crate::did::Did;
use crate::listing::{Column, Expected, Kind, Listing, Problems};
use crate::{Desk, Relation};

const COLUMNS: [Column; 9] = [
    Column { headings: &["ma", "ma co quan", "code"], needed: true },
    Column { headings: &["ten", "ten co quan", "co quan", "name"], needed: true },
    Column { headings: &["loai", "loai co quan", "cap", "kind"], needed: true },
    Column { headings: &["tu ngay", "hoat dong tu", "first day"], needed: true },
    Column { headings: &["den ngay", "den het ngay", "last day"], needed: false },
    Column { headings: &["ke thua", "ke thua boi", "co quan ke thua", "successors"], needed: false },
    Column { headings: &["ma dinh danh", "identifier"], needed: false },
    Column { headings: &["ngoai he thong cua tinh", "ngoai he thong", "outside"], needed: false },
    Column { headings: &["ghi chu", "note"], needed: false },
];
const CODE: usize = 0;
const NAME: usize = 1;
const KIND: usize = 2;
const FIRST: usize = 3;
const LAST: usize = 4;
const NEXT: usize = 5;
const IDENTIFIER: usize = 6;
const OUTSIDE: usize = 7;
const NOTE: usize = 8;

/// What a list brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// So many agencies were not there.
    pub added: usize,
    /// So many were there just so.
    pub known: usize,
}

/// Why a list was not taken in.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    /// The file has problems: all of them.
    #[error("the file has {} problems", .0.count)]
    Problems(Problems),
    /// The act was refused.
    #[error(transparent)]
    Refusal(#[from] Refusal),
}

impl From<store::Error> for Unread {
    fn from(fault: store::Error) -> Self {
        Self::Refusal(fault.into())
    }
}

/// Takes in every agency of a list; those that are there just so stay. `unit` is the province that they belong to.
///
/// # Errors
/// [`Unread`], with nothing kept.
pub async fn take_in(desk: &Desk, file: sheet::File<'_>, unit: &str) -> Result<Taken, Unread> {
    desk.may(&ADOPT, Relation::Other).map_err(Refusal::from)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("agency").await?;
    let directory = Directory::load(&mut tx).await?;
    let all = read(file, &directory, unit).map_err(Unread::Problems)?;
    let is_new = |agency: &Agency| directory.agency(&agency.code).is_none();
    let (new, known): (Vec<Agency>, Vec<Agency>) = all.into_iter().partition(is_new);
    let taken = Taken { added: new.len(), known: known.len() };
    if taken.added > 0 {
        table::insert(&mut tx, &new, &[]).await?;
        tx.commit(Did::Adopted { agencies: taken.added, groups: 0 }).await?;
    }
    Ok(taken)
}

/// Every agency of the file, or everything that is wrong with it.
fn read(file: sheet::File<'_>, directory: &Directory, unit: &str) -> Result<Vec<Agency>, Problems> {
    let list = Listing::read(file, &COLUMNS)?;
    let mut reader =
        Reader { list: &list, directory, unit, rows: BTreeMap::new(), problems: Problems::default() };
    let read: Vec<(u32, Agency)> =
        list.rows().filter_map(|row| reader.row(row).map(|agency| (row, agency))).collect();
    for (row, agency) in &read {
        let unknown = |code: &&String| directory.agency(code).is_none() && !reader.rows.contains_key(*code);
        if let Some(code) = agency.successors.iter().find(unknown) {
            let expected = Expected::Agencies(vec![code.clone()]);
            reader.problems.push(|| list.problem(*row, NEXT, Kind::UnknownSuccessor, expected));
        }
    }
    reader.problems.sort();
    if reader.problems.is_empty() {
        Ok(read.into_iter().map(|(_, agency)| agency).collect())
    } else {
        Err(reader.problems)
    }
}

struct Reader<'a> {
    list: &'a Listing,
    directory: &'a Directory,
    unit: &'a str,
    /// The row of each code of the file.
    rows: BTreeMap<String, u32>,
    problems: Problems,
}

impl Reader<'_> {
    /// One agency; none for a row with a problem.
    fn row(&mut self, row: u32) -> Option<Agency> {
        let (code, name) = (self.code(row), self.name(row));
        let kind = self.kind(row);
        let (began, ended) = self.days(row)?;
        let (code, name, kind) = (code?, name?, kind?);
        let details = self.details(row)?;
        let agency = Agency {
            unit: province_on(self.unit, began).to_owned(),
            code,
            name,
            kind,
            outside: !matches!(fold(&self.list.said(row, OUTSIDE)).as_str(), "" | "0" | "khong" | "no"),
            began,
            ended,
            identifier: details.identifier,
            note: details.note,
            certainty: "entered".to_owned(),
            successors: self.successors(row),
        };
        let is_other = |there: &Agency| (&there.name, there.began) != (&agency.name, agency.began);
        if self.directory.agency(&agency.code).is_some_and(is_other) {
            self.wrong(row, CODE, Kind::TakenCode, Expected::AsKind);
        }
        Some(agency)
    }

    fn wrong(&mut self, row: u32, column: usize, kind: Kind, expected: Expected) {
        let list = self.list;
        self.problems.push(|| list.problem(row, column, kind, expected));
    }

    fn code(&mut self, row: u32) -> Option<String> {
        let code = self.list.said(row, CODE).to_uppercase();
        if !is_code(&code) {
            self.wrong(row, CODE, Kind::BadCode, Expected::AsKind);
            return None;
        }
        if let Some(first) = self.rows.insert(code.clone(), row) {
            self.wrong(row, CODE, Kind::DuplicateCode, Expected::Row(first + 1));
        }
        Some(code)
    }

    fn name(&mut self, row: u32) -> Option<String> {
        let name = tidy_name(&self.list.said(row, NAME));
        if name.is_none() {
            self.wrong(row, NAME, Kind::MissingText, Expected::AsKind);
        }
        name
    }

    fn kind(&mut self, row: u32) -> Option<AgencyKind> {
        let kind = kind(&self.list.said(row, KIND));
        if kind.is_none() {
            self.wrong(row, KIND, Kind::UnknownKind, Expected::AgencyKinds);
        }
        kind
    }

    /// The first day and the last.
    fn days(&mut self, row: u32) -> Option<(Date, Option<Date>)> {
        let (first, last) = (self.list.day(row, FIRST), self.list.day(row, LAST));
        let Ok(Some(first)) = first else {
            self.wrong(row, FIRST, Kind::BadDay, Expected::AsKind);
            return None;
        };
        match last {
            Ok(last) if last.is_none_or(|last| first <= last) => Some((first, last)),
            _ => {
                self.wrong(row, LAST, Kind::BadDay, Expected::AsKind);
                None
            }
        }
    }

    fn details(&mut self, row: u32) -> Option<Details> {
        let said = |column| Some(self.list.said(row, column));
        let details = Details { identifier: said(IDENTIFIER), note: said(NOTE) }.tidy();
        if details.is_err() {
            self.wrong(row, IDENTIFIER, Kind::BadDetails, Expected::AsKind);
        }
        details.ok()
    }

    /// Codes, with semicolons or commas between them.
    fn successors(&self, row: u32) -> Vec<String> {
        let said = self.list.said(row, NEXT).to_uppercase();
        let codes = said.split([';', ',']).map(str::trim).filter(|code| !code.is_empty());
        codes.map(str::to_owned).collect()
    }
}

/// The kind that a word means, as offices write it, as the pages name it, or as the program does.
fn kind(said: &str) -> Option<AgencyKind> {
    Some(match fold(said).as_str() {
        "tinh" | "cap tinh" | "hdnd, ubnd tinh" => AgencyKind::Province,
        "dang" | "dang, mat tran, doan the" => AgencyKind::Party,
        "so" | "so, ban, nganh" => AgencyKind::Department,
        "huyen" | "cap huyen" | "ubnd cap huyen" => AgencyKind::District,
        "xa" | "cap xa" | "ubnd cap xa" => AgencyKind::Commune,
        "bao chi" | "bao chi, phat thanh, truyen hinh" => AgencyKind::Press,
        "su nghiep" | "don vi su nghiep" => AgencyKind::Service,
        word => return AgencyKind::read(word),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_read_by_the_word_of_the_office_of_the_page_or_of_the_program() {
        assert_eq!(kind("Sở, ban, ngành"), Some(AgencyKind::Department));
        assert_eq!(kind(" Xã "), Some(AgencyKind::Commune));
        assert_eq!(kind("press"), Some(AgencyKind::Press));
        assert_eq!(kind("Tập đoàn"), None);
    }
}
