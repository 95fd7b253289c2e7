//! Holding back who says too much without signing in. Counted in memory while the server runs, by a keyed hash of the
//! network address; the key is one of chance, and neither it nor the address is kept anywhere.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// How long what was said counts.
const WINDOW: SignedDuration = SignedDuration::from_hours(1);

/// Holds back who says too much.
pub(crate) struct Throttle {
    /// How often one address may say something within an hour.
    each: usize,
    /// How often all together may, so that memory has an end; far more than people say.
    all: usize,
    key: RandomState,
    said: Mutex<HashMap<u64, Vec<Timestamp>>>,
}

impl Throttle {
    /// One that lets each address and all together say so much within an hour.
    pub(crate) fn new(each: usize, all: usize) -> Self {
        Self { each, all, key: RandomState::new(), said: Mutex::default() }
    }

    /// Whether this address may say something now; counted when it may, in the same moment.
    pub(crate) fn lets(&self, client: &str, now: Timestamp) -> bool {
        let mut said = self.said(now);
        let is_free = self.has_room(&said, client);
        if is_free {
            said.entry(self.mark(client)).or_default().push(now);
        }
        is_free
    }

    /// Whether this address may say something now.
    pub(crate) fn is_free(&self, client: &str, now: Timestamp) -> bool {
        self.has_room(&self.said(now), client)
    }

    /// Counts that this address said something.
    pub(crate) fn count(&self, client: &str, now: Timestamp) {
        self.said(now).entry(self.mark(client)).or_default().push(now);
    }

    /// Takes back what was counted at an instant: it was not taken in.
    pub(crate) fn give_back(&self, client: &str, at: Timestamp) {
        let mut said = self.said(at);
        if let Some(times) = said.get_mut(&self.mark(client))
            && let Some(place) = times.iter().rposition(|time| *time == at)
        {
            times.remove(place);
        }
    }

    /// How often one address may say something within an hour.
    pub(crate) fn each(&self) -> usize {
        self.each
    }

    /// How often this address said something within the hour, and in how many minutes it may again; none where it may now.
    pub(crate) fn wait(&self, client: &str, now: Timestamp) -> Option<(usize, i64)> {
        let said = self.said(now);
        if self.has_room(&said, client) {
            return None;
        }
        let times = said.get(&self.mark(client)).map_or(&[][..], Vec::as_slice);
        // It has room again once so many of its own are over that fewer than its share are left.
        let next = times.len().checked_sub(self.each).and_then(|over| times.get(over));
        let left = next.map_or(WINDOW, |at| WINDOW - now.duration_since(*at));
        Some((times.len(), (left.as_secs() + 59) / 60))
    }

    /// What was said within the hour.
    fn said(&self, now: Timestamp) -> MutexGuard<'_, HashMap<u64, Vec<Timestamp>>> {
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        said.retain(|_, times| {
            times.retain(|at| now.duration_since(*at) < WINDOW);
            !times.is_empty()
        });
        said
    }

    fn has_room(&self, said: &HashMap<u64, Vec<Timestamp>>, client: &str) -> bool {
        let own = said.get(&self.mark(client)).map_or(0, Vec::len);
        own < self.each && said.values().map(Vec::len).sum::<usize>() < self.all
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
    fn what_was_not_taken_in_counts_for_nothing_and_who_waits_is_told_how_long() {
        let throttle = Throttle::new(EACH, ALL);
        for _ in 0..100 {
            assert!(throttle.lets("203.0.113.7", at(0)));
            throttle.give_back("203.0.113.7", at(0));
        }
        for minute in 0..6 {
            assert_eq!(throttle.wait("203.0.113.7", at(minute)), None);
            assert!(throttle.lets("203.0.113.7", at(minute)));
        }
        assert_eq!(throttle.wait("203.0.113.7", at(10)), Some((6, 50)));
        throttle.count("203.0.113.7", at(10));
        assert_eq!(throttle.wait("203.0.113.7", at(10)), Some((7, 51)), "what was worked for counts too");
        assert_eq!(throttle.wait("203.0.113.7", at(61)), None);
        throttle.give_back("203.0.113.9", at(61));
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
