//! Adding a person, with the posts that they take up.

use jiff::civil::Date;

use super::did::Did;
use super::{Person, Refusal, account, named, suggested, table};
use crate::post::{Span, appoint_in};
use crate::{Desk, Reach, Relation, Right, Role, Tx};

/// Who may add a person.
pub const ADD: Right = Right { act: "person.added", held_by: &[(Role::Administrator, Reach::Any)] };

/// A person to be added.
#[derive(Debug, Clone, Default)]
pub struct New<'a> {
    /// Their name.
    pub name: &'a str,
    /// The account; empty for one that is made of the name.
    pub account: &'a str,
    /// The posts that they take up, each from a first day.
    pub posts: &'a [(&'a str, Date)],
    /// The mark of the form that it came by, so that a form sent twice adds one person.
    pub form: Option<&'a str>,
}

/// Adds a person. They sign in once they have used a one-time link.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn add(desk: &Desk, new: &New<'_>) -> Result<Person, Refusal> {
    desk.may(&ADD, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let person = add_in(&mut tx, desk, new).await?;
    for (post, first) in new.posts {
        appoint_in(&mut tx, post, person.id, Span(*first, None)).await?;
    }
    let posts = new.posts.iter().map(|(post, _)| *post).collect();
    tx.commit(Did::Added { person: &person, posts }).await?;
    Ok(person)
}

/// The same inside of another act, without posts.
pub(super) async fn add_in(tx: &mut Tx, desk: &Desk, new: &New<'_>) -> Result<Person, Refusal> {
    tx.wait_turn("person").await?;
    if let Some(form) = new.form
        && !form.is_empty()
        && !table::by_form(tx, form).await?.is_empty()
    {
        return Err(Refusal::Sent);
    }
    let name = named(new.name).ok_or(Refusal::NoName)?;
    let account = match new.account.trim() {
        "" => free(tx, &suggested(&name)).await?,
        written => account(written).ok_or_else(|| Refusal::BadAccount(written.to_owned()))?,
    };
    if table::by_account(tx, &account).await?.is_some() {
        return Err(Refusal::Known(account));
    }
    let id = table::insert(tx, &account, &name, desk.now, new.form.filter(|form| !form.is_empty())).await?;
    Ok(Person { id, account, name, made_at: desk.now, disabled_at: None, has_password: false, subject: None })
}

/// The account, or the first of its numbers that is free.
async fn free(tx: &mut Tx, plain: &str) -> Result<String, store::Error> {
    let mut account = plain.to_owned();
    for number in 2.. {
        if table::by_account(tx, &account).await?.is_none() {
            break;
        }
        account = format!("{plain}-{number}");
    }
    Ok(account)
}
