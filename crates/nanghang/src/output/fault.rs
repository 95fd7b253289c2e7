//! Why a command did not answer, and the words for it.

use look::{Lang, Value, say, say_with};
use store::{Error, backup};
use web::api::Refusal;

/// Why a command did not answer.
#[derive(Debug)]
pub(crate) enum Fault {
    /// A question about names or years that do not exist: exit code 2.
    Usage(Refusal),
    /// Another wrong usage, in words: exit code 2.
    Wrong(String),
    /// The work was refused, in words: exit code 1.
    Refused(String),
    /// The database refused or failed: exit code 1.
    Store(Error),
    /// A backup was refused or failed: exit code 1.
    Backup(backup::Fault),
    /// Something else failed: exit code 1.
    Failed(anyhow::Error),
}

impl Fault {
    /// The exit code: 1 refused, 2 wrong usage.
    pub(crate) fn code(&self) -> u8 {
        match self {
            Self::Usage(_) | Self::Wrong(_) => 2,
            Self::Refused(_) | Self::Store(_) | Self::Backup(_) | Self::Failed(_) => 1,
        }
    }

    /// The fault in words.
    pub(crate) fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Usage(refusal) => refusal.sentence(lang),
            Self::Wrong(sentence) | Self::Refused(sentence) => sentence.clone(),
            Self::Store(error) => of_store(error, lang),
            Self::Backup(fault) => of_backup(fault, lang),
            Self::Failed(fault) => say_with(lang, "work-failed", &[("reason", format!("{fault:#}").into())]),
        }
    }
}

fn of_store(error: &Error, lang: Lang) -> String {
    let with = |key: &str, name: &'static str, value: String| say_with(lang, key, &[(name, value.into())]);
    match error {
        Error::Closed { address, source } => {
            let values = [("address", Value::from(address)), ("reason", source.to_string().into())];
            say_with(lang, "work-closed", &values)
        }
        Error::Claimed { folder } => with("work-claimed", "folder", folder.display().to_string()),
        Error::MigrationChanged { name } => with("work-migration-changed", "name", name.clone()),
        Error::Newer { name } => with("work-newer", "name", name.clone()),
        Error::Older => say(lang, "work-older"),
        Error::Damaged(digest) => with("work-damaged", "part", digest.to_string()),
        Error::NoAttachment(digest) => with("work-no-attachment", "part", digest.to_string()),
        Error::File { path, source } => {
            let values =
                [("path", Value::from(path.display().to_string())), ("reason", source.to_string().into())];
            say_with(lang, "work-file", &values)
        }
        Error::Duplicate(source) | Error::Database(source) => {
            with("work-failed", "reason", source.to_string())
        }
        Error::Attachments(source) => with("work-failed", "reason", source.to_string()),
    }
}

fn of_backup(fault: &backup::Fault, lang: Lang) -> String {
    let with = |key: &str, name: &'static str, value: &str| say_with(lang, key, &[(name, value.into())]);
    match fault {
        backup::Fault::NotABackup => say(lang, "work-not-a-backup"),
        backup::Fault::Cut => say(lang, "work-backup-cut"),
        backup::Fault::Damaged { part } => with("work-backup-damaged", "part", part),
        backup::Fault::Newer { what } => with("work-backup-newer", "what", what),
        backup::Fault::NotEmpty { place } => with("work-not-empty", "place", place),
        backup::Fault::Misfit { table } => with("work-misfit", "table", table),
        backup::Fault::File(source) => with("work-failed", "reason", &source.to_string()),
        backup::Fault::Store(error) => of_store(error, lang),
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self::Usage(refusal)
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Store(error)
    }
}

impl From<backup::Fault> for Fault {
    fn from(fault: backup::Fault) -> Self {
        Self::Backup(fault)
    }
}

impl From<anyhow::Error> for Fault {
    fn from(fault: anyhow::Error) -> Self {
        Self::Failed(fault)
    }
}
