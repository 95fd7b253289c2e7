//! Folders and files of an installation, which nobody but its owner reads. What is there already is left as it is.

use std::fs::{DirBuilder, OpenOptions};
use std::io::{ErrorKind, Result};
use std::path::Path;

/// Makes a folder, and those above it, for its owner alone.
///
/// # Errors
/// When it cannot be made.
pub fn make(folder: &Path) -> Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Makes an empty file for its owner alone, where there is none.
pub(crate) fn make_file(path: &Path) -> Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(fault) if fault.kind() != ErrorKind::AlreadyExists => Err(fault),
        _ => Ok(()),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use crate::{Address, Attachments, Claim, Store};

    fn mode(path: &Path) -> u32 {
        std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777
    }

    #[tokio::test]
    async fn what_an_installation_makes_is_its_owners_alone_and_what_was_there_stays() {
        let above = tempfile::tempdir().unwrap();
        let data = above.path().join("new/data");
        let address = Address::in_folder(&data);
        let claim = Claim::take(&address).unwrap();
        let store = Store::open(&address).await.unwrap();
        Attachments::in_folder(&data).unwrap();
        assert_eq!(mode(&data), 0o700);
        let Address::Sqlite(database) = &address else { panic!("SQLite") };
        assert_eq!(mode(database), 0o600);
        for more in ["-wal", "-shm"] {
            let path = std::path::PathBuf::from(format!("{}{more}", database.display()));
            assert!(!path.exists() || mode(&path) == 0o600, "{more}");
        }
        store.close().await;
        drop(claim);
        std::fs::set_permissions(&data, std::fs::Permissions::from_mode(0o750)).unwrap();
        Store::open(&address).await.unwrap().close().await;
        assert_eq!(mode(&data), 0o750, "whoever runs it may let a group read");
    }
}
