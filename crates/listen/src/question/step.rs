//! A step: something that was done about a question, as both sides see it.

use jiff::civil::Date;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Sent to another agency; that is no answer.
    Routed,
    /// Given a later day, with the reason.
    Extended,
    /// Answered.
    Answered,
    /// Answered with a part of what was asked for.
    Partly,
    /// Answered that it is not given, and why.
    Declined,
    /// Added to an answer.
    Supplemented,
    /// Opened again by the asker.
    Reopened,
    /// Added to by the asker, while it waits.
    Added,
    /// Joined to another question that asks the same.
    Folded,
    /// Taken apart again, and why.
    Unfolded,
    /// Closed, and why.
    Closed,
    /// The answer was sent by electronic mail.
    Mailed,
    /// The answer could not be sent by electronic mail; the words are the word of an [`super::letter::Unsent`].
    Unmailed,
    /// The agency answered by letter or telephone itself.
    Reached,
    /// How the asker is reached was put right, by the asker.
    Corrected,
    /// What the asker wrote was taken away, as they asked; told of the question and of the request.
    Forgotten,
    /// The asker rated the newest answer; the words are the rating.
    Rated,
}

impl What {
    /// Everything that can be done.
    pub const ALL: [Self; 17] = [
        Self::Routed,
        Self::Extended,
        Self::Answered,
        Self::Partly,
        Self::Declined,
        Self::Supplemented,
        Self::Reopened,
        Self::Added,
        Self::Folded,
        Self::Unfolded,
        Self::Closed,
        Self::Mailed,
        Self::Unmailed,
        Self::Reached,
        Self::Corrected,
        Self::Forgotten,
        Self::Rated,
    ];

    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Routed => "routed",
            Self::Extended => "extended",
            Self::Answered => "answered",
            Self::Partly => "partly",
            Self::Declined => "declined",
            Self::Supplemented => "supplemented",
            Self::Reopened => "reopened",
            Self::Added => "added",
            Self::Folded => "folded",
            Self::Unfolded => "unfolded",
            Self::Closed => "closed",
            Self::Mailed => "mailed",
            Self::Unmailed => "unmailed",
            Self::Reached => "reached",
            Self::Corrected => "corrected",
            Self::Forgotten => "forgotten",
            Self::Rated => "rated",
        }
    }

    pub(super) fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.as_str() == word)
    }

    /// Whether it settles a question: an answer, given or declined.
    pub fn settles(self) -> bool {
        matches!(self, Self::Answered | Self::Partly | Self::Declined)
    }

    /// Whether it is an answer, or adds to one.
    pub fn is_answer(self) -> bool {
        self.settles() || self == Self::Supplemented
    }
}

/// What was done since the newest answer, that answer first; nothing where there is none.
pub fn since_answer(steps: &[Step]) -> &[Step] {
    steps.iter().rposition(|step| step.what.settles()).map_or(&[], |newest| &steps[newest..])
}

/// Whether something was done after the newest answer, whichever question of those that share it that was given to.
pub(super) fn is_told_since_answer(steps: &[Step], what: What) -> bool {
    let newest = steps.iter().filter(|step| step.what.is_answer()).map(|step| step.id).max();
    steps.iter().any(|step| step.what == what && newest.is_none_or(|newest| step.id > newest))
}

/// A step as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its number.
    pub id: i64,
    /// The number of the question.
    pub question: i64,
    /// What was done.
    pub what: What,
    /// Of what was routed, the code of the agency that had it; of an answer, of the agency that gave it. Of answers of before nothing
    /// is known but who had the question.
    pub from: Option<String>,
    /// Of what was routed, the code of the agency that has it since.
    pub to: Option<String>,
    /// The answer, or the reason.
    pub words: String,
    /// Of an answer that gives a part or nothing of what was asked for, the word of the [`super::Ground`].
    pub ground: Option<String>,
    /// The account of the official; none where the asker did it.
    pub by: Option<String>,
    /// The day.
    pub on: Date,
}
