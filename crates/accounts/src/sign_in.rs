//! Signing in: a name and a password, then the code of a second factor where there is one; or a one-time link.
//!
//! Whoever tries without knowing is told the same, and as slowly, whether the account exists or not.

mod did;
mod enter;
mod first;
mod link;
pub mod password;
mod table;
mod throttle;

pub use enter::{Browser, Entered, Refusal, enter};
pub use first::{First, first};
pub use link::{Invited, LINK_LASTS, MAKE_LINK, NotMade, NotTaken, make_link, open_link, take_link};
pub use password::{GIVE_PASSWORD, NotChanged, change_password, give_password};

/// What the database keeps of a secret.
pub(crate) fn digest(secret: &str) -> String {
    store::Digest::of(secret.as_bytes()).as_str().to_owned()
}
