//! What a pulse says once it is over: of each item the share that answered yes, or good and very good, for the population
//! and by its parts, with intervals.
//!
//! Whoever answered stands for N/m people of their stratum, m of its N having answered; errors are those of a stratified
//! sample without replacement, by `estimate`, and small groups are hidden, by `fieldwork`. The counts of each item stand
//! for themselves: nothing says which were given together, and nothing here needs it.
//!
//! Each part that is shown stands above all others together, below them, or cannot be told from them: by the interval of
//! the difference, wider the more parts there are, by [`estimate::standing`]. Nothing is ranked.

use std::collections::BTreeMap;

use accounts::Desk;
use estimate::standing::{Part, against_rest};
use fieldwork::answer::{Block, Line};
use fieldwork::file::Read;
use fieldwork::{Column, Design, Kind, Question, Table};

use super::{Answered, Item, NO_ANSWER, Pulse, Refusal, State, Stratum, table};

/// Coverage of the intervals.
pub const LEVEL: f64 = 0.95;
const STRATUM: &str = "stratum";
const WEIGHT: &str = "weight";
const SIZE: &str = "size";
const ANSWER: &str = "answer";

/// What a pulse says.
#[derive(Debug, Clone, PartialEq)]
pub struct Results {
    /// Item by item.
    pub found: Vec<Found>,
    /// Parts of the population of which nobody answered: the figures do not stand for them.
    pub silent: Vec<String>,
}

/// What it says of one item.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The item.
    pub item: Item,
    /// For the population; none where nobody answered it.
    pub all: Option<Line>,
    /// By its parts, in the order of the pulse, small ones hidden; each is named by its place among the strata.
    pub parts: Vec<(usize, Line)>,
    /// How each part that is shown stands against all others together; none where nobody answered in any other.
    pub stands: BTreeMap<usize, Stands>,
}

/// What a measure of kind `tham_do` takes of an item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured<'a> {
    /// Its code: `P4.1`.
    pub measure: &'a str,
    /// The answer that it counts.
    pub answered: Answered,
    /// The share of that answer.
    pub share: f64,
    /// The interval of that share.
    pub interval: Option<(f64, f64)>,
}

impl Found {
    /// What the measure takes that the item gives; none where it gives none, or too few answered.
    pub fn measured(&self) -> Option<Measured<'_>> {
        let (measure, answered) = (self.item.measure.as_deref()?, self.item.measured_by?);
        let figures = self.all.as_ref()?.figures?;
        let (share, interval) = match answered {
            Answered::Yes => (figures.estimate, figures.interval),
            Answered::No => {
                (1.0 - figures.estimate, figures.interval.map(|(low, high)| (1.0 - high, 1.0 - low)))
            }
        };
        Some(Measured { measure, answered, share, interval })
    }
}

/// How a part stands against all others together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stands {
    /// Its share is higher.
    Above,
    /// It cannot be told from chance.
    Unclear,
    /// Its share is lower.
    Below,
}

impl Stands {
    /// Each, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Above, Self::Unclear, Self::Below];

    /// The word in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Above => "above",
            Self::Unclear => "unclear",
            Self::Below => "below",
        }
    }
}

/// What a pulse says, for measures of kind `tham_do` as well: once it is over anyone may know it, and it changes no more.
///
/// # Errors
/// [`Refusal::NotOver`] while it may still be answered.
///
/// # Panics
/// Where an estimate does: its panic is passed on.
pub async fn said(desk: &Desk, pulse: &Pulse) -> Result<Results, Refusal> {
    if pulse.state(desk.today) != State::Closed {
        return Err(Refusal::NotOver);
    }
    let counts = table::counts(&mut desk.read().await?, pulse.id).await?;
    let pulse = pulse.clone();
    // A row for every answer of every item: seconds, where thousands answered, in which others want their pages.
    let work = move || of(&pulse, &counts);
    Ok(tokio::task::spawn_blocking(work).await.expect("estimating does not fail, and nobody stops it"))
}

/// Stratum, item, value and how often.
pub(crate) type Count = (i64, i64, i64, i64);

