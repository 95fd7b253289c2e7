//! Reading a spreadsheet of people: columns in any order, below whatever title stands above the headings.

use std::collections::BTreeMap;

use jiff::civil::Date;
use places::name::fold;
use sheet::{Cell, Sheet, in_row};

use super::problem::{Expected, Kind, Problem, Problems};
use crate::agency::province_on;
use crate::person::{Person, account, named};
use crate::{Directory, Role};

/// How many rows are looked at for the headings.
const TOP: usize = 20;

/// One person of the file.
#[derive(Debug, PartialEq)]
pub(super) struct Row {
    pub(super) name: String,
    /// Folded; empty where the program makes one.
    pub(super) account: String,
    pub(super) post: String,
    /// A code.
    pub(super) agency: String,
    pub(super) role: Role,
}

/// What the file is read against.
pub(super) struct Known<'a> {
    pub(super) directory: &'a Directory,
    /// The province whose agencies are meant where several have a name.
    pub(super) unit: &'a str,
    pub(super) day: Date,
    pub(super) taken: &'a [Person],
}

/// Everybody of the file, or everything that is wrong with it.
pub(super) fn rows(file: sheet::File<'_>, known: &Known<'_>) -> Result<Vec<Row>, Problems> {
    let sheets = sheet::read(file, &mut |_, _| ()).map_err(|fault| Problems::from(Problem::from(fault)))?;
    let headed =
        sheets.iter().filter(|sheet| !sheet.hidden.sheet).find_map(|sheet| heads(sheet).map(|h| (sheet, h)));
    let Some((sheet, (top, columns))) = headed else {
        let none = Problem::of_file(Kind::MissingColumn, sheet::Found::Nothing, Expected::AsKind);
        return Err(none.into());
    };
    let mut reader =
        Reader { sheet, columns, known, accounts: BTreeMap::new(), problems: Problems::default() };
    let rows: Vec<Row> =
        sheet.rows().filter(|(row, _)| *row > top).filter_map(|(row, _)| reader.row(row)).collect();
    if rows.is_empty() && reader.problems.is_empty() {
        reader.problems.push(|| sheet.fault(Kind::EmptySheet, sheet::Found::Nothing, Expected::AsKind));
    }
    if reader.problems.is_empty() { Ok(rows) } else { Err(reader.problems) }
}

/// Where each thing stands: the columns of name, account, post, agency and role.
struct Columns {
    name: u32,
    account: Option<u32>,
    post: u32,
    agency: u32,
    role: u32,
}

/// The row of the headings and the columns below them.
fn heads(sheet: &Sheet) -> Option<(u32, Columns)> {
    sheet.rows().take(TOP).find_map(|(row, cells)| {
        let at = |headings: &[&str]| {
            let is = |cell: &Cell| cell.words().is_some_and(|said| headings.contains(&fold(&said).as_str()));
            cells.iter().find(|(_, cell)| is(cell)).map(|(column, _)| *column)
        };
        let columns = Columns {
            name: at(&["ho va ten", "ho ten", "name", "full name"])?,
            account: at(&["tai khoan", "ten tai khoan", "ten dang nhap", "account"]),
            post: at(&["chuc vu", "chuc danh", "post"])?,
            agency: at(&["co quan", "don vi", "co quan, don vi", "ma co quan", "agency"])?,
            role: at(&["vai tro", "role"])?,
        };
        Some((row, columns))
    })
}

struct Reader<'a> {
    sheet: &'a Sheet,
    columns: Columns,
    known: &'a Known<'a>,
    /// The row of each account of the file.
    accounts: BTreeMap<String, u32>,
    problems: Problems,
}

