//! Time in words: "Quý II/2025", "trước ngày 30/6/2025", "thường xuyên", "31/3 hằng năm".

use std::sync::LazyLock;

use jiff::civil::{Date, date};
use places::name::fold;
use regex_lite::{Captures, Regex};

use crate::calendar::Rhythm;

/// What a cell says about time; what it does not say is none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) rhythm: Option<Rhythm>,
    pub(super) first: Option<Date>,
    pub(super) last: Option<Date>,
    /// The month and day of each year that it is due.
    pub(super) due: Option<(i8, i8)>,
}

/// Why a cell says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoPeriod {
    /// It names a day, month, quarter or year that does not exist, or ends before it begins.
    Impossible,
    /// It is about no time that a calendar knows.
    Unread,
}

/// A time that a text names: its parts, as far as they are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moment {
    Day(Option<i16>, i8, i8),
    Months(Option<i16>, i8, i8),
    Years(i16, i16),
}

/// Reads a text about time; `plan` is the first and last day of the plan.
pub(super) fn read(text: &str, plan: (Date, Date)) -> Result<Period, NoPeriod> {
    let folded = fold(text).replace(['–', '—', '÷'], "-");
    let rhythm = rhythm(&folded);
    let moments = moments(&folded)?;
    let only = (plan.0.year() == plan.1.year()).then_some(plan.0.year());
    let spoken = moments.iter().rev().find_map(|moment| moment.year());
    let recurs = rhythm.is_some_and(|rhythm| rhythm != Rhythm::Once && rhythm != Rhythm::Continuous);
    let mut period = match moments.as_slice() {
        [] if rhythm.is_none() => return Err(NoPeriod::Unread),
        [] => Period::default(),
        [one] if recurs && one.year().is_none() => Period { due: Some(one.due()?), ..Period::default() },
        [one] => alone(*one, one.year().or(only.filter(|_| !one.is_day())), &folded)?,
        several if spoken.or(only).is_none() => {
            Period { due: several.last().map(|last| last.due()).transpose()?, ..Period::default() }
        }
        several => {
            let filled = several.iter().map(|moment| moment.span(moment.year().or(spoken).or(only)));
            between(&filled.collect::<Option<Vec<_>>>().ok_or(NoPeriod::Impossible)?)?
        }
    };
    if recurs && let (Some(last), [Moment::Day(..)]) = (period.last, moments.as_slice()) {
        period = Period { due: Some((last.month(), last.day())), ..Period::default() };
    }
    let throughout = matches!(moments.as_slice(), [Moment::Years(from, to)] if from < to);
    period.rhythm = rhythm.or((throughout).then_some(Rhythm::Continuous));
    if period.first.zip(period.last).is_some_and(|(first, last)| last < first) {
        return Err(NoPeriod::Impossible);
    }
    Ok(period)
}

/// One moment: by a day, within a month, quarter or year, or from one on.
fn alone(moment: Moment, year: Option<i16>, folded: &str) -> Result<Period, NoPeriod> {
    static FROM: LazyLock<Regex> = LazyLock::new(|| pattern(r"\btu (ngay |thang |quy |nam |dau )*[0-9iv]"));
    static BEFORE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\btruoc (thang|quy|nam) "));
    static UNTIL: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(den|truoc|cham nhat|xong)\b"));
    let Some(year) = year else { return Ok(Period { due: Some(moment.due()?), ..Period::default() }) };
    let (first, last) = moment.span(Some(year)).ok_or(NoPeriod::Impossible)?;
    let (first, last) = match () {
        () if FROM.is_match(folded) && folded.contains(" den ") => (Some(first), Some(last)),
        () if FROM.is_match(folded) => (Some(first), None),
        () if BEFORE.is_match(folded) => (None, first.yesterday().ok()),
        () if moment.is_day() || UNTIL.is_match(folded) => (None, Some(last)),
        () => (Some(first), Some(last)),
    };
    Ok(Period { first, last, ..Period::default() })
}

/// From the first of several moments to the last of them.
fn between(spans: &[(Date, Date)]) -> Result<Period, NoPeriod> {
    let (Some(first), Some(last)) = (spans.first(), spans.last()) else { return Err(NoPeriod::Unread) };
    Ok(Period { first: Some(first.0), last: Some(last.1), ..Period::default() })
}

impl Moment {
    fn year(self) -> Option<i16> {
        match self {
            Self::Day(year, ..) | Self::Months(year, ..) => year,
            Self::Years(_, last) => Some(last),
        }
    }

