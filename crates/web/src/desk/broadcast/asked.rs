//! The question of the register as its address has it; it survives a reload and can be sent to a colleague.

use inform::broadcast::{Content, Month};
use jiff::civil::Date;
use look::Lang;
use serde::Deserialize;

use super::told::OTHER;
use crate::Page;
use crate::asked::written;
use crate::desk::typed::query;

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    month: Option<String>,
    content: Option<String>,
    format: Option<String>,
}

impl Asked {
    /// The month, which is that of today where none is asked for or what is asked is none.
    pub(super) fn month(&self, today: Date) -> Month {
        written(&self.month).and_then(Month::read).unwrap_or_else(|| Month::of(today))
    }

    /// The content.
    pub(super) fn content(&self) -> Content {
        match written(&self.content) {
            Some(OTHER) => Content::Of(None),
            Some(number) => number.parse().map_or(Content::Any, |number| Content::Of(Some(number))),
            None => Content::Any,
        }
    }

    /// What the field of the content holds.
    pub(super) fn content_word(&self) -> &str {
        written(&self.content).unwrap_or_default()
    }

    /// Whether the sheet is asked for.
    pub(super) fn wants_csv(&self) -> bool {
        written(&self.format) == Some("csv")
    }

    /// The address of the same question in a month.
    pub(super) fn in_month(&self, lang: Lang, month: Month) -> String {
        let (month, content) = (month.to_string(), self.content_word().to_owned());
        format!("{}?{}", Page::Broadcasts.path(lang), query([("month", &month), ("content", &content)]))
    }

    /// The address of its sheet.
    pub(super) fn sheet(&self, lang: Lang, month: Month) -> String {
        format!("{}&format=csv", self.in_month(lang, month))
    }
}