/// A respondent as an estimate reads them: cells in the order of [`KINDS`].
pub(crate) type Row = Vec<Option<String>>;

/// What each cell is.
pub(crate) const KINDS: [(&str, Kind); 4] =
    [(STRATUM, Kind::Stratum), (WEIGHT, Kind::Weight), (SIZE, Kind::Population), (ANSWER, Kind::YesNo)];

pub(crate) fn of(pulse: &Pulse, counts: &[Count]) -> Results {
    let found = |(at, item): (usize, &Item)| {
        let block = estimated(&KINDS, &rows(pulse, at, counts, ""), STRATUM);
        let place = |line: &Line| Some((line.group.first()?.parse().ok()?, line.clone()));
        let mut parts: Vec<(usize, Line)> =
            block.iter().flat_map(|it| &it.groups).filter_map(place).collect();
        parts.sort_by_key(|(place, _)| *place);
        let stands = stands(pulse, at, counts, &parts);
        Found { item: item.clone(), all: block.map(|block| block.all), parts, stands }
    };
    Results { found: pulse.items.iter().enumerate().map(found).collect(), silent: pulse.silent(counts) }
}

/// How the parts that are shown stand. A part counts as many people as would answer the item, by those who answered at all.
fn stands(pulse: &Pulse, at: usize, counts: &[Count], parts: &[(usize, Line)]) -> BTreeMap<usize, Stands> {
    let part = |(place, part): (usize, &Stratum)| {
        let own = || counts.iter().filter(|(stratum, of, ..)| (*stratum, *of) == (place as i64, at as i64));
        let sum = |from: i64| own().filter(|it| it.2 >= from).map(|it| it.3).sum::<i64>();
        let (people, answers) = (sum(NO_ANSWER), sum(0));
        let yes = pulse.items.get(at).map_or(0, |item| sum(item.scale.counts_from()));
        let size = part.size as f64 * answers as f64 / people.max(1) as f64;
        let count = |of: i64| u32::try_from(of).unwrap_or_default();
        Part { size, answers: count(answers), yes: count(yes) }
    };
    let all: Vec<Part> = pulse.strata.iter().enumerate().map(part).collect();
    let shown: Vec<usize> =
        parts.iter().filter(|(_, line)| line.figures.is_some()).map(|(place, _)| *place).collect();
    let found = against_rest(&all, &shown, LEVEL);
    let says = |(place, against): (&usize, estimate::standing::Against)| {
        let stands = match against.is_above() {
            Some(true) => Stands::Above,
            Some(false) => Stands::Below,
            None => Stands::Unclear,
        };
        (*place, stands)
    };
    shown.iter().zip(found).filter_map(|(place, it)| Some(says((place, it?)))).collect()
}

impl Pulse {
    /// The parts of which nobody answered.
    pub(crate) fn silent(&self, counts: &[Count]) -> Vec<String> {
        let answered = |place: usize| counts.iter().any(|(stratum, ..)| *stratum == place as i64);
        let silent = self.strata.iter().enumerate().filter(|(place, _)| !answered(*place));
        silent.map(|(_, part)| part.name.clone()).collect()
    }
}

/// Who answered the item at a place, one by one: a mark and the place of their stratum, how many people they stand for,
/// how many there are, and what they said.
pub(crate) fn rows(pulse: &Pulse, at: usize, counts: &[Count], mark: &str) -> Vec<Row> {
    let Some(item) = pulse.items.get(at) else { return Vec::new() };
    let mut rows: Vec<Row> = Vec::new();
    for (place, part) in pulse.strata.iter().enumerate() {
        let own = || counts.iter().filter(|(stratum, of, ..)| (*stratum, *of) == (place as i64, at as i64));
        let people: i64 = own().map(|(.., answers)| answers).sum();
        let weight = (people > 0).then(|| (part.size as f64 / people as f64).to_string());
        for (_, _, value, answers) in own() {
            let said =
                (*value != NO_ANSWER).then(|| i64::from(*value >= item.scale.counts_from()).to_string());
            let row = vec![Some(format!("{mark}{place}")), weight.clone(), Some(part.size.to_string()), said];
            rows.extend(std::iter::repeat_n(row, usize::try_from(*answers).unwrap_or_default()));
        }
    }
    rows
}

