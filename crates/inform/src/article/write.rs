//! Writing an article and changing it before readers see it.

use accounts::{Desk, Directory, Reach, Right, Role};

use super::did::Did;
use super::text::slug;
use super::{Article, Refusal, Section, State, Text, Tie, Tongue, table};
use crate::disclosure::Duty;

/// Who may write one, of their own agency or of any.
pub const WRITE: Right = Right {
    act: "article.written",
    held_by: &[
        (Role::StandingBody, Reach::Any),
        (Role::Communicator, Reach::Any),
        (Role::Head, Reach::Own),
        (Role::Officer, Reach::Own),
    ],
};

/// The longest name of an author, or of who answers for it.
pub(super) const NAME_MAX: usize = 120;

/// An article as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Where it is to stand.
    pub section: Section,
    /// What it serves.
    pub tie: Tie,
    /// The code of the agency whose it is.
    pub agency: String,
    /// Who wrote it, as it is printed.
    pub author: String,
    /// What it says; languages in which nothing was written are left out.
    pub texts: Vec<Text>,
}

/// Writes an article, which then waits for somebody to approve it.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn write(desk: &Desk, draft: &Draft) -> Result<Article, Refusal> {
    insert(desk, draft, State::Draft).await
}

/// Keeps an article that its writer is still at, a new one or that of a number and a version: nobody is asked to approve it.
/// One that was sent back stays so, with the reason.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn sketch(desk: &Desk, kept: Option<(i64, i64)>, draft: &Draft) -> Result<Article, Refusal> {
    match kept {
        None => insert(desk, draft, State::Sketch).await,
        Some((id, version)) => replace(desk, (id, version), draft, State::Sketch).await,
    }
}

async fn insert(desk: &Desk, draft: &Draft, state: State) -> Result<Article, Refusal> {
    desk.may(&WRITE, desk.relation(&draft.agency, []))?;
    let mut article = Article { state, ..draft.checked(desk).await? };
    let mut tx = desk.begin().await?;
    let stem = slug(&article.texts[0].title);
    table::insert(&mut tx, &mut article, &stem).await?;
    tx.commit(Did::Written { before: None, now: &article }).await?;
    Ok(article)
}

/// Changes an article that readers do not see yet; one that was approved waits for that again.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn change(desk: &Desk, id: i64, version: i64, draft: &Draft) -> Result<Article, Refusal> {
    replace(desk, (id, version), draft, State::Draft).await
}

async fn replace(
    desk: &Desk,
    (id, version): (i64, i64),
    draft: &Draft,
    state: State,
) -> Result<Article, Refusal> {
    let checked = draft.checked(desk).await?;
    let mut tx = desk.begin().await?;
    let before = open(&mut tx, desk, id, &WRITE).await?;
    desk.may(&WRITE, desk.relation(&draft.agency, []))?;
    if before.version != version {
        return Err(Refusal::Changed);
    }
    if before.is_shown(desk.now) || matches!(before.state, State::Withdrawn { .. }) {
        return Err(Refusal::Standing);
    }
    let state = match (&before.state, state) {
        (State::Returned { .. }, State::Sketch) => before.state.clone(),
        (_, state) => state,
    };
    let now = Article { id, slug: before.slug.clone(), state, version: version + 1, ..checked };
    table::replace(&mut tx, &now, false).await?;
    tx.commit(Did::Written { before: Some(&before), now: &now }).await?;
    Ok(now)
}

/// The article, for a desk that may do this with it.
pub(super) async fn open(
    at: &mut accounts::Tx,
    desk: &Desk,
    id: i64,
    right: &Right,
) -> Result<Article, Refusal> {
    // Two who have read the same version come one after the other: the second is told.
    at.wait_turn("article").await?;
    let found = table::find(at, id).await?;
    let near = found.as_ref().map(|article| desk.relation(&article.agency, []));
    if !near.is_some_and(|near| super::READ.allows(desk.role, near)) {
        return Err(Refusal::Missing);
    }
    let article = found.ok_or(Refusal::Missing)?;
    desk.may(right, desk.relation(&article.agency, []))?;
    Ok(article)
}

impl Draft {
    pub(super) async fn checked(&self, desk: &Desk) -> Result<Article, Refusal> {
        let author = places::name::tidy(&self.author).replace('\n', " ");
        if !(1..=NAME_MAX).contains(&author.chars().count()) {
            return Err(Refusal::NoAuthor);
        }
        let mut texts = Vec::new();
        for tongue in Tongue::ALL {
            let written = self.texts.iter().find(|text| text.tongue == tongue);
            texts.extend(written.map(Text::checked).transpose()?.flatten());
        }
        if texts.first().is_none_or(|text| text.tongue != Tongue::Vi) {
            return Err(Refusal::NoVietnamese);
        }
        let directory = Directory::load(&mut desk.read().await?).await?;
        if !directory.agency(&self.agency).is_some_and(|agency| agency.in_force(desk.today)) {
            return Err(Refusal::NoAgency);
        }
        self.tie.checked(desk).await?;
        Ok(Article {
            id: 0,
            slug: String::new(),
            section: self.section,
            tie: self.tie.clone(),
            agency: self.agency.clone(),
            author,
            texts,
            state: State::Draft,
            written_by: desk.who.clone(),
            written_on: desk.today,
            version: 1,
        })
    }
}

impl Tie {
    /// What an article serves must be there for anyone: a duty of the law, a task of a published plan.
    async fn checked(&self, desk: &Desk) -> Result<(), Refusal> {
        if self.duty.as_ref().is_some_and(|code| Duty::of(code).is_none())
            || !self.dimension.is_none_or(|number| (1..=99).contains(&number))
        {
            return Err(Refusal::NoTie);
        }
        let Some((plan, code)) = &self.task else { return Ok(()) };
        let published =
            plan::plan::find(desk, plan).await?.is_some_and(|plan| plan.state != plan::plan::State::Draft);
        if !published || plan::task::find(desk, plan, code).await?.is_none() {
            return Err(Refusal::NoTie);
        }
        Ok(())
    }
}
