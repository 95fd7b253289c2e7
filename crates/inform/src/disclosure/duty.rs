//! A duty: something that a commune must make public whenever an event of some kind happens. From
//! `data/disclosures.csv`, with the kinds of event from `data/disclosure_events.csv`.

use std::sync::LazyLock;

use accounts::{Agency, Directory, agency};
use jiff::civil::Date;
use serde::Deserialize;

use super::law::{self, Law};
use super::{Commune, Terms};

/// Something that must be made public.
#[derive(Debug, PartialEq, Eq)]
pub struct Duty {
    /// Its code: `CK11`.
    pub code: String,
    /// What is made public, in the words of the law.
    pub content: String,
    /// The same in English.
    pub content_en: String,
    /// The same as one says it to a neighbour.
    pub plain: String,
    /// The same in English.
    pub plain_en: String,
    /// The kinds of event that it arises from.
    pub kinds: Vec<String>,
    /// How the department in charge is called; where one is no more, the next.
    pub departments: Vec<String>,
    /// What it is about.
    pub topic: Topic,
    /// The kinds of commune that have it; none where all do.
    pub communes: Vec<Commune>,
    /// Whether it tells of the commune's own office, whom it receives and how: it ends when the commune does.
    pub is_of_body: bool,
    /// The sub-dimensions that it serves: `2.4`.
    pub items: Vec<String>,
    /// The laws that ask for it.
    pub laws: Vec<Law>,
}

/// What duties are about, in the order in which people are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// Budgets, fees, contributions.
    Money,
    /// Land, plans, building.
    Land,
    /// Poor households, benefits.
    Support,
    /// Procedures, officials, receiving people.
    Service,
    /// Plans, opinions, elections, information, law.
    Common,
    /// Pollution.
    Environment,
}

impl Topic {
    /// Every topic.
    pub const ALL: [Self; 6] =
        [Self::Money, Self::Land, Self::Support, Self::Service, Self::Common, Self::Environment];

    /// The word in the data and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Money => "tien",
            Self::Land => "dat",
            Self::Support => "ho_tro",
            Self::Service => "giay_to",
            Self::Common => "viec_chung",
            Self::Environment => "moi_truong",
        }
    }

    fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.as_str() == word)
    }
}

/// A kind of event.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct Kind {
    /// Its code: `ke_hoach_su_dung_dat`.
    #[serde(rename = "ma")]
    pub code: String,
    /// What happened.
    #[serde(rename = "ten")]
    pub name: String,
    /// The same in English.
    #[serde(rename = "ten_en")]
    pub name_en: String,
    /// `quarter` where the calendar makes it happen; else empty, and somebody records it.
    #[serde(rename = "theo_lich")]
    calendar: String,
}

/// The kind of event that the end of each quarter is.
pub(super) const QUARTER: &str = "het_quy";

impl Duty {
    /// Every duty, by code.
    pub fn all() -> &'static [Self] {
        static ALL: LazyLock<Vec<Duty>> = LazyLock::new(read);
        &ALL
    }

    /// The duty of this code.
    pub fn of(code: &str) -> Option<&'static Self> {
        Self::all().iter().find(|duty| duty.code == code)
    }

    /// Those that an event of this kind makes arise.
    pub fn from(kind: &str) -> impl Iterator<Item = &'static Self> {
        Self::all().iter().filter(move |duty| duty.kinds.iter().any(|own| own == kind))
    }

    /// Those that an event of this kind on a day makes arise, by the laws in force.
    pub fn arising(kind: &str, day: Date) -> impl Iterator<Item = &'static Self> {
        Self::from(kind).filter(move |duty| Terms::on(&duty.laws, day).is_some())
    }

    /// Whether communes of the kind that this name has have it.
    fn is_of(&self, commune: &str) -> bool {
        self.communes.is_empty() || Commune::of(commune).is_none_or(|kind| self.communes.contains(&kind))
    }

    /// The department in charge on a day in the province of a commune: the first of the names that is in force.
    pub fn department<'a>(&self, directory: &'a Directory, commune: &str, day: Date) -> Option<&'a Agency> {
        let unit = directory.agency(commune)?.unit.clone();
        let called = |agency: &Agency, name: &str| {
            agency.name.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let is = |agency: &&Agency, name: &str| {
            let of_kind = agency.kind == agency::Kind::Department;
            of_kind && called(agency, name) && directory.is_in(agency, &unit, day)
        };
        self.departments.iter().find_map(|name| directory.agencies().find(|agency| is(agency, name)))
    }
}