/// The share among these people and by a group of them; none where there is nothing to estimate from.
pub(crate) fn estimated(kinds: &[(&str, Kind)], rows: &[Row], by: &str) -> Option<Block> {
    let columns: Vec<Column> = kinds
        .iter()
        .map(|(name, kind)| Column { name: (*name).to_owned(), label: (*name).to_owned(), kind: *kind })
        .collect();
    let read = |(place, (name, _)): (usize, &(&str, Kind))| Read {
        name: (*name).to_owned(),
        label: (*name).to_owned(),
        values: rows.iter().map(|row| row[place].clone().map(String::into_boxed_str)).collect(),
    };
    let table =
        Table { columns: kinds.iter().enumerate().map(read).collect(), rows: rows.len(), ..Table::default() };
    let asked =
        Question { totals: false, columns: vec![ANSWER.to_owned()], by: vec![by.to_owned()], level: LEVEL };
    asked.answer(&table, &columns, Design::default()).ok()?.blocks.into_iter().next()
}

#[cfg(test)]
pub(crate) mod tests {
    use fieldwork::answer::{Hidden, PEOPLE_MIN};
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::super::bank;
    use super::*;

    const ITEM: &str = "dung-hen";

    /// A pulse of one item in strata of so many people.
    pub(crate) fn pulse(item: &str, sizes: &[i64]) -> Pulse {
        let part = |(at, size): (usize, &i64)| Stratum {
            name: format!("Xã {at}"),
            agency: None,
            size: *size,
            codes: *size,
            printed_on: None,
            answered: 0,
        };
        Pulse {
            id: 1,
            title: "x".into(),
            population: "x".into(),
            items: bank::newest().into_iter().filter(|it| it.item == item).cloned().collect(),
            strata: sizes.iter().enumerate().map(part).collect(),
            opens_on: date(2025, 5, 2),
            closes_on: date(2025, 5, 3),
            ended: None,
            draw: None,
        }
    }

    /// The answers no, yes and none of each stratum.
    pub(crate) fn counts(strata: &[(i64, i64, i64)]) -> Vec<Count> {
        let one = |(at, (no, yes, none)): (i64, &(i64, i64, i64))| {
            [(at, 0, 0, *no), (at, 0, 1, *yes), (at, 0, NO_ANSWER, *none)]
        };
        (0..).zip(strata).flat_map(one).filter(|(.., answers)| *answers > 0).collect()
    }

    fn found(sizes: &[i64], strata: &[(i64, i64, i64)]) -> Found {
        of(&pulse(ITEM, sizes), &counts(strata)).found.remove(0)
    }

    #[test]
    fn a_stratum_weighs_as_many_people_as_it_has_and_not_as_many_as_answered() {
        let all = found(&[9000, 1000], &[(30, 10, 0), (10, 90, 0)]).all.unwrap();
        let figures = all.figures.unwrap();
        assert!((figures.estimate - (0.9 * 0.25 + 0.1 * 0.9)).abs() < 1e-12);
        // The variance of a stratified mean: the sum of W²(1 - n/N)s²/n.
        let part = |w: f64, n: f64, of: f64, p: f64| w * w * (1.0 - n / of) * p * (1.0 - p) / (n - 1.0);
        let se = (part(0.9, 40.0, 9000.0, 0.25) + part(0.1, 100.0, 1000.0, 0.9)).sqrt();
        assert!((figures.se.unwrap() - se).abs() < 1e-12, "{figures:?} {se}");
        assert_eq!(all.people, Some(140));
    }

    #[test]
    fn who_leaves_an_item_out_is_no_no() {
        let all = found(&[1000], &[(20, 20, 60)]).all.unwrap();
        assert_eq!((all.people, all.figures.unwrap().estimate), (Some(40), 0.5));
    }

