//! Sections of a plan and contents of the index, as annexes write them.

use std::sync::LazyLock;

use places::name::fold;
use regex_lite::Regex;
use scores::Structure;

use super::lines::Numeral;

/// The sections that are no dimension but stand in most plans, by the words that name them.
const OTHERS: &[(&str, &[&str])] =
    &[("TT", &["tuyen truyen", "truyen thong"]), ("CH", &["to chuc thuc hien", "chi dao dieu hanh"])];
/// Other indices that plans bundle.
const INDICES: &[(&str, &[&str])] = &[
    ("par_index", &["par index", "par_index", "parindex"]),
    ("sipas", &["sipas"]),
    ("dti", &["dti"]),
    ("emulation", &["emulation", "thi dua"]),
    ("rating_335", &["rating_335", "335/2025"]),
];
/// The section of tasks that stand in none.
pub(super) const NONE: &str = "NV";

/// The section that the title of a group, or a cell, names.
pub(super) fn named(text: &str, structure: &Structure) -> Option<String> {
    static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"\b(?:noi dung|chi so(?: noi dung)?|truc(?: noi dung)?)(?: so)? (\d|[ivx]+)\b")
            .expect("a sound pattern")
    });
    let folded = fold(text);
    let bare = folded.trim_end_matches('.');
    if let Some(number) = bare.parse().ok().and_then(|number: u8| structure.dimension(number)) {
        return Some(number.number.to_string());
    }
    let numbered = NUMBERED.captures(&folded).and_then(|found| digit(found.get(1)?.as_str()));
    if let Some(dimension) = numbered.and_then(|number| structure.dimension(number)) {
        return Some(dimension.number.to_string());
    }
    if let Some(dimension) = by_name(&folded, structure) {
        return Some(dimension);
    }
    let other = OTHERS.iter().find(|(_, words)| words.iter().any(|words| folded.contains(words)));
    other.map(|(code, _)| (*code).to_owned())
}

/// The section of a cell in a column of sections: a name that is known, or the plan's own words.
pub(super) fn of_cell(text: &str, structure: &Structure) -> String {
    named(text, structure).unwrap_or_else(|| text.to_owned())
}

/// The section of a group that names none: its own numbering.
pub(super) fn of_numeral(numeral: Option<&Numeral>, count: usize) -> String {
    match numeral {
        Some(Numeral::Roman(roman) | Numeral::Letter(roman)) => roman.clone(),
        _ if count > 0 => format!("N{count}"),
        _ => NONE.to_owned(),
    }
}

/// The dimension whose name a text holds, or whose name holds the text.
fn by_name(folded: &str, structure: &Structure) -> Option<String> {
    let text = plain(folded);
    let title = text.split_once(' ').filter(|(first, _)| Numeral::read(&first.to_uppercase()).is_some());
    let title = title.map_or(text.as_str(), |(_, rest)| rest).trim_start_matches("ve ");
    let long = title.split(' ').count() >= 3;
    let named = |name: &str| {
        let name = plain(&fold(name));
        text.contains(&name) || (long && name.contains(title))
    };
    let found =
        structure.dimensions.iter().find(|dimension| named(dimension.name) || named(dimension.papi_name));
    found.map(|dimension| dimension.number.to_string())
}

fn plain(folded: &str) -> String {
    let plain: String = folded.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A number of one digit, Arabic or Roman.
fn digit(text: &str) -> Option<u8> {
    const ROMAN: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    text.parse()
        .ok()
        .or_else(|| ROMAN.iter().position(|roman| *roman == text).and_then(|at| u8::try_from(at + 1).ok()))
}

/// What a cell says the task is for, and whether all of it is understood. A dash says that it is for no content.
pub(super) fn items(text: &str, structure: &Structure) -> (Vec<String>, bool) {
    let (mut items, mut clear) = (Vec::new(), true);
    for piece in text.split([';', '\n']).map(str::trim).filter(|piece| !piece.is_empty() && *piece != "-") {
        let whole: Vec<String> = item(piece, structure).into_iter().collect();
        let found = if whole.is_empty() {
            piece.split(',').filter_map(|part| item(part.trim(), structure)).collect()
        } else {
            whole
        };
        clear &= !found.is_empty();
        for item in found {
            if !items.contains(&item) {
                items.push(item);
            }
        }
    }
    (items, clear)
}

fn item(piece: &str, structure: &Structure) -> Option<String> {
    let folded = fold(piece);
    let code = folded.split([' ', ':']).next().unwrap_or_default().trim_end_matches('.');
    let known = structure
        .subdimensions
        .iter()
        .map(|subdimension| subdimension.code.to_string())
        .find(|known| known == code);
    let index = || INDICES.iter().find(|(_, words)| words.iter().any(|words| folded.contains(words)));
    let by_name = || {
        let is = |name: &str| plain(&fold(name)) == plain(&folded);
        structure
            .subdimensions
            .iter()
            .find(|subdimension| is(subdimension.name))
            .map(|subdimension| subdimension.code.to_string())
    };
    known
        .or_else(|| index().map(|(code, _)| (*code).to_owned()))
        .or_else(by_name)
        .or_else(|| named(piece, structure).filter(|section| section.parse::<u8>().is_ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_known_by_number_and_by_name() {
        let structure = Structure::of_year(2021);
        let known = [
            ("Nội dung 1: Tham gia của người dân ở cấp cơ sở", "1"),
            ("II. Công khai, minh bạch trong hoạch định chính sách", "2"),
            ("Trách nhiệm giải trình với người dân", "3"),
            ("Nội dung IV: Kiểm soát tham nhũng", "4"),
            ("Về cải cách thủ tục hành chính", "5"),
            ("8", "8"),
            ("VII. QUẢN TRỊ MÔI TRƯỜNG", "7"),
            ("Công tác thông tin, tuyên truyền", "TT"),
            ("Tổ chức thực hiện", "CH"),
        ];
        for (title, section) in known {
            assert_eq!(named(title, &structure).as_deref(), Some(section), "{title}");
        }
        assert_eq!(named("Nhiệm vụ trọng tâm", &structure), None);
    }

    #[test]
    fn contents_are_known_by_code_and_other_indices_by_name() {
        let structure = Structure::of_year(2021);
        let read = |text| items(text, &structure);
        assert_eq!(read("1.1;8.2"), (vec!["1.1".to_owned(), "8.2".to_owned()], true));
        assert_eq!(read("1.1. Tri thức công dân"), (vec!["1.1".to_owned()], true));
        assert_eq!(read("PAR INDEX; SIPAS"), (vec!["par_index".to_owned(), "sipas".to_owned()], true));
        assert_eq!(read("-"), (vec![], true));
        assert_eq!(read("9.9"), (vec![], false));
    }
}
