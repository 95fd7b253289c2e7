//! Coming in by the province's own identity service, which has said who somebody is.
//!
//! Only whom an administrator tied to the service may; nobody is added here.

use super::did::{By, Did};
use super::enter::{Browser, Step, go_on, let_in};
use super::table;
use crate::{Chance, Desk, session};

/// Why somebody whom the service knows was not let in.
#[derive(Debug, thiserror::Error)]
pub enum Stranger {
    /// Nobody here is tied to that subject, or their account is disabled.
    #[error("nobody is tied to that subject")]
    Unknown,
    /// The person holds no post today.
    #[error("no post today")]
    NoPost,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// Lets in who is tied to this subject; asks for the code of their second factor unless the service did. `desk` is
/// the program's.
///
/// # Errors
/// [`Stranger`].
pub async fn enter_known(
    desk: &Desk,
    browser: Browser<'_>,
    (subject, second_factor): (&str, bool),
    chance: &Chance,
) -> Result<Step, Stranger> {
    let known = table::of_subject(&mut desk.read().await?, subject).await?;
    let Some(owner) = known else {
        desk.begin().await?.commit(Did::Failed { account: None, held: 0 }).await?;
        return Err(Stranger::Unknown);
    };
    if !session::table::has_seat(&mut desk.read().await?, owner.person, desk.today).await? {
        return Err(Stranger::NoPost);
    }
    let did = Did::Entered { account: owner.account.clone(), held: 0, by: By::Identity };
    Ok(match second_factor {
        true => Step::In(let_in(desk, &owner, browser, chance, did).await?),
        false => go_on(desk, &owner, browser, chance, did).await?,
    })
}
