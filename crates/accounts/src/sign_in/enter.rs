//! Coming in with a name and a password.

use jiff::SignedDuration;
use places::name::fold;

use super::did::{By, Did};
use super::table::{self, Known, Try};
use super::throttle::{self, Bucket, Failures, WINDOW};
use super::{digest, password};
use crate::{Chance, Desk, session};

/// A device that was not seen for so long is a stranger again.
const DEVICE_KNOWN: SignedDuration = SignedDuration::from_hours(24 * 180);

/// The browser that somebody signs in with, by what it brings along.
#[derive(Debug, Clone, Copy, Default)]
pub struct Browser<'a> {
    /// The token by which it is known from an earlier time.
    pub device: Option<&'a str>,
    /// The token of the session that it has; it ends.
    pub session: Option<&'a str>,
    /// What it is, in short words.
    pub agent: Option<&'a str>,
}

/// Let in, with secrets for the browser to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entered {
    /// The token of the new session.
    pub session: String,
    /// The token by which the browser is known from now on.
    pub device: String,
}

/// How signing in goes on after the password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// One is in.
    In(Entered),
    /// The code of the second factor is wanted; the token to bring along with it.
    Code(String),
}

/// Why somebody was not let in.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The account or the password is wrong; which one is not told.
    #[error("the account or the password is wrong")]
    Wrong,
    /// Too many tries: wait so long.
    #[error("too many tries, wait {} seconds", .0.as_secs())]
    Wait(SignedDuration),
    /// The person holds no post today.
    #[error("no post today")]
    NoPost,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// Lets somebody in who knows the password. `desk` is the program's, with the address of the request.
///
/// # Errors
/// [`Refusal`].
pub async fn enter(
    desk: &Desk,
    browser: Browser<'_>,
    (account, password): (&str, &str),
    chance: &Chance,
) -> Result<Step, Refusal> {
    let account = fold(account);
    let known = table::find(&mut desk.read().await?, &account).await?;
    let device = own_device(desk, browser, known.as_ref()).await?;
    let admitted = admit(desk, &account, device.as_deref()).await?;

    let kept = known.as_ref().and_then(|known| known.password.clone());
    let right = password::is_right(password, kept).await;
    let Some(owner) = known.as_ref().filter(|_| right) else {
        let did = Did::Failed { account: known.map(|known| known.account), held: admitted.held };
        desk.begin().await?.commit(did).await?;
        return Err(Refusal::Wrong);
    };
    if !session::table::has_seat(&mut desk.read().await?, owner.person, desk.today).await? {
        return Err(Refusal::NoPost);
    }
    let did = Did::Entered { account, held: admitted.held, by: By::Password };
    Ok(go_on(desk, owner, browser, chance, did).await?)
}

/// Lets somebody in whose password is right, or asks for the code where there is a second factor.
pub(super) async fn go_on(
    desk: &Desk,
    owner: &Known,
    browser: Browser<'_>,
    chance: &Chance,
    did: Did,
) -> Result<Step, store::Error> {
    if owner.totp.is_none() {
        return Ok(Step::In(let_in(desk, owner, browser, chance, did).await?));
    }
    let token = chance.token();
    let mut tx = desk.store().begin().await?;
    session::table::insert(
        &mut tx,
        &session::table::New {
            digest: &digest(&token),
            person: owner.person,
            post: None,
            agent: browser.agent,
            awaits_code: true,
        },
        desk,
    )
    .await?;
    tx.commit().await?;
    Ok(Step::Code(token))
}

/// Whether somebody who sits at a desk knows their password too. Their failures are counted by themselves: what
/// strangers try at the door does not hold them back.
pub(super) async fn prove(desk: &Desk, known: &Known, password: &str) -> Result<bool, Refusal> {
    const INSIDE: Option<&str> = Some("inside");
    let admitted = admit(desk, &known.account, INSIDE).await?;
    if !password::is_right(password, known.password.clone()).await {
        let did = Did::Failed { account: Some(known.account.clone()), held: admitted.held };
        desk.begin().await?.commit(did).await?;
        return Ok(false);
    }
    let mut tx = desk.store().begin().await?;
    table::delete_tries(&mut tx, &digest(&known.account), "", INSIDE).await?;
    tx.commit().await?;
    Ok(true)
}

