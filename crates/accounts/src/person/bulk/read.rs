//! Reading a list of people.

use std::collections::BTreeMap;

use jiff::civil::Date;
use places::name::fold;

use crate::agency::province_on;
use crate::listing::{Column, Expected, Kind, Listing, Problems};
use crate::person::{Person, account, named};
use crate::{Directory, Role};

const COLUMNS: [Column; 5] = [
    Column { headings: &["ho va ten", "ho ten", "name", "full name"], needed: true },
    Column { headings: &["tai khoan", "ten tai khoan", "ten dang nhap", "account"], needed: false },
    Column { headings: &["chuc vu", "chuc danh", "post"], needed: true },
    Column { headings: &["co quan", "don vi", "co quan, don vi", "ma co quan", "agency"], needed: true },
    Column { headings: &["vai tro", "role"], needed: true },
];
const NAME: usize = 0;
const ACCOUNT: usize = 1;
const POST: usize = 2;
const AGENCY: usize = 3;
const ROLE: usize = 4;

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
    let list = Listing::read(file, &COLUMNS)?;
    let mut reader = Reader { list: &list, known, accounts: BTreeMap::new(), problems: Problems::default() };
    let rows: Vec<Row> = list.rows().filter_map(|row| reader.row(row)).collect();
    if reader.problems.is_empty() { Ok(rows) } else { Err(reader.problems) }
}

struct Reader<'a> {
    list: &'a Listing,
    known: &'a Known<'a>,
    /// The row of each account of the file.
    accounts: BTreeMap<String, u32>,
    problems: Problems,
}

impl Reader<'_> {
    /// One person; none for a row with a problem.
    fn row(&mut self, row: u32) -> Option<Row> {
        let name = self.name(row, NAME);
        let account = self.account(row);
        let post = self.name(row, POST);
        let agency = self.agency(row);
        let role = self.role(row);
        Some(Row { name: name?, account: account?, post: post?, agency: agency?, role: role? })
    }

    fn wrong(&mut self, row: u32, column: usize, kind: Kind, expected: Expected) {
        let list = self.list;
        self.problems.push(|| list.problem(row, column, kind, expected));
    }

    fn name(&mut self, row: u32, column: usize) -> Option<String> {
        let name = named(&self.list.said(row, column));
        if name.is_none() {
            self.wrong(row, column, Kind::MissingText, Expected::AsKind);
        }
        name
    }

    fn account(&mut self, row: u32) -> Option<String> {
        let said = self.list.said(row, ACCOUNT);
        if said.is_empty() {
            return Some(said);
        }
        let Some(account) = account(&said) else {
            self.wrong(row, ACCOUNT, Kind::BadAccount, Expected::AsKind);
            return None;
        };
        if self.known.taken.iter().any(|person| person.account == account) {
            self.wrong(row, ACCOUNT, Kind::TakenAccount, Expected::AsKind);
        } else if let Some(first) = self.accounts.insert(account.clone(), row) {
            self.wrong(row, ACCOUNT, Kind::DuplicateAccount, Expected::Row(first + 1));
        }
        Some(account)
    }

    fn agency(&mut self, row: u32) -> Option<String> {
        let said = self.list.said(row, AGENCY);
        if said.is_empty() {
            self.wrong(row, AGENCY, Kind::MissingText, Expected::AsKind);
            return None;
        }
        match &agencies(self.known, &said)[..] {
            [code] => return Some(code.clone()),
            [] => self.wrong(row, AGENCY, Kind::UnknownAgency, Expected::AsKind),
            several => {
                self.wrong(row, AGENCY, Kind::AmbiguousAgency, Expected::Agencies(several.to_vec()));
            }
        }
        None
    }

    fn role(&mut self, row: u32) -> Option<Role> {
        let role = role(&self.list.said(row, ROLE));
        if role.is_none() {
            self.wrong(row, ROLE, Kind::UnknownRole, Expected::Roles(Role::OF_POSTS));
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
