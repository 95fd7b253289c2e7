//! Printing the slips of a part of the population. Codes are shown this once: what is kept is their keyed hash.

use accounts::{Chance, Desk, Relation, Right};

use super::did::Did;
use super::make::MAKE;
use super::{Pulse, Refusal, State, table};
use crate::Seal;
use crate::question::letters;

/// Who may print slips.
pub const PRINT: Right = Right { act: "pulse.printed", held_by: MAKE.held_by };

/// The most codes of a pulse.
pub const CODES_MAX: i64 = 5000;
/// Letters of a code: 40 bits, of which without the key of the installation no hash tells anything.
const LETTERS: usize = 8;

/// The slips of a part of the population.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slips {
    /// The pulse.
    pub pulse: Pulse,
    /// The place of the part among its strata.
    pub stratum: usize,
    /// The codes, which nobody can read again.
    pub codes: Vec<String>,
}

/// Makes the codes of a part of the population. Until the first day they can be made anew; the old ones are void then.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn print(
    desk: &Desk,
    (seal, chance): (&Seal, &Chance),
    id: i64,
    stratum: usize,
) -> Result<Slips, Refusal> {
    desk.may(&PRINT, Relation::Other)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("pulse").await?;
    let mut pulse = table::find(&mut tx, id).await?.ok_or(Refusal::Missing)?;
    let state = pulse.state(desk.today);
    let part = pulse.strata.get_mut(stratum).ok_or(Refusal::Missing)?;
    let again = part.printed_on.is_some();
    if state == State::Closed || again && state != State::Coming {
        return Err(Refusal::Printed);
    }
    part.printed_on = Some(desk.today);
    let count = part.codes;
    let nonce: String = chance.bytes::<32>().iter().map(|byte| format!("{byte:02x}")).collect();
    let code =
        |at: i64| letters(&seal.bytes("pulse code", &format!("{id}-{stratum}-{at}-{nonce}"))[..LETTERS]);
    let codes: Vec<String> = (0..count).map(code).collect();
    let marks: Vec<String> = codes.iter().map(|code| mark(seal, id, code)).collect();
    table::put_codes(&mut tx, (id, stratum as i64), &marks, desk.today).await?;
    tx.commit(Did::Printed { pulse: &pulse, stratum, again }).await?;
    Ok(Slips { pulse, stratum, codes })
}

/// A code as it is kept.
pub(super) fn mark(seal: &Seal, pulse: i64, code: &str) -> String {
    seal.mark("pulse", &format!("{pulse}-{code}"))
}
