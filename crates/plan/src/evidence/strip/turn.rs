//! How a picture is to be turned: the one entry of EXIF that is kept (TIFF 6.0, tag 274, 1 to 8).

use img_parts::Bytes;

const ORIENTATION: u16 = 0x0112;
const SHORT: u16 = 3;

/// The turn that an EXIF block asks for; none where it asks for none or does not read.
pub(super) fn read(exif: &[u8]) -> Option<u8> {
    let little = match exif.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| -> Option<u16> {
        let pair = exif.get(at..at + 2)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) })
    };
    let long = exif.get(4..8)?.try_into().ok()?;
    let directory = if little { u32::from_le_bytes(long) } else { u32::from_be_bytes(long) };
    let directory = usize::try_from(directory).ok().filter(|at| *at < exif.len())?;
    let entries = usize::from(short(directory)?);
    let entry = (0..entries).map(|n| directory + 2 + 12 * n).find(|at| short(*at) == Some(ORIENTATION))?;
    let turn = u8::try_from(short(entry + 8)?).ok()?;
    (2..=8).contains(&turn).then_some(turn)
}

/// An EXIF block that says the turn and nothing else.
pub(super) fn exif(turn: u8) -> Bytes {
    let mut block = b"MM\0*\0\0\0\x08\0\x01".to_vec();
    block.extend(ORIENTATION.to_be_bytes());
    block.extend(SHORT.to_be_bytes());
    block.extend([0, 0, 0, 1, 0, turn, 0, 0]);
    block.extend([0; 4]);
    block.into()
}

/// An EXIF block with a turn and the mark of a position, for tests.
#[cfg(test)]
pub(super) fn located(turn: u8) -> Vec<u8> {
    let mut block = b"II*\0\x08\0\0\0\x02\0".to_vec();
    block.extend(b"\x25\x88\x04\0\x01\0\0\0\0\0\0\0");
    block.extend(ORIENTATION.to_le_bytes());
    block.extend(SHORT.to_le_bytes());
    block.extend([1, 0, 0, 0, turn, 0, 0, 0]);
    block.extend(b"\0\0\0\0GPS!");
    block
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_turn_is_read_in_either_byte_order() {
        assert_eq!(read(&located(6)), Some(6));
        assert_eq!(read(&exif(3)), Some(3));
    }

    #[test]
    fn upright_needs_no_entry_and_nonsense_has_none() {
        assert_eq!(read(&located(1)), None);
        assert_eq!(read(&located(9)), None);
        assert_eq!(read(b"II*\0\xFF\xFF\xFF\xFF"), None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_falling(bytes in any::<Vec<u8>>()) {
            let _ = read(&bytes);
            let _ = read(&[b"II*\0".as_slice(), &bytes].concat());
        }
    }
}
