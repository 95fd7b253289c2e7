//! How the people of a survey were drawn, and what that implies, in facts that a page can say in words.

mod implied;

use std::collections::{BTreeMap, HashSet};

use estimate::{Factor, Fault, Frame, LonelyPsu, Sampling, Survey};
use serde::{Deserialize, Serialize};

use crate::column::{Column, Kind, number, yes_or_no};
use crate::file::{Read, Table};

pub use implied::{Again, Implied, Named};

/// What a person says about the sample beyond the kinds of its columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Design {
    /// What is done about a stratum with one sampled unit.
    pub lonely: LonelyPsu,
    /// Whether names of units start again in every stratum.
    pub nest: bool,
}

impl Default for Design {
    /// A lonely unit is measured from the mean of all: the careful rule.
    fn default() -> Self {
        Self { lonely: LonelyPsu::Adjust, nest: false }
    }
}

/// The rules for lonely units, in the order of the form.
pub const LONELY: [LonelyPsu; 5] =
    [LonelyPsu::Adjust, LonelyPsu::Average, LonelyPsu::Certainty, LonelyPsu::Remove, LonelyPsu::Fail];

/// The word of a rule in forms and catalogues.
pub fn lonely_word(rule: LonelyPsu) -> &'static str {
    match rule {
        LonelyPsu::Adjust => "adjust",
        LonelyPsu::Average => "average",
        LonelyPsu::Certainty => "certainty",
        LonelyPsu::Remove => "remove",
        LonelyPsu::Fail => "fail",
    }
}

/// The column of crossed strata in the frame of a survey with several.
pub(crate) const STRATA: &str = "\u{1f}strata";

/// Why a survey cannot be estimated from as it is described.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Amiss {
    /// A value of a column of numbers is none. Rows are counted from 1, below the heading.
    #[error("{column} holds {value} in row {row}, which is no number")]
    NotANumber {
        /// The column.
        column: String,
        /// The row.
        row: usize,
        /// What stands there.
        value: String,
    },
    /// A value of a column of yes and no is neither.
    #[error("{column} holds {value} in row {row}, which is neither yes nor no")]
    NotYesOrNo {
        /// The column.
        column: String,
        /// The row.
        row: usize,
        /// What stands there.
        value: String,
    },
    /// A number that must be above 0 is not.
    #[error("{column} holds {value} in row {row}, which is not above 0")]
    NotPositive {
        /// The column.
        column: String,
        /// The row.
        row: usize,
        /// What stands there.
        value: f64,
    },
    /// One stratum has two population sizes.
    #[error("{column} says {one} and {other} of stratum {stratum}")]
    TwoSizes {
        /// The column.
        column: String,
        /// The stratum.
        stratum: String,
        /// A size.
        one: String,
        /// Another one.
        other: String,
    },
    /// The weights are all 0, or add up to no number.
    #[error("the weights of {0} add up to nothing")]
    NoWeight(String),
    /// Two columns of weights.
    #[error("{0} and {1} are both weights")]
    TwoWeights(String, String),
    /// The design does not hold for the file.
    #[error(transparent)]
    Sample(#[from] Fault),
}

/// The survey as it is estimated from.
///
/// # Errors
/// [`Amiss`].
pub fn survey(table: &Table, columns: &[Column], design: Design) -> Result<Survey, Amiss> {
    let sampling = sampling(columns, design)?;
    let frame = frame(table, columns)?;
    sizes(&frame, &sampling)?;
    let survey = Survey::new(frame, &sampling, None)?;
    let sum: f64 = survey.weights().iter().map(|weight| weight * weight).sum();
    match sampling.weights {
        Some(name) if sum == 0.0 || !sum.is_finite() => Err(Amiss::NoWeight(name)),
        _ => Ok(survey),
    }
}

/// Population sizes are above 0, and those of the first stage the same all over a stratum.
fn sizes(frame: &Frame, sampling: &Sampling) -> Result<(), Amiss> {
    for column in &sampling.fpc {
        let numbers = frame.numbers(column)?;
        if let Some((row, value)) = numbers.iter().enumerate().find(|(_, value)| **value <= 0.0) {
            return Err(Amiss::NotPositive { column: column.clone(), row: row + 1, value: *value });
        }
    }
    let (Some(column), Some(strata)) = (sampling.fpc.first(), sampling.strata.first()) else { return Ok(()) };
    let (numbers, strata) = (frame.numbers(column)?, frame.factor(strata)?);
    let mut known: BTreeMap<usize, f64> = BTreeMap::new();
    for (row, size) in numbers.iter().enumerate().filter(|(_, size)| !size.is_nan()) {
        let Some(code) = strata.code(row) else { continue };
        let first = *known.entry(code).or_insert(*size);
        if first != *size {
            let (one, other) = (first.to_string(), size.to_string());
            let stratum = strata.levels()[code].clone();
            return Err(Amiss::TwoSizes { column: column.clone(), stratum, one, other });
        }
    }
    Ok(())
}

