//! Refusals of surveys in words: what is wrong, where, and what to do about it.

use ::estimate::Fault as Unfit;
use ::fieldwork::answer::{ASKED_MAX, BY_MAX, Unasked};
use ::fieldwork::design::Amiss;
use ::fieldwork::file::{COLUMNS_MAX, Unread};
use ::fieldwork::survey::Refusal;
use look::words::{say, say_with};
use look::{Lang, Value};

use crate::Fault;

/// The sentence for a refusal; a fault of the program goes on as one.
pub(super) fn of(lang: Lang, refusal: Refusal) -> Result<String, Fault> {
    Ok(match refusal {
        Refusal::Missing => return Err(Fault::Missing),
        Refusal::Forbidden(forbidden) => return Err(forbidden.into()),
        Refusal::Store(fault) => return Err(fault.into()),
        Refusal::NoAgency(_) => say(lang, "survey-no-agency"),
        Refusal::Untitled => say(lang, "survey-untitled"),
        Refusal::NothingLeft => say(lang, "survey-nothing-left"),
        Refusal::Undescribed => say(lang, "survey-undescribed"),
        Refusal::Unread(Unread::Sheet(_)) => say(lang, "survey-unread"),
        Refusal::Unread(Unread::Empty) => say(lang, "survey-empty"),
        Refusal::Unread(Unread::TooWide(found)) => {
            say_with(lang, "survey-too-wide", &[("found", found.into()), ("most", COLUMNS_MAX.into())])
        }
        Refusal::Amiss(amiss) => of_amiss(lang, &amiss),
    })
}

/// A refusal where nothing was typed that could be wrong.
pub(super) fn plain(refusal: Refusal) -> Fault {
    match refusal {
        Refusal::Forbidden(forbidden) => forbidden.into(),
        Refusal::Store(fault) => fault.into(),
        _ => Fault::Missing,
    }
}

/// Why a question is not answered.
pub(super) fn of_unasked(lang: Lang, why: &Unasked) -> String {
    match why {
        Unasked::Nothing => say(lang, "survey-ask-nothing"),
        Unasked::NoGroup(column) => {
            say_with(lang, "survey-ask-no-group", &[("column", column.as_str().into())])
        }
        Unasked::Level(_) => say(lang, "survey-ask-level"),
        Unasked::TooMuch => {
            say_with(lang, "survey-ask-too-much", &[("answers", ASKED_MAX.into()), ("groups", BY_MAX.into())])
        }
        Unasked::Amiss(amiss) => of_amiss(lang, amiss),
    }
}

/// What does not fit between the columns and the file.
pub(super) fn of_amiss(lang: Lang, amiss: &Amiss) -> String {
    match amiss {
        Amiss::NotANumber { column, row, value } => {
            say_with(lang, "survey-not-a-number", &place(column, *row, value))
        }
        Amiss::NotYesOrNo { column, row, value } => {
            say_with(lang, "survey-not-yes-or-no", &place(column, *row, value))
        }
        Amiss::NotPositive { column, row, value } => {
            say_with(lang, "survey-not-positive", &place(column, *row, &look::number::plain(lang, *value)))
        }
        Amiss::TwoSizes { column, stratum, one, other } => say_with(
            lang,
            "survey-two-sizes",
            &[
                ("column", column.as_str().into()),
                ("stratum", stratum.as_str().into()),
                ("one", one.as_str().into()),
                ("other", other.as_str().into()),
            ],
        ),
        Amiss::NoWeight(column) => say_with(lang, "survey-no-weight", &[("column", column.as_str().into())]),
        Amiss::TwoWeights(one, other) => {
            let both = [("one", Value::from(one.as_str())), ("other", other.as_str().into())];
            say_with(lang, "survey-two-weights", &both)
        }
        Amiss::Sample(fault) => of_fault(lang, fault),
    }
}

/// Where a value stands, and what it is.
fn place<'a>(column: &'a str, row: usize, value: &'a str) -> [(&'static str, Value<'a>); 3] {
    [("column", column.into()), ("row", row.into()), ("value", value.into())]
}

/// A refusal of the estimation: rows are told from 1, as the file's reader counts them below the heading.
fn of_fault(lang: Lang, fault: &Unfit) -> String {
    let say = |key: &str, said: &[(&str, Value<'_>)]| say_with(lang, key, said);
    let gap = |key: &str, column: &str, row: usize| {
        say(key, &[("column", column.into()), ("row", (row + 1).into())])
    };
    match fault {
        Unfit::LonelyPsu { stratum, .. } => {
            say("survey-fault-lonely", &[("stratum", stratum.as_str().into())])
        }
        Unfit::OnePsu => say("survey-fault-one-unit", &[]),
        Unfit::ClustersNotNested { unit, first, second } => say(
            "survey-fault-nested",
            &[
                ("unit", unit.as_str().into()),
                ("first", first.as_str().into()),
                ("second", second.as_str().into()),
            ],
        ),
        Unfit::MissingWeights { column, row }
        | Unfit::MissingIds { column, row }
        | Unfit::MissingStrata { column, row }
        | Unfit::MissingFpc { column, row } => gap("survey-fault-gap", column, *row),
        Unfit::NegativeWeights { row, weight } => say(
            "survey-fault-negative",
            &[("row", (row + 1).into()), ("weight", look::number::plain(lang, *weight).into())],
        ),
        Unfit::FpcMixed { column, row } => gap("survey-fault-mixed", column, *row),
        Unfit::FpcExceeded { stratum, sampled, population, .. } => say(
            "survey-fault-exceeded",
            &[
                ("stratum", stratum.as_str().into()),
                ("sampled", (*sampled).into()),
                ("population", look::number::plain(lang, *population).into()),
            ],
        ),
        Unfit::FpcStages { given, stages } => {
            say("survey-fault-stages", &[("given", (*given).into()), ("stages", (*stages).into())])
        }
        Unfit::AllMissing { name } => say("survey-fault-all-missing", &[("column", name.as_str().into())]),
        Unfit::UnknownVariable { name } => say("survey-fault-unknown", &[("column", name.as_str().into())]),
        Unfit::EmptyDomain => say("survey-fault-empty", &[]),
        other => say("survey-fault-other", &[("detail", other.to_string().into())]),
    }
}
