//! Holding back who says too much without signing in. Counted in memory while the server runs, by a keyed hash of the
//! network address; the key is one of chance, and neither it nor the address is kept anywhere.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// How long what was said counts.
const WINDOW: SignedDuration = SignedDuration::from_hours(1);

/// Holds back who says too much.
pub(crate) struct Throttle {
    /// How often one address may say something within an hour.
    each: usize,
    /// How often all together may.
    all: usize,
    key: RandomState,
    said: Mutex<HashMap<u64, Vec<Timestamp>>>,
}

impl Throttle {
    /// One that lets each address and all together say so much within an hour.
    pub(crate) fn new(each: usize, all: usize) -> Self {
        Self { each, all, key: RandomState::new(), said: Mutex::default() }
    }

    /// Whether this address may say something now; counted when it may.
    pub(crate) fn lets(&self, client: &str, now: Timestamp) -> bool {
        let is_free = self.is_free(client, now);
        if is_free {
            self.count(client, now);
        }
        is_free
    }

    /// Whether this address may say something now.
    pub(crate) fn is_free(&self, client: &str, now: Timestamp) -> bool {
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        said.retain(|_, times| {
            times.retain(|at| now.duration_since(*at) < WINDOW);
            !times.is_empty()
        });
        let all: usize = said.values().map(Vec::len).sum();
        said.get(&self.mark(client)).map_or(0, Vec::len) < self.each && all < self.all
    }

    /// Counts that this address said something.
    pub(crate) fn count(&self, client: &str, now: Timestamp) {
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        said.entry(self.mark(client)).or_default().push(now);
    }

    fn mark(&self, client: &str) -> u64 {
        self.key.hash_one(network(client))
    }
}

/// An address of the fourth kind itself; of the sixth the first four groups, which one household holds.
fn network(client: &str) -> &str {
    match client.match_indices(':').nth(3) {
        Some((end, _)) => &client[..end],
        None => client,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EACH: usize = 6;
    const ALL: usize = 600;

    fn at(minutes: i64) -> Timestamp {
        Timestamp::from_second(1_750_000_000 + minutes * 60).unwrap()
    }

    #[test]
    fn ten_thousand_from_one_address_are_six_an_hour_and_slow_nobody_else() {
        let throttle = Throttle::new(EACH, ALL);
        let let_in = (0..10_000).filter(|_| throttle.lets("203.0.113.7", at(0))).count();
        assert_eq!(let_in, EACH);
        assert!(throttle.lets("203.0.113.8", at(0)));
        assert!(!throttle.lets("203.0.113.7", at(59)) && throttle.lets("203.0.113.7", at(60)));
    }

    #[test]
    fn one_network_of_the_sixth_kind_is_one() {
        let throttle = Throttle::new(EACH, ALL);
        let let_in = (0..100).filter(|n| throttle.lets(&format!("2001:db8:1:2:{n}::1"), at(0))).count();
        assert_eq!(let_in, EACH);
        assert!(throttle.lets("2001:db8:1:3::1", at(0)));
    }

    #[test]
    fn all_together_are_held_back_too_and_nothing_is_kept_after_an_hour() {
        let throttle = Throttle::new(EACH, ALL);
        let let_in =
            (0..5_000).filter(|n| throttle.lets(&format!("10.0.{}.{}", n / 250, n % 250), at(0))).count();
        assert_eq!(let_in, ALL);
        assert!(throttle.lets("10.9.9.9", at(61)));
        assert_eq!(throttle.said.lock().unwrap().len(), 1);
    }
}
