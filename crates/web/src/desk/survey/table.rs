//! Answers as a page shows them: a table, a drawing and the differences of each.

use ::fieldwork::answer::{Block, Difference, Hidden, Line, PEOPLE_MIN, Statistic, UNITS_MIN};
use ::fieldwork::{Answers, Survey};
use look::chart::{Interval, Intervals};
use look::words::{say, say_with};
use look::{Lang, number};

use crate::parts::charts::caption;

/// One table with its drawing.
pub(super) struct Section {
    pub(super) title: String,
    /// The heading of the column of names.
    pub(super) head: String,
    pub(super) rows: Vec<Shown>,
    /// The drawing; none where there is nothing to draw.
    pub(super) chart: Option<String>,
    pub(super) differences: Vec<Versus>,
    /// What is to be said of the differences.
    pub(super) caution: Option<String>,
}

/// A row of a table.
pub(super) struct Shown {
    pub(super) name: String,
    pub(super) whole: bool,
    pub(super) people: Option<usize>,
    pub(super) estimate: String,
    pub(super) error: String,
    pub(super) interval: String,
    /// Why the group is hidden.
    pub(super) hidden: Option<String>,
}

/// Two groups against each other.
pub(super) struct Versus {
    pub(super) pair: String,
    pub(super) difference: String,
    pub(super) interval: String,
    pub(super) p: String,
    pub(super) adjusted: String,
    /// Whether there is a difference beyond chance.
    pub(super) clear: bool,
}

/// The sections of a page: one for each answer by groups, else one for each kind of figure.
pub(super) fn sections(lang: Lang, survey: &Survey, answers: &Answers) -> Vec<Section> {
    let told = Telling { lang, survey, answers };
    if !answers.by.is_empty() {
        return answers.blocks.iter().enumerate().map(|(at, block)| told.by_groups(at, block)).collect();
    }
    let kinds = [Statistic::Proportion, Statistic::Mean, Statistic::Total];
    kinds.into_iter().filter_map(|kind| told.together(kind)).collect()
}

/// What an answer is called: its column, and the level of one out of a list.
pub(super) fn title(survey: &Survey, block: &Block) -> String {
    let label = survey.columns.iter().find(|column| column.name == block.column);
    let label = label.map_or(block.column.as_str(), |column| column.name.as_str());
    block.value.as_ref().map_or_else(|| label.to_owned(), |value| format!("{label}: {value}"))
}

struct Telling<'a> {
    lang: Lang,
    survey: &'a Survey,
    answers: &'a Answers,
}

impl Telling<'_> {
    fn by_groups(&self, at: usize, block: &Block) -> Section {
        let all = say(self.lang, "survey-everybody");
        let lines = std::iter::once((all, true, &block.all));
        let lines: Vec<(String, bool, &Line)> =
            lines.chain(block.groups.iter().map(|line| (line.name(), false, line))).collect();
        let title = format!("{} – {}", title(self.survey, block), self.unit(block.statistic));
        let places = places(block.statistic, lines.iter().map(|(.., line)| *line));
        Section {
            chart: self.chart(&format!("answer-{at}"), &title, block.statistic, &lines),
            head: self.answers.by.join(" · "),
            rows: lines
                .iter()
                .map(|(name, whole, line)| self.row(name, *whole, line, block.statistic, places))
                .collect(),
            differences: block
                .differences
                .iter()
                .map(|it| self.versus(it, block.statistic, places))
                .collect(),
            caution: self.caution(block),
            title,
        }
    }

    fn together(&self, statistic: Statistic) -> Option<Section> {
        let of = self.answers.blocks.iter().filter(|block| block.statistic == statistic);
        let lines: Vec<(String, bool, &Line)> =
            of.map(|block| (title(self.survey, block), false, &block.all)).collect();
        if lines.is_empty() {
            return None;
        }
        let title = say(self.lang, &format!("survey-all-{}", statistic.as_str()));
        let row = |(name, whole, line): &(String, bool, &Line)| {
            self.row(name, *whole, line, statistic, places(statistic, [*line]))
        };
        Some(Section {
            chart: self.chart(statistic.as_str(), &title, statistic, &lines),
            head: say(self.lang, "survey-answer"),
            rows: lines.iter().map(row).collect(),
            differences: Vec::new(),
            caution: None,
            title,
        })
    }

    fn unit(&self, statistic: Statistic) -> String {
        say(self.lang, &format!("survey-unit-{}", statistic.as_str()))
    }

    fn row(&self, name: &str, whole: bool, line: &Line, statistic: Statistic, places: usize) -> Shown {
        let none = || "–".to_owned();
        let figure = |value: f64| figure(self.lang, statistic, value, places);
        let (of, interval) = (line.figures, line.figures.and_then(|it| it.interval));
        Shown {
            name: name.to_owned(),
            whole,
            people: line.people,
            estimate: of.map_or_else(none, |it| figure(it.estimate)),
            error: of.and_then(|it| it.se).map_or_else(none, figure),
            interval: interval.map_or_else(none, |(low, high)| format!("{} – {}", figure(low), figure(high))),
            hidden: line.hidden.map(|why| hidden(self.lang, why)),
        }
    }

    fn versus(&self, it: &Difference, statistic: Statistic, places: usize) -> Versus {
        let figure = |value: f64| apart(self.lang, statistic, value, places);
        let chance = |p: f64| match p < 0.001 {
            true => format!("< {}", number::decimals(self.lang, 0.001, 3)),
            false => number::decimals(self.lang, p, 3),
        };
        Versus {
            pair: format!("{} – {}", it.group, it.other),
            difference: figure(it.estimate),
            interval: it.interval.map_or_else(
                || "–".to_owned(),
                |(low, high)| {
                    say_with(
                        self.lang,
                        "survey-from-to",
                        &[("low", figure(low).into()), ("high", figure(high).into())],
                    )
                },
            ),
            p: chance(it.p),
            adjusted: chance(it.adjusted),
            clear: it.adjusted < 1.0 - self.answers.level,
        }
    }

    fn caution(&self, block: &Block) -> Option<String> {
        if block.differences.is_empty() {
            return None;
        }
        let n = [("n", block.differences.len().into())];
        let many = say_with(self.lang, "survey-differences-caution", &n);
        let against = block.against.as_ref();
        Some(against.map_or_else(
            || many.clone(),
            |name| {
                format!(
                    "{} {many}",
                    say_with(self.lang, "survey-differences-against", &[("name", name.as_str().into())])
                )
            },
        ))
    }

    fn chart(
        &self,
        id: &str,
        title: &str,
        statistic: Statistic,
        lines: &[(String, bool, &Line)],
    ) -> Option<String> {
        let places = places(statistic, lines.iter().map(|(.., line)| *line));
        let scale = if statistic == Statistic::Proportion { 100.0 } else { 1.0 };
        let interval = |(name, whole, line): &(String, bool, &Line)| {
            let figures = line.figures?;
            let bounds = figures.interval.unwrap_or((figures.estimate, figures.estimate));
            let shown = self.row(name, *whole, line, statistic, places);
            Some(Interval {
                name: name.clone(),
                marked: *whole,
                value: figures.estimate * scale,
                bounds: (bounds.0 * scale, bounds.1 * scale),
                told: format!("{name}: {} ({})", shown.estimate, shown.interval),
            })
        };
        let rows: Vec<Interval> = lines.iter().filter_map(interval).collect();
        if rows.is_empty() {
            return None;
        }
        let level = number::percent(self.lang, self.answers.level, 0);
        let described = say_with(self.lang, "survey-chart-said", &[("level", level.into())]);
        Some(Intervals { caption: caption(self.lang, id, title, described), rows, line: None }.svg())
    }
}

