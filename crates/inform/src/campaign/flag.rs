//! Flags: words of a campaign that a person has to decide about.

use plan::task::coaching::{self, Aim};

/// Why words are flagged, and which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flag {
    /// They would coach respondents of a survey or aim at surveyed places.
    Survey(Aim, String),
    /// They aim at a score or a rank, and not at what people know or can do.
    Rank(String),
}

/// Words that mean a score or a rank.
const RANKS: [&str; 10] = [
    "thứ hạng",
    "xếp hạng",
    "tăng hạng",
    "nâng hạng",
    "điểm papi",
    "điểm số",
    "tăng điểm",
    "nâng điểm",
    "vào nhóm",
    "dẫn đầu",
];

/// What texts would do to a survey.
pub(super) fn survey<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<Flag> {
    coaching::found_in(texts).into_iter().map(|(aim, words)| Flag::Survey(aim, words)).collect()
}

/// The words with which an aim means a score or a rank.
pub(super) fn rank(aim: &str) -> Option<Flag> {
    let aim = aim.to_lowercase();
    RANKS.into_iter().find(|words| aim.contains(words)).map(|words| Flag::Rank(words.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_aim_is_what_people_know_and_no_rank() {
        let words = |aim| rank(aim).map(|flag| matches!(flag, Flag::Rank(_)));
        assert_eq!(words("Vào nhóm 20 tỉnh đầu về điểm PAPI"), Some(true));
        assert_eq!(words("Nâng hạng chỉ số"), Some(true));
        assert_eq!(words("Người dân biết nộp hồ sơ ở đâu, điểm tiếp nhận nào gần nhà"), None);
    }
}
