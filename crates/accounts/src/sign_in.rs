//! Signing in: a name and a password, then the code of a second factor where there is one; or a one-time link.
//!
//! Whoever tries without knowing is told the same, and as slowly, whether the account exists or not.

mod code;
mod did;
mod enter;
mod first;
mod identity;
mod link;
pub mod password;
mod recovery;
mod second_factor;
mod table;
mod throttle;
mod totp;

pub use code::{CODE_LASTS, NoEntry, enter_code};
pub use enter::{Browser, Entered, Refusal, Step, enter};
pub use first::{First, first, own_agency};
pub use identity::{Stranger, enter_known};
pub use link::{Invited, LINK_LASTS, MAKE_LINK, NotMade, NotTaken, make_link, open_link, take_link};
pub use password::{GIVE_PASSWORD, NotChanged, change_password, give_password};
pub use second_factor::{LIFT, Means, Offer, Unchanged, confirm, lift, means, new_codes, offer, switch_off};

/// The number of the person of an account, unless disabled.
pub(crate) async fn person_of(at: &mut impl store::Ask, account: &str) -> Result<Option<i64>, store::Error> {
    Ok(table::find(at, account).await?.map(|known| known.person))
}

/// What the database keeps of a secret.
pub(crate) fn digest(secret: &str) -> String {
    store::Digest::of(secret.as_bytes()).as_str().to_owned()
}
