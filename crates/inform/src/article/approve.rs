//! Approving: somebody other than its writer answers for an article, and says from when readers see it.

use accounts::{Desk, Reach, Right, Role};
use jiff::{Timestamp, ToSpan};
use places::name::tidy;
use plan::task::coaching::{self, Aim};

use super::did::Did;
use super::write::{NAME_MAX, open};
use super::{Article, File, Refusal, State, table};

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

/// Approves an article; pressed twice, it is approved once.
///
/// # Errors
/// [`Refusal::OwnText`] for who wrote at it, [`Refusal::Coaching`] where nobody said that it is right so; else as it says.
pub async fn approve(desk: &Desk, id: i64, approval: &Approval) -> Result<Article, Refusal> {
    let mut tx = desk.begin().await?;
    let before = open(&mut tx, desk, id, &APPROVE).await?;
    if approval.is_done(desk, &before) {
        return Ok(before);
    }
    if before.version != approval.version {
        return Err(Refusal::Changed);
    }
    if !matches!(before.state, State::Draft) {
        return Err(Refusal::Standing);
    }
    before.read_by(desk)?;
    let files = table::files(&mut tx, id).await?;
    before.illustrated(&files)?;
    before.guarded(&files, None, approval.is_fine)?;
    let now = Article { state: approval.checked(desk)?, version: before.version + 1, ..before.clone() };
    table::replace(&mut tx, &now, true).await?;
    tx.commit(Did::Approved { before: &before, now: &now }).await?;
    Ok(now)
}

impl Article {
    /// That the desk is another's than all who wrote at it.
    pub(super) fn read_by(&self, desk: &Desk) -> Result<(), Refusal> {
        if self.is_by(&desk.who) { Err(Refusal::OwnText) } else { Ok(()) }
    }

    /// What it and the words below its pictures would do to a survey, where a person has to decide; Khmer is not read.
    pub fn flags(&self, files: &[File]) -> Vec<(Aim, String)> {
        coaching::found_in(self.told(files))
    }

    /// That neither it nor the words about its files nor those that readers see beside it coach or aim, or that somebody
    /// says that they do not.
    pub(super) fn guarded(&self, files: &[File], beside: Option<&str>, is_fine: bool) -> Result<(), Refusal> {
        let texts: Vec<&str> = self.told(files).chain(beside).collect();
        match coaching::first_in(&texts).filter(|_| !is_fine) {
            Some(words) => Err(Refusal::Coaching(words)),
            None => Ok(()),
        }
    }

    /// Everything that its readers read.
    fn told<'a>(&'a self, files: &'a [File]) -> impl Iterator<Item = &'a str> {
        let texts = self.texts.iter().flat_map(|text| [text.title.as_str(), &text.summary, &text.body]);
        texts.chain(files.iter().map(|file| file.said.as_str()))
    }

    /// The places of pictures that its texts name and that it does not have.
    pub fn lacking(&self, files: &[File]) -> Vec<i64> {
        let has = |place: &i64| files.iter().any(|file| file.place == *place && file.size.is_some());
        let mut lacking: Vec<i64> =
            self.texts.iter().flat_map(super::Text::pictures).filter(|place| !has(place)).collect();
        lacking.sort_unstable();
        lacking.dedup();
        lacking
    }

    /// That it has each picture that its texts name.
    pub(super) fn illustrated(&self, files: &[File]) -> Result<(), Refusal> {
        self.lacking(files).first().map_or(Ok(()), |place| Err(Refusal::NoPicture(*place)))
    }
}

impl Approval {
    /// Whether this very approval came before: by the same person, for the version that was read, with the same words.
    fn is_done(&self, desk: &Desk, article: &Article) -> bool {
        let State::Approved { answers, by, shows_at } = &article.state else { return false };
        let is_next = article.version == self.version + 1 && *by == desk.who;
        is_next && *answers == self.said() && self.shows_at.is_none_or(|asked| asked == *shows_at)
    }

    /// Who answers for it, in one line.
    fn said(&self) -> String {
        tidy(&self.answers).replace('\n', " ")
    }

    fn checked(&self, desk: &Desk) -> Result<State, Refusal> {
        let answers = self.said();
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
