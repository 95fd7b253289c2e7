//! The days off of a year: what the law fixes, what was decided for it, and the days in lieu.
//!
//! Bộ luật Lao động 2019, Điều 112: 1 January, five days of Tết, 10/3 of the lunar calendar, 30 April, 1 May,
//! 2 September and the day before or after. Since 2026 also 24 November (Nghị quyết 28/2026/QH16, in force
//! from 1 July 2026). Điều 111 khoản 3: a day off that falls on a weekly rest day is made up for on the next
//! working day; that reaches the days of Điều 112 and so not 24 November.
//!
//! Which days of Tết and which neighbour of 2 September is decided each year. Where the decision is not
//! known, only what is off under either of the choices in use (one day before Tết and four from it, or two
//! and three) is given: the last day of the old year, mùng 1–3, and 2 September alone.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::decided::{self, Decided, What};
use super::holiday::{Holiday, Kind, is_weekend};
use super::lunar;

const LAW: &str = "Bộ luật Lao động 2019, Điều 112";
const IN_LIEU: &str = "Bộ luật Lao động 2019, Điều 111 khoản 3";
const TET: &str = "Tết Âm lịch";
const NATIONAL: &str = "Quốc khánh";

/// Every holiday of a year from 2021 on, by day.
pub fn of_year(year: i16) -> Vec<Holiday> {
    let decided = decided::of_year(year);
    let mut days = fixed(year);
    days.extend(tet(year, &decided));
    days.extend(decided.into_iter().filter(|row| row.what != What::Tet).map(other));
    days.sort();
    let in_lieu = in_lieu(&days);
    days.extend(in_lieu);
    if year >= 2026 {
        days.push(off(date(year, 11, 24), "Ngày Văn hóa Việt Nam", "Nghị quyết 28/2026/QH16, Điều 2"));
    }
    days.sort();
    days
}

fn fixed(year: i16) -> Vec<Holiday> {
    vec![
        off(date(year, 1, 1), "Tết Dương lịch", LAW),
        off(lunar::day(year, 3, 10), "Giỗ Tổ Hùng Vương", LAW),
        off(date(year, 4, 30), "Ngày Chiến thắng", LAW),
        off(date(year, 5, 1), "Ngày Quốc tế lao động", LAW),
        off(date(year, 9, 2), NATIONAL, LAW),
    ]
}

/// The decided days of Tết, or those that are off whatever is decided.
fn tet(year: i16, decided: &[Decided]) -> Vec<Holiday> {
    let rows = decided.iter().filter(|row| row.what == What::Tet);
    let days: Vec<_> = rows.map(|row| off(row.day, TET, &format!("{LAW}; {}", row.decision))).collect();
    if !days.is_empty() {
        return days;
    }
    let first = lunar::new_year(year);
    (-1..=2).map(|step| off(first.saturating_add(step.days()), TET, LAW)).collect()
}

fn other(row: Decided) -> Holiday {
    let (name, kind, source) = match row.what {
        What::SwappedOff => ("Nghỉ hoán đổi", Kind::SwappedOff, row.decision),
        What::MakeUpWork => ("Làm bù", Kind::MakeUpWork, row.decision),
        What::NationalDay | What::Tet => (NATIONAL, Kind::Statutory, format!("{LAW}; {}", row.decision)),
    };
    Holiday { day: row.day, name: name.to_owned(), kind, source }
}

/// The next working day for each day off that falls on a weekend.
fn in_lieu(days: &[Holiday]) -> Vec<Holiday> {
    let mut given: Vec<Holiday> = Vec::new();
    for lost in days.iter().filter(|h| h.kind == Kind::Statutory && is_weekend(h.day)) {
        let taken = |day: Date| days.iter().chain(&given).any(|holiday| holiday.day == day);
        let next = lost.day.series(1.day()).find(|day| !is_weekend(*day) && !taken(*day));
        given.extend(next.map(|day| off(day, &format!("Nghỉ bù {}", lost.name), IN_LIEU)));
    }
    given
}

fn off(day: Date, name: &str, source: &str) -> Holiday {
    Holiday { day, name: name.to_owned(), kind: Kind::Statutory, source: source.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Weekdays off and weekend days worked.
    fn told(year: i16) -> (String, String) {
        let days = of_year(year);
        let list = |kept: &dyn Fn(&Holiday) -> bool| {
            let days = days.iter().filter(|h| kept(h)).map(|h| h.day.strftime("%-d/%-m").to_string());
            days.collect::<Vec<_>>().join(" ")
        };
        (list(&|h| h.kind != Kind::MakeUpWork && !is_weekend(h.day)), list(&|h| h.kind == Kind::MakeUpWork))
    }

    #[test]
    fn each_year_has_the_weekdays_off_that_offices_kept() {
        let kept = [
            (2021, "1/1 10/2 11/2 12/2 15/2 16/2 21/4 30/4 3/5 2/9 3/9", ""),
            (2022, "3/1 31/1 1/2 2/2 3/2 4/2 11/4 2/5 3/5 1/9 2/9", ""),
            (2023, "2/1 20/1 23/1 24/1 25/1 26/1 1/5 2/5 3/5 1/9 4/9", ""),
            (2024, "1/1 8/2 9/2 12/2 13/2 14/2 18/4 29/4 30/4 1/5 2/9 3/9", "4/5"),
            (2025, "1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 2/5 1/9 2/9", "26/4"),
            (2026, "1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11", "10/1 22/8"),
            (2027, "1/1 4/2 5/2 8/2 9/2 10/2 16/4 30/4 3/5 2/9 3/9 24/11", ""),
        ];
        for (year, off, worked) in kept {
            assert_eq!(told(year), (off.to_owned(), worked.to_owned()), "{year}");
        }
    }

    #[test]
    fn an_undecided_year_has_only_what_is_off_in_any_case() {
        // Tết is on Wednesday 26 January 2028: Tuesday to Friday, and 2 September falls on a Saturday.
        assert_eq!(told(2028).0, "3/1 25/1 26/1 27/1 28/1 4/4 1/5 2/5 4/9 24/11");
    }

    #[test]
    fn a_day_is_told_once_and_carries_its_source() {
        for year in 2021..=2035 {
            let days = of_year(year);
            assert!(days.windows(2).all(|pair| pair[0].day < pair[1].day), "{year}");
            assert!(days.iter().all(|holiday| !holiday.source.is_empty() && holiday.day.year() == year));
        }
    }
}
