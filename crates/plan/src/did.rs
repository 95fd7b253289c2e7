//! What is done to a plan, as the audit trail keeps it.

use accounts::Deed;
use serde_json::{Value, json};

use crate::document::File;
use crate::{Document, Target, calendar};

/// What was done.
pub(crate) enum Did<'a> {
    /// A document was taken in.
    Issued(&'a Document),
    /// The file of a document was kept.
    Attached {
        /// Of which document.
        slug: &'a str,
        /// The file.
        file: &'a File,
    },
    /// A document's target was set.
    Set(&'a Target),
    /// So many periods and holidays were added to the calendar.
    CalendarSeeded { periods: u64, holidays: u64 },
    /// A holiday, the decision of a year or a period was changed by hand.
    CalendarEdited { subject: String, before: Option<Value>, after: Option<Value> },
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        match self {
            Self::Issued(_) => "document.issued",
            Self::Attached { .. } => "document.attached",
            Self::Set(_) => "target.set",
            Self::CalendarSeeded { .. } => calendar::SEED.act,
            Self::CalendarEdited { .. } => calendar::EDIT_CALENDAR.act,
        }
    }

    fn subject(&self) -> String {
        match self {
            Self::Issued(document) => format!("document/{}", document.slug()),
            Self::Attached { slug, .. } => format!("document/{slug}"),
            Self::Set(target) => format!("document/{}/target/{}", target.document, target.place),
            Self::CalendarSeeded { .. } => "calendar".to_owned(),
            Self::CalendarEdited { subject, .. } => subject.clone(),
        }
    }

    fn before(&self) -> Option<Value> {
        match self {
            Self::CalendarEdited { before, .. } => before.clone(),
            _ => None,
        }
    }

    fn after(&self) -> Option<Value> {
        Some(match self {
            Self::Issued(document) => json!({ "sign": document.sign, "title": document.title }),
            Self::Attached { file, .. } => json!({ "file": file.name, "digest": file.digest }),
            Self::Set(target) => json!({ "asks": target.asks.to_string(), "said": target.said }),
            Self::CalendarSeeded { periods, holidays } => {
                json!({ "periods": periods, "holidays": holidays })
            }
            Self::CalendarEdited { after, .. } => return after.clone(),
        })
    }
}
