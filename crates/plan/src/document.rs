//! A document: what a Party body or a people's committee issued, known by its number and sign.
//!
//! Documents stand in a chain: a plan carries out a conclusion, a yearly plan carries out the plan.

mod issue;
pub(crate) mod table;

use jiff::civil::Date;
use store::{Error, Store};

pub use issue::{Refusal, issue};

/// A document as it was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Number and sign: `193/KH-UBND`.
    pub sign: String,
    /// What kind it is.
    pub kind: Kind,
    /// The day it was signed.
    pub issued_on: Date,
    /// Who issued it.
    pub issuer: String,
    /// The same in English.
    pub issuer_en: String,
    /// What it is about.
    pub title: String,
    /// The same in English.
    pub title_en: String,
    /// The slug of the document that it carries out.
    pub carries_out: Option<String>,
    /// Where it was found.
    pub source: String,
}

/// Kinds of document, by Decree 30/2020/NĐ-CP, and those of the Party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Kế hoạch.
    Plan,
    /// Kết luận.
    Conclusion,
}

impl Kind {
    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Conclusion => "conclusion",
        }
    }

    fn read(word: &str) -> Option<Self> {
        [Self::Plan, Self::Conclusion].into_iter().find(|kind| kind.as_str() == word)
    }
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

    #[test]
    fn a_sign_makes_an_address() {
        let mut document = Document {
            sign: "193/KH-UBND".to_owned(),
            kind: Kind::Plan,
            issued_on: date(2021, 12, 17),
            issuer: String::new(),
            issuer_en: String::new(),
            title: String::new(),
            title_en: String::new(),
            carries_out: None,
            source: String::new(),
        };
        assert_eq!(document.slug(), "193-kh-ubnd");
        document.sign = "933/QĐ-UBND".to_owned();
        assert_eq!(document.slug(), "933-qd-ubnd");
    }

    #[test]
    fn a_kind_is_read_back() {
        assert_eq!(Kind::read(Kind::Conclusion.as_str()), Some(Kind::Conclusion));
        assert_eq!(Kind::read("poem"), None);
    }
}