/// Why a group is hidden.
pub(crate) fn hidden(lang: Lang, why: Hidden) -> String {
    let least = match why {
        Hidden::People => PEOPLE_MIN,
        Hidden::Units => UNITS_MIN,
        Hidden::Companion => return say(lang, "survey-hidden-companion"),
    };
    say_with(lang, &format!("survey-hidden-{}", why.as_str()), &[("least", least.into())])
}

/// A figure as it is read: shares in per cent.
pub(crate) fn figure(lang: Lang, statistic: Statistic, value: f64, places: usize) -> String {
    match statistic {
        Statistic::Proportion => number::percent(lang, value, places),
        Statistic::Mean | Statistic::Total => number::decimals(lang, value, places),
    }
}

/// A difference as it is read: of shares in points of per cent.
fn apart(lang: Lang, statistic: Statistic, value: f64, places: usize) -> String {
    match statistic {
        Statistic::Proportion => {
            let points = number::decimals(lang, value * 100.0, places);
            say_with(lang, "survey-points", &[("points", points.into())])
        }
        _ => figure(lang, statistic, value, places),
    }
}

/// Decimals that show two digits of the smallest error; of shares one.
fn places<'a>(statistic: Statistic, lines: impl IntoIterator<Item = &'a Line>) -> usize {
    let errors = lines.into_iter().filter_map(|line| line.figures?.se).filter(|se| *se > 0.0);
    let least = errors.fold(f64::INFINITY, f64::min);
    match statistic {
        Statistic::Proportion => 1,
        Statistic::Total => 0,
        Statistic::Mean if least.is_finite() => (1.0 - least.log10().floor()).clamp(0.0, 4.0) as usize,
        Statistic::Mean => 2,
    }
}

#[cfg(test)]
mod tests {
    use ::fieldwork::answer::Figures;

    use super::*;

    fn line(estimate: f64, se: f64) -> Line {
        let figures = Some(Figures { estimate, se: Some(se), interval: None, df: None });
        Line { group: Vec::new(), people: Some(50), units: Some(5), figures, hidden: None }
    }

    #[test]
    fn a_figure_shows_two_digits_of_its_error() {
        let lines = [line(7.125, 0.012), line(2.0, 0.3)];
        assert_eq!(places(Statistic::Mean, &lines), 3);
        assert_eq!(places(Statistic::Mean, &[line(1234.5, 56.0)]), 0);
        assert_eq!(places(Statistic::Mean, &[line(1.0, 0.0)]), 2);
        assert_eq!(figure(Lang::Vi, Statistic::Proportion, 0.6251, 1), "62,5%");
        assert_eq!(figure(Lang::En, Statistic::Total, 12345.6, 0), "12,346");
    }
}
