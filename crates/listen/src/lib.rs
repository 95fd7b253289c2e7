//! Listen: what people ask, tell and want to know, who must answer by when, and whether they got an answer; and what they
//! say to a poll, of whoever comes by or of people who were drawn, also before a campaign and after it. What other systems of the province took in counts beside it, apart.

pub mod elsewhere;
pub mod import;
pub mod knowledge;
pub mod poll;
pub mod pulse;
pub mod question;
mod seal;

pub use elsewhere::Elsewhere;
pub use import::Import;
pub use poll::Poll;
pub use pulse::Pulse;
pub use question::{Kind, Question};
pub use seal::Seal;

/// Every right of this slice; `ARCHITECTURE.md` shows them as a table, which a test walks.
pub const RIGHTS: &[&accounts::Right] = &[
    &elsewhere::NAME,
    &import::BRING,
    &import::KEEP,
    &import::REMOVE,
    &import::SWEEP,
    &import::READ,
    &knowledge::TIE,
    &knowledge::UNTIE,
    &poll::VOTE,
    &poll::CHANGE,
    &poll::CLOSE,
    &poll::MAKE,
    &poll::READ,
    &poll::WITHDRAW,
    &pulse::ANSWER,
    &pulse::CLOSE,
    &pulse::MAKE,
    &pulse::PRINT,
    &pulse::READ,
    &pulse::SWEEP,
    &question::ASK,
    &question::ADD,
    &question::REOPEN,
    &question::RATE,
    &question::COPY,
    &question::ERASE,
    &question::ROUTE,
    &question::EXTEND,
    &question::ANSWER,
    &question::CLOSE,
    &question::FOLD,
    &question::UNFOLD,
    &question::SUPPLEMENT,
    &question::FORGET,
    &question::PUBLISH,
    &question::WITHDRAW,
    &question::SEE_CONTACT,
    &question::CORRECT,
    &question::PURGE,
    &question::letter::SEND,
    &question::letter::FAIL,
    &question::letter::REACH,
    &question::READ,
];
