//! Looking at people and the posts that they hold.

use places::name::{fold, order};

use super::{Person, Refusal, table};
use crate::post::{self, Holding, Post};
use crate::{Desk, Reach, Relation, Right, Role};

/// Who may look at people.
pub const READ: Right =
    Right { act: "person.read", held_by: &[(Role::Administrator, Reach::Any), (Role::Auditor, Reach::Any)] };

/// Which people are asked for.
#[derive(Debug, Default, Clone)]
pub struct Filter {
    /// A part of the name or the account, with or without marks.
    pub text: String,
    /// The code of the agency of a post that they hold.
    pub agency: Option<String>,
    /// The role of a post that they hold.
    pub role: Option<Role>,
    /// Whether disabled accounts are asked for instead of the others.
    pub disabled: bool,
}

/// A person and their posts.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The person.
    pub person: Person,
    /// Posts that they hold: in a list those of today and later, on its own all of them, the latest first.
    pub seats: Vec<Seat>,
}

/// A post and how it is held.
#[derive(Debug, Clone)]
pub struct Seat {
    /// The post.
    pub post: Post,
    /// How it is held.
    pub holding: Holding,
}

/// The people who are asked for, by the Vietnamese alphabet.
///
/// # Errors
/// [`Refusal::Forbidden`] for a role that looks at none.
pub async fn list(desk: &Desk, filter: &Filter) -> Result<Vec<Listed>, Refusal> {
    desk.may(&READ, Relation::Other)?;
    let mut at = desk.read().await?;
    let held = post::table::held_from(&mut at, desk.today).await?;
    let mut people = Vec::new();
    for person in table::all(&mut at).await? {
        let own = held.iter().filter(|held| held.person == person.id).cloned().collect();
        people.push((person, own));
    }
    let mut found = seated(&mut at, people).await?;
    let wanted = fold(&filter.text);
    found.retain(|Listed { person, seats }| {
        let at = |seat: &Seat| {
            filter.agency.as_ref().is_none_or(|agency| *agency == seat.post.agency)
                && filter.role.is_none_or(|role| role == seat.post.role)
        };
        let anywhere = filter.agency.is_none() && filter.role.is_none();
        person.disabled_at.is_some() == filter.disabled
            && (fold(&person.name).contains(&wanted) || person.account.contains(&wanted))
            && (anywhere || seats.iter().any(at))
    });
    found.sort_by(|a, b| order(&a.person.name, &b.person.name));
    Ok(found)
}

/// One person with every post that they ever held.
///
/// # Errors
/// [`Refusal::NoPerson`].
pub async fn show(desk: &Desk, id: i64) -> Result<Listed, Refusal> {
    desk.may(&READ, Relation::Other)?;
    let mut at = desk.read().await?;
    let person = table::one(&mut at, id).await?.ok_or(Refusal::NoPerson)?;
    let held = post::table::holdings_of(&mut at, id).await?;
    seated(&mut at, vec![(person, held)]).await?.pop().ok_or(Refusal::NoPerson)
}

/// The people who may be named for a post of an agency: everybody to an administrator, to a head of agency those
/// who hold a post of the agency.
///
/// # Errors
/// When the database cannot be read.
pub async fn candidates(desk: &Desk, agency: &str) -> Result<Vec<Person>, Refusal> {
    desk.may(&post::DEPUTISE, desk.relation(agency, []))?;
    let mut at = desk.read().await?;
    let mut people = table::all(&mut at).await?;
    people.retain(|person| person.disabled_at.is_none());
    if !post::DEPUTISE.allows(desk.role, Relation::Other) {
        let posts = post::table::posts(&mut at).await?;
        let home = |code: &str| posts.iter().any(|post| post.code == code && post.agency == agency);
        let held = post::table::held_from(&mut at, desk.today).await?;
        people.retain(|person| held.iter().any(|held| held.person == person.id && home(&held.post)));
    }
    people.sort_by(|a, b| order(&a.name, &b.name));
    Ok(people)
}

async fn seated(
    at: &mut impl store::Ask,
    people: Vec<(Person, Vec<Holding>)>,
) -> Result<Vec<Listed>, store::Error> {
    let posts = post::table::posts(at).await?;
    let seat = |holding: Holding| {
        let post = posts.iter().find(|post| post.code == holding.post)?.clone();
        Some(Seat { post, holding })
    };
    let listed = |(person, held): (Person, Vec<Holding>)| Listed {
        person,
        seats: held.into_iter().filter_map(seat).collect(),
    };
    Ok(people.into_iter().map(listed).collect())
}
