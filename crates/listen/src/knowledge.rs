//! What people came to know of a campaign: the same items, asked by one pulse poll before it and by another after it.
//!
//! Counts of what was made and how many it reached stand elsewhere and never for this. Two samples of different people
//! are compared, so every difference has its error; and a rise after a campaign is no proof that the campaign made it,
//! since nobody was asked whom it did not reach on purpose.

mod change;
mod did;
mod read;
mod refusal;
mod table;
mod tie;

use inform::campaign::{Item, Seen};
use jiff::civil::Date;

use crate::Pulse;

pub use change::{Change, Says};
pub use read::{Known, of_campaign, of_pulse};
pub use refusal::Refusal;
pub use tie::{REASON_MAX, TIE, UNTIE, tie, untie};

/// On which side of a campaign a pulse asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Before anything of it reached anybody.
    Before,
    /// After it began, best after it ended.
    After,
}

impl Side {
    /// Both, in their order.
    pub const BOTH: [Self; 2] = [Self::Before, Self::After];

    /// The word in forms and catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
        }
    }

    /// A side by its word.
    pub fn read(word: &str) -> Option<Self> {
        Self::BOTH.into_iter().find(|side| side.as_str() == word)
    }
}

/// The pulses that are tied to a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie {
    /// The number of the campaign.
    pub campaign: i64,
    /// The one before.
    pub before: Option<Tied>,
    /// The one after.
    pub after: Option<Tied>,
    /// Counts what became of it: 0 where nothing was ever tied.
    pub version: i64,
}

/// A pulse that is tied to a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tied {
    /// The number of the pulse.
    pub pulse: i64,
    /// The day that it was tied.
    pub on: Date,
}

/// That a pulse was untied from a campaign: what was measured is not dropped without a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untied {
    /// The side on which it stood.
    pub side: Side,
    /// The number of the pulse.
    pub pulse: i64,
    /// The day.
    pub on: Date,
    /// The account of who did.
    pub by: String,
    /// Why.
    pub why: String,
}

impl Tie {
    /// Nothing is tied to a campaign.
    fn none(campaign: i64) -> Self {
        Self { campaign, before: None, after: None, version: 0 }
    }

    /// What is tied on a side.
    pub fn on(&self, side: Side) -> Option<Tied> {
        match side {
            Side::Before => self.before,
            Side::After => self.after,
        }
    }

    /// The same with something else on a side, and a version on.
    fn with(self, side: Side, tied: Option<Tied>) -> Self {
        let (before, after) = match side {
            Side::Before => (tied, self.after),
            Side::After => (self.before, tied),
        };
        Self { before, after, version: self.version + 1, ..self }
    }
}

/// The days in which a campaign may have reached people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Its first day, or the one on which the first of its items was made, whichever came first.
    pub first: Date,
    /// Its last day, or the one on which it was closed before that.
    pub last: Date,
}

impl Span {
    /// The days of a campaign. When its bulletins were aired is left to its first day.
    pub fn of(seen: &Seen) -> Self {
        let campaign = &seen.campaign;
        let made = seen.items.iter().filter_map(|item: &Item| item.done.as_ref()).map(|done| done.on).min();
        let first = made.map_or(campaign.first, |made| made.min(campaign.first));
        let closed = campaign.closed.as_ref().map(|(day, _)| *day);
        let last = closed.map_or(campaign.last, |closed| closed.min(campaign.last));
        Self { first, last: last.max(first) }
    }
}

/// Why a pulse does not fit a side of a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// The same pulse stands on the other side.
    Same,
    /// No item of the bank is asked by both, in the same version.
    NoCommon,
    /// The one before took answers on or after this day, on which the campaign began.
    Late(Date),
    /// The one after opened on or before this day, on which the campaign began.
    Early(Date),
}

/// Whether the pulses on both sides, or on the one that has any, can tell of a campaign.
///
/// # Errors
/// [`Unfit`].
pub fn fits(span: Span, before: Option<&Pulse>, after: Option<&Pulse>) -> Result<(), Unfit> {
    if let (Some(before), Some(after)) = (before, after) {
        if before.id == after.id {
            return Err(Unfit::Same);
        }
        if common(before, after).is_empty() {
            return Err(Unfit::NoCommon);
        }
    }
    if before.is_some_and(|before| before.last() >= span.first) {
        return Err(Unfit::Late(span.first));
    }
    if after.is_some_and(|after| after.opens_on <= span.first) {
        return Err(Unfit::Early(span.first));
    }
    Ok(())
}

/// The items that both ask, in the same version: their places in one and in the other.
fn common(before: &Pulse, after: &Pulse) -> Vec<(usize, usize)> {
    let other = |item: &crate::pulse::Item| {
        after.items.iter().position(|it| (&it.item, it.version) == (&item.item, item.version))
    };
    let pair = |(at, item)| Some((at, other(item)?));
    before.items.iter().enumerate().filter_map(pair).collect()
}

/// What makes a comparison weaker than it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// The one after began to ask while the campaign was under way until this day.
    During(Date),
    /// They were put to different parts of the population.
    Parts,
    /// One was tied when the results of the one after were there, on this day: it may have been chosen for them.
    Chosen(Date),
}

