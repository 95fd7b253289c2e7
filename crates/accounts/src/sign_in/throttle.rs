//! Holding back who tries too often, without locking the owner of an account out.
//!
//! Failures are counted by account, by account and address, and by address. A known device, from which the
//! account was signed in before, is counted by itself alone: what strangers do does not hold it back.

use jiff::{SignedDuration, Timestamp};

/// Failures older than this are forgotten.
pub(crate) const WINDOW: SignedDuration = SignedDuration::from_mins(15);
/// The wait after the first failure too many; it doubles with each more.
const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(15);

/// What failures are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bucket {
    /// A known device at its own account.
    Device,
    /// Strangers at one account, from anywhere.
    Account,
    /// Strangers at one account from one address.
    Pair,
    /// One address at any account: an office shares one.
    Client,
}

/// Failures within the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Failures {
    pub(crate) count: i64,
    pub(crate) last: Option<Timestamp>,
}

impl Bucket {
    /// How many failures cost nothing.
    fn free(self) -> i64 {
        match self {
            Self::Pair => 5,
            Self::Device => 10,
            Self::Account => 20,
            Self::Client => 30,
        }
    }

    /// How long after the last of so many failures the next try is taken.
    fn pause(self, count: i64) -> SignedDuration {
        let over = count - self.free();
        if over < 0 {
            return SignedDuration::ZERO;
        }
        let doubled = 2_i32.saturating_pow(u32::try_from(over).unwrap_or(u32::MAX));
        FIRST_WAIT.saturating_mul(doubled).min(WINDOW)
    }
}

/// How long to wait before the next try; none when it may be now.
pub(crate) fn wait(now: Timestamp, buckets: &[(Bucket, Failures)]) -> Option<SignedDuration> {
    let left = |(bucket, failures): &(Bucket, Failures)| {
        Some(bucket.pause(failures.count) - now.duration_since(failures.last?))
    };
    buckets.iter().filter_map(left).max().filter(SignedDuration::is_positive)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ALL: [Bucket; 4] = [Bucket::Device, Bucket::Account, Bucket::Pair, Bucket::Client];

    fn after(count: i64, seconds: i64) -> (Timestamp, Failures) {
        let last = Timestamp::from_second(1_750_000_000).unwrap();
        (last + SignedDuration::from_secs(seconds), Failures { count, last: Some(last) })
    }

    #[test]
    fn the_first_tries_cost_nothing_and_then_the_wait_doubles() {
        let wait = |count| wait(after(count, 0).0, &[(Bucket::Pair, after(count, 0).1)]);
        assert_eq!(wait(4), None);
        assert_eq!(wait(5), Some(SignedDuration::from_secs(15)));
        assert_eq!(wait(7), Some(SignedDuration::from_secs(60)));
        assert_eq!(wait(60), Some(WINDOW));
    }

    proptest! {
        #[test]
        fn more_failures_never_shorten_the_wait_and_it_ends(count in 0_i64..1000, seconds in 0_i64..2000) {
            for bucket in ALL {
                let (now, failures) = after(count, seconds);
                let more = Failures { count: count + 1, ..failures };
                let (less, more) = (wait(now, &[(bucket, failures)]), wait(now, &[(bucket, more)]));
                prop_assert!(less <= more);
                prop_assert!(more.is_none_or(|wait| wait <= WINDOW));
                prop_assert!(seconds < 900 || more.is_none());
            }
        }

        #[test]
        fn the_longest_wait_of_all_buckets_counts(a in 0_i64..50, b in 0_i64..50) {
            let (now, own) = after(a, 1);
            let both = [(Bucket::Account, own), (Bucket::Client, after(b, 1).1)];
            let each = both.iter().map(|one| wait(now, std::slice::from_ref(one)));
            prop_assert_eq!(wait(now, &both), each.max().flatten());
        }
    }
}
