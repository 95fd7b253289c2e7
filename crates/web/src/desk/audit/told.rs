//! One entry of the trail as the page tells it: in words where they are short, else as it is kept.

use accounts::audit::Entry;
use look::{Lang, say, words};
use serde_json::Value;

use super::act_name;

/// The longest value that is told in words.
const SHORT: usize = 120;

/// An entry.
pub(super) struct Told {
    pub(super) seq: i64,
    pub(super) at: String,
    pub(super) who: String,
    pub(super) post: String,
    pub(super) agency: Option<String>,
    pub(super) client: Option<String>,
    pub(super) act: String,
    pub(super) subject: String,
    /// Before and after, each with the key of its heading.
    pub(super) sides: [(&'static str, Side); 2],
}

/// What was there, or is.
pub(super) enum Side {
    /// Nothing.
    Nothing,
    /// Fields, each with what it says.
    Words(Vec<(String, String)>),
    /// As it is kept.
    Kept(String),
}

impl Told {
    pub(super) fn new(lang: Lang, entry: &Entry) -> Self {
        Self {
            seq: entry.seq,
            at: instant(lang, entry.at),
            who: entry.who.clone(),
            post: entry.post.clone(),
            agency: entry.agency.clone(),
            client: entry.client.clone(),
            act: act_name(lang, &entry.act),
            subject: entry.subject.clone(),
            sides: [
                ("audit-before", Side::new(lang, entry.before.as_deref())),
                ("audit-after", Side::new(lang, entry.after.as_deref())),
            ],
        }
    }
}

/// An instant on the clock of Viet Nam.
pub(super) fn instant(lang: Lang, at: jiff::Timestamp) -> String {
    let there = look::date::there(at);
    format!("{} {}", there.strftime("%H:%M:%S"), look::date::short(lang, there.date()))
}

impl Side {
    fn new(lang: Lang, kept: Option<&str>) -> Self {
        let Some(kept) = kept else { return Self::Nothing };
        match serde_json::from_str(kept) {
            Ok(Value::Object(fields)) => {
                let told = fields.iter().map(|(field, value)| Some((name(lang, field), word(lang, value)?)));
                told.collect::<Option<Vec<_>>>().map_or_else(|| Self::Kept(kept.to_owned()), Self::Words)
            }
            _ => Self::Kept(kept.to_owned()),
        }
    }
}

/// The name of a field; its own where the catalogue has none.
fn name(lang: Lang, field: &str) -> String {
    words::find(lang, &format!("audit-field-{}", field.replace('_', "-"))).unwrap_or_else(|| field.to_owned())
}

/// A value in words; none where it is too long or has parts of its own.
fn word(lang: Lang, value: &Value) -> Option<String> {
    let said = match value {
        Value::Null => say(lang, "audit-nothing"),
        Value::Bool(truth) => say(lang, if *truth { "audit-yes" } else { "audit-no" }),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.parse().map_or_else(|_| text.clone(), |day| look::date::short(lang, day)),
        Value::Array(parts) if parts.is_empty() => say(lang, "audit-nothing"),
        Value::Array(parts) => {
            let said: Option<Vec<String>> = parts.iter().map(|part| word(lang, part)).collect();
            said?.join(", ")
        }
        Value::Object(_) => return None,
    };
    (said.chars().count() <= SHORT).then_some(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_values_are_told_in_words_and_nested_ones_as_they_are_kept() {
        let Side::Words(told) =
            Side::new(Lang::Vi, Some(r#"{"last":"2025-06-30","x":null,"posts":["a",7]}"#))
        else {
            panic!("not in words")
        };
        let told: Vec<_> = told.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(told, [("ngày cuối", "30/6/2025"), ("posts", "a, 7"), ("x", "không có")]);
        for kept in [r#"{"a":{"b":1}}"#, r#"{"a":[{"b":1}]}"#, "[1]", "broken"] {
            assert!(matches!(Side::new(Lang::Vi, Some(kept)), Side::Kept(text) if text == kept));
        }
    }
}
