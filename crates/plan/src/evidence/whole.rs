//! Whether a file ends as what it begins as, and opens to no more than others can bear: a picture of a few bytes may hold
//! a thousand million pixels, a workbook the emptiness of a disk.

use std::io::Cursor;

use zip::ZipArchive;

use super::{Media, Unfit};

/// The longest side of a picture, in pixels; a larger one is no photo.
pub const SIDE_MAX: u32 = 12_000;
/// What a picture may take once decoded, in bytes.
pub const DECODED_MAX: u64 = 256 << 20;
/// Bytes of a pixel once decoded: red, green and blue.
const PIXEL: u64 = 3;
/// How far from its end a PDF says where it ends.
const TAIL: usize = 2048;

/// Whether a document ends as it must, and what a package says of its size is within the limit of sheets.
///
/// # Errors
/// [`Unfit::Damaged`] where it does not end, [`Unfit::TooVast`] where it unpacks to too much.
pub(super) fn whole(media: Media, bytes: &[u8]) -> Result<(), Unfit> {
    match media {
        Media::Pdf if !ends(bytes) => Err(Unfit::Damaged),
        Media::Docx | Media::Xlsx => packed(bytes),
        _ => Ok(()),
    }
}

/// Whether a picture of this size can be shown to anybody.
///
/// # Errors
/// [`Unfit::TooVast`] where it cannot.
pub(super) fn sized(width: u32, height: u32) -> Result<(), Unfit> {
    let decoded = u64::from(width).saturating_mul(u64::from(height)).saturating_mul(PIXEL);
    if width.max(height) > SIDE_MAX || decoded > DECODED_MAX { Err(Unfit::TooVast) } else { Ok(()) }
}

/// Whether it says where its table of contents is, and that it is at its end (ISO 32000-1, 7.5.5).
fn ends(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
    let at = |mark: &[u8]| tail.windows(mark.len()).rposition(|window| window == mark);
    at(b"startxref").zip(at(b"%%EOF")).is_some_and(|(table, end)| table < end)
}

fn packed(bytes: &[u8]) -> Result<(), Unfit> {
    let mut package = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unfit::Damaged)?;
    let mut sum = 0_u64;
    for at in 0..package.len() {
        sum = sum.saturating_add(package.by_index_raw(at).map_err(|_| Unfit::Damaged)?.size());
    }
    if sum > sheet::UNPACKED { Err(Unfit::TooVast) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::write::{SimpleFileOptions, ZipWriter};

    use super::*;

    #[test]
    fn a_document_ends_as_one() {
        let whole = |bytes: &[u8]| whole(Media::Pdf, bytes);
        assert_eq!(whole(b"%PDF-1.7\n1 0 obj\nstartxref\n9\n%%EOF\n"), Ok(()));
        for page in
            ["%PDF-1.4\n<html><script>alert(1)</script>", "%PDF-1.4\n%%EOF startxref", "%PDF-1.4\ncut", ""]
        {
            assert_eq!(whole(page.as_bytes()), Err(Unfit::Damaged), "{page}");
        }
        let hidden =
            [b"%PDF-1.4\nstartxref\n9\n%%EOF".to_vec(), vec![b' '; TAIL], b"<script>".to_vec()].concat();
        assert_eq!(whole(&hidden), Err(Unfit::Damaged), "what hangs behind is no end");
    }

    #[test]
    fn a_package_that_unpacks_to_a_disk_is_not_kept() {
        let package = |parts: usize| {
            let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
            let zeros = vec![0; 16 << 20];
            for part in 0..parts {
                writer.start_file(format!("xl/{part}"), SimpleFileOptions::default()).expect("a part begins");
                writer.write_all(&zeros).expect("a part is written");
            }
            writer.finish().expect("the package ends").into_inner()
        };
        assert_eq!(whole(Media::Xlsx, &package(1)), Ok(()));
        let bomb = package(17);
        assert!(bomb.len() < 1 << 20, "{}", bomb.len());
        assert_eq!(whole(Media::Xlsx, &bomb), Err(Unfit::TooVast));
    }

    #[test]
    fn a_picture_of_a_thousand_million_pixels_is_none() {
        assert_eq!(sized(4000, 3000), Ok(()));
        assert_eq!(sized(12_000, 7_000), Ok(()));
        for (width, height) in
            [(30_000, 30_000), (12_001, 1), (1, 12_001), (12_000, 12_000), (u32::MAX, u32::MAX)]
        {
            assert_eq!(sized(width, height), Err(Unfit::TooVast), "{width}×{height}");
        }
    }
}
