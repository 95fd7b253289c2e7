//! Inform and listen: what people are told and owed to know, and what they say back.

pub mod article;
pub mod disclosure;
pub mod views;

pub use disclosure::{Duty, Line, Notices};

/// Every right of this slice; `ARCHITECTURE.md` shows them as a table, which a test walks.
pub const RIGHTS: &[&accounts::Right] = &[
    &article::WRITE,
    &article::APPROVE,
    &article::CORRECT,
    &article::WITHDRAW,
    &article::READ,
    &disclosure::ARISE,
    &disclosure::RECORD,
    &disclosure::WITHDRAW,
    &disclosure::POST,
    &disclosure::TAKE_DOWN,
    &disclosure::DOUBT,
    &disclosure::SETTLE,
    &disclosure::READ,
];
