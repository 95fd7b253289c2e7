//! Who is at work, and the trail of what they did.
//!
//! A change begins at a [`Desk`] and ends with a [`Deed`]: [`Tx::commit`] takes one, so that no change is
//! kept without its entry in the audit trail.

pub mod audit;
mod deed;
mod desk;

pub use deed::Deed;
pub use desk::{Desk, Tx};
