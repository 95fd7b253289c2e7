//! What is done about questions, as the audit trail keeps it: never the words of an asker or of an answer, never how to
//! reach anybody. A keyed mark stands for what an asker wrote, so that a purge leaves the chain whole.

use accounts::{Deed, Right};
use serde_json::{Value, json};

use super::answer::Taken;
use super::letter::{FAIL, REACH, SEND, Unsent};
use super::purge::Gone;
use super::{
    ADD, ANSWER, ASK, COPY, CORRECT, ERASE, FORGET, Given, PUBLISH, PURGE, Question, RATE, REOPEN, ROUTE,
    SEE_CONTACT, WITHDRAW,
};

/// What was done.
pub(super) enum Did<'a> {
    /// Somebody asked.
    Asked { question: &'a Question, words: String, contact: Option<String> },
    /// An official did something.
    Stepped { right: &'a Right, before: &'a Question, now: &'a Question },
    /// It was sent on, and so was the request, with the code of who had that.
    Routed { before: &'a Question, now: &'a Question, request: Option<&'a Question> },
    /// An official settled it, and what was folded into it.
    Settled { right: &'a Right, before: &'a Question, now: &'a Question, folded: &'a [Question] },
    /// It was answered, and what was folded into it, with files or without.
    Answered { before: &'a Question, now: &'a Question, folded: &'a [Question], files: &'a [Taken] },
    /// The asker added to it.
    Added { question: &'a Question },
    /// The asker opened it again; what was public of it is so no more.
    Reopened { before: &'a Question, now: &'a Question, was_public: bool },
    /// The asker rated the newest answer.
    Rated { question: &'a Question, rating: i64 },
    /// The asker took their data back.
    Erased { question: &'a Question, gone: Gone, was_public: bool },
    /// What an asker wrote went, as their request asked.
    Forgotten { question: &'a Question, gone: Gone, was_public: bool, request: &'a str },
    /// It became public, or what is public of it became another.
    Published { question: &'a Question, was_public: bool, files: &'a [i64] },
    /// It is public no more.
    Withdrawn { question: &'a Question },
    /// An official saw how to reach the asker.
    Seen { question: &'a Question, contact: String },
    /// The asker put right how they are reached; marks of what it was and is.
    Corrected { question: &'a Question, marks: (Option<String>, String) },
    /// The asker took a copy of what is kept.
    Copied { question: &'a Question },
    /// An answer was sent by electronic mail, or given up.
    Mailed { question: &'a Question, step: i64, why: Option<Unsent> },
    /// The agency answered by letter or telephone itself.
    Reached { question: &'a Question },
    /// Contacts and pictures went by rule.
    Purged { codes: &'a [&'a str] },
}

impl Did<'_> {
    fn question(&self) -> Option<&Question> {
        match self {
            Self::Asked { question, .. }
            | Self::Stepped { before: question, .. }
            | Self::Routed { before: question, .. }
            | Self::Settled { before: question, .. }
            | Self::Answered { before: question, .. }
            | Self::Reopened { before: question, .. }
            | Self::Rated { question, .. }
            | Self::Erased { question, .. }
            | Self::Forgotten { question, .. }
            | Self::Published { question, .. }
            | Self::Corrected { question, .. }
            | Self::Withdrawn { question }
            | Self::Mailed { question, .. }
            | Self::Reached { question }
            | Self::Added { question }
            | Self::Copied { question }
            | Self::Seen { question, .. } => Some(question),
            Self::Purged { .. } => None,
        }
    }
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        match self {
            Self::Asked { .. } => ASK.act,
            Self::Stepped { right, .. } | Self::Settled { right, .. } => right.act,
            Self::Routed { .. } => ROUTE.act,
            Self::Answered { .. } => ANSWER.act,
            Self::Reopened { .. } => REOPEN.act,
            Self::Rated { .. } => RATE.act,
            Self::Erased { .. } => ERASE.act,
            Self::Forgotten { .. } => FORGET.act,
            Self::Published { .. } => PUBLISH.act,
            Self::Withdrawn { .. } => WITHDRAW.act,
            Self::Seen { .. } => SEE_CONTACT.act,
            Self::Corrected { .. } => CORRECT.act,
            Self::Mailed { why: None, .. } => SEND.act,
            Self::Mailed { why: Some(_), .. } => FAIL.act,
            Self::Reached { .. } => REACH.act,
            Self::Added { .. } => ADD.act,
            Self::Copied { .. } => COPY.act,
            Self::Purged { .. } => PURGE.act,
        }
    }

    fn subject(&self) -> String {
        self.question()
            .map_or_else(|| "questions".to_owned(), |question| format!("question/{}", question.code))
    }

    fn before(&self) -> Option<Value> {
        match self {
            Self::Stepped { before, .. }
            | Self::Routed { before, .. }
            | Self::Settled { before, .. }
            | Self::Answered { before, .. }
            | Self::Reopened { before, .. } => Some(standing(before)),
            Self::Corrected { marks, .. } => Some(json!({ "contact_mark": marks.0 })),
            Self::Rated { question, .. } => Some(json!({ "rating": question.rating })),
            Self::Published { was_public, .. } => Some(json!({ "public": was_public })),
            Self::Withdrawn { .. } => Some(json!({ "public": true })),
            _ => None,
        }
    }

    fn after(&self) -> Option<Value> {
        Some(match self {
            Self::Asked { question, words, contact } => json!({
                "kind": question.kind.as_str(), "topic": question.topic, "agency": question.agency, "due": question.due,
                "words_mark": words, "contact_mark": contact, "picture": question.picture.is_some(),
                "consent": question.consent, "about": question.about,
            }),
            Self::Stepped { now, .. } => standing(now),
            Self::Routed { now, request, .. } => {
                let mut told = standing(now);
                told["request"] = json!(request.map(|it| json!({ "code": it.code, "from": it.agency })));
                told
            }
            Self::Reopened { now, was_public, .. } => {
                let mut told = standing(now);
                told["was_public"] = json!(was_public);
                told
            }
            Self::Settled { now, folded, .. } => settled(now, folded),
            Self::Answered { now, folded, files, .. } => {
                let file = |it: &Taken| json!({ "mark": it.mark, "bytes": it.bytes });
                let mut told = settled(now, folded);
                told["given"] = json!(now.given.map(Given::as_str));
                told["ground"] = json!(now.ground);
                told["files"] = files.iter().map(file).collect();
                told
            }
            Self::Rated { rating, .. } => json!({ "rating": rating }),
            Self::Erased { gone, was_public, .. } => {
                json!({
                    "contact": gone.contact, "picture": gone.picture, "files": gone.files, "was_public": was_public,
                })
            }
            Self::Forgotten { gone, was_public, request, .. } => json!({
                "contact": gone.contact, "picture": gone.picture, "files": gone.files, "was_public": was_public, "request": request,
            }),
            Self::Published { files, .. } => json!({ "public": true, "files": files }),
            Self::Withdrawn { .. } => json!({ "public": false }),
            Self::Corrected { marks, .. } => json!({ "contact_mark": marks.1 }),
            Self::Seen { contact, .. } => json!({ "contact_mark": contact }),
            Self::Mailed { step, why, .. } => {
                json!({ "answer": step, "unsent": why.map(Unsent::as_str) })
            }
            Self::Reached { .. } => json!({ "reached": true }),
            Self::Added { .. } => json!({ "added": true }),
            Self::Copied { .. } => json!({ "copied": true }),
            Self::Purged { codes } => json!({ "questions": codes }),
        })
    }
}

fn standing(question: &Question) -> Value {
    json!({
        "state": question.state.as_str(), "agency": question.agency, "due": question.due, "late": question.late,
    })
}

fn settled(now: &Question, folded: &[Question]) -> Value {
    let mut told = standing(now);
    told["folded"] = folded.iter().map(|it| json!({ "code": it.code, "late": it.late })).collect();
    told
}
