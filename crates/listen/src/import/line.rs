//! A line: what another system says of one feedback. What it does not say, or says in words that are not understood, is
//! unknown; a day that is none is told with its cell.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use serde::Serialize;
use sheet::Found;

use super::cell::masked;
use super::names::Names;
use super::{Column, Draft, Kind, Refusal, cell};
use crate::question::clean::{is_personal, tidy};

/// The longest code and address, in characters.
const SHORT_MAX: usize = 300;
/// The longest text that is kept of what was asked.
const WORDS_MAX: usize = 3000;

/// Which columns are what, by their place in the file: `C`.
pub type Said = BTreeMap<String, Kind>;

/// What the file says of one feedback.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Its own code in the other system.
    pub code: String,
    /// The day that it came.
    pub received_on: Date,
    /// By when it is to be answered.
    pub due_on: Option<Date>,
    /// The day of the answer.
    pub answered_on: Option<Date>,
    /// How it stands.
    pub state: Option<State>,
    /// Whether who asked is satisfied.
    pub satisfied: Option<bool>,
    /// The code of the commune that it is about.
    pub place: Option<String>,
    /// The code of the agency that answers.
    pub agency: Option<String>,
    /// What was asked.
    pub words: Option<String>,
    /// Where it can be read in the other system.
    pub link: Option<String>,
}

/// How a feedback stands in the other system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Somebody must answer.
    Open,
    /// Answered.
    Answered,
    /// Refused, called off, or told to go elsewhere.
    Closed,
}

impl State {
    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Answered => "answered",
            Self::Closed => "closed",
        }
    }

    /// The state by its word.
    pub fn read(word: &str) -> Option<Self> {
        [Self::Open, Self::Answered, Self::Closed].into_iter().find(|state| state.as_str() == word)
    }
}

/// What is wrong with a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Amiss {
    /// A code or a day is needed here.
    Empty,
    /// No day.
    NotADay,
    /// A day after that of the file.
    Later,
    /// A day before it came.
    Before,
    /// The same code with something else stands further above.
    Twice,
    /// No address of a page.
    NotALink,
    /// Too long.
    TooLong,
}

impl Amiss {
    /// The word in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotADay => "not_a_day",
            Self::Later => "later",
            Self::Before => "before",
            Self::Twice => "twice",
            Self::NotALink => "not_a_link",
            Self::TooLong => "too_long",
        }
    }
}

/// Something wrong, at the cell where a person can mend it.
pub type Problem = sheet::Problem<Amiss, ()>;
/// All that is wrong.
pub type Problems = sheet::Problems<Amiss, ()>;

/// What a file says, and what was not understood of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Read {
    pub(super) lines: Vec<Line>,
    pub(super) problems: Problems,
    /// How often a text was left out, since it holds a number or an address by which somebody can be reached.
    pub(super) withheld: usize,
    /// What was not understood, with its kind and how often it stands there.
    pub(super) unknown: BTreeMap<(Kind, String), usize>,
}

/// Reads a draft as a person says that its columns are.
pub(super) fn read(draft: &Draft, said: &Said, as_of: Date, names: &Names) -> Result<Read, Refusal> {
    let mut columns: HashMap<Kind, &Column> = HashMap::new();
    for column in &draft.columns {
        if let Some(kind) = said.get(&column.at)
            && columns.insert(*kind, column).is_some()
        {
            return Err(Refusal::Double(*kind));
        }
    }
    for needed in [Kind::Code, Kind::Received] {
        if !columns.contains_key(&needed) {
            return Err(Refusal::Lacks(needed));
        }
    }
    let mut reader = Reader { draft, columns, as_of, names, read: Read::default() };
    let (mut lines, mut at): (Vec<Line>, HashMap<String, usize>) = (Vec::new(), HashMap::new());
    for row in 0..draft.rows.len() {
        let Some(line) = reader.line(row) else { continue };
        match at.get(&line.code) {
            Some(known) if lines[*known] == line => {}
            Some(_) => reader.amiss(row, Kind::Code, Amiss::Twice),
            None => {
                at.insert(line.code.clone(), lines.len());
                lines.push(line);
            }
        }
    }
    Ok(Read { lines, ..reader.read })
}

struct Reader<'a> {
    draft: &'a Draft,
    columns: HashMap<Kind, &'a Column>,
    as_of: Date,
    names: &'a Names,
    read: Read,
}

