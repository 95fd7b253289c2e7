//! A request at a survey: the domains that it asks about, and the figures that every answer has in common.

use crate::design::Design;
use crate::domain::Domain;
use crate::request::{Ci, Common, Comparison, Condition, Deff, Df, DfWord, Empty};
use crate::row::Row;
use crate::survey::Survey;
use crate::{Column, Factor, Fault};

/// A request at a survey.
#[derive(Debug)]
pub(crate) struct Asked<'a> {
    pub(crate) survey: &'a Survey,
    pub(crate) common: &'a Common,
    pub(crate) domains: Vec<Part<'a>>,
    /// Degrees of freedom of the design, where an interval needs them.
    pub(crate) design_df: f64,
}

/// A domain with its label.
#[derive(Debug)]
pub(crate) struct Part<'a> {
    pub(crate) label: Vec<(String, String)>,
    pub(crate) domain: Domain<'a>,
    /// Degrees of freedom of the domain.
    pub(crate) df: f64,
    /// How many standard errors half an interval has.
    pub(crate) quantile: f64,
}

impl<'a> Asked<'a> {
    /// Finds the domains. Errors: `unknown_variable`, `empty_domain`.
    pub(crate) fn new(survey: &'a Survey, common: &'a Common) -> Result<Self, Fault> {
        if let Some(ci) = common.ci
            && !(ci.level > 0.0 && ci.level < 1.0)
        {
            return Err(Fault::BadRequest { detail: format!("a level of {} for an interval", ci.level) });
        }
        let rows = holding(survey, &common.conditions)?;
        let needs = common.ci.is_some_and(|ci| matches!(ci.df, Some(Df::Word(DfWord::Domain))));
        let part = |label, rows| {
            let domain = Domain::new(survey, rows);
            let df = if needs { domain.degrees_of_freedom() } else { f64::NAN };
            Part { label, domain, df, quantile: f64::NAN }
        };
        let domains =
            split(survey, common, rows)?.into_iter().map(|(label, rows)| part(label, rows)).collect();
        let design = common.ci.is_some_and(|ci| matches!(ci.df, None | Some(Df::Word(DfWord::Design))));
        let design_df = if design { survey.design_df() } else { f64::NAN };
        let mut asked = Self { survey, common, domains, design_df };
        asked.find_quantiles();
        Ok(asked)
    }

    /// Finds the quantile that the intervals of every domain need; most domains share theirs.
    fn find_quantiles(&mut self) {
        let Some(ci) = self.common.ci else { return };
        let (mut last, mut quantile) = (f64::NAN, f64::NAN);
        for at in 0..self.domains.len() {
            let df = self.df(ci, &self.domains[at]);
            if df != last {
                (last, quantile) = (df, ci.quantile(df));
            }
            self.domains[at].quantile = quantile;
        }
    }

    /// The degrees of freedom of an interval in a domain: those asked for, else the design's.
    pub(crate) fn df(&self, ci: Ci, part: &Part<'_>) -> f64 {
        match ci.df {
            None | Some(Df::Word(DfWord::Design)) => self.design_df,
            Some(Df::Word(DfWord::Domain)) => part.df,
            Some(Df::Word(DfWord::Normal)) => f64::INFINITY,
            Some(Df::Number(df)) => df,
        }
    }

    /// The row with estimate, standard error, interval and coefficient of variation as asked for.
    pub(crate) fn filled(&self, row: Row, part: &Part<'_>, estimate: f64, se: f64) -> Row {
        let mut row = row.number("estimate", estimate).number("se", se);
        if let Some(ci) = self.common.ci {
            let df = self.df(ci, part);
            let half = part.quantile * se;
            row = row.number("ci_low", estimate - half).number("ci_high", estimate + half);
            if df.is_finite() {
                row = row.number("df", df);
            }
        }
        if self.common.cv { row.number("cv", se / estimate) } else { row }
    }

    /// The row with the design effects that are asked for; `simple` is s²/n of a simple random sample with
    /// replacement, `size` what its variance is multiplied with (N² for totals), `counts` the sample's n and N.
    pub(crate) fn effects(
        &self,
        mut row: Row,
        variance: f64,
        simple: f64,
        size: f64,
        counts: (f64, f64),
    ) -> Row {
        let (n, population) = counts;
        for deff in &self.common.deff {
            row = match deff {
                Deff::Wr => row.number("deff_wr", variance / (simple * size)),
                Deff::Wor if population < n => row.number("deff_wor", f64::NAN),
                Deff::Wor => {
                    row.number("deff_wor", variance / (simple * size * (population - n) / population))
                }
            };
        }
        row
    }

    /// A column that somebody answered. Errors: `unknown_variable`, `all_missing`.
    pub(crate) fn column(&self, name: &str) -> Result<&'a Column, Fault> {
        answered_by_somebody(self.survey, name)
    }

    /// A column of numbers that somebody answered. Errors: as above, `not_numeric`.
    pub(crate) fn numbers(&self, name: &str) -> Result<&'a [f64], Fault> {
        self.column(name)?;
        self.survey.frame.numbers(name)
    }
}

impl Part<'_> {
    /// A row about this domain.
    pub(crate) fn row(&self) -> Row {
        Row::of(&self.label)
    }
}

/// A column that somebody answered.
pub(crate) fn answered_by_somebody<'a>(survey: &'a Survey, name: &str) -> Result<&'a Column, Fault> {
    let column = survey.frame.column(name)?;
    let answered = (0..column.len()).any(|row| !column.misses(row));
    if answered { Ok(column) } else { Err(Fault::AllMissing { name: name.to_owned() }) }
}

