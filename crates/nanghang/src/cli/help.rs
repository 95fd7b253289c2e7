//! Help in the chosen language: the command line dressed in the catalogue's words before it reads anything.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command, CommandFactory, FromArgMatches};
use look::{Lang, say};

use super::Cli;

/// Reads the arguments.
///
/// # Errors
/// What clap finds wrong, and the wish for help or the version, which it treats alike.
pub(crate) fn parse(lang: Lang, args: impl Iterator<Item = OsString>) -> Result<Cli, clap::Error> {
    let matches = command(lang).try_get_matches_from(args)?;
    Cli::from_arg_matches(&matches)
}

/// The command line with its words.
pub(crate) fn command(lang: Lang) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let plain =
        Cli::command().disable_help_flag(true).disable_version_flag(true).disable_help_subcommand(true);
    let root = plain
        .arg(help.help(say(lang, "cli-help")))
        .arg(version.help(say(lang, "cli-version")))
        .subcommand_value_name(say(lang, "cli-command-name"));
    dressed(root, lang, "")
}

/// A command in words; `path` names it in the catalogue, as in `-import-scores`.
fn dressed(command: Command, lang: Lang, path: &str) -> Command {
    let template =
        format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}\n", say(lang, "cli-usage"));
    let nested: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut command = command
        .about(say(lang, &format!("cli-about{path}")))
        .long_about(None::<&'static str>)
        .help_template(template)
        .subcommand_help_heading(say(lang, "cli-commands"))
        .mut_args(|arg| worded(arg, lang));
    if !command.is_subcommand_required_set() {
        command = command.after_help(example(lang, path));
    }
    for name in nested {
        command = command.mut_subcommand(&name, |sub| dressed(sub, lang, &format!("{path}-{name}")));
    }
    command
}

/// Defaults, variables and possible values are told in words of ours, so clap's own notes are hidden.
fn worded(arg: Arg, lang: Lang) -> Arg {
    let id = arg.get_id().to_string();
    let takes_value = arg.get_action().takes_values();
    let common = arg.is_global_set() || id == "version";
    let heading = if common { "cli-common-options" } else { "cli-options" };
    let arg = arg.help_heading(say(lang, heading)).hide_env(true);
    let arg = if takes_value { arg.hide_default_value(true).hide_possible_values(true) } else { arg };
    match id.as_str() {
        "help" | "version" => arg,
        _ => arg.help(say(lang, &format!("cli-arg-{id}"))).long_help(None::<&'static str>),
    }
}

fn example(lang: Lang, path: &str) -> String {
    let lines = say(lang, &format!("cli-example{path}"));
    let indented: Vec<String> = lines.lines().map(|line| format!("  {line}")).collect();
    format!("{}\n{}", say(lang, "cli-example"), indented.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_option_has_its_words_in_both_languages() {
        for lang in Lang::ALL {
            command(lang).debug_assert();
        }
    }
}
