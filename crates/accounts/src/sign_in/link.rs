//! A one-time link: whoever has it chooses a password and is signed in. For a new account and a forgotten password,
//! since many have no e-mail; an administrator hands it over.

use jiff::SignedDuration;

use super::did::{By, Did};
use super::enter::{Browser, Step, go_on};
use super::table::{self, Known};
use super::{digest, password};
use crate::{Chance, Desk, Forbidden, Reach, Relation, Right, Role, Tx, session};

/// How long a link can be used.
pub const LINK_LASTS: SignedDuration = SignedDuration::from_hours(72);

/// Making a one-time link for somebody.
pub const MAKE_LINK: Right =
    Right { act: "sign_in.link_made", held_by: &[(Role::Administrator, Reach::Any)] };

/// Why no link was made.
#[derive(Debug, thiserror::Error)]
pub enum NotMade {
    /// No such account, or a disabled one.
    #[error("no such account: {0}")]
    NoSuchAccount(String),
    /// Not theirs to do.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// Why a link was not taken.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// Not there, used, or too old.
    #[error("the link cannot be used, or no longer")]
    Gone,
    /// The password is not taken.
    #[error(transparent)]
    Weak(#[from] password::Weak),
    /// The person holds no post today.
    #[error("no post today")]
    NoPost,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// Whose link it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    /// The name to sign in with.
    pub account: String,
    /// What the person is called.
    pub name: String,
}

/// Makes a link in the place of any that the person did not use, and gives its token.
///
/// # Errors
/// [`NotMade`].
pub async fn make_link(desk: &Desk, account: &str, chance: &Chance) -> Result<String, NotMade> {
    desk.may(&MAKE_LINK, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let known = table::find(&mut tx, account).await?;
    let known = known.ok_or_else(|| NotMade::NoSuchAccount(account.to_owned()))?;
    let token = keep_link(&mut tx, desk, known.person, chance).await?;
    tx.commit(Did::MadeLink(known.account)).await?;
    Ok(token)
}

/// The same within a change that makes the person.
pub(crate) async fn keep_link(
    tx: &mut Tx,
    desk: &Desk,
    person: i64,
    chance: &Chance,
) -> Result<String, store::Error> {
    let token = chance.token();
    table::replace_link(tx, &digest(&token), person, &desk.who, (desk.now, desk.now + LINK_LASTS)).await?;
    Ok(token)
}

/// Whose link this is, while it can be used.
///
/// # Errors
/// When the database cannot be read.
pub async fn open_link(desk: &Desk, token: &str) -> Result<Option<Invited>, store::Error> {
    let known = table::of_link(&mut desk.read().await?, &digest(token), desk.now).await?;
    Ok(known.map(|Known { account, name, .. }| Invited { account, name }))
}

/// Takes the password that the link's owner chose, ends their other sessions and lets them in.
///
/// # Errors
/// [`NotTaken`].
pub async fn take_link(
    desk: &Desk,
    browser: Browser<'_>,
    (token, password): (&str, &str),
    chance: &Chance,
) -> Result<Step, NotTaken> {
    let token = digest(token);
    let owner = table::of_link(&mut desk.read().await?, &token, desk.now).await?.ok_or(NotTaken::Gone)?;
    password::check(password, &owner.account)?;
    let hash = password::hash(password, chance).await;

    let mut tx = desk.at_door(owner.person, &owner.account).begin().await?;
    if !table::use_link(&mut tx, &token, desk.now).await? {
        return Err(NotTaken::Gone);
    }
    table::set_password(&mut tx, owner.person, &hash).await?;
    session::table::end_all(&mut tx, owner.person).await?;
    tx.commit(Did::UsedLink(owner.account.clone())).await?;

    if !session::table::has_seat(&mut desk.read().await?, owner.person, desk.today).await? {
        return Err(NotTaken::NoPost);
    }
    let did = Did::Entered { account: owner.account.clone(), held: 0, by: By::Link };
    Ok(go_on(desk, &owner, browser, chance, did).await?)
}
