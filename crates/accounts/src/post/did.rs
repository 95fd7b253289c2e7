//! What is done to posts, as the audit trail keeps it.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Holding, Post};
use crate::Deed;

/// What was done.
pub(super) enum Did<'a> {
    Opened(&'a Post),
    Closed { post: &'a Post, last: Date },
    Appointed { post: &'a str, person: &'a str, first: Date, last: Option<Date> },
    HandedOver { from: &'a Holding, last: Date, to: &'a str, on: Date, words: &'a str },
    Deputised { post: &'a str, person: &'a str, first: Date, last: Date },
    Recalled { deputy: &'a Holding, last: Option<Date> },
    Carried { from: &'a Post, to: &'a Post },
    Settled { from: &'a Post, to: &'a Post },
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        match self {
            Self::Opened(_) => "post.opened",
            Self::Closed { .. } => "post.closed",
            Self::Appointed { .. } => "post.appointed",
            Self::HandedOver { .. } => "post.handed_over",
            Self::Deputised { .. } => "post.deputised",
            Self::Recalled { .. } => "post.recalled",
            Self::Carried { .. } => "post.carried",
            Self::Settled { .. } => "post.settled",
        }
    }

    fn subject(&self) -> String {
        let code = match self {
            Self::Opened(post) | Self::Closed { post, .. } => &post.code,
            Self::Appointed { post, .. } | Self::Deputised { post, .. } => *post,
            Self::HandedOver { from: holding, .. } | Self::Recalled { deputy: holding, .. } => &holding.post,
            Self::Carried { from, .. } | Self::Settled { from, .. } => &from.code,
        };
        format!("post/{code}")
    }

    fn before(&self) -> Option<Value> {
        match self {
            Self::Opened(_) | Self::Appointed { .. } | Self::Deputised { .. } => None,
            Self::Closed { post, .. } => Some(json!({ "last": post.ended })),
            Self::HandedOver { from, .. } => Some(json!({ "person": from.account, "last": from.ended })),
            Self::Recalled { deputy, .. } => Some(json!({ "person": deputy.account, "last": deputy.ended })),
            Self::Carried { from, .. } | Self::Settled { from, .. } => {
                Some(json!({ "post": from.code, "agency": from.agency }))
            }
        }
    }

    fn after(&self) -> Option<Value> {
        Some(match self {
            Self::Opened(post) => json!({
                "name": post.name, "agency": post.agency, "role": post.role.as_str(), "first": post.began,
            }),
            Self::Closed { last, .. } => json!({ "last": last }),
            Self::Appointed { person, first, last, .. } => {
                json!({ "person": person, "first": first, "last": last })
            }
            Self::HandedOver { last, to, on, words, .. } => {
                json!({ "person": to, "first": on, "last_of_former": last, "words": words })
            }
            Self::Deputised { person, first, last, .. } => {
                json!({ "deputy": person, "first": first, "last": last })
            }
            Self::Recalled { deputy, last } => json!({ "person": deputy.account, "last": last }),
            Self::Carried { to, .. } | Self::Settled { to, .. } => {
                json!({ "post": to.code, "agency": to.agency, "first": to.began })
            }
        })
    }
}
