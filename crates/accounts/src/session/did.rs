//! What is done to sessions, as the audit trail keeps it.

use serde_json::{Value, json};

use crate::Deed;

/// What was done; the account is whose session it was.
pub(super) enum Did {
    /// Signed out.
    Left(String),
    /// Ended so many of one's own.
    Ended { account: String, count: u64 },
    /// An administrator ended all of somebody's.
    EndedOf(String),
    /// Sat down at another post.
    Chose { account: String, before: String, post: String },
}

impl Deed for Did {
    fn act(&self) -> &'static str {
        match self {
            Self::Left(_) => "session.left",
            Self::Ended { .. } => "session.ended",
            Self::EndedOf(_) => "session.ended_of",
            Self::Chose { .. } => "session.post_chosen",
        }
    }

    fn subject(&self) -> String {
        let (Self::Left(account)
        | Self::EndedOf(account)
        | Self::Ended { account, .. }
        | Self::Chose { account, .. }) = self;
        format!("person/{account}")
    }

    fn before(&self) -> Option<Value> {
        match self {
            Self::Ended { count, .. } => Some(json!({ "sessions": count })),
            Self::Chose { before, .. } => Some(json!({ "post": before })),
            _ => None,
        }
    }

    fn after(&self) -> Option<Value> {
        match self {
            Self::Chose { post, .. } => Some(json!({ "post": post })),
            _ => None,
        }
    }
}
