//! Which year a file is about, and which of its sheets to read.

use std::collections::BTreeSet;

use places::name;
use sheet::{Found, Sheet};

use super::layout::Table;
use super::problem::{Expected, Kind, Problem, Problems};

/// The first survey year of the index as it is kept here.
const FIRST: i16 = 2011;
/// Beyond this a number is no year of anybody's concern.
const LAST: i16 = 2099;

/// A sheet, its table if it has one, and the years that its tab and its title tell.
pub(super) struct Tab {
    pub(super) sheet: Sheet,
    pub(super) table: Option<Table>,
    pub(super) years: BTreeSet<i16>,
}

impl Tab {
    pub(super) fn new(sheet: Sheet, table: Option<Table>) -> Self {
        let mut years = sheet.name.as_deref().map(years).unwrap_or_default();
        let header = match &table {
            Some(Table::Long(long)) => long.header,
            Some(Table::Wide(wide)) if wide.down => wide.labels[0],
            Some(Table::Wide(wide)) => wide.names,
            None => 0,
        };
        for (_, cells) in sheet.rows().take_while(|(row, _)| *row < header) {
            let titles = cells
                .iter()
                .filter_map(|(_, cell)| cell.words())
                .filter(|words| name::fold(words).contains("papi"));
            years.extend(titles.flat_map(|title| self::years(&title)));
        }
        Self { sheet, table, years }
    }

    /// Whether it holds an edition, or a good part of one, and not one dimension only.
    fn is_whole(&self) -> bool {
        match &self.table {
            Some(Table::Wide(wide)) => !wide.is_part(),
            Some(Table::Long(_)) => true,
            None => false,
        }
    }

    fn says(&self, year: i16) -> bool {
        self.years.contains(&year)
    }

    fn ambiguous(&self, found: Found) -> Problem {
        self.sheet.fault(Kind::AmbiguousYear, found, Expected::Year)
    }
}

/// The years that a text names: numbers of exactly four digits.
pub(super) fn years(text: &str) -> BTreeSet<i16> {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    numbers.filter_map(|digits| digits.parse().ok()).filter(|year| (2009..=LAST).contains(year)).collect()
}

/// Whether a year can have an edition.
pub(super) fn is_year(year: i16) -> bool {
    (FIRST..=LAST).contains(&year)
}

/// The sheet to read, by its place among the tabs, and its year; none where the rows tell their own.
///
/// The year is the one told, else that of the file's name and the sheet if they agree. Of several whole sheets of that
/// year the first is read.
pub(super) fn choose(tabs: &[Tab], told: Option<i16>, file: &str) -> Result<(usize, Option<i16>), Problems> {
    let named = years(file);
    let mut whole: Vec<usize> = (0..tabs.len()).filter(|at| tabs[*at].is_whole()).collect();
    if whole.is_empty() {
        whole = (0..tabs.len()).filter(|at| tabs[*at].table.is_some()).collect();
    }
    let target = told.or_else(|| named.iter().copied().next().filter(|_| named.len() == 1));
    if let (Some(at), None) =
        (whole.iter().find(|at| tells_by_rows(&tabs[**at])), told.filter(|year| !is_year(*year)))
    {
        return Ok((*at, None));
    }
    let (at, year) = match target {
        Some(year) => (of_year(tabs, &whole, year, told, &named)?, year),
        None => only_year(tabs, &whole)?,
    };
    if is_year(year) {
        Ok((at, Some(year)))
    } else {
        Err(tabs[at].ambiguous(Found::Number(year.into())).into())
    }
}

fn tells_by_rows(tab: &Tab) -> bool {
    matches!(&tab.table, Some(Table::Long(long)) if long.year.is_some())
}

/// The whole sheet of a year that is told or that the file's name says.
fn of_year(
    tabs: &[Tab],
    whole: &[usize],
    year: i16,
    told: Option<i16>,
    named: &BTreeSet<i16>,
) -> Result<usize, Problems> {
    let only_this = |at: &&usize| tabs[**at].years.iter().eq([&year]);
    let this_too = |at: &&usize| tabs[**at].says(year);
    if let Some(at) = whole.iter().find(only_this) {
        return Ok(*at);
    }
    if let Some(at) = whole.iter().find(this_too) {
        return if told.is_some() {
            Ok(*at)
        } else {
            Err(tabs[*at].ambiguous(list(&tabs[*at].years)).into())
        };
    }
    let empty = tabs.iter().filter(|tab| tab.table.is_none() && tab.says(year));
    let problems = empty_sheets(empty.collect());
    if !problems.is_empty() {
        return Err(problems);
    }
    match whole {
        [] => Err(empty_sheets(tabs.iter().collect())),
        _ if whole.iter().any(|at| tabs[*at].years.is_empty()) => {
            Ok(whole.iter().copied().find(|at| tabs[*at].years.is_empty()).unwrap_or_default())
        }
        [only] if told.is_some() && named.contains(&year) => Ok(*only),
        [only] => Err(tabs[*only].ambiguous(list(&tabs[*only].years)).into()),
        several => {
            let years = several.iter().flat_map(|at| tabs[*at].years.clone()).collect();
            Err(Problem::of_file(Kind::AmbiguousYear, list(&years), Expected::Year).into())
        }
    }
}

/// The one year that the sheets say, where nothing else does.
fn only_year(tabs: &[Tab], whole: &[usize]) -> Result<(usize, i16), Problems> {
    let Some(first) = whole.first() else { return Err(empty_sheets(tabs.iter().collect())) };
    let years: BTreeSet<i16> = whole.iter().flat_map(|at| tabs[*at].years.clone()).collect();
    match (years.len(), years.first()) {
        (1, Some(year)) => {
            let at = whole.iter().find(|at| tabs[**at].says(*year)).unwrap_or(first);
            Ok((*at, *year))
        }
        (_, None) if whole.len() == 1 => Err(tabs[*first].ambiguous(Found::Nothing).into()),
        (_, None) => Err(Problem::of_file(Kind::AmbiguousYear, Found::Nothing, Expected::Year).into()),
        _ => Err(Problem::of_file(Kind::AmbiguousYear, list(&years), Expected::Year).into()),
    }
}

fn empty_sheets(tabs: Vec<&Tab>) -> Problems {
    let mut problems = Problems::default();
    for tab in tabs {
        problems.push(|| tab.sheet.fault(Kind::EmptySheet, Found::Nothing, Expected::Table));
    }
    problems
}

fn list(years: &BTreeSet<i16>) -> Found {
    match years.first() {
        Some(year) if years.len() == 1 => Found::Number((*year).into()),
        _ => Found::text(years.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_a_number_of_four_digits() {
        let found = |text| years(text).into_iter().collect::<Vec<_>>();
        assert_eq!(found("2023PAPI_ProvincialIndicators_BangChiTieuCapTinh..xlsx"), [2023]);
        assert_eq!(found("2019_PAPI_Provincial_indicators2019_VIE_ENG.xlsx"), [2019]);
        assert_eq!(found("papi-20240415.csv"), [] as [i16; 0]);
        assert_eq!(found("193/KH 1899 2011-2024"), [2011, 2024]);
    }
}
