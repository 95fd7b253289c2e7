//! How one tries each act on plans, tasks, assignments, reports and documents.

use accounts::Role;
use jiff::ToSpan;
use jiff::civil::date;
use plan::calendar;
use plan::extension::{self, Wish};
use plan::report;

use crate::office::text;
use crate::scene::{Ask, OUTSIDE, OWN, STRANGER, Scene, Walker};

const DOCUMENT: &str = "193-kh-ubnd";
const REVIEW: &str = "/tham-dinh";

/// The request for an act, with fresh things to do it to; none for an act that is not of this file.
pub(crate) async fn ask(scene: &Scene, act: &str, walker: Option<&Walker>) -> Option<Ask> {
    match act.split_once('.')? {
        ("plan", act) => of_plan(scene, act).await,
        ("task", act) => of_task(scene, act).await,
        ("annex", act) => of_annex(scene, act).await,
        ("assignment", act) => of_assignment(scene, act).await,
        ("report", "withdrawn") => Some(taken_back(scene, walker).await),
        ("report" | "review", _) => of_report(scene, act).await,
        ("evidence" | "extension", _) => beside_report(scene, act).await,
        ("document", _) => Some(document(scene)),
        ("calendar", "edited") => day_off(scene).await,
        ("renewal", "edited") => renewal(scene).await,
        ("board", "read") => {
            let (id, _) = scene.assignment(OWN).await;
            let board = Ask::page(format!("/bang-theo-doi?plan=thu&q={id}"), format!("Việc số {id}")).of(OWN);
            Some(Ask { list: true, ..board })
        }
        _ => None,
    }
}

/// A draft of a plan that lacks nothing for being published.
async fn draft(scene: &Scene) -> String {
    let slug = format!("nhap-{}", scene.number());
    scene.tell(format!(
        "INSERT INTO plan (slug, title, title_en, document, unit, first, last, calendar, state, source) VALUES
         ('{slug}', 'Bản nháp {slug}', 'A draft', '{DOCUMENT}', '95-2008', '2025-01-01', '2025-12-31', 'par', 'draft', 'x')"
    ))
    .await;
    scene.task(&slug, OWN).await;
    slug
}

async fn of_plan(scene: &Scene, act: &str) -> Option<Ask> {
    let slug = draft(scene).await;
    let (at, title) = (format!("/ke-hoach/{slug}"), format!("Kế hoạch {}", scene.number()));
    let days = [("first", "2026-01-01"), ("last", "2026-12-31")];
    Some(match act {
        "read" => Ask::page("/ke-hoach/thu", "Nâng chỉ số"),
        "draft.read" => Ask::page(at, format!("Bản nháp {slug}")),
        "drafted" => Ask::form("/ke-hoach", [("title", &title), ("title_en", "A plan"), days[0], days[1]]),
        "published" => Ask::form(at, [("act", "publish")]),
        "closed" => {
            scene.tell(format!("UPDATE plan SET state = 'published' WHERE slug = '{slug}'")).await;
            Ask::form(at, [("act", "close")])
        }
        "copied" => Ask::form(at, [("act", "copy"), ("title", &title)]),
        _ => return None,
    })
}

async fn of_task(scene: &Scene, act: &str) -> Option<Ask> {
    let slug = draft(scene).await;
    let (id, other) = (scene.task(&slug, OWN).await, scene.task("thu", OWN).await);
    let one = format!("/ke-hoach/{slug}/nhiem-vu/{id}");
    let task = plan::task::find(&scene.desk, &slug, &id.to_string()).await.ok()??;
    let (code, new, version) = (id.to_string(), scene.number().to_string(), task.version());
    let terms = |code| {
        [
            ("code", code),
            ("section", "1"),
            ("what", "Việc khác"),
            ("product", "Tập"),
            ("done_when", "Có tập"),
            ("rhythm", "quarterly"),
            ("first", "2025-01-01"),
            ("last", "2025-12-31"),
            ("lead", OWN),
        ]
    };
    let form = |at: String, act: &[(&'static str, &str)], terms: [(&'static str, &str); 9]| {
        let fields = act.iter().copied().chain(terms).map(|(name, value)| (name, value.to_owned()));
        Ask { at, body: crate::scene::Sent::Form(fields.collect()), ..Ask::default() }
    };
    Some(match act {
        "drafted" => form(format!("/ke-hoach/{slug}"), &[("act", "task")], terms(&new)),
        "changed" => form(one, &[("act", "change"), ("version", &version)], terms(&code)),
        "cancelled" => Ask::form(one, [("act", "cancel"), ("document", DOCUMENT)]),
        "joined" => Ask::form(one, [("act", "join"), ("other", &format!("thu {other}"))]),
        _ => return None,
    })
}

async fn of_annex(scene: &Scene, act: &str) -> Option<Ask> {
    let (annex, mark) = (format!("/ke-hoach/{}/phu-luc", draft(scene).await), scene.number().to_string());
    let form = format!("mau-{mark}-0123456789");
    Some(match act {
        "uploaded" => {
            let file = ("file", Some("a.csv"), "Nhiệm vụ,Chủ trì\nViệc,Sở Nội vụ\n".as_bytes());
            Ask::files(annex, &[text("form", &form), file])
        }
        "settled" => {
            let answer = [("topic-0", "agency"), ("written-0", mark.as_str()), ("means-0", "-")];
            Ask::form(format!("{annex}/{form}"), [("act", "settle"), answer[0], answer[1], answer[2]])
        }
        _ => return None,
    })
}