/// What is doubtful about a comparison of two pulses that fit.
pub fn doubts(span: Span, tie: &Tie, before: &Pulse, after: &Pulse) -> Vec<Doubt> {
    let names = |pulse: &Pulse| {
        let key = |part: &crate::pulse::Stratum| part.agency.clone().unwrap_or_else(|| part.name.clone());
        let mut names: Vec<String> = pulse.strata.iter().map(key).collect();
        names.sort_unstable();
        names
    };
    // Who ended it early saw what it says on that day; else it is told from the next day on.
    let seen = |day: Date| if after.ended.is_some() { day >= after.last() } else { day > after.last() };
    let tied =
        [tie.before, tie.after].into_iter().flatten().map(|tied| tied.on).filter(|day| seen(*day)).max();
    let during = (after.opens_on <= span.last).then_some(Doubt::During(span.last));
    let parts = (names(before) != names(after)).then_some(Doubt::Parts);
    during.into_iter().chain(parts).chain(tied.map(Doubt::Chosen)).collect()
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::pulse::{Stratum, bank};

    const FIRST: Date = date(2025, 2, 17);
    const SPAN: Span = Span { first: FIRST, last: date(2025, 4, 11) };

    fn pulse(id: i64, items: &[&str], opens_on: Date, closes_on: Date) -> Pulse {
        let part = |name: &str| Stratum {
            name: name.into(),
            agency: None,
            size: 900,
            codes: 40,
            printed_on: None,
            answered: 0,
        };
        Pulse {
            id,
            title: "x".into(),
            population: "x".into(),
            items: bank::newest()
                .into_iter()
                .filter(|it| items.contains(&it.item.as_str()))
                .cloned()
                .collect(),
            strata: vec![part("Phường 2"), part("Phường 7")],
            opens_on,
            closes_on,
            ended: None,
            draw: None,
        }
    }

    fn before() -> Pulse {
        pulse(1, &["biet-noi-phan-anh", "xem-ke-hoach-dat"], date(2025, 2, 3), date(2025, 2, 14))
    }

    fn after() -> Pulse {
        pulse(2, &["xem-ke-hoach-dat", "thu-gom-rac"], date(2025, 4, 14), date(2025, 4, 27))
    }

    #[test]
    fn before_ends_before_the_campaign_begins_and_after_begins_later() {
        assert_eq!(fits(SPAN, Some(&before()), Some(&after())), Ok(()));
        let late = Pulse { closes_on: FIRST, ..before() };
        assert_eq!(fits(SPAN, Some(&late), None), Err(Unfit::Late(FIRST)));
        let ended = Pulse { ended: Some((date(2025, 2, 16), "In sai".into())), ..late };
        assert_eq!(fits(SPAN, Some(&ended), None), Ok(()), "nobody answered after it was ended");
        let early = Pulse { opens_on: FIRST, ..after() };
        assert_eq!(fits(SPAN, None, Some(&early)), Err(Unfit::Early(FIRST)));
        assert_eq!(fits(SPAN, None, None), Ok(()));
    }

    #[test]
    fn both_ask_something_in_common_and_are_two() {
        assert_eq!(common(&before(), &after()), [(0, 0)]);
        let other = Pulse { items: vec![after().items[1].clone()], ..after() };
        assert_eq!(fits(SPAN, Some(&before()), Some(&other)), Err(Unfit::NoCommon));
        let mut newer = after();
        newer.items[0].version = 2;
        assert_eq!(
            fits(SPAN, Some(&before()), Some(&newer)),
            Err(Unfit::NoCommon),
            "other words, another item"
        );
        assert_eq!(fits(SPAN, Some(&before()), Some(&Pulse { id: 1, ..after() })), Err(Unfit::Same));
    }

    #[test]
    fn what_weakens_a_comparison_is_told() {
        let tied = |on| Some(Tied { pulse: 1, on });
        let tie = Tie { campaign: 1, before: tied(FIRST), after: tied(FIRST), version: 2 };
        assert_eq!(doubts(SPAN, &tie, &before(), &after()), []);
        let mut other = Pulse { opens_on: date(2025, 4, 11), ..after() };
        other.strata.pop();
        let late = date(2025, 4, 28);
        let found = doubts(SPAN, &Tie { before: tied(late), ..tie }, &before(), &other);
        assert_eq!(found, [Doubt::During(SPAN.last), Doubt::Parts, Doubt::Chosen(late)]);
        let on_the_last = Tie { after: tied(date(2025, 4, 27)), ..tie };
        assert_eq!(doubts(SPAN, &on_the_last, &before(), &after()), [], "nothing is told on the last day");
        let ended = Pulse { ended: Some((date(2025, 4, 27), "Đủ".into())), ..after() };
        assert_eq!(doubts(SPAN, &on_the_last, &before(), &ended), [Doubt::Chosen(date(2025, 4, 27))]);
    }

    proptest! {
        #[test]
        fn what_fits_never_overlaps(opens in -30..60_i64, lasts in 0..60_i64, again in -30..90_i64) {
            let day = |days: i64| FIRST.saturating_add(days.days());
            let before = pulse(1, &["dung-hen"], day(opens), day(opens + lasts));
            let after = pulse(2, &["dung-hen"], day(again), day(again + 7));
            if fits(SPAN, Some(&before), Some(&after)).is_ok() {
                prop_assert!(before.last() < SPAN.first && SPAN.first < after.opens_on);
            }
        }
    }
}
