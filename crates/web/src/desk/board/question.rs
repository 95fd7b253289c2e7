//! The question of the board as its address has it, and the addresses of the questions beside it.

use accounts::agency::Kind;
use look::Lang;
use plan::board::Filter;
use serde::Deserialize;

use crate::asked::written;
use crate::local::encoded;
use crate::{Page, desk::board::PAGE};

/// What the address asks for; it survives a reload and can be sent to a colleague.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Question {
    pub(crate) plan: Option<String>,
    section: Option<String>,
    item: Option<String>,
    agency: Option<String>,
    kind: Option<String>,
    period: Option<String>,
    status: Option<String>,
    q: Option<String>,
    sort: Option<String>,
    page: Option<String>,
    pub(crate) format: Option<String>,
}

/// What the tables and the list are sorted by.
pub(crate) const SORTS: [&str; 4] = ["name", "all", "done", "late"];

/// The status of a filter that asks for what a person has to decide on.
pub(crate) const UNDECIDED: &str = "undecided";

impl Question {
    /// What is asked of the assignments.
    pub(crate) fn filter(&self) -> Filter {
        let text = |field| written(field).map(str::to_owned);
        let status = text(&self.status);
        Filter {
            section: text(&self.section),
            item: text(&self.item),
            agency: text(&self.agency),
            kind: written(&self.kind).and_then(Kind::read),
            period: text(&self.period),
            undecided: status.as_deref() == Some(UNDECIDED),
            status: status.filter(|status| status != UNDECIDED),
            text: text(&self.q),
        }
    }

    /// What is sorted by; none is the order of the plan.
    pub(crate) fn sort(&self) -> Option<&'static str> {
        let asked = written(&self.sort)?;
        SORTS.into_iter().find(|known| *known == asked)
    }

    /// The page of the list, from 1.
    pub(crate) fn page(&self) -> usize {
        written(&self.page).and_then(|page| page.parse().ok()).filter(|page| *page > 0).unwrap_or(1)
    }

    /// What a field of the form holds.
    pub(crate) fn field(&self, name: &str) -> &str {
        self.fields().into_iter().find(|(known, _)| *known == name).and_then(|(_, value)| value).unwrap_or("")
    }

    /// The address of the same question with one field changed; the list begins anew.
    pub(crate) fn with(&self, lang: Lang, field: &str, value: &str) -> String {
        let others = self.fields().into_iter().filter(|(name, _)| *name != field && *name != PAGE);
        let kept = others.filter_map(|(name, value)| Some((name, value?)));
        let pairs = kept.chain(std::iter::once((field, value)).filter(|(_, value)| !value.is_empty()));
        let query: Vec<String> = pairs.map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        format!("{}?{}", Page::Board.path(lang), query.join("&"))
    }

    fn fields(&self) -> [(&'static str, Option<&str>); 10] {
        [
            ("plan", written(&self.plan)),
            ("section", written(&self.section)),
            ("item", written(&self.item)),
            ("agency", written(&self.agency)),
            ("kind", written(&self.kind)),
            ("period", written(&self.period)),
            ("status", written(&self.status)),
            ("q", written(&self.q)),
            ("sort", self.sort()),
            (PAGE, written(&self.page)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_keeps_what_was_asked_and_begins_the_list_anew() {
        let asked = Question {
            q: Some("Đ & 1".to_owned()),
            page: Some("3".to_owned()),
            status: Some(" ".to_owned()),
            ..Question::default()
        };
        assert_eq!(
            asked.with(Lang::Vi, "agency", "BL-STP"),
            "/bang-theo-doi?q=%C4%90%20%26%201&agency=BL-STP"
        );
        assert_eq!(asked.with(Lang::En, "page", "2"), "/en/board?q=%C4%90%20%26%201&page=2");
        assert_eq!(asked.with(Lang::En, "q", ""), "/en/board?");
    }

    #[test]
    fn what_does_not_read_asks_for_nothing() {
        let asked = Question {
            sort: Some("price".to_owned()),
            page: Some("0".to_owned()),
            kind: Some("x".to_owned()),
            ..Question::default()
        };
        assert_eq!((asked.sort(), asked.page(), asked.filter().is_narrow()), (None, 1, false));
    }
}
