//! A column of a survey's file and what it is: guessed from its name and its values, corrected by a person.

use std::collections::BTreeSet;

use places::name::fold;
use serde::{Deserialize, Serialize};

use crate::file::Read;

/// The most levels that a column of words may have to be taken for a choice or a group.
const LEVELS_MAX: usize = 40;

/// A column is of numbers where so many in so many are.
const MOSTLY: (usize, usize) = (4, 5);
/// The most words of a heading that names what a column is for.
const NAME_MAX: usize = 4;

/// A column as it was described.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name in the file as it is kept.
    pub name: String,
    /// Its heading, as the file has it.
    pub label: String,
    /// What it is.
    pub kind: Kind,
}

/// What a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The sampling unit: a village. Several, in the order of the file, are stages.
    Cluster,
    /// The stratum. Several are crossed.
    Stratum,
    /// How many people of the population one respondent stands for.
    Weight,
    /// How many units the stratum has, or what share of them was drawn; stage by stage.
    Population,
    /// A group to show results by.
    Domain,
    /// An answer of yes or no, also one option of a question with several answers.
    YesNo,
    /// An answer out of a list.
    Choice,
    /// An answer that is a number.
    Number,
    /// Of no use; not kept.
    Ignored,
}

impl Kind {
    /// Every kind, in the order of the form.
    pub const ALL: [Self; 9] = [
        Self::YesNo,
        Self::Choice,
        Self::Number,
        Self::Domain,
        Self::Cluster,
        Self::Stratum,
        Self::Weight,
        Self::Population,
        Self::Ignored,
    ];

    /// The word in the database, in forms and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Cluster => "cluster",
            Self::Stratum => "stratum",
            Self::Weight => "weight",
            Self::Population => "population",
            Self::Domain => "domain",
            Self::YesNo => "yes_no",
            Self::Choice => "choice",
            Self::Number => "number",
            Self::Ignored => "ignored",
        }
    }

    /// The kind by its word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Whether something can be estimated from it.
    pub fn is_answer(self) -> bool {
        matches!(self, Self::YesNo | Self::Choice | Self::Number)
    }

    /// Whether results can be shown by it.
    pub fn is_group(self) -> bool {
        matches!(self, Self::Domain | Self::Stratum | Self::Choice | Self::YesNo)
    }
}

/// What a column may be, by its name and its values.
pub fn guess(read: &Read) -> Kind {
    let values: BTreeSet<&str> = read.values.iter().flatten().map(AsRef::as_ref).collect();
    let filled = read.values.iter().flatten().count();
    if filled == 0 {
        return Kind::Ignored;
    }
    let counted = read.values.iter().flatten().filter(|value| number(value).is_some()).count();
    // One slip of the pen among numbers is told when it is saved, and makes the column no list of words.
    let numbers = counted * MOSTLY.1 >= filled * MOSTLY.0;
    let is_yes_or_no = values.iter().all(|value| yes_or_no(value).is_some());
    let words = words(before_bracket(&read.name));
    // What a column is for stands in a name of few words; a question that holds the same word is a question.
    let is_name = words.split_whitespace().count() <= NAME_MAX;
    let named = |known: &[&str]| is_name && known.iter().any(|known| words.contains(&format!(" {known} ")));
    if numbers && named(&["weight", "weights", "w", "wt", "pweight", "trong so", "quyen so"]) {
        return Kind::Weight;
    }
    if numbers
        && named(&["fpc", "so thon", "so cum", "tong so thon", "tong so ap", "tong so to", "population"])
    {
        return Kind::Population;
    }
    if named(&["stratum", "strata", "strat", "tang"]) {
        return Kind::Stratum;
    }
    if !is_yes_or_no && named(&["psu", "cluster", "village", "thon", "ap", "khom", "cum", "to dan pho", "ea"])
    {
        return Kind::Cluster;
    }
    if is_yes_or_no {
        return Kind::YesNo;
    }
    let grouping =
        ["gioi", "sex", "gender", "xa", "phuong", "huyen", "tinh", "district", "province", "commune"];
    if values.len() <= LEVELS_MAX
        && (named(&grouping) || named(&["dan toc", "nhom", "nhom tuoi", "hoc van", "ethnicity", "age group"]))
    {
        return Kind::Domain;
    }
    match (numbers, values.len()) {
        (true, levels) if levels > 30 && levels == filled && whole(&values) => Kind::Ignored,
        (true, _) => Kind::Number,
        (false, levels) if levels <= LEVELS_MAX && levels * 2 <= filled => Kind::Choice,
        _ => Kind::Ignored,
    }
}

