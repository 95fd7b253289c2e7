//! Chance: where secrets come from. Handed in, as the clock is.

use std::fmt;
use std::sync::Arc;

/// What fills a buffer with random bytes.
type Fill = dyn Fn(&mut [u8]) + Send + Sync;

/// A source of random bytes, cheap to clone.
#[derive(Clone)]
pub struct Chance(Arc<Fill>);

impl Chance {
    /// A source that fills whatever it is given.
    pub fn new(fill: impl Fn(&mut [u8]) + Send + Sync + 'static) -> Self {
        Self(Arc::new(fill))
    }

    /// As many random bytes as asked for.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.0)(&mut bytes);
        bytes
    }

    /// A secret of 256 bits as 64 hexadecimal digits: a session's token, a link's.
    pub fn token(&self) -> String {
        self.bytes::<32>().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl fmt::Debug for Chance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chance")
    }
}
