//! Labels of rows and columns: which item they are of, and which estimate of it.

use places::name::fold;
use serde::Serialize;

use crate::{Code, Item};

/// Which of the figures that PAPI prints for an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Estimate {
    /// The score itself; of the total, the unweighted one.
    Score,
    /// The weighted total.
    Weighted,
    /// Lower limit of the 95 % confidence interval.
    Low,
    /// Upper limit of the 95 % confidence interval.
    High,
    /// Standard error.
    StandardError,
}

impl Estimate {
    /// The estimate of this name.
    pub fn named(name: &str) -> Option<Self> {
        let all = [Self::Score, Self::Weighted, Self::Low, Self::High, Self::StandardError];
        all.into_iter().find(|estimate| estimate.as_str() == name)
    }

    /// The name that scripts and the database see, `standard_error`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Score => "score",
            Self::Weighted => "weighted",
            Self::Low => "low",
            Self::High => "high",
            Self::StandardError => "standard_error",
        }
    }
}

/// What a row or column is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) item: Item,
    pub(super) estimate: Estimate,
}

impl Label {
    /// The sub-dimension whose scores these are.
    pub(super) fn scored(self) -> Option<Code> {
        match self {
            Self { item: Item::Subdimension(code), estimate: Estimate::Score } => Some(code),
            _ => None,
        }
    }
}

/// What a label says; none for indicators (`d101a`), scales, titles and notes.
pub(super) fn read(words: &str) -> Option<Label> {
    if words.len() > 300 {
        return None;
    }
    let folded = fold(words);
    let estimate = estimate(&folded);
    if let Some(total) = total(&folded, estimate) {
        return Some(total);
    }
    item(&folded).map(|item| Label { item, estimate })
}

/// Which estimate: what is not marked as a limit or an error is the score.
fn estimate(folded: &str) -> Estimate {
    let says = |marks: &[&str]| marks.iter().any(|mark| folded.contains(mark));
    match () {
        () if says(&["standard error", "std. err", "sai so chuan", "(se)"]) => Estimate::StandardError,
        () if says(&[
            "ci low",
            "ci lower",
            "diem thap",
            "can duoi",
            "lower bound",
            "(low)",
            "lower limit",
        ]) =>
        {
            Estimate::Low
        }
        () if says(&[
            "ci high",
            "ci upper",
            "diem cao",
            "can tren",
            "upper bound",
            "(high)",
            "upper limit",
        ]) =>
        {
            Estimate::High
        }
        () => Estimate::Score,
    }
}

/// The total by any of its names. Only the unweighted one is the score; its own limits and errors are kept with it.
fn total(folded: &str, estimate: Estimate) -> Option<Label> {
    let says = |mark: &str| folded.contains(mark);
    let unweighted = says("unweighted") || says("khong co trong so") || says("khong trong so");
    let weighted = !unweighted && (says("weighted") || says("co trong so"));
    let named = says("tong hop")
        || (says("papi") && says("score"))
        || ["total", "tong", "tong diem"].contains(&folded);
    if !(unweighted || weighted || named) || says("bang tong hop") {
        return None;
    }
    match (weighted, estimate) {
        (true, Estimate::Score) => Some(Label { item: Item::Total, estimate: Estimate::Weighted }),
        (true, _) => None,
        (false, estimate) => Some(Label { item: Item::Total, estimate }),
    }
}

/// Words that may stand before a number or code.
const BEFORE: [&str; 17] = [
    "chi so noi dung thanh phan",
    "noi dung thanh phan",
    "chi so thanh phan",
    "chi so noi dung",
    "truc noi dung",
    "noi dung",
    "sub-dimension",
    "sub dimension",
    "subdimension",
    "dimension",
    "thanh phan",
    "chi so",
    "subdim",
    "dim",
    "sub",
    "sd",
    "s",
];

/// `1.1: …`, `Sub-dimension 1.1`, `1_1`, `S11`; `1: …`, `Dimension 1`, `Chỉ số nội dung 1`.
fn item(folded: &str) -> Option<Item> {
    let word = BEFORE.iter().find(|word| folded.starts_with(**word)).copied().unwrap_or_default();
    let rest = folded[word.len()..].trim_start_matches([' ', '_', '-', '.', ':']);
    let (first, rest) = number(rest)?;
    let code = |dimension, part| Item::Subdimension(Code { dimension, part });
    if let Some((second, rest)) = rest.strip_prefix(['.', '_']).and_then(number) {
        return ends(rest).then_some(code(first, second));
    }
    match (first, word) {
        (11..=99, "s" | "sd" | "sub") if ends(rest) => Some(code(first / 10, first % 10)),
        (1..=9, _) if ends(rest) => Some(Item::Dimension(first)),
        _ => None,
    }
}

