//! A document: what a Party body or a people's committee issued, known by its number and sign.
//!
//! Documents stand in a chain: a plan carries out a conclusion, a yearly plan carries out the plan.

mod attach;
mod issue;
mod kind;
mod owed;
pub(crate) mod table;

use jiff::civil::Date;
use store::{Error, Store};

pub use attach::{ATTACH, attach};
pub use issue::{ISSUE, Refusal, issue};
pub use kind::Kind;
pub use owed::{Debt, debts};

/// A document as it was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Number and sign: `193/KH-UBND`.
    pub sign: String,
    /// What kind it is.
    pub kind: Kind,
    /// The day it was signed.
    pub issued_on: Date,
    /// Who issued it, in words.
    pub issuer: String,
    /// The same in English.
    pub issuer_en: String,
    /// What it is about.
    pub title: String,
    /// The same in English; empty where nobody wrote it.
    pub title_en: String,
    /// The agency that issued it, where it is in the directory.
    pub agency: Option<String>,
    /// The slug of the document that it carries out.
    pub carries_out: Option<String>,
    /// The slug of the document that it amends.
    pub amends: Option<String>,
    /// The slug of the document that it replaces.
    pub replaces: Option<String>,
    /// The plans of their own that it asks others for.
    pub owed: Option<Owed>,
    /// Its file.
    pub file: Option<File>,
    /// Where it was found.
    pub source: String,
}

/// Plans of their own that a document asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// Who owes one: the code of an agency or a group.
    pub by: String,
    /// The last day for it.
    pub until: Date,
}

/// A file of a document, kept as an attachment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// SHA-256 of its bytes.
    pub digest: String,
    /// What it is called.
    pub name: String,
}

impl Document {
    /// Its name in an address: `193-kh-ubnd`.
    pub fn slug(&self) -> String {
        places::name::fold(&self.sign).replace(['/', ' '], "-")
    }
}

/// Every document, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn all(store: &Store) -> Result<Vec<Document>, Error> {
    table::all(&mut store.read().await?).await
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// A plan that nothing is known of but its sign and its day.
    pub(super) fn document(sign: &str, issued_on: Date) -> Document {
        Document {
            sign: sign.to_owned(),
            kind: Kind::Plan,
            issued_on,
            issuer: String::new(),
            issuer_en: String::new(),
            title: String::new(),
            title_en: String::new(),
            agency: None,
            carries_out: None,
            amends: None,
            replaces: None,
            owed: None,
            file: None,
            source: String::new(),
        }
    }

    #[test]
    fn a_sign_makes_an_address() {
        let slug = |sign: &str| document(sign, date(2021, 12, 17)).slug();
        assert_eq!(slug("193/KH-UBND"), "193-kh-ubnd");
        assert_eq!(slug("933/QĐ-UBND"), "933-qd-ubnd");
    }
}
