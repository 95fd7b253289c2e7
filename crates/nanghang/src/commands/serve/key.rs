//! The key of the installation: 32 bytes from the environment, or in a file of the data folder that only its owner may
//! read. No backup holds it; who moves an installation carries it over by hand.

use std::io::Write;
use std::path::Path;

use accounts::Chance;
use anyhow::{Context, anyhow};
use listen::Seal;

/// Where the environment may give the key: 64 hexadecimal digits.
const VARIABLE: &str = "NANGHANG_CONTACT_KEY";
/// The name of the file.
const FILE: &str = "contact.key";

/// The seal of the installation; its key is made where there is none.
pub(super) fn seal(data: &Path, chance: &Chance) -> anyhow::Result<Seal> {
    if let Some(written) = std::env::var(VARIABLE).ok().filter(|written| !written.is_empty()) {
        return read(&written).with_context(|| VARIABLE);
    }
    let path = data.join(FILE);
    if !path.exists() {
        store::folder::make(data).with_context(|| data.display().to_string())?;
        write(&path, &chance.token()).with_context(|| path.display().to_string())?;
    }
    let written = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    read(&written).with_context(|| path.display().to_string())
}

fn write(path: &Path, key: &str) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(key.as_bytes())?;
    file.sync_all()
}

fn read(written: &str) -> anyhow::Result<Seal> {
    let written = written.trim();
    let bytes: Option<Vec<u8>> = (written.len() == 64 && written.is_ascii())
        .then(|| (0..32).map(|at| u8::from_str_radix(&written[2 * at..2 * at + 2], 16).ok()).collect())
        .flatten();
    let key: Option<[u8; 32]> = bytes.and_then(|bytes| bytes.try_into().ok());
    key.map(|key| Seal::new(&key)).ok_or_else(|| anyhow!("the key is not 64 hexadecimal digits"))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU8, Ordering};

    use super::*;

    #[test]
    fn a_key_is_made_once_for_its_owner_alone_and_a_broken_one_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let next = AtomicU8::new(1);
        let chance = Chance::new(move |bytes| bytes.fill(next.fetch_add(1, Ordering::Relaxed)));
        let first = seal(folder.path(), &chance).unwrap();
        let again = seal(folder.path(), &chance).unwrap();
        assert_eq!(first.mark("a", "x"), again.mark("a", "x"));
        let path = folder.path().join(FILE);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        for broken in ["", "12", &"é".repeat(32), &"zz".repeat(32)] {
            std::fs::write(&path, broken).unwrap();
            assert!(seal(folder.path(), &chance).is_err(), "{broken}");
        }
    }
}
