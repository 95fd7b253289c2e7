//! Entering an agency.

use jiff::civil::Date;

use super::did::Did;
use super::{Agency, Details, Kind, Refusal, table};
use crate::{Desk, Reach, Relation, Right, Role, Tx};

/// Who may enter an agency.
pub const ENTER: Right = Right { act: "agency.entered", held_by: &[(Role::Administrator, Reach::Any)] };

/// An agency to be entered.
#[derive(Debug, Clone)]
pub struct New {
    /// Its code: capital letters, digits and hyphens.
    pub code: String,
    /// What it is called.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Whether it answers to a ministry or a company instead of the province.
    pub outside: bool,
    /// The lasting name of a province; the agency belongs to the one that its area is in on its first day.
    pub unit: String,
    /// The first day in force.
    pub first: Date,
    /// What can be corrected later.
    pub details: Details,
}

/// Enters an agency.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn enter(desk: &Desk, new: &New) -> Result<Agency, Refusal> {
    desk.may(&ENTER, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let agency = enter_in(&mut tx, new).await?;
    tx.commit(Did::Entered(&agency)).await?;
    Ok(agency)
}

/// The same inside of another act.
pub(super) async fn enter_in(tx: &mut Tx, new: &New) -> Result<Agency, Refusal> {
    tx.wait_turn("agency").await?;
    let code = new.code.trim().to_uppercase();
    if !is_code(&code) {
        return Err(Refusal::BadCode(code));
    }
    if table::one(tx, &code).await?.is_some() {
        return Err(Refusal::Known(code));
    }
    let name = tidy_name(&new.name).ok_or(Refusal::NoName)?;
    let Details { identifier, note } = new.details.tidy()?;
    let agency = Agency {
        code,
        name,
        kind: new.kind,
        outside: new.outside,
        unit: super::province_on(&new.unit, new.first).to_owned(),
        began: new.first,
        ended: None,
        identifier,
        note,
        certainty: "entered".to_owned(),
        successors: Vec::new(),
    };
    table::insert(tx, std::slice::from_ref(&agency), &[]).await?;
    Ok(agency)
}

/// A name on one line, hiding nothing; none for one that is empty, too long, or of letters that look like ours.
pub(super) fn tidy_name(written: &str) -> Option<String> {
    let name = places::name::plain(written)?;
    (1..=200).contains(&name.chars().count()).then_some(name)
}

/// Whether it can be a code: capital letters, digits and hyphens, from two to thirty, a letter first.
pub(super) fn is_code(code: &str) -> bool {
    (2..=30).contains(&code.len())
        && code.starts_with(|c: char| c.is_ascii_uppercase())
        && code.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_short_and_plain() {
        assert!(is_code("BL-SNV25"));
        for bad in ["", "B", "-BL", "@SO", "BL SNV", "SỞ", &"A".repeat(31)] {
            assert!(!is_code(bad), "{bad:?}");
        }
    }
}
