//! What is done at the door, as the audit trail keeps it. No secret ever comes here, and no name that was only typed.

use serde_json::{Value, json};

use crate::Deed;

/// What was done; the text is the account.
pub(crate) enum Did {
    /// Signed in, and how often somebody was held back at the account within the last quarter of an hour.
    Entered { account: String, held: i64 },
    /// Failed; none where there is no such account.
    Failed { account: Option<String>, held: i64 },
    /// A one-time link was made.
    MadeLink(String),
    /// A one-time link was used, and with it a password chosen.
    UsedLink(String),
    /// The first administrator was made.
    Founded { account: String, post: String, agency: String },
    /// Changed their password.
    ChangedPassword(String),
    /// Was given a password.
    GavePassword(String),
}

impl Deed for Did {
    fn act(&self) -> &'static str {
        match self {
            Self::Entered { .. } => "sign_in.entered",
            Self::Failed { .. } => "sign_in.failed",
            Self::MadeLink(_) => "sign_in.link_made",
            Self::UsedLink(_) => "sign_in.link_used",
            Self::Founded { .. } => "sign_in.founded",
            Self::ChangedPassword(_) => "sign_in.password_changed",
            Self::GavePassword(_) => "sign_in.password_given",
        }
    }

    fn subject(&self) -> String {
        match self {
            Self::Failed { account, .. } => format!("person/{}", account.as_deref().unwrap_or("?")),
            Self::Entered { account, .. }
            | Self::Founded { account, .. }
            | Self::MadeLink(account)
            | Self::UsedLink(account)
            | Self::ChangedPassword(account)
            | Self::GavePassword(account) => format!("person/{account}"),
        }
    }

    fn after(&self) -> Option<Value> {
        match self {
            Self::Entered { held, .. } | Self::Failed { held, .. } => {
                (*held > 0).then(|| json!({ "held_back": held }))
            }
            Self::Founded { post, agency, .. } => Some(json!({ "post": post, "agency": agency })),
            _ => None,
        }
    }
}
