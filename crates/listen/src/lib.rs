//! Listen: what people ask, tell and want to know, who must answer by when, and whether they got an answer.

pub mod question;
mod seal;

pub use question::{Kind, Question};
pub use seal::Seal;

/// Every right of this slice; `ARCHITECTURE.md` shows them as a table, which a test walks.
pub const RIGHTS: &[&accounts::Right] = &[
    &question::ASK,
    &question::REOPEN,
    &question::RATE,
    &question::ERASE,
    &question::ROUTE,
    &question::EXTEND,
    &question::ANSWER,
    &question::CLOSE,
    &question::FOLD,
    &question::FORGET,
    &question::PUBLISH,
    &question::WITHDRAW,
    &question::SEE_CONTACT,
    &question::PURGE,
    &question::READ,
];
