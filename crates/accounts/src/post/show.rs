//! Looking at posts and at who holds them.

use places::name::fold;

use super::deputise::reaches;
use super::{Holding, Post, Refusal, table};
use crate::{Desk, Reach, Relation, Right, Role};

/// Who may look at posts and their holders: a head of agency at the own agency's.
pub const READ: Right = Right {
    act: "post.read",
    held_by: &[(Role::Administrator, Reach::Any), (Role::Auditor, Reach::Any), (Role::Head, Reach::Own)],
};

/// Which posts are asked for.
#[derive(Debug, Default, Clone)]
pub struct Filter {
    /// A part of a post's name or code, or of its holder's name, with or without marks.
    pub text: String,
    /// The code of an agency.
    pub agency: Option<String>,
    /// Whether posts that are closed are asked for too.
    pub closed: bool,
}

/// A post and who holds it.
#[derive(Debug, Clone)]
pub struct Held {
    /// The post.
    pub post: Post,
    /// Its holders and deputies: in a list those of today and later, on its own all of them, the latest first.
    pub holdings: Vec<Holding>,
}

/// The posts that are asked for and that the desk may know of, by code.
///
/// # Errors
/// [`Refusal::Forbidden`] for a role that looks at none.
pub async fn list(desk: &Desk, filter: &Filter) -> Result<Vec<Held>, Refusal> {
    desk.may(&READ, Relation::Own)?;
    let mut at = desk.read().await?;
    let held = table::held_from(&mut at, desk.today).await?;
    let wanted = fold(&filter.text);
    let mut found = Vec::new();
    for post in table::posts(&mut at).await? {
        let own: Vec<Holding> = held.iter().filter(|held| held.post == post.code).cloned().collect();
        let named = |text: &str| fold(text).contains(&wanted);
        let fits = filter.agency.as_ref().is_none_or(|agency| *agency == post.agency)
            && (filter.closed || post.ended.is_none_or(|last| last >= desk.today))
            && (named(&post.name) || named(&post.code) || own.iter().any(|held| named(&held.name)));
        if fits && reaches(desk, &READ, &post).is_ok() {
            found.push(Held { post, holdings: own });
        }
    }
    Ok(found)
}

/// One post with everybody who ever held it.
///
/// # Errors
/// [`Refusal::NoPost`] also for one that the desk may not know of.
pub async fn show(desk: &Desk, code: &str) -> Result<Held, Refusal> {
    desk.may(&READ, Relation::Own)?;
    let mut at = desk.read().await?;
    let post = table::post(&mut at, code).await?.ok_or_else(|| Refusal::NoPost(code.to_owned()))?;
    reaches(desk, &READ, &post)?;
    let holdings = table::holdings(&mut at, code).await?;
    Ok(Held { post, holdings })
}
