//! A plan: what a province sets itself to do in some years. Drafted, published with a document, closed.
//!
//! What was published is changed by amendments only, each with a document behind it.

pub(crate) mod close;
pub(crate) mod copy;
mod did;
pub(crate) mod draft;
pub(crate) mod publish;
mod refusal;
pub(crate) mod table;

use accounts::{Desk, Reach, Relation, Right, Role};
use jiff::civil::Date;
use store::Error;

pub use publish::Lack;
pub use refusal::Refusal;

/// Who may read plans that were published.
pub const READ: Right = Right {
    act: "plan.read",
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

/// Who may read drafts of plans.
pub const READ_DRAFT: Right = Right {
    act: "plan.draft.read",
    held_by: &[(Role::StandingBody, Reach::Any), (Role::Leader, Reach::Any), (Role::Auditor, Reach::Any)],
};

/// A plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Its name in addresses: `193-kh-ubnd`.
    pub slug: String,
    /// What it is called.
    pub title: String,
    /// The same in English; empty where nobody wrote it.
    pub title_en: String,
    /// The slug of its document; a draft may have none yet.
    pub document: Option<String>,
    /// The province, by its lasting name: `95-2008`.
    pub unit: String,
    /// The first day that it is for.
    pub first: Date,
    /// The last.
    pub last: Date,
    /// The calendar by which its tasks are reported: `par`.
    pub calendar: String,
    /// How far it is.
    pub state: State,
    /// The day it was published: what was due before that is not asked for.
    pub published_on: Option<Date>,
    /// The day it was closed.
    pub closed_on: Option<Date>,
    /// The slug of the plan that it was copied from.
    pub copied_from: Option<String>,
    /// Where it was found, and what of it is the sample's.
    pub source: String,
}

/// How far a plan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Being written; asks nothing of anybody.
    Draft,
    /// In force: assignments arise from it.
    Published,
    /// Over.
    Closed,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Published, Self::Closed];

    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Closed => "closed",
        }
    }

    /// The state by its word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

impl Plan {
    /// The civil years that it is for.
    pub fn years(&self) -> std::ops::RangeInclusive<i16> {
        self.first.year()..=self.last.year()
    }

    /// Whether this desk may read it.
    pub fn is_open_to(&self, desk: &Desk) -> bool {
        let right = if self.state == State::Draft { &READ_DRAFT } else { &READ };
        desk.may(right, Relation::Other).is_ok()
    }
}

/// The plans that this desk may read, newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn all(desk: &Desk) -> Result<Vec<Plan>, Error> {
    let plans = table::all(&mut desk.read().await?).await?;
    Ok(plans.into_iter().filter(|plan| plan.is_open_to(desk)).collect())
}

/// A plan by its slug; none also where this desk may not read it.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(desk: &Desk, slug: &str) -> Result<Option<Plan>, Error> {
    let plan = table::find(&mut desk.read().await?, slug).await?;
    Ok(plan.filter(|plan| plan.is_open_to(desk)))
}
