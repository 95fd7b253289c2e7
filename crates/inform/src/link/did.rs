//! What is done about links, as the audit trail keeps it.

use accounts::Deed;
use serde_json::{Value, json};

use super::{ADD, CHANGE, DROP, Link, MOVE};

/// What was done.
pub(super) enum Did<'a> {
    /// It came on the list.
    Added(&'a Link),
    /// It is called otherwise, or leads elsewhere.
    Changed { before: &'a Link, now: &'a Link },
    /// It stands at another place, counted from 1.
    Moved { link: &'a Link, from: usize, to: usize },
    /// It left the list.
    Dropped(&'a Link),
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        match self {
            Self::Added(_) => ADD.act,
            Self::Changed { .. } => CHANGE.act,
            Self::Moved { .. } => MOVE.act,
            Self::Dropped(_) => DROP.act,
        }
    }

    fn subject(&self) -> String {
        let (Self::Added(link)
        | Self::Changed { now: link, .. }
        | Self::Moved { link, .. }
        | Self::Dropped(link)) = self;
        format!("link/{}", link.id)
    }

    fn before(&self) -> Option<Value> {
        match self {
            Self::Added(_) => None,
            Self::Changed { before: link, .. } | Self::Dropped(link) => Some(written(link)),
            Self::Moved { from, .. } => Some(json!({ "place": from })),
        }
    }

    fn after(&self) -> Option<Value> {
        match self {
            Self::Added(link) | Self::Changed { now: link, .. } => Some(written(link)),
            Self::Moved { to, .. } => Some(json!({ "place": to })),
            Self::Dropped(_) => None,
        }
    }
}

fn written(link: &Link) -> Value {
    json!({ "name": link.name, "name_en": link.name_en, "address": link.address })
}
