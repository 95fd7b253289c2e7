//! The estimates of a question: each answer for everybody and by group.

use std::collections::BTreeMap;

use estimate::{
    Ci, Common, Df, DfWord, Estimator, Fault, MeanOf, Method, ProportionOf, Request, Row, Survey,
};

use super::{
    ASKED_MAX, Answers, BY_MAX, Block, Figures, Line, Question, Statistic, Unasked, differences, hiding,
};
use crate::column::{Column, Kind};
use crate::design::{Amiss, Design, distinct, survey, units};
use crate::file::Table;

/// A survey that is asked.
pub(super) struct Asked<'a> {
    pub(super) question: &'a Question,
    pub(super) survey: Survey,
    units: Vec<usize>,
    /// Row by row the levels of the columns of groups; none where one is missing.
    groups: Vec<Option<Vec<String>>>,
}

impl Question {
    /// What the survey says.
    ///
    /// # Errors
    /// [`Unasked`].
    pub fn answer(&self, table: &Table, columns: &[Column], design: Design) -> Result<Answers, Unasked> {
        if self.columns.len() > ASKED_MAX || self.by.len() > BY_MAX {
            return Err(Unasked::TooMuch);
        }
        if !(self.level > 0.0 && self.level < 1.0) {
            return Err(Unasked::Level(self.level));
        }
        let find = |name: &String, fits: fn(Kind) -> bool| {
            columns.iter().find(|column| column.name == *name && fits(column.kind))
        };
        let asked: Option<Vec<_>> = self.columns.iter().map(|name| find(name, Kind::is_answer)).collect();
        let asked = asked.ok_or(Unasked::Nothing)?;
        if let Some(name) = self.by.iter().find(|name| find(name, Kind::is_group).is_none()) {
            return Err(Unasked::NoGroup(name.clone()));
        }
        if asked.is_empty() {
            return Err(Unasked::Nothing);
        }
        let survey = survey(table, columns, design)?;
        let groups = groups(&survey, &self.by)?;
        let asking = Asked { question: self, units: units(table, columns), groups, survey };
        let blocks = asked.into_iter().map(|column| asking.blocks(column)).collect::<Result<Vec<_>, _>>()?;
        let df = asking.survey.design_df();
        Ok(Answers { by: self.by.clone(), level: self.level, blocks: blocks.concat(), df })
    }
}

/// Row by row the levels of the columns of groups.
fn groups(survey: &Survey, by: &[String]) -> Result<Vec<Option<Vec<String>>>, Amiss> {
    let factors = by.iter().map(|name| survey.frame().factor(name)).collect::<Result<Vec<_>, _>>()?;
    let level = |row: usize| factors.iter().map(|it| Some(it.levels()[it.code(row)?].clone())).collect();
    Ok((0..survey.frame().rows()).map(level).collect())
}

impl Asked<'_> {
    fn blocks(&self, column: &Column) -> Result<Vec<Block>, Amiss> {
        let name = &column.name;
        let levels = match column.kind {
            Kind::Choice => self.survey.frame().factor(name)?.levels().iter().cloned().map(Some).collect(),
            _ => vec![None],
        };
        levels.into_iter().map(|level| self.block(column, level)).collect()
    }

    fn block(&self, column: &Column, value: Option<String>) -> Result<Block, Amiss> {
        let statistic = match column.kind {
            _ if self.question.totals => Statistic::Total,
            Kind::Number => Statistic::Mean,
            _ => Statistic::Proportion,
        };
        let one = One { asked: self, column, value: value.as_deref(), statistic };
        let counts = self.counts(column)?;
        let mut all = one.lines(&[], &counts)?;
        let groups =
            if self.question.by.is_empty() { Vec::new() } else { one.lines(&self.question.by, &counts)? };
        let (differences, against) = differences::of(&one, &groups)?;
        let all = all.pop().ok_or(Fault::EmptyDomain)?;
        Ok(Block { column: column.name.clone(), value, statistic, all, groups, differences, against })
    }

    /// By group how many answered and from how many units; the empty group is everybody.
    fn counts(&self, column: &Column) -> Result<Counts, Amiss> {
        let (answers, weights) = (self.survey.frame().column(&column.name)?, self.survey.weights());
        let mut rows: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
        for row in (0..answers.len()).filter(|row| !answers.misses(*row) && weights[*row] != 0.0) {
            rows.entry(Vec::new()).or_default().push(row);
            if let Some(group) = self.groups[row].as_ref().filter(|group| !group.is_empty()) {
                rows.entry(group.clone()).or_default().push(row);
            }
        }
        let count = |rows: Vec<usize>| (rows.len(), distinct(&self.units, rows.into_iter()));
        Ok(rows.into_iter().map(|(group, rows)| (group, count(rows))).collect())
    }
}

type Counts = BTreeMap<Vec<String>, (usize, usize)>;

/// One answer, at one level.
pub(super) struct One<'a> {
    pub(super) asked: &'a Asked<'a>,
    pub(super) column: &'a Column,
    pub(super) value: Option<&'a str>,
    pub(super) statistic: Statistic,
}

impl One<'_> {
    /// A line for each group that somebody is in; small ones are hidden.
    fn lines(&self, by: &[String], counts: &Counts) -> Result<Vec<Line>, Amiss> {
        let rows = self.request(by).answer(&self.asked.survey)?;
        let of_level = |row: &&Row| match (self.statistic, self.value) {
            (Statistic::Total, Some(value)) => row.text("level") == Some(value),
            _ => true,
        };
        let mut lines = rows.iter().filter(of_level).map(|row| line(row, counts)).collect::<Vec<_>>();
        hiding::hide(&mut lines);
        Ok(lines)
    }

    fn request(&self, by: &[String]) -> Request {
        let common = Common {
            by: by.to_vec(),
            ci: Some(Ci { level: self.asked.question.level, df: Some(Df::Word(DfWord::Domain)) }),
            ..Common::default()
        };
        let variables = vec![self.column.name.clone()];
        let what = match self.statistic {
            Statistic::Mean => Estimator::Mean(MeanOf { variables, ..MeanOf::default() }),
            Statistic::Total => Estimator::Total(MeanOf { variables, ..MeanOf::default() }),
            Statistic::Proportion => Estimator::Proportion(ProportionOf {
                variable: self.column.name.clone(),
                equals: self.value.map_or_else(|| 1.into(), Into::into),
                methods: vec![Method::Logit],
            }),
        };
        Request { what, common }
    }
}

fn line(row: &Row, counts: &Counts) -> Line {
    let group: Vec<String> = row.domain().iter().map(|(_, level)| level.clone()).collect();
    let (people, units) = counts.get(&group).copied().unwrap_or_default();
    let figures = row.get("estimate").map(|estimate| Figures {
        estimate,
        se: row.get("se"),
        interval: row.get("ci_low").zip(row.get("ci_high")),
        df: row.get("df"),
    });
    Line { group, people: Some(people), units: Some(units), figures, hidden: None }
}
