//! The front door: runs the program as a person would, in an empty folder, and tells what came out.

use std::path::PathBuf;
use std::process::{Command, Output};

/// The program in a language, told apart from whatever the machine is set to.
pub(crate) struct Door {
    lang: &'static str,
    folder: tempfile::TempDir,
    environment: Vec<(&'static str, String)>,
}

/// What a command left behind.
#[derive(Debug)]
pub(crate) struct Left {
    /// Its exit code.
    pub(crate) code: Option<i32>,
    /// The answer.
    pub(crate) out: String,
    /// Words about the work.
    pub(crate) err: String,
}

impl Door {
    /// The door for a Vietnamese reader.
    #[allow(dead_code, reason = "not every test file needs it")]
    pub(crate) fn vi() -> Self {
        Self::of("vi")
    }

    /// The door for an English reader.
    #[allow(dead_code, reason = "not every test file needs it")]
    pub(crate) fn en() -> Self {
        Self::of("en")
    }

    fn of(lang: &'static str) -> Self {
        Self { lang, folder: tempfile::tempdir().expect("a folder"), environment: Vec::new() }
    }

    /// With a variable of the environment.
    #[allow(dead_code, reason = "not every test file needs it")]
    pub(crate) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.environment.push((name, value.to_owned()));
        self
    }

    /// Where the program runs.
    #[allow(dead_code, reason = "not every test file needs it")]
    pub(crate) fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    /// Runs a command, its words separated by spaces, quotes around what holds some.
    pub(crate) fn run(&self, line: &str) -> Left {
        Left::from(self.command(line).output().expect("the program runs"))
    }

    /// Runs a command that must answer, and gives its answer.
    #[allow(dead_code, reason = "not every test file needs it")]
    pub(crate) fn answer(&self, line: &str) -> String {
        let left = self.run(line);
        assert_eq!((left.code, left.err.as_str()), (Some(0), ""), "{line}");
        left.out
    }

    /// Runs a command that must be refused as wrong usage, and gives the words.
    #[allow(dead_code, reason = "not every test file needs it")]
    pub(crate) fn wrong(&self, line: &str) -> String {
        let left = self.run(line);
        assert_eq!((left.code, left.out.as_str()), (Some(2), ""), "{line}");
        left.err
    }

    /// A command, ready to run.
    pub(crate) fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_nanghang"));
        command.env_clear().env("NANGHANG_LANG", self.lang).current_dir(self.folder.path()).args(words(line));
        command.envs(self.environment.iter().map(|(name, value)| (*name, value.as_str())));
        command
    }
}

impl From<Output> for Left {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

fn words(line: &str) -> Vec<String> {
    let mut quoted = false;
    let piece = |c: char| {
        quoted ^= c == '"';
        c == ' ' && !quoted
    };
    line.split(piece).filter(|word| !word.is_empty()).map(|word| word.replace('"', "")).collect()
}
