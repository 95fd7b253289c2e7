//! How one tries each act on accessibility assessments.

use accounts::Role;
use inform::Assessment;
use inform::assessment::{self, Draft, Finding, Kind, Standard, Standing, Way};

use crate::scene::{Ask, OWN, Scene};

const AT: &str = "/so-tiep-can";
const NAME: &str = "Trang Sở Nội vụ";

/// The request for an act, with a fresh assessment to do it to; none for an act that is not of this file.
pub(crate) async fn ask(scene: &Scene, act: &str) -> Option<Ask> {
    let act = act.strip_prefix("assessment.")?;
    let own = recorded(scene).await?;
    let (id, day) = (own.id.to_string(), scene.desk.today.to_string());
    let fresh = format!("https://so-{id}.vn");
    Some(match act {
        "read" => Ask::page(AT, NAME),
        "withdrawn" => Ask::form(AT, [("act", "withdraw"), ("id", &id), ("why", "Ghi nhầm trang")]),
        "recorded" => Ask::form(
            AT,
            [
                ("act", "record"),
                ("kind", "agency"),
                ("name", NAME),
                ("address", &fresh),
                ("assessed_on", &day),
                ("assessor", "Sở Nội vụ"),
                ("way", "hand"),
                ("standard", "wcag22"),
                ("standing-perceivable", "holds"),
                ("standing-operable", "holds"),
                ("standing-understandable", "holds"),
                ("standing-robust", "unseen"),
            ],
        ),
        _ => return None,
    })
}

/// One of a site that no other walk has.
async fn recorded(scene: &Scene) -> Option<Assessment> {
    let desk = scene.desk.seat((1, "hoa"), "ghe", Role::StandingBody, OWN);
    let finding = || Finding { standing: Standing::Holds, missing: String::new(), mended_by: None };
    let at = assessment::register(&desk).await.ok()?.len();
    let draft = Draft {
        kind: Kind::Agency,
        name: NAME.into(),
        address: format!("https://trang-{at}.vn"),
        assessed_on: desk.today,
        assessor: "Sở Nội vụ".into(),
        ways: vec![Way::Hand],
        program: String::new(),
        standards: vec![Standard::Wcag22],
        findings: [finding(), finding(), finding(), finding()],
        otherwise: String::new(),
    };
    assessment::record(&desk, &draft).await.ok()
}
