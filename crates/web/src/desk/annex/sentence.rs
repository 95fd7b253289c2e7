//! Why an annex was not taken, in words that say what to do.

use look::words::{say, say_with};
use look::{Lang, Value};
use plan::annex::{LARGEST, Refusal, Topic, Unread};

use crate::Fault;
use crate::desk::task::terms;
use crate::parts::finding::Told;

/// The sentence; a fault of the program, a right that is lacking or a thing that is missing goes on as one.
pub(super) fn of(lang: Lang, refusal: &Refusal) -> Result<String, Fault> {
    let with = |key: &str, value: &str| say_with(lang, key, &[("value", value.into())]);
    Ok(match refusal {
        Refusal::Plan(refusal) => return terms::sentence(lang, refusal),
        Refusal::NoUpload => return Err(Fault::Missing),
        Refusal::UnknownCode(written) => with("annex-why-agency", written),
        Refusal::Meaningless(Topic::Period, written) => with("annex-why-period", written),
        Refusal::Meaningless(_, written) => with("annex-why-content", written),
        Refusal::TooLarge => say_with(lang, "annex-why-large", &[("most", (LARGEST >> 20).into())]),
        Refusal::Cancelled(code) => say_with(lang, "annex-cancelled", &[("code", code.as_str().into())]),
        Refusal::Changed => say(lang, "annex-why-changed"),
        Refusal::Unread(Unread::NoSuchSheet { wanted, sheets }) => {
            let values = [("wanted", Value::from(wanted.as_str())), ("sheets", sheets.join(", ").into())];
            say_with(lang, "import-no-such-sheet", &values)
        }
        Refusal::Unread(Unread::Wrong { problems, .. }) => match problems.kept.first() {
            Some(problem) => {
                let Told { kind, expected, .. } = Told::new(problem, lang);
                say_with(lang, "annex-why-file", &[("kind", kind.into()), ("expected", expected.into())])
            }
            None => say(lang, "annex-no-file"),
        },
    })
}

/// The fault that a refusal is where nothing can be typed otherwise.
pub(super) fn fault(lang: Lang, refusal: &Refusal) -> Fault {
    of(lang, refusal).err().unwrap_or(Fault::Broken)
}