/// The rows for which all conditions hold. Errors: `unknown_variable`, `empty_domain`.
pub(crate) fn holding(survey: &Survey, conditions: &[Condition]) -> Result<Vec<u32>, Fault> {
    let mut rows: Vec<u32> = (0..survey.frame.rows() as u32).collect();
    for condition in conditions {
        let column = survey.frame.column(&condition.variable)?;
        rows.retain(|row| holds(column, *row as usize, condition.op, &condition.value));
    }
    if rows.is_empty() && !conditions.is_empty() {
        return Err(Fault::EmptyDomain);
    }
    Ok(rows)
}

/// Whether a row's value stands so to the value; a missing one does not.
pub(crate) fn holds(column: &Column, row: usize, op: Comparison, value: &serde_json::Value) -> bool {
    if column.misses(row) {
        return false;
    }
    if op == Comparison::In {
        return value
            .as_array()
            .is_some_and(|list| list.iter().any(|one| holds(column, row, Comparison::Equal, one)));
    }
    let order = match column {
        Column::Numbers(numbers) => number_of(value).and_then(|other| numbers[row].partial_cmp(&other)),
        Column::Factor(factor) => {
            let own = factor.code(row).map(|code| factor.levels[code].as_str()).unwrap_or_default();
            match (own.parse::<f64>().ok(), number_of(value)) {
                (Some(a), Some(b)) => a.partial_cmp(&b),
                _ => Some(own.cmp(text_of(value).as_str())),
            }
        }
    };
    match op {
        Comparison::Equal => order.is_some_and(std::cmp::Ordering::is_eq),
        Comparison::Unequal => !order.is_some_and(std::cmp::Ordering::is_eq),
        Comparison::Greater => order.is_some_and(std::cmp::Ordering::is_gt),
        Comparison::AtLeast => order.is_some_and(std::cmp::Ordering::is_ge),
        Comparison::Less => order.is_some_and(std::cmp::Ordering::is_lt),
        Comparison::AtMost => order.is_some_and(std::cmp::Ordering::is_le),
        Comparison::In => false,
    }
}

fn number_of(value: &serde_json::Value) -> Option<f64> {
    value.as_f64().or_else(|| value.as_str()?.parse().ok())
}

/// A value as a label: text as it stands, a number written shortest.
pub(crate) fn text_of(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Number(number) => number.as_f64().map(|n| format!("{n}")).unwrap_or_default(),
        other => other.to_string(),
    }
}

type Labelled = (Vec<(String, String)>, Vec<u32>);

/// The rows by the combinations of the domain columns that occur with a weight; those with a missing one are nowhere.
fn split(survey: &Survey, common: &Common, rows: Vec<u32>) -> Result<Vec<Labelled>, Fault> {
    if common.by.is_empty() {
        return Ok(vec![(Vec::new(), rows)]);
    }
    let factors = common.by.iter().map(|name| survey.frame.factor(name)).collect::<Result<Vec<_>, _>>()?;
    let plain: Vec<&Factor> = factors.iter().map(AsRef::as_ref).collect();
    let (codes, cells) = Factor::crossed(&plain, survey.frame.rows());
    let mut members: Vec<(Vec<u32>, bool)> = vec![(Vec::new(), false); cells.len()];
    for row in rows {
        let code = codes[row as usize];
        if code != Factor::MISSING {
            let member = &mut members[code as usize];
            member.0.push(row);
            member.1 |= survey.weights[row as usize] != 0.0;
        }
    }
    let label = |cell: &[u32]| -> Vec<(String, String)> {
        let levels = cell.iter().zip(&plain).map(|(code, factor)| factor.levels[*code as usize].clone());
        common.by.iter().cloned().zip(levels).collect()
    };
    let mut parts: Vec<(Vec<u32>, Vec<u32>)> = Vec::new();
    for (cell, (rows, weighs)) in cells.into_iter().zip(members) {
        if weighs {
            parts.push((cell, rows));
        }
    }
    if common.empty == Some(Empty::Null) {
        add_empty(&plain, &mut parts)?;
    }
    parts.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(parts.into_iter().map(|(cell, rows)| (label(&cell), rows)).collect())
}

/// Adds the combinations of levels that nobody has. Error: `bad_request` if they are more than a million.
fn add_empty(factors: &[&Factor], parts: &mut Vec<(Vec<u32>, Vec<u32>)>) -> Result<(), Fault> {
    let sizes: Vec<usize> = factors.iter().map(|factor| factor.levels.len()).collect();
    let all =
        sizes.iter().try_fold(1_usize, |all, size| all.checked_mul(*size)).filter(|all| *all <= 1_000_000);
    let all = all.ok_or_else(|| Fault::BadRequest { detail: "too many empty domains".to_owned() })?;
    let known: std::collections::HashSet<Vec<u32>> = parts.iter().map(|(cell, _)| cell.clone()).collect();
    for mut number in 0..all {
        let cell: Vec<u32> = sizes
            .iter()
            .map(|size| {
                let code = (number % size) as u32;
                number /= size;
                code
            })
            .collect();
        if !known.contains(&cell) {
            parts.push((cell, Vec::new()));
        }
    }
    Ok(())
}

/// The rows of a first-stage stratum, for estimates that are made separately in each.
pub(crate) fn strata(design: &Design, rows: &[u32]) -> Vec<(String, Vec<u32>)> {
    let first = &design.stages[0];
    let mut parts: Vec<(String, Vec<u32>)> =
        first.strata.iter().map(|stratum| (stratum.label.clone(), Vec::new())).collect();
    for row in rows {
        parts[first.stratum[first.unit[*row as usize] as usize] as usize].1.push(*row);
    }
    parts
}
