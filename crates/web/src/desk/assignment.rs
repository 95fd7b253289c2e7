//! An assignment: what is asked, the form of the report, the reports so far with their evidence, a later day.

mod entry;
pub(crate) mod evidence;
mod extension;
mod lost;
mod page;
pub(super) mod told;
mod withdraw;
mod write;

use crate::visit::Path;
use look::Lang;
use plan::report::{self, Refusal};
use serde::Deserialize;

use super::Signed;
use crate::Page;
use crate::fault::{Answer, closed, render};
use crate::visit::Query;

use entry::Entry;
pub(crate) use extension::{post as ask, sentence as extension_sentence};
use page::AssignmentPage;
pub(super) use page::compared;
use told::when;
pub(super) use told::{Compared, ToldView};
pub(crate) use withdraw::post as withdraw;
pub(crate) use write::{add, save, submit};

/// What the address asks for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    /// The form filled with what was said for the last period.
    reuse: Option<String>,
    /// The form for correcting what was accepted.
    correct: Option<String>,
    /// What was just done, for the page to say.
    told: Option<String>,
}

/// The page.
pub(crate) async fn get(signed: Signed, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Answer {
    let folder = report::folder(&signed.desk, id).await.map_err(closed)?;
    let form = signed.visit.app.works()?.chance.token();
    let entry = Entry::of(signed.visit.lang, &folder, form, asked.reuse.is_some(), asked.correct.is_some());
    render(&AssignmentPage::new(&signed, folder, entry, asked.told.as_deref())?)
}

/// What an agency may do with its assignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Act {
    /// Save a draft.
    Save,
    /// Send the report.
    Submit,
    /// Add evidence.
    Add,
    /// Ask for a later day.
    Ask,
    /// Take a report back.
    Withdraw,
}

impl Act {
    /// The last piece of its address.
    fn word(self, lang: Lang) -> &'static str {
        match self {
            Self::Save => lang.pick("luu-nhap", "save"),
            Self::Submit => lang.pick("gui", "submit"),
            Self::Add => lang.pick("minh-chung", "evidence"),
            Self::Ask => lang.pick("gia-han", "extension"),
            Self::Withdraw => lang.pick("rut-lai", "withdraw"),
        }
    }

    /// Where its form is posted to; the number stays in braces.
    pub(crate) fn pattern(self, lang: Lang) -> String {
        format!("{}/{}", Page::Assignment.pattern(lang), self.word(lang))
    }
}

/// The address of an assignment.
pub(crate) fn path(lang: Lang, id: i64) -> String {
    Page::Assignment.path(lang).replace("{id}", &id.to_string())
}

closed!(pub(super) Refusal);
