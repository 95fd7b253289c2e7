//! Inform and listen: what people are told and owed to know, and what they say back.

pub mod article;
pub mod assessment;
pub mod broadcast;
pub mod campaign;
pub mod disclosure;
pub mod link;
pub mod portal;
pub mod views;

pub use assessment::Assessment;
pub use broadcast::{Bulletin, Station};
pub use campaign::Campaign;
pub use disclosure::{Duty, Line, Notices};
pub use link::Link;

/// Every right of this slice; `ARCHITECTURE.md` shows them as a table, which a test walks.
pub const RIGHTS: &[&accounts::Right] = &[
    &article::WRITE,
    &article::APPROVE,
    &article::RETURN,
    &article::RESCHEDULE,
    &article::UNSCHEDULE,
    &article::CORRECT,
    &article::WITHDRAW,
    &article::DROP,
    &article::READ,
    &assessment::RECORD,
    &assessment::WITHDRAW,
    &assessment::READ,
    &broadcast::KEEP,
    &broadcast::WRITE,
    &broadcast::CHANGE,
    &broadcast::SEND,
    &broadcast::WITHDRAW,
    &broadcast::SCHEDULE,
    &broadcast::LOG,
    &broadcast::IMPORT,
    &broadcast::STRIKE,
    &broadcast::READ,
    &campaign::WRITE,
    &campaign::CHANGE,
    &campaign::OPEN,
    &campaign::CLOSE,
    &campaign::PUT,
    &campaign::CHANGE_ITEM,
    &campaign::DONE,
    &campaign::DROP,
    &campaign::READ,
    &disclosure::ARISE,
    &disclosure::RECORD,
    &disclosure::WITHDRAW,
    &disclosure::POST,
    &disclosure::TAKE_DOWN,
    &disclosure::STRIKE,
    &disclosure::DOUBT,
    &disclosure::SETTLE,
    &disclosure::READ,
    &link::ADD,
    &link::CHANGE,
    &link::MOVE,
    &link::DROP,
    &link::READ,
    &portal::KEEP,
    &portal::DROP,
    &portal::LOOK,
    &portal::READ,
];
