//! Posts of an agency that ended go on at the one that has its work.
//!
//! Done each day, and again as often as one likes: a post that went on is closed and not found again.

use jiff::civil::Date;

use super::did::Did;
use super::open::Named;
use super::{Post, Refusal, Span, open_in, table};
use crate::agency::Heirs;
use crate::{Agency, Desk, Directory, Relation, Right, Tx};

/// Who may let posts go on: the program itself, each day.
pub const CARRY: Right = Right { act: "post.carried", held_by: &[] };

/// What came of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// How many posts went on.
    pub posts: usize,
    /// The codes of those that a person must decide on: several agencies have the work, or none that is known.
    pub undecided: Vec<String>,
}

/// Lets every post of an agency that ended go on at the only one that has its work, with the same holders.
/// Posts with several possible agencies stay as they are: their holders still sit there and read.
///
/// # Errors
/// [`Refusal`]; posts that went on before it stay so.
pub async fn carry(desk: &Desk) -> Result<Carried, Refusal> {
    desk.may(&CARRY, Relation::Other)?;
    let directory = Directory::load(&mut desk.read().await?).await?;
    let mut carried = Carried::default();
    loop {
        let left = table::left_behind(&mut desk.read().await?, desk.today).await?;
        let heir = |post: &Post| heir(&directory, post, desk.today);
        let moves: Vec<_> = left.iter().filter_map(|post| Some((post, heir(post)?))).collect();
        if moves.is_empty() {
            carried.undecided = left.into_iter().map(|post| post.code).collect();
            return Ok(carried);
        }
        for (post, heir) in moves {
            let mut tx = desk.begin().await?;
            let Some(next) = go_on(&mut tx, &directory, post, heir).await? else { continue };
            tx.commit(Did::Carried { from: post, to: &next }).await?;
            carried.posts += 1;
        }
    }
}

/// The one agency that has the work: on the day after the end, or else by the day that it is.
fn heir<'a>(directory: &'a Directory, post: &Post, today: Date) -> Option<&'a Agency> {
    let after = directory.agency(&post.agency)?.ended?.tomorrow().ok()?;
    [after, today].into_iter().find_map(|day| match directory.heirs(&post.agency, day) {
        Heirs::One(heir) => Some(heir),
        Heirs::Several(_) | Heirs::Nobody => None,
    })
}

/// Closes the post on its agency's last day and opens one of the same name at the heir on the day after; none
/// when another instance was faster.
pub(super) async fn go_on(
    tx: &mut Tx,
    directory: &Directory,
    post: &Post,
    heir: &Agency,
) -> Result<Option<Post>, Refusal> {
    tx.wait_turn("post").await?;
    let ended = directory.agency(&post.agency).and_then(|agency| agency.ended);
    let Some(last) = ended else { return Err(Refusal::NothingToDecide) };
    if table::post(tx, &post.code).await?.as_ref() != Some(post) {
        return Ok(None);
    }
    let first = last.tomorrow().unwrap_or(last).max(heir.began).max(post.began);
    let named = Named { agency: &heir.code, name: &post.name, role: post.role, first, form: None };
    let next = open_in(tx, &named).await?;
    for holding in table::holdings(tx, &post.code).await? {
        if holding.ended.is_some_and(|ended| ended <= last) {
            continue;
        }
        match holding.began <= last {
            true => table::end(tx, holding.id, last).await?,
            false => table::forget(tx, holding.id).await?,
        }
        if holding.ended.is_none_or(|ended| ended >= first) {
            let span = Span(holding.began.max(first), holding.ended);
            table::hold(tx, &next.code, holding.person, holding.deputy, span).await?;
        }
    }
    if let Some(ended) = post.ended {
        table::close(tx, &next.code, ended.max(first)).await?;
    }
    table::close(tx, &post.code, last).await?;
    Ok(Some(next))
}
