//! A ticket: the key of a form with the instant that it was handed out, signed. The same ticket asks once; one that comes
//! back faster than a person writes is held back, and one of yesterday is exchanged.

use accounts::Chance;
use jiff::{SignedDuration, Timestamp};

use super::super::Refusal;
use crate::Seal;

/// A person takes longer than this to write a question.
const SOONEST: SignedDuration = SignedDuration::from_secs(4);
/// A form is good for so long.
const LATEST: SignedDuration = SignedDuration::from_hours(24);

/// A ticket as a form carries it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket(String);

impl Ticket {
    /// A new one.
    pub fn hand_out(seal: &Seal, chance: &Chance, now: Timestamp) -> Self {
        let number: String = chance.bytes::<8>().iter().map(|byte| format!("{byte:02x}")).collect();
        let body = format!("{:x}-{number}", now.as_second());
        let mark = mark(seal, &body);
        Self(format!("{body}-{mark}"))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a ticket is ours and not too old; it may have come back too soon.
    pub fn is_good(seal: &Seal, written: &str, now: Timestamp) -> bool {
        !matches!(Self::check(seal, written, now), Err(Refusal::Stale))
    }

    /// Whether a form with this ticket may be taken now.
    ///
    /// # Errors
    /// [`Refusal::Stale`] for one that is not ours or too old, [`Refusal::TooSoon`] for one that came back at once.
    pub(super) fn check(seal: &Seal, written: &str, now: Timestamp) -> Result<(), Refusal> {
        let (body, signed) = written.rsplit_once('-').ok_or(Refusal::Stale)?;
        if mark(seal, body) != signed {
            return Err(Refusal::Stale);
        }
        let second = body.split('-').next().and_then(|hex| i64::from_str_radix(hex, 16).ok());
        let given = second.and_then(|second| Timestamp::from_second(second).ok()).ok_or(Refusal::Stale)?;
        let age = now.duration_since(given);
        if age < SignedDuration::ZERO || age > LATEST {
            return Err(Refusal::Stale);
        }
        if age < SOONEST { Err(Refusal::TooSoon) } else { Ok(()) }
    }
}

/// A signature tells nothing by the time that comparing it takes: what is compared is itself a keyed hash of what came.
fn mark(seal: &Seal, body: &str) -> String {
    seal.mark("ticket", body)[..32].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_750_000_000 + second).unwrap()
    }

    #[test]
    fn a_ticket_is_good_from_some_seconds_to_a_day_and_nobody_makes_one() {
        let (seal, chance) = (Seal::new(&[1; 32]), Chance::new(|bytes| bytes.fill(3)));
        let ticket = Ticket::hand_out(&seal, &chance, at(0));
        let check = |text: &str, second| Ticket::check(&seal, text, at(second));
        assert!(matches!(check(ticket.as_str(), 3), Err(Refusal::TooSoon)));
        assert!(check(ticket.as_str(), 4).is_ok() && check(ticket.as_str(), 86_400).is_ok());
        assert!(matches!(check(ticket.as_str(), 86_401), Err(Refusal::Stale)));
        assert!(matches!(check(ticket.as_str(), -1), Err(Refusal::Stale)));
        let older = ticket.as_str().replacen('6', "5", 1);
        for forged in [older.as_str(), "", "-", "1-2-3", "zz-é-", &ticket.as_str()[1..]] {
            assert!(matches!(check(forged, 60), Err(Refusal::Stale)), "{forged}");
        }
        assert!(matches!(Ticket::check(&Seal::new(&[2; 32]), ticket.as_str(), at(60)), Err(Refusal::Stale)));
    }
}
