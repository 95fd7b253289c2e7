//! Recovery codes: ten, shown once, each good for one sign-in without the phone.

use super::digest;
use crate::Chance;

/// How many are made at a time.
const COUNT: usize = 10;
/// Digits and letters that nobody takes for one another when reading from paper.
const LETTERS: &[u8; 32] = b"23456789abcdefghjkmnpqrstuvwxyz-";

/// New codes: three groups of four, some 59 bits each.
pub(super) fn codes(chance: &Chance) -> Vec<String> {
    (0..COUNT).map(|_| code(chance)).collect()
}

fn code(chance: &Chance) -> String {
    let mut letters = Vec::with_capacity(12);
    while letters.len() < 12 {
        let bytes = chance.bytes::<32>();
        let drawn = bytes.iter().map(|byte| LETTERS[usize::from(byte % 32)]).filter(|letter| *letter != b'-');
        letters.extend(drawn.map(char::from).take(12 - letters.len()));
    }
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

/// What the database keeps of a code, however it was typed; none for what cannot be one.
pub(super) fn kept(typed: &str) -> Option<String> {
    let plain: String = typed.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
    (plain.len() == 12).then(|| digest(&plain))
}

/// What the database keeps of these codes.
pub(super) fn all_kept(codes: &[String]) -> Vec<String> {
    codes.iter().filter_map(|code| kept(code)).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU8, Ordering};

    use super::*;

    #[test]
    fn codes_differ_and_are_known_again_however_they_are_typed() {
        let next = AtomicU8::new(0);
        let chance = Chance::new(move |bytes| {
            bytes.iter_mut().for_each(|b| *b = next.fetch_add(7, Ordering::Relaxed));
        });
        let codes = codes(&chance);
        assert_eq!(codes.len(), COUNT);
        let code = &codes[0];
        assert_eq!(code.len(), 14);
        assert!(code.bytes().all(|byte| LETTERS.contains(&byte)), "{code}");
        assert_eq!(kept(code), kept(&format!(" {} ", code.to_uppercase().replace('-', " "))));
        assert!(kept(code).is_some());
        assert_eq!(kept("123456"), None);
    }
}
