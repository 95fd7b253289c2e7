//! What a desk may not read is missing to it: the answer is that to an address of which nothing is there.

use accounts::Role;
use plan::report;
use sample::on_both;

use crate::office::text;
use crate::scene::{Ask, OWN, STRANGER, Scene};

/// A number that nothing has.
const NOTHING: &str = "777777";

on_both! {
    async fn what_one_may_not_read_is_as_if_it_were_not_there(scratch: Scratch) {
        let scene = Scene::open(&scratch).await;
        let (assignment, _) = scene.report().await;
        let told = report::folder(&scene.desk_of(Role::Officer, OWN), assignment).await.expect("a folder").told;
        let evidence = told[0].evidence[0].id.to_string();
        let (assignment, post) = (assignment.to_string(), scene.post(Role::Officer, OWN).await.code);
        scene.tell("INSERT INTO plan (slug, title, title_en, unit, first, last, calendar, state, source) VALUES
            ('nhap', 'Bản nháp', 'A draft', '95-2008', '2025-01-01', '2025-12-31', 'par', 'draft', 'x')".to_owned()).await;
        let task = scene.task("nhap", OWN).await;

        for role in [Role::Head, Role::Officer, Role::Communicator] {
            let mut pairs = Vec::new();
            for lang in ["vi", "en"] {
                let address = |vi: &str, en: &str| if lang == "vi" { vi.to_owned() } else { format!("/en{en}") };
                for word in ["", "luu-nhap", "gui", "minh-chung", "gia-han"] {
                    let en = match word { "luu-nhap" => "save", "gui" => "submit", "minh-chung" => "evidence", "gia-han" => "extension", _ => "" };
                    let at = address(&format!("/viec/{{}}/{word}"), &format!("/assignments/{{}}/{en}"));
                    pairs.push((at.trim_end_matches('/').to_owned(), assignment.clone()));
                }
                pairs.push((address("/minh-chung/{}", "/evidence/{}"), evidence.clone()));
                pairs.push((address("/ke-hoach/{}", "/plans/{}"), "nhap".to_owned()));
                pairs.push((address(&format!("/ke-hoach/{{}}/nhiem-vu/{task}"), &format!("/plans/{{}}/tasks/{task}")), "nhap".to_owned()));
                pairs.push((address("/quan-tri/chuc-vu/{}", "/posts/{}"), post.clone()));
            }
            for (pattern, hidden) in pairs {
                let cookie = &scene.walker(role, STRANGER).cookie;
                for ask in asks(&pattern) {
                    let at = |thing: &str| Ask { at: pattern.replace("{}", thing), ..ask() };
                    let there = scene.send(&at(&hidden), Some(cookie)).await;
                    let nothing = scene.send(&at(NOTHING), Some(cookie)).await;
                    let place = format!("{} {pattern}", role.as_str());
                    assert!(matches!(there.status.as_u16(), 403..=405), "{place}: {}", there.status);
                    assert_eq!(there.status, nothing.status, "{place}");
                    assert_eq!(renumbered(&there.body, &hidden), nothing.body, "{place}");
                    assert!(!there.body.contains("Đã làm"), "{place}");
                }
            }
        }
    }
}

/// A look, a form and a form with files.
fn asks(pattern: &str) -> Vec<fn() -> Ask> {
    let form: fn() -> Ask = || {
        let fields = [("act", "deputise"), ("who", "x"), ("first", "2025-05-20"), ("last", "2025-06-20")];
        let Ask { body, .. } = Ask::form("", fields);
        Ask { body, ..Ask::default() }
    };
    let wish: fn() -> Ask =
        || Ask::form("", [("form", "mau-0123456789-0123"), ("until", "2025-07-31"), ("why", "x")]);
    let files: fn() -> Ask = || {
        Ask::files(
            "",
            &[
                text("form", "mau-0123456789-0123"),
                text("number", "1"),
                text("version", "0"),
                text("done", "x"),
            ],
        )
    };
    let last = pattern.rsplit('/').next().unwrap_or_default();
    match last {
        "gia-han" | "extension" => vec![wish],
        "luu-nhap" | "save" | "gui" | "submit" => vec![files],
        "minh-chung" | "evidence" => vec![files],
        _ => vec![Ask::default, form],
    }
}

/// The page with another number in its addresses.
fn renumbered(page: &str, number: &str) -> String {
    let ends = ["\"", "/", "?", "<"];
    ends.iter().fold(page.to_owned(), |page, end| {
        page.replace(&format!("/{number}{end}"), &format!("/{NOTHING}{end}"))
    })
}
