//! Letters: an answer goes out once by electronic mail to who asked for that. It waits in a box of its own, is tried some times
//! with pauses, and what became of it stands among the steps of the question, for both sides.

pub(super) mod act;

use jiff::SignedDuration;
use jiff::civil::Date;

pub use act::{FAIL, REACH, SEND, due, failed, put_away, reach, sent, take};

/// How often a letter is tried.
pub const TRIES: i64 = 6;
/// How long it waits after each try, in minutes.
const PAUSES: [i64; 5] = [1, 5, 30, 120, 480];

/// A letter that is to be sent now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Its number.
    pub id: i64,
    /// The number of the question whose asker gets it.
    pub question: i64,
    /// The code of that question.
    pub code: String,
    /// The code of the agency that answered.
    pub agency: Option<String>,
    /// The number of the answer among the steps: with the code, a name that no other letter has.
    pub step: i64,
    /// The day of the answer.
    pub answered_on: Date,
    /// The answer.
    pub words: String,
    /// How many files go with it, which the letter names and does not carry.
    pub files: i64,
    /// To what address of electronic mail.
    pub to: String,
    /// How often it was tried before.
    pub tries: i64,
}

impl Letter {
    /// Whether it is given up when this try fails too.
    pub fn is_last_try(&self) -> bool {
        self.tries + 1 >= TRIES
    }
}

/// Why a letter was given up. What a mail server said is not kept: it names the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsent {
    /// The mail server does not take it for this address.
    Refused,
    /// No mail server could be reached, each time that it was tried.
    Unreached,
    /// What was sealed does not open: the key of the installation is another one.
    Sealed,
}

impl Unsent {
    /// Every reason.
    pub const ALL: [Self; 3] = [Self::Refused, Self::Unreached, Self::Sealed];

    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Unreached => "unreached",
            Self::Sealed => "sealed",
        }
    }
}

/// How long a letter waits once it was tried so often.
fn pause(tries: i64) -> SignedDuration {
    let at = usize::try_from(tries - 1).unwrap_or(0).min(PAUSES.len() - 1);
    SignedDuration::from_mins(PAUSES[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_the_last_try_comes_within_a_day() {
        let pauses: Vec<_> = (1..TRIES).map(pause).collect();
        assert!(pauses.windows(2).all(|two| two[0] < two[1]));
        assert!(pauses.iter().map(SignedDuration::as_mins).sum::<i64>() < 24 * 60);
        assert_eq!((pause(0), pause(99)), (pause(1), pause(5)));
    }
}
