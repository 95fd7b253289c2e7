//! What the address of the register asks for; it survives a reload and can be sent to a colleague.

use accounts::Directory;
use jiff::civil::Date;
use listen::Question;
use listen::question::Asking;
use look::Lang;
use serde::Deserialize;

use crate::Page;
use crate::asked::written;
use crate::desk::typed::query;

/// The question of an address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    agency: Option<String>,
    state: Option<String>,
    kind: Option<String>,
    topic: Option<String>,
    q: Option<String>,
    page: Option<String>,
    /// The code of a question that was just sent on, and of the agency that has it.
    moved: Option<String>,
    to: Option<String>,
    format: Option<String>,
}

/// The address of the register that tells that a question was sent on.
pub(super) fn moved(lang: Lang, question: &Question) -> String {
    let to = question.agency.clone().unwrap_or_default();
    format!("{}?{}", Page::Inbox.path(lang), query([("moved", &question.code), ("to", &to)]))
}

impl Asked {
    /// The code of a question that was just sent on, and of the agency that has it.
    pub(super) fn moved(&self) -> Option<(&str, &str)> {
        let is_code = |code: &&str| {
            (1..=40).contains(&code.len()) && code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        };
        written(&self.moved).filter(is_code).zip(written(&self.to))
    }

    /// The same of who has the work of the agency today: an old address finds what it found.
    pub(super) fn today(self, directory: &Directory, today: Date) -> Self {
        let agency = written(&self.agency).map(|code| directory.holder(code, today));
        Self { agency, ..self }
    }

    /// As the slice takes it.
    pub(super) fn read(&self) -> Asking {
        let field = |name| self.field(name).chars().take(100).collect();
        let page = written(&self.page).and_then(|page| page.parse().ok()).unwrap_or(1);
        let (agency, state, kind) = (field("agency"), field("state"), field("kind"));
        Asking { agency, state, kind, topic: field("topic"), text: field("q"), page }
    }

    /// Whether the sheet is asked for.
    pub(super) fn wants_csv(&self) -> bool {
        written(&self.format) == Some("csv")
    }

    /// Whether anything is asked for.
    pub(super) fn is_narrow(&self) -> bool {
        ["agency", "state", "kind", "topic", "q"].iter().any(|name| !self.field(name).is_empty())
    }

    /// What a field of the form holds.
    pub(super) fn field(&self, name: &str) -> &str {
        let field = match name {
            "agency" => &self.agency,
            "state" => &self.state,
            "kind" => &self.kind,
            "topic" => &self.topic,
            _ => &self.q,
        };
        written(field).unwrap_or_default()
    }

    /// The address of a page of the same.
    pub(super) fn at(&self, lang: Lang, page: i64) -> String {
        let page = if page > 1 { page.to_string() } else { String::new() };
        format!("{}?{}#list", Page::Inbox.path(lang), self.query(("page", &page)))
    }

    /// Where its sheet is.
    pub(super) fn sheet(&self, lang: Lang) -> String {
        format!("{}?{}", Page::Inbox.path(lang), self.query(("format", &"csv".to_owned())))
    }

    fn query(&self, last: (&str, &String)) -> String {
        let field = |name| self.field(name).to_owned();
        let (agency, state, kind) = (field("agency"), field("state"), field("kind"));
        let (topic, q) = (field("topic"), field("q"));
        query([("agency", &agency), ("state", &state), ("kind", &kind), ("topic", &topic), ("q", &q), last])
    }
}
