//! The look of it: words in both languages, numbers and dates as each writes them, charts as SVG.
//!
//! Data in, HTML or SVG out. This crate knows no slice and no database.

pub mod chart;
pub mod date;
pub mod filters;
mod lang;
pub mod number;
pub mod words;

pub use chart::{CHART_CSS, style};
pub use lang::{Lang, NoSuchLang};
pub use words::{Value, say, say_with};
