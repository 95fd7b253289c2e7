//! Flags: words of a campaign that a person has to decide about.

use plan::task::coaching::{self, Aim};

use super::rank;

/// Why words are flagged, and which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flag {
    /// They would coach respondents of a survey or aim at surveyed places.
    Survey(Aim, String),
    /// They aim at a score or a rank, and not at what people know or can do.
    Rank(String),
}

/// What texts would do to a survey.
pub(super) fn survey<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<Flag> {
    coaching::found_in(texts).into_iter().map(|(aim, words)| Flag::Survey(aim, words)).collect()
}

/// The words with which an aim means a score or a rank.
pub(super) fn rank(aim: &str) -> Option<Flag> {
    rank::found(aim).map(Flag::Rank)
}
