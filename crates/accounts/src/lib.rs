//! Who is at work, for which agency, with which right, and the trail of what they did.
//!
//! A change begins at a [`Desk`] and ends with a [`Deed`]: [`Tx::commit`] takes one, so that no change is
//! kept without its entry in the audit trail.

pub mod agency;
pub mod audit;
mod chance;
mod deed;
mod desk;
mod did;
pub mod listing;
pub mod person;
pub mod post;
pub mod right;
mod role;
pub mod session;
pub mod sign_in;

pub use agency::{Agency, Directory};
pub use chance::Chance;
pub use deed::Deed;
pub use desk::{Desk, Tx};
pub use person::Person;
pub use post::Post;
pub use right::{Forbidden, Reach, Relation, Right};
pub use role::Role;

/// Every right of this slice; `ARCHITECTURE.md` shows them as a table, which a test walks.
pub const RIGHTS: &[&Right] = &[
    &agency::ADOPT,
    &agency::ENTER,
    &agency::END,
    &agency::RENAME,
    &agency::CORRECT,
    &agency::READ,
    &agency::group::MAKE,
    &agency::group::RENAME,
    &agency::group::PUT,
    &audit::READ,
    &person::ADD,
    &person::IMPORT,
    &person::RENAME,
    &person::TIE,
    &person::DISABLE,
    &person::ENABLE,
    &person::READ,
    &post::OPEN,
    &post::CLOSE,
    &post::APPOINT,
    &post::HAND_OVER,
    &post::DEPUTISE,
    &post::RECALL,
    &post::CARRY,
    &post::SETTLE,
    &post::READ,
    &session::END_OF,
    &sign_in::MAKE_LINK,
    &sign_in::LIFT,
    &sign_in::GIVE_PASSWORD,
];
