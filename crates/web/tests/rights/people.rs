//! How one tries each act on agencies, people and posts.

use accounts::{Role, agency, person, post};

use crate::office::text;
use crate::scene::{Ask, FIRST, OWN, STRANGER, Scene, Walker};

const PEOPLE: &str = "/quan-tri/nguoi-dung";
const POSTS: &str = "/quan-tri/chuc-vu";
const TODAY: &str = "2025-05-20";

/// The request for an act, with fresh things to do it to; none for an act that is not of this file.
pub(crate) async fn ask(scene: &Scene, act: &str, walker: Option<&Walker>) -> Option<Ask> {
    match act.split_once('.')? {
        ("agency", act) => of_agency(scene, act).await,
        ("group", act) => of_group(scene, act).await,
        ("person" | "session" | "sign_in", _) => of_person(scene, act).await,
        ("post", act) => of_post(scene, act).await,
        ("audit", "read") => Some(trail(scene, walker)),
        _ => None,
    }
}

async fn of_agency(scene: &Scene, act: &str) -> Option<Ask> {
    if act == "read" {
        return Some(Ask::page("/co-quan", "Sở Nội vụ"));
    }
    let (code, next) = (scene.agency().await, format!("BL-M{}", scene.number()));
    let edit = format!("/co-quan/{code}/sua");
    Some(match act {
        "entered" => Ask::form(
            "/co-quan",
            [("code", &next), ("name", "Trung tâm mới"), ("kind", "service"), ("first", TODAY)],
        ),
        "ended" => Ask::form(edit, [("act", "end"), ("last", TODAY), ("next", OWN)]),
        "renamed" => {
            Ask::form(edit, [("act", "rename"), ("code", &next), ("name", "Tên mới"), ("on", TODAY)])
        }
        "adopted" => {
            let rows = format!("Mã,Tên cơ quan,Loại,Từ ngày\r\n{next},Trung tâm mới,service,{TODAY}\r\n");
            let file = ("file", Some("ds.csv"), rows.as_bytes());
            Ask::files("/quan-tri/nhap-co-quan", &[text("form", "mau-0123456789ab"), file])
        }
        "corrected" => Ask::form(edit, [("act", "correct"), ("note", "Ghi chú")]),
        _ => return None,
    })
}

async fn of_group(scene: &Scene, act: &str) -> Option<Ask> {
    const GROUPS: &str = "/quan-tri/nhom-co-quan";
    let code = format!("@nhom-{}", scene.number());
    if act == "made" {
        return Some(Ask::form(GROUPS, [("code", &code), ("name", "Nhóm mới"), ("first", TODAY)]));
    }
    let (name, began) = ("Nhóm".to_owned(), FIRST);
    let made = agency::Group { code: code.clone(), name, kind: None, began, ended: None, successor: None };
    agency::group::make(&scene.desk, &made).await.expect("a group");
    let one = format!("{GROUPS}/{code}");
    Some(match act {
        "renamed" => Ask::form(one, [("act", "rename"), ("was", "Nhóm"), ("name", "Tên khác")]),
        "member_put" => Ask::form(one, [("act", "put"), ("agency", OWN), ("included", "1"), ("from", TODAY)]),
        _ => return None,
    })
}

async fn of_person(scene: &Scene, act: &str) -> Option<Ask> {
    let (_, person) = scene.seated(Role::Officer, OWN).await;
    let (one, form) = (format!("{PEOPLE}/{}", person.id), format!("mau-{}-0123456789", scene.number()));
    Some(match act {
        "person.added" => Ask::form(PEOPLE, [("name", "Người mới"), ("form", &form)]),
        "person.imported" => {
            let rows = format!(
                "Họ và tên,Tài khoản,Chức vụ,Cơ quan,Vai trò\r\nNgười {form},,Việc {form},{OWN},officer\r\n"
            );
            let file = ("file", Some("ds.csv"), rows.as_bytes());
            Ask::files("/quan-tri/nhap-nguoi-dung", &[text("form", &form), file])
        }
        "person.renamed" => Ask::form(one, [("act", "rename"), ("was", &person.name), ("name", "Tên khác")]),
        "person.tied" => Ask::form(one, [("act", "tie"), ("was", ""), ("subject", &form)]),
        "person.disabled" => Ask::form(one, [("act", "disable")]),
        "person.enabled" => {
            person::disable(&scene.desk, person.id).await.expect("disabled");
            Ask::form(one, [("act", "enable")])
        }
        "person.read" => Ask::page(one, person.name),
        "session.ended_of" => Ask::form(one, [("act", "end")]),
        "sign_in.link_made" => Ask::form(one, [("act", "link")]),
        "sign_in.second_factor_lifted" => Ask::form(one, [("act", "lift")]),
        _ => return None,
    })
}

async fn of_post(scene: &Scene, act: &str) -> Option<Ask> {
    let (post, holder) = scene.seated(Role::Officer, OWN).await;
    let (_, other) = scene.seated(Role::Officer, OWN).await;
    let (one, who, last) = (format!("{POSTS}/{}", post.code), other.account.as_str(), "2025-06-30");
    let named = format!("Ghế {}", scene.number());
    Some(match act {
        "opened" => Ask::form(
            POSTS,
            [("act", "open"), ("role", "officer"), ("first", TODAY), ("agency", OWN), ("name", &named)],
        ),
        "closed" => Ask::form(one, [("act", "close"), ("last", TODAY)]),
        "appointed" => {
            let empty = scene.post(Role::Officer, OWN).await;
            let at = format!("{POSTS}/{}", empty.code);
            Ask::form(at, [("act", "appoint"), ("who", who), ("first", TODAY)])
        }
        "handed_over" => {
            let from = post::show(&scene.desk, &post.code).await.expect("the post").holdings;
            let from = from.iter().find(|held| held.person == holder.id).expect("a holding").id.to_string();
            let fields =
                [("act", "hand_over"), ("who", who), ("first", TODAY), ("from", &from), ("words", "x")];
            Ask::form(one, fields)
        }
        "deputised" => {
            Ask::form(one, [("act", "deputise"), ("who", who), ("first", TODAY), ("last", last)]).of(OWN)
        }
        "recalled" => {
            let (first, last) = (FIRST, last.parse().expect("a day"));
            post::deputise(&scene.desk, &post.code, other.id, first, last).await.expect("a deputy");
            let held = post::show(&scene.desk, &post.code).await.expect("the post").holdings;
            let deputy = held.iter().find(|held| held.deputy).expect("a deputy").id.to_string();
            Ask::form(one, [("act", "recall"), ("holding", &deputy), ("last", TODAY)]).of(OWN)
        }
        "settled" => {
            let agency = scene.agency().await;
            let left = scene.post(Role::Officer, &agency).await;
            let last = "2025-05-19".parse().expect("a day");
            agency::end(&scene.desk, &agency, last, &[]).await.expect("ended");
            Ask::form(POSTS, [("act", "settle"), ("post", &left.code), ("heir", OWN)])
        }
        "read" => Ask::page(one, post.name).of(OWN),
        _ => return None,
    })
}

/// One's own deeds are one's own, and everybody else's those of others.
fn trail(scene: &Scene, walker: Option<&Walker>) -> Ask {
    match walker {
        Some(walker) if walker.agency == OWN => Ask::page("/nhat-ky?mine=1", "").of(OWN),
        _ => {
            let account = &scene.walker(Role::Head, STRANGER).person.account;
            Ask::page(format!("/nhat-ky?subject=person/{account}"), "Thêm người").of(OWN)
        }
    }
}
