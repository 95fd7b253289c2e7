//! Correcting what is known of an agency besides its name and days.

use super::did::Did;
use super::{Refusal, table};
use crate::{Desk, Reach, Relation, Right, Role};

/// Who may correct it.
pub const CORRECT: Right = Right { act: "agency.corrected", held_by: &[(Role::Administrator, Reach::Any)] };

/// The longest identifier, by Quyết định 20/2020/QĐ-TTg.
const LONGEST: usize = 35;

/// What can be corrected.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Details {
    /// The identifier by Quyết định 20/2020/QĐ-TTg: `H04.12`.
    pub identifier: Option<String>,
    /// What else is known.
    pub note: Option<String>,
}

impl Details {
    /// Without white space around, and nothing where nothing is written.
    pub(super) fn tidy(&self) -> Result<Self, Refusal> {
        let tidy = |text: &Option<String>| {
            text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
        };
        let identifier = tidy(&self.identifier);
        let plain = |text: &String| text.chars().all(|c| c.is_ascii_alphanumeric() || c == '.');
        match identifier {
            Some(bad) if bad.chars().count() > LONGEST || !plain(&bad) => Err(Refusal::BadIdentifier(bad)),
            identifier => Ok(Self { identifier, note: tidy(&self.note) }),
        }
    }
}

/// Corrects an agency's identifier and note; `was` is what whoever asks has seen.
///
/// # Errors
/// [`Refusal::Changed`] when it is something else meanwhile, and whatever else; nothing is kept then.
pub async fn correct(desk: &Desk, code: &str, was: &Details, to: &Details) -> Result<(), Refusal> {
    desk.may(&CORRECT, Relation::Other)?;
    let (was, to) = (was.tidy()?, to.tidy()?);
    let mut tx = desk.begin().await?;
    tx.wait_turn("agency").await?;
    let agency = table::one(&mut tx, code).await?.ok_or_else(|| Refusal::NoAgency(code.to_owned()))?;
    let now = Details { identifier: agency.identifier, note: agency.note };
    if now == to {
        return Ok(());
    }
    if now != was {
        return Err(Refusal::Changed { identifier: now.identifier, note: now.note });
    }
    table::correct(&mut tx, code, &to).await?;
    tx.commit(Did::Corrected { code, from: &now, to: &to }).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_has_at_most_thirty_five_characters() {
        let tidy = |text: &str| Details { identifier: Some(text.to_owned()), note: None }.tidy();
        assert_eq!(tidy(" H04.12 ").unwrap().identifier.as_deref(), Some("H04.12"));
        assert_eq!(tidy("  ").unwrap().identifier, None);
        assert!(tidy(&"A".repeat(35)).is_ok());
        assert!(matches!(tidy(&"A".repeat(36)), Err(Refusal::BadIdentifier(_))));
        assert!(matches!(tidy("<b>"), Err(Refusal::BadIdentifier(_))));
    }
}
