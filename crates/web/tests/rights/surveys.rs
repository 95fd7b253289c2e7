//! How one tries each act on surveys.

use fieldwork::survey::{self, Described, New};
use sheet::File;

use crate::office::text;
use crate::scene::{Ask, OWN, Scene};

/// Ten villages of four made-up people.
fn rows() -> String {
    let mut rows = String::from("thon,hai_long\n");
    (0..40).for_each(|at| rows += &format!("T{},{}\n", at % 10, at % 2));
    rows
}

/// The request for an act, with a fresh survey to do it to; none for an act that is not of this file.
pub(crate) async fn ask(scene: &Scene, act: &str) -> Option<Ask> {
    let act = act.strip_prefix("survey.")?;
    let (form, rows) = (format!("mau-{}-0123456789", scene.number()), rows());
    if act == "uploaded" {
        let file = ("file", Some("ks.csv"), rows.as_bytes());
        let parts = [text("form", &form), text("title", "Hài lòng"), text("agency", OWN), file];
        return Some(Ask::files("/khao-sat", &parts).of(OWN));
    }
    let title = format!("Khảo sát {form}");
    let file = File { name: "ks.csv", bytes: rows.as_bytes() };
    let new = New { form: &form, title: &title, agency: OWN, file };
    let id = survey::upload(&scene.desk, &new).await.expect("a survey").id;
    let one = format!("/khao-sat/{id}");
    if act == "described" {
        return Some(
            Ask::form(format!("{one}/cot"), [("kind:hai_long", "yes_no"), ("lonely", "adjust")]).of(OWN),
        );
    }
    let attachments = scene.scratch.attachments();
    survey::describe(&scene.desk, &attachments, id, &Described::default()).await.expect("described");
    Some(
        match act {
            "read" => Ask::page(one, title),
            "asked" => Ask::form(format!("{one}?q=hai_long"), [("act", "ask"), ("title", "Chung")]),
            "forgotten" => {
                survey::ask(&scene.desk, id, "Chung", "q=hai_long").await.expect("kept");
                let saved = survey::saved(&scene.desk, id).await.expect("saved")[0].id.to_string();
                Ask::form(one, [("act", "forget"), ("question", &saved)])
            }
            "removed" => Ask::form(one, [("act", "remove")]),
            _ => return None,
        }
        .of(OWN),
    )
}
