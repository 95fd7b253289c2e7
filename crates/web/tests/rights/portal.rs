//! How one tries each act on the sections of the portal.

use accounts::Role;
use inform::portal::{self, Draft, Section};

use crate::scene::{Ask, OWN, Scene};

const AT: &str = "/so-cong-thong-tin";
const NAME: &str = "Công khai ngân sách";

/// The request for an act, with a fresh section to do it to; none for an act that is not of this file.
pub(crate) async fn ask(scene: &Scene, act: &str) -> Option<Ask> {
    let act = act.strip_prefix("portal.")?;
    let own = kept(scene).await?;
    let id = own.id.to_string();
    Some(match act {
        "read" => Ask::page(AT, NAME),
        "dropped" => Ask::form(AT, [("act", "drop"), ("id", &id)]),
        "kept" => Ask::form(
            AT,
            [
                ("act", "keep"),
                ("id", &id),
                ("name", NAME),
                ("address", &own.address),
                ("agency", OWN),
                ("ground", "Nghị định 42/2022/NĐ-CP"),
                ("days", "31"),
            ],
        ),
        _ => return None,
    })
}

/// The only one on the list, which would fill up.
async fn kept(scene: &Scene) -> Option<Section> {
    let desk = scene.desk.seat((1, "hoa"), "ghe", Role::StandingBody, OWN);
    for old in portal::sections(&desk).await.ok()? {
        portal::drop_section(&desk, old.id).await.ok()?;
    }
    let draft = Draft {
        name: NAME.into(),
        address: "https://baclieu.gov.vn/ngan-sach".into(),
        agency: OWN.into(),
        ground: "Nghị định 42/2022/NĐ-CP".into(),
        days: 31,
    };
    portal::keep(&desk, None, &draft).await.ok()
}
