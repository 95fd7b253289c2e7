//! Deciding where a post of an ended agency goes on, where several agencies have the work.

use store::Error;

use super::carry::go_on;
use super::did::Did;
use super::{Post, Refusal, table};
use crate::agency::Heirs;
use crate::{Agency, Desk, Directory, Reach, Relation, Right, Role};

/// Who may decide.
pub const SETTLE: Right = Right { act: "post.settled", held_by: &[(Role::Administrator, Reach::Any)] };

/// The posts that wait for a decision, each with the agencies that it may go on at: those that have the work,
/// and every agency in force where nobody is known to.
///
/// # Errors
/// When the database cannot be read.
pub async fn undecided(desk: &Desk, directory: &Directory) -> Result<Vec<(Post, Vec<Agency>)>, Error> {
    let left = table::left_behind(&mut desk.read().await?, desk.today).await?;
    Ok(left.into_iter().map(|post| (heirs(desk, directory, &post), post)).map(|(a, b)| (b, a)).collect())
}

fn heirs(desk: &Desk, directory: &Directory, post: &Post) -> Vec<Agency> {
    match directory.heirs(&post.agency, desk.today) {
        Heirs::One(heir) => vec![heir.clone()],
        Heirs::Several(heirs) => heirs.into_iter().cloned().collect(),
        Heirs::Nobody => directory.agencies().filter(|agency| agency.in_force(desk.today)).cloned().collect(),
    }
}

/// Lets a post go on at one of the agencies that have its work, with the same holders.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn settle(desk: &Desk, code: &str, heir: &str) -> Result<Post, Refusal> {
    desk.may(&SETTLE, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let directory = Directory::load(&mut tx).await?;
    let left = table::left_behind(&mut tx, desk.today).await?;
    let post = left.into_iter().find(|post| post.code == code).ok_or(Refusal::NothingToDecide)?;
    let heir = heirs(desk, &directory, &post).into_iter().find(|agency| agency.code == heir);
    let heir = heir.ok_or_else(|| Refusal::NoHeir(code.to_owned()))?;
    let next = go_on(&mut tx, &directory, &post, &heir).await?.ok_or(Refusal::NothingToDecide)?;
    tx.commit(Did::Settled { from: &post, to: &next }).await?;
    Ok(next)
}
