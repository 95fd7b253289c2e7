//! Terms: within how many days a question of a kind is to be answered, by which law, on which days. From
//! `data/question_terms.csv`; where no law sets a time, the program's own default is said to be one.
//!
//! The day of receiving is not counted (Bộ luật Dân sự 2015, Điều 147 khoản 2); calendar days that end on a day off end
//! with the next working day (Điều 148 khoản 5). Sending a question on changes nothing.

mod law;

use jiff::ToSpan;
use jiff::civil::Date;
use plan::Calendar;
use serde::Deserialize;

pub use law::Basis;

use super::Kind;

/// The terms of a kind on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// The law; none where the program's default stands in.
    pub law: Option<String>,
    /// The article, where known.
    pub article: String,
    /// Within how many days what is simple is answered.
    pub simple: Within,
    /// The same for what must be gathered first, once the asker was told so; none where there is no such time.
    pub complex: Option<Within>,
    /// By how many days that may be extended once more.
    pub more: Option<Within>,
    /// How far this is confirmed, as the source says it.
    pub certainty: String,
}

/// A number of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Within {
    /// How many.
    pub days: u32,
    /// Whether only working days count.
    pub is_working: bool,
}

impl Terms {
    /// The terms of a kind on a day; where the data know none yet, the earliest they know.
    pub fn on(kind: Kind, day: Date) -> Self {
        let rows: Vec<Row> = places::rows(include_str!("../../../../data/question_terms.csv"));
        let mut own = rows.into_iter().filter(|row| row.ma == kind.as_str()).collect::<Vec<_>>();
        own.sort_by_key(|row| row.tu_ngay);
        let in_force = own.iter().rposition(|row| row.tu_ngay.is_none_or(|from| from <= day)).unwrap_or(0);
        own.swap_remove(in_force).terms()
    }

    /// By when something that came, or was reopened, on a day is to be answered.
    pub fn due(&self, from: Date, calendar: &Calendar) -> Date {
        self.simple.after(from, calendar)
    }

    /// By when it is to be answered after one more extension; none where the law allows no more.
    pub fn extended(&self, from: Date, due: Date, before: i64, calendar: &Calendar) -> Option<Date> {
        let later = match before {
            0 => self.complex?.after(from, calendar),
            1 => self.more?.after(due, calendar),
            _ => return None,
        };
        (later > due).then_some(later)
    }

    /// Whether anything about it is still to be compared with the law's text.
    pub fn is_to_check(&self) -> bool {
        self.certainty.contains("can_doi_chieu")
    }
}

impl Within {
    fn after(self, from: Date, calendar: &Calendar) -> Date {
        if self.is_working {
            return calendar.workdays.add_working_days(from, self.days);
        }
        calendar.deadline(from.saturating_add(i64::from(self.days).days()))
    }
}

/// A row of the file; its headings are Vietnamese, as those of the other laws.
#[derive(Deserialize)]
struct Row {
    ma: String,
    luat: String,
    dieu: String,
    tu_ngay: Option<Date>,
    thoi_han_ngay: u32,
    loai_ngay: String,
    phuc_tap_ngay: Option<u32>,
    loai_phuc_tap: String,
    gia_han_ngay: Option<u32>,
    loai_gia_han: String,
    do_tin_cay: String,
}

