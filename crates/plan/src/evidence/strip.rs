//! Taking out of a picture what it says besides the picture: position, device, names, previews.
//!
//! Only how it is to be turned stays, as the one entry of a new EXIF block: without it a phone's photo lies on
//! its side. The picture's own bytes are not touched.

mod jpeg;
mod turn;

use img_parts::png::Png;
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageEXIF};

use super::whole::sized;
use super::{Media, Unfit};

/// The file without what it says besides its picture; one that is no picture stays as it is.
///
/// # Errors
/// [`Unfit::Damaged`] when it cannot be read, [`Unfit::TooVast`] when it has too many pixels.
pub(super) fn strip(media: Media, bytes: Vec<u8>) -> Result<Vec<u8>, Unfit> {
    match media {
        Media::Jpeg => jpeg::strip(bytes.into()),
        Media::Png => png(bytes.into()),
        Media::Webp => webp(bytes.into()),
        _ => Ok(bytes),
    }
}

/// Chunks of a PNG that make the picture, how it is shown, or its movement; texts and times go.
const PNG_PARTS: [&[u8; 4]; 17] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP",
    b"bKGD", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT",
];

fn png(bytes: Bytes) -> Result<Vec<u8>, Unfit> {
    let mut picture = Png::from_bytes(bytes).map_err(|_| Unfit::Damaged)?;
    let (width, height) = picture.dimensions().ok_or(Unfit::Damaged)?;
    sized(width, height)?;
    let turned = picture.exif().and_then(|exif| turn::read(&exif));
    picture.chunks_mut().retain(|chunk| PNG_PARTS.contains(&&chunk.kind()));
    picture.set_exif(turned.map(turn::exif));
    Ok(picture.encoder().bytes().to_vec())
}

/// Chunks of a WebP that make the picture or its movement.
const WEBP_PARTS: [&[u8; 4]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];

fn webp(bytes: Bytes) -> Result<Vec<u8>, Unfit> {
    let mut picture = WebP::from_bytes(bytes).map_err(|_| Unfit::Damaged)?;
    let (width, height) = picture.dimensions().ok_or(Unfit::Damaged)?;
    sized(width, height)?;
    let turned = picture.exif().and_then(|exif| turn::read(&exif));
    picture.chunks_mut().retain(|chunk| WEBP_PARTS.contains(&&chunk.id()));
    picture.set_exif(turned.map(turn::exif));
    Ok(picture.encoder().bytes().to_vec())
}

#[cfg(test)]
mod tests {
    use img_parts::png::PngChunk;
    use img_parts::riff::{RiffChunk, RiffContent};

    use super::turn::{located, read};
    use super::*;

    fn has(bytes: &[u8], mark: &[u8]) -> bool {
        bytes.windows(mark.len()).any(|window| window == mark)
    }

    #[test]
    fn a_png_loses_texts_and_position_and_keeps_its_turn() {
        let ihdr = b"\0\0\0\x01\0\0\0\x01\x08\0\0\0\0";
        let plain = b"\x89PNG\r\n\x1a\n".iter().copied();
        let chunk = |kind: &[u8; 4], text: &[u8]| PngChunk::new(*kind, Bytes::copy_from_slice(text));
        let parts = [
            chunk(b"IHDR", ihdr),
            chunk(b"tEXt", b"Author\0Lan"),
            chunk(b"eXIf", &located(6)),
            chunk(b"iTXt", b"XML:com.adobe.xmp"),
            chunk(b"IDAT", b"pixels"),
            chunk(b"IEND", b""),
        ];
        let bytes = plain.chain(parts.into_iter().flat_map(|part| part.encoder().bytes().to_vec())).collect();

        let kept = strip(Media::Png, bytes).expect("a picture");

        assert!(
            has(&kept, b"pixels") && !has(&kept, b"Lan") && !has(&kept, b"adobe") && !has(&kept, b"GPS!")
        );
        assert_eq!(Png::from_bytes(kept.into()).unwrap().exif().and_then(|exif| read(&exif)), Some(6));
    }

    #[test]
    fn a_webp_loses_its_position_and_keeps_its_turn() {
        let part =
            |id: &[u8; 4], text: &[u8]| RiffChunk::new(*id, RiffContent::Data(Bytes::copy_from_slice(text)));
        let subchunks = vec![
            part(b"VP8X", b"\x0C\0\0\0\0\0\0\0\0\0"),
            part(b"VP8 ", b"\x50\x5a\x00\x9d\x01\x2a\x01\x00\x01\x00pixels"),
            part(b"EXIF", &located(8)),
            part(b"XMP ", b"adobe"),
        ];
        let riff = RiffChunk::new(*b"RIFF", RiffContent::List { kind: Some(*b"WEBP"), subchunks });

        let kept = strip(Media::Webp, riff.encoder().bytes().to_vec()).expect("a picture");

        assert!(has(&kept, b"pixels") && !has(&kept, b"adobe") && !has(&kept, b"GPS!"));
        assert_eq!(WebP::from_bytes(kept.into()).unwrap().exif().and_then(|exif| read(&exif)), Some(8));
    }

    #[test]
    fn what_only_begins_as_a_picture_is_damaged() {
        for (media, bytes) in [
            (Media::Png, b"\x89PNG\r\n\x1a\n".as_slice()),
            (Media::Webp, b"RIFF\x04\0\0\0WEBP"),
            (Media::Jpeg, b"\xFF\xD8\xFF\xE0"),
        ] {
            assert_eq!(strip(media, bytes.to_vec()), Err(Unfit::Damaged), "{media:?}");
        }
    }

    #[test]
    fn a_picture_too_vast_to_be_shown_is_not_taken() {
        let vast = b"\0\0\x75\x30\0\0\x75\x30\x08\0\0\0\0";
        let chunk = |kind: &[u8; 4], text: &[u8]| PngChunk::new(*kind, Bytes::copy_from_slice(text));
        let parts = [chunk(b"IHDR", vast), chunk(b"IDAT", b"x"), chunk(b"IEND", b"")];
        let parts = parts.into_iter().flat_map(|part| part.encoder().bytes().to_vec());
        let bytes = b"\x89PNG\r\n\x1a\n".iter().copied().chain(parts).collect();
        assert_eq!(strip(Media::Png, bytes), Err(Unfit::TooVast));
    }

    #[test]
    fn a_document_stays_as_it_is() {
        assert_eq!(strip(Media::Pdf, b"%PDF-1.7".to_vec()), Ok(b"%PDF-1.7".to_vec()));
    }
}
