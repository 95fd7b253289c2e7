//! What is done to people, as the audit trail keeps it. Names and accounts only, never a secret.

use serde_json::{Value, json};

use super::Person;
use crate::Deed;

/// What was done.
pub(super) enum Did<'a> {
    Added { person: &'a Person, posts: Vec<&'a str> },
    Imported { people: Vec<(&'a Person, &'a str)> },
    Renamed { person: &'a Person, to: &'a str },
    Tied { person: &'a Person, to: Option<&'a str> },
    Disabled(&'a Person),
    Enabled(&'a Person),
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        match self {
            Self::Added { .. } => "person.added",
            Self::Imported { .. } => "person.imported",
            Self::Renamed { .. } => "person.renamed",
            Self::Tied { .. } => "person.tied",
            Self::Disabled(_) => "person.disabled",
            Self::Enabled(_) => "person.enabled",
        }
    }

    fn subject(&self) -> String {
        match self {
            Self::Imported { .. } => "people".to_owned(),
            Self::Added { person, .. }
            | Self::Renamed { person, .. }
            | Self::Tied { person, .. }
            | Self::Disabled(person)
            | Self::Enabled(person) => format!("person/{}", person.account),
        }
    }

    fn before(&self) -> Option<Value> {
        match self {
            Self::Added { .. } | Self::Imported { .. } => None,
            Self::Renamed { person, .. } => Some(json!({ "name": person.name })),
            Self::Tied { person, .. } => Some(json!({ "subject": person.subject })),
            Self::Disabled(_) => Some(json!({ "disabled": false })),
            Self::Enabled(_) => Some(json!({ "disabled": true })),
        }
    }

    fn after(&self) -> Option<Value> {
        Some(match self {
            Self::Added { person, posts } => json!({ "name": person.name, "posts": posts }),
            Self::Imported { people } => people
                .iter()
                .map(|(person, post)| json!({ "account": person.account, "name": person.name, "post": post }))
                .collect(),
            Self::Renamed { to, .. } => json!({ "name": to }),
            Self::Tied { to, .. } => json!({ "subject": to }),
            Self::Disabled(_) => json!({ "disabled": true }),
            Self::Enabled(_) => json!({ "disabled": false }),
        })
    }
}
