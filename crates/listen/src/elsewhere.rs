//! Elsewhere: the feedback system that the province has already. Once it is named, this program takes no feedback of its
//! own and links to it, so that nobody is asked twice; requests for information and about own data stay here.

pub(crate) mod table;

use accounts::{Deed, Desk, Reach, Relation, Right, Role};
use serde_json::{Value, json};

use crate::import::{SOURCE_MAX, is_link};
use crate::question::clean::tidy;

/// Who may name it, or say that there is none.
pub const NAME: Right = Right { act: "elsewhere.named", held_by: &[(Role::StandingBody, Reach::Any)] };

/// The other system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// What it is called.
    pub name: String,
    /// The address of its page.
    pub address: String,
}

/// Why it was not named.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] accounts::Forbidden),
    /// It has no name, or too long a one.
    #[error("the system needs a name")]
    NoName,
    /// The address is none of a page.
    #[error("that is no address of a page")]
    NoAddress,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

struct Named {
    before: Option<Elsewhere>,
    now: Option<Elsewhere>,
}

impl Deed for Named {
    fn act(&self) -> &'static str {
        NAME.act
    }

    fn subject(&self) -> String {
        "elsewhere".to_owned()
    }

    fn before(&self) -> Option<Value> {
        self.before.as_ref().map(told)
    }

    fn after(&self) -> Option<Value> {
        self.now.as_ref().map(told)
    }
}

fn told(system: &Elsewhere) -> Value {
    json!({ "name": system.name, "address": system.address })
}

/// The system where feedback goes today; none where this program takes it. Anyone may know.
///
/// # Errors
/// When the database cannot be read.
pub async fn now(desk: &Desk) -> Result<Option<Elsewhere>, store::Error> {
    table::now(&mut desk.read().await?).await
}

/// Says where feedback goes; with neither name nor address, that this program takes it. The same again changes nothing.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn name(desk: &Desk, name: &str, address: &str) -> Result<Option<Elsewhere>, Refusal> {
    desk.may(&NAME, Relation::Other)?;
    let (name, address) = (tidy(name).replace('\n', " "), address.trim().to_owned());
    let now = if name.is_empty() && address.is_empty() { None } else { Some(checked(name, address)?) };
    let mut tx = desk.begin().await?;
    let before = table::now(&mut tx).await?;
    if before == now {
        return Ok(now);
    }
    table::say(&mut tx, now.as_ref(), desk.today).await?;
    tx.commit(Named { before, now: now.clone() }).await?;
    Ok(now)
}

fn checked(name: String, address: String) -> Result<Elsewhere, Refusal> {
    if !(1..=SOURCE_MAX).contains(&name.chars().count()) {
        return Err(Refusal::NoName);
    }
    if is_link(&address) { Ok(Elsewhere { name, address }) } else { Err(Refusal::NoAddress) }
}