impl Kind {
    /// Whether somebody records it; the others come with the calendar.
    pub fn is_recorded(&self) -> bool {
        self.calendar.is_empty()
    }

    /// Whether a commune of this name has anything to make public after it.
    pub fn concerns(&self, commune: &str) -> bool {
        Duty::from(&self.code).any(|duty| duty.is_of(commune))
    }
}

/// Whether a commune of this name owes something of the kind on a day, by the laws in force.
pub(super) fn is_owed(duty: &Duty, commune: &str, day: Date) -> bool {
    duty.is_of(commune) && Terms::on(&duty.laws, day).is_some()
}

/// Every kind of event, in the order of the data.
pub fn kinds() -> &'static [Kind] {
    static ALL: LazyLock<Vec<Kind>> =
        LazyLock::new(|| places::rows(include_str!("../../../../data/disclosure_events.csv")));
    &ALL
}

/// The kind of this code.
pub fn kind(code: &str) -> Option<&'static Kind> {
    kinds().iter().find(|kind| kind.code == code)
}

/// A row of the file; its headings are Vietnamese, as the practice file was handed over.
#[derive(Deserialize)]
struct Row {
    ma: String,
    noi_dung: String,
    noi_dung_en: String,
    de_hieu: String,
    de_hieu_en: String,
    su_kien: String,
    phu_trach: String,
    chi_so_thanh_phan: String,
    chu_de: String,
    loai_don_vi: String,
    cua_don_vi: String,
}

fn read() -> Vec<Duty> {
    let rows: Vec<Row> = places::rows(include_str!("../../../../data/disclosures.csv"));
    let list = |cell: &str| cell.split(';').map(str::to_owned).collect();
    let duty = |row: Row| Duty {
        laws: law::of(&row.ma),
        kinds: list(&row.su_kien),
        departments: list(&row.phu_trach),
        items: list(&row.chi_so_thanh_phan),
        // A test holds that every row has one of the words.
        topic: Topic::read(&row.chu_de).unwrap_or(Topic::Common),
        communes: row.loai_don_vi.split(';').filter_map(Commune::read).collect(),
        is_of_body: row.cua_don_vi == "co",
        code: row.ma,
        content: row.noi_dung,
        content_en: row.noi_dung_en,
        plain: row.de_hieu,
        plain_en: row.de_hieu_en,
    };
    rows.into_iter().map(duty).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_duty_has_its_kinds_of_event_its_laws_and_every_kind_has_a_duty() {
        assert_eq!(Duty::all().len(), 27);
        let asked: BTreeSet<&str> =
            Duty::all().iter().flat_map(|duty| &duty.kinds).map(String::as_str).collect();
        let known: BTreeSet<&str> = kinds().iter().map(|kind| kind.code.as_str()).collect();
        assert_eq!(asked, known);
        for duty in Duty::all() {
            assert!(!duty.laws.is_empty() && !duty.departments[0].is_empty(), "{}", duty.code);
            assert!(duty.items.iter().all(|item| item.len() == 3), "{}", duty.code);
        }
    }

    #[test]
    fn every_duty_says_what_it_is_about_and_who_has_it() {
        let rows: Vec<Row> = places::rows(include_str!("../../../../data/disclosures.csv"));
        for row in rows {
            assert!(Topic::read(&row.chu_de).is_some(), "{}: {}", row.ma, row.chu_de);
            let kinds = row.loai_don_vi.split(';').filter(|word| !word.is_empty());
            assert!(kinds.map(Commune::read).all(|kind| kind.is_some()), "{}", row.ma);
        }
        let day = jiff::civil::date(2026, 1, 1);
        let owes = |code, commune| is_owed(Duty::of(code).unwrap(), commune, day);
        assert!(owes("CK10", "UBND xã Hiệp Thành") && !owes("CK10", "UBND phường Nhà Mát"));
        assert!(owes("CK03", "UBND phường Nhà Mát"));
        assert!(!owes("CK16", "UBND phường Nhà Mát"), "its law has lapsed");
    }

    #[test]
    fn only_the_end_of_a_quarter_comes_with_the_calendar() {
        let calendar: Vec<_> = kinds().iter().filter(|kind| !kind.is_recorded()).collect();
        assert!(calendar.len() == 1 && calendar[0].code == QUARTER);
    }
}
