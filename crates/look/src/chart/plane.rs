//! The plane of the charts over years: years from left to right, breaks between them, lines with gaps.

use std::ops::RangeInclusive;

use super::scale::Scale;
use super::svg::{Anchor, Svg, text_width};
use crate::{Lang, say_with};

/// Years across, something else down.
pub(crate) struct Plane<'a> {
    pub(crate) lang: Lang,
    /// From the first year to the last; none if there is no year.
    pub(crate) years: Option<RangeInclusive<i16>>,
    /// The first years that cannot be compared with those before.
    pub(crate) breaks: &'a [i16],
    pub(crate) across: Scale,
    pub(crate) down: Scale,
    /// Top and bottom.
    pub(crate) ends: (f64, f64),
}

impl<'a> Plane<'a> {
    pub(crate) fn new(
        lang: Lang,
        years: impl IntoIterator<Item = i16>,
        breaks: &'a [i16],
        across: (f64, f64),
        down: Scale,
        ends: (f64, f64),
    ) -> Self {
        let years = years.into_iter().fold(None, |span: Option<(i16, i16)>, year| {
            Some(span.map_or((year, year), |(first, last)| (first.min(year), last.max(year))))
        });
        let (first, last) = years.unwrap_or((0, 1));
        let across = Scale::new((f64::from(first), f64::from(last)), across);
        Self { lang, years: years.map(|(first, last)| first..=last), breaks, across, down, ends }
    }

    pub(crate) fn at(&self, year: i16, value: f64) -> (f64, f64) {
        (self.across.at(f64::from(year)), self.down.at(value))
    }

    /// Runs of points with neither a missing year nor a break between them.
    pub(crate) fn runs(&self, points: &[(i16, Option<f64>)]) -> Vec<Vec<(i16, f64)>> {
        let mut sorted: Vec<(i16, f64)> = points
            .iter()
            .filter_map(|&(year, value)| Some((year, value.filter(|it| it.is_finite())?)))
            .collect();
        sorted.sort_by_key(|(year, _)| *year);
        let mut runs: Vec<Vec<(i16, f64)>> = Vec::new();
        for (year, value) in sorted {
            match runs.last_mut() {
                Some(run) if run.last().is_some_and(|&(before, _)| self.joined(before, year)) => {
                    run.push((year, value));
                }
                _ => runs.push(vec![(year, value)]),
            }
        }
        runs
    }

    fn joined(&self, before: i16, year: i16) -> bool {
        i32::from(year) - i32::from(before) <= 1 && !self.breaks.iter().any(|at| before < *at && *at <= year)
    }

    /// Where the points of a run lie; one without neighbours becomes a short dash, or it would not be seen.
    pub(crate) fn places(&self, run: &[(i16, f64)]) -> Vec<(f64, f64)> {
        let places: Vec<(f64, f64)> = run.iter().map(|&(year, value)| self.at(year, value)).collect();
        match places[..] {
            [(x, y)] => vec![(x - 2.5, y), (x + 2.5, y)],
            _ => places,
        }
    }

    /// Lines of one class through points.
    pub(crate) fn draw_line(&self, svg: &mut Svg, class: &str, points: &[(i16, Option<f64>)]) {
        for run in self.runs(points) {
            svg.path(class, &self.places(&run));
        }
    }

    /// A thin boundary before each first year of a new way of counting, with a mark on top.
    pub(crate) fn draw_breaks(&self, svg: &mut Svg, marked: bool) {
        let Some(years) = &self.years else { return };
        for &year in self.breaks.iter().filter(|year| years.contains(year) && **year > *years.start()) {
            let x = self.across.at(f64::from(year) - 0.5);
            svg.group("break", |svg| {
                svg.title(&say_with(self.lang, "chart-break", &[("year", year.to_string().into())]));
                svg.line("boundary", (x, self.ends.0), (x, self.ends.1));
                if marked {
                    svg.unlike((x, self.ends.0 - 8.0));
                }
            });
        }
    }

    /// The years below, as many as there is room for, the last always among them.
    pub(crate) fn draw_years(&self, svg: &mut Svg, size: f64) {
        let Some(years) = &self.years else { return };
        let (first, last) = (f64::from(*years.start()), f64::from(*years.end()));
        let pitch = (self.across.at(last) - self.across.at(first)) / (last - first).max(1.0);
        let step = ((text_width("2024", size) + 8.0) / pitch.max(0.1)).ceil().max(1.0) as usize;
        for year in years.clone().rev().step_by(step) {
            let x = self.across.at(f64::from(year));
            svg.line("axis", (x, self.ends.1), (x, self.ends.1 + 4.0));
            svg.text("tick", Anchor::Middle, (x, self.ends.1 + size + 6.0), &year.to_string());
        }
    }
}
