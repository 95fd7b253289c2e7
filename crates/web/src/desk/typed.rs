//! What was typed into a form, kept as it was written so that a refused form comes back filled.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use serde::Deserialize;

use crate::Fault;
use crate::fault::Answer;

/// The fields of a form, in order; a field may come several times.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(transparent)]
pub(crate) struct Typed(pub(crate) Vec<(String, String)>);

impl Typed {
    /// The same with one more field.
    pub(crate) fn with(mut self, field: &str, value: impl Into<String>) -> Self {
        self.0.push((field.to_owned(), value.into()));
        self
    }

    /// The same without a field.
    pub(crate) fn without(mut self, field: &str) -> Self {
        self.0.retain(|(name, _)| name != field);
        self
    }

    /// What a field says, without white space around; empty where there is none.
    pub(crate) fn get(&self, field: &str) -> &str {
        self.0.iter().find(|(name, _)| name == field).map_or("", |(_, value)| value.trim())
    }

    /// What a field says, if anything.
    pub(crate) fn maybe(&self, field: &str) -> Option<String> {
        Some(self.get(field)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// Whether a field, which may come several times, says this.
    pub(crate) fn has(&self, field: &str, value: &str) -> bool {
        self.0.iter().any(|(name, said)| name == field && said.trim() == value)
    }

    /// Everything that a field says, each once.
    pub(crate) fn all(&self, field: &str) -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        for (_, value) in self.0.iter().filter(|(name, value)| name == field && !value.trim().is_empty()) {
            if !said.iter().any(|other| other == value.trim()) {
                said.push(value.trim().to_owned());
            }
        }
        said
    }

    /// The day that a field says.
    pub(crate) fn day(&self, field: &str) -> Option<Date> {
        self.get(field).parse().ok()
    }
}

/// A page that says why a form was refused.
pub(crate) fn refused(page: Answer) -> Result<Response, Fault> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page?).into_response())
}

/// Fields that say something, as the query of an address.
pub(crate) fn query<const N: usize>(fields: [(&str, &String); N]) -> String {
    let said = fields.into_iter().filter(|(_, value)| !value.trim().is_empty());
    said.map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&")
}

/// A value as an address carries it.
fn encoded(value: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'/');
    let written = |byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    value.bytes().map(written).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_read_without_white_space_and_a_list_without_repeats() {
        let pairs = [("a", " x "), ("next", "B"), ("next", "A"), ("next", "B"), ("on", "2025-05-20")];
        let typed = Typed(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).into());
        assert_eq!((typed.get("a"), typed.get("b"), typed.maybe("b")), ("x", "", None));
        assert_eq!(typed.all("next"), ["B", "A"]);
        assert_eq!(typed.day("on").map(|day| day.to_string()).as_deref(), Some("2025-05-20"));
        assert_eq!(typed.day("a"), None);
    }

    #[test]
    fn a_query_carries_every_letter_and_nothing_empty() {
        let (q, empty) = ("Đỗ & Lan".to_owned(), String::new());
        assert_eq!(query([("q", &q), ("agency", &empty)]), "q=%C4%90%E1%BB%97%20%26%20Lan");
    }
}
