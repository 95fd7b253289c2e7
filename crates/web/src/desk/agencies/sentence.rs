//! Why the directory was not changed, in words.

use accounts::agency::Refusal;
use look::date::short;
use look::{Lang, say, say_with};

use crate::Fault;

/// The sentence; a fault of the program or of the right goes on as one.
pub(super) fn of(lang: Lang, why: Refusal) -> Result<String, Fault> {
    let with = |key: &str, name: &str, value: String| say_with(lang, key, &[(name, value.into())]);
    Ok(match why {
        Refusal::Forbidden(forbidden) => return Err(forbidden.into()),
        Refusal::Store(fault) => return Err(fault.into()),
        Refusal::NoAgency(_) => return Err(Fault::Missing),
        Refusal::Known(code) => with("agencies-why-known", "code", code),
        Refusal::BadCode(code) => with("agencies-why-code", "code", code),
        Refusal::NoName => say(lang, "agencies-why-name"),
        Refusal::BadIdentifier(written) => with("agencies-why-identifier", "written", written),
        Refusal::Backwards(_) => say(lang, "agencies-why-backwards"),
        Refusal::Ended(last) => with("agencies-why-ended", "day", short(lang, last)),
        Refusal::NoSuccessor { code, day } => {
            let said = [("code", code.into()), ("day", short(lang, day).into())];
            say_with(lang, "agencies-why-successor", &said)
        }
        Refusal::NoGroup(_) => return Err(Fault::Missing),
        Refusal::BadGroupCode(code) => with("groups-why-code", "code", code),
        Refusal::GroupChanged(name) => with("groups-why-changed", "name", name),
        Refusal::NotThen { code, day } => {
            say_with(lang, "groups-why-day", &[("code", code.into()), ("day", short(lang, day).into())])
        }
        Refusal::Changed { identifier, note } => {
            let or_none = |text: Option<String>| text.unwrap_or_else(|| say(lang, "agencies-empty"));
            let said = [("identifier", or_none(identifier).into()), ("note", or_none(note).into())];
            say_with(lang, "agencies-why-changed", &said)
        }
    })
}
