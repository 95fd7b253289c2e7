//! To come.
pub mod api;
