//! A claim: the right to be the only server on a SQLite folder.
//!
//! On PostgreSQL several instances may run, so there the claim is empty. The operating system gives the claim
//! back when the program ends, however it ends.

use std::fs::{File, TryLockError};
use std::path::Path;

use crate::folder::make;
use crate::{Address, Error};

/// Held for as long as the server runs; dropping it lets another start.
#[derive(Debug)]
#[must_use = "the claim ends when it is dropped"]
pub struct Claim {
    _file: Option<File>,
}

impl Claim {
    /// Claims the folder of the database, making it when it is not there.
    ///
    /// # Errors
    /// [`Error::Claimed`] when another instance holds it; [`Error::File`] when the folder cannot be written.
    pub fn take(address: &Address) -> Result<Self, Error> {
        let Address::Sqlite(database) = address else { return Ok(Self { _file: None }) };
        let folder = folder_of(database);
        let path = database.with_extension("lock");
        let opened = make(folder).and_then(|()| File::create(&path));
        let file = opened.map_err(|source| Error::File { path: path.clone(), source })?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: Some(file) }),
            Err(TryLockError::WouldBlock) => Err(Error::Claimed { folder: folder.to_owned() }),
            Err(TryLockError::Error(source)) => Err(Error::File { path, source }),
        }
    }
}

/// The folder a file lies in; a bare name lies in the current one.
pub(crate) fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_claim_is_refused_and_names_the_folder() {
        let data = tempfile::tempdir().unwrap();
        let address = Address::in_folder(data.path());
        let first = Claim::take(&address).unwrap();

        let refused = Claim::take(&address).unwrap_err();

        assert!(refused.to_string().contains(&data.path().display().to_string()), "{refused}");
        drop(first);
        assert!(Claim::take(&address).is_ok());
    }
}
