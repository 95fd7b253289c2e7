//! How long: a text read aloud, estimated; and lengths and hours as people write them.

use jiff::civil::{Time, time};

/// Syllables a minute when a text is read over a loudspeaker: 3.5 a second, pauses included. Vietnamese newsreading lies
/// between 3.3 and 4 syllables a second, and what is heard outdoors is read at the slow end. An estimate.
pub const SYLLABLES_A_MINUTE: usize = 210;

/// Letters and signs of Khmer a minute. Khmer writes no space between words, so that its syllables cannot be counted by
/// spaces; about three letters and signs make one. Rougher than the other.
pub const SIGNS_A_MINUTE: usize = 650;

/// How many seconds a Vietnamese text takes to read aloud. A syllable is a word between spaces; numbers are spoken in
/// words, abbreviations by their letters.
pub fn vietnamese(text: &str) -> i64 {
    spoken(text.split_whitespace().map(syllables).sum(), SYLLABLES_A_MINUTE)
}

/// The same of a Khmer text.
pub fn khmer(text: &str) -> i64 {
    spoken(text.chars().filter(|c| matches!(c, '\u{1780}'..='\u{17E9}')).count(), SIGNS_A_MINUTE)
}

/// Whole seconds, rounded up: a slot that is a little too long does no harm.
fn spoken(pieces: usize, a_minute: usize) -> i64 {
    i64::try_from((pieces * 60).div_ceil(a_minute)).unwrap_or(i64::MAX)
}

/// How many syllables a word is spoken with.
fn syllables(word: &str) -> usize {
    let said = word.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty());
    // "Phần trăm".
    said.map(of_piece).sum::<usize>() + 2 * word.matches('%').count()
}

fn of_piece(piece: &str) -> usize {
    let letters = piece.chars().count();
    if piece.chars().all(|c| c.is_ascii_digit()) {
        // "hai nghìn không trăm hai mươi lăm": a digit and its unit, the last without one.
        return 2 * letters - 1;
    }
    let is_spelt = letters > 1 && piece.chars().all(|c| c.is_ascii_uppercase() || c == 'Đ');
    if is_spelt { letters } else { 1 }
}

/// A length as somebody wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// In seconds: a number alone is minutes, the part of a day that a spreadsheet keeps is hours and minutes.
    pub seconds: i64,
    /// The same figures one unit smaller, where nothing written says which they are: `25` may be seconds, and a cell in
    /// which somebody typed `1:30` may be minutes and seconds.
    pub smaller: Option<i64>,
}

/// A length as people write it: `4:30`, `00:04:30`, `4'30`, `5 phút`, `25 giây`, `25s`, `5` (minutes), or the part of a day
/// that a spreadsheet keeps for an hour. None where it is none.
pub fn length(written: &str) -> Option<Length> {
    let written = written.trim().to_lowercase();
    if let Some(seconds) = part_of_day(&written) {
        return Some(Length { seconds, smaller: (seconds % 60 == 0).then_some(seconds / 60) });
    }
    if let Ok(minutes) = written.replace(',', ".").parse::<f64>() {
        let fits = minutes.is_finite() && (0.0..100_000.0).contains(&minutes);
        let smaller = (minutes.fract() == 0.0).then_some(minutes as i64);
        return fits.then_some(Length { seconds: (minutes * 60.0).round() as i64, smaller });
    }
    let (hours, rest) = match written.split_once("giờ") {
        Some((hours, rest)) => (number(hours.trim())?, rest.trim()),
        None => (0, written.as_str()),
    };
    let beyond =
        if rest.is_empty() && hours > 0 { Some(0) } else { seconds_alone(rest).or_else(|| parts(rest)) };
    Some(Length { seconds: hours * 3600 + beyond?, smaller: None })
}

/// `25 giây`, `25s`, `25"`.
fn seconds_alone(written: &str) -> Option<i64> {
    let bare = ["giây", "sec", "s", "\"", "”", "″"].iter().find_map(|unit| written.strip_suffix(unit))?;
    number(bare.trim())
}

/// Minutes and seconds, with hours before them or without.
fn parts(written: &str) -> Option<i64> {
    let spaced = written
        .replace("phút", ":")
        .replace("giây", "")
        .replace(['\'', '’', '′'], ":")
        .replace(['"', '”', '″'], "");
    let spaced = spaced.trim().trim_end_matches('s').trim_end_matches(':');
    let parts: Option<Vec<i64>> = spaced.split(':').map(|part| number(part.trim())).collect();
    match parts?[..] {
        [minutes] => Some(minutes * 60),
        [minutes, seconds] if seconds < 60 => Some(minutes * 60 + seconds),
        [hours, minutes, seconds] if minutes < 60 && seconds < 60 => {
            Some((hours * 60 + minutes) * 60 + seconds)
        }
        _ => None,
    }
}

