//! How a disclosure stands on a day: place by place, and as a whole.

use jiff::civil::Date;
use plan::calendar::Workdays;

use super::posting::latest;
use super::{Place, Posting, Terms};

/// How it is at one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hangs {
    /// It never was there.
    Never,
    /// It is there.
    There {
        /// Since when.
        since: Date,
        /// Until when it is to be: as the commune says, else as the law asks; none for throughout.
        until: Option<Date>,
    },
    /// It was there for as long as it had to be, or was read out.
    Served {
        /// Since when.
        since: Date,
    },
    /// It was taken down too early.
    Early {
        /// The last day that it hung.
        on: Date,
    },
    /// A check did not find it.
    Gone {
        /// The day of the check.
        on: Date,
    },
}

/// How it is as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Not everywhere yet, and there is time.
    Due,
    /// Not everywhere though it should be, for so many days.
    Missing(i32),
    /// Everywhere, and in time.
    Up,
    /// Everywhere, but so many days late.
    Late(i32),
    /// It was up for as long as it had to be.
    Over,
    /// Another has taken its place.
    Replaced,
    /// It told of a commune's own office, and the commune is no more.
    Ended,
}

impl Hangs {
    /// How it is at a place on a day, by what was posted there last.
    pub(super) fn at(
        place: Place,
        postings: &[Posting],
        terms: &Terms,
        today: Date,
        days: &Workdays,
    ) -> Self {
        let Some((posting, showing)) = latest(postings, place) else { return Self::Never };
        let since = posting.first;
        if place.is_spoken() && showing.gone_on.is_none() {
            return Self::Served { since };
        }
        let until = terms.until(since, days);
        let served = |end: Date| until.is_some_and(|until| until <= end);
        let stays_on = showing.gone_on.is_none() && showing.last.is_some_and(|last| last >= today);
        match (showing.gone_on, showing.last.filter(|last| *last < today)) {
            (Some(on), _) if !served(on) => Self::Gone { on },
            (_, Some(on)) if !served(on) => Self::Early { on },
            _ if served(today) && !stays_on => Self::Served { since },
            _ => Self::There { since, until: showing.last.or(until) },
        }
    }

    /// The day since which it is lacking, counted from the deadline; none where it is not.
    fn lacking_since(self, due: Date) -> Option<Date> {
        match self {
            Self::Never => Some(due),
            Self::Early { on } | Self::Gone { on } => Some(on.max(due)),
            Self::There { .. } | Self::Served { .. } => None,
        }
    }
}

impl State {
    /// Every state by its word.
    pub const WORDS: [&'static str; 7] = ["missing", "due", "late", "up", "over", "replaced", "ended"];

    /// The whole of these places; `first` is the day from which it counts at each, where it was posted there.
    pub(super) fn of(hangs: &[Hangs], first: &[Option<Date>], due: Date, today: Date) -> Self {
        let lacking = hangs.iter().filter_map(|it| it.lacking_since(due)).min();
        match lacking {
            Some(_) if today <= due => Self::Due,
            Some(since) => Self::Missing(days(since, today)),
            None if hangs.iter().all(|it| matches!(it, Hangs::Served { .. })) => Self::Over,
            None => match first.iter().copied().flatten().max() {
                Some(last) if last > due => Self::Late(days(due, last)),
                _ => Self::Up,
            },
        }
    }

    /// The word in addresses and catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Missing(_) => "missing",
            Self::Up => "up",
            Self::Late(_) => "late",
            Self::Over => "over",
            Self::Replaced => "replaced",
            Self::Ended => "ended",
        }
    }

    /// Whether it need not be up any more.
    pub fn is_past(self) -> bool {
        matches!(self, Self::Over | Self::Replaced | Self::Ended)
    }

    /// So many days late, where it is or was.
    pub fn days(self) -> Option<i32> {
        match self {
            Self::Missing(days) | Self::Late(days) => Some(days),
            _ => None,
        }
    }
}

pub(super) fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
