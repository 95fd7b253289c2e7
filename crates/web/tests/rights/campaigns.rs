//! How one tries each act on campaigns. The agency whose things they are makes an item, and the one that cooperates wrote
//! the campaign.

use accounts::Role;
use inform::campaign::{Channel, Draft, NewItem, put, write};

use crate::scene::{Ask, OWN, PARTNER, Scene};

/// The request for an act, with a fresh campaign to do it to; none for an act that is not of this file.
pub(crate) async fn ask(scene: &Scene, act: &str) -> Option<Ask> {
    let act = act.strip_prefix("campaign.")?;
    let (number, today) = (scene.number(), scene.desk.today.to_string());
    let (id, item) = campaign(scene, number).await?;
    let (at, item, form) =
        (format!("/dot-tuyen-truyen/{id}"), item.to_string(), format!("mau-{number}-0123456789"));
    let today = today.as_str();
    let ask = match act {
        "read" => Ask::page(at, format!("Đợt số {number}")),
        "written" => Ask::form(
            "/dot-tuyen-truyen",
            [
                ("form", &form),
                ("title", "Mới"),
                ("aim", "Biết"),
                ("audience", "Dân"),
                ("first", today),
                ("last", today),
            ],
        ),
        "changed" => Ask::form(
            at,
            [
                ("act", "change"),
                ("version", "1"),
                ("title", "Mới"),
                ("aim", "Biết"),
                ("audience", "Dân"),
                ("first", today),
                ("last", today),
            ],
        ),
        "opened" => Ask::form(at, [("act", "open"), ("version", "1")]),
        "closed" => Ask::form(at, [("act", "close"), ("outcome", "Xong")]),
        "item_put" => Ask::form(
            at,
            [
                ("act", "put"),
                ("form", &form),
                ("channel", "zalo"),
                ("what", "Bài"),
                ("agency", OWN),
                ("due", today),
            ],
        ),
        "item_done" => Ask::form(
            at,
            [("act", "done"), ("item", &item), ("version", "1"), ("on", today), ("shown", "Đã đăng")],
        ),
        "item_changed" => Ask::form(
            at,
            [
                ("act", "change_item"),
                ("item", &item),
                ("version", "1"),
                ("channel", "zalo"),
                ("what", "Bài khác"),
                ("agency", OWN),
                ("due", today),
            ],
        ),
        "item_dropped" => {
            Ask::form(at, [("act", "drop"), ("item", &item), ("version", "1"), ("why", "Trùng")])
        }
        _ => return None,
    };
    Some(ask.of(OWN))
}

pub(crate) async fn campaign(scene: &Scene, number: i64) -> Option<(i64, i64)> {
    let today = scene.desk.today;
    let draft = Draft {
        title: format!("Đợt số {number}"),
        aim: "Biết".to_owned(),
        audience: "Dân".to_owned(),
        messages: "Không phải đi lại".to_owned(),
        contents: vec![5],
        first: today,
        last: today,
        budget: None,
        budget_line: String::new(),
        tasks: Vec::new(),
    };
    let writer = scene.desk_of(Role::Communicator, PARTNER);
    let id = write(&writer, &draft, &format!("dot-{number}")).await.ok()?.id;
    let new = NewItem {
        form: format!("viec-{number}"),
        channel: Channel::Zalo,
        what: "Bài đăng".to_owned(),
        agency: OWN.to_owned(),
        due: today,
        told_by: None,
    };
    Some((id, put(&writer, id, &new, None).await.ok()?.id))
}
