//! Why nothing was done about a person or a post, in words.

use accounts::{person, post};
use jiff::civil::Date;
use look::date::short;
use look::{Lang, say, say_with};

use crate::Fault;

/// The sentence about a person; a fault of the program or of the right goes on as one.
pub(super) fn of_person(lang: Lang, why: person::Refusal) -> Result<String, Fault> {
    let with = |key: &str, name: &str, value: String| say_with(lang, key, &[(name, value.into())]);
    Ok(match why {
        person::Refusal::Forbidden(forbidden) => return Err(forbidden.into()),
        person::Refusal::Store(fault) => return Err(fault.into()),
        person::Refusal::NoPerson => return Err(Fault::Missing),
        person::Refusal::Post(why) => return of_post(lang, why),
        person::Refusal::NoName => say(lang, "people-why-name"),
        person::Refusal::BadAccount(written) => with("people-why-account", "written", written),
        person::Refusal::Known(account) => with("people-why-known", "account", account),
        person::Refusal::BadSubject => say(lang, "people-why-subject"),
        person::Refusal::OthersSubject(account) => with("people-why-others-subject", "account", account),
        person::Refusal::Sent => say(lang, "people-why-sent"),
        person::Refusal::Changed(now) => with("people-why-renamed", "name", now),
        person::Refusal::LastAdministrator => say(lang, "people-why-last"),
    })
}

/// The sentence about a post; a fault of the program or of the right goes on as one.
pub(super) fn of_post(lang: Lang, why: post::Refusal) -> Result<String, Fault> {
    let with = |key: &str, name: &str, value: String| say_with(lang, key, &[(name, value.into())]);
    let days = |began: Date, ended: Option<Date>| {
        let last = ended.map_or_else(|| say(lang, "people-open-end"), |last| short(lang, last));
        [("first", short(lang, began).into()), ("last", last.into())]
    };
    Ok(match why {
        post::Refusal::Forbidden(forbidden) => return Err(forbidden.into()),
        post::Refusal::Store(fault) => return Err(fault.into()),
        post::Refusal::NoPost(_) => return Err(Fault::Missing),
        post::Refusal::NoPerson => say(lang, "people-why-nobody"),
        post::Refusal::Disabled(account) => with("people-why-disabled", "account", account),
        post::Refusal::NoAgency(_) => say(lang, "people-why-agency"),
        post::Refusal::NotInForce { agency, day } => {
            let said = [("agency", agency.into()), ("day", short(lang, day).into())];
            say_with(lang, "people-why-not-in-force", &said)
        }
        post::Refusal::NoName => say(lang, "people-why-post-name"),
        post::Refusal::Sent => say(lang, "people-why-sent"),
        post::Refusal::Backwards { first, last } => {
            say_with(lang, "people-why-backwards", &days(first, Some(last)))
        }
        post::Refusal::NotOpen { began, ended } => say_with(lang, "people-why-not-open", &days(began, ended)),
        post::Refusal::Overlap { holder, began, ended } => {
            let [first, last] = days(began, ended);
            say_with(lang, "people-why-overlap", &[("holder", holder.into()), first, last])
        }
        post::Refusal::Vacant(day) => with("people-why-vacant", "day", short(lang, day)),
        post::Refusal::JustBegan { holder, began } => {
            let said = [("holder", holder.into()), ("day", short(lang, began).into())];
            say_with(lang, "people-why-just-began", &said)
        }
        post::Refusal::Same(name) => with("people-why-same", "name", name),
        post::Refusal::Changed(now) => {
            let now = now.unwrap_or_else(|| say(lang, "people-nobody"));
            with("people-why-changed", "name", now)
        }
        post::Refusal::NoDeputy => say(lang, "people-why-no-deputy"),
        post::Refusal::AdministratorsPost => say(lang, "people-why-administrators"),
        post::Refusal::NothingToDecide => say(lang, "people-why-decided"),
        post::Refusal::NoHeir(_) => say(lang, "people-why-heir"),
        post::Refusal::LastAdministrator => say(lang, "people-why-last"),
    })
}

/// Why a page about people cannot be shown.
pub(super) fn fault(lang: Lang, why: person::Refusal) -> Fault {
    of_person(lang, why).err().unwrap_or(Fault::Broken)
}

/// Why a page about posts cannot be shown.
pub(super) fn post_fault(lang: Lang, why: post::Refusal) -> Fault {
    of_post(lang, why).err().unwrap_or(Fault::Broken)
}
