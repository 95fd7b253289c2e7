//! What a pulse says, as the page shows it: in groups, within each by name and never by rank.

use std::sync::Arc;

use accounts::Desk;
use axum::response::Response;
use fieldwork::answer::{Line, Statistic};
use listen::Pulse;
use listen::pulse::{self, Answered, Found, LEVEL, Measured, Refusal, Results, Stands};
use look::chart::{Interval, Intervals};
use look::words::{say, say_with};
use look::{Lang, number};
use places::name::order;
use quick_cache::sync::Cache;

use crate::Fault;
use crate::desk::survey::table::{figure, hidden};
use crate::parts::charts::caption;
use crate::parts::pulse::{asked, share};
use crate::parts::spreadsheet::{self, cell};

/// What pulses say, by their numbers: it takes a moment to find, and changes no more.
pub(crate) struct Kept(Cache<i64, Arc<Results>>);

impl Kept {
    pub(crate) fn new() -> Self {
        Self(Cache::new(100))
    }

    /// What a pulse says.
    ///
    /// # Errors
    /// [`Refusal::NotOver`] while it may still be answered.
    pub(crate) async fn of(&self, desk: &Desk, pulse: &Pulse) -> Result<Arc<Results>, Refusal> {
        let find = async { pulse::said(desk, pulse).await.map(Arc::new) };
        self.0.get_or_insert_async(&pulse.id, find).await
    }
}

/// The most lines of a page; of more, one item is shown at a time.
const LINES_MAX: usize = 120;

/// All that is shown.
pub(crate) struct Told {
    pub(crate) items: Vec<ItemTold>,
    /// Every item in a line, where only one is shown at length.
    pub(crate) brief: Vec<Brief>,
    /// Of which parts nobody answered.
    pub(crate) silent: Option<String>,
}

/// An item in a line.
pub(crate) struct Brief {
    pub(crate) at: usize,
    pub(crate) asked: String,
    pub(crate) is_shown: bool,
    /// Of everybody.
    pub(crate) estimate: String,
    pub(crate) interval: String,
}

/// One item.
pub(crate) struct ItemTold {
    pub(crate) asked: String,
    pub(crate) share: String,
    pub(crate) groups: Vec<Group>,
    pub(crate) chart: Option<String>,
    /// What a measure takes of it.
    pub(crate) measured: Option<String>,
}

/// Lines of the table that stand alike, by name.
pub(crate) struct Group {
    /// How they stand against the others; none for the whole.
    pub(crate) head: Option<String>,
    pub(crate) rows: Vec<Row>,
}

/// A line of the table.
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) whole: bool,
    pub(crate) estimate: String,
    pub(crate) interval: String,
    pub(crate) people: String,
    pub(crate) hidden: Option<String>,
    /// In a spreadsheet: the estimate and its bounds in per cent, and how many answered.
    numbers: [String; 4],
}

/// A part with its name, and whether it is the whole.
type Named = (String, bool, Line);

/// What a page shows: everything, or where that is too much one item, the first unless another is asked for.
pub(crate) fn shown(lang: Lang, pulse: &Pulse, results: &Results, item: Option<usize>) -> Told {
    if results.found.len() * pulse.strata.len() <= LINES_MAX {
        return told(lang, pulse, results);
    }
    let at = item.filter(|at| *at < results.found.len()).unwrap_or(0);
    let brief = |(place, found): (usize, &Found)| {
        let whole = found.all.as_ref().map(|line| row(lang, "", true, line));
        let none = || "–".to_owned();
        Brief {
            at: place,
            asked: asked(lang, &found.item).words,
            is_shown: place == at,
            estimate: whole.as_ref().map_or_else(none, |row| row.estimate.clone()),
            interval: whole.map_or_else(none, |row| row.interval),
        }
    };
    Told {
        items: results.found.get(at).map(|found| self::item(lang, pulse, at, found)).into_iter().collect(),
        brief: results.found.iter().enumerate().map(brief).collect(),
        silent: silent(lang, results),
    }
}

/// All results in words.
pub(crate) fn told(lang: Lang, pulse: &Pulse, results: &Results) -> Told {
    let item = |(at, found): (usize, &Found)| item(lang, pulse, at, found);
    let items = results.found.iter().enumerate().map(item).collect();
    Told { items, brief: Vec::new(), silent: silent(lang, results) }
}

fn silent(lang: Lang, results: &Results) -> Option<String> {
    let names = results.silent.join("; ");
    (!names.is_empty()).then(|| say_with(lang, "pulse-silent", &[("names", names.into())]))
}

fn item(lang: Lang, pulse: &Pulse, at: usize, found: &Found) -> ItemTold {
    let groups = groups(lang, pulse, found);
    let lines: Vec<Named> = groups.iter().flat_map(|(_, lines)| lines.clone()).collect();
    let (asked, share) = (asked(lang, &found.item).words, share(lang, &found.item));
    let rows = |lines: Vec<Named>| lines.iter().map(|it| row(lang, &it.0, it.1, &it.2)).collect();
    let groups = groups.into_iter().map(|(head, lines)| Group { head, rows: rows(lines) });
    let measured = found.measured().map(|it| measured(lang, it));
    ItemTold { chart: chart(lang, at, &asked, &lines), groups: groups.collect(), asked, share, measured }
}

fn measured(lang: Lang, of: Measured<'_>) -> String {
    let per_cent = |value: f64| figure(lang, Statistic::Proportion, value, 1);
    let interval = of.interval.map(|(low, high)| format!(" ({} – {})", per_cent(low), per_cent(high)));
    let said = say(lang, if of.answered == Answered::Yes { "pulse-yes_no-1" } else { "pulse-yes_no-0" });
    let share = format!("{}{}", per_cent(of.share), interval.unwrap_or_default());
    let values = [("code", of.measure.into()), ("said", said.into()), ("share", share.into())];
    say_with(lang, "pulse-measure", &values)
}