/// A new session for a new token, this browser known, and what is over removed.
pub(super) async fn let_in(
    desk: &Desk,
    owner: &Known,
    browser: Browser<'_>,
    chance: &Chance,
    did: Did,
) -> Result<Entered, store::Error> {
    let device = own_device(desk, browser, Some(owner)).await?;
    let token = browser.device.filter(|_| device.is_some()).map_or_else(|| chance.token(), str::to_owned);
    let mut tx = desk.at_door(owner.person, &owner.account).begin().await?;
    if let Some(before) = browser.session {
        session::table::end(&mut tx, &digest(before)).await?;
    }
    let session = session::begin(&mut tx, desk, (owner.person, None), browser.agent, chance).await?;
    table::keep_device(&mut tx, &digest(&token), owner.person, desk.now).await?;
    table::delete_tries(&mut tx, &digest(&owner.account), client(desk), device.as_deref()).await?;
    table::clean(&mut tx, desk.now - WINDOW, desk.now - DEVICE_KNOWN).await?;
    session::table::clean(&mut tx, desk.now - session::LONGEST, desk.now - session::IDLE).await?;
    tx.commit(did).await?;
    Ok(Entered { session, device: token })
}

/// The digest of the browser's device, where this person signed in from it before.
pub(super) async fn own_device(
    desk: &Desk,
    browser: Browser<'_>,
    known: Option<&Known>,
) -> Result<Option<String>, store::Error> {
    let Some((device, known)) = browser.device.map(digest).zip(known) else { return Ok(None) };
    let own = table::knows(&mut desk.read().await?, &device, known.person).await?;
    Ok(own.then_some(device))
}

/// A try that is looked at.
pub(super) struct Admitted {
    /// How many were held back lately at this account.
    pub(super) held: i64,
}

/// Notes a try, or holds it back. What is noted stays a failure until somebody comes in.
pub(super) async fn admit(desk: &Desk, account: &str, device: Option<&str>) -> Result<Admitted, Refusal> {
    let (account, client) = (digest(account), client(desk));
    let mut tx = desk.store().begin().await?;
    tx.wait_turn("sign_in").await?;
    let tries = table::tries(&mut tx, &account, client, desk.now - WINDOW).await?;
    let wait = throttle::wait(desk.now, &buckets(&tries, &account, client, device));
    if wait.is_some() {
        table::hold(&mut tx, &account, client).await?;
    } else {
        let device = device.map(str::to_owned);
        let client = client.to_owned();
        table::insert_try(&mut tx, &Try { account: account.clone(), client, device, held: 0, at: desk.now })
            .await?;
    }
    tx.commit().await?;
    let held = tries.iter().filter(|tried| tried.account == account).map(|tried| tried.held).sum();
    wait.map_or(Ok(Admitted { held }), |wait| Err(Refusal::Wait(wait)))
}

/// What a try is counted with: a known device by itself, a stranger by account, address and both.
fn buckets(tries: &[Try], account: &str, client: &str, device: Option<&str>) -> Vec<(Bucket, Failures)> {
    let count = |within: &dyn Fn(&Try) -> bool| {
        let found: Vec<_> = tries.iter().filter(|tried| within(tried)).map(|tried| tried.at).collect();
        Failures { count: i64::try_from(found.len()).unwrap_or(i64::MAX), last: found.into_iter().max() }
    };
    if device.is_some() {
        let own = |tried: &Try| tried.account == account && tried.device.as_deref() == device;
        return vec![(Bucket::Device, count(&own))];
    }
    let strange = |tried: &Try| tried.device.is_none();
    vec![
        (Bucket::Account, count(&|tried| strange(tried) && tried.account == account)),
        (Bucket::Pair, count(&|tried| strange(tried) && tried.account == account && tried.client == client)),
        (Bucket::Client, count(&|tried| strange(tried) && tried.client == client)),
    ]
}

/// The address that a request came from; the same word for all that have none.
fn client(desk: &Desk) -> &str {
    desk.client.as_deref().unwrap_or("-")
}
