//! Agencies end: what they owe goes to whoever has their work.
//!
//! To the one successor by rule; among several, or where none is known, a person decides. Two assignments of the
//! same task and period that come to one agency are answered by one report: the later joins the earlier. What was
//! accepted stays where it was done.

use accounts::agency::Heirs;
use accounts::{Desk, Directory, Reach, Relation, Right, Role};
use store::Ask;

use super::did::Did;
use super::{Assignment, Move, Reason, Refusal, TURN, table};

/// Who may have assignments follow mergers, beside the program itself.
pub const MERGE: Right = Right {
    act: "assignment.merged",
    held_by: &[(Role::StandingBody, Reach::Any), (Role::Leader, Reach::Any)],
};

/// What became of the open assignments of agencies that ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Merged {
    /// So many went to the one successor.
    pub moved: usize,
    /// So many are answered by another assignment now.
    pub joined: usize,
    /// So many were left to a person.
    pub undecided: usize,
}

/// Has the open assignments of agencies that have ended follow their work. Doing it again changes nothing.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn merge(desk: &Desk) -> Result<Merged, Refusal> {
    desk.may(&MERGE, Relation::Other)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn(TURN).await?;
    let directory = Directory::load(&mut tx).await?;
    let mut merged = Merged::default();
    let mut moves = Vec::new();
    for it in table::open(&mut tx).await?.iter().filter(|it| is_left_behind(it, &directory, desk)) {
        match directory.heirs(&it.agency, desk.today) {
            Heirs::One(heir) => {
                table::give(&mut tx, it.id, &heir.code).await?;
                moves.push(moved(desk, it, &heir.code, Reason::Merger, None));
            }
            Heirs::Several(_) | Heirs::Nobody if !it.undecided => {
                table::leave(&mut tx, it.id).await?;
                merged.undecided += 1;
            }
            Heirs::Several(_) | Heirs::Nobody => {}
        }
    }
    merged.moved = moves.len();
    table::insert_moves(&mut tx, &moves).await?;
    merged.joined = join_doubles(&mut tx).await?;
    if merged != Merged::default() {
        tx.commit(Did::Merged(merged)).await?;
    }
    Ok(merged)
}

fn is_left_behind(it: &Assignment, directory: &Directory, desk: &Desk) -> bool {
    let agency = directory.agency(&it.agency);
    agency.is_none_or(|agency| agency.ended.is_some_and(|last| last < desk.today))
}

/// A step of an assignment, as it is kept.
pub(super) fn moved(desk: &Desk, it: &Assignment, to: &str, reason: Reason, words: Option<&str>) -> Move {
    let (from, to, by) = (it.agency.clone(), to.to_owned(), desk.who.clone());
    Move { assignment: it.id, from, to, on: desk.today, reason, words: words.map(str::to_owned), by }
}

/// Of open assignments of the same task, period and agency the first is answered for all; says how many joined.
pub(super) async fn join_doubles(at: &mut impl Ask) -> Result<usize, store::Error> {
    let mut firsts = std::collections::HashMap::new();
    let mut joined = 0;
    for it in table::open(at).await?.into_iter().filter(|it| !it.undecided) {
        let (id, key) = (it.id, (it.task, it.period, it.agency));
        match firsts.get(&key) {
            Some(first) => {
                table::join(at, id, *first).await?;
                joined += 1;
            }
            None => {
                firsts.insert(key, id);
            }
        }
    }
    Ok(joined)
}
