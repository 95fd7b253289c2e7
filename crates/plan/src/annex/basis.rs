//! What an annex is read by: agencies of the plan's day, the plan's days, and what people settled.

use accounts::Directory;
use jiff::civil::Date;
use store::{Ask, Error};

use super::Settled;
use crate::document;
use crate::plan::Plan;

/// What an annex is read by.
#[derive(Debug, Clone, Copy)]
pub struct Basis<'a> {
    /// Every agency and group.
    pub directory: &'a Directory,
    /// The plan's province, by its lasting name.
    pub unit: &'a str,
    /// The plan's day: agencies are those of it.
    pub day: Date,
    /// The plan's first day.
    pub first: Date,
    /// The plan's last day.
    pub last: Date,
    /// What people settled before.
    pub settled: &'a Settled,
}

/// The day of a plan: that of its document, or its first where it has none yet.
pub(super) async fn day(at: &mut impl Ask, plan: &Plan) -> Result<Date, Error> {
    let document = match &plan.document {
        Some(slug) => document::table::find(at, slug).await?,
        None => None,
    };
    Ok(document.map_or(plan.first, |document| document.issued_on))
}
