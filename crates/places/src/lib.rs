//! Provinces: their codes, their names in every spelling, and their mergers over time.
//!
//! The country is data, embedded from `data/*.csv`. Two sets of provinces exist so far: the 63 in force to
//! 30 June 2025 and the 34 since. A code alone does not name a province (seven codes changed hands on
//! 1 July 2025), so everything is keyed by [`Unit`].

mod country;
mod embedded;
mod lookup;
pub mod name;
pub mod personal;
mod unit;

pub use country::{Country, Island, country};
pub use embedded::rows;
pub use lookup::{Lookup, NotFound, find};
pub use unit::{Identity, Set, Tile, Unit, UnitId};
