//! Writing an article and changing it before readers see it.

use std::collections::HashSet;

use accounts::{Desk, Directory, Reach, Right, Role};
use places::name::words;

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
    /// The key of the form; the same form makes one article. None where no form brings it.
    pub form: Option<String>,
    /// Where it is to stand; a sketch may do without.
    pub section: Option<Section>,
    /// What it serves.
    pub tie: Tie,
    /// The code of the agency whose it is.
    pub agency: String,
    /// Who wrote it, as it is printed.
    pub author: String,
    /// What it says; languages in which nothing was written are left out.
    pub texts: Vec<Text>,
}

/// Writes an article, which then waits for somebody to approve it. A form that comes again goes on with the article that it
/// made, as long as nothing else has become of that.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn write(desk: &Desk, draft: &Draft) -> Result<Article, Refusal> {
    insert(desk, draft, State::Draft).await
}

/// Keeps an article that its writer is still at, a new one or that of a number and a version: nobody is asked to approve it,
/// and a title is enough. One that was sent back stays so, with the reason.
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
    match try_insert(desk, draft, state.clone()).await {
        Err(Refusal::Store(store::Error::Duplicate(_))) => try_insert(desk, draft, state).await,
        other => other,
    }
}

async fn try_insert(desk: &Desk, draft: &Draft, state: State) -> Result<Article, Refusal> {
    desk.may(&WRITE, desk.relation(&draft.agency, []))?;
    let mut article = draft.checked(desk, state).await?;
    let mut tx = desk.begin().await?;
    if let Some(form) = &article.form
        && let Some(kept) = table::of_form(&mut tx, form).await?
    {
        drop(tx);
        let is_again = kept.state == article.state && kept.is_same(&article);
        // Who goes back to the form and saves it again means the article that it made.
        return if is_again { Ok(kept) } else { replace(desk, (kept.id, 1), draft, article.state).await };
    }
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
    let checked = draft.checked(desk, state).await?;
    let mut tx = desk.begin().await?;
    let before = open(&mut tx, desk, id, &WRITE).await?;
    desk.may(&WRITE, desk.relation(&draft.agency, []))?;
    if before.version != version {
        return Err(Refusal::Changed);
    }
    if before.is_shown(desk.now) || matches!(before.state, State::Withdrawn { .. }) {
        return Err(Refusal::Standing);
    }
    let state = match (&before.state, &checked.state) {
        (State::Returned { .. }, State::Sketch) => before.state.clone(),
        (_, state) => state.clone(),
    };
    let now = Article { state, ..before.becomes(checked) };
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

impl Article {
    /// What it becomes when somebody writes it anew: another version of the same article, by all whose words are in it.
    pub(super) fn becomes(&self, new: Self) -> Self {
        let (slug, form, version) = (self.slug.clone(), self.form.clone(), self.version + 1);
        let mut writers = if self.lives_on(&new) { self.writers.clone() } else { Vec::new() };
        let others: Vec<String> = new.writers.iter().filter(|new| !writers.contains(new)).cloned().collect();
        writers.extend(others);
        Self { id: self.id, slug, form, writers, version, ..new }
    }

    /// Whether words of it are left in another: three in a row, or a shorter piece as a whole.
    fn lives_on(&self, other: &Self) -> bool {
        !self.runs().is_disjoint(&other.runs())
    }

    fn runs(&self) -> HashSet<Vec<String>> {
        let pieces = self.texts.iter().flat_map(|text| [&text.title, &text.summary, &text.body]);
        let run = |piece: &String| {
            let words = words(piece);
            words.windows(words.len().clamp(1, 3)).map(<[String]>::to_vec).collect::<Vec<_>>()
        };
        pieces.flat_map(run).collect()
    }
}

impl Draft {
    /// The article that this makes, in a state; what is only sketched may lack all but its title.
    pub(super) async fn checked(&self, desk: &Desk, state: State) -> Result<Article, Refusal> {
        let is_sketch = state == State::Sketch;
        let author = places::name::tidy(&self.author).replace('\n', " ");
        if !(usize::from(!is_sketch)..=NAME_MAX).contains(&author.chars().count()) {
            return Err(Refusal::NoAuthor);
        }
        if self.section.is_none() && !is_sketch {
            return Err(Refusal::NoSection);
        }
        let mut texts = Vec::new();
        for tongue in Tongue::ALL {
            let written = self.texts.iter().find(|text| text.tongue == tongue);
            texts.extend(written.map(|text| text.checked(is_sketch)).transpose()?.flatten());
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
            form: self.form.clone(),
            section: self.section,
            tie: self.tie.clone(),
            agency: self.agency.clone(),
            author,
            texts,
            state,
            written_by: desk.who.clone(),
            writers: vec![desk.who.clone()],
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
