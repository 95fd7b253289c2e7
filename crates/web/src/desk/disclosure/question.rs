//! The question of the register as its address has it.

use inform::disclosure::Line;
use look::Lang;
use places::name::fold;
use serde::Deserialize;

use crate::Page;
use crate::asked::written;
use crate::desk::typed::query;

/// The state of a filter that asks for what somebody should look at.
pub(super) const CHECK: &str = "check";

/// What the address asks for; it survives a reload and can be sent to a colleague.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Question {
    agency: Option<String>,
    duty: Option<String>,
    state: Option<String>,
    q: Option<String>,
    /// What was just done, for the page to say.
    told: Option<String>,
    format: Option<String>,
}

impl Question {
    /// Whether a line is asked for; without a state, whatever is not over.
    pub(super) fn holds(&self, line: &Line) -> bool {
        let agency = written(&self.agency).is_none_or(|code| line.owners.iter().any(|owner| owner == code));
        let duty = written(&self.duty).is_none_or(|code| line.duty.code == code);
        let state = match written(&self.state) {
            None => !line.state.is_past(),
            Some(CHECK) => line.checks.iter().any(inform::disclosure::Check::is_open),
            Some(word) => line.state.as_str() == word,
        };
        let text = written(&self.q).is_none_or(|text| {
            let told = format!("{} {} {}", line.duty.plain, line.duty.content, line.event.words);
            fold(&told).contains(&fold(text))
        });
        agency && duty && state && text
    }

    /// Whether the sheet is asked for.
    pub(super) fn wants_csv(&self) -> bool {
        written(&self.format) == Some("csv")
    }

    /// Whether an event was just withdrawn.
    pub(super) fn is_withdrawn(&self) -> bool {
        written(&self.told) == Some("withdrawn")
    }

    /// Whether anything is asked for.
    pub(super) fn is_narrow(&self) -> bool {
        [&self.agency, &self.duty, &self.state, &self.q].iter().any(|field| written(field).is_some())
    }

    /// What a field of the form holds.
    pub(super) fn field(&self, name: &str) -> &str {
        let field = match name {
            "agency" => &self.agency,
            "duty" => &self.duty,
            "state" => &self.state,
            _ => &self.q,
        };
        written(field).unwrap_or_default()
    }

    /// The same of another state.
    pub(super) fn standing(&self, word: &str) -> Self {
        Self { state: Some(word.to_owned()), format: None, told: None, ..self.clone() }
    }

    /// The same of one commune.
    pub(super) fn of_agency(&self, code: &str) -> Self {
        Self { agency: Some(code.to_owned()), ..Self::default() }
    }

    /// What holds some words, of one commune.
    pub(super) fn of_words(code: &str, words: &str) -> Self {
        Self { agency: Some(code.to_owned()), q: Some(words.to_owned()), ..Self::default() }
    }

    /// Its address.
    pub(super) fn address(&self, lang: Lang) -> String {
        format!("{}?{}#list", Page::Duties.path(lang), self.query(""))
    }

    /// Where its sheet is.
    pub(super) fn sheet(&self, lang: Lang) -> String {
        format!("{}?{}", Page::Duties.path(lang), self.query("csv"))
    }

    fn query(&self, format: &str) -> String {
        let field = |name| self.field(name).to_owned();
        let (agency, duty, state, q) = (field("agency"), field("duty"), field("state"), field("q"));
        let format = format.to_owned();
        query([("agency", &agency), ("duty", &duty), ("state", &state), ("q", &q), ("format", &format)])
    }
}
