//! How one tries each act on pulse polls.

use listen::pulse::{self, Draft};

use crate::office::text;
use crate::scene::{Ask, Scene};

/// The request for an act, with a fresh pulse to do it to; none for an act that is not of this file.
pub(crate) async fn ask(scene: &Scene, act: &str) -> Option<Ask> {
    let act = act.strip_prefix("pulse.")?;
    let today = scene.desk.today;
    let draft = Draft {
        title: "Đúng hẹn".into(),
        population: "Người nhận kết quả".into(),
        items: vec!["dung-hen.1".into()],
        strata: "Khóm 1;50;2".into(),
        opens_on: today,
        closes_on: today,
        is_fine: false,
    };
    let at = format!("/so-tham-do-chuyen-de/{}", pulse::make(&scene.desk, &draft).await.ok()?.id);
    let day = today.to_string();
    Some(match act {
        "read" => Ask::page(at, "Người nhận kết quả"),
        "made" => Ask::files(
            "/so-tham-do-chuyen-de",
            &[
                text("title", "Đúng hẹn"),
                text("population", "Người nhận kết quả"),
                text("item", "dung-hen.1"),
                text("strata", "Khóm 1;50;2"),
                text("opens_on", &day),
                text("closes_on", &day),
            ],
        ),
        "printed" => Ask::form(at, [("act", "print"), ("stratum", "0")]),
        "closed" => Ask::form(at, [("act", "close"), ("why", "In sai")]),
        _ => return None,
    })
}