    fn is_day(self) -> bool {
        matches!(self, Self::Day(..))
    }

    /// Its first day and its last, in a year.
    fn span(self, year: Option<i16>) -> Option<(Date, Date)> {
        match self {
            Self::Day(_, month, day) => Date::new(year?, month, day).ok().map(|day| (day, day)),
            Self::Months(_, first, last) => {
                Some((Date::new(year?, first, 1).ok()?, Date::new(year?, last, 1).ok()?.last_of_month()))
            }
            Self::Years(first, last) => Some((date(first, 1, 1), date(last, 12, 31))),
        }
    }

    /// The month and day of each year that it ends on. 29 February is a day of some years.
    fn due(self) -> Result<(i8, i8), NoPeriod> {
        let (_, last) = match self {
            Self::Day(None, 2, 29) => return Ok((2, 29)),
            Self::Months(None, _, 2) => return Ok((2, 28)),
            moment => moment.span(moment.year().or(Some(2025))).ok_or(NoPeriod::Impossible)?,
        };
        Ok((last.month(), last.day()))
    }
}

/// How often, in the words of plans and in those of the practice data.
fn rhythm(folded: &str) -> Option<Rhythm> {
    static KNOWN: LazyLock<Vec<(Rhythm, Regex)>> = LazyLock::new(|| {
        [
            (Rhythm::Monthly, r"\b(hang|moi|tung)[ _]thang\b|lan ?/ ?thang"),
            (Rhythm::Quarterly, r"\b(hang|moi|tung)[ _]quy\b|lan ?/ ?quy|^quy$"),
            (Rhythm::HalfYearly, r"\b(0?6|sau)[ _]thang\b( ?/ ?lan)?|nua nam|\b0?2 lan ?/ ?nam"),
            (Rhythm::Yearly, r"\b(hang|moi|tung)[ _]nam\b|lan ?/ ?nam|^nam$"),
            (Rhythm::Continuous, r"thuong[ _]xuyen|lien tuc|hang (ngay|tuan)"),
            (Rhythm::Once, r"\b(mot|0?1)[ _]lan\b"),
        ]
        .map(|(rhythm, words)| (rhythm, pattern(words)))
        .into()
    });
    static HALF: LazyLock<Regex> = LazyLock::new(|| pattern(HALF_YEAR));
    let halves = HALF.replace_all(folded, "");
    KNOWN.iter().find(|(_, words)| words.is_match(&halves)).map(|(rhythm, _)| *rhythm)
}

/// The first or the last six months of a year.
const HALF_YEAR: &str = r"\b(?:0?6|sau) thang (dau|cuoi)(?: cua)?(?: nam)?(?: (\d{4})\b)?";

fn pattern(words: &str) -> Regex {
    Regex::new(words).expect("the patterns of this file are sound")
}

/// Every moment that a text names, in its order.
fn moments(folded: &str) -> Result<Vec<Moment>, NoPeriod> {
    static ANY: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(
            "{HALF_YEAR}{}{}{}{}{}{}{}{}",
            r"|\b(?:giai doan |nam )?(\d{4,}) ?(?:-|den(?: het)?(?: nam)?) ?(?:nam )?(\d{4,})\b(?: ?[/.])?",
            r"|\bngay (\d{1,2}) thang (\d{1,2})\b(?: nam (\d+)\b)?",
            r"|\b(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4,}|\d\d)\b",
            r"|\bquy ((?:[ivx]+|\d{1,2})\b(?:(?: ?[,-] ?| va | den | den het )(?:quy )?(?:[ivx]+|[1-9])\b)*)(?: ?[/,.-]? ?(?:nam )?(\d{3,})\b)?",
            r"|\bthang ((?:\d{1,2})\b(?:(?: ?[,-] ?| va | den | den het )(?:thang )?\d{1,2}\b)*)(?: ?[/,.-]? ?(?:nam )?(\d{3,})\b)?",
            r"|\b(\d{1,2}) ?[/.-] ?(\d{4,})\b",
            r"|\b(\d{1,2}) ?[/.-] ?(\d{1,2})\b",
            r"|\b(?:nam )?((?:19|20)\d\d)\b",
        ))
    });
    ANY.captures_iter(folded).map(|found| moment(&found)).collect()
}

