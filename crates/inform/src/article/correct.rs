//! Correcting what readers see: the text becomes right, and what was wrong is said below it.

use accounts::{Desk, Right};
use jiff::Timestamp;
use places::name::tidy;

use super::did::Did;
use super::write::open;
use super::{APPROVE, Article, Draft, Refusal, State, table};

/// Who may correct one: who may answer for it.
pub const CORRECT: Right = Right { act: "article.corrected", held_by: APPROVE.held_by };

/// The longest correction, in characters.
pub(super) const SAID_MAX: usize = 600;

/// A correction as readers see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// What was wrong and what is right.
    pub said: String,
    /// When it was made.
    pub made_at: Timestamp,
}

/// What is corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCorrection {
    /// The version that was read.
    pub version: i64,
    /// What was wrong and what is right.
    pub said: String,
    /// Whether somebody says of a text that seems to coach or to aim that it is right so.
    pub is_fine: bool,
}

/// Corrects an article that readers see; pressed twice, it is corrected once. A language more corrects nothing of what
/// readers have read: it needs no words, and where there are none nobody is told of a correction.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn correct(desk: &Desk, id: i64, draft: &Draft, new: &NewCorrection) -> Result<Article, Refusal> {
    let checked = draft.checked(desk, State::Draft).await?;
    let mut tx = desk.begin().await?;
    let before = open(&mut tx, desk, id, &CORRECT).await?;
    let said = tidy(&new.said);
    if before.version == new.version + 1 && before.written_by == desk.who && before.is_same(&checked) {
        let last = table::corrections(&mut tx, id).await?.pop();
        if said.is_empty() || last.is_some_and(|last| last.said == said) {
            return Ok(before);
        }
    }
    if before.version != new.version {
        return Err(Refusal::Changed);
    }
    if !before.is_shown(desk.now) {
        return Err(Refusal::Standing);
    }
    desk.may(&CORRECT, desk.relation(&draft.agency, []))?;
    let least = usize::from(!before.gains_a_tongue(&checked));
    if !(least..=SAID_MAX).contains(&said.chars().count()) {
        return Err(Refusal::NoReason);
    }
    if before.is_same(&checked) {
        return Err(Refusal::NothingCorrected);
    }
    let now = Article { state: before.state.clone(), ..before.becomes(checked) };
    let files = table::files(&mut tx, id).await?;
    now.illustrated(&files)?;
    let told = Some(said.as_str()).filter(|said| !said.is_empty());
    now.guarded(&files, told, new.is_fine)?;
    table::replace(&mut tx, &now, true).await?;
    if let Some(said) = told {
        table::insert_correction(&mut tx, id, said, desk.now).await?;
    }
    tx.commit(Did::Corrected { before: &before, now: &now, said: &said }).await?;
    Ok(now)
}
