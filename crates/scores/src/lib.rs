//! The index: published editions, where a province stands, its targets, and why it moved.
//!
//! The rules are those of PAPI as published figures bear them out; each module names its own. Everything here
//! is exact arithmetic on published scores: no rule reads a clock, and no rule knows a language.

mod comparability;
mod did;
mod edition;
pub mod editions;
mod explanation;
pub mod group;
pub mod import;
mod item;
mod normal;
mod normals;
pub mod outlook;
mod ranking;
pub mod ranks;
mod standing;
mod structure;
pub mod target;

pub use comparability::{Break, break_between, breaks, comparable};
pub use edition::{Edition, Figure};
pub use editions::{Editions, SOURCE};
pub use explanation::{Explanation, Moved, Part};
pub use group::Group;
pub use item::{Code, Item, NotAnItem};
pub use ranking::{Place, Ranking, TOLERANCE};
pub use standing::{Change, Standing};
pub use structure::{Dimension, Structure, Subdimension};
pub use target::Target;

/// Every right of this slice; `ARCHITECTURE.md` shows them as a table, which a test walks.
pub const RIGHTS: &[&accounts::Right] = &[&outlook::periods::EDIT];