/// An hour as people write it: `5:00`, `17h30`, `17 giờ`, `05:00:00`, or the part of a day that a spreadsheet keeps.
pub fn hour(written: &str) -> Option<Time> {
    let written = written.trim().to_lowercase();
    let (hours, minutes) = match part_of_day(&written) {
        Some(seconds) => (seconds / 3600, seconds / 60 % 60),
        None => {
            let spaced = written.replace("giờ", ":").replace("phút", "").replace(['h', 'g'], ":");
            let parts: Vec<&str> = spaced.trim().split(':').map(str::trim).collect();
            match parts[..] {
                [hours, "" | "00"] => (number(hours)?, 0),
                [hours, minutes] | [hours, minutes, "00"] => (number(hours)?, number(minutes)?),
                _ => return None,
            }
        }
    };
    let (hours, minutes) = (i8::try_from(hours).ok()?, i8::try_from(minutes).ok()?);
    ((0..24).contains(&hours) && (0..60).contains(&minutes)).then(|| time(hours, minutes, 0, 0))
}

/// Seconds of a part of a day, `0.2083333`, to the nearest.
fn part_of_day(written: &str) -> Option<i64> {
    let part: f64 = written.parse().ok().filter(|_| written.starts_with("0."))?;
    (0.0 < part && part < 1.0).then_some((part * 86_400.0).round() as i64)
}

fn number(digits: &str) -> Option<i64> {
    let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_minute_holds_as_many_syllables_as_the_constant_says() {
        let text = "xin ".repeat(SYLLABLES_A_MINUTE);
        assert_eq!((vietnamese(&text), vietnamese(""), vietnamese("…  – !")), (60, 0, 0));
        assert_eq!((syllables("95%"), syllables("95")), (5, 3));
        assert_eq!(khmer(&"ក".repeat(SIGNS_A_MINUTE)), 60);
        assert_eq!(khmer("Kính thưa 2025"), 0, "what is not Khmer is not read as Khmer");
    }

    #[test]
    fn numbers_and_abbreviations_are_spoken_at_length() {
        for (word, spoken) in
            [("20/5/2025,", 3 + 1 + 7), ("UBND", 4), ("HĐND", 4), ("“Bà", 1), ("Lan", 1), ("7", 1)]
        {
            assert_eq!(syllables(word), spoken, "{word}");
        }
    }

    #[test]
    fn lengths_are_read_as_people_write_them() {
        for (written, wanted) in [
            ("4:30", 270),
            ("00:04:30", 270),
            ("4'30\"", 270),
            ("4 phút 30 giây", 270),
            ("5 phút", 300),
            ("5", 300),
            ("4,5", 270),
            ("4.5", 270),
            ("0.003125", 270),
            ("1:00:00", 3600),
            (" 5' ", 300),
            ("25 giây", 25),
            ("25s", 25),
            ("25\"", 25),
            ("1 phút 30s", 90),
            ("1 giờ 30 phút 5 giây", 5405),
            ("1 giờ", 3600),
        ] {
            assert_eq!(length(written).map(|it| it.seconds), Some(wanted), "{written}");
        }
        for written in
            ["", "x", "4:75", "-3", "1:2:3:4", "5 phút x", "inf", "NaN", "99999999999", "giờ", "s", "-5 giây"]
        {
            assert_eq!(length(written), None, "{written}");
        }
    }

    #[test]
    fn figures_without_their_unit_may_be_one_unit_smaller() {
        let smaller = |written| length(written).and_then(|it| it.smaller);
        assert_eq!(smaller("25"), Some(25));
        assert_eq!(smaller("0.0625"), Some(90), "a cell in which 1:30 was typed");
        for said in ["1:30", "25 phút", "25 giây", "1:30:00", "4,5", "0.003125"] {
            assert_eq!(smaller(said), None, "{said}");
        }
    }

    #[test]
    fn hours_are_read_as_people_write_them() {
        let five = Some(time(5, 0, 0, 0));
        for written in ["5:00", "05:00", "5h", "5h00", "05:00:00", "5 giờ", "5g", "0.208333333333333"] {
            assert_eq!(hour(written), five, "{written}");
        }
        assert_eq!(hour("17 giờ 30 phút"), Some(time(17, 30, 0, 0)));
        for written in ["", "5", "24:00", "5:60", "05:00:30", "x:00", "sáng"] {
            assert_eq!(hour(written), None, "{written}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_read_or_not_and_never_below_nothing(written in any::<String>()) {
            prop_assert!(length(&written).is_none_or(|read| read.seconds >= 0 && read.smaller.is_none_or(|it| it >= 0)));
            let _ = hour(&written);
            prop_assert!(vietnamese(&written) >= 0 && khmer(&written) >= 0);
        }

        #[test]
        fn a_longer_text_never_takes_less(text in "[a-zA-Z0-9 ]{0,80}", more in "[a-z ]{0,40}") {
            let longer = format!("{text} {more}");
            prop_assert!(vietnamese(&longer) >= vietnamese(&text));
        }
    }
}
