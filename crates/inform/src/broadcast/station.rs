//! A station: the sets of loudspeakers of an agency and the slots in which it is on air. It goes by the agency's code.

use jiff::civil::{Date, DateTime, Time, Weekday};

use super::{Refusal, words};

/// So many sets at most.
pub const SETS_MAX: usize = 60;
/// So many slots at most.
pub const SLOTS_MAX: usize = 8;
/// The longest name of a place or a slot, in characters.
const NAME_MAX: usize = 120;
/// So many horns in a set at most.
const HORNS_MAX: i64 = 50;
/// A slot takes so many minutes at most.
const MINUTES_MAX: i64 = 240;

/// A station as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Station {
    /// The code of its agency.
    pub agency: String,
    /// Its sets.
    pub sets: Vec<Set>,
    /// When it is on air.
    pub slots: Vec<Slot>,
    /// The account of who said so.
    pub kept_by: String,
    /// The day.
    pub kept_on: Date,
}

/// A set of loudspeakers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set {
    /// Where it hangs.
    pub spot: String,
    /// How the sound comes to it.
    pub rig: Rig,
    /// How many horns it has.
    pub horns: i64,
    /// Whether it works.
    pub works: bool,
}

/// How the sound comes to a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rig {
    /// Ứng dụng công nghệ thông tin – viễn thông.
    Network,
    /// Không dây FM.
    Fm,
    /// Hữu tuyến.
    Wired,
}

impl Rig {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Network, Self::Fm, Self::Wired];

    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::Fm => "fm",
            Self::Wired => "wired",
        }
    }

    /// A kind by its word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }
}

/// A slot of each week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// When it begins.
    pub begins: Time,
    /// How many minutes it takes.
    pub minutes: i64,
    /// On which days.
    pub days: Days,
    /// What it is called; may be empty.
    pub name: String,
}

/// Days of the week, one bit each, Monday the lowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days(u8);

impl Days {
    /// Every day.
    pub const ALL: Self = Self(127);

    /// Those of these bits.
    pub fn of_bits(bits: i64) -> Self {
        Self(u8::try_from(bits & 127).unwrap_or_default())
    }

    /// Those of these numbers, Monday 1 to Sunday 7; others are no days.
    pub fn of(numbers: impl IntoIterator<Item = i8>) -> Self {
        let bit = |number: i8| if (1..=7).contains(&number) { 1 << (number - 1) } else { 0 };
        Self(numbers.into_iter().fold(0, |bits, number| bits | bit(number)))
    }

    /// The bits.
    pub fn bits(self) -> i64 {
        i64::from(self.0)
    }

    /// Whether a day of this number is among them.
    pub fn holds(self, number: &u8) -> bool {
        (1..=7).contains(number) && self.0 & (1 << (number - 1)) != 0
    }

    /// Whether a day of the week is among them.
    pub fn has(self, day: Weekday) -> bool {
        self.0 & (1 << (day.to_monday_one_offset() - 1)) != 0
    }
}

impl Station {
    /// How many horns hang in working sets.
    pub fn horns(&self) -> i64 {
        self.sets.iter().filter(|set| set.works).map(|set| set.horns).sum()
    }

    /// The slots of a day, by hour.
    pub fn on(&self, day: Date) -> impl Iterator<Item = &Slot> {
        self.slots.iter().filter(move |slot| slot.days.has(day.weekday()))
    }

    /// Whether a slot holds a time.
    pub fn is_on_air(&self, at: DateTime) -> bool {
        let minute = |at: Time| i64::from(at.hour()) * 60 + i64::from(at.minute());
        let now = minute(at.time());
        self.on(at.date()).any(|slot| (0..slot.minutes).contains(&(now - minute(slot.begins))))
    }

