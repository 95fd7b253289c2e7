//! Making the codes of parts of the population, to be printed or sent. They are shown this once: what is kept is their
//! keyed hash, and of people drawn from a list nothing that joins a reference to its code.

use accounts::{Chance, Desk, Relation, Right};

use super::did::Did;
use super::make::MAKE;
use super::{Pulse, Refusal, State, table};
use crate::Seal;
use crate::question::letters;

/// Who may make codes.
pub const PRINT: Right = Right { act: "pulse.printed", held_by: MAKE.held_by };

/// The most codes of a pulse.
pub const CODES_MAX: i64 = 5000;
/// Letters of a code: 40 bits, of which without the key of the installation no hash tells anything.
const LETTERS: usize = 8;

/// Of which parts codes are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Of one, by its place.
    One(usize),
    /// Of every part of which they can be made.
    All,
}

/// Codes that were made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slips {
    /// The pulse.
    pub pulse: Pulse,
    /// A slip for each code, part by part.
    pub slips: Vec<Slip>,
}

impl Slips {
    /// The codes alone.
    pub fn codes(self) -> Vec<String> {
        self.slips.into_iter().map(|slip| slip.code).collect()
    }
}

/// What stands on a slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// The place of its part among the strata.
    pub stratum: usize,
    /// Which row of the list was drawn; none where people were not drawn from one.
    pub reference: Option<String>,
    /// The code, which nobody can read again.
    pub code: String,
}

/// Makes the codes of parts of the population. Until the first day they can be made anew, and later those of one part that nobody
/// answered yet and that was not drawn from a list, whose references are gone; the old ones are void then.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn print(
    desk: &Desk,
    (seal, chance): (&Seal, &Chance),
    id: i64,
    which: Which,
) -> Result<Slips, Refusal> {
    desk.may(&PRINT, Relation::Other)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("pulse").await?;
    let mut pulse = table::find(&mut tx, id).await?.ok_or(Refusal::Missing)?;
    let state = pulse.state(desk.today);
    let strata = pulse.printable(state, which)?;
    let nonce: String = chance.bytes::<32>().iter().map(|byte| format!("{byte:02x}")).collect();
    let (mut slips, mut again) = (Vec::new(), false);
    for &stratum in &strata {
        let part = &mut pulse.strata[stratum];
        again |= part.printed_on.replace(desk.today).is_some();
        let code =
            |at: i64| letters(&seal.bytes("pulse code", &format!("{id}-{stratum}-{at}-{nonce}"))[..LETTERS]);
        let codes: Vec<String> = (0..part.codes).map(code).collect();
        let mut marks: Vec<String> = codes.iter().map(|code| mark(seal, id, code)).collect();
        // In the order of references they would tell whose each is.
        marks.sort_unstable();
        if !table::put_codes(&mut tx, (id, stratum as i64), &marks, desk.today).await? {
            return Err(Refusal::Printed);
        }
        let mut references = table::drawn(&mut tx, id, stratum as i64).await?.into_iter();
        slips.extend(codes.into_iter().map(|code| Slip { stratum, reference: references.next(), code }));
    }
    if state == State::Open {
        table::forget_drawn(&mut tx, id, true).await?;
    }
    tx.commit(Did::Printed { pulse: &pulse, strata: &strata, again }).await?;
    Ok(Slips { pulse, slips })
}

impl Pulse {
    /// The parts of which codes can be made, of those that are asked for.
    fn printable(&self, state: State, which: Which) -> Result<Vec<usize>, Refusal> {
        let is_asked = |at: &usize| matches!(which, Which::All) || which == Which::One(*at);
        let asked: Vec<usize> = (0..self.strata.len()).filter(is_asked).collect();
        if asked.is_empty() {
            return Err(Refusal::Missing);
        }
        let may = |at: &usize| match which {
            Which::One(_) => self.may_print(*at, state),
            // Codes that were sent already are not made void by the way.
            Which::All => self.may_print(*at, state) && (state == State::Coming || !self.is_printed(*at)),
        };
        let strata: Vec<usize> = asked.into_iter().filter(may).collect();
        if strata.is_empty() { Err(Refusal::Printed) } else { Ok(strata) }
    }

    /// Whether the codes of a part can be made, or made anew, where the pulse stands so.
    pub fn may_print(&self, stratum: usize, state: State) -> bool {
        match state {
            State::Coming => true,
            State::Open => {
                let is_unanswered = self.strata.get(stratum).is_some_and(|part| part.answered == 0);
                !self.is_printed(stratum) || is_unanswered && self.draw.is_none()
            }
            State::Closed => false,
        }
    }

    fn is_printed(&self, stratum: usize) -> bool {
        self.strata.get(stratum).is_some_and(|part| part.printed_on.is_some())
    }
}

/// A code as it is kept.
pub(super) fn mark(seal: &Seal, pulse: i64, code: &str) -> String {
    seal.mark("pulse", &format!("{pulse}-{code}"))
}
