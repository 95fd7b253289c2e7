//! An agency: who can owe a task. Dated, with its successors; a renamed agency is another one.
//!
//! Groups are collective names (`@so`) that mean, on a day, every agency of a kind in force in the province.

mod adopt;
mod bulk;
mod correct;
mod did;
mod directory;
mod end;
mod enter;
pub mod group;
mod refusal;
pub(crate) mod table;

use jiff::civil::Date;

use crate::{Reach, Right, Role};

pub use adopt::{ADOPT, adopt};
pub use bulk::{Taken, Unread, take_in};
pub use correct::{CORRECT, Details, correct};
pub use directory::{Directory, Heirs, province_on};
pub use end::{END, RENAME, Renaming, end, rename};
pub use enter::{ENTER, New, enter};
pub use group::{Group, Member};
pub use refusal::Refusal;

/// Who may look at the directory: whoever is signed in.
pub const READ: Right = Right {
    act: "agency.read",
    held_by: &[
        (Role::Administrator, Reach::Any),
        (Role::StandingBody, Reach::Any),
        (Role::Leader, Reach::Any),
        (Role::Head, Reach::Any),
        (Role::Officer, Reach::Any),
        (Role::Communicator, Reach::Any),
        (Role::Auditor, Reach::Any),
    ],
};

/// An agency as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agency {
    /// Its lasting code: `BL-SNV`.
    pub code: String,
    /// What it is called: `Sở Nội vụ`.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Whether it answers to a ministry or a company instead of the province.
    pub outside: bool,
    /// The province that it belongs to, by its lasting name: `95-2008`.
    pub unit: String,
    /// The first day in force.
    pub began: Date,
    /// The last day in force.
    pub ended: Option<Date>,
    /// Its identifier by Quyết định 20/2020/QĐ-TTg.
    pub identifier: Option<String>,
    /// What else is known.
    pub note: Option<String>,
    /// How far this is known: `found`, `general_knowledge`, `to_check`, `entered`.
    pub certainty: String,
    /// The codes of those that went on with its work.
    pub successors: Vec<String>,
}

/// Kinds of agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Hội đồng nhân dân, Ủy ban nhân dân tỉnh.
    Province,
    /// Bodies of the Party and the Fatherland Front.
    Party,
    /// Sở, ban, ngành.
    Department,
    /// UBND cấp huyện, to 30 June 2025.
    District,
    /// UBND cấp xã.
    Commune,
    /// Newspapers, radio and television, loudspeaker stations.
    Press,
    /// Đơn vị sự nghiệp.
    Service,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Province,
        Self::Party,
        Self::Department,
        Self::District,
        Self::Commune,
        Self::Press,
        Self::Service,
    ];

    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Province => "province",
            Self::Party => "party",
            Self::Department => "department",
            Self::District => "district",
            Self::Commune => "commune",
            Self::Press => "press",
            Self::Service => "service",
        }
    }

    /// The kind by its word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// The level of government: `commune`, `district`, `province`.
    pub fn level(self) -> &'static str {
        match self {
            Self::Commune => "commune",
            Self::District => "district",
            _ => "province",
        }
    }
}

impl Agency {
    /// Whether it is in force on a day.
    pub fn in_force(&self, day: Date) -> bool {
        self.began <= day && self.ended.is_none_or(|last| day <= last)
    }
}
