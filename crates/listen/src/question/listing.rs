//! Lists of questions: the desk's with filters, and the public one of what was answered. A page at a time.

use accounts::{Desk, Directory, Reach, Relation};
use jiff::civil::Date;
use places::name::{fold, words};
use store::Ask;
use store::words::{First, holding};

use super::table::{
    self,
    list::{self, Wanted},
};
use super::{File, Kind, Question, READ, Refusal, Tally};

/// Questions on a page.
pub const PAGE: i64 = 25;
/// How many of what holds words are found at most.
pub const FOUND: i64 = 200;
/// The most words that are looked for.
const WORDS: usize = 12;
/// Where what is public is looked for.
const PUBLIC: (&str, &str, &str) = ("question_public", "fold", "question");

/// What is asked of the desk's list; empty asks for nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asking {
    /// The code of an agency.
    pub agency: String,
    /// `open`, `overdue`, `unsent`, `answered`, `closed` or `folded`.
    pub state: String,
    /// The word of a kind.
    pub kind: String,
    /// The word of a topic.
    pub topic: String,
    /// Words in what was asked, with or without marks; or a code.
    pub text: String,
    /// Which page, from 1.
    pub page: i64,
}

/// A page of the desk's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The questions of the page.
    pub rows: Vec<Question>,
    /// How many there are on all pages.
    pub found: i64,
    /// The counts of everything that the desk may see, whatever was asked.
    pub tally: Tally,
}

/// A question and its answer as anyone may read them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The number of the question.
    pub question: i64,
    /// Its code.
    pub code: String,
    /// What was asked for.
    pub kind: Kind,
    /// The code of the agency that answered.
    pub agency: Option<String>,
    /// What was asked, personal data taken out.
    pub words: String,
    /// The answer, personal data taken out.
    pub answer: String,
    /// The files that anyone may have.
    pub files: Vec<File>,
    /// Since when it is public.
    pub published_on: Date,
    /// The day that it came.
    pub received_on: Date,
    /// The day of its newest answer.
    pub answered_on: Option<Date>,
    /// Days by which the latest of its answers was late.
    pub late: Option<i64>,
    /// What the asker thinks of the answer.
    pub rating: Option<i64>,
}

/// A page of what the desk may see; more than a page where `most` says so, for a sheet.
///
/// # Errors
/// [`Refusal::Forbidden`] for a desk that may see none.
pub async fn listed(desk: &Desk, asking: &Asking, most: i64) -> Result<Listed, Refusal> {
    desk.may(&READ, Relation::Own)?;
    let mut at = desk.read().await?;
    let directory = Directory::load(&mut at).await?;
    let own = match READ.reach(desk.role) {
        Some(Reach::Any) => None,
        _ => Some(held_by(&directory, desk.agency.as_deref().unwrap_or_default(), desk.today)),
    };
    let asked = sought(&asking.text);
    let agencies = match (asking.agency.as_str(), &own) {
        ("", own) => joined(own.as_deref()),
        (code, own) => {
            let mut held = held_by(&directory, code, desk.today);
            held.retain(|code| own.as_ref().is_none_or(|own| own.contains(code)));
            joined(Some(&held))
        }
    };
    let own = joined(own.as_deref());
    let wanted = Wanted {
        agencies: &agencies,
        state: &asking.state,
        kind: &asking.kind,
        text: &asked,
        today: desk.today,
        topic: &asking.topic,
    };
    let all = Wanted { agencies: &own, state: "", kind: "", text: "", today: desk.today, topic: "" };
    let skipped = (asking.page.clamp(1, 100_000) - 1) * PAGE;
    Ok(Listed {
        rows: list::page(&mut at, &wanted, (most, skipped)).await?,
        found: list::count(&mut at, &wanted).await?,
        tally: list::tally(&mut at, &all).await?,
    })
}

/// The codes of those whose work an agency has on a day, its own among them.
fn held_by<'a>(directory: &'a Directory, agency: &str, day: Date) -> Vec<&'a str> {
    let holder = directory.holder(agency, day);
    let codes = directory.agencies().map(|agency| agency.code.as_str());
    codes.filter(|code| *code == holder || directory.holders(code, day).contains(&holder)).collect()
}

/// Codes between commas, that of nobody where there are none; empty for all.
fn joined(codes: Option<&[&str]>) -> String {
    match codes {
        None => String::new(),
        Some([]) => ",-,".to_owned(),
        Some(codes) => format!(",{},", codes.join(",")),
    }
}

/// Words to look for, folded; signs that mean something to `LIKE` stand for any one.
fn sought(text: &str) -> String {
    fold(text).replace(['%', '\\'], "_")
}

/// A page of what is public and holds every word, with or without marks, and how many hold them: [`FOUND`] where there may be
/// more, none where no words are given.
///
/// # Errors
/// When the database cannot be read.
pub async fn published(
    desk: &Desk,
    text: &str,
    page: i64,
) -> Result<(Vec<Published>, Option<i64>), store::Error> {
    let skipped = (page.clamp(1, 100_000) - 1) * PAGE;
    let mut at = desk.read().await?;
    let words = wanted(text);
    if words.is_empty() {
        let found = list::published(&mut at, (PAGE, skipped)).await?;
        return Ok((with_files(&mut at, found).await?, None));
    }
    let found = holding(&mut at, PUBLIC, &words, First::Newest, FOUND).await?;
    let shown: Vec<i64> = found.iter().copied().skip(skipped as usize).take(PAGE as usize).collect();
    let shown = list::published_of(&mut at, &shown).await?;
    Ok((with_files(&mut at, shown).await?, Some(found.len() as i64)))
}

/// What is public and holds every word, the newest first, `most` at most and without its files.
///
/// # Errors
/// When the database cannot be read.
pub async fn found(desk: &Desk, text: &str, most: i64) -> Result<Vec<Published>, store::Error> {
    let mut at = desk.read().await?;
    let found = holding(&mut at, PUBLIC, &wanted(text), First::Newest, most).await?;
    list::published_of(&mut at, &found).await
}

/// The words that are looked for, folded.
fn wanted(text: &str) -> Vec<String> {
    words(text).into_iter().take(WORDS).collect()
}

/// Each with the files that anyone may have.
async fn with_files(at: &mut impl Ask, mut shown: Vec<Published>) -> Result<Vec<Published>, store::Error> {
    let questions: Vec<i64> = shown.iter().map(|it| it.question).collect();
    let mut files = table::file::public_of(at, &questions).await?;
    for it in &mut shown {
        it.files = files.remove(&it.question).unwrap_or_default();
    }
    Ok(shown)
}