/// The moment of a match. The groups are those of [`moments`], in their order.
fn moment(found: &Captures<'_>) -> Result<Moment, NoPeriod> {
    let text = |at: usize| found.get(at).map(|group| group.as_str());
    let number =
        |at: usize| text(at).and_then(|digits| digits.parse::<i8>().ok()).ok_or(NoPeriod::Impossible);
    let year = |at: usize| text(at).map(a_year).transpose();
    if let Some(half) = text(1) {
        let months = if half == "dau" { (1, 6) } else { (7, 12) };
        return Ok(Moment::Months(year(2)?, months.0, months.1));
    }
    if let (Some(first), Some(last)) = (year(3)?, year(4)?) {
        return if first <= last { Ok(Moment::Years(first, last)) } else { Err(NoPeriod::Impossible) };
    }
    for at in [5, 8] {
        if text(at).is_some() {
            return a_day(year(at + 2)?, number(at + 1)?, number(at)?);
        }
    }
    if let Some(quarters) = text(11) {
        let (first, last) = ends(quarters, a_quarter)?;
        return Ok(Moment::Months(year(12)?, first * 3 - 2, last * 3));
    }
    if let Some(months) = text(13) {
        let (first, last) = ends(months, a_month)?;
        return Ok(Moment::Months(year(14)?, first, last));
    }
    if let Some(month) = text(15) {
        let month = a_month(month).ok_or(NoPeriod::Impossible)?;
        return Ok(Moment::Months(year(16)?, month, month));
    }
    if text(17).is_some() {
        return a_day(None, number(18)?, number(17)?);
    }
    let year = year(19)?.ok_or(NoPeriod::Unread)?;
    Ok(Moment::Years(year, year))
}

/// A day that exists, in its year or in some year.
fn a_day(year: Option<i16>, month: i8, day: i8) -> Result<Moment, NoPeriod> {
    let known = Date::new(year.unwrap_or(2024), month, day).is_ok();
    known.then_some(Moment::Day(year, month, day)).ok_or(NoPeriod::Impossible)
}

/// A year of four digits, or of two.
fn a_year(digits: &str) -> Result<i16, NoPeriod> {
    let year: i16 = digits.parse().map_err(|_| NoPeriod::Impossible)?;
    let year = if digits.len() == 2 { 2000 + year } else { year };
    (1990..=2099).contains(&year).then_some(year).ok_or(NoPeriod::Impossible)
}

/// The first and the last of a list such as `III, IV` or `3 - 6`.
fn ends(list: &str, read: fn(&str) -> Option<i8>) -> Result<(i8, i8), NoPeriod> {
    let parts = list
        .split([' ', ',', '-'])
        .filter(|part| !part.is_empty() && !["va", "den", "het", "quy", "thang"].contains(part));
    let all: Vec<i8> = parts.map(read).collect::<Option<_>>().ok_or(NoPeriod::Impossible)?;
    let (first, last) = (all.iter().min().copied(), all.iter().max().copied());
    first.zip(last).ok_or(NoPeriod::Impossible)
}

fn a_quarter(word: &str) -> Option<i8> {
    let roman = ["i", "ii", "iii", "iv"]
        .iter()
        .position(|roman| *roman == word)
        .and_then(|at| i8::try_from(at + 1).ok());
    roman.or_else(|| word.parse().ok().filter(|quarter| (1..=4).contains(quarter)))
}

