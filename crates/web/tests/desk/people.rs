//! People and posts at the front door: added, handed over, deputised, taken in from a spreadsheet, with slips.

use crate::door::Answer;
use accounts::person::{self, New};
use accounts::post::{self, Named};
use accounts::{Desk, Post, Role, audit};
use axum::Router;
use axum::http::{Method, StatusCode};
use jiff::civil::{Date, date};
use sample::Scratch;

const FIRST: Date = Date::constant(2025, 3, 1);

/// A site with an administrator who is signed in.
struct Office {
    desk: Desk,
    site: Router,
    cookie: String,
    administrator: i64,
    scratch: Scratch,
}

impl Office {
    async fn open() -> Self {
        let scratch = Scratch::sqlite();
        let site = crate::door::staffed(&scratch).await;
        let desk = scratch.desk().await;
        let mut office = Self { desk, site, cookie: String::new(), administrator: 0, scratch };
        let (_, id) = office.person("Quản Trị", "BL-SNV25", "Quản trị", Role::Administrator).await;
        office.cookie = crate::door::sign_in(&office.desk, id, "bl-snv25.quan-tri").await;
        office.administrator = id;
        office
    }

    /// A person at a new post.
    async fn person(&self, name: &str, agency: &str, post: &str, role: Role) -> (Post, i64) {
        let named = Named { agency, name: post, role, first: FIRST, form: None };
        let post = post::open(&self.desk, &named).await.expect("a post");
        let posts = [(post.code.as_str(), FIRST)];
        let new = New { name, posts: &posts, ..New::default() };
        let id = person::add(&self.desk, &new).await.expect("a person").id;
        (post, id)
    }

    async fn get(&self, address: &str) -> Answer {
        crate::door::ask(&self.site, Method::GET, address, &[("cookie", &self.cookie)], "").await
    }

    async fn send(&self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let encoded = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
        let body: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        let headers =
            [("cookie", self.cookie.as_str()), ("content-type", "application/x-www-form-urlencoded")];
        crate::door::ask(&self.site, Method::POST, address, &headers, &body.join("&")).await
    }

    async fn upload(&self, form: &str, csv: &str) -> Answer {
        let body = format!(
            "--x\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n{form}\r\n--x\r\n\
             Content-Disposition: form-data; name=\"file\"; filename=\"ds.csv\"\r\n\r\n{csv}\r\n--x--\r\n"
        );
        let headers = [
            ("cookie", self.cookie.as_str()),
            ("content-type", "multipart/form-data; boundary=x"),
            ("origin", "https://papi.example.vn"),
            ("host", "papi.example.vn"),
        ];
        crate::door::ask(&self.site, Method::POST, "/quan-tri/nhap-nguoi-dung", &headers, &body).await
    }
}

/// The value of a hidden field.
fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let mark = format!("name=\"{name}\" value=\"");
    page.split_once(&mark).expect("the field").1.split_once('"').expect("an end").0
}

