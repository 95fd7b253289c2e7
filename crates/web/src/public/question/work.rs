//! A small proof of work, asked only of a network address that has sent its share within the hour (ten questions): many households share one
//! address, so nobody is shut out, and each further question costs a machine some seconds. Bound to the ticket of its form,
//! it is good for that form alone. Without a script one waits, or goes to the one-stop office.

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::throttle::Throttle;

/// Zero bits asked for at first: about 130,000 hashes, a second or some in a browser.
const FIRST: u32 = 17;
/// The most that is asked for.
const MOST: u32 = 22;

/// What is asked of an address that has sent its ten.
pub(crate) struct Work {
    /// How many bits must be zero.
    pub(crate) bits: u32,
    /// How many came from the address within the hour.
    pub(crate) said: usize,
    /// In how many minutes one may be sent without.
    pub(crate) minutes: i64,
}

impl Work {
    /// What is asked of an address now; none where it may send.
    pub(crate) fn of(throttle: &Throttle, client: &str, now: Timestamp) -> Option<Self> {
        let (said, minutes) = throttle.wait(client, now)?;
        Some(Self { bits: bits(said, throttle.each()), said, minutes })
    }

    /// Whether it was done for the form of this ticket.
    pub(crate) fn is_done(&self, ticket: &str, written: &str) -> bool {
        has_worked(ticket, written, self.bits)
    }
}

/// One bit more, twice the work, for each further ten.
fn bits(said: usize, each: usize) -> u32 {
    let more = said.saturating_sub(each) / each.max(1);
    u32::try_from(more).map_or(MOST, |more| FIRST.saturating_add(more).min(MOST))
}

fn has_worked(ticket: &str, written: &str, bits: u32) -> bool {
    let is_number = (1..=16).contains(&written.len()) && written.bytes().all(|byte| byte.is_ascii_digit());
    let hash = Sha256::digest(format!("{ticket}:{written}"));
    let first = u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]);
    is_number && first.leading_zeros() >= bits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_grows_with_what_was_sent_and_stays_small() {
        let asked: Vec<u32> = [0, 10, 19, 20, 30, 60, 10_000, usize::MAX].map(|said| bits(said, 10)).into();
        assert_eq!(asked, [17, 17, 17, 18, 19, 22, 22, 22]);
    }

    #[test]
    fn work_is_good_for_its_ticket_alone() {
        let done = |ticket: &str| (0..).map(|n: u64| n.to_string()).find(|n| has_worked(ticket, n, 10));
        let one = done("ve-1").unwrap_or_default();
        assert!(has_worked("ve-1", &one, 10) && !has_worked("ve-1", &one, 32));
        assert!(!has_worked("ve-2", &one, 10), "{one}");
        for none in ["", "-1", "1 ", "x", "00000000000000000", "１"] {
            assert!(!has_worked("ve-1", none, 0), "{none}");
        }
    }
}
