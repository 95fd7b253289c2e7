//! The archive: a tar inside zstd, written in one go, and read through to its end before it is believed.
//!
//! Behind it stands the SHA-256 of every byte before, in a frame that zstd skips (RFC 8878, 3.1.2): a byte
//! that was changed is found even where it happens not to matter.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Write, copy};

use jiff::Timestamp;
use sha2::Digest as _;
use tar::{Archive, Builder, Entry, EntryType, Header};
use zstd::{Decoder, Encoder};

use super::{FORMAT, Fault, Manifest, Summed};
use crate::Digest;

const MANIFEST: &str = "manifest.json";
/// zstd's own default: fast enough to keep up with the disk.
const LEVEL: i32 = 3;
/// The first bytes of every zstd file (RFC 8878, 3.1.1).
const ZSTD: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// The head of the last frame: one to skip, 32 bytes long.
const SEAL: [u8; 8] = [0x50, 0x2a, 0x4d, 0x18, 32, 0, 0, 0];
/// The whole last frame.
const SEALED: u64 = 8 + 32;

/// Where an attachment lies in the archive.
pub(super) fn place_of(digest: &Digest) -> String {
    format!("attachments/{}/{digest}", &digest.as_str()[..2])
}

/// An archive that is being written.
pub(super) struct Writer<W: Write> {
    tar: Builder<Encoder<'static, Summed<W>>>,
    created: Timestamp,
}

impl<W: Write> Writer<W> {
    pub(super) fn begin(to: W, created: Timestamp) -> Result<Self, Fault> {
        let mut zstd = Encoder::new(Summed::new(to), LEVEL)?;
        zstd.include_checksum(true)?;
        Ok(Self { tar: Builder::new(zstd), created })
    }

    pub(super) fn add(&mut self, place: &str, size: u64, content: impl Read) -> Result<(), Fault> {
        let mut header = Header::new_gnu();
        header.set_entry_type(EntryType::Regular);
        header.set_size(size);
        header.set_mode(0o644);
        header.set_mtime(self.created.as_second().max(0) as u64);
        Ok(self.tar.append_data(&mut header, place, content)?)
    }

    pub(super) fn finish(mut self, manifest: &Manifest) -> Result<(), Fault> {
        let text = serde_json::to_vec_pretty(manifest).map_err(std::io::Error::from)?;
        self.add(MANIFEST, text.len() as u64, &text[..])?;
        let Summed { inner: mut to, hash, .. } = self.tar.into_inner()?.finish()?;
        to.write_all(&SEAL)?;
        to.write_all(&hash.finalize())?;
        Ok(to.flush()?)
    }
}

/// What was found in one file of the archive.
#[derive(PartialEq)]
struct Found {
    size: u64,
    sha256: String,
    lines: u64,
}

/// Reads a backup from its beginning to its end and checks every part of it. Nothing is written anywhere.
///
/// # Errors
/// [`Fault::NotABackup`], [`Fault::Cut`], [`Fault::Damaged`], [`Fault::Newer`], [`Fault::File`].
pub fn verify(mut from: impl Read + Seek) -> Result<Manifest, Fault> {
    from.rewind()?;
    let mut found = BTreeMap::new();
    let mut manifest = None;
    each(&mut from, |place, entry| {
        if place == MANIFEST {
            let mut text = Vec::new();
            entry.read_to_end(&mut text).map_err(|e| unread(&e, place))?;
            manifest = Some(serde_json::from_slice::<Manifest>(&text).map_err(|_| Fault::NotABackup)?);
            return Ok(());
        }
        let part = take(entry).map_err(|e| unread(&e, place))?;
        match found.insert(place.to_owned(), part) {
            Some(_) => Err(Fault::Damaged { part: place.to_owned() }),
            None => Ok(()),
        }
    })?;
    let manifest = manifest.ok_or(Fault::NotABackup)?;
    if manifest.format > FORMAT {
        return Err(Fault::Newer { what: format!("format {}", manifest.format) });
    }
    manifest.version()?;
    agree(&manifest, found)?;
    unseal(from)?;
    Ok(manifest)
}

/// The last frame tells the checksum of all before it.
fn unseal(mut from: impl Read + Seek) -> Result<(), Fault> {
    let body = from.seek(SeekFrom::End(0))?.checked_sub(SEALED).ok_or(Fault::Cut)?;
    from.rewind()?;
    let mut summed = Summed::new(std::io::sink());
    copy(&mut from.by_ref().take(body), &mut summed)?;
    let mut seal = Vec::new();
    from.read_to_end(&mut seal)?;
    let is_whole = seal.strip_prefix(&SEAL).is_some_and(|sum| sum == &summed.hash.finalize()[..]);
    if is_whole { Ok(()) } else { Err(Fault::Damaged { part: "its end".to_owned() }) }
}

/// Calls `visit` with the name and content of each file, and reads on to the very end.
fn each<R: Read>(
    from: R,
    mut visit: impl FnMut(&str, &mut Entry<'_, Decoder<'static, BufReader<R>>>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut archive = open(from)?;
    let mut begun = false;
    for entry in archive.entries().map_err(|_| Fault::NotABackup)? {
        let mut entry = entry.map_err(|e| if begun { unread(&e, "") } else { foreign(&e) })?;
        let place = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        visit(&place, &mut entry)?;
        begun = true;
    }
    copy(&mut archive.into_inner(), &mut std::io::sink()).map_err(|e| unread(&e, "its end"))?;
    Ok(())
}

/// The tar inside.
pub(super) fn open<R: Read>(from: R) -> Result<Archive<Decoder<'static, BufReader<R>>>, Fault> {
    let mut from = BufReader::new(from);
    if !from.fill_buf()?.starts_with(&ZSTD) {
        return Err(Fault::NotABackup);
    }
    Ok(Archive::new(Decoder::with_buffer(from)?))
}

fn take(entry: &mut impl Read) -> std::io::Result<Found> {
    let mut summed = Summed::new(Lines(0));
    copy(entry, &mut summed)?;
    let (size, sha256) = summed.sum();
    Ok(Found { size, sha256, lines: summed.inner.0 })
}

/// Counts the lines that are written to it.
struct Lines(u64);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Everything that the manifest names is there as it says, and nothing else is.
fn agree(manifest: &Manifest, mut found: BTreeMap<String, Found>) -> Result<(), Fault> {
    let tables = manifest.tables.iter().map(|table| {
        let told = Found { size: table.size, sha256: table.sha256.clone(), lines: table.rows };
        (table.place(), told)
    });
    for (place, told) in tables {
        if found.remove(&place) != Some(told) {
            return Err(Fault::Damaged { part: place });
        }
    }
    for file in &manifest.attachments {
        let digest: Digest = file.sha256.parse().map_err(|_| Fault::NotABackup)?;
        let place = place_of(&digest);
        match found.remove(&place) {
            Some(part) if (part.size, &part.sha256) == (file.size, &file.sha256) => {}
            _ => return Err(Fault::Damaged { part: place }),
        }
    }
    match found.into_keys().next() {
        Some(part) => Err(Fault::Damaged { part }),
        None => Ok(()),
    }
}

/// A failure in the middle: the file is cut off or damaged.
fn unread(error: &std::io::Error, part: &str) -> Fault {
    match error.kind() {
        std::io::ErrorKind::UnexpectedEof => Fault::Cut,
        _ => Fault::Damaged { part: part.to_owned() },
    }
}

/// A failure before anything was understood.
fn foreign(error: &std::io::Error) -> Fault {
    match error.kind() {
        std::io::ErrorKind::UnexpectedEof => Fault::Cut,
        _ => Fault::NotABackup,
    }
}