fn a_month(word: &str) -> Option<i8> {
    word.parse().ok().filter(|month| (1..=12).contains(month))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: (Date, Date) = (date(2021, 12, 17), date(2025, 12, 31));

    fn rhythmic(rhythm: Rhythm) -> Period {
        Period { rhythm: Some(rhythm), ..Period::default() }
    }

    fn due(rhythm: Option<Rhythm>, month: i8, day: i8) -> Period {
        Period { rhythm, due: Some((month, day)), ..Period::default() }
    }

    fn span(first: Option<Date>, last: Option<Date>) -> Period {
        Period { first, last, ..Period::default() }
    }

    #[test]
    fn how_often_is_told_in_words() {
        let known = [
            ("Thường xuyên", Rhythm::Continuous),
            ("Thường xuyên, liên tục", Rhythm::Continuous),
            ("Thường xuyên; báo cáo hằng quý", Rhythm::Quarterly),
            ("Hằng năm", Rhythm::Yearly),
            ("Hàng năm", Rhythm::Yearly),
            ("hang_nam", Rhythm::Yearly),
            ("Định kỳ hàng quý", Rhythm::Quarterly),
            ("6 tháng", Rhythm::HalfYearly),
            ("6 tháng, năm", Rhythm::HalfYearly),
            ("02 lần/năm", Rhythm::HalfYearly),
            ("01 lần/năm", Rhythm::Yearly),
            ("ngày 20 hàng tháng", Rhythm::Monthly),
            ("mot_lan", Rhythm::Once),
        ];
        for (text, rhythm) in known {
            assert_eq!(read(text, PLAN), Ok(rhythmic(rhythm)), "{text}");
        }
        assert_eq!(read("2021-2025", PLAN).map(|period| period.rhythm), Ok(Some(Rhythm::Continuous)));
    }

    #[test]
    fn a_day_with_its_year_is_the_last() {
        let last = span(None, Some(date(2025, 6, 30)));
        for text in [
            "trước ngày 30/6/2025",
            "30/06/2025",
            "Xong trước 30-6-2025",
            "30.6.2025",
            "ngày 30 tháng 6 năm 2025",
            "Chậm nhất 30/6/25",
            "đến hết tháng 6/2025",
        ] {
            assert_eq!(read(text, PLAN), Ok(last), "{text}");
        }
    }

    #[test]
    fn a_day_without_a_year_comes_back_each_year() {
        assert_eq!(read("31/03", PLAN), Ok(due(None, 3, 31)));
        assert_eq!(read("Trước ngày 31/3 hằng năm", PLAN), Ok(due(Some(Rhythm::Yearly), 3, 31)));
        assert_eq!(read("Quý I hằng năm", PLAN), Ok(due(Some(Rhythm::Yearly), 3, 31)));
        assert_eq!(read("15/6 và 15/12 hằng năm", PLAN), Ok(due(Some(Rhythm::Yearly), 12, 15)));
        assert_eq!(read("Tháng 12 hàng năm", PLAN), Ok(due(Some(Rhythm::Yearly), 12, 31)));
        assert_eq!(read("trong tháng 6", PLAN), Ok(due(None, 6, 30)));
        let only = (date(2025, 1, 1), date(2025, 12, 31));
        assert_eq!(read("trong tháng 6", only), Ok(span(Some(date(2025, 6, 1)), Some(date(2025, 6, 30)))));
    }

    #[test]
    fn months_quarters_halves_and_years_have_two_ends() {
        let known = [
            ("Quý II/2025", (4, 6)),
            ("Quý 2 năm 2025", (4, 6)),
            ("Quý II-2025", (4, 6)),
            ("Quý III, IV/2025", (7, 12)),
            ("Quý I, quý II năm 2025", (1, 6)),
            ("Từ Quý I đến Quý III năm 2025", (1, 9)),
            ("Tháng 6/2025", (6, 6)),
            ("06/2025", (6, 6)),
            ("tháng 3 - 6/2025", (3, 6)),
            ("Từ tháng 3 đến tháng 6/2025", (3, 6)),
            ("6 tháng đầu năm 2025", (1, 6)),
            ("Năm 2025", (1, 12)),
            ("2025", (1, 12)),
        ];
        for (text, (first, last)) in known {
            let expected = span(Some(date(2025, first, 1)), Some(date(2025, last, 1).last_of_month()));
            assert_eq!(read(text, PLAN), Ok(expected), "{text}");
        }
        let years = read("Giai đoạn 2021-2025", PLAN).expect("read");
        assert_eq!((years.first, years.last), (Some(date(2021, 1, 1)), Some(date(2025, 12, 31))));
        let days = read("Từ ngày 01/01/2025 đến 30/6/2025", PLAN);
        assert_eq!(days, Ok(span(Some(date(2025, 1, 1)), Some(date(2025, 6, 30)))));
        assert_eq!(read("Từ tháng 3/2022", PLAN), Ok(span(Some(date(2022, 3, 1)), None)));
        assert_eq!(read("Trước Quý II/2025", PLAN), Ok(span(None, Some(date(2025, 3, 31)))));
    }

    #[test]
    fn what_does_not_exist_is_impossible_and_what_is_no_time_is_unread() {
        for text in [
            "31/02",
            "31/02/2025",
            "29/02/2025",
            "32/1/2025",
            "15/13/2025",
            "tháng 13/2025",
            "Quý V/2025",
            "30/6/20225",
            "30/6/2025 - 01/01/2025",
            "2025-2021",
        ] {
            assert_eq!(read(text, PLAN), Err(NoPeriod::Impossible), "{text}");
        }
        for text in ["Theo kế hoạch của UBND tỉnh", "Ngay sau khi công bố", "trong 15 ngày làm việc"]
        {
            assert_eq!(read(text, PLAN), Err(NoPeriod::Unread), "{text}");
        }
        assert_eq!(read("29/02", PLAN), Ok(due(None, 2, 29)));
    }
}
