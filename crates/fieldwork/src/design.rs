//! How the people of a survey were drawn, and what that implies, in facts that a page can say in words.

use std::collections::{BTreeMap, HashSet};

use estimate::{Factor, Fault, Frame, LonelyPsu, Sampling, Survey};
use serde::{Deserialize, Serialize};

use crate::column::{Column, Kind, number, yes_or_no};
use crate::file::{Read, Table};

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
    /// Two columns of weights.
    #[error("{0} and {1} are both weights")]
    TwoWeights(String, String),
    /// The design does not hold for the file.
    #[error(transparent)]
    Sample(#[from] Fault),
}

/// What the columns imply of the sample.
#[derive(Debug, Clone, PartialEq)]
pub struct Implied {
    /// People asked.
    pub people: usize,
    /// First-stage units; people where there is no column of units.
    pub units: usize,
    /// First-stage strata.
    pub strata: usize,
    /// Whether units, strata, weights and population sizes were named.
    pub named: Named,
    /// Stages of the drawing.
    pub stages: usize,
    /// The strata with one sampled unit.
    pub lonely: Vec<String>,
    /// The fewest and the most people of a unit.
    pub in_unit: (usize, usize),
    /// The sum of the weights.
    pub stand_for: f64,
    /// The smallest and the largest weight.
    pub weights: (f64, f64),
    /// How many times larger variances are for weights that differ: 1 + cv². Source: Kish (1965), section 11.7.
    pub kish: f64,
    /// Degrees of freedom: units less strata.
    pub df: f64,
}

/// Which parts of a design were named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// Units.
    pub units: bool,
    /// Strata.
    pub strata: bool,
    /// Weights.
    pub weights: bool,
    /// Population sizes.
    pub population: bool,
}

/// The survey as it is estimated from.
///
/// # Errors
/// [`Amiss`].
pub fn survey(table: &Table, columns: &[Column], design: Design) -> Result<Survey, Amiss> {
    let sampling = sampling(columns, design)?;
    Ok(Survey::new(frame(table, columns)?, &sampling, None)?)
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

impl Implied {
    /// What the columns imply.
    pub fn of(table: &Table, columns: &[Column], survey: &Survey) -> Self {
        let design = survey.design();
        let (units, strata) = design.size();
        let weights = survey.weights();
        let sum: f64 = weights.iter().sum();
        let squares: f64 = weights.iter().map(|w| w * w).sum();
        let ends =
            weights.iter().fold((f64::INFINITY, 0.0_f64), |(low, high), w| (low.min(*w), high.max(*w)));
        let of = |kind| columns.iter().any(|column| column.kind == kind);
        Self {
            people: table.rows,
            units,
            strata,
            named: Named {
                units: of(Kind::Cluster),
                strata: of(Kind::Stratum),
                weights: of(Kind::Weight),
                population: of(Kind::Population),
            },
            stages: columns.iter().filter(|column| column.kind == Kind::Cluster).count().max(1),
            lonely: design.lonely_strata().into_iter().map(str::to_owned).collect(),
            in_unit: in_unit(table, columns),
            stand_for: sum,
            weights: ends,
            kish: weights.len() as f64 * squares / (sum * sum),
            df: survey.design_df(),
        }
    }
}

/// The fewest and the most people of a first-stage unit.
fn in_unit(table: &Table, columns: &[Column]) -> (usize, usize) {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    units(table, columns).into_iter().for_each(|unit| *counts.entry(unit).or_default() += 1);
    (counts.values().copied().min().unwrap_or(0), counts.values().copied().max().unwrap_or(0))
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
mod tests {
    use sheet::File;

    use super::*;
    use crate::column::guess;

    const FILE: &str = "tang,thon,quyen_so,hai_long,diem\n\
        A,A1,10,1,3\nA,A1,10,0,4\nA,A2,20,1,2\nB,B1,5,1,1\nB,B2,5,0,5\nC,C1,8,1,4\n";

    fn described(text: &str) -> (Table, Vec<Column>) {
        let table = Table::read(File { name: "a.csv", bytes: text.as_bytes() }).expect("a table");
        let column =
            |read: &Read| Column { name: read.name.clone(), label: read.label.clone(), kind: guess(read) };
        let columns = table.columns.iter().map(column).collect();
        (table, columns)
    }

    #[test]
    fn what_a_design_implies_is_counted() {
        let (table, columns) = described(FILE);
        let survey = survey(&table, &columns, Design::default()).expect("a survey");
        let implied = Implied::of(&table, &columns, &survey);
        assert_eq!((implied.people, implied.units, implied.strata, implied.df), (6, 5, 3, 2.0));
        assert_eq!((implied.lonely, implied.in_unit), (vec!["C".to_owned()], (1, 2)));
        assert_eq!((implied.stand_for, implied.weights), (58.0, (5.0, 20.0)));
        assert!((implied.kish - 6.0 * 714.0 / (58.0 * 58.0)).abs() < 1e-12);
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
        assert!(!told.contains(&Kind::Weight), "{told:?}");
        assert!(survey(&table, &columns, Design::default()).is_ok());
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