impl Row {
    fn terms(self) -> Terms {
        let within = |days: u32, word: &str| Within { days, is_working: word == "lam_viec" };
        Terms {
            simple: within(self.thoi_han_ngay, &self.loai_ngay),
            complex: self.phuc_tap_ngay.map(|days| within(days, &self.loai_phuc_tap)),
            more: self.gia_han_ngay.map(|days| within(days, &self.loai_gia_han)),
            law: Some(self.luat).filter(|law| !law.is_empty()),
            article: self.dieu,
            certainty: self.do_tin_cay,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use plan::calendar::{Workdays, statutory};
    use proptest::prelude::*;

    use super::*;

    fn calendar() -> Calendar {
        let workdays = Workdays::new((2021..=2030).flat_map(statutory::of_year), []);
        Calendar { workdays, ..Calendar::default() }
    }

    #[test]
    fn each_kind_has_its_time_counted_in_its_days() {
        for (kind, from, due) in [
            // A Tuesday; over a weekend; before the days around 30 April, Friday 2 May being off for a Saturday of work.
            (Kind::Feedback, date(2025, 5, 20), date(2025, 5, 27)),
            (Kind::Feedback, date(2025, 5, 23), date(2025, 5, 30)),
            (Kind::Feedback, date(2025, 4, 28), date(2025, 5, 8)),
            (Kind::Information, date(2025, 5, 20), date(2025, 5, 23)),
            (Kind::Information, date(2025, 4, 29), date(2025, 5, 7)),
            (Kind::Information, date(2026, 9, 4), date(2026, 9, 9)),
            // Three days to a Sunday end with the Monday; in 2026 the new decree counts two working days, and Saturday
            // 10 January was one.
            (Kind::OwnData, date(2025, 5, 22), date(2025, 5, 26)),
            (Kind::OwnData, date(2025, 5, 20), date(2025, 5, 23)),
            (Kind::OwnData, date(2026, 1, 9), date(2026, 1, 12)),
        ] {
            assert_eq!(Terms::on(kind, from).due(from, &calendar()), due, "{kind:?} {from}");
        }
    }

    #[test]
    fn information_may_be_extended_twice_and_feedback_never() {
        let (calendar, from) = (calendar(), date(2025, 5, 20));
        let terms = Terms::on(Kind::Information, from);
        let complex = terms.extended(from, date(2025, 5, 23), 0, &calendar).unwrap();
        assert_eq!(complex, date(2025, 6, 4));
        assert_eq!(terms.extended(from, complex, 1, &calendar), Some(date(2025, 6, 19)));
        assert_eq!(terms.extended(from, date(2025, 6, 19), 2, &calendar), None);
        let feedback = Terms::on(Kind::Feedback, from);
        assert_eq!(feedback.extended(from, date(2025, 5, 27), 0, &calendar), None);
        assert!(feedback.law.is_none() && feedback.is_to_check());
    }

    #[test]
    fn laws_follow_each_other() {
        let law = |kind, day| Terms::on(kind, day).law.unwrap_or_default();
        assert_eq!(law(Kind::Information, date(2026, 8, 31)), "Luật Tiếp cận thông tin 104/2016/QH13");
        assert_eq!(
            Terms::on(Kind::Information, date(2026, 8, 31)).article,
            "Điều 30",
            "asked through the network"
        );
        assert!(law(Kind::Information, date(2026, 9, 1)).contains("sửa đổi"));
        assert_eq!(law(Kind::OwnData, date(2025, 12, 31)), "Nghị định 13/2023/NĐ-CP");
        assert_eq!(law(Kind::OwnData, date(2026, 1, 1)), "Nghị định 356/2025/NĐ-CP");
    }

    proptest! {
        #[test]
        fn a_deadline_is_a_later_working_day_and_never_comes_earlier_for_who_asks_later(
            kind in prop::sample::select(Kind::ALL.to_vec()), day in 0_i32..3000, wait in 0_i32..30,
        ) {
            let calendar = calendar();
            let first = date(2021, 1, 1).saturating_add(day.days());
            let later = first.saturating_add(wait.days());
            let terms = Terms::on(kind, first);
            let (due, next) = (terms.due(first, &calendar), terms.due(later, &calendar));
            prop_assert!(due > first && due <= next && calendar.workdays.is_working_day(due));
            let mut last = due;
            for before in 0..4 {
                match terms.extended(first, last, before, &calendar) {
                    Some(more) => { prop_assert!(before < 2 && more > last && calendar.workdays.is_working_day(more)); last = more; }
                    None => prop_assert!(kind != Kind::Information || before >= 2),
                }
            }
        }
    }
}
