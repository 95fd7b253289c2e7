//! Reading the register: the commune its own, a department what it is in charge of.

use accounts::{Desk, Directory, Reach, Relation, Right, Role};
use plan::evidence::Piece;
use store::Ask;

use super::line::{lines, lines_with};
use super::{Key, Line, Refusal};

/// Who may read the register.
pub const READ: Right = Right {
    act: "disclosure.read",
    held_by: &[
        (Role::Head, Reach::Cooperating),
        (Role::Officer, Reach::Cooperating),
        (Role::Communicator, Reach::Cooperating),
        (Role::StandingBody, Reach::Any),
        (Role::Leader, Reach::Any),
        (Role::Auditor, Reach::Any),
    ],
};

/// Every disclosure that the desk may see, by commune, duty and event.
///
/// # Errors
/// [`Refusal::Forbidden`] for a desk that may see none.
pub async fn register(desk: &Desk) -> Result<Vec<Line>, Refusal> {
    desk.may(&READ, Relation::Own)?;
    let mut at = desk.read().await?;
    let directory = Directory::load(&mut at).await?;
    let mut lines = lines(&mut at, &directory, desk.today, None).await?;
    lines.retain(|line| READ.allows(desk.role, line.relation(desk)));
    Ok(lines)
}

/// One disclosure; also of an event that was withdrawn.
///
/// # Errors
/// [`Refusal::Missing`] where there is none that the desk may know of.
pub async fn one(desk: &Desk, key: &Key) -> Result<Line, Refusal> {
    open(&mut desk.read().await?, desk, key, &READ).await
}

/// A photo or a document of a posting, by its number.
///
/// # Errors
/// [`Refusal::Missing`] where there is none that the desk may know of.
pub async fn file(desk: &Desk, id: i64) -> Result<Piece, Refusal> {
    let postings =
        register(desk).await?.into_iter().flat_map(|line| line.postings.into_iter().chain(line.struck));
    let mut found = postings.flat_map(|it| it.evidence);
    found.find(|proof| proof.id == id).map(|proof| proof.piece).ok_or(Refusal::Missing)
}

/// The disclosure, for a desk that may do this with it.
pub(super) async fn open(at: &mut impl Ask, desk: &Desk, key: &Key, right: &Right) -> Result<Line, Refusal> {
    Ok(open_among(at, desk, key, right).await?.0)
}

/// The same, with the others of its duty.
pub(super) async fn open_among(
    at: &mut impl Ask,
    desk: &Desk,
    key: &Key,
    right: &Right,
) -> Result<(Line, Vec<Line>), Refusal> {
    let directory = Directory::load(at).await?;
    // What was withdrawn is there to be read, and nothing else is done with it.
    let withdrawn = Some(key.event).filter(|_| right.act == READ.act);
    let mut all = lines_with(at, &directory, desk.today, Some(&key.duty), withdrawn).await?;
    let found = all.iter().position(|line| line.key() == *key).map(|at| all.remove(at));
    let near = found.as_ref().map_or(Relation::Other, |line| line.relation(desk));
    if READ.reach(desk.role).is_some() && !READ.allows(desk.role, near) {
        return Err(Refusal::Missing);
    }
    desk.may(right, near)?;
    Ok((found.ok_or(Refusal::Missing)?, all))
}
