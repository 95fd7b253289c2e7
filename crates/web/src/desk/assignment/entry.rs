//! The entry: the form of a report as it is shown, empty, filled, or handed back with what is wrong.

use look::{Lang, number};
use plan::report::{Folder, Report, Said, State, Words};

use crate::desk::evidence::upload::Upload;

/// The form as it is shown.
#[derive(Debug, Clone, Default)]
pub(super) struct Entry {
    pub(super) form: String,
    pub(super) number: i64,
    pub(super) version: i64,
    pub(super) value: String,
    pub(super) done: String,
    pub(super) hindered: String,
    pub(super) proposed: String,
    pub(super) links: String,
    /// The numbers of evidence that stays.
    pub(super) keep: Vec<i64>,
    /// The field that something is wrong with, and what.
    pub(super) wrong: Option<(&'static str, String)>,
    /// Whether the last period's words were put in.
    pub(super) is_reused: bool,
}

impl Entry {
    /// The form for an assignment, if there is one to fill: not while a report waits, nor when all is said.
    pub(super) fn of(lang: Lang, folder: &Folder, form: String, reuse: bool, correct: bool) -> Option<Self> {
        if !folder.may_write || !folder.owed.is_open() {
            return None;
        }
        let latest = folder.latest();
        let blank = Self { form, number: folder.next_number(), ..Self::default() };
        let before = folder.before.as_ref().filter(|_| reuse);
        match latest.map(|told| told.report.state) {
            None => Some(match before {
                Some((_, report)) => Self { is_reused: true, ..blank.saying(lang, &report.words) },
                None => blank,
            }),
            Some(State::Submitted | State::Resubmitted) => None,
            Some(State::Accepted) if !correct => None,
            Some(state) => latest.map(|told| {
                let report = &told.report;
                let keep = told.evidence.iter().map(|piece| piece.id).collect();
                let filled = Self { keep, ..blank.saying(lang, &report.words) };
                if state == State::Draft { filled.continuing(report) } else { filled }
            }),
        }
    }

    /// The form as it came in.
    pub(super) fn typed(upload: &Upload) -> Self {
        let text = |field| upload.text(field).to_owned();
        Self {
            form: text("form"),
            number: upload.number("number"),
            version: upload.number("version"),
            value: text("value"),
            done: text("done"),
            hindered: text("hindered"),
            proposed: text("proposed"),
            links: text("links"),
            keep: upload.numbers("keep"),
            wrong: None,
            is_reused: false,
        }
    }

    /// What it says of an assignment, with the value that was read from it.
    pub(super) fn said(&self, assignment: i64, value: Option<f64>) -> Said {
        Said {
            assignment,
            form: self.form.clone(),
            number: self.number,
            version: self.version,
            words: Words {
                value,
                done: self.done.clone(),
                hindered: self.hindered.clone(),
                proposed: self.proposed.clone(),
            },
            keep: self.keep.clone(),
            pieces: Vec::new(),
        }
    }

    /// Going on with a draft.
    pub(super) fn continuing(mut self, draft: &Report) -> Self {
        self.form.clone_from(&draft.form);
        (self.number, self.version) = (draft.number, draft.version);
        self
    }

    fn saying(mut self, lang: Lang, words: &Words) -> Self {
        self.value = words.value.map(|value| number::plain(lang, value)).unwrap_or_default();
        self.done.clone_from(&words.done);
        self.hindered.clone_from(&words.hindered);
        self.proposed.clone_from(&words.proposed);
        self
    }

    /// Whether anything is said of what hinders or is proposed, or is wrong with it.
    pub(super) fn says_more(&self) -> bool {
        let wrong = self.wrong_with("hindered").or(self.wrong_with("proposed"));
        !self.hindered.is_empty() || !self.proposed.is_empty() || wrong.is_some()
    }

    /// What is wrong with a field, for the form to say beside it.
    pub(super) fn wrong_with(&self, field: &str) -> Option<&str> {
        self.wrong.as_ref().filter(|(of, _)| *of == field).map(|(_, why)| why.as_str())
    }
}