    /// The same with its words made clean, where everything fits.
    pub(super) fn checked(mut self) -> Result<Self, Refusal> {
        for set in &mut self.sets {
            set.spot = words::line(&set.spot);
            if !fits(&set.spot) || !(1..=HORNS_MAX).contains(&set.horns) {
                return Err(Refusal::Sets);
            }
        }
        for slot in &mut self.slots {
            slot.name = words::line(&slot.name);
            let is_long = slot.name.chars().count() > NAME_MAX || !(1..=MINUTES_MAX).contains(&slot.minutes);
            if is_long || slot.days.0 == 0 {
                return Err(Refusal::Slots);
            }
        }
        self.slots.sort_by_key(|slot| slot.begins);
        if self.sets.is_empty() || self.sets.len() > SETS_MAX {
            return Err(Refusal::Sets);
        }
        if self.slots.is_empty() || self.slots.len() > SLOTS_MAX || overlaps(&self.slots) {
            return Err(Refusal::Slots);
        }
        Ok(self)
    }
}

fn fits(name: &str) -> bool {
    (1..=NAME_MAX).contains(&name.chars().count())
}

/// Whether a slot begins before another of the same day is over; they come by hour.
fn overlaps(slots: &[Slot]) -> bool {
    let minute = |at: Time| i64::from(at.hour()) * 60 + i64::from(at.minute());
    let end = |slot: &Slot| minute(slot.begins) + slot.minutes;
    let both = |a: &Slot, b: &Slot| a.days.0 & b.days.0 != 0 && minute(b.begins) < end(a);
    (0..slots.len()).any(|at| slots[at + 1..].iter().any(|later| both(&slots[at], later)))
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    fn slot(hour: i8, minutes: i64, days: Days) -> Slot {
        Slot { begins: time(hour, 0, 0, 0), minutes, days, name: String::new() }
    }

    fn station(slots: Vec<Slot>) -> Station {
        let set = Set { spot: " Khóm  1 ".into(), rig: Rig::Network, horns: 2, works: true };
        let broken = Set { works: false, ..set.clone() };
        Station {
            agency: "A".into(),
            sets: vec![set, broken],
            slots,
            kept_by: String::new(),
            kept_on: date(2025, 5, 20),
        }
    }

    #[test]
    fn slots_come_by_hour_and_do_not_overlap_on_a_day() {
        let made =
            station(vec![slot(17, 30, Days::ALL), slot(5, 30, Days::ALL)]).checked().expect("a station");
        assert_eq!(made.slots[0].begins, time(5, 0, 0, 0));
        assert_eq!((made.sets[0].spot.as_str(), made.horns()), ("Khóm 1", 2));
        let twice = station(vec![slot(5, 90, Days::of([1, 3])), slot(6, 30, Days::of([3]))]);
        assert!(matches!(twice.checked(), Err(Refusal::Slots)));
        assert!(station(vec![slot(5, 90, Days::of([1])), slot(6, 30, Days::of([2]))]).checked().is_ok());
        assert!(matches!(station(vec![]).checked(), Err(Refusal::Slots)));
        assert!(matches!(station(vec![slot(5, 30, Days::of([0, 8]))]).checked(), Err(Refusal::Slots)));
    }

    #[test]
    fn a_slot_is_on_air_on_its_days_of_the_week() {
        let made = station(vec![slot(5, 30, Days::of([1, 7]))]);
        let on = |day| made.on(day).count();
        assert_eq!([on(date(2025, 5, 19)), on(date(2025, 5, 20)), on(date(2025, 5, 25))], [1, 0, 1]);
        let in_slot = |hour, minute| made.is_on_air(date(2025, 5, 19).at(hour, minute, 0, 0));
        assert_eq!(
            [in_slot(4, 59), in_slot(5, 0), in_slot(5, 29), in_slot(5, 30)],
            [false, true, true, false]
        );
        assert!(!made.is_on_air(date(2025, 5, 20).at(5, 0, 0, 0)), "not on a Tuesday");
        assert_eq!(Days::of_bits(Days::of([1, 7]).bits()), Days::of([7, 1]));
    }
}