impl Reader<'_> {
    /// The line of a row; none where it has nothing, or something is wrong.
    fn line(&mut self, row: usize) -> Option<Line> {
        if self.columns.values().all(|column| column.values[row].is_none()) {
            return None;
        }
        let code = self.short(row, Kind::Code);
        if code.is_none() && self.said(row, Kind::Code).is_none() {
            self.amiss(row, Kind::Code, Amiss::Empty);
        }
        let received_on = self.day(row, Kind::Received, None);
        if self.said(row, Kind::Received).is_none() {
            self.amiss(row, Kind::Received, Amiss::Empty);
        }
        let answered_on = self.day(row, Kind::Answered, received_on);
        let line = Line {
            due_on: self.due(row, received_on),
            answered_on,
            state: self.understood(row, Kind::State, cell::state).or(answered_on.map(|_| State::Answered)),
            satisfied: self.understood(row, Kind::Satisfied, cell::satisfied),
            place: self.agency(row, Kind::Place),
            agency: self.agency(row, Kind::Agency),
            words: self.words(row),
            link: self.link(row),
            code: code?,
            received_on: received_on?,
        };
        Some(line)
    }

    fn said(&self, row: usize, kind: Kind) -> Option<String> {
        self.columns.get(&kind)?.values[row].clone()
    }

    fn amiss(&mut self, row: usize, kind: Kind, amiss: Amiss) {
        let column = self.columns.get(&kind).map(|column| column.at.clone());
        let value = self.said(row, kind).map_or(Found::Nothing, |said| Found::text(short(&said)));
        let row = Some(self.draft.rows[row]);
        self.read.problems.push(|| Problem { sheet: None, row, column, kind: amiss, value, expected: () });
    }

    fn short(&mut self, row: usize, kind: Kind) -> Option<String> {
        let said = tidy(&self.said(row, kind)?);
        if said.chars().count() > SHORT_MAX {
            self.amiss(row, kind, Amiss::TooLong);
            return None;
        }
        Some(said).filter(|said| !said.is_empty())
    }

    /// A day up to that of the file, and not before another.
    fn day(&mut self, row: usize, kind: Kind, first: Option<Date>) -> Option<Date> {
        let said = self.said(row, kind)?;
        let amiss = match cell::day(&said) {
            None => Amiss::NotADay,
            Some(day) if day > self.as_of => Amiss::Later,
            Some(day) if first.is_some_and(|first| day < first) => Amiss::Before,
            day => return day,
        };
        self.amiss(row, kind, amiss);
        None
    }

    /// A deadline may lie after the day of the file.
    fn due(&mut self, row: usize, first: Option<Date>) -> Option<Date> {
        let said = self.said(row, Kind::Due)?;
        let amiss = match cell::day(&said) {
            None => Amiss::NotADay,
            Some(day) if first.is_some_and(|first| day < first) => Amiss::Before,
            day => return day,
        };
        self.amiss(row, Kind::Due, amiss);
        None
    }

    fn understood<T>(&mut self, row: usize, kind: Kind, understand: impl Fn(&str) -> Option<T>) -> Option<T> {
        let said = self.said(row, kind)?;
        let found = understand(&said);
        if found.is_none() {
            *self.read.unknown.entry((kind, short(&said))).or_default() += 1;
        }
        found
    }

    fn agency(&mut self, row: usize, kind: Kind) -> Option<String> {
        let names = self.names;
        self.understood(row, kind, |said| names.find(said))
    }

    /// What was asked, unless somebody could be reached by it.
    fn words(&mut self, row: usize) -> Option<String> {
        let words = tidy(&self.said(row, Kind::Words)?);
        if is_personal(&words) {
            self.read.withheld += 1;
            return None;
        }
        Some(words.chars().take(WORDS_MAX).collect::<String>()).filter(|words| !words.is_empty())
    }

    fn link(&mut self, row: usize) -> Option<String> {
        let link = self.short(row, Kind::Link)?;
        if is_personal(&link) {
            self.read.withheld += 1;
            return None;
        }
        if cell::is_link(&link) {
            return Some(link);
        }
        self.amiss(row, Kind::Link, Amiss::NotALink);
        None
    }
}

