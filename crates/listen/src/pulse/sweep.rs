//! Putting references away that were drawn: those whose codes cannot be made anew, and all once a pulse is over.

use accounts::{Desk, Relation, Right};

use super::did::Did;
use super::{Refusal, State, table};

/// The program alone puts them away.
pub const SWEEP: Right = Right { act: "pulse.swept", held_by: &[] };

/// Puts away the references that nothing needs any more, and says how many they were.
///
/// # Errors
/// [`Refusal`]; what was put away before it is gone.
pub async fn sweep(desk: &Desk) -> Result<u64, Refusal> {
    desk.may(&SWEEP, Relation::Other)?;
    let mut gone = 0;
    for id in table::with_drawn(&mut desk.read().await?).await? {
        let mut tx = desk.begin().await?;
        let state = table::find(&mut tx, id).await?.map_or(State::Closed, |pulse| pulse.state(desk.today));
        if state == State::Coming {
            continue;
        }
        let references = table::forget_drawn(&mut tx, id, state == State::Open).await?;
        if references > 0 {
            tx.commit(Did::Swept { pulse: id, references }).await?;
            gone += references;
        }
    }
    Ok(gone)
}