    #[test]
    fn a_small_part_is_hidden_and_takes_the_next_smallest_along() {
        let parts = found(&[900, 900, 900], &[(30, 30, 0), (20, 20, 0), (5, 5, 0)]).parts;
        let hidden: Vec<_> = parts.iter().map(|(_, line)| line.hidden).collect();
        assert_eq!(hidden, [None, Some(Hidden::Companion), Some(Hidden::People)]);
        assert!(parts[1].1.figures.is_none() && parts[1].1.people.is_none());
    }

    #[test]
    fn nobody_answering_is_no_figure_and_the_silent_are_named() {
        let results = of(&pulse(ITEM, &[100, 100]), &counts(&[(20, 20, 0)]));
        assert_eq!(results.silent, ["Xã 1"]);
        let none = of(&pulse(ITEM, &[100]), &[]);
        assert_eq!((none.found[0].all.clone(), none.silent.len()), (None, 1));
    }

    #[test]
    fn whoever_asks_everybody_has_no_error() {
        let all = found(&[60], &[(20, 40, 0)]).all.unwrap();
        assert!(all.figures.unwrap().se.unwrap() < 1e-9);
    }

    #[test]
    fn a_part_stands_above_or_below_the_others_only_where_chance_does_not_explain_it() {
        let found = found(
            &[2000, 2000, 2000, 2000, 2000],
            &[(5, 95, 0), (40, 60, 9), (60, 40, 0), (17, 18, 0), (1, 9, 0)],
        );
        let stands: Vec<_> = found.stands.into_iter().collect();
        assert_eq!(
            stands,
            [(0, Stands::Above), (1, Stands::Unclear), (2, Stands::Below)],
            "the small two are hidden"
        );
    }

    #[test]
    fn a_measure_takes_the_answer_that_it_counts_and_nothing_below_the_floor() {
        let asked = |item, no, yes| of(&pulse(item, &[2000]), &counts(&[(no, yes, 0)])).found.remove(0);
        let (free, knows) = (asked("chi-ngoai-bien-lai", 90, 10), asked("biet-truong-ap", 90, 10));
        let (free, knows) = (free.measured().unwrap(), knows.measured().unwrap());
        assert_eq!((free.measure, free.answered, knows.measure), ("P4.1", Answered::No, "P1.1"));
        assert!((free.share - 0.9).abs() < 1e-12 && (knows.share - 0.1).abs() < 1e-12);
        let ((low, high), (under, over)) = (free.interval.unwrap(), knows.interval.unwrap());
        assert!(
            (low + over - 1.0).abs() < 1e-12 && (high + under - 1.0).abs() < 1e-12 && low < 0.9 && 0.9 < high
        );
        assert_eq!(
            (asked("biet-truong-ap", 19, 10).measured(), asked("dung-hen", 90, 10).measured()),
            (None, None)
        );
    }

    #[test]
    fn one_part_alone_stands_against_nothing() {
        assert!(found(&[2000, 50], &[(20, 30, 0)]).stands.is_empty());
    }

    proptest! {
        #[test]
        fn no_figure_stands_below_the_floor_and_every_share_is_one(
            strata in proptest::collection::vec((0_i64..60, 0_i64..60, 0_i64..5), 1..6)
        ) {
            let sizes: Vec<i64> = strata.iter().map(|(no, yes, none)| no + yes + none + 100).collect();
            let found = found(&sizes, &strata);
            let shown = |place: &usize| found.parts.iter().any(|(at, line)| at == place && line.figures.is_some());
            prop_assert!(found.stands.keys().all(shown), "what is hidden stands nowhere");
            for line in found.all.iter().chain(found.parts.iter().map(|(_, line)| line)) {
                let is_small = line.people.is_none_or(|people| people < PEOPLE_MIN);
                prop_assert!(!is_small || line.figures.is_none());
                if let Some(figures) = line.figures {
                    prop_assert!((-1e-12..=1.0 + 1e-12).contains(&figures.estimate));
                    let holds = |(low, high): (f64, f64)| low <= figures.estimate + 1e-9 && figures.estimate <= high + 1e-9;
                    prop_assert!(figures.interval.is_none_or(holds));
                }
            }
        }
    }
}
