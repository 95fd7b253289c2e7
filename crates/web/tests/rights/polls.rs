//! How one tries each act on polls.

use jiff::civil::Date;
use listen::Poll;
use listen::poll::{self, Draft};

use crate::scene::{Ask, Scene};

/// The request for an act, with a fresh poll to do it to; none for an act that is not of this file.
pub(crate) async fn ask(scene: &Scene, act: &str) -> Option<Ask> {
    let act = act.strip_prefix("poll.")?;
    let coming = made(scene).await?;
    let at = format!("/so-tham-do/{}", coming.id);
    let day = coming.opens_on.to_string();
    let draft = [
        ("asked", "Ông, bà có nghe loa của ấp không?"),
        ("choice-0", "Có"),
        ("choice-1", "Không"),
        ("opens_on", day.as_str()),
        ("closes_on", day.as_str()),
    ];
    Some(match act {
        "read" => Ask::page(at, "Ông, bà hài lòng không?"),
        "made" => Ask::form("/so-tham-do", draft),
        "changed" => Ask::form(at, [("act", "change"), draft[0], draft[1], draft[2], draft[3], draft[4]]),
        "closed" => Ask::form(at, [("act", "close"), ("why", "Viết sai")]),
        "withdrawn" => {
            let open = on(scene, scene.desk.today).await?;
            Ask::form(
                format!("/so-tham-do/{}", open.id),
                [("act", "withdraw"), ("why", "Không được phép đăng")],
            )
        }
        _ => return None,
    })
}

async fn made(scene: &Scene) -> Option<Poll> {
    on(scene, scene.desk.today.tomorrow().ok()?).await
}

async fn on(scene: &Scene, day: Date) -> Option<Poll> {
    let choices = ["Có", "Không"].map(|said| (said.to_owned(), String::new())).into();
    let asked = "Ông, bà hài lòng không?".to_owned();
    let (opens_on, closes_on) = (day, day);
    let draft = Draft { asked, asked_en: String::new(), choices, opens_on, closes_on, is_fine: false };
    poll::make(&scene.desk, &draft).await.ok()
}
