//! Laws: which terms a duty has on a day. Dated; a law that lapsed ends. From `data/disclosure_laws.csv`.
//!
//! Luật 10/2022/QH15 sets what, where and when in general; where another law sets content or time, that law wins.

use jiff::civil::Date;
use serde::Deserialize;

use super::Place;

/// What one law says of a duty; what it does not set is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Law {
    /// Whether it sets the matter for itself, and so wins over the general law.
    pub is_special: bool,
    /// The law: `Luật 10/2022/QH15`.
    pub name: String,
    /// The article, where known: `Điều 11 khoản 3`.
    pub article: String,
    /// The first day in force; none where it was in force before this program's records begin, or is not known.
    pub from: Option<Date>,
    /// The last day in force.
    pub to: Option<Date>,
    /// Where it is made public.
    pub places: Option<Vec<Place>>,
    /// Within how many days.
    pub within: Option<Within>,
    /// From what these days are counted, in Vietnamese.
    pub counted_from: Option<String>,
    /// How long it stays up.
    pub stays: Option<Stays>,
    /// How far the row is confirmed, as the source says it: `noi_dung:tim_thay;thoi_han:can_doi_chieu`.
    pub certainty: String,
}

/// A number of days after the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Within {
    /// How many; 0 is the day itself.
    pub days: u32,
    /// Which days count.
    pub counted: Counted,
}

/// Which days count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Ngày làm việc.
    Working,
    /// Every day of the calendar.
    Calendar,
}

/// How long something stays up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stays {
    /// So many days after the day that it was posted.
    Days(Within),
    /// As long as it holds: until the next of its kind.
    Throughout,
}

/// The terms of a duty on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// The laws that they come from, the one that wins first.
    pub laws: Vec<Law>,
    /// Where it is made public.
    pub places: Vec<Place>,
    /// Within how many days.
    pub within: Within,
    /// From what these days are counted, in Vietnamese.
    pub counted_from: String,
    /// How long it stays up.
    pub stays: Stays,
}

impl Law {
    /// Whether it is in force on a day.
    pub fn in_force(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether anything about it is still to be compared with the law's text.
    pub fn is_to_check(&self) -> bool {
        self.certainty.contains("can_doi_chieu")
    }
}

impl Terms {
    /// What these laws ask for on a day; none where no law in force does.
    pub fn on(laws: &[Law], day: Date) -> Option<Self> {
        let mut in_force: Vec<&Law> = laws.iter().filter(|law| law.in_force(day)).collect();
        in_force.sort_by_key(|law| !law.is_special);
        let first = |of: fn(&&Law) -> bool| in_force.iter().copied().find(of);
        Some(Self {
            places: first(|law| law.places.is_some())?.places.clone()?,
            within: first(|law| law.within.is_some())?.within?,
            counted_from: first(|law| law.counted_from.is_some())?.counted_from.clone()?,
            stays: first(|law| law.stays.is_some())?.stays?,
            laws: in_force.into_iter().cloned().collect(),
        })
    }

    /// Whether anything about the law that wins is still to be compared with its text.
    pub fn is_to_check(&self) -> bool {
        self.laws.first().is_some_and(Law::is_to_check)
    }
}

/// A row of the file; its headings are Vietnamese, as the practice file was handed over.
#[derive(Deserialize)]
struct Row {
    ma: String,
    bac: String,
    luat: String,
    dieu: String,
    tu_ngay: Option<Date>,
    den_ngay: Option<Date>,
    noi_cong_khai: String,
    thoi_han_ngay: Option<u32>,
    loai_ngay: String,
    moc_tinh: String,
    thoi_luong_ngay: String,
    loai_thoi_luong: String,
    do_tin_cay: String,
}

/// What is said of a duty, by every law.
pub(super) fn of(duty: &str) -> Vec<Law> {
    let rows: Vec<Row> = places::rows(include_str!("../../../../data/disclosure_laws.csv"));
    rows.into_iter().filter(|row| row.ma == duty).map(Row::law).collect()
}

impl Row {
    fn law(self) -> Law {
        let counted = |word: &str| if word == "lam_viec" { Counted::Working } else { Counted::Calendar };
        let stays = match self.thoi_luong_ngay.as_str() {
            "suot_ky" => Some(Stays::Throughout),
            days => days
                .parse()
                .ok()
                .map(|days| Stays::Days(Within { days, counted: counted(&self.loai_thoi_luong) })),
        };
        let places: Vec<Place> = self.noi_cong_khai.split(';').filter_map(Place::read).collect();
        Law {
            is_special: self.bac == "rieng",
            within: self.thoi_han_ngay.map(|days| Within { days, counted: counted(&self.loai_ngay) }),
            counted_from: Some(self.moc_tinh).filter(|from| !from.is_empty()),
            places: Some(places).filter(|places| !places.is_empty()),
            stays,
            name: self.luat,
            article: self.dieu,
            from: self.tu_ngay,
            to: self.den_ngay,
            certainty: self.do_tin_cay,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::Duty;

    fn on(duty: &str, day: Date) -> Option<Terms> {
        Terms::on(&Duty::of(duty).unwrap().laws, day)
    }

    #[test]
    fn where_another_law_sets_the_time_that_law_wins() {
        // Land taken back: the general law alone until the Land Law of 2024 came into force.
        let before = on("CK08", date(2024, 7, 31)).unwrap();
        let after = on("CK08", date(2024, 8, 1)).unwrap();
        assert_eq!(before.within, Within { days: 5, counted: Counted::Working });
        assert_eq!(after.within, Within { days: 10, counted: Counted::Calendar });
        assert_eq!(after.laws[0].name, "Luật Đất đai 31/2024/QH15");
        assert_eq!(after.laws[1].name, "Luật 10/2022/QH15");
    }

    #[test]
    fn what_the_special_law_leaves_open_the_general_one_sets() {
        let terms = on("CK21", date(2025, 7, 1)).unwrap();
        assert_eq!(terms.laws[0].name, "Nghị định 118/2025/NĐ-CP");
        assert_eq!(terms.within, Within { days: 5, counted: Counted::Working });
        assert_eq!(terms.stays, Stays::Throughout);
    }

    #[test]
    fn a_law_that_lapsed_asks_for_nothing() {
        assert!(on("CK16", date(2021, 12, 31)).is_none());
        assert!(on("CK16", date(2025, 12, 31)).is_some());
        assert!(on("CK16", date(2026, 1, 1)).is_none());
        assert_eq!(on("CK24", date(2026, 9, 1)).unwrap().laws.len(), 1);
    }

    #[test]
    fn every_row_says_how_far_it_is_confirmed_and_a_rest_is_never_a_guess() {
        for duty in Duty::all() {
            for law in &duty.laws {
                assert!(!law.certainty.is_empty() && !law.name.is_empty(), "{}", duty.code);
                assert!(law.from.zip(law.to).is_none_or(|(from, to)| from <= to), "{}", duty.code);
            }
            assert!(Terms::on(&duty.laws, date(2025, 5, 20)).is_some(), "{}", duty.code);
        }
    }
}
