//! How one tries each act on pulses before and after campaigns. Whose the campaign is, is as for acts on campaigns.

use jiff::ToSpan;
use listen::knowledge::{Side, tie};
use listen::pulse::{self, Draft};

use crate::campaigns::campaign;
use crate::scene::{Ask, OWN, Scene};

/// The request for an act, with a fresh campaign to do it to; none for an act that is not of this file.
pub(crate) async fn ask(scene: &Scene, act: &str) -> Option<Ask> {
    let act = act.strip_prefix("knowledge.")?;
    let (id, _) = campaign(scene, scene.number()).await?;
    let earlier = scene.desk.on(scene.desk.today.saturating_sub(3.days()));
    let draft = Draft {
        title: "Biết gửi đến đâu".into(),
        population: "Người từ 18 tuổi".into(),
        items: vec!["biet-noi-phan-anh.1".into()],
        strata: "Khóm 1;50;2".into(),
        opens_on: earlier.today,
        closes_on: earlier.today,
        is_fine: false,
    };
    let pulse = pulse::make(&earlier, &draft).await.ok()?.id;
    let at = format!("/dot-tuyen-truyen/{id}");
    let number = pulse.to_string();
    let ask = match act {
        "tied" => Ask::form(at, [("act", "tie"), ("version", "0"), ("side", "before"), ("pulse", &number)]),
        "untied" => {
            tie(&earlier, id, 0, Side::Before, pulse).await.ok()?;
            Ask::form(at, [("act", "untie"), ("version", "1"), ("side", "before"), ("why", "Gắn nhầm")])
        }
        _ => return None,
    };
    Some(ask.of(OWN))
}
