//! What is done to groups, as the audit trail keeps it.

use serde_json::{Value, json};

use super::{Group, MAKE, Member, PUT, RENAME};
use crate::Deed;

/// What was done.
pub(super) enum Did<'a> {
    /// A group was made.
    Made(&'a Group),
    /// It has another name.
    Renamed { code: &'a str, from: &'a str, to: &'a str },
    /// An agency was put in or taken out; what had been said of it.
    Put { was: &'a [Member], member: &'a Member },
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        match self {
            Self::Made(_) => MAKE.act,
            Self::Renamed { .. } => RENAME.act,
            Self::Put { .. } => PUT.act,
        }
    }

    fn subject(&self) -> String {
        let code = match self {
            Self::Made(group) => group.code.as_str(),
            Self::Renamed { code, .. } => code,
            Self::Put { member, .. } => member.group.as_str(),
        };
        format!("group/{code}")
    }

    fn before(&self) -> Option<Value> {
        match self {
            Self::Made(_) => None,
            Self::Renamed { from, .. } => Some(json!({ "name": from })),
            Self::Put { was, member } => Some(json!({
                "agency": member.agency,
                "said": was.iter().map(|it| json!({ "from": it.from, "included": it.included })).collect::<Vec<_>>(),
            })),
        }
    }

    fn after(&self) -> Option<Value> {
        Some(match self {
            Self::Made(group) => {
                json!({ "name": group.name, "kind": group.kind_word(), "first": group.began })
            }
            Self::Renamed { to, .. } => json!({ "name": to }),
            Self::Put { member, .. } => {
                json!({ "agency": member.agency, "from": member.from, "included": member.included })
            }
        })
    }
}
