//! Periods in words: `2025-Q1` is «Quý I/2025».

use look::{Lang, say_with};

/// The name of a period by its code; one of another kind of calendar keeps its code.
pub(crate) fn name(lang: Lang, code: &str) -> String {
    let dated = code.split_once('-').filter(|(year, _)| year.parse::<i16>().is_ok());
    let Some((year, part)) = dated else { return code.to_owned() };
    let (key, part) = match part {
        "Q1" => ("period-quarter", lang.pick("I", "1")),
        "Q2" => ("period-quarter", lang.pick("II", "2")),
        "Q3" => ("period-quarter", lang.pick("III", "3")),
        "Q4" => ("period-quarter", lang.pick("IV", "4")),
        "H1" => ("period-half", ""),
        "Y" => ("period-year", ""),
        month if month.parse::<u8>().is_ok() => ("period-month", month.trim_start_matches('0')),
        _ => return code.to_owned(),
    };
    say_with(lang, key, &[("part", part.into()), ("year", year.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_called_as_offices_call_it() {
        let names = |lang| ["2025-03", "2025-Q1", "2025-H1", "2025-Y"].map(|code| name(lang, code));
        assert_eq!(names(Lang::Vi), ["Tháng 3/2025", "Quý I/2025", "6 tháng đầu năm 2025", "Năm 2025"]);
        assert_eq!(
            names(Lang::En),
            ["Month 3 of 2025", "Quarter 1 of 2025", "First half of 2025", "Year 2025"]
        );
    }

    #[test]
    fn a_code_that_is_not_known_is_shown_as_it_is() {
        assert_eq!(name(Lang::Vi, "dot-2"), "dot-2");
        assert_eq!(name(Lang::Vi, "dau"), "dau");
    }
}