/// A number of one or two digits at the start, and what follows it.
fn number(text: &str) -> Option<(u8, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = (1..=2).contains(&digits).then(|| text[..digits].parse().ok())??;
    Some((number, &text[digits..]))
}

/// Whether a number has ended: nothing, or anything but a letter or a further number, follows.
fn ends(rest: &str) -> bool {
    let mut next = rest.chars();
    match next.next() {
        None => true,
        Some('.') => !next.next().is_some_and(|c| c.is_ascii_digit()),
        Some(other) => !other.is_alphanumeric() && !['-', '_', ',', '%', '/'].contains(&other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(words: &str) -> Option<(String, Estimate)> {
        read(words).map(|label| (label.item.to_string(), label.estimate))
    }

    #[test]
    fn a_subdimension_is_known_by_its_code_however_it_is_written() {
        for label in [
            "1.1",
            "1.1: Tri thức công dân",
            "1.1. Tri thức công dân",
            "1.1 Civic knowledge",
            "Nội dung thành phần 1.1",
            "Chỉ số thành phần 1.1: Tri thức",
            "Sub-dimension 1.1 Civic knowledge",
            "S11",
            "S1.1",
            "sub_1_1",
            "1_1",
            "Tri 1.1".trim_start_matches("Tri "),
        ] {
            assert_eq!(says(label), Some(("1.1".into(), Estimate::Score)), "{label}");
        }
    }

    #[test]
    fn a_dimension_is_not_its_confidence_limit() {
        for (label, estimate) in [
            ("Chỉ số nội dung 1: Tham gia của người dân ở cấp cơ sở", Estimate::Score),
            ("1: Tham gia của người dân ở cấp cơ sở", Estimate::Score),
            ("Dimension 1: Participation at local levels", Estimate::Score),
            ("Dimension 1: Participation at local levels (95% CI low)", Estimate::Low),
            ("Chỉ số nội dung 1: Tham gia của người dân ở cấp cơ sở (điểm thấp)", Estimate::Low),
            ("Dimension 1: Participation at local levels (95% CI High)", Estimate::High),
            ("Chỉ số nội dung 1: Tham gia của người dân ở cấp cơ sở (sai số chuẩn)", Estimate::StandardError),
        ] {
            assert_eq!(says(label), Some(("1".into(), estimate)), "{label}");
        }
    }

    #[test]
    fn the_unweighted_total_is_the_score() {
        for (label, estimate) in [
            ("Unweighted PAPI score", Estimate::Score),
            ("Chỉ số PAPI tổng hợp (không có trọng số)", Estimate::Score),
            ("Unweighted PAPI score - 95% CI low", Estimate::Low),
            ("Chỉ số PAPI tổng hợp (không có trọng số) - điểm cao, khoảng tin cậy 95%", Estimate::High),
            ("Unweighted PAPI score - Standard Error", Estimate::StandardError),
            ("Weighted PAPI score", Estimate::Weighted),
            ("Chỉ số PAPI tổng hợp (có trọng số)", Estimate::Weighted),
        ] {
            assert_eq!(says(label), Some(("total".into(), estimate)), "{label}");
        }
    }

    #[test]
    fn indicators_scales_titles_and_figures_are_no_items() {
        for other in [
            "d101a: chỉ tiêu (tỉ lệ người trả lời)",
            "d11a",
            "0.25-2.5",
            "1-10",
            "8-80",
            "1.1.1: Biết số điện thoại",
            "Thang điểm/Scale",
            "1,43",
            "2019",
            "Chỉ số PAPI 2019: bảng chỉ tiêu cấp tỉnh / PAPI 2019 Provincial Indicators",
            "Chỉ số/Chỉ tiêu",
            "Dimension/Indicator",
            "",
            "1.234",
        ] {
            assert_eq!(says(other), None, "{other}");
        }
    }
}
