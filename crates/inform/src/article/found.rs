//! Finding articles by their words, with and without marks: first those that hold them in a row, then those that hold
//! them all; the newest first in each.

use accounts::Desk;
use jiff::Timestamp;
use places::name::words;
use store::words::{First, holding};

use super::{Head, Refusal, table};

/// How many are found at most.
const MOST: i64 = 50;
/// Where articles are looked for.
const ARTICLES: (&str, &str, &str) = ("article_text", "fold", "id");
/// The most words that are looked for.
const WORDS_MAX: usize = 12;

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// What holds the words, the best first.
    pub hits: Vec<Hit>,
    /// Whether there are more that hold the words.
    pub has_more: bool,
    /// The words that were looked for, folded.
    pub words: Vec<String>,
}

/// A text that holds the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its article.
    pub head: Head,
    /// The text below the summary, in Markdown.
    pub body: String,
}

/// Finds the articles that readers see and that hold the words.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(desk: &Desk, written: &str) -> Result<Found, Refusal> {
    let mut words = words(written);
    words.truncate(WORDS_MAX);
    let mut at = desk.read().await?;
    let mut texts = holding(&mut at, ARTICLES, &words, First::InRow, MOST + 1).await?;
    let has_more = texts.len() as i64 > MOST;
    texts.truncate(MOST as usize);
    let hits = shown(&mut at, &texts, desk.now).await?;
    Ok(Found { hits, has_more, words })
}

/// The texts in their order; those whose hour has not come are left out.
async fn shown(at: &mut store::Reading, texts: &[i64], now: Timestamp) -> Result<Vec<Hit>, Refusal> {
    let mut hits = table::hits(at, texts).await?;
    Ok(texts.iter().filter_map(|text| hits.remove(text)).filter(|hit| hit.head.shown_at <= now).collect())
}
