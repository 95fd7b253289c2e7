//! The pages of plans and tasks: what they show to whom, and what the standing body does there.

#![allow(clippy::unwrap_used)]

use crate::door::{Answer, ask, sign_in, staffed};
use accounts::person::{self, New};
use accounts::post::{self, Named};
use accounts::{Desk, Role};
use axum::Router;
use axum::http::Method;
use jiff::civil::date;
use plan::plan::State;
use plan::{Plan, Rhythm, Task, Terms};
use sample::{on_both, town};

/// Somebody at a post of this role, by the cookie of their session.
async fn seated(desk: &Desk, account: &str, role: Role, agency: &str) -> String {
    let named = Named { agency, name: "Chuyên viên", role, first: desk.today, form: None };
    let post = post::open(desk, &named).await.unwrap();
    let new = New { name: "Lan", account, posts: &[(&post.code, desk.today)], form: None };
    let person = person::add(desk, &new).await.unwrap();
    sign_in(desk, person.id, &post.code).await
}

async fn get(site: &Router, address: &str, cookie: &str) -> Answer {
    ask(site, Method::GET, address, &[("cookie", cookie)], "").await
}

async fn send(site: &Router, address: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
    let headers = [("content-type", "application/x-www-form-urlencoded"), ("cookie", cookie)];
    let body: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    let body = body.join("&");
    ask(site, Method::POST, address, &headers, &body).await
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// A draft of 2025 with two tasks, one for communes.
async fn drafted(desk: &Desk) {
    let plan = Plan {
        slug: "kh-2025".to_owned(),
        title: "Nâng PAPI năm 2025".to_owned(),
        title_en: String::new(),
        document: Some("193-kh-ubnd".to_owned()),
        unit: town::UNIT.to_owned(),
        first: date(2025, 1, 1),
        last: date(2025, 12, 31),
        calendar: "par".to_owned(),
        state: State::Draft,
        published_on: None,
        closed_on: None,
        copied_from: None,
        source: String::new(),
    };
    plan::draft(desk, &plan).await.unwrap();
    let task = |code: &str, place, section: &str, what: &str, lead: &str| Terms {
        code: code.to_owned(),
        place,
        section: section.to_owned(),
        what: what.to_owned(),
        product: "Bảng công khai".to_owned(),
        done_when: String::new(),
        rhythm: Rhythm::Quarterly,
        first: date(2025, 1, 1),
        last: date(2025, 12, 31),
        due_on: None,
        lead: Some(lead.to_owned()),
        parts: Vec::new(),
        items: vec!["1.4".to_owned()],
        measure: None,
        weight: 1.0,
        scope: None,
        source: String::new(),
        public: true,
    };
    let tasks = [
        task("1.4-01", 1, "1", "Công khai <b>thu chi</b>", "@xa"),
        task("TT-01", 2, "TT", "Đăng kết quả trên cổng", "BL-STP"),
    ];
    plan::task::draft(desk, "kh-2025", &tasks, None).await.unwrap();
}

async fn task_of(desk: &Desk, code: &str) -> Task {
    plan::task::find(desk, "kh-2025", code).await.unwrap().unwrap()
}

/// The fields of a task's own form as the page gives them, with some changed.
fn change<'a>(version: &'a str, what: &'a str, document: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("act", "change"),
        ("version", version),
        ("code", "TT-01"),
        ("place", "2"),
        ("section", "TT"),
        ("what", what),
        ("product", "Bảng công khai"),
        ("rhythm", "quarterly"),
        ("first", "2025-01-01"),
        ("last", "2025-12-31"),
        ("lead", "BL-STP"),
        ("items", "1.4"),
        ("weight", "1"),
        ("public", "on"),
        ("document", document),
    ]
}

const PLAN: &str = "/ke-hoach/kh-2025";
const TASK: &str = "/ke-hoach/kh-2025/nhiem-vu/TT-01";

