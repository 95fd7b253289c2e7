//! How one tries each act on the web links.

use accounts::Role;
use inform::link::{self, Draft, Link};

use crate::scene::{Ask, OWN, Scene};

const AT: &str = "/so-lien-ket";
const NAME: &str = "Cổng Dịch vụ công quốc gia";

/// The request for an act, with fresh links to do it to; none for an act that is not of this file.
pub(crate) async fn ask(scene: &Scene, act: &str) -> Option<Ask> {
    let act = act.strip_prefix("link.")?;
    let own = two(scene).await?;
    let id = own.id.to_string();
    Some(match act {
        "read" => Ask::page(AT, NAME),
        "added" => Ask::form(AT, [("act", "add"), ("name", "Mới"), ("address", "https://moi.gov.vn")]),
        "changed" => {
            Ask::form(AT, [("act", "change"), ("id", &id), ("name", "Khác"), ("address", &own.address)])
        }
        "moved" => Ask::form(AT, [("act", "move"), ("id", &id), ("place", "2")]),
        "dropped" => Ask::form(AT, [("act", "drop"), ("id", &id)]),
        _ => return None,
    })
}

/// The first of the only two on the list, which would fill up.
async fn two(scene: &Scene) -> Option<Link> {
    let desk = scene.desk.seat((1, "hoa"), "ghe", Role::StandingBody, OWN);
    for old in link::links(&desk).await.ok()? {
        link::drop_link(&desk, old.id).await.ok()?;
    }
    let draft = |name: &str, address: &str| Draft {
        name: name.into(),
        name_en: String::new(),
        address: address.into(),
    };
    let own = link::add(&desk, &draft(NAME, "https://dichvucong.gov.vn")).await.ok()?;
    link::add(&desk, &draft("Chính phủ", "https://chinhphu.vn")).await.ok()?;
    Some(own)
}
