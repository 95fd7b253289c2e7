//! How one tries each act on disclosures. The agency whose things they are stands in for a commune here, and the one
//! that cooperates is the department in charge.

use accounts::Role;
use inform::disclosure::{self, Key, NewEvent, NewPosting, NewShowing, Place};
use jiff::civil::date;

use crate::office::text;
use crate::scene::{Ask, OWN, Scene};

/// A duty of which the Department of Justice is in charge, and its event.
const DUTY: &str = "CK24";
const KIND: &str = "danh_muc_thong_tin";

/// The request for an act, with a fresh event to do it to; none for an act that is not of this file.
pub(crate) async fn ask(scene: &Scene, act: &str) -> Option<Ask> {
    let act = act.strip_prefix("disclosure.")?;
    scene.tell(format!("UPDATE agency SET kind = 'commune' WHERE code = '{OWN}'")).await;
    let (number, form) = (scene.number(), format!("mau-{}-0123456789", scene.number()));
    let key = event(scene, number).await?;
    let at = format!("/so-cong-khai/{}-{DUTY}", key.event);
    let (first, words) = (("first", "2025-05-20"), format!("QĐ {number}"));
    let ask = match act {
        "read" => Ask::page(at, format!("Danh mục số {number}")),
        "recorded" => Ask::form(
            "/so-cong-khai",
            [
                ("form", form.as_str()),
                ("agency", OWN),
                ("kind", KIND),
                ("day", "2025-05-15"),
                ("words", words.as_str()),
            ],
        ),
        "posted" => Ask::files(
            format!("{at}/niem-yet"),
            &[
                text("form", &form),
                text("place", "tru_so"),
                text("why-tru_so", "Máy ảnh hư"),
                text(first.0, first.1),
            ],
        ),
        "taken_down" => {
            posted(scene, &key, &form).await?;
            Ask::form(at, [("act", "take_down"), ("place", "tru_so"), ("last", "2025-05-20")])
        }
        "struck" => {
            let posting = posted(scene, &key, &form).await?.to_string();
            Ask::form(at, [("act", "strike"), ("posting", &posting), ("reason", "Ghi nhầm")])
        }
        "settled" => {
            posted(scene, &key, &form).await?;
            let check = disclosure::doubt(&scene.desk, &key, Place::Seat).await.ok()?.id.to_string();
            Ask::form(at, [("act", "settle"), ("check", &check), ("found", "there")])
        }
        "withdrawn" => Ask::form(at, [("act", "withdraw"), ("reason", "Nhập nhầm")]),
        _ => return None,
    };
    Some(ask.of(OWN))
}

async fn event(scene: &Scene, number: i64) -> Option<Key> {
    let new = NewEvent {
        kind: KIND.to_owned(),
        agency: OWN.to_owned(),
        day: date(2025, 5, 15),
        words: format!("Danh mục số {number}"),
        form: format!("su-kien-{number}-0123456789"),
    };
    let event = disclosure::record(&scene.desk_of(Role::Officer, OWN), &new).await.ok()?;
    Some(Key { event: event.id, duty: DUTY.to_owned() })
}

async fn posted(scene: &Scene, of: &Key, form: &str) -> Option<i64> {
    let new = NewPosting {
        of: of.clone(),
        form: form.to_owned(),
        places: vec![NewShowing {
            place: Place::Seat,
            pieces: Vec::new(),
            unproven: "Máy ảnh hư".to_owned(),
        }],
        first: date(2025, 5, 16),
        last: None,
        spot: String::new(),
        replaces: Vec::new(),
    };
    disclosure::post(&scene.desk_of(Role::Officer, OWN), &new).await.ok().map(|posting| posting.id)
}
