//! What is done about pulses before and after campaigns, as the audit trail keeps it.

use accounts::Deed;
use serde_json::{Value, json};

use super::{Side, TIE, Tied, UNTIE};

/// What was done.
pub(super) enum Did<'a> {
    /// A pulse was tied to a campaign.
    Tied { campaign: i64, side: Side, tied: Tied },
    /// It was untied.
    Untied { campaign: i64, side: Side, tied: Tied, why: &'a str },
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        match self {
            Self::Tied { .. } => TIE.act,
            Self::Untied { .. } => UNTIE.act,
        }
    }

    fn subject(&self) -> String {
        let (Self::Tied { campaign, .. } | Self::Untied { campaign, .. }) = self;
        format!("campaign/{campaign}")
    }

    fn before(&self) -> Option<Value> {
        match self {
            Self::Tied { .. } => None,
            Self::Untied { side, tied, .. } => {
                Some(json!({ "side": side.as_str(), "pulse": tied.pulse, "tied_on": tied.on }))
            }
        }
    }

    fn after(&self) -> Option<Value> {
        Some(match self {
            Self::Tied { side, tied, .. } => json!({ "side": side.as_str(), "pulse": tied.pulse }),
            Self::Untied { why, .. } => json!({ "why": why }),
        })
    }
}