/// A heading up to what it explains in brackets.
fn before_bracket(heading: &str) -> &str {
    match heading.split_once('(') {
        Some((before, _)) if !before.trim().is_empty() => before,
        _ => heading,
    }
}

/// Numbers that are counts or names and no measures.
fn whole(values: &BTreeSet<&str>) -> bool {
    values.iter().all(|value| value.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The words of a name, folded, each between spaces.
pub fn words(name: &str) -> String {
    let spaced: String = fold(name).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    format!(" {} ", spaced.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A finite number as it is kept.
pub(crate) fn number(value: &str) -> Option<f64> {
    value.parse().ok().filter(|number: &f64| number.is_finite())
}

/// Yes or no, in the words that forms use.
pub(crate) fn yes_or_no(value: &str) -> Option<bool> {
    match fold(value).as_str() {
        "1" | "yes" | "y" | "co" | "true" | "dung" => Some(true),
        "0" | "no" | "n" | "khong" | "false" | "sai" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(name: &str, values: &[&str]) -> Read {
        let values = values.iter().map(|value| (!value.is_empty()).then(|| (*value).into()));
        Read { name: name.to_owned(), label: name.to_owned(), values: values.collect() }
    }

    #[test]
    fn a_column_is_guessed_by_its_name_and_its_values() {
        for (name, values, kind) in [
            ("quyen_so", &["12.5", "8", ""][..], Kind::Weight),
            ("weight_note", &["nặng", "nhẹ", "nặng", "nhẹ"][..], Kind::Choice),
            ("Mã thôn", &["T1", "T2"][..], Kind::Cluster),
            ("tầng", &["a", "b"][..], Kind::Stratum),
            ("fpc", &["40", "35"][..], Kind::Population),
            ("gioi_tinh", &["Nam", "Nữ"][..], Kind::Domain),
            ("hai_long", &["Có", "Không", "có"][..], Kind::YesNo),
            ("muc_do", &["1", "4", "3", "3"][..], Kind::Number),
            ("kenh", &["Tivi", "Đài", "Tivi", "Đài"][..], Kind::Choice),
            ("y_kien", &["Đường xấu", "Thiếu nước"][..], Kind::Ignored),
            ("trong", &["", ""][..], Kind::Ignored),
            ("q3_kenh/Họp ấp", &["1", "0", ""][..], Kind::YesNo),
            ("Có được công khai thông tin ở thôn không?", &["Có", "Không"][..], Kind::YesNo),
            ("Ông (bà) hài lòng với cách phục vụ ở UBND xã?", &["1", "5", "3"][..], Kind::Number),
            ("Mức hài lòng với cán bộ xã (1-5)", &["1", "5", "3"][..], Kind::Number),
            ("Giới tính (Nam/Nữ)", &["Nam", "Nữ", "Nữ"][..], Kind::Domain),
            ("Trình độ học vấn", &["THPT", "THCS", "THPT"][..], Kind::Domain),
            ("diem", &["1", "2", "2", "3", "khá tốt"][..], Kind::Number),
        ] {
            assert_eq!(guess(&column(name, values)), kind, "{name}");
        }
    }

    #[test]
    fn a_running_number_is_no_measure() {
        let numbers: Vec<String> = (1..=40).map(|n| n.to_string()).collect();
        let values: Vec<&str> = numbers.iter().map(String::as_str).collect();
        assert_eq!(guess(&column("stt", &values)), Kind::Ignored);
    }

    #[test]
    fn kinds_are_read_back() {
        for kind in Kind::ALL {
            assert_eq!(Kind::read(kind.as_str()), Some(kind));
        }
    }
}