/// A value as it is shown to who mends it.
fn short(said: &str) -> String {
    let said = masked(&tidy(said));
    let mut short: String = said.chars().take(60).collect();
    if said.chars().count() > 60 {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use accounts::Directory;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const AS_OF: Date = date(2025, 5, 15);

    fn draft(columns: &[(&str, &[&str])]) -> (Draft, Said) {
        let mut said = Said::new();
        let column = |(place, (kind, values)): (usize, &(&str, &[&str]))| {
            let at = sheet::letters(u32::try_from(place).expect("few"));
            if let Some(kind) = Kind::read(kind) {
                said.insert(at.clone(), kind);
            }
            let value = |value: &&str| (!value.is_empty()).then(|| (*value).to_owned());
            Column { at, heading: (*kind).to_owned(), values: values.iter().map(value).collect() }
        };
        let columns: Vec<Column> = columns.iter().enumerate().map(column).collect();
        let rows = (2..).take(columns[0].values.len()).collect();
        (Draft { rows, columns }, said)
    }

    fn taken(columns: &[(&str, &[&str])]) -> Read {
        let (draft, said) = draft(columns);
        let names = Names::of(&Directory::default(), AS_OF);
        read(&draft, &said, AS_OF, &names).expect("read")
    }

    fn problems(read: &Read) -> Vec<(u32, &str, Amiss)> {
        let told = |it: &Problem| (it.row.unwrap_or(0), it.column.clone().unwrap_or_default(), it.kind);
        let told: Vec<(u32, String, Amiss)> = read.problems.kept.iter().map(told).collect();
        told.into_iter().map(|(row, column, kind)| (row, &*column.leak(), kind)).collect()
    }

    #[test]
    fn what_is_not_said_or_not_understood_is_unknown() {
        let read = taken(&[
            ("code", &["A1", "A2", "A3"]),
            ("received", &["2/5/2025", "3/5/2025", "4/5/2025"]),
            ("state", &["Đã xử lý", "", "Lưu vực 7"]),
            ("satisfied", &["Không hài lòng", "5", "tàm tạm"]),
        ]);
        let states: Vec<_> = read.lines.iter().map(|line| line.state).collect();
        assert_eq!(states, [Some(State::Answered), None, None]);
        let liked: Vec<_> = read.lines.iter().map(|line| line.satisfied).collect();
        assert_eq!(liked, [Some(false), Some(true), None]);
        assert_eq!(read.unknown.len(), 2);
        assert!(read.problems.is_empty());
    }

    #[test]
    fn each_wrong_cell_is_told_with_row_and_column() {
        let read = taken(&[
            ("code", &["A1", "", "A3", "A4", "A1", "A6"]),
            ("received", &["2/5/2025", "2/5/2025", "hôm qua", "16/5/2025", "3/5/2025", "5/5/2025"]),
            ("answered", &["", "", "", "", "", "1/5/2025"]),
            ("link", &["", "", "", "", "", "javascript:alert(1)"]),
        ]);
        let told = problems(&read);
        assert_eq!(
            told,
            [
                (3, "A", Amiss::Empty),
                (4, "B", Amiss::NotADay),
                (5, "B", Amiss::Later),
                (6, "A", Amiss::Twice),
                (7, "C", Amiss::Before),
                (7, "D", Amiss::NotALink)
            ]
        );
    }

    #[test]
    fn the_same_line_twice_is_one_and_a_text_that_reaches_somebody_is_left_out() {
        let read = taken(&[
            ("code", &["A1", "A1", "A2"]),
            ("received", &["2/5/2025", "2/5/2025", "2/5/2025"]),
            ("words", &["Đèn hỏng", "Đèn hỏng", "Gọi tôi 0912345678"]),
        ]);
        assert_eq!((read.lines.len(), read.withheld), (2, 1));
        assert_eq!(read.lines[1].words, None);
    }

    #[test]
    fn a_code_and_a_day_are_needed_and_no_kind_has_two_columns() {
        let names = Names::of(&Directory::default(), AS_OF);
        let refused = |columns: &[(&str, &[&str])]| {
            let (draft, said) = draft(columns);
            read(&draft, &said, AS_OF, &names).expect_err("refused")
        };
        assert!(matches!(refused(&[("code", &["A"])]), Refusal::Lacks(Kind::Received)));
        assert!(matches!(refused(&[("code", &["A"]), ("code", &["A"])]), Refusal::Double(Kind::Code)));
    }

    proptest! {
        #[test]
        fn whatever_cells_say_each_row_is_a_line_or_a_problem(
            code in "[A-C]?", received in ".{0,12}", state in ".{0,12}", liked in ".{0,8}", link in ".{0,12}"
        ) {
            let read = taken(&[
                ("code", &[&code]), ("received", &[&received]), ("state", &[&state]), ("satisfied", &[&liked]),
                ("link", &[&link]),
            ]);
            let empty = [&code, &received, &state, &liked, &link].into_iter().all(String::is_empty);
            prop_assert!(empty || !read.lines.is_empty() || !read.problems.is_empty());
        }
    }
}