/// The whole, the parts as they stand, and those that are hidden; each with its heading.
fn groups(lang: Lang, pulse: &Pulse, found: &Found) -> Vec<(Option<String>, Vec<Named>)> {
    let of = |stands: Option<Stands>, is_hidden: bool| {
        let fits = |(place, line): &&(usize, Line)| {
            found.stands.get(place).copied() == stands && line.hidden.is_some() == is_hidden
        };
        let named = |(place, line): &(usize, Line)| {
            Some((pulse.strata.get(*place)?.name.clone(), false, line.clone()))
        };
        let mut lines: Vec<Named> = found.parts.iter().filter(fits).filter_map(named).collect();
        lines.sort_by(|a, b| order(&a.0, &b.0));
        lines
    };
    let all = found.all.iter().map(|line| (say(lang, "survey-everybody"), true, line.clone()));
    let whole = all.chain(of(None, false)).collect();
    let standing = Stands::ALL.into_iter().map(|stands| {
        (Some(say(lang, &format!("pulse-stands-{}", stands.as_str()))), of(Some(stands), false))
    });
    let hidden = (Some(say(lang, "pulse-stands-hidden")), of(None, true));
    let groups = std::iter::once((None, whole)).chain(standing).chain([hidden]);
    groups.filter(|(_, lines)| !lines.is_empty()).collect()
}

fn row(lang: Lang, name: &str, whole: bool, line: &Line) -> Row {
    let per_cent = |value: f64| figure(lang, Statistic::Proportion, value, 1);
    let none = || "–".to_owned();
    let interval = line.figures.and_then(|it| it.interval);
    let bound = |of: fn((f64, f64)) -> f64| cell(interval.map(|it| 100.0 * of(it)));
    Row {
        numbers: [
            cell(line.figures.map(|it| 100.0 * it.estimate)),
            bound(|it| it.0),
            bound(|it| it.1),
            cell(line.people.map(|people| people as i64)),
        ],
        name: name.to_owned(),
        whole,
        estimate: line.figures.map_or_else(none, |it| per_cent(it.estimate)),
        interval: interval.map_or_else(none, |(low, high)| format!("{} – {}", per_cent(low), per_cent(high))),
        people: line.people.map_or_else(String::new, |people| number::whole(lang, people as i64)),
        hidden: line.hidden.map(|why| hidden(lang, why)),
    }
}

fn chart(lang: Lang, at: usize, title: &str, lines: &[Named]) -> Option<String> {
    let interval = |(name, whole, line): &Named| {
        let figures = line.figures?;
        let bounds = figures.interval.unwrap_or((figures.estimate, figures.estimate));
        let shown = row(lang, name, *whole, line);
        Some(Interval {
            name: label(name, lines).to_owned(),
            marked: *whole,
            value: figures.estimate * 100.0,
            bounds: (bounds.0 * 100.0, bounds.1 * 100.0),
            told: format!("{name}: {} ({})", shown.estimate, shown.interval),
        })
    };
    let rows: Vec<Interval> = lines.iter().filter_map(interval).collect();
    if rows.len() < 2 {
        return None;
    }
    let level = number::percent(lang, LEVEL, 0);
    let described = say_with(lang, "survey-chart-said", &[("level", level.into())]);
    let caption = caption(lang, &format!("pulse-{at}"), title, described);
    Some(Intervals { caption, rows, line: None }.svg())
}

/// A name as a drawing has room for it: without its town in brackets, unless that tells it from another.
fn label<'a>(name: &'a str, lines: &[Named]) -> &'a str {
    let bare = |name: &'a str| name.split_once(" (").map_or(name, |(bare, _)| bare);
    let is_other = |(other, ..): &&Named| other.split(" (").next() == Some(bare(name));
    if lines.iter().filter(is_other).count() > 1 { name } else { bare(name) }
}

impl Told {
    /// The same for a spreadsheet.
    pub(crate) fn answer(self, lang: Lang, id: i64) -> Result<Response, Fault> {
        const HEADINGS: [&str; 8] = [
            "pulse-asked",
            "pulse-part",
            "board-status",
            "pulse-estimate",
            "pulse-low",
            "pulse-high",
            "survey-answered",
            "sheet-hidden",
        ];
        let mut rows = Vec::new();
        for item in self.items {
            for Group { head, rows: lines } in item.groups {
                let head = head.unwrap_or_default();
                rows.extend(lines.into_iter().map(|row| {
                    let hidden = row.hidden.unwrap_or_default();
                    let [estimate, low, high, people] = row.numbers;
                    [item.asked.clone(), row.name, head.clone(), estimate, low, high, people, hidden]
                }));
            }
        }
        let [vi, en] = ["tham-do-chuyen-de", "pulse"].map(|name| format!("{name}-{id}"));
        spreadsheet::answer(lang, (&vi, &en), HEADINGS, rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_names_a_commune_without_its_town_unless_another_is_called_so() {
        let line = |name: &str| {
            let group = Vec::new();
            (name.to_owned(), false, Line { group, people: None, units: None, figures: None, hidden: None })
        };
        let lines = ["Phường 1 (Bạc Liêu)", "Phường 1 (Giá Rai)", "Xã An (Giá Rai)", "Chung"].map(line);
        let labels = lines.each_ref().map(|(name, ..)| label(name, &lines));
        assert_eq!(labels, ["Phường 1 (Bạc Liêu)", "Phường 1 (Giá Rai)", "Xã An", "Chung"]);
    }
}
