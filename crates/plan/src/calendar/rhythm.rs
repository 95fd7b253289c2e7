//! How often something is reported.

/// How often something is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rhythm {
    /// Once, by a day of its own.
    Once,
    /// Every month.
    Monthly,
    /// Every quarter.
    Quarterly,
    /// Every half-year.
    HalfYearly,
    /// Every year.
    Yearly,
    /// Thường xuyên: without an end, and told of every quarter.
    Continuous,
}

impl Rhythm {
    /// Every rhythm.
    pub const ALL: [Self; 6] =
        [Self::Once, Self::Monthly, Self::Quarterly, Self::HalfYearly, Self::Yearly, Self::Continuous];

    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Once => "once",
            Self::Monthly => "monthly",
            Self::Quarterly => "quarterly",
            Self::HalfYearly => "half_yearly",
            Self::Yearly => "yearly",
            Self::Continuous => "continuous",
        }
    }

    /// A rhythm by its word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rhythm| rhythm.as_str() == word)
    }

    /// Whether a thing of this rhythm reports in a period of rhythm `of`: the half-year and the year stand
    /// in for the second and the fourth quarter, the year for the second half (PAR calendar, Bộ Nội vụ,
    /// 581/BNV-CCHC). What is done once has a day of its own and no period.
    pub fn reports_in(self, of: Self) -> bool {
        match self {
            Self::Once => false,
            Self::Quarterly | Self::Continuous => {
                matches!(of, Self::Quarterly | Self::HalfYearly | Self::Yearly)
            }
            Self::HalfYearly => matches!(of, Self::HalfYearly | Self::Yearly),
            Self::Monthly | Self::Yearly => of == self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rhythm_is_read_back() {
        for rhythm in Rhythm::ALL {
            assert_eq!(Rhythm::read(rhythm.as_str()), Some(rhythm));
        }
        assert_eq!(Rhythm::read("sometimes"), None);
    }

    #[test]
    fn longer_periods_stand_in_for_shorter_ones_and_never_the_other_way() {
        let stands_in = |of: Rhythm| Rhythm::ALL.map(|rhythm| rhythm.reports_in(of));
        assert_eq!(stands_in(Rhythm::Monthly), [false, true, false, false, false, false]);
        assert_eq!(stands_in(Rhythm::Quarterly), [false, false, true, false, false, true]);
        assert_eq!(stands_in(Rhythm::HalfYearly), [false, false, true, true, false, true]);
        assert_eq!(stands_in(Rhythm::Yearly), [false, false, true, true, true, true]);
    }
}
