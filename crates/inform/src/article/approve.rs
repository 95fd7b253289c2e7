//! Approving: somebody other than its writer answers for an article, and says from when readers see it.

use accounts::{Desk, Reach, Right, Role};
use jiff::{Timestamp, ToSpan};
use places::name::tidy;
use plan::task::coaching;

use super::did::Did;
use super::write::{NAME_MAX, open};
use super::{Article, Refusal, State, table};

/// Who may answer for an article, of their own agency or of any.
pub const APPROVE: Right = Right {
    act: "article.approved",
    held_by: &[(Role::StandingBody, Reach::Any), (Role::Leader, Reach::Any), (Role::Head, Reach::Own)],
};

/// How far ahead an article may wait, in hours.
const AHEAD_HOURS: i64 = 366 * 24;

/// How an article is approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// The version that was read.
    pub version: i64,
    /// Who answers for it, as it is printed.
    pub answers: String,
    /// From when readers see it; none for at once.
    pub shows_at: Option<Timestamp>,
    /// Whether somebody says of a text that seems to coach or to aim that it is right so.
    pub is_fine: bool,
}

/// Approves an article.
///
/// # Errors
/// [`Refusal::OwnText`] for who wrote it, [`Refusal::Coaching`] where nobody said that it is right so; else as it says.
pub async fn approve(desk: &Desk, id: i64, approval: &Approval) -> Result<Article, Refusal> {
    let mut tx = desk.begin().await?;
    let before = open(&mut tx, desk, id, &APPROVE).await?;
    if before.version != approval.version {
        return Err(Refusal::Changed);
    }
    if !matches!(before.state, State::Draft) {
        return Err(Refusal::Standing);
    }
    before.read_by(desk)?;
    before.guarded(approval.is_fine)?;
    let now = Article { state: approval.checked(desk)?, version: before.version + 1, ..before.clone() };
    table::replace(&mut tx, &now, true).await?;
    tx.commit(Did::Approved { before: &before, now: &now }).await?;
    Ok(now)
}

impl Article {
    /// That the desk is another's than who wrote it.
    pub(super) fn read_by(&self, desk: &Desk) -> Result<(), Refusal> {
        if self.written_by == desk.who { Err(Refusal::OwnText) } else { Ok(()) }
    }

    /// That it neither coaches nor aims, or that somebody says that it does not.
    pub(super) fn guarded(&self, is_fine: bool) -> Result<(), Refusal> {
        let texts: Vec<&str> =
            self.texts.iter().flat_map(|text| [text.title.as_str(), &text.summary, &text.body]).collect();
        match coaching::first_in(&texts).filter(|_| !is_fine) {
            Some(words) => Err(Refusal::Coaching(words)),
            None => Ok(()),
        }
    }
}

impl Approval {
    fn checked(&self, desk: &Desk) -> Result<State, Refusal> {
        let answers = tidy(&self.answers).replace('\n', " ");
        if !(1..=NAME_MAX).contains(&answers.chars().count()) {
            return Err(Refusal::NoAnswers);
        }
        Ok(State::Approved { answers, by: desk.who.clone(), shows_at: hour(desk, self.shows_at)? })
    }
}

/// From when readers see it, none for at once.
pub(super) fn hour(desk: &Desk, asked: Option<Timestamp>) -> Result<Timestamp, Refusal> {
    let shows_at = asked.unwrap_or(desk.now);
    // A minute is forgiven: the form was filled in before it was sent.
    let (earliest, latest) = (desk.now - 1.minute(), desk.now + AHEAD_HOURS.hours());
    if (earliest..=latest).contains(&shows_at) { Ok(shows_at) } else { Err(Refusal::Time) }
}