/// The sampling that the kinds of the columns say.
pub fn sampling(columns: &[Column], design: Design) -> Result<Sampling, Amiss> {
    let of = |kind: Kind| named(columns, kind);
    let (weights, strata) = (of(Kind::Weight), of(Kind::Stratum));
    if let [one, other, ..] = &weights[..] {
        return Err(Amiss::TwoWeights(one.clone(), other.clone()));
    }
    Ok(Sampling {
        ids: of(Kind::Cluster),
        strata: if strata.len() > 1 { vec![STRATA.to_owned()] } else { strata },
        weights: weights.into_iter().next(),
        fpc: of(Kind::Population),
        nest: design.nest,
        lonely_psu: design.lonely,
        ..Sampling::default()
    })
}

fn named(columns: &[Column], kind: Kind) -> Vec<String> {
    columns.iter().filter(|column| column.kind == kind).map(|column| column.name.clone()).collect()
}

/// The columns as the estimators read them: answers of yes and no as 1 and 0, words as factors.
fn frame(table: &Table, columns: &[Column]) -> Result<Frame, Amiss> {
    let mut read = Vec::with_capacity(columns.len());
    for column in columns.iter().filter(|column| column.kind != Kind::Ignored) {
        let found = table.column(&column.name);
        let found = found.ok_or_else(|| Fault::UnknownVariable { name: column.name.clone() })?;
        read.push((column.name.clone(), values(found, column.kind)?));
    }
    let strata = named(columns, Kind::Stratum);
    if strata.len() > 1 {
        read.push((STRATA.to_owned(), estimate::Column::Factor(crossed(table, &strata))));
    }
    Ok(Frame::new(read)?)
}

fn values(read: &Read, kind: Kind) -> Result<estimate::Column, Amiss> {
    let of = |read_one: &dyn Fn(&str) -> Option<f64>, amiss: &dyn Fn(String, usize, String) -> Amiss| {
        let one = |(row, value): (usize, &Option<Box<str>>)| match value {
            None => Ok(f64::NAN),
            Some(value) => {
                read_one(value).ok_or_else(|| amiss(read.name.clone(), row + 1, value.to_string()))
            }
        };
        read.values.iter().enumerate().map(one).collect::<Result<Vec<_>, _>>().map(estimate::Column::Numbers)
    };
    match kind {
        Kind::Weight | Kind::Population | Kind::Number => {
            of(&number, &|column, row, value| Amiss::NotANumber { column, row, value })
        }
        Kind::YesNo => {
            of(&|value| yes_or_no(value).map(|yes| f64::from(u8::from(yes))), &|column, row, value| {
                Amiss::NotYesOrNo { column, row, value }
            })
        }
        Kind::Cluster | Kind::Stratum | Kind::Domain | Kind::Choice | Kind::Ignored => {
            Ok(estimate::Column::Factor(factor(read)))
        }
    }
}

/// Levels in the order of numbers where all are, else of their letters.
fn factor(read: &Read) -> Factor {
    let numbers: Option<Vec<f64>> =
        read.values.iter().map(|value| value.as_deref().map_or(Some(f64::NAN), number)).collect();
    match numbers {
        Some(numbers) => Factor::of_numbers(&numbers),
        None => Factor::of_texts(&read.values.iter().map(Option::as_deref).collect::<Vec<_>>()),
    }
}

/// Several strata as one; missing where one of them is.
fn crossed(table: &Table, strata: &[String]) -> Factor {
    let columns: Vec<&Read> = strata.iter().filter_map(|name| table.column(name)).collect();
    let joined = |row: usize| -> Option<String> {
        let parts: Option<Vec<&str>> = columns.iter().map(|column| column.values[row].as_deref()).collect();
        parts.map(|parts| parts.join(" · "))
    };
    let rows: Vec<Option<String>> = (0..table.rows).map(joined).collect();
    Factor::of_texts(&rows.iter().map(Option::as_deref).collect::<Vec<_>>())
}

/// Row by row the number of its first-stage unit: a unit's name within its stratum.
pub(crate) fn units(table: &Table, columns: &[Column]) -> Vec<usize> {
    let find = |name: String| table.column(&name);
    let first = named(columns, Kind::Cluster).into_iter().next().and_then(find);
    let Some(first) = first else { return (0..table.rows).collect() };
    let strata: Vec<&Read> = named(columns, Kind::Stratum).into_iter().filter_map(find).collect();
    let mut known: BTreeMap<Vec<Option<&str>>, usize> = BTreeMap::new();
    let key = |row: usize| -> Vec<Option<&str>> {
        std::iter::once(first).chain(strata.iter().copied()).map(|read| read.values[row].as_deref()).collect()
    };
    (0..table.rows)
        .map(|row| {
            let next = known.len();
            *known.entry(key(row)).or_insert(next)
        })
        .collect()
}

