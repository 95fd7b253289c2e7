//! Shared pieces of a page.

pub(crate) mod article;
pub mod asks;
pub(crate) mod charts;
pub(crate) mod choices;
pub(crate) mod disclosure;
pub mod finding;
pub(crate) mod frame;
pub(crate) mod groups;
pub(crate) mod import;
pub(crate) mod period;
pub(crate) mod poll;
pub(crate) mod promise;
pub(crate) mod pulse;
pub(crate) mod qr;
pub(crate) mod question;
pub(crate) mod region;
pub mod sentence;
pub mod size;
pub(crate) mod source;
pub(crate) mod spreadsheet;
