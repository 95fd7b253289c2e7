//! Wrong usage in words: what clap found, said in the chosen language. Exit code 2.

use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use look::{Lang, say, say_with};

use crate::output;

/// Prints help and the version where they were wanted, else says what is wrong.
pub(crate) fn end(lang: Lang, error: &Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            output::end(lang, output::print(&error.to_string()))
        }
        _ => {
            output::complain(&sentence(lang, error));
            ExitCode::from(2)
        }
    }
}

fn sentence(lang: Lang, error: &Error) -> String {
    let lines = [Some(what(lang, error)), hint(lang, error), Some(see_help(lang, error))];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn what(lang: Lang, error: &Error) -> String {
    let argument = ("argument", context(error, ContextKind::InvalidArg).unwrap_or_default().into());
    match error.kind() {
        ErrorKind::UnknownArgument => say_with(lang, "cli-wrong-argument", &[argument]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::NoEquals => {
            match context(error, ContextKind::InvalidValue).filter(|value| !value.is_empty()) {
                Some(value) => say_with(lang, "cli-wrong-value", &[argument, ("value", value.into())]),
                None => say_with(lang, "cli-wrong-no-value", &[argument]),
            }
        }
        ErrorKind::MissingRequiredArgument => say_with(lang, "cli-wrong-missing", &[argument]),
        ErrorKind::ArgumentConflict | ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            say_with(lang, "cli-wrong-twice", &[argument])
        }
        ErrorKind::InvalidSubcommand => {
            let command = context(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            say_with(lang, "cli-wrong-command", &[("command", command.into())])
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            say(lang, "cli-wrong-no-command")
        }
        _ => say(lang, "cli-wrong-other"),
    }
}

/// What may have been meant.
fn hint(lang: Lang, error: &Error) -> Option<String> {
    let nearest = context(error, ContextKind::SuggestedArg)
        .or_else(|| context(error, ContextKind::SuggestedSubcommand))
        .or_else(|| context(error, ContextKind::SuggestedValue));
    if let Some(nearest) = nearest {
        return Some(say_with(lang, "cli-wrong-nearest", &[("nearest", nearest.into())]));
    }
    let possible = context(error, ContextKind::ValidValue).filter(|possible| !possible.is_empty())?;
    Some(say_with(lang, "cli-wrong-value-of", &[("possible", possible.into())]))
}

fn see_help(lang: Lang, error: &Error) -> String {
    // The usage line clap has made begins with the command that was read so far: `Usage: nanghang ranking [OPTIONS]`.
    let usage = context(error, ContextKind::Usage).unwrap_or_default();
    let words = usage.split_whitespace().skip_while(|word| *word != "nanghang");
    let command: Vec<_> = words.take_while(|word| word.chars().all(|c| c.is_ascii_lowercase())).collect();
    let command = if command.is_empty() { "nanghang".to_owned() } else { command.join(" ") };
    say_with(lang, "cli-see-help", &[("command", command.into())])
}

fn context(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        _ => None,
    }
}