/// How many different units the rows lie in.
pub(crate) fn distinct(units: &[usize], rows: impl Iterator<Item = usize>) -> usize {
    rows.map(|row| units[row]).collect::<HashSet<_>>().len()
}

#[cfg(test)]
pub(crate) mod tests {
    use sheet::File;

    use super::*;
    use crate::column::guess;

    pub(crate) const FILE: &str = "tang,thon,quyen_so,hai_long,diem\n\
        A,A1,10,1,3\nA,A1,10,0,4\nA,A2,20,1,2\nB,B1,5,1,1\nB,B2,5,0,5\nC,C1,8,1,4\n";

    pub(crate) fn described(text: &str) -> (Table, Vec<Column>) {
        let table = Table::read(File { name: "a.csv", bytes: text.as_bytes() }).expect("a table");
        let column =
            |read: &Read| Column { name: read.name.clone(), label: read.label.clone(), kind: guess(read) };
        let columns = table.columns.iter().map(column).collect();
        (table, columns)
    }

    #[test]
    fn a_value_that_does_not_fit_its_kind_is_named_with_its_row() {
        let (table, mut columns) = described(FILE);
        columns[4].kind = Kind::YesNo;
        let why = survey(&table, &columns, Design::default()).expect_err("refused");
        assert_eq!(why, Amiss::NotYesOrNo { column: "diem".into(), row: 1, value: "3".into() });
        columns[4].kind = Kind::Weight;
        let why = survey(&table, &columns, Design::default()).expect_err("refused");
        assert_eq!(why, Amiss::TwoWeights("quyen_so".into(), "diem".into()));
        let (table, columns) =
            described(&FILE.replace("B,B2,5", "A,B2,nhiều").replace("quyen_so", "trong_so"));
        let told: Vec<Kind> = columns.iter().map(|column| column.kind).collect();
        assert!(told.contains(&Kind::Weight), "one slip does not make it words: {told:?}");
        let why = survey(&table, &columns, Design::default()).expect_err("refused");
        assert_eq!(why, Amiss::NotANumber { column: "trong_so".into(), row: 5, value: "nhiều".into() });
    }

    #[test]
    fn sizes_and_weights_that_cannot_be_are_refused() {
        let of = |text: &str| {
            let (table, columns) = described(text);
            survey(&table, &columns, Design::default()).map(|survey| survey.weights().len())
        };
        let text = |sizes: [&str; 4]| {
            let [a, b, c, d] = sizes;
            format!("tang,thon,so_thon,diem\nA,A1,{a},1\nA,A2,{b},2\nB,B1,{c},3\nB,B2,{d},4\n")
        };
        assert_eq!(of(&text(["10", "10", "12", "12"])), Ok(4));
        let varies = Amiss::TwoSizes {
            column: "so_thon".into(),
            stratum: "B".into(),
            one: "12".into(),
            other: "14".into(),
        };
        assert_eq!(of(&text(["10", "10", "12", "14"])), Err(varies));
        let nought = Amiss::NotPositive { column: "so_thon".into(), row: 2, value: 0.0 };
        assert_eq!(of(&text(["10", "0", "12", "12"])), Err(nought));
        let weighted = |w: &str| format!("thon,quyen_so,diem\nA,{w},1\nB,{w},2\nC,{w},5\n");
        assert_eq!(of(&weighted("0")), Err(Amiss::NoWeight("quyen_so".into())));
        assert_eq!(of(&weighted("1e308")), Err(Amiss::NoWeight("quyen_so".into())));
        assert_eq!(of(&weighted("2")), Ok(3));
    }

    #[test]
    fn several_strata_are_crossed() {
        let (table, mut columns) = described(&FILE.replace("hai_long", "khu vực"));
        columns[3].kind = Kind::Stratum;
        let survey = survey(&table, &columns, Design { nest: true, ..Design::default() }).expect("a survey");
        assert_eq!(survey.design().size().1, 5);
        assert_eq!(survey.design().lonely_strata().len(), 4);
    }

    #[test]
    fn a_lonely_unit_under_the_strict_rule_is_refused_when_asked() {
        let (table, columns) = described(FILE);
        let strict = Design { lonely: LonelyPsu::Fail, ..Design::default() };
        let survey = survey(&table, &columns, strict).expect("a survey");
        let request: estimate::Request =
            serde_json::from_str(r#"{"type":"mean","variables":["diem"]}"#).expect("a request");
        assert!(matches!(request.answer(&survey), Err(Fault::LonelyPsu { .. })));
    }
}
