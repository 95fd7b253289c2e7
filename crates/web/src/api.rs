//! What the program answers to machines: one shape for the command line's JSON and for `/api/v1`.
//!
//! A noun has one file: its question as people put it, its answer as JSON and as CSV rows. Names and shapes are
//! a contract: fields are added freely, never renamed or dropped. Numbers are full precision; what is unknown is
//! null, never 0 and never absent. Names are Vietnamese, with the English beside them in `name_en`.

pub mod ask;
pub mod explain;
pub mod ranking;
pub mod refusal;
pub mod sheet;
pub mod standing;
pub mod target;

pub use refusal::Refusal;
