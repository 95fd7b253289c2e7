//! Where a figure came from: the publication that the program carries, or a file, its cell, who brought it and when.

use jiff::Timestamp;
use places::{UnitId, country};
use store::{Ask, Digest, Error};

use super::table;
use crate::import::{Estimate, Place};
use crate::{Code, Item};

/// The source of a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Whether somebody imported it; else it came with the program.
    pub imported: bool,
    /// The publication, or the name of the file.
    pub name: String,
    /// The file, kept as an attachment.
    pub digest: Option<Digest>,
    /// Who brought it.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// Its cell in the file.
    pub place: Option<Place>,
}

/// A figure that is printed beside the scores.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Printed {
    /// The province.
    pub unit: UnitId,
    /// The item.
    pub item: Item,
    /// Which estimate of it.
    pub estimate: Estimate,
    /// Points.
    pub value: f64,
}

/// A figure and its source; none where nothing is published.
///
/// # Errors
/// When the database cannot be read.
pub async fn source_of(
    at: &mut impl Ask,
    year: i16,
    unit: UnitId,
    code: Code,
) -> Result<Option<(f64, Source)>, Error> {
    table::source_of(at, year, unit, code).await
}

/// What a figure was before each replacement, oldest first; none where nothing had been published.
///
/// # Errors
/// When the database cannot be read.
pub async fn history(
    at: &mut impl Ask,
    year: i16,
    unit: UnitId,
    code: Code,
) -> Result<Vec<Option<(f64, Source)>>, Error> {
    table::history(at, year, unit, code).await
}

/// Weighted totals, confidence limits and standard errors of a year, where they were imported.
///
/// # Errors
/// When the database cannot be read.
pub async fn printed(at: &mut impl Ask, year: i16) -> Result<Vec<Printed>, Error> {
    let read = |(unit, item, estimate, value): table::EstimateRow| {
        let (unit, item) = (country().unit(&unit)?.id, item.parse().ok()?);
        Some(Printed { unit, item, estimate: Estimate::named(&estimate)?, value })
    };
    Ok(table::estimates(at, year).await?.into_iter().filter_map(read).collect())
}
