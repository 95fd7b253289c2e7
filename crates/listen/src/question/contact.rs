//! How to reach an asker: by electronic mail or by telephone, as what they wrote shows. Sealed; who must answer may see it, and
//! each time it is written down.

mod correct;

use accounts::{Desk, Reach, Right, Role};

pub use correct::{CORRECT, correct};

use super::clean;
use super::did::Did;
use super::read::open;
use super::{Refusal, table};
use crate::Seal;

/// Who may see it: the agency that must answer.
pub const SEE_CONTACT: Right = Right {
    act: "question.contact_seen",
    held_by: &[(Role::Head, Reach::Own), (Role::Officer, Reach::Own), (Role::StandingBody, Reach::Own)],
};

/// By what an asker is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By electronic mail.
    Mail,
    /// By telephone.
    Telephone,
}

impl Way {
    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Telephone => "telephone",
        }
    }

    pub(super) fn read(word: &str) -> Option<Self> {
        [Self::Mail, Self::Telephone].into_iter().find(|way| way.as_str() == word)
    }
}

/// How to reach an asker, in clear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// By what.
    pub way: Way,
    /// The address, or the number.
    pub value: String,
}

impl Contact {
    /// What somebody wrote to be reached by; none where they wrote nothing.
    pub(super) fn written(written: &str) -> Result<Option<Self>, Refusal> {
        if written.trim().is_empty() {
            return Ok(None);
        }
        let mail = clean::mail(written).map(|value| Self { way: Way::Mail, value });
        let contact =
            mail.or_else(|| clean::telephone(written).map(|value| Self { way: Way::Telephone, value }));
        contact.map(Some).ok_or(Refusal::NoWay)
    }

    /// The mark by which the audit trail knows it.
    pub(super) fn mark(&self, seal: &Seal) -> String {
        seal.mark(self.way.as_str(), &self.value)
    }
}

/// What is kept of how to reach an asker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sealed {
    pub(super) way: Way,
    pub(super) sealed: Vec<u8>,
}

impl Sealed {
    /// Opens what was sealed for the form of a question.
    pub(super) fn open(self, seal: &Seal, form: &str) -> Result<Contact, Refusal> {
        let clear = seal.open(form, &self.sealed).ok_or(Refusal::Sealed)?;
        let value = String::from_utf8(clear).map_err(|_| Refusal::Sealed)?;
        Ok(Contact { way: self.way, value })
    }
}

/// How to reach the asker. That it was seen is kept, what was seen is not.
///
/// # Errors
/// [`Refusal::NoContact`] where there is nothing, or nothing any more; [`Refusal::Sealed`] where the key is another.
pub async fn see_contact(desk: &Desk, seal: &Seal, id: i64) -> Result<Contact, Refusal> {
    let mut tx = desk.begin().await?;
    let (question, _) = open(&mut tx, desk, id, &SEE_CONTACT).await?;
    let kept = table::contact(&mut tx, id).await?.ok_or(Refusal::NoContact)?;
    let contact = kept.open(seal, &question.form)?;
    tx.commit(Did::Seen { question: &question, contact: contact.mark(seal) }).await?;
    Ok(contact)
}
