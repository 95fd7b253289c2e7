//! Reading: what anyone sees at an instant, and what the desk sees of its own.

use accounts::{Desk, Reach, Relation, Right, Role};
use jiff::Timestamp;
use store::{Digest, Store};

use super::{Article, Correction, File, Refusal, Section, State, Tongue, table};

/// Who may see articles that readers do not see.
pub const READ: Right = Right {
    act: "article.read",
    held_by: &[
        (Role::StandingBody, Reach::Any),
        (Role::Leader, Reach::Any),
        (Role::Communicator, Reach::Any),
        (Role::Auditor, Reach::Any),
        (Role::Head, Reach::Own),
        (Role::Officer, Reach::Own),
    ],
};

/// How many articles a page of a list shows.
pub const PAGE: i64 = 20;
/// How many the first page of the site shows.
const NEWEST: i64 = 5;

/// What a list asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of a section.
    pub section: Option<Section>,
    /// Of a content of the index.
    pub dimension: Option<i64>,
    /// Of those that somebody wrote in a language.
    pub tongue: Option<Tongue>,
    /// From the how-manieth page, the first being 0.
    pub page: i64,
}

/// An article in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The number of the article.
    pub id: i64,
    /// The end of its address.
    pub slug: String,
    /// Where it stands.
    pub section: Section,
    /// The language of what follows.
    pub tongue: Tongue,
    /// Its title.
    pub title: String,
    /// What it says, in a sentence or two.
    pub summary: String,
    /// Since when readers see it.
    pub shown_at: Timestamp,
    /// When it was corrected last; when it was first shown where it never was.
    pub changed_at: Timestamp,
}

/// What is told on the first page, and when it is to be read again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct News {
    /// The newest articles, in each language that they have.
    pub newest: Vec<Head>,
    /// When the next article begins to be shown; none where none waits.
    pub next: Option<Timestamp>,
}

/// An article as readers see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The article.
    pub article: Article,
    /// What was corrected, oldest first.
    pub corrections: Vec<Correction>,
    /// Its pictures and files.
    pub files: Vec<File>,
    /// How often it was opened.
    pub views: i64,
}

/// What is told on the first page at an instant.
///
/// # Errors
/// When the database cannot be read.
pub async fn news(store: &Store, now: Timestamp) -> Result<News, store::Error> {
    let mut at = store.read().await?;
    let next = table::next(&mut at, now).await?;
    let newest = table::heads(&mut at, now, &Filter::default(), NEWEST).await?;
    Ok(News { newest, next })
}

/// The articles that readers see, newest first, a page of them in each language that they have; and whether there are older
/// ones. They are not counted: nobody needs it, and it would read all of them.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(desk: &Desk, filter: &Filter) -> Result<(Vec<Head>, bool), Refusal> {
    let mut heads = table::heads(&mut desk.read().await?, desk.now, filter, PAGE + 1).await?;
    let beyond = leave(&mut heads, &[], PAGE);
    Ok((heads, beyond))
}

/// What stands beside an article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Around {
    /// What its section told before it, newest first.
    pub earlier: Vec<Head>,
    /// Others on its content, newest first, none of the earlier among them.
    pub related: Vec<Head>,
}

/// What was told before an article that readers see and what is about the same, `most` of each.
///
/// # Errors
/// When the database cannot be read.
pub async fn around(desk: &Desk, article: &Article, most: i64) -> Result<Around, Refusal> {
    let mut at = desk.read().await?;
    let State::Approved { shows_at, .. } = &article.state else { return Ok(Around::default()) };
    let section = Filter { section: article.section, ..Filter::default() };
    let mut earlier = table::heads(&mut at, *shows_at, &section, most + 1).await?;
    leave(&mut earlier, &[article.id], most);
    let mut related = Vec::new();
    if let Some(dimension) = article.tie.dimension {
        let known: Vec<i64> = earlier.iter().map(|head| head.id).chain([article.id]).collect();
        let same = Filter { dimension: Some(dimension), ..Filter::default() };
        related = table::heads(&mut at, desk.now, &same, most + known.len() as i64).await?;
        leave(&mut related, &known, most);
    }
    Ok(Around { earlier, related })
}

/// Leaves `most` articles, each in all its languages, without those that are known; whether there were more.
fn leave(heads: &mut Vec<Head>, known: &[i64], most: i64) -> bool {
    heads.retain(|head| !known.contains(&head.id));
    let mut articles: Vec<i64> = heads.iter().map(|head| head.id).collect();
    articles.dedup();
    articles.truncate(most as usize);
    let all = heads.len();
    heads.retain(|head| articles.contains(&head.id));
    heads.len() < all
}

/// An article that readers see, by the end of its address.
///
/// # Errors
/// [`Refusal::Missing`], [`Refusal::Withdrawn`] with the reason.
pub async fn seen(desk: &Desk, slug: &str) -> Result<Seen, Refusal> {
    let mut at = desk.read().await?;
    let article = table::of_slug(&mut at, slug).await?.ok_or(Refusal::Missing)?;
    match &article.state {
        State::Withdrawn { on, why, shown: Some(_) } => {
            let title = article.texts.first().map(|text| text.title.clone()).unwrap_or_default();
            Err(Refusal::Withdrawn { title, on: *on, why: why.clone() })
        }
        _ if article.is_shown(desk.now) => whole(&mut at, article).await,
        _ => Err(Refusal::Missing),
    }
}

/// Every article that the desk may see, those that wait first, then the newest; most 200.
///
/// # Errors
/// [`Refusal::Forbidden`] for who may see none.
pub async fn register(desk: &Desk) -> Result<Vec<Article>, Refusal> {
    desk.may(&READ, Relation::Own)?;
    let own = match READ.reach(desk.role) {
        Some(Reach::Any) => None,
        _ => desk.agency.as_deref(),
    };
    Ok(table::register(&mut desk.read().await?, own).await?)
}

/// One article for the desk, however it stands.
///
/// # Errors
/// [`Refusal::Missing`], also for who may not see it.
pub async fn one(desk: &Desk, id: i64) -> Result<Seen, Refusal> {
    let mut at = desk.read().await?;
    let article = table::find(&mut at, id).await?.ok_or(Refusal::Missing)?;
    desk.may(&READ, desk.relation(&article.agency, [])).map_err(|_| Refusal::Missing)?;
    whole(&mut at, article).await
}

async fn whole(at: &mut store::Reading, article: Article) -> Result<Seen, Refusal> {
    let corrections = table::corrections(at, article.id).await?;
    let files = table::files(at, article.id).await?;
    let views = crate::views::of(at, article.id).await?;
    Ok(Seen { article, corrections, files, views })
}

/// The bytes of a picture or a file.
///
/// # Errors
/// [`Refusal::Missing`] where they are not there.
pub async fn open_file(attachments: &store::Attachments, file: &File) -> Result<Vec<u8>, Refusal> {
    let digest: Digest = file.digest.parse().map_err(|_| Refusal::Missing)?;
    Ok(attachments.get(&digest).await?)
}
