//! What is done at the door, as the audit trail keeps it. No secret ever comes here, and no name that was only typed.

use serde_json::{Value, json};

use crate::Deed;

/// What was done; the text is the account.
pub(crate) enum Did {
    /// Signed in, and how often somebody was held back at the account within the last quarter of an hour.
    Entered {
        account: String,
        held: i64,
        by: By,
    },
    /// Failed; none where there is no such account.
    Failed {
        account: Option<String>,
        held: i64,
    },
    /// A one-time link was made.
    MadeLink(String),
    /// A one-time link was used, and with it a password chosen.
    UsedLink(String),
    /// The first administrator was made.
    Founded {
        account: String,
        post: String,
        agency: String,
    },
    /// Changed their password.
    ChangedPassword(String),
    /// Was given a password.
    GavePassword(String),
    /// The second factor was switched on, off, or taken by an administrator; new recovery codes were made.
    SecondFactorOn(String),
    SecondFactorOff(String),
    SecondFactorLifted(String),
    NewCodes(String),
}

/// By what somebody came in.
#[derive(Debug, Clone, Copy)]
pub(crate) enum By {
    Password,
    Link,
    Identity,
    Code,
    RecoveryCode,
}

impl By {
    fn as_str(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Link => "link",
            Self::Identity => "identity_service",
            Self::Code => "code",
            Self::RecoveryCode => "recovery_code",
        }
    }
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
            Self::SecondFactorOn(_) => "sign_in.second_factor_on",
            Self::SecondFactorOff(_) => "sign_in.second_factor_off",
            Self::SecondFactorLifted(_) => "sign_in.second_factor_lifted",
            Self::NewCodes(_) => "sign_in.recovery_codes_made",
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
            | Self::GavePassword(account)
            | Self::SecondFactorOn(account)
            | Self::SecondFactorOff(account)
            | Self::SecondFactorLifted(account)
            | Self::NewCodes(account) => format!("person/{account}"),
        }
    }

    fn after(&self) -> Option<Value> {
        match self {
            Self::Entered { held, by, .. } => Some(json!({ "by": by.as_str(), "held_back": held })),
            Self::Failed { held, .. } => Some(json!({ "held_back": held })),
            Self::Founded { post, agency, .. } => Some(json!({ "post": post, "agency": agency })),
            _ => None,
        }
    }
}