async fn of_assignment(scene: &Scene, act: &str) -> Option<Ask> {
    if act == "arisen" {
        return of_plan(scene, "published").await;
    }
    let (code, id) = scene.assignment(OWN).await;
    let one = format!("/ke-hoach/thu/nhiem-vu/{code}");
    let given =
        [("act", "give"), ("assignment", &id.to_string()), ("to", STRANGER), ("words", "Theo phân công")];
    match act {
        "transferred" => Some(Ask::form(one, given)),
        "decided" => {
            scene.tell(format!("UPDATE assignment SET undecided = TRUE WHERE id = {id}")).await;
            Some(Ask::form(one, given))
        }
        _ => None,
    }
}

async fn of_report(scene: &Scene, act: &str) -> Option<Ask> {
    let form = format!("mau-{}-0123456789", scene.number());
    let said = [text("form", &form), text("number", "1"), text("version", "0"), text("done", "Đã xong")];
    if let "report.saved" | "report.submitted" = act {
        let word = if act == "report.saved" { "luu-nhap" } else { "gui" };
        let at = format!("/viec/{}/{word}", scene.assignment(OWN).await.1);
        return Some(Ask::files(at, &said).of(OWN));
    }
    if act == "report.on_behalf" {
        return Some(
            Ask::files(format!("/viec/{}/gui", scene.assignment(OUTSIDE).await.1), &said).of(OUTSIDE),
        );
    }
    let (assignment, report) = scene.report().await;
    let seen = format!("{}:{}", report.id, report.version);
    Some(match act {
        "report.accepted" => Ask::form(REVIEW, [("act", "accept"), ("report", &seen)]),
        "report.returned" => {
            Ask::form(REVIEW, [("act", "return"), ("report", &seen), ("reason", "Thiếu minh chứng")])
        }
        "report.read" => Ask::page(format!("/viec/{assignment}"), format!("Đã làm {assignment}")).of(OWN),
        "review.read" => Ask::page(REVIEW, "Báo cáo chờ thẩm định"),
        _ => return None,
    })
}

/// A report that the walker sent: nobody else may take it back.
async fn taken_back(scene: &Scene, walker: Option<&Walker>) -> Ask {
    let (assignment, report) = scene.report().await;
    let author = walker.map_or("nobody", |walker| walker.person.account.as_str());
    scene.tell(format!("UPDATE report SET author = '{author}' WHERE id = {}", report.id)).await;
    let (id, version) = (report.id.to_string(), report.version.to_string());
    Ask::form(format!("/viec/{assignment}/rut-lai"), [("report", &id), ("version", &version)]).of(OWN)
}

async fn beside_report(scene: &Scene, act: &str) -> Option<Ask> {
    let (id, report) = scene.report().await;
    let form = format!("mau-{}-0123456789", scene.number());
    Some(match act {
        "evidence.added" => {
            let links = text("links", "https://baclieu.gov.vn/tin");
            Ask::files(format!("/viec/{id}/minh-chung"), &[text("form", &form), links]).of(OWN)
        }
        "evidence.read" => {
            let officer = scene.desk_of(Role::Officer, OWN);
            let told = report::folder(&officer, report.assignment).await.ok()?.told;
            let piece = told.last()?.evidence.last()?.id;
            Ask::page(format!("/minh-chung/{piece}"), format!("tờ {id}")).of(OWN)
        }
        "extension.asked" => {
            let until = [("form", form.as_str()), ("until", "2025-07-31"), ("why", "Chờ kinh phí")];
            Ask::form(format!("/viec/{id}/gia-han"), until).of(OWN)
        }
        "extension.answered" => {
            let until = date(2025, 7, 31);
            let wish = Wish { assignment: id, form, until, why: "Chờ kinh phí".to_owned() };
            let asked = extension::ask(&scene.desk_of(Role::Officer, OWN), &wish).await.ok()?;
            let number = asked.id.to_string();
            Ask::form(REVIEW, [("act", "grant"), ("extension", &number), ("until", "2025-07-31")])
        }
        _ => return None,
    })
}

fn document(scene: &Scene) -> Ask {
    let sign = format!("{}/KH-SNV", scene.number());
    let file = ("file", Some("kh.pdf"), b"%PDF-1.4\n".as_slice());
    let fields = [
        text("sign", &sign),
        text("kind", "plan"),
        text("issued_on", "2025-05-01"),
        text("issuer", "Sở Nội vụ"),
        text("title", "Kế hoạch"),
        text("agency", OWN),
        file,
    ];
    Ask::files("/so-van-ban", &fields).of(OWN)
}

/// A change of what is noted of a renewal, by somebody who has seen the newest.
async fn renewal(scene: &Scene) -> Option<Ask> {
    let seen = accounts::audit::latest(scene.desk.store()).await.ok()?.to_string();
    let said = [("source", "Báo cáo PAPI"), ("reason", "đọc trong báo cáo")];
    Some(Ask::form(
        "/giai-doan-khao-sat",
        [("seen", &*seen), ("year", "2023"), ("stands", "yes"), said[0], said[1]],
    ))
}

/// A Saturday of which nothing is said yet.
async fn day_off(scene: &Scene) -> Option<Ask> {
    let days = calendar::load(&mut scene.desk.read().await.ok()?, "par").await.ok()?.workdays;
    let saturdays = (0..50).map(|week| date(2025, 1, 4).saturating_add(7 * week.days()));
    let day = saturdays.into_iter().find(|day| days.holiday(*day).is_none())?.to_string();
    let said = [("name", "Làm bù"), ("kind", "make_up_work"), ("source", "QĐ")];
    Some(Ask::form("/lich", [("act", "day"), ("day", &day), said[0], said[1], said[2]]))
}
