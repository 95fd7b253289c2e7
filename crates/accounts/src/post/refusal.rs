//! Why nothing was done about a post.

use jiff::civil::Date;

use crate::Forbidden;

/// Why nothing was done about a post: one variant for each thing that somebody can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// No such post, or none that the desk may know of.
    #[error("there is no post {0}")]
    NoPost(String),
    /// No such person.
    #[error("there is no such person")]
    NoPerson,
    /// The person's account is disabled.
    #[error("the account {0} is disabled")]
    Disabled(String),
    /// No agency of this code.
    #[error("there is no agency {0}")]
    NoAgency(String),
    /// The agency is not in force on the post's first day.
    #[error("the agency {agency} is not in force on {day}")]
    NotInForce {
        /// The agency's code.
        agency: String,
        /// The day.
        day: Date,
    },
    /// A post needs a name with a letter or digit in it, of at most 120 characters.
    #[error("a post needs a name")]
    NoName,
    /// The same form came twice.
    #[error("this was sent already")]
    Sent,
    /// The last day lies before the first.
    #[error("the last day {last} lies before the first, {first}")]
    Backwards {
        /// The first day.
        first: Date,
        /// The last day.
        last: Date,
    },
    /// The post is not open on all of those days.
    #[error("the post is open from {began} to {ended:?} only")]
    NotOpen {
        /// Its first day.
        began: Date,
        /// Its last.
        ended: Option<Date>,
    },
    /// Somebody holds the post on some of those days.
    #[error("{holder} holds the post from {began} to {ended:?}")]
    Overlap {
        /// Who.
        holder: String,
        /// From when.
        began: Date,
        /// To when.
        ended: Option<Date>,
    },
    /// Nobody holds the post on the day before, so nothing can be handed over.
    #[error("nobody holds the post on {0}")]
    Vacant(Date),
    /// Who would hand it over holds it from that very day: the day after is the first to hand it over.
    #[error("{holder} holds the post from {began}; it can be handed over from the day after")]
    JustBegan {
        /// Who.
        holder: String,
        /// Their first day.
        began: Date,
    },
    /// The post is handed over to whoever holds it.
    #[error("{0} holds the post already")]
    Same(String),
    /// Somebody changed it since the form was opened; who holds the post now.
    #[error("the post changed hands meanwhile, to {0:?}")]
    Changed(Option<String>),
    /// No deputy sits at the post by that number.
    #[error("there is no such deputy")]
    NoDeputy,
    /// Only an administrator names a deputy at an administrator's post: whoever sits there can do as much.
    #[error("only an administrator names a deputy at an administrator's post")]
    AdministratorsPost,
    /// The post's agency has not ended, or the post went on already.
    #[error("there is nothing to decide about the post")]
    NothingToDecide,
    /// The agency is none of those that the work went to.
    #[error("the work did not go to {0}")]
    NoHeir(String),
    /// Nobody would be left who may administer.
    #[error("this is the last administrator")]
    LastAdministrator,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}
