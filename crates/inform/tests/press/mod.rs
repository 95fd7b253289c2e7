//! Who writes articles and who approves them.

#![allow(dead_code, reason = "each test file uses what it needs")]

use accounts::{Desk, Role};
use inform::article::{Approval, Article, Draft, NewCorrection, Section, Text, Tie, Tongue, approve, write};
use jiff::{Timestamp, ToSpan};

pub(crate) fn text(tongue: Tongue, title: &str, body: &str) -> Text {
    Text { tongue, title: title.into(), summary: format!("{title}: tóm tắt"), body: body.into() }
}

pub(crate) fn draft(agency: &str, title: &str, body: &str) -> Draft {
    Draft {
        form: None,
        section: Some(Section::Guidance),
        tie: Tie::default(),
        agency: agency.to_owned(),
        author: "Ban biên tập".to_owned(),
        texts: vec![text(Tongue::Vi, title, body)],
    }
}

pub(crate) fn approval(article: &Article, shows_at: Option<Timestamp>) -> Approval {
    Approval { version: article.version, answers: "Trần Văn Bình".into(), shows_at, is_fine: false }
}

pub(crate) fn communicator(desk: &Desk) -> Desk {
    desk.seat((1, "ngoc"), "ghe", Role::Communicator, "BL-SVHTTDL")
}

pub(crate) fn leader(desk: &Desk) -> Desk {
    desk.seat((2, "hai"), "ghe", Role::Leader, "BL-UBND")
}

pub(crate) fn wrong(version: i64, said: &str) -> NewCorrection {
    NewCorrection { version, said: said.into(), is_fine: false }
}

pub(crate) async fn published(desk: &Desk, title: &str, body: &str) -> Article {
    let written = write(&communicator(desk), &draft("BL-SVHTTDL", title, body)).await.unwrap();
    approve(&leader(desk), written.id, &approval(&written, None)).await.unwrap()
}

/// The same desk so many minutes later.
pub(crate) fn later(desk: &Desk, minutes: i64) -> Desk {
    let mut later = desk.clone();
    later.now += minutes.minutes();
    later
}
