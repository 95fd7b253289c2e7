//! A cell as a score: a number, nothing, or what is wrong with it.

use sheet::Cell;

use super::problem::{Expected, Kind};

/// How far outside its scale a published score may lie (RULES 1).
const ALLOWANCE: f64 = 0.01;

/// What a cell says as a score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Score {
    /// Not published.
    Nothing,
    /// 0, which means not published (RULES 8).
    Zero,
    /// A number; whether it was text with a decimal comma.
    Number { value: f64, comma: bool },
    /// No number.
    Wrong(Kind),
}

/// Reads a cell as a number.
pub(super) fn read(cell: Option<&Cell>) -> Score {
    match cell {
        None => Score::Nothing,
        Some(Cell::Number(value)) => number(*value, false),
        Some(Cell::Text(text)) => written(text),
        Some(Cell::Day(_) | Cell::Truth(_) | Cell::Error(_)) => Score::Wrong(Kind::NotANumber),
        Some(Cell::Formula(_)) => Score::Wrong(Kind::FormulaWithoutValue),
    }
}

/// What belongs in a cell that is wrong in this way.
pub(super) fn expected(kind: Kind) -> Expected {
    if kind == Kind::FormulaWithoutValue { Expected::Result } else { Expected::Number }
}

/// Whether a score lies on a scale, allowing for what was published off it.
pub(super) fn on_scale(value: f64, (low, high): (f64, f64)) -> bool {
    (low - ALLOWANCE..=high + ALLOWANCE).contains(&value)
}

fn number(value: f64, comma: bool) -> Score {
    match value {
        value if !value.is_finite() => Score::Wrong(Kind::NotANumber),
        0.0 => Score::Zero,
        value => Score::Number { value, comma },
    }
}

/// A number as text. The dashes and dots of statistical tables mean that nothing was published.
fn written(text: &str) -> Score {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}');
    if text.is_empty() || ["-", "–", "—", "..", "...", "…"].contains(&text) {
        return Score::Nothing;
    }
    let comma = text.contains(',');
    let plain = text.replace('−', "-").replacen(',', ".", 1);
    let digits = plain.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e' | b'E'));
    match plain.parse() {
        Ok(value) if digits => number(value, comma),
        _ => Score::Wrong(Kind::NotANumber),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Score {
        read(Some(&Cell::Text(text.into())))
    }

    #[test]
    fn a_decimal_comma_is_taken_and_said() {
        assert_eq!(text(" 1,43\u{a0}"), Score::Number { value: 1.43, comma: true });
        assert_eq!(text("1.43"), Score::Number { value: 1.43, comma: false });
    }

    #[test]
    fn blanks_dashes_and_dots_are_unpublished_and_zero_is_too() {
        for nothing in ["", " \u{a0}", "-", "–", "..", "…"] {
            assert_eq!(text(nothing), Score::Nothing, "{nothing:?}");
        }
        assert_eq!([text("0"), text("0,00"), read(Some(&Cell::Number(0.0)))], [Score::Zero; 3]);
    }

    #[test]
    fn what_only_looks_like_a_number_is_refused() {
        for bad in ["abc", "1,234,5", "1.234,5", "1 43", "nan", "inf", "1e999", "12%", "#REF!", "n/a", "0x1"]
        {
            assert_eq!(text(bad), Score::Wrong(Kind::NotANumber), "{bad}");
        }
        assert_eq!(read(Some(&Cell::Error("#REF!".into()))), Score::Wrong(Kind::NotANumber));
        assert_eq!(read(Some(&Cell::Formula("=A1".into()))), Score::Wrong(Kind::FormulaWithoutValue));
    }

    #[test]
    fn a_hundredth_beyond_the_scale_is_allowed() {
        let scale = (0.25, 2.5);
        assert_eq!(
            [0.239, 0.2401, 2.509, 2.511].map(|value| on_scale(value, scale)),
            [false, true, true, false]
        );
    }
}
