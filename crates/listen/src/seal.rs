//! The seal: keeps what tells who somebody is unreadable without a key that lies outside of the database.
//!
//! ChaCha20-Poly1305 closes (RFC 8439), each time with a nonce of chance; HMAC-SHA256 makes the marks that the audit
//! trail keeps instead of values, and the secrets of askers. The two keys are derived from the one of the installation.

use std::fmt;
use std::sync::Arc;

use accounts::Chance;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::hmac::{self, HMAC_SHA256};

/// The seal of an installation, cheap to clone.
#[derive(Clone)]
pub struct Seal(Arc<Keys>);

struct Keys {
    closing: LessSafeKey,
    marking: hmac::Key,
}

impl Seal {
    /// The seal with this key.
    pub fn new(key: &[u8; 32]) -> Self {
        let root = hmac::Key::new(HMAC_SHA256, key);
        let derived = |purpose: &str| hmac::sign(&root, purpose.as_bytes());
        let closing = UnboundKey::new(&CHACHA20_POLY1305, derived("nanghang closing").as_ref());
        let closing = LessSafeKey::new(closing.expect("32 bytes, as the cipher wants"));
        let marking = hmac::Key::new(HMAC_SHA256, derived("nanghang marking").as_ref());
        Self(Arc::new(Keys { closing, marking }))
    }

    /// Closes something for one place; it opens only there.
    pub fn close(&self, chance: &Chance, place: &str, clear: &[u8]) -> Vec<u8> {
        let nonce: [u8; NONCE_LEN] = chance.bytes();
        let mut text = clear.to_vec();
        let (once, aad) = (Nonce::assume_unique_for_key(nonce), Aad::from(place.as_bytes()));
        let closed = self.0.closing.seal_in_place_append_tag(once, aad, &mut text);
        closed.expect("shorter than what the cipher takes");
        [nonce.as_slice(), &text].concat()
    }

    /// Opens what was closed for a place; none where it was closed with another key, for another place, or changed.
    pub fn open(&self, place: &str, closed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, text) = closed.split_at_checked(NONCE_LEN)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let mut text = text.to_vec();
        let clear = self.0.closing.open_in_place(nonce, Aad::from(place.as_bytes()), &mut text).ok()?;
        Some(clear.to_vec())
    }

    /// A mark of a value: the same for the same value, and nobody without the key learns or guesses the value by it.
    pub fn mark(&self, about: &str, value: &str) -> String {
        self.bytes(about, value).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The mark as bytes.
    pub(crate) fn bytes(&self, about: &str, value: &str) -> [u8; 32] {
        let text = format!("{}:{about}:{value}", about.len());
        let tag = hmac::sign(&self.0.marking, text.as_bytes());
        tag.as_ref().try_into().expect("SHA-256 has 32 bytes")
    }
}

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seal")
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU8, Ordering};

    use proptest::prelude::*;

    use super::*;

    fn chance() -> Chance {
        let next = AtomicU8::new(1);
        Chance::new(move |bytes| bytes.fill(next.fetch_add(1, Ordering::Relaxed)))
    }

    #[test]
    fn what_is_closed_opens_with_its_key_at_its_place_alone() {
        let (ours, theirs, chance) = (Seal::new(&[1; 32]), Seal::new(&[2; 32]), chance());
        let closed = ours.close(&chance, "1", b"lan@x.vn");
        assert_eq!(ours.open("1", &closed).as_deref(), Some(b"lan@x.vn".as_slice()));
        assert!(ours.open("2", &closed).is_none() && theirs.open("1", &closed).is_none());
        assert_ne!(closed, ours.close(&chance, "1", b"lan@x.vn"), "two of the same do not look alike");
    }

    #[test]
    fn a_mark_depends_on_key_matter_and_value() {
        let seal = Seal::new(&[1; 32]);
        assert_eq!(seal.mark("a", "x"), seal.mark("a", "x"));
        let others = [seal.mark("a", "y"), seal.mark("b", "x"), Seal::new(&[2; 32]).mark("a", "x")];
        assert!(others.iter().all(|other| *other != seal.mark("a", "x")));
    }

    proptest! {
        #[test]
        fn no_change_goes_unseen(clear in any::<Vec<u8>>(), at in any::<prop::sample::Index>(), bit in 0_u8..8) {
            let seal = Seal::new(&[7; 32]);
            let mut closed = seal.close(&chance(), "p", &clear);
            let at = at.index(closed.len());
            closed[at] ^= 1 << bit;
            prop_assert_eq!(seal.open("p", &closed), None);
            prop_assert_eq!(seal.open("p", &closed[..at]), None);
        }
    }
}
