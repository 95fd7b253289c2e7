//! Keeping an import once a person has seen what it holds: all of it, or nothing.

use std::collections::{BTreeMap, HashMap};

use accounts::{Desk, Directory, Relation, Right};
use store::{Ask, Digest};

use super::bring::{BRING, key};
use super::did::Did;
use super::line::{self, Line, Read};
use super::names::Names;
use super::{Draft, Import, Kind, Problems, Refusal, Said, table};
use crate::Seal;

/// Who may keep one.
pub const KEEP: Right = Right { act: "import.kept", held_by: BRING.held_by };

/// What would be kept.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The import.
    pub import: Import,
    /// Its file.
    pub draft: Draft,
    /// Which columns are what.
    pub said: Said,
    /// Why nothing can be read, where columns are missing or said twice.
    pub amiss: Option<(Kind, bool)>,
    /// What each line would be.
    pub lines: Vec<Line>,
    /// Wrong cells.
    pub problems: Problems,
    /// How many texts would be left out, since somebody could be reached by them.
    pub withheld: usize,
    /// What is not understood and would be unknown, with its kind and how often.
    pub unknown: BTreeMap<(Kind, String), usize>,
    /// What it would change.
    pub outcome: Outcome,
}

/// What an import changes of what is known of its system.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Codes that were not known.
    pub new: usize,
    /// Codes of which something else is known now.
    pub changed: usize,
    /// Codes of which the same was known.
    pub same: usize,
}

/// What would be kept if its columns are these; as guessed where nothing is said.
///
/// # Errors
/// [`Refusal`].
pub async fn preview(desk: &Desk, seal: &Seal, id: i64, said: Option<Said>) -> Result<Preview, Refusal> {
    desk.may(&KEEP, Relation::Other)?;
    let mut at = desk.read().await?;
    let (import, draft) = waiting(&mut at, seal, id).await?;
    let said = match said {
        Some(said) => said,
        None => draft.guessed(&table::said_before(&mut at, &key(&import.source)).await?),
    };
    let (read, amiss) = match understood(&mut at, &import, &draft, &said).await {
        Ok(read) => (read, None),
        Err(Refusal::Lacks(kind)) => (Read::default(), Some((kind, false))),
        Err(Refusal::Double(kind)) => (Read::default(), Some((kind, true))),
        Err(other) => return Err(other),
    };
    let outcome = outcome(&mut at, &import, &read.lines).await?;
    let Read { lines, problems, withheld, unknown } = read;
    Ok(Preview { import, draft, said, amiss, lines, problems, withheld, unknown, outcome })
}

/// Keeps what the columns say, and nothing else of the file. The same file of the same system again changes nothing, and
/// its draft goes.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn keep(desk: &Desk, seal: &Seal, id: i64, said: &Said) -> Result<(Import, Outcome), Refusal> {
    desk.may(&KEEP, Relation::Other)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("import").await?;
    let (import, draft) = waiting(&mut tx, seal, id).await?;
    let read = understood(&mut tx, &import, &draft, said).await?;
    if !read.problems.is_empty() {
        return Err(Refusal::Amiss(read.problems.count));
    }
    let outcome = outcome(&mut tx, &import, &read.lines).await?;
    let digest = digest(&read.lines);
    if let Some(known) = table::by_digest(&mut tx, &key(&import.source), &digest, import.as_of).await? {
        table::remove(&mut tx, id).await?;
        tx.commit(Did::Kept { import: &import, known: Some(known.id), outcome }).await?;
        return Ok((known, outcome));
    }
    let heading = |kind: &Kind| {
        let is = |column: &&super::Column| said.get(&column.at) == Some(kind);
        draft.columns.iter().find(is).map(|column| (column.heading.clone(), *kind))
    };
    let columns = Kind::ALL.iter().filter_map(heading).collect();
    let lines = read.lines.len() as i64;
    let kept = Import { columns: Some(columns), digest: Some(digest), lines, ..import };
    table::keep(&mut tx, &kept, &read.lines).await?;
    tx.commit(Did::Kept { import: &kept, known: None, outcome }).await?;
    Ok((kept, outcome))
}

async fn waiting(at: &mut impl Ask, seal: &Seal, id: i64) -> Result<(Import, Draft), Refusal> {
    let import = table::find(at, id).await?.ok_or(Refusal::Missing)?;
    if import.is_kept() {
        return Err(Refusal::Kept);
    }
    let sealed = table::sealed(at, id).await?.ok_or(Refusal::Missing)?;
    let draft = Draft::open(seal, &import, &sealed)?;
    Ok((import, draft))
}

async fn understood(at: &mut impl Ask, import: &Import, draft: &Draft, said: &Said) -> Result<Read, Refusal> {
    let directory = Directory::load(at).await?;
    line::read(draft, said, import.as_of, &Names::of(&directory, import.as_of))
}

/// What lines change of what is known by files up to the day of theirs: an older file overrides no newer one.
async fn outcome(at: &mut impl Ask, import: &Import, lines: &[Line]) -> Result<Outcome, Refusal> {
    let known = table::known(at, &key(&import.source)).await?;
    let known: HashMap<&str, &Line> = known.iter().map(|line| (line.code.as_str(), line)).collect();
    let count = |mut outcome: Outcome, line: &Line| {
        match known.get(line.code.as_str()) {
            None => outcome.new += 1,
            Some(known) if *known == line => outcome.same += 1,
            Some(_) => outcome.changed += 1,
        }
        outcome
    };
    Ok(lines.iter().fold(Outcome::default(), count))
}

/// The same lines in another order are the same.
fn digest(lines: &[Line]) -> String {
    let mut sorted: Vec<&Line> = lines.iter().collect();
    sorted.sort_by(|a, b| a.code.cmp(&b.code));
    let text = serde_json::json!(sorted).to_string();
    Digest::of(text.as_bytes()).as_str().to_owned()
}
