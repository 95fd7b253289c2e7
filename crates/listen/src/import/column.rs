//! What a column of another system's file is: guessed by its heading, corrected by a person.

use fieldwork::column::words;
use serde::{Deserialize, Serialize};

/// What a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The feedback's own code in the other system.
    Code,
    /// The day that it came.
    Received,
    /// The commune that it is about.
    Place,
    /// What was asked.
    Words,
    /// Who answers.
    Agency,
    /// By when it is to be answered.
    Due,
    /// The day of the answer.
    Answered,
    /// How it stands.
    State,
    /// Whether who asked is satisfied.
    Satisfied,
    /// Where it can be read in the other system.
    Link,
}

/// Headings that mean a kind, folded; of those that fit, the longest counts.
const HEADINGS: [(Kind, &[&str]); 10] = [
    (
        Kind::Code,
        &[
            "ma",
            "ma so",
            "ma phan anh",
            "ma kien nghi",
            "ma pa",
            "ma pakn",
            "ma ho so",
            "ma phieu",
            "so phieu",
            "ma tiep nhan",
            "ma yeu cau",
            "id",
            "code",
            "ticket",
        ],
    ),
    (
        Kind::Received,
        &[
            "ngay tiep nhan",
            "thoi gian tiep nhan",
            "ngay nhan",
            "ngay gui",
            "thoi gian gui",
            "ngay phan anh",
            "thoi gian phan anh",
            "ngay tao",
            "thoi gian tao",
            "ngay den",
            "received",
            "created",
            "submitted",
        ],
    ),
    (
        Kind::Place,
        &[
            "xa phuong",
            "phuong xa",
            "xa",
            "phuong",
            "xa phuong thi tran",
            "dia ban",
            "noi xay ra",
            "don vi hanh chinh",
            "commune",
            "ward",
            "area",
        ],
    ),
    (Kind::Words, &["noi dung", "noi dung phan anh", "tieu de", "van de", "chu de", "content", "subject"]),
    (
        Kind::Agency,
        &[
            "don vi xu ly",
            "co quan xu ly",
            "don vi chu tri",
            "co quan chu tri",
            "don vi tra loi",
            "co quan tra loi",
            "noi tra loi",
            "don vi tiep nhan",
            "co quan tiep nhan",
            "noi xu ly",
            "don vi",
            "co quan",
            "agency",
            "department",
        ],
    ),
    (
        Kind::Due,
        &["han", "han xu ly", "han tra loi", "ngay het han", "thoi han", "han giai quyet", "due", "deadline"],
    ),
    (
        Kind::Answered,
        &[
            "ngay tra loi",
            "ngay xu ly",
            "ngay xu ly xong",
            "ngay hoan thanh",
            "thoi gian hoan thanh",
            "thoi gian tra loi",
            "ngay giai quyet",
            "ngay ket thuc",
            "ngay phan hoi",
            "answered",
            "resolved",
            "closed",
        ],
    ),
    (Kind::State, &["trang thai", "tinh trang", "trang thai xu ly", "status", "state"]),
    (
        Kind::Satisfied,
        &["hai long", "danh gia", "muc do hai long", "muc hai long", "satisfied", "satisfaction", "rating"],
    ),
    (Kind::Link, &["duong dan", "lien ket", "link", "url"]),
];
/// What tells who somebody is besides what a survey's reader knows: who reported, and the official who dealt with it.
const WHO: [&str; 23] = [
    "nguoi phan anh",
    "nguoi gui",
    "nguoi kien nghi",
    "nguoi yeu cau",
    "nguoi nop",
    "nguoi dan",
    "cong dan",
    "tai khoan",
    "lien he",
    "dinh danh",
    "nguoi xu ly",
    "can bo",
    "chuyen vien",
    "nguoi nhap",
    "nguoi tiep nhan",
    "nguoi dai dien",
    "nguoi nhan",
    "khach hang",
    "ben mua",
    "to chuc ca nhan",
    "ong ba",
    "nam sinh",
    "d c",
];

impl Kind {
    /// Every kind, in the order of the form.
    pub const ALL: [Self; 10] = [
        Self::Code,
        Self::Received,
        Self::Place,
        Self::Words,
        Self::Agency,
        Self::Due,
        Self::Answered,
        Self::State,
        Self::Satisfied,
        Self::Link,
    ];

    /// The word in the database, in forms and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Received => "received",
            Self::Place => "place",
            Self::Words => "words",
            Self::Agency => "agency",
            Self::Due => "due",
            Self::Answered => "answered",
            Self::State => "state",
            Self::Satisfied => "satisfied",
            Self::Link => "link",
        }
    }

    /// The kind by its word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// What a heading seems to mean.
    pub(super) fn guess(heading: &str) -> Option<Self> {
        let said = words(heading);
        let fits = |known: &&&str| {
            known.contains(' ') && said.contains(&format!(" {known} ")) || said.trim() == **known
        };
        let longest = |(kind, known): &(Self, &[&str])| {
            known.iter().filter(fits).map(|known| known.len()).max().map(|length| (length, *kind))
        };
        HEADINGS.iter().filter_map(longest).max_by_key(|(length, _)| *length).map(|(_, kind)| kind)
    }
}

/// Whether a heading names who reported or which official dealt with it.
pub(crate) fn names_who(heading: &str) -> bool {
    let said = words(heading);
    WHO.iter().any(|known| said.contains(&format!(" {known} ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_understood_with_and_without_marks() {
        for (heading, kind) in [
            ("Mã phản ánh", Some(Kind::Code)),
            ("MA PA", Some(Kind::Code)),
            ("Ngày tiếp nhận", Some(Kind::Received)),
            ("Thời gian gửi", Some(Kind::Received)),
            ("Xã/Phường", Some(Kind::Place)),
            ("Nội dung phản ánh", Some(Kind::Words)),
            ("Đơn vị xử lý", Some(Kind::Agency)),
            ("Hạn xử lý", Some(Kind::Due)),
            ("Ngày trả lời", Some(Kind::Answered)),
            ("Trạng thái", Some(Kind::State)),
            ("Mức độ hài lòng của người dân", Some(Kind::Satisfied)),
            ("Đường dẫn", Some(Kind::Link)),
            ("Lĩnh vực", None),
            ("STT", None),
            ("Mã lĩnh vực", None),
        ] {
            assert_eq!(Kind::guess(heading), kind, "{heading}");
        }
    }

    #[test]
    fn who_reported_and_who_dealt_with_it_is_known_by_its_heading() {
        for heading in ["Người phản ánh", "Tên công dân", "Cán bộ xử lý", "Mã định danh", "Thông tin liên hệ"]
        {
            assert!(names_who(heading), "{heading}");
        }
        assert!(!names_who("Đơn vị xử lý"));
    }

    #[test]
    fn kinds_are_read_back() {
        assert!(Kind::ALL.into_iter().all(|kind| Kind::read(kind.as_str()) == Some(kind)));
    }
}
