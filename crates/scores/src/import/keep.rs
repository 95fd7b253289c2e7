//! The act of importing: what a file would change, and keeping it, whole and with its history.

use std::collections::{HashMap, HashSet};

use accounts::{Desk, Tx};
use places::UnitId;
use serde::Serialize;
use store::Attachments;

use super::{
    Expected, File, Found, Ignored, Kind, Options, Place, Problem, Problems, Progress, ReadEdition,
    ReadFigure, Reading, Unpublished, Unread,
};
use crate::did::{Changed, Did};
use crate::editions::table::{self, NewSource};
use crate::{Code, Edition, Editions, did, editions};

/// Scores that differ by less are the same.
const SAME: f64 = 1e-9;

/// What a person wants of an import.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    /// Year and sheet.
    pub options: Options,
    /// Whether differing figures of an edition that is there are to be replaced.
    pub replace: bool,
}

/// What an import did, or would do.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Imported {
    /// The editions, oldest first.
    pub years: Vec<i16>,
    /// Scores that the file holds.
    pub stored: usize,
    /// Scores of editions that were there which differ, were not published there, or are withdrawn.
    pub changed: usize,
    /// Scores of editions that were not there.
    pub added: usize,
    /// Other estimates that the file holds.
    pub estimates: usize,
    /// What was passed over.
    #[serde(skip)]
    pub ignored: Vec<Ignored>,
    /// What is worth saying.
    #[serde(skip)]
    pub warnings: Problems,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// The file is wrong, or differs from what is published.
    #[error(transparent)]
    Unread(#[from] Unread),
    /// The database or the place of attachments failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// Reads a file and keeps what it holds: its figures, the file itself, and who did it.
///
/// # Errors
/// [`Refused`]; then nothing is changed.
pub async fn import(
    desk: &Desk,
    attachments: &Attachments,
    file: File<'_>,
    wishes: &Wishes,
    progress: &mut Progress<'_>,
) -> Result<Imported, Refused> {
    let reading = super::read(file, &wishes.options, progress)?;
    keep(desk, attachments, file, &reading, wishes.replace).await
}

/// What a reading would change of these editions, which must hold its years. Changes nothing.
///
/// # Errors
/// [`Unread`] with every figure that differs, unless they are to be replaced.
pub fn rehearse(reading: &Reading, there: &Editions, replace: bool) -> Result<Imported, Unread> {
    let figures = |edition: &Edition| {
        edition.figures().map(|figure| ((figure.unit, figure.code), figure.score)).collect()
    };
    let there = reading
        .editions
        .iter()
        .filter_map(|read| Some((read.year, figures(there.get(read.year)?))))
        .collect();
    Ok(compare(reading, &there, replace)?.0)
}

/// Keeps a reading of a file. Embedded editions that the database has not are added first.
///
/// # Errors
/// [`Refused`]; then nothing of the file is kept.
pub async fn keep(
    desk: &Desk,
    attachments: &Attachments,
    file: File<'_>,
    reading: &Reading,
    replace: bool,
) -> Result<Imported, Refused> {
    editions::seed(desk).await?;
    let mut tx = desk.begin().await?;
    let there = hold(&mut tx, reading).await?;
    let (imported, changed) = compare(reading, &there, replace)?;
    let digest = attachments.put(file.bytes.to_vec()).await?;
    let new = NewSource {
        kind: "import",
        name: file.name,
        digest: Some(digest.as_str()),
        by: &desk.who,
        at: desk.now,
    };
    let source = table::insert_source(&mut tx, &new).await?;
    for changed in &changed {
        table::remember(&mut tx, changed, source).await?;
        if changed.after.is_none() {
            table::withdraw(&mut tx, changed).await?;
        }
    }
    for edition in &reading.editions {
        let new = |read: &&ReadFigure| there.get(&edition.year).is_none_or(|there| differs(there, read));
        let figures: Vec<&ReadFigure> = edition.figures.iter().filter(new).collect();
        table::put_figures(&mut tx, edition.year, source, &figures).await?;
        table::put_estimates(&mut tx, edition.year, source, &edition.estimates).await?;
    }
    let (years, file) = (imported.years.clone(), file.name.to_owned());
    let did = did::Imported { years, file, digest: digest.to_string(), stored: imported.stored, changed };
    tx.commit(Did::Imported(did)).await?;
    Ok(imported)
}

/// Scores that are published, by province and sub-dimension.
type Published = HashMap<(UnitId, Code), f64>;

/// Keeps the editions of a reading for this transaction and gives what those hold that were there before.
async fn hold(tx: &mut Tx, reading: &Reading) -> Result<HashMap<i16, Published>, store::Error> {
    let mut there = HashMap::new();
    for year in reading.editions.iter().map(|edition| edition.year) {
        if !table::insert_edition(tx, year, None).await? {
            table::hold_edition(tx, year).await?;
            let figures = table::figures(tx, &(year..=year)).await?;
            there.insert(year, figures.into_iter().map(|(_, f)| ((f.unit, f.code), f.score)).collect());
        }
    }
    Ok(there)
}

/// Whether a figure is another than the published one, or is not published yet.
fn differs(there: &Published, read: &ReadFigure) -> bool {
    let published = there.get(&(read.figure.unit, read.figure.code));
    published.is_none_or(|score| (score - read.figure.score).abs() > SAME)
}

/// What the reading would do, and each figure that it would replace or withdraw. What the file is silent on stays.
fn compare(
    reading: &Reading,
    there: &HashMap<i16, Published>,
    replace: bool,
) -> Result<(Imported, Vec<Changed>), Unread> {
    let (mut changed, mut problems, mut added) = (Vec::new(), Problems::default(), 0);
    for edition in &reading.editions {
        let Some(there) = there.get(&edition.year) else {
            added += edition.figures.len();
            continue;
        };
        for read in edition.figures.iter().filter(|read| differs(there, read)) {
            let (unit, code, after) = (read.figure.unit, read.figure.code, read.figure.score);
            let before = there.get(&(unit, code)).copied();
            problems.push(|| already_published(&read.place, Found::Number(after), before));
            changed.push(Changed { year: edition.year, unit, code, before, after: Some(after) });
        }
        for (cell, before) in withdrawn(edition, there) {
            problems.push(|| already_published(&cell.place, Found::Nothing, Some(before)));
            let Unpublished { unit, code, .. } = *cell;
            changed.push(Changed { year: edition.year, unit, code, before: Some(before), after: None });
        }
    }
    if !replace && !problems.is_empty() {
        return Err(Unread::Wrong { problems, warnings: reading.warnings.clone() });
    }
    let imported = Imported {
        years: reading.editions.iter().map(|edition| edition.year).collect(),
        stored: reading.editions.iter().map(|edition| edition.figures.len()).sum(),
        changed: changed.len(),
        added,
        estimates: reading.editions.iter().map(|edition| edition.estimates.len()).sum(),
        ignored: reading.ignored.clone(),
        warnings: reading.warnings.clone(),
    };
    Ok((imported, changed))
}

/// The cells that say a score is not published which the edition has, and that score.
fn withdrawn<'a>(edition: &'a ReadEdition, there: &Published) -> Vec<(&'a Unpublished, f64)> {
    let held: HashSet<_> = edition.figures.iter().map(|read| (read.figure.unit, read.figure.code)).collect();
    let cells = edition.unpublished.iter().filter(|cell| !held.contains(&(cell.unit, cell.code)));
    cells.filter_map(|cell| Some((cell, *there.get(&(cell.unit, cell.code))?))).collect()
}

fn already_published(place: &Place, value: Found, before: Option<f64>) -> Problem {
    Problem {
        sheet: place.sheet.clone(),
        row: Some(place.row),
        column: Some(place.column.clone()),
        kind: Kind::AlreadyPublished,
        value,
        expected: Expected::Same(before),
    }
}
