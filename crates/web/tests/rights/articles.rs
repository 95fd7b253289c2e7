//! How one tries each act on articles.

use accounts::Role;
use inform::article::{self, Approval, Article, Draft, Section, Text, Tie, Tongue};
use jiff::{Timestamp, ToSpan};

use crate::scene::{Ask, OWN, Scene};

const TITLE: &str = "Lịch tiếp công dân";

/// The request for an act, with a fresh article to do it to; none for an act that is not of this file.
pub(crate) async fn ask(scene: &Scene, act: &str) -> Option<Ask> {
    let act = act.strip_prefix("article.")?;
    let article = match act {
        "corrected" | "withdrawn" => approved(scene, None).await?,
        "rescheduled" | "unscheduled" => approved(scene, Some(scene.desk.now + 5.hours())).await?,
        _ => written(scene).await?,
    };
    let at = format!("/so-tin-bai/{}", article.id);
    let version = article.version.to_string();
    let fields = [
        ("section", "notice"),
        ("agency", OWN),
        ("author", "Ban biên tập"),
        ("title-vi", TITLE),
        ("summary-vi", "Ngày nào."),
        ("body-vi", "Ngày 20."),
        ("version", version.as_str()),
    ];
    let [a, b, c, d, e, f, g] = fields;
    Some(match act {
        "read" => Ask::page(at, TITLE).of(OWN),
        "written" => Ask::form("/so-tin-bai/bai-moi", fields).of(OWN),
        "approved" => Ask::form(at, [g, ("act", "approve"), ("answers", "Trần Văn Bình")]).of(OWN),
        "corrected" => {
            Ask::form(at, [a, b, c, d, e, f, g, ("act", "correct"), ("said", "Viết sai ngày")]).of(OWN)
        }
        "returned" => Ask::form(at, [g, ("act", "return"), ("why", "Thiếu ngày")]).of(OWN),
        "rescheduled" => {
            let (day, hour) = (("day", "2025-05-22"), ("hour", "07:00"));
            Ask::form(at, [g, ("act", "reschedule"), day, hour]).of(OWN)
        }
        "unscheduled" => Ask::form(at, [g, ("act", "unschedule")]).of(OWN),
        "dropped" => Ask::form(at, [("act", "drop"), ("why", "Không cần nữa")]).of(OWN),
        "withdrawn" => Ask::form(at, [("act", "withdraw"), ("why", "Trùng tin")]).of(OWN),
        _ => return None,
    })
}

async fn written(scene: &Scene) -> Option<Article> {
    let text = Text {
        tongue: Tongue::Vi,
        title: TITLE.into(),
        summary: "Ngày nào.".into(),
        body: "Ngày 15.".into(),
    };
    let draft = Draft {
        form: None,
        section: Some(Section::Notice),
        tie: Tie::default(),
        agency: OWN.into(),
        author: "Ban biên tập".into(),
        texts: vec![text],
    };
    article::write(&scene.desk, &draft).await.ok()
}

async fn approved(scene: &Scene, shows_at: Option<Timestamp>) -> Option<Article> {
    let (article, reader) =
        (written(scene).await?, scene.desk.seat((1, "khac"), "ghe", Role::Leader, "BL-UBND"));
    let approval = Approval { version: article.version, answers: "Bình".into(), shows_at, is_fine: false };
    article::approve(&reader, article.id, &approval).await.ok()
}
