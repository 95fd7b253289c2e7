//! What tests and the demonstration stand on: an empty place for a database, and the sample province.

#[doc(hidden)]
pub mod run;
mod scratch;
pub mod town;

pub use scratch::Scratch;
