//! What is done to campaigns, as the audit trail keeps it.

use accounts::Deed;
use serde_json::{Value, json};

use super::{CHANGE, CHANGE_ITEM, CLOSE, Campaign, DONE, DROP, Item, OPEN, PUT, WRITE};

/// What was done.
pub(super) enum Did<'a> {
    /// A campaign was written.
    Written(&'a Campaign),
    /// It became another.
    Changed { before: &'a Campaign, now: &'a Campaign },
    /// It began.
    Opened(&'a Campaign),
    /// It was closed.
    Closed(&'a Campaign),
    /// Something is to be made for it.
    Put { item: &'a Item, decided: Option<&'a str> },
    /// It was made.
    Made { before: &'a Item, now: &'a Item, decided: Option<&'a str> },
    /// It is to be another.
    Reput { before: &'a Item, now: &'a Item, decided: Option<&'a str> },
    /// It will not be made.
    Dropped { item: &'a Item, why: &'a str },
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        match self {
            Self::Written(_) => WRITE.act,
            Self::Changed { .. } => CHANGE.act,
            Self::Opened(_) => OPEN.act,
            Self::Closed(_) => CLOSE.act,
            Self::Put { .. } => PUT.act,
            Self::Made { .. } => DONE.act,
            Self::Reput { .. } => CHANGE_ITEM.act,
            Self::Dropped { .. } => DROP.act,
        }
    }

    fn subject(&self) -> String {
        match self {
            Self::Written(it) | Self::Changed { now: it, .. } | Self::Opened(it) | Self::Closed(it) => {
                format!("campaign/{}", it.id)
            }
            Self::Put { item, .. }
            | Self::Made { now: item, .. }
            | Self::Reput { now: item, .. }
            | Self::Dropped { item, .. } => {
                format!("campaign/{}/{}", item.campaign, item.id)
            }
        }
    }

    fn before(&self) -> Option<Value> {
        match self {
            Self::Changed { before, .. } => Some(of(before)),
            Self::Made { before, .. } | Self::Reput { before, .. } | Self::Dropped { item: before, .. } => {
                Some(of_item(before))
            }
            _ => None,
        }
    }

    fn after(&self) -> Option<Value> {
        match self {
            Self::Written(it) | Self::Changed { now: it, .. } => Some(of(it)),
            Self::Opened(it) => Some(json!({ "opened_on": it.opened_on, "decided": it.decided })),
            Self::Closed(it) => Some(json!({ "outcome": it.closed.as_ref().map(|(_, outcome)| outcome) })),
            Self::Put { item, decided } => Some(json!({ "item": of_item(item), "decided": decided })),
            Self::Made { now, decided: None, .. } => Some(of_item(now)),
            Self::Made { now, decided, .. } => Some(json!({ "item": of_item(now), "decided": decided })),
            Self::Reput { now, decided, .. } => Some(json!({ "item": of_item(now), "decided": decided })),
            Self::Dropped { why, .. } => Some(json!({ "why": why })),
        }
    }
}

fn of(it: &Campaign) -> Value {
    json!({
        "title": it.title, "aim": it.aim, "audience": it.audience, "messages": it.messages, "contents": it.contents,
        "first": it.first, "last": it.last, "budget": it.budget, "budget_line": it.budget_line, "tasks": it.tasks,
    })
}

fn of_item(item: &Item) -> Value {
    let done = item.done.as_ref();
    let (bulletin, article) = item.tellers();
    json!({
        "channel": item.channel.as_str(), "what": item.what, "agency": item.agency, "due": item.due,
        "bulletin": bulletin, "article": article, "done_on": done.map(|done| done.on), "shown": done.map(|done| &done.shown),
        "reached": done.and_then(|done| done.reached),
        "moved": item.moved.last().map(|it| json!({ "due": it.due, "why": it.why })),
    })
}
