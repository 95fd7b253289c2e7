//! The first figures of a database: the editions that the program carries and the database has not.

use accounts::{Desk, Tx};
use store::Error;

use super::table::{self, NewSource};
use super::{Editions, SOURCE};
use crate::did::Did;
use crate::{Edition, Figure};

/// Adds the embedded editions that are not there yet and gives their years. What is there is left as it is.
///
/// # Errors
/// When the database cannot.
pub async fn seed(desk: &Desk) -> Result<Vec<i16>, Error> {
    let there = table::editions(&mut desk.read().await?, &super::ALL_YEARS).await?;
    let is_there = |year: i16| there.iter().any(|(known, _)| *known == year);
    let absent: Vec<i16> = Editions::embedded_years().into_iter().filter(|year| !is_there(*year)).collect();
    let (Some(first), Some(last)) = (absent.first(), absent.last()) else { return Ok(Vec::new()) };
    let embedded = Editions::embedded(*first..=*last);
    let mut tx = desk.begin().await?;
    let mut added = Vec::new();
    for edition in embedded.iter().filter(|edition| absent.contains(&edition.year)) {
        if add(&mut tx, desk, edition).await? {
            added.push(edition.year);
        }
    }
    if !added.is_empty() {
        tx.commit(Did::Seeded { years: added.clone() }).await?;
    }
    Ok(added)
}

/// Adds one edition; false if another instance was faster.
async fn add(tx: &mut Tx, desk: &Desk, edition: &Edition) -> Result<bool, Error> {
    if !table::insert_edition(tx, edition.year, edition.published_on).await? {
        return Ok(false);
    }
    let new = NewSource { kind: "embedded", name: SOURCE, digest: None, by: &desk.who, at: desk.now };
    let source = table::insert_source(tx, &new).await?;
    let figures: Vec<Figure> = edition.figures().collect();
    table::insert_figures(tx, edition.year, source, &figures).await?;
    Ok(true)
}
