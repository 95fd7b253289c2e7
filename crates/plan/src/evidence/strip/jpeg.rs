//! A JPEG without what it says besides its picture.
//!
//! What stays of its segments: the frame, the tables, the colour profile. What comes behind the end of the
//! picture goes too: phones hang videos and further pictures there, each with a position of its own.

use img_parts::jpeg::{Jpeg, JpegSegment, markers};
use img_parts::{Bytes, ImageEXIF};

use super::turn;
use crate::evidence::Unfit;
use crate::evidence::whole::sized;

pub(super) fn strip(bytes: Bytes) -> Result<Vec<u8>, Unfit> {
    let mut picture = Jpeg::from_bytes(bytes).map_err(|_| Unfit::Damaged)?;
    let turned = picture.exif().and_then(|exif| turn::read(&exif));
    picture.segments_mut().retain(|segment| !tells(segment.marker(), segment.contents()));
    picture.segments().iter().filter(|it| is_frame(it.marker())).try_for_each(measured)?;
    picture.segments().last().filter(|segment| segment.has_entropy()).ok_or(Unfit::Damaged)?;
    picture.set_exif(turned.map(turn::exif));
    let scans = 2 + picture.segments().iter().map(JpegSegment::len).sum::<usize>();
    let mut kept = picture.encoder().bytes().to_vec();
    kept.truncate(scans + end(kept.get(scans..).ok_or(Unfit::Damaged)?).ok_or(Unfit::Damaged)?);
    Ok(kept)
}

/// Whether a segment begins a picture of some size: SOF0 to SOF15 without DHT, JPG and DAC.
fn is_frame(marker: u8) -> bool {
    (markers::SOF0..=markers::SOF15).contains(&marker)
        && !matches!(marker, markers::DHT | markers::JPG | markers::DAC)
}

/// Precision, height, width (ITU-T T.81, B.2.2).
fn measured(frame: &JpegSegment) -> Result<(), Unfit> {
    let side = |at: usize| {
        let bytes = frame.contents().get(at..at + 2)?;
        Some(u32::from(u16::from_be_bytes(bytes.try_into().ok()?)))
    };
    let (height, width) = side(1).zip(side(3)).ok_or(Unfit::Damaged)?;
    sized(width, height)
}

/// Whether a segment tells something besides the picture: comments, and what applications add, but for the plain
/// beginning, the colour profile and Adobe's note on colours.
fn tells(marker: u8, contents: &[u8]) -> bool {
    match marker {
        markers::APP0 => !contents.starts_with(b"JFIF\0"),
        markers::APP2 => !contents.starts_with(b"ICC_PROFILE\0"),
        markers::APP14 => !contents.starts_with(b"Adobe"),
        other => is_told(other),
    }
}

fn is_told(marker: u8) -> bool {
    (markers::APP0..=markers::APP15).contains(&marker) || marker == markers::COM
}

/// Where the picture ends, behind its last scan; none where it does not end, or tells something between scans.
fn end(entropy: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += entropy.get(at..)?.iter().position(|byte| *byte == markers::P)? + 1;
        let marker = *entropy.get(at)?;
        match marker {
            markers::EOI => return Some(at + 1),
            // A byte of the picture, a mark for starting again, or filling
            0 | markers::RST0..=markers::RST7 => at += 1,
            markers::P => {}
            told if is_told(told) => return None,
            _ => at += 1 + usize::from(u16::from_be_bytes(entropy.get(at + 1..at + 3)?.try_into().ok()?)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::turn::located;
    use super::*;

    fn segment(marker: u8, contents: &[u8]) -> Vec<u8> {
        let length = u16::try_from(contents.len() + 2).expect("short").to_be_bytes();
        [&[0xFF, marker], length.as_slice(), contents].concat()
    }

    /// As from a phone: position, a comment, a profile, two scans with a table between, and a video behind.
    fn photo() -> Vec<u8> {
        [
            vec![0xFF, 0xD8],
            segment(markers::APP0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
            segment(markers::APP1, &[b"Exif\0\0".as_slice(), &located(6)].concat()),
            segment(markers::APP1, b"http://ns.adobe.com/xap/1.0/\0<GPS!>"),
            segment(markers::APP2, b"ICC_PROFILE\0\x01\x01profile"),
            segment(markers::APP2, b"MPF\0GPS!"),
            segment(markers::APP13, b"Photoshop 3.0\0GPS!"),
            segment(markers::COM, b"GPS!"),
            segment(markers::SOF0, b"\x08\0\x01\0\x01\x01\x01\x11\0"),
            segment(markers::SOS, b"\x01\x01\0\0\x3f\0"),
            b"scan1\xFF\0x\xFF\xD0y".to_vec(),
            segment(markers::DHT, b"\xFF\xD9table"),
            segment(markers::SOS, b"\x01\x01\0\0\x3f\0"),
            b"scan2\xFF\xD9".to_vec(),
            b"\0\0\0\x18ftypmp42GPS!".to_vec(),
        ]
        .concat()
    }

    #[test]
    fn position_comments_and_what_hangs_behind_go_and_picture_profile_and_turn_stay() {
        let kept = strip(photo().into()).expect("a picture");
        let has = |mark: &[u8]| kept.windows(mark.len()).any(|window| window == mark);

        assert!(!has(b"GPS!") && !has(b"adobe") && !has(b"ftyp"));
        assert!(has(b"JFIF") && has(b"profile") && has(b"scan1\xFF\0x\xFF\xD0y") && has(b"table"));
        assert!(kept.ends_with(b"scan2\xFF\xD9"));
        assert_eq!(Jpeg::from_bytes(kept.into()).unwrap().exif().and_then(|exif| turn::read(&exif)), Some(6));
    }

    #[test]
    fn a_picture_too_vast_to_be_shown_is_not_taken() {
        let mut vast = photo();
        let frame = vast.windows(2).position(|pair| pair == [0xFF, markers::SOF0]).expect("a frame");
        vast[frame + 5..frame + 9].copy_from_slice(&[0x75, 0x30, 0x75, 0x30]);
        assert_eq!(strip(vast.into()), Err(Unfit::TooVast));
    }

    #[test]
    fn a_picture_that_is_cut_or_tells_between_its_scans_is_damaged() {
        let whole = photo();
        let cut = whole.len() - 25;
        assert_eq!(strip(whole[..cut].to_vec().into()), Err(Unfit::Damaged));

        let told: Vec<u8> =
            photo().windows(2).position(|pair| pair == [0xFF, markers::DHT]).map_or(vec![], |at| {
                let mut told = photo();
                told[at + 1] = markers::APP1;
                told
            });
        assert_eq!(strip(told.into()), Err(Unfit::Damaged));
    }
}
