//! What is done about assessments, as the audit trail keeps it.

use accounts::Deed;
use serde_json::{Map, Value, json};

use super::{Assessment, RECORD, WITHDRAW};

/// What was done.
pub(super) enum Did<'a> {
    /// It was recorded, and published.
    Recorded { now: &'a Assessment },
    /// It was taken back.
    Withdrawn { now: &'a Assessment },
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        match self {
            Self::Recorded { .. } => RECORD.act,
            Self::Withdrawn { .. } => WITHDRAW.act,
        }
    }

    fn subject(&self) -> String {
        let (Self::Recorded { now } | Self::Withdrawn { now }) = self;
        format!("assessment/{}", now.id)
    }

    fn before(&self) -> Option<Value> {
        None
    }

    fn after(&self) -> Option<Value> {
        Some(match self {
            Self::Recorded { now } => written(now),
            Self::Withdrawn { now } => json!({ "why": now.withdrawn.as_ref().map(|(_, why)| why) }),
        })
    }
}

fn written(one: &Assessment) -> Value {
    let found = one.findings.iter().map(|(principle, it)| {
        let said =
            json!({ "standing": it.standing.as_str(), "missing": it.missing, "mended_by": it.mended_by });
        (principle.as_str().to_owned(), said)
    });
    let ways: Vec<_> = one.ways.iter().map(|way| way.as_str()).collect();
    let standards: Vec<_> = one.standards.iter().map(|standard| standard.as_str()).collect();
    json!({
        "kind": one.kind.as_str(), "name": one.name, "address": one.address, "assessed_on": one.assessed_on,
        "assessor": one.assessor, "ways": ways, "program": one.program, "standards": standards,
        "findings": found.collect::<Map<_, _>>(), "otherwise": one.otherwise,
    })
}