on_both! {
    async fn a_plan_is_begun_filled_and_published_from_its_pages(scratch: Scratch) {
        let site = staffed(&scratch).await;
        let desk = scratch.desk().await;
        let lan = seated(&desk, "lan", Role::StandingBody, "BL-SNV25").await;
        get(&site, "/ke-hoach", &lan).await.says("Lập kế hoạch mới");

        let begun = send(&site, "/ke-hoach", &lan, &[
            ("title", "Kế hoạch PAPI 2025"), ("document", "193-kh-ubnd"), ("first", "2025-01-01"), ("last", "2025-12-31"),
        ]).await;
        assert_eq!((begun.status.as_u16(), begun.header("location")), (303, "/ke-hoach/ke-hoach-papi-2025"));
        let address = begun.header("location").to_owned();
        get(&site, &address, &lan).await.says("Chưa có nhiệm vụ nào.");

        let mut fields = change("", "Hướng dẫn trả lời phiếu", "");
        fields[0] = ("act", "task");
        let added = send(&site, &address, &lan, &fields).await;
        assert_eq!(added.header("location"), "/ke-hoach/ke-hoach-papi-2025/nhiem-vu/TT-01");
        let page = get(&site, &address, &lan).await;
        page.says("Nhiệm vụ TT-01 có lời lẽ như chuẩn bị câu trả lời");
        page.says("Ban hành kế hoạch");

        let published = send(&site, &address, &lan, &[("act", "publish")]).await;
        assert_eq!(published.status, 303);
        get(&site, &address, &lan).await.says("Đã ban hành");
        get(&site, added.header("location"), &lan).await.says("6 tháng đầu năm 2025 · hạn 20/6/2025 Sở Tư pháp : chưa đến hạn");
    }

    async fn what_is_typed_stays_where_a_form_is_refused(scratch: Scratch) {
        let site = staffed(&scratch).await;
        let lan = seated(&scratch.desk().await, "lan", Role::StandingBody, "BL-SNV25").await;
        let page = send(&site, "/ke-hoach", &lan, &[("title", "Kế hoạch của tôi"), ("first", "x"), ("last", "")]).await;
        assert_eq!(page.status, 422);
        page.says("Ngày tháng chưa đúng hoặc còn thiếu.");
        assert!(page.text().contains("value=\"Kế hoạch của tôi\""));
    }

    async fn a_plan_shows_its_tasks_by_section_and_what_the_address_asks_for(scratch: Scratch) {
        let site = staffed(&scratch).await;
        let desk = scratch.desk().await;
        drafted(&desk).await;
        plan::publish(&desk, "kh-2025").await.unwrap();
        let an = seated(&desk, "an", Role::Officer, "BL-STP").await;

        let page = get(&site, PLAN, &an).await;
        page.says("Công tác truyền thông TT-01");
        page.says("2 nhiệm vụ");
        assert!(page.text().contains("Công khai &#60;b&#62;thu chi&#60;/b&#62;"), "{}", page.text());
        assert!(!page.words().contains("Thêm nhiệm vụ"));
        assert!(page.body.len() < 100_000);
        get(&site, "/ke-hoach?", &an).await.says("Nâng PAPI năm 2025 Đã ban hành");

        let only = async |query: &str| {
            let words = get(&site, &format!("{PLAN}?{query}"), &an).await.words();
            (words.contains("1.4-01 Công khai"), words.contains("TT-01 Đăng"))
        };
        assert_eq!(only("q=ket+qua").await, (false, true));
        assert_eq!(only("item=1").await, (true, true));
        assert_eq!(only("item=5").await, (false, false));
        assert_eq!(only("agency=BL-STP").await, (false, true));
        assert_eq!(only("agency=@xa").await, (true, false));
        get(&site, "/en/plans/kh-2025", &an).await.says("Published");
    }

    async fn a_draft_is_not_there_for_an_officer(scratch: Scratch) {
        let site = staffed(&scratch).await;
        let desk = scratch.desk().await;
        drafted(&desk).await;
        let an = seated(&desk, "an", Role::Officer, "BL-STP").await;

        let (draft, nothing) = (get(&site, PLAN, &an).await, get(&site, "/ke-hoach/khong-co", &an).await);

        assert_eq!((draft.status.as_u16(), nothing.status.as_u16()), (404, 404));
        assert_eq!(get(&site, TASK, &an).await.status, 404);
        assert!(!get(&site, "/ke-hoach", &an).await.words().contains("Nâng PAPI năm 2025"));
        assert_eq!(send(&site, PLAN, &an, &[("act", "publish")]).await.status, 403);
        assert_ne!(get(&site, PLAN, "session=made-up").await.status, 200);
    }

    async fn the_second_of_two_people_sees_what_the_first_wrote(scratch: Scratch) {
        let site = staffed(&scratch).await;
        let desk = scratch.desk().await;
        drafted(&desk).await;
        let lan = seated(&desk, "lan", Role::StandingBody, "BL-SNV25").await;
        let seen = task_of(&desk, "TT-01").await.version();
        assert_eq!(send(&site, TASK, &lan, &change(&seen, "Lời của người thứ nhất", "")).await.status, 303);

        let second = send(&site, TASK, &lan, &change(&seen, "Lời của người thứ hai", "")).await;

        assert_eq!(second.status, 422);
        second.says("người khác đã ghi thay đổi");
        second.says("Việc phải làm Lời của người thứ nhất");
        assert!(second.text().contains("Lời của người thứ hai</textarea>"));
        assert_eq!(task_of(&desk, "TT-01").await.terms.what, "Lời của người thứ nhất");
        let now = task_of(&desk, "TT-01").await.version();
        assert!(second.text().contains(&format!("name=\"version\" value=\"{now}\"")), "sent again, it is kept");
    }

    async fn an_amendment_names_its_document_and_the_page_tells_of_it(scratch: Scratch) {
        let site = staffed(&scratch).await;
        let desk = scratch.desk().await;
        drafted(&desk).await;
        plan::publish(&desk, "kh-2025").await.unwrap();
        let lan = seated(&desk, "lan", Role::StandingBody, "BL-SNV25").await;
        let seen = task_of(&desk, "TT-01").await.version();

        let refused = send(&site, TASK, &lan, &change(&seen, "Đăng kết quả và tiến độ", "")).await;
        refused.says("Sau khi ban hành, mọi thay đổi cần văn bản làm căn cứ.");
        let kept = send(&site, TASK, &lan, &change(&seen, "Đăng kết quả và tiến độ", "95-kl-tu")).await;

        assert_eq!((kept.status.as_u16(), kept.header("location")), (303, TASK));
        get(&site, TASK, &lan).await.says("20/5/2025: Sửa nội dung (Kết luận số 95-KL/TU)");
    }

    async fn an_assignment_is_given_to_another_from_the_tasks_page(scratch: Scratch) {
        let site = staffed(&scratch).await;
        let desk = scratch.desk().await;
        drafted(&desk).await;
        plan::publish(&desk, "kh-2025").await.unwrap();
        let lan = seated(&desk, "lan", Role::StandingBody, "BL-SNV25").await;
        let own = plan::assignment::of_task(&desk, task_of(&desk, "TT-01").await.id).await.unwrap();
        let id = own[0].id.to_string();

        let unsaid = send(&site, TASK, &lan, &[("act", "give"), ("assignment", &id), ("to", "BL-TTR"), ("words", " ")]).await;
        unsaid.says("Cần ghi lý do.");
        let given = send(&site, TASK, &lan, &[("act", "give"), ("assignment", &id), ("to", "BL-TTR"), ("words", "Đúng việc")]).await;

        assert_eq!(given.status, 303);
        get(&site, TASK, &lan).await.says("(tiếp nhận từ Sở Tư pháp)");
    }

    async fn a_task_is_cancelled_by_a_document(scratch: Scratch) {
        let site = staffed(&scratch).await;
        let desk = scratch.desk().await;
        drafted(&desk).await;
        plan::publish(&desk, "kh-2025").await.unwrap();
        let lan = seated(&desk, "lan", Role::StandingBody, "BL-SNV25").await;

        assert_eq!(send(&site, TASK, &lan, &[("act", "cancel"), ("document", "")]).await.status, 422);
        assert_eq!(send(&site, TASK, &lan, &[("act", "cancel"), ("document", "95-kl-tu")]).await.status, 303);

        let page = get(&site, TASK, &lan).await;
        page.says("Đã dừng 20/5/2025");
        assert!(!page.words().contains("Sửa nhiệm vụ"));
        get(&site, PLAN, &lan).await.says("Đã dừng");
    }
}
