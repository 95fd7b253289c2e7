//! The four groups that PAPI publishes, cut by rank (RULES 3).

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::Item;

/// One of the four groups of provinces; a better group is less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Nhóm cao.
    High,
    /// Nhóm trung bình cao.
    HighAverage,
    /// Nhóm trung bình thấp.
    LowAverage,
    /// Nhóm thấp.
    Low,
}

impl Group {
    /// Every group, best first.
    pub const ALL: [Self; 4] = [Self::High, Self::HighAverage, Self::LowAverage, Self::Low];

    /// The name in addresses, files and commands.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::HighAverage => "high_average",
            Self::LowAverage => "low_average",
            Self::Low => "low",
        }
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The text names none of the four groups.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a group: high, high_average, low_average, low")]
pub struct NotAGroup(pub String);

impl FromStr for Group {
    type Err = NotAGroup;

    fn from_str(text: &str) -> Result<Self, NotAGroup> {
        let plain = text.trim().to_lowercase().replace('-', "_");
        Self::ALL.into_iter().find(|group| group.as_str() == plain).ok_or_else(|| NotAGroup(text.to_owned()))
    }
}

/// How many provinces each group holds, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sizes([usize; 4]);

impl Sizes {
    /// The rule for `ranked` provinces: a quarter each; of what is left over the first goes to the low group,
    /// the second to the high one, the third to the high-average one.
    pub fn by_rule(ranked: usize) -> Self {
        let (quarter, left) = (ranked / 4, ranked % 4);
        let extra = |takes: usize| quarter + usize::from(left >= takes);
        Self([extra(2), extra(3), quarter, extra(1)])
    }

    /// The sizes of an edition's item: as published where they depart from the rule, else by the rule.
    pub fn of(year: i16, item: Item, ranked: usize) -> Self {
        let published = PUBLISHED
            .iter()
            .find(|row| row.year == year && row.item == item.to_string() && row.ranked == ranked);
        match published {
            Some(row) if row.same_as_rule == "no" => {
                Self([row.high, row.high_average, row.low_average, row.low])
            }
            _ => Self::by_rule(ranked),
        }
    }

    /// The group of the province at this place; ties share the better place, and so the better group.
    pub fn group(self, rank: usize) -> Group {
        let at_or_above = |group: &Group| rank <= self.last_place(*group);
        Group::ALL.into_iter().find(at_or_above).unwrap_or(Group::Low)
    }

    /// The last place of a group: how many stand in it or in a better one.
    pub fn last_place(self, group: Group) -> usize {
        self.0[..=group as usize].iter().sum()
    }
}

#[derive(Deserialize)]
struct PublishedRow {
    year: i16,
    item: String,
    ranked: usize,
    high: usize,
    high_average: usize,
    low_average: usize,
    low: usize,
    same_as_rule: String,
}

static PUBLISHED: LazyLock<Vec<PublishedRow>> =
    LazyLock::new(|| places::rows(include_str!("../../../data/papi_group_sizes.csv")));

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_rule_gives_the_published_sizes() {
        assert_eq!(Sizes::by_rule(60), Sizes([15, 15, 15, 15]));
        assert_eq!(Sizes::by_rule(61), Sizes([15, 15, 15, 16]));
        assert_eq!(Sizes::by_rule(62), Sizes([16, 15, 15, 16]));
        assert_eq!(Sizes::by_rule(63), Sizes([16, 16, 15, 16]));
        assert_eq!(Sizes::by_rule(34), Sizes([9, 8, 8, 9]));
    }

    #[test]
    fn rows_said_to_follow_the_rule_do() {
        for row in PUBLISHED.iter().filter(|row| row.same_as_rule == "yes") {
            let published = Sizes([row.high, row.high_average, row.low_average, row.low]);
            assert_eq!(published, Sizes::by_rule(row.ranked), "{} {}", row.year, row.item);
        }
    }

    #[test]
    fn the_published_exception_holds() {
        assert_eq!(Sizes::of(2022, Item::Total, 61), Sizes([16, 16, 15, 14]));
        assert_eq!(Sizes::of(2023, Item::Total, 61), Sizes([15, 15, 15, 16]));
    }

    proptest! {
        #[test]
        fn groups_partition_the_ranked(ranked in 0usize..500) {
            let Sizes(sizes) = Sizes::by_rule(ranked);
            prop_assert_eq!(sizes.iter().sum::<usize>(), ranked);
            prop_assert!(sizes.iter().max().unwrap_or(&0) - sizes.iter().min().unwrap_or(&0) <= 1);
        }

        #[test]
        fn a_better_place_is_never_in_a_worse_group(ranked in 1usize..200, rank in 1usize..200) {
            let sizes = Sizes::by_rule(ranked);
            prop_assert!(sizes.group(rank) <= sizes.group(rank + 1));
        }
    }
}
