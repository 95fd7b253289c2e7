//! The bank of items: our own wording, never PAPI's. An item that was asked never changes: another wording is another
//! version of it. From `data/pulse_items.csv`.

use std::sync::LazyLock;

use serde::Deserialize;

/// An item.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Item {
    /// Its lasting word: `dung-hen`.
    pub item: String,
    /// The version of its wording, from 1.
    pub version: i64,
    /// The code of the dimension that it is about: `5`.
    pub dimension: String,
    /// How it is answered.
    pub scale: Scale,
    /// What it asks about.
    pub about: About,
    /// The code of the measure of kind `tham_do` that it gives, where there is one: `P1.1`.
    pub measure: Option<String>,
    /// Which answer the measure counts, where it is one of two.
    pub measured_by: Option<Answered>,
    /// What is asked, in Vietnamese.
    #[serde(rename = "vi")]
    pub asked: String,
    /// The same in English.
    #[serde(rename = "en")]
    pub asked_en: String,
}

/// How an item is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// No, yes.
    YesNo,
    /// Five steps from very bad to very good.
    #[serde(rename = "rating_5")]
    Rating,
}

impl Scale {
    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::YesNo => "yes_no",
            Self::Rating => "rating_5",
        }
    }

    /// The scale by its word.
    pub fn read(word: &str) -> Option<Self> {
        [Self::YesNo, Self::Rating].into_iter().find(|scale| scale.as_str() == word)
    }

    /// How many answers there are to choose from, 0 the first.
    pub fn steps(self) -> i64 {
        match self {
            Self::YesNo => 2,
            Self::Rating => 5,
        }
    }

    /// From which answer on it counts towards the share that is estimated: yes; good and very good.
    pub fn counts_from(self) -> i64 {
        match self {
            Self::YesNo => 1,
            Self::Rating => 3,
        }
    }
}

/// An answer that a measure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answered {
    /// Yes, what an estimate gives as it is.
    Yes,
    /// No: what is left of the estimate to one.
    No,
}

/// What an item asks about: knowing is measured by the first kind alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// Whether somebody knows something, as they say themselves.
    Knowledge,
    /// What happened to them.
    Experience,
    /// What they think of it.
    Opinion,
}

impl About {
    /// The word in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Knowledge => "knowledge",
            Self::Experience => "experience",
            Self::Opinion => "opinion",
        }
    }
}

impl Item {
    /// What names it with its version: `dung-hen.1`.
    pub fn key(&self) -> String {
        format!("{}.{}", self.item, self.version)
    }
}

/// Every item in every version.
pub fn all() -> &'static [Item] {
    static ITEMS: LazyLock<Vec<Item>> =
        LazyLock::new(|| places::rows(include_str!("../../../../data/pulse_items.csv")));
    &ITEMS
}

/// The item of a lasting word; none where the bank has it no more.
pub(super) fn known(item: &str) -> Option<&'static Item> {
    all().iter().find(|known| known.item == item)
}

/// The newest version of every item, which new pulses may ask.
pub fn newest() -> Vec<&'static Item> {
    let is_newest =
        |it: &&Item| !all().iter().any(|other| other.item == it.item && other.version > it.version);
    all().iter().filter(is_newest).collect()
}

#[cfg(test)]
mod tests {
    use store::Digest;

    use super::*;

    /// What was released, by the digest of its wording: a line is added for a new version, and none is ever changed.
    const FROZEN: &str = include_str!("frozen.txt");

    #[test]
    fn what_was_released_keeps_its_words() {
        let told = |it: &Item| {
            let words = format!("{}|{}|{}|{}", it.dimension, it.scale.as_str(), it.asked, it.asked_en);
            format!("{} {}", it.key(), &Digest::of(words.as_bytes()).as_str()[..16])
        };
        let now: Vec<String> = all().iter().map(told).collect();
        assert_eq!(now, FROZEN.lines().collect::<Vec<_>>(), "{}", now.join("\n"));
    }

    #[test]
    fn every_measure_that_is_a_share_of_answers_has_its_item() {
        #[derive(serde::Deserialize)]
        struct Measure {
            ma: String,
            don_vi: String,
            loai: String,
        }
        let measures: Vec<Measure> = places::rows(include_str!("../../../../data/practice/measures.csv"));
        let (of_polls, rest): (Vec<_>, Vec<_>) = measures.into_iter().partition(|it| it.loai == "tham_do");
        let given = |code: &str| all().iter().any(|it| it.measure.as_deref() == Some(code));
        let without: Vec<&str> =
            of_polls.iter().filter(|it| !given(&it.ma)).map(|it| it.ma.as_str()).collect();
        assert_eq!(without, ["P5.4"], "visits for a file are counted at the counter");
        assert!(of_polls.iter().all(|it| it.don_vi == "%" || it.ma == "P5.4"));
        assert!(!rest.iter().any(|it| given(&it.ma)));
        for it in all() {
            assert_eq!(it.measure.is_some(), it.measured_by.is_some(), "{}", it.item);
            assert!(it.measure.is_none() || it.scale == Scale::YesNo, "{}", it.item);
        }
    }

    #[test]
    fn versions_count_from_one_and_none_is_there_twice() {
        for it in all() {
            let versions = all().iter().filter(|other| other.item == it.item).map(|other| other.version);
            assert!(versions.clone().eq(1..=versions.clone().count() as i64), "{}", it.item);
            assert!(!it.asked.is_empty() && !it.asked_en.is_empty());
            assert!(matches!(it.dimension.parse(), Ok(1..=8_u8)), "{}", it.item);
        }
        assert_eq!(newest().len(), all().iter().filter(|it| it.version == 1).count());
    }
}
