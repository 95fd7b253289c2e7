//! What is done about articles, as the audit trail keeps it.

use accounts::Deed;
use serde_json::{Value, json};

use super::{APPROVE, Article, CORRECT, File, RETURN, State, WRITE};

/// What was done.
pub(super) enum Did<'a> {
    /// It was written, or changed before readers saw it.
    Written { before: Option<&'a Article>, now: &'a Article },
    /// A file came to it or went.
    Filed { article: &'a Article, before: Option<&'a File>, now: Option<&'a File> },
    /// Somebody answers for it.
    Approved { before: &'a Article, now: &'a Article },
    /// Who may approve it sent it back.
    Returned { before: &'a Article, now: &'a Article },
    /// Before its hour it got another one, or became a draft again.
    Moved { act: &'static str, before: &'a Article, now: &'a Article },
    /// What readers saw was wrong and is right now.
    Corrected { before: &'a Article, now: &'a Article, said: &'a str },
    /// It was taken back.
    Withdrawn { act: &'static str, before: &'a Article, now: &'a Article },
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        match self {
            Self::Written { .. } | Self::Filed { .. } => WRITE.act,
            Self::Approved { .. } => APPROVE.act,
            Self::Corrected { .. } => CORRECT.act,
            Self::Returned { .. } => RETURN.act,
            Self::Moved { act, .. } | Self::Withdrawn { act, .. } => act,
        }
    }

    fn subject(&self) -> String {
        let article = match self {
            Self::Written { now, .. }
            | Self::Approved { now, .. }
            | Self::Returned { now, .. }
            | Self::Moved { now, .. }
            | Self::Corrected { now, .. }
            | Self::Withdrawn { now, .. } => now,
            Self::Filed { article, .. } => article,
        };
        format!("article/{}", article.id)
    }

    fn before(&self) -> Option<Value> {
        match self {
            Self::Written { before, .. } => before.map(written),
            Self::Filed { before, .. } => before.map(filed),
            Self::Approved { before, .. }
            | Self::Returned { before, .. }
            | Self::Moved { before, .. }
            | Self::Withdrawn { before, .. } => Some(standing(before)),
            Self::Corrected { before, .. } => Some(written(before)),
        }
    }

    fn after(&self) -> Option<Value> {
        match self {
            Self::Written { now, .. } => Some(written(now)),
            Self::Filed { now, .. } => now.map(filed),
            Self::Approved { now, .. }
            | Self::Returned { now, .. }
            | Self::Moved { now, .. }
            | Self::Withdrawn { now, .. } => Some(standing(now)),
            Self::Corrected { now, said, .. } => Some(json!({ "said": said, "now": written(now) })),
        }
    }
}

fn written(article: &Article) -> Value {
    let text = |text: &super::Text| json!({ "tongue": text.tongue.as_str(), "title": text.title, "summary": text.summary, "body": text.body });
    let texts: Vec<Value> = article.texts.iter().map(text).collect();
    let tie = &article.tie;
    json!({
        "section": article.section.map(super::Section::as_str), "dimension": tie.dimension, "duty": tie.duty, "task": tie.task,
        "agency": article.agency, "author": article.author, "texts": texts,
    })
}

fn filed(file: &File) -> Value {
    json!({ "digest": file.digest, "media": file.media, "said": file.said })
}

fn standing(article: &Article) -> Value {
    match &article.state {
        State::Sketch => json!({ "state": "sketch" }),
        State::Draft => json!({ "state": "draft" }),
        State::Returned { why, .. } => json!({ "state": "returned", "why": why }),
        State::Approved { answers, shows_at, .. } => {
            json!({ "state": "approved", "answers": answers, "shows_at": shows_at })
        }
        State::Withdrawn { why, .. } => json!({ "state": "withdrawn", "why": why }),
    }
}
