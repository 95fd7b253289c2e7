//! A holiday: a day off that is no weekend, or a weekend day that is worked to make up for one.

use jiff::civil::{Date, Weekday};

/// A day that is not what its weekday says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holiday {
    /// The day.
    pub day: Date,
    /// What it is called, in Vietnamese.
    pub name: String,
    /// What kind it is.
    pub kind: Kind,
    /// The law or the decision: `Bộ luật Lao động 2019, Điều 112`, `8726/VPCP-KGVX (26/11/2024)`.
    pub source: String,
}

/// Kinds of holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Off by law, days in lieu among them.
    Statutory,
    /// A weekday off, swapped for a weekend day.
    SwappedOff,
    /// A weekend day that is worked for it.
    MakeUpWork,
}

impl Holiday {
    /// What it says beside its day: two that differ have different marks.
    pub fn mark(&self) -> String {
        format!("{} · {} · {}", self.kind.as_str(), self.name, self.source)
    }
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Statutory, Self::SwappedOff, Self::MakeUpWork];

    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Statutory => "statutory",
            Self::SwappedOff => "swapped_off",
            Self::MakeUpWork => "make_up_work",
        }
    }

    /// A kind by its word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Whether a day of this kind can fall on that day: one swaps a weekday for a weekend day, and no other.
    pub fn fits(self, day: Date) -> bool {
        match self {
            Self::Statutory => true,
            Self::SwappedOff => !is_weekend(day),
            Self::MakeUpWork => is_weekend(day),
        }
    }
}

/// Saturdays and Sundays: state agencies work 40 hours in five days (Quyết định 188/1999/QĐ-TTg).
pub fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_kind_is_read_back() {
        for kind in Kind::ALL {
            assert_eq!(Kind::read(kind.as_str()), Some(kind));
        }
        assert_eq!(Kind::read("lazy"), None);
    }

    #[test]
    fn only_a_weekend_day_is_worked_to_make_up_for_a_weekday() {
        let (friday, saturday) = (date(2025, 5, 2), date(2025, 4, 26));
        assert!(Kind::SwappedOff.fits(friday) && !Kind::SwappedOff.fits(saturday));
        assert!(Kind::MakeUpWork.fits(saturday) && !Kind::MakeUpWork.fits(friday));
    }
}
