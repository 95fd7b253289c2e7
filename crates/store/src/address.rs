//! Where the database is: a SQLite file or a PostgreSQL server.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use sqlx::postgres::PgConnectOptions;

/// Where the database is. Written `sqlite:PATH` or `postgres://user@host:port/name`.
///
/// Shown to people without the password.
#[derive(Clone)]
pub enum Address {
    /// A file; its folder is made when needed.
    Sqlite(PathBuf),
    /// A server and the name of a database on it.
    Postgres(Box<PgConnectOptions>),
}

/// What was written is no address of a database.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a database is written sqlite:PATH or postgres://user@host/name")]
pub struct NotAnAddress;

impl Address {
    /// The database when nothing else is said: `nanghang.sqlite` in the data folder.
    pub fn in_folder(data: &Path) -> Self {
        Self::Sqlite(data.join("nanghang.sqlite"))
    }
}

impl FromStr for Address {
    type Err = NotAnAddress;

    fn from_str(written: &str) -> Result<Self, NotAnAddress> {
        if let Some(path) = written.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            return if path.is_empty() { Err(NotAnAddress) } else { Ok(Self::Sqlite(path.into())) };
        }
        if !written.starts_with("postgres://") && !written.starts_with("postgresql://") {
            return Err(NotAnAddress);
        }
        written.parse().map(|options| Self::Postgres(Box::new(options))).map_err(|_| NotAnAddress)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(at) => {
                let name = at.get_database().unwrap_or(at.get_username());
                write!(f, "postgres://{}@{}:{}/{name}", at.get_username(), at.get_host(), at.get_port())
            }
        }
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_are_read_and_shown_without_the_password() {
        let shown = |written: &str| written.parse::<Address>().map(|address| address.to_string());
        assert_eq!(shown("sqlite:a/b.sqlite"), Ok("sqlite:a/b.sqlite".to_owned()));
        assert_eq!(shown("sqlite:///a/b.sqlite"), Ok("sqlite:/a/b.sqlite".to_owned()));
        let server = shown("postgres://tinh:bi-mat@db.local:5433/nanghang");
        assert_eq!(server, Ok("postgres://tinh@db.local:5433/nanghang".to_owned()));
    }

    #[test]
    fn anything_else_is_no_address() {
        for written in ["", "sqlite:", "mysql://a/b", "/a/b.sqlite", "postgres//a"] {
            assert_eq!(written.parse::<Address>().err(), Some(NotAnAddress), "{written}");
        }
    }

    #[test]
    fn the_data_folder_names_the_default() {
        let default = Address::in_folder(Path::new("nanghang-data"));
        assert_eq!(default.to_string(), "sqlite:nanghang-data/nanghang.sqlite");
    }
}