#[tokio::test]
async fn an_administrator_adds_a_person_and_the_same_form_adds_nobody_else() {
    let office = Office::open().await;
    let form = hidden(office.get("/quan-tri/nguoi-dung").await.text(), "form").to_owned();
    let fields = [("name", "Nguyễn Thị Lan"), ("account", ""), ("form", form.as_str())];
    let answer = office.send("/quan-tri/nguoi-dung", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let page = office.get(answer.header("location")).await;
    page.says("lan.nguyen-thi");
    page.says("Chưa đặt mật khẩu");
    assert_eq!(office.send("/quan-tri/nguoi-dung", &fields).await.status, StatusCode::SEE_OTHER);
    office.get("/quan-tri/nguoi-dung?q=lan.nguyen-thi").await.says("1 người.");
}

#[tokio::test]
async fn a_refused_form_says_why_and_keeps_what_was_typed() {
    let office = Office::open().await;
    let fields = [("name", "Lan <b>"), ("account", "a b"), ("form", "")];
    let answer = office.send("/quan-tri/nguoi-dung", &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.says("“a b” không dùng làm tài khoản được");
    assert!(answer.text().contains("value=\"Lan &#60;b&#62;\""), "{}", answer.text());
}

#[tokio::test]
async fn only_administrators_and_auditors_see_people_and_only_the_former_change_them() {
    let mut office = Office::open().await;
    let lan = office.person("Lan", "BL-SNV25", "Chuyên viên", Role::Officer).await.1;
    let administrator = office.cookie.clone();
    for (role, sees) in [
        (Role::StandingBody, false),
        (Role::Leader, false),
        (Role::Head, false),
        (Role::Officer, false),
        (Role::Communicator, false),
        (Role::Auditor, true),
    ] {
        office.cookie = administrator.clone();
        let (post, id) = office.person("Ai", "BL-SNV25", role.as_str(), role).await;
        office.cookie = crate::door::sign_in(&office.desk, id, &post.code).await;
        let status = |sees| if sees { StatusCode::OK } else { StatusCode::FORBIDDEN };
        assert_eq!(office.get("/quan-tri/nguoi-dung").await.status, status(sees), "{role:?}");
        assert_eq!(office.get(&format!("/quan-tri/nguoi-dung/{lan}")).await.status, status(sees), "{role:?}");
        let sent = office.send("/quan-tri/nguoi-dung", &[("name", "X")]).await;
        assert_eq!(sent.status, StatusCode::FORBIDDEN, "{role:?}");
        let sent = office.send(&format!("/quan-tri/nguoi-dung/{lan}"), &[("act", "disable")]).await;
        assert_eq!(sent.status, StatusCode::FORBIDDEN, "{role:?}");
        let posts = office.get("/quan-tri/chuc-vu").await.status;
        assert_eq!(posts, status(sees || role == Role::Head), "{role:?}");
    }
    office.cookie = String::new();
    assert!(office.get("/quan-tri/nguoi-dung").await.header("location").starts_with("/dang-nhap"));
}

#[tokio::test]
async fn a_link_is_shown_once_as_a_slip() {
    let office = Office::open().await;
    let (_, lan) = office.person("Nguyễn Thị Lan", "BL-SNV25", "Chuyên viên", Role::Officer).await;
    let address = format!("/quan-tri/nguoi-dung/{lan}");
    let slip = office.send(&address, &[("act", "link")]).await;
    assert_eq!(slip.status, StatusCode::OK);
    slip.says("lan.nguyen-thi");
    slip.says("Chuyên viên, Sở Nội vụ");
    let link = slip.text().split_once("/lien-ket/").expect("a link").1;
    let token = &link[..64];
    assert!(!office.get(&address).await.text().contains(token));
    assert_eq!(slip.header("cache-control"), "private, no-store");
}

#[tokio::test]
async fn a_disabled_person_is_out_at_once() {
    let mut office = Office::open().await;
    let (post, lan) = office.person("Lan", "BL-SNV25", "Chuyên viên", Role::Officer).await;
    let hers = crate::door::sign_in(&office.desk, lan, &post.code).await;
    let address = format!("/quan-tri/nguoi-dung/{lan}");
    assert_eq!(office.send(&address, &[("act", "disable")]).await.status, StatusCode::SEE_OTHER);
    office.get(&address).await.says("Đã khóa");
    office.cookie = hers;
    assert!(office.get("/viec-cua-toi").await.header("location").starts_with("/dang-nhap"));
}

#[tokio::test]
async fn of_two_who_rename_the_second_sees_what_the_first_wrote() {
    let office = Office::open().await;
    let (_, lan) = office.person("Lan", "BL-SNV25", "Chuyên viên", Role::Officer).await;
    let address = format!("/quan-tri/nguoi-dung/{lan}");
    let rename = |to| [("act", "rename"), ("was", "Lan"), ("name", to)];
    assert_eq!(office.send(&address, &rename("Lan Anh")).await.status, StatusCode::SEE_OTHER);
    let second = office.send(&address, &rename("Lan Hương")).await;
    assert_eq!(second.status, StatusCode::UNPROCESSABLE_ENTITY);
    second.says("Có người vừa sửa họ tên thành “Lan Anh”");
}

#[tokio::test]
async fn a_post_is_opened_handed_over_and_deputised_from_its_page() {
    let office = Office::open().await;
    office.person("Minh", "BL-SNV25", "Văn thư", Role::Officer).await;
    let open = [
        ("act", "open"),
        ("agency", "BL-SNV25"),
        ("name", "Chuyên viên"),
        ("role", "officer"),
        ("first", "2025-03-01"),
    ];
    let opened = office.send("/quan-tri/chuc-vu", &open).await;
    let address = opened.header("location").to_owned();
    assert_eq!(address, "/quan-tri/chuc-vu/bl-snv25.chuyen-vien");
    let appoint = [("act", "appoint"), ("who", "minh"), ("first", "2025-04-01")];
    assert_eq!(office.send(&address, &appoint).await.status, StatusCode::SEE_OTHER);
    office.person("Hoa", "BL-SNV25", "Kế toán", Role::Officer).await;
    let from = hidden(office.get(&address).await.text(), "from").to_owned();
    let hand_over =
        [("act", "hand_over"), ("from", &from), ("who", "hoa"), ("first", "2025-05-20"), ("words", "QĐ 12")];
    assert_eq!(office.send(&address, &hand_over).await.status, StatusCode::SEE_OTHER);
    let again = office.send(&address, &hand_over).await;
    again.says("hiện do Hoa giữ");
    let deputise = [("act", "deputise"), ("who", "minh"), ("first", "2025-05-20"), ("last", "2025-05-25")];
    assert_eq!(office.send(&address, &deputise).await.status, StatusCode::SEE_OTHER);
    let page = office.get(&address).await;
    page.says("Minh (minh), làm thay");
    let holding = hidden(page.text(), "holding").to_owned();
    let recall = [("act", "recall"), ("holding", holding.as_str()), ("last", "2025-05-20")];
    assert_eq!(office.send(&address, &recall).await.status, StatusCode::SEE_OTHER);
    let trail = audit::about(&mut office.desk.read().await.expect("read"), "post/bl-snv25.chuyen-vien").await;
    let acts: Vec<_> = trail.expect("a trail").into_iter().map(|entry| entry.act).collect();
    assert_eq!(
        acts,
        ["post.opened", "post.appointed", "post.handed_over", "post.deputised", "post.recalled"]
    );
}

#[tokio::test]
async fn a_head_of_agency_deputises_at_home_and_other_posts_are_not_there() {
    let mut office = Office::open().await;
    let (own, _) = office.person("Lan", "BL-STC25", "Chuyên viên", Role::Officer).await;
    let (other, _) = office.person("Minh", "BL-SNV25", "Chuyên viên", Role::Officer).await;
    let (head, id) = office.person("Sếp", "BL-STC25", "Giám đốc", Role::Head).await;
    office.cookie = crate::door::sign_in(&office.desk, id, &head.code).await;
    let list = office.get("/quan-tri/chuc-vu").await;
    list.says("2 chức vụ.");
    let address = format!("/quan-tri/chuc-vu/{}", own.code);
    let named = |who| [("act", "deputise"), ("who", who), ("first", "2025-05-20"), ("last", "2025-05-21")];
    assert_eq!(office.send(&address, &named("sep")).await.status, StatusCode::SEE_OTHER);
    let stranger = office.send(&address, &named("minh")).await;
    stranger.says("Không có tài khoản này trong những người được chọn");
    for code in [other.code.as_str(), "khong.co"] {
        let address = format!("/quan-tri/chuc-vu/{code}");
        assert_eq!(office.get(&address).await.status, StatusCode::NOT_FOUND);
        assert_eq!(office.send(&address, &named("sep")).await.status, StatusCode::NOT_FOUND);
    }
    let closed = office.send(&address, &[("act", "close"), ("last", "2025-05-20")]).await;
    assert_eq!(closed.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_spreadsheet_gives_slips_and_a_lost_answer_gives_them_again() {
    let office = Office::open().await;
    let form = hidden(office.get("/quan-tri/nhap-nguoi-dung").await.text(), "form").to_owned();
    let csv = "Họ và tên,Tài khoản,Chức vụ,Cơ quan,Vai trò\n\
               Nguyễn Thị Lan,,Chuyên viên,BL-SNV25,Chuyên viên\nTrần Minh,minh,Chuyên viên,Sở Nội vụ,Chuyên viên\n";
    let slips = office.upload(&form, csv).await;
    assert_eq!(slips.status, StatusCode::OK, "{}", slips.words());
    assert_eq!(slips.text().matches("class=\"slip\"").count(), 2);
    assert_eq!(slips.text().matches("https://papi.example.vn/lien-ket/").count(), 2);
    slips.says("minh");
    let again = office.upload(&form, csv).await;
    assert_eq!(again.text().matches("class=\"slip\"").count(), 2);
    office.get("/quan-tri/nguoi-dung?agency=BL-SNV25").await.says("3 người.");
}

#[tokio::test]
async fn a_spreadsheet_with_mistakes_tells_each_with_its_cell() {
    let office = Office::open().await;
    let form = "f".repeat(64);
    let csv = "Họ và tên,Tài khoản,Chức vụ,Cơ quan,Vai trò\n,,Chuyên viên,Sở Ma,Vua\n";
    let refused = office.upload(&form, csv).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says("A2 : còn trống hoặc quá dài");
    refused.says("D2 : không có cơ quan đang hoạt động nào mang mã hoặc tên này (đã ghi: Sở Ma)");
    refused.says("E2 : không có vai trò này; ghi một trong: Quản trị, Cơ quan thường trực");
    office.get("/quan-tri/nguoi-dung?agency=BL-SNV25").await.says("1 người.");
}

#[tokio::test]
async fn posts_of_a_split_district_wait_for_an_administrator() {
    let office = Office::open().await;
    let (post, _) = office.person("Lan", "BL-H-HD", "Chuyên viên", Role::Officer).await;
    let july = date(2025, 7, 2);
    let now = "2025-07-02T02:00:00Z".parse().expect("an instant");
    let site = crate::door::staffed_at(&office.scratch, std::sync::Arc::new(move || (now, july))).await;
    let mut desk = office.desk.clone();
    (desk.now, desk.today) = (now, july);
    let cookie = crate::door::sign_in(&desk, office.administrator, "bl-snv25.quan-tri").await;
    let office = Office { site, cookie, desk, ..office };
    let page = office.get("/quan-tri/chuc-vu").await;
    page.says("Chức vụ chờ quyết định");
    let fields = [("act", "settle"), ("post", post.code.as_str()), ("heir", "CM-SNV")];
    office.send("/quan-tri/chuc-vu", &fields).await.says("Công việc không chuyển về cơ quan này");
    let heir = page.text().split_once("<select name=\"heir\"").expect("heirs").1;
    let heir = heir.split("value=\"").nth(2).expect("an heir").split_once('"').expect("an end").0;
    let fields = [("act", "settle"), ("post", post.code.as_str()), ("heir", heir)];
    let settled = office.send("/quan-tri/chuc-vu", &fields).await;
    assert_eq!(settled.status, StatusCode::SEE_OTHER, "{}", settled.words());
    office.get(settled.header("location")).await.says("Lan (lan)");
}

#[tokio::test]
async fn the_pages_speak_english_too() {
    let office = Office::open().await;
    office.get("/en/people?agency=BL-SNV25").await.says("One person.");
    office.get("/en/people/1").await.says("One-time sign-in link");
    office.get("/en/posts/bl-snv25.quan-tri").await.says("Hand over");
    office.get("/en/people-import").await.says("One row for each person");
}