impl Reader<'_> {
    /// One person; none for a row without any of the columns, or with a problem.
    fn row(&mut self, row: u32) -> Option<Row> {
        let Columns { name, account, post, agency, role } = self.columns;
        let asked = [Some(name), account, Some(post), Some(agency), Some(role)];
        if asked.into_iter().flatten().all(|column| self.said(row, column).is_empty()) {
            return None;
        }
        let name = self.name(row, name);
        let account = account.map_or(Some(String::new()), |column| self.account(row, column));
        let post = self.name(row, post);
        let agency = self.agency(row, agency);
        let role = self.role(row, role);
        Some(Row { name: name?, account: account?, post: post?, agency: agency?, role: role? })
    }

    fn said(&self, row: u32, column: u32) -> String {
        let cells = self.sheet.rows().find(|(number, _)| *number == row).map(|(_, cells)| cells);
        let words = cells.and_then(|cells| in_row(cells, column)).and_then(Cell::words);
        words.map(|words| words.trim().to_owned()).unwrap_or_default()
    }

    fn wrong(&mut self, at: (u32, u32), kind: Kind, expected: Expected) {
        let sheet = self.sheet;
        self.problems.push(|| sheet.problem(at, kind, expected));
    }

    fn name(&mut self, row: u32, column: u32) -> Option<String> {
        let name = named(&self.said(row, column));
        if name.is_none() {
            self.wrong((row, column), Kind::MissingText, Expected::AsKind);
        }
        name
    }

    fn account(&mut self, row: u32, column: u32) -> Option<String> {
        let said = self.said(row, column);
        if said.is_empty() {
            return Some(said);
        }
        let Some(account) = account(&said) else {
            self.wrong((row, column), Kind::BadAccount, Expected::AsKind);
            return None;
        };
        if self.known.taken.iter().any(|person| person.account == account) {
            self.wrong((row, column), Kind::TakenAccount, Expected::AsKind);
        } else if let Some(first) = self.accounts.insert(account.clone(), row) {
            self.wrong((row, column), Kind::DuplicateAccount, Expected::Row(first + 1));
        }
        Some(account)
    }

    fn agency(&mut self, row: u32, column: u32) -> Option<String> {
        let said = self.said(row, column);
        if said.is_empty() {
            self.wrong((row, column), Kind::MissingText, Expected::AsKind);
            return None;
        }
        match &agencies(self.known, &said)[..] {
            [code] => return Some(code.clone()),
            [] => self.wrong((row, column), Kind::UnknownAgency, Expected::AsKind),
            several => self.wrong((row, column), Kind::AmbiguousAgency, Expected::Agencies(several.to_vec())),
        }
        None
    }

    fn role(&mut self, row: u32, column: u32) -> Option<Role> {
        let role = role(&self.said(row, column));
        if role.is_none() {
            self.wrong((row, column), Kind::UnknownRole, Expected::Roles(Role::OF_POSTS));
        }
        role
    }
}

/// The agencies in force that a text means: by code, else by name, the own province's before others'.
fn agencies(known: &Known<'_>, said: &str) -> Vec<String> {
    let wanted = fold(said);
    let in_force: Vec<_> = known.directory.agencies().filter(|agency| agency.in_force(known.day)).collect();
    if let Some(agency) = in_force.iter().find(|agency| fold(&agency.code) == wanted) {
        return vec![agency.code.clone()];
    }
    let unit = province_on(known.unit, known.day);
    let (own, others): (Vec<_>, Vec<_>) = in_force
        .into_iter()
        .filter(|agency| fold(&agency.name) == wanted)
        .partition(|agency| province_on(&agency.unit, known.day) == unit);
    let found = if own.is_empty() { others } else { own };
    found.into_iter().map(|agency| agency.code.clone()).collect()
}

/// The role that a word means, as offices write it or as the program does.
fn role(said: &str) -> Option<Role> {
    let said = fold(said);
    let role = match said.as_str() {
        "quan tri" | "quan tri vien" | "quan tri he thong" => Role::Administrator,
        "thuong truc" | "co quan thuong truc" => Role::StandingBody,
        "lanh dao" | "lanh dao tinh" => Role::Leader,
        "thu truong" | "thu truong co quan" | "nguoi dung dau" => Role::Head,
        "chuyen vien" | "can bo" | "cong chuc" => Role::Officer,
        "truyen thong" | "can bo truyen thong" => Role::Communicator,
        "kiem tra" | "giam sat" | "kiem tra, giam sat" => Role::Auditor,
        word => return Role::read(&word.replace(' ', "_")),
    };
    Some(role)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_read_by_the_word_of_the_office_or_of_the_program() {
        assert_eq!(role("Cơ quan thường trực"), Some(Role::StandingBody));
        assert_eq!(role(" chuyên  viên "), Some(Role::Officer));
        assert_eq!(role("standing_body"), Some(Role::StandingBody));
        assert_eq!(role("program"), None);
        assert_eq!(role(""), None);
    }
}
