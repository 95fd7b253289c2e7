//! When a task is done, how often, and by when.

use super::super::heading::Column;
use super::super::lines::Line;
use super::super::period::{self, NoPeriod, Period};
use super::super::problem::{Expected, Kind};
use super::Reader;
use crate::annex::{Basis, NOBODY, Topic};

impl Reader<'_> {
    /// When, how often and by when, from every column that says something of it.
    pub(super) fn period(&mut self, line: &Line<'_>) -> Period {
        let read =
            [Column::Time, Column::Rhythm, Column::First, Column::Last].map(|column| self.time(line, column));
        let [time, rhythm, first, last] = read;
        let period = Period {
            rhythm: rhythm.rhythm.or(time.rhythm),
            first: first.first.or(first.last).or(time.first).or(rhythm.first),
            last: last.last.or(last.first).or(time.last).or(rhythm.last),
            due: time.due.or(rhythm.due),
        };
        self.within_plan(line, &period);
        period
    }

    fn time(&mut self, line: &Line<'_>, column: Column) -> Period {
        let Some(text) = self.said(line, column) else { return Period::default() };
        let (sheet, Some(at)) = (self.sheet, line.at(column)) else { return Period::default() };
        let plan = (self.basis.first, self.basis.last);
        let settled = || self.basis.settled.of(Topic::Period, &text);
        match period::read(&text, plan) {
            Ok(period) => return period,
            Err(_) if settled() == Some(NOBODY) => (),
            Err(_) if let Some(Ok(period)) = settled().map(|means| period::read(means, plan)) => {
                return period;
            }
            Err(NoPeriod::Impossible) if self.told.insert(at) => {
                self.out.problems.push(|| sheet.problem(at, Kind::ImpossibleDate, Expected::Day));
            }
            Err(NoPeriod::Unread) if self.told.insert(at) => {
                self.out.warnings.push(|| sheet.problem(at, Kind::UnreadPeriod, Expected::Period));
            }
            Err(_) => (),
        }
        Period::default()
    }

    fn within_plan(&mut self, line: &Line<'_>, period: &Period) {
        let Basis { first, last, .. } = *self.basis;
        let begins = period.first.unwrap_or(first);
        let ends = period.last.unwrap_or(last);
        let at = [Column::Time, Column::Last, Column::First, Column::Rhythm]
            .into_iter()
            .find_map(|column| line.cell(column).and(line.at(column)));
        let (sheet, Some(at)) = (self.sheet, at) else { return };
        if ends < begins && period.first.is_some() && self.told.insert(at) {
            self.out.problems.push(|| sheet.problem(at, Kind::ImpossibleDate, Expected::Day));
        } else if (ends < first || last < begins) && self.told.insert(at) {
            self.out.warnings.push(|| sheet.problem(at, Kind::OutsidePlan, Expected::Within(first, last)));
        }
    }
}
