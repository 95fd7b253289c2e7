//! Attachments: bytes that are named by what they are, in `attachments/ab/abcdef…`.
//!
//! The same bytes are kept once, and a name can never mean other bytes. Nothing is ever overwritten.

use std::fmt;
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;

use futures_util::TryStreamExt;
use object_store::{ObjectStore, ObjectStoreExt, local::LocalFileSystem};
use sha2::{Digest as _, Sha256};

use crate::Error;

/// The name of an attachment: the SHA-256 of its bytes, in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(String);

impl Digest {
    /// The name of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(hex(&Sha256::digest(bytes)))
    }

    /// The 64 hexadecimal digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn place(&self) -> object_store::path::Path {
        object_store::path::Path::from(format!("{}/{}", &self.0[..2], self.0))
    }
}

/// What was written is not 64 small hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an attachment is named by 64 hexadecimal digits")]
pub struct NotADigest;

impl FromStr for Digest {
    type Err = NotADigest;

    fn from_str(written: &str) -> Result<Self, NotADigest> {
        let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if written.len() == 64 && written.bytes().all(is_hex) {
            Ok(Self(written.to_owned()))
        } else {
            Err(NotADigest)
        }
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Where attachments are kept. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Attachments(Arc<dyn ObjectStore>);

impl Attachments {
    /// Those in the folder `attachments` of the data folder, which is made when it is not there.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn in_folder(data: &Path) -> Result<Self, Error> {
        let folder = data.join("attachments");
        crate::folder::make(&folder).map_err(|source| Error::File { path: folder.clone(), source })?;
        Ok(Self(Arc::new(LocalFileSystem::new_with_prefix(folder)?)))
    }

    /// Keeps the bytes and gives their name. Keeping them again changes nothing.
    ///
    /// # Errors
    /// When they cannot be written.
    pub async fn put(&self, bytes: Vec<u8>) -> Result<Digest, Error> {
        let digest = Digest::of(&bytes);
        if !self.exists(&digest).await? {
            self.0.put(&digest.place(), bytes.into()).await?;
        }
        Ok(digest)
    }

    /// The bytes of this name.
    ///
    /// # Errors
    /// [`Error::NoAttachment`] when there are none, [`Error::Damaged`] when they are not what they were.
    pub async fn get(&self, digest: &Digest) -> Result<Vec<u8>, Error> {
        let found = match self.0.get(&digest.place()).await {
            Err(object_store::Error::NotFound { .. }) => return Err(Error::NoAttachment(digest.clone())),
            other => other?,
        };
        let bytes = found.bytes().await?.to_vec();
        if Digest::of(&bytes) == *digest { Ok(bytes) } else { Err(Error::Damaged(digest.clone())) }
    }

    /// Removes the bytes of this name, where somebody has a right to have them gone. Whoever asks sees to it that
    /// nobody else uses them; those that are not there stay away.
    ///
    /// # Errors
    /// When the place cannot be written.
    pub async fn remove(&self, digest: &Digest) -> Result<(), Error> {
        match self.0.delete(&digest.place()).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(other) => Err(other.into()),
        }
    }

    /// Whether there are bytes of this name.
    ///
    /// # Errors
    /// When the place cannot be read.
    pub async fn exists(&self, digest: &Digest) -> Result<bool, Error> {
        match self.0.head(&digest.place()).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(other) => Err(other.into()),
        }
    }

    /// The names of all, in their order.
    ///
    /// # Errors
    /// When the place cannot be read.
    pub async fn list(&self) -> Result<Vec<Digest>, Error> {
        let found: Vec<_> = self.0.list(None).try_collect().await?;
        let name = |place: &object_store::path::Path| place.filename()?.parse().ok();
        let mut names: Vec<Digest> = found.iter().filter_map(|meta| name(&meta.location)).collect();
        names.sort();
        Ok(names)
    }
}
