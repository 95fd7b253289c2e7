//! Coming in, second step: the code of the second factor, or a recovery code.

use jiff::SignedDuration;

use super::did::{By, Did};
use super::enter::{Browser, Entered, Refusal, admit, let_in, own_device};
use super::table::{self, Known};
use super::{digest, recovery, totp};
use crate::{Chance, Desk, session};

/// How long after the password the code may come.
pub const CODE_LASTS: SignedDuration = SignedDuration::from_mins(10);

/// Why the second step failed.
#[derive(Debug, thiserror::Error)]
pub enum NoEntry {
    /// The code is not right, or was used before.
    #[error("the code is not right")]
    Wrong,
    /// The first step is too long ago, or never was.
    #[error("the password is wanted again")]
    Over,
    /// Too many tries: wait so long.
    #[error("too many tries, wait {} seconds", .0.as_secs())]
    Wait(SignedDuration),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// Lets somebody in who brings the token of the first step and a code. `desk` is the program's.
///
/// # Errors
/// [`NoEntry`].
pub async fn enter_code(
    desk: &Desk,
    browser: Browser<'_>,
    (token, code): (&str, &str),
    chance: &Chance,
) -> Result<Entered, NoEntry> {
    let pending = digest(token);
    let owner = owner(desk, &pending).await?.ok_or(NoEntry::Over)?;
    let device = own_device(desk, browser, Some(&owner)).await?;
    let held = match admit(desk, &owner.account, device.as_deref()).await {
        Ok(admitted) => admitted.held,
        Err(Refusal::Wait(wait)) => return Err(NoEntry::Wait(wait)),
        Err(Refusal::Store(fault)) => return Err(fault.into()),
        Err(Refusal::Wrong | Refusal::NoPost) => return Err(NoEntry::Wrong),
    };
    let account = owner.account.clone();
    let Some(by) = taken(desk, &owner, code).await? else {
        let did = Did::Failed { account: Some(account), held };
        desk.begin().await?.commit(did).await?;
        return Err(NoEntry::Wrong);
    };
    let mut tx = desk.store().begin().await?;
    session::table::end(&mut tx, &pending).await?;
    tx.commit().await?;
    Ok(let_in(desk, &owner, browser, chance, Did::Entered { account, held, by }).await?)
}

/// Whose first step this is, while it is good.
async fn owner(desk: &Desk, pending: &str) -> Result<Option<Known>, store::Error> {
    let mut at = desk.read().await?;
    match session::table::awaiting(&mut at, pending, desk.now - CODE_LASTS).await? {
        Some(person) => table::of_number(&mut at, person).await,
        None => Ok(None),
    }
}

/// Takes a code of either kind, so that nobody takes it again.
async fn taken(desk: &Desk, owner: &Known, code: &str) -> Result<Option<By>, store::Error> {
    let mut tx = desk.store().begin().await?;
    let last = table::last_step(&mut tx, owner.person).await?;
    let step = owner.totp.as_ref().and_then(|secret| totp::step(secret, code, desk.now, last));
    let by = match (step, recovery::kept(code)) {
        (Some(step), _) => table::take_step(&mut tx, owner.person, step).await?.then_some(By::Code),
        (None, Some(kept)) => {
            let used = table::use_code(&mut tx, owner.person, &kept, desk.now).await?;
            used.then_some(By::RecoveryCode)
        }
        (None, None) => None,
    };
    tx.commit().await?;
    Ok(by)
}
