//! The story of the program, told over HTTP on both databases: the first link, people, the annex, a quarter, a report
//! with a photo, its return, an extension, a post handed over, 1 March and 1 July 2025, and the public page.

#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]

use std::sync::{Arc, Mutex};

use crate::door::{Answer, entry};
use crate::office::{Part, file, hidden, multipart, text};
use accounts::Desk;
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt;
use jiff::civil::{Date, date};
use plan::morning::morning;
use sample::Scratch;
use tower::ServiceExt;

const PASSWORD: &str = "sen nở trên kênh Xáng";
const TASKS: &[u8] = include_bytes!("../../../../data/practice/tasks.csv");
const PEOPLE: &str = "Họ và tên,Tài khoản,Chức vụ,Cơ quan,Vai trò
Nguyễn Thị Hạnh,hanh,Chuyên viên PAPI,Sở Nội vụ,Cơ quan thường trực
Ngô Văn Tám,tam,Công chức văn hóa,UBND Phường 2 (thành phố Bạc Liêu),Chuyên viên
";
/// A picture as a phone makes it: where it was taken comes before the points.
const PHOTO: &[u8] = b"\xff\xd8\xff\xe1\0\x10Exif\0\0GPS-9.29\
    \xff\xc0\0\x0b\x08\0\x01\0\x01\x01\x01\x11\0\xff\xda\0\x08\x01\x01\0\0\x3f\0points\xff\xd9";

/// The province at work: its site, and the day that it is there.
struct Province {
    site: Router,
    scratch: Scratch,
    day: Arc<Mutex<Date>>,
}

impl Province {
    async fn open(scratch: &Scratch, first: Date) -> Self {
        let day = Arc::new(Mutex::new(first));
        let at = Arc::clone(&day);
        let clock = Arc::new(move || moment(*at.lock().unwrap()));
        let site = crate::door::staffed_at(scratch, clock).await;
        Self { site, scratch: scratch.clone(), day }
    }

    /// The program's own desk on the day that it is.
    async fn desk(&self) -> Desk {
        let day = *self.day.lock().unwrap();
        Desk::program(&self.scratch.store().await, day, moment(day).0)
    }

    /// The next days come, each with its morning.
    async fn until(&self, days: &[Date]) {
        for next in days {
            *self.day.lock().unwrap() = *next;
            morning(&self.desk().await).await.unwrap();
        }
    }

    async fn get(&self, cookie: &str, address: &str) -> Answer {
        entry::get(&self.site, address, cookie).await
    }

    /// Sends a form and follows where it leads.
    async fn post(&self, cookie: &str, address: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = entry::post(&self.site, address, cookie, &entry::form(fields)).await;
        self.followed(cookie, answer).await
    }

    async fn upload(&self, cookie: &str, address: &str, parts: &[Part<'_>]) -> Answer {
        let kind = format!("multipart/form-data; boundary={}", crate::office::BOUNDARY);
        let request = Request::post(address).header("content-type", kind).header("cookie", cookie);
        let request = request.body(Body::from(multipart(parts))).unwrap();
        let (head, body) = self.site.clone().oneshot(request).await.unwrap().into_parts();
        let body = body.collect().await.unwrap().to_bytes().into();
        self.followed(cookie, Answer { status: head.status, headers: head.headers, body }).await
    }

    async fn followed(&self, cookie: &str, answer: Answer) -> Answer {
        match answer.status.as_u16() {
            303 => self.get(cookie, answer.header("location")).await,
            200 => answer,
            other => panic!("{other}: {}", answer.words()),
        }
    }

    /// Comes in by a one-time link with a password of their own.
    async fn arrive(&self, link: &str) -> String {
        let answer = entry::post(&self.site, link, "", &entry::chosen(PASSWORD, PASSWORD)).await;
        entry::cookie(&answer, "session")
    }

    /// Comes in by that password: nobody stays signed in for weeks.
    async fn enter(&self, account: &str) -> String {
        let answer = entry::post(&self.site, "/dang-nhap", "", &entry::typed(account, PASSWORD, "")).await;
        entry::cookie(&answer, "session")
    }

    /// Reports on an assignment; a file where one is given.
    async fn report(&self, cookie: &str, address: &str, done: &str, photo: Option<&[u8]>) -> Answer {
        let page = self.get(cookie, address).await;
        let [form, number, version] = ["form", "number", "version"].map(|name| hidden(page.text(), name));
        let mut parts = vec![text("form", &form), text("number", &number), text("version", &version)];
        parts.extend([text("done", done), text("value", "85")]);
        parts.extend(photo.map(|bytes| file("anh.jpg", bytes)));
        self.upload(cookie, &format!("{address}/gui"), &parts).await
    }

    /// The addresses of what somebody owes.
    async fn owed(&self, cookie: &str) -> Vec<String> {
        let page = self.get(cookie, "/viec-cua-toi").await;
        let links = page.text().split("href=\"/viec/").skip(1);
        links.map(|rest| format!("/viec/{}", rest.split('"').next().unwrap())).collect()
    }
}

fn moment(day: Date) -> (jiff::Timestamp, Date) {
    let noon = day.at(5, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp();
    (noon, day)
}

/// The one-time links of slips, by account.
fn link_of(slips: &Answer, account: &str) -> String {
    let slip = slips.text().split("class=\"slip\"").find(|slip| slip.contains(&format!("<b>{account}</b>")));
    let at =
        slip.unwrap_or_else(|| panic!("no slip for {account}: {}", slips.words())).split("/lien-ket/").nth(1);
    format!("/lien-ket/{}", at.unwrap().split('<').next().unwrap().trim())
}

sample::on_both! {
    async fn from_the_first_link_to_the_public_page(scratch: Scratch) {
        let province = Province::open(&scratch, date(2025, 1, 6)).await;
        entry::arrived(&province.site, &scratch).await;
        let admin = entry::enter(&province.site).await;
        let mark = hidden(province.get(&admin, "/quan-tri/nhap-nguoi-dung").await.text(), "form");
        let people = [text("form", &mark), ("file", Some("nguoi.csv"), PEOPLE.as_bytes())];
        let slips = province.upload(&admin, "/quan-tri/nhap-nguoi-dung", &people).await;
        let [hanh, tam] = ["hanh", "tam"].map(|account| link_of(&slips, account));
        let hanh = province.arrive(&hanh).await;
        province.arrive(&tam).await;

        publish(&province, &hanh).await;
        province.until(&[date(2025, 3, 1), date(2025, 3, 3)]).await;
        let (hanh, tam) = (province.enter("hanh").await, province.enter("tam").await);
        let admin = entry::enter(&province.site).await;
        let owed = province.owed(&tam).await;
        assert!(owed.len() >= 5, "the quarter asks a ward for much: {owed:?}");
        reported_and_accepted(&province, &hanh, &tam, &owed[0]).await;
        extended(&province, &hanh, &tam, &owed[1]).await;
        handed_over(&province, &admin, &tam).await;
        nothing_is_orphaned(&province).await;
        let public = province.get("", "/tien-do").await;
        assert!(!public.words().contains("Ngô Văn Tám") && !public.words().contains("Thiếu biên bản"));
    }
}

/// The standing body registers the document, drafts the plan, takes the 70 tasks in and publishes.
async fn publish(province: &Province, hanh: &str) {
    let document = [
        text("sign", "07/KH-UBND"),
        text("kind", "plan"),
        text("issued_on", "2025-01-06"),
        text("issuer", "UBND tỉnh"),
        text("title", "Nâng xếp hạng PAPI năm 2025"),
        text("agency", "BL-UBND"),
        text("carries_out", ""),
        text("amends", ""),
        text("replaces", ""),
        text("owed_by", ""),
        text("owed_until", ""),
    ];
    province.upload(hanh, "/so-van-ban", &document).await.says("Đã ghi vào sổ");
    let plan = [
        ("title", "Nâng xếp hạng PAPI"),
        ("slug", "nam-2025"),
        ("document", "07-kh-ubnd"),
        ("first", "2025-01-06"),
        ("last", "2025-12-31"),
    ];
    province.post(hanh, "/ke-hoach", &plan).await.says("Dự thảo");
    let annex = "/ke-hoach/nam-2025/phu-luc";
    let mark = hidden(province.get(hanh, annex).await.text(), "form");
    let looked = province.upload(hanh, annex, &[text("form", &mark), file("phu-luc.csv", TASKS)]).await;
    looked.says("Phụ lục nhập được");
    let seen = hidden(looked.text(), "seen");
    let taken = [("act", "take"), ("seen", seen.as_str()), ("sheet", "")];
    province.post(hanh, &format!("{annex}/{mark}"), &taken).await;
    province.get(hanh, "/ke-hoach/nam-2025").await.says("70 nhiệm vụ");
    province.post(hanh, "/ke-hoach/nam-2025", &[("act", "publish")]).await.says("Đã ban hành");
}

/// A ward reports with a photo; it is returned with a reason, sent again and accepted.
async fn reported_and_accepted(province: &Province, hanh: &str, tam: &str, work: &str) {
    let sent = province.report(tam, work, "Đã họp dân ở 5 khóm", Some(PHOTO)).await;
    sent.says("Ngô Văn Tám gửi lúc");
    let photo = sent
        .text()
        .split("\"/minh-chung/")
        .nth(1)
        .unwrap_or_else(|| panic!("{}", sent.words()))
        .split('"')
        .next()
        .unwrap();
    let kept = province.get(hanh, &format!("/minh-chung/{photo}")).await;
    assert!(kept.body.starts_with(b"\xff\xd8"), "the reviewer sees the photo");
    assert!(!kept.body.windows(3).any(|bytes| bytes == b"GPS"), "without where it was taken");
    let decide = async |act: &str| {
        let page = province.get(hanh, "/tham-dinh").await;
        let report = hidden(page.text(), "report");
        let fields = [("report", report.as_str()), ("reason", "Thiếu biên bản"), ("act", act)];
        province.post(hanh, "/tham-dinh", &fields).await
    };
    decide("return").await.says("Đã trả lại 1 báo cáo");
    province.get(tam, "/viec-cua-toi").await.says("Thiếu biên bản");
    province
        .report(tam, work, "Đã họp dân ở 5 khóm, biên bản 07", None)
        .await
        .says("Đã gửi lại, chờ thẩm định");
    decide("accept").await.says("Đã chấp nhận 1 báo cáo");
    province.get(tam, work).await.says("Nguyễn Thị Hạnh chấp nhận lúc");
    province.get(hanh, "/ke-hoach/nam-2025/nhiem-vu/3.1-01").await.says("Hoàn thành một phần: 1/");
}

/// A later day is asked for and granted.
async fn extended(province: &Province, hanh: &str, tam: &str, work: &str) {
    let mark = hidden(province.get(tam, work).await.text(), "form");
    let wish = [("form", mark.as_str()), ("until", "2025-04-28"), ("why", "Chờ hướng dẫn")];
    province.post(tam, &format!("{work}/gia-han"), &wish).await.says("Đã gửi đề nghị gia hạn");
    let asked = hidden(province.get(hanh, "/tham-dinh").await.text(), "extension");
    let grant = [("extension", asked.as_str()), ("until", "2025-04-28"), ("act", "grant")];
    province.post(hanh, "/tham-dinh", &grant).await.says("Đã đồng ý 1 đề nghị gia hạn");
    province.get(tam, work).await.says("28/4/2025");
}

/// The post goes to somebody new, and what is open with it.
async fn handed_over(province: &Province, admin: &str, tam: &str) {
    let before = province.owed(tam).await;
    let mark = hidden(province.get(admin, "/quan-tri/nguoi-dung").await.text(), "form");
    let new =
        [("form", mark.as_str()), ("name", "Trần Thị Ba"), ("account", "ba"), ("post", ""), ("first", "")];
    province.post(admin, "/quan-tri/nguoi-dung", &new).await;
    let people = province.get(admin, "/quan-tri/nguoi-dung?q=ba").await;
    let person = address(&people, "/quan-tri/nguoi-dung/", "Trần Thị Ba");
    let ba = link_of(&province.post(admin, &person, &[("act", "link")]).await, "ba");
    let post =
        address(&province.get(admin, "/quan-tri/chuc-vu").await, "/quan-tri/chuc-vu/", "Công chức văn hóa");
    let from = hidden(province.get(admin, &post).await.text(), "from");
    let fields = [
        ("act", "hand_over"),
        ("from", from.as_str()),
        ("who", "ba"),
        ("first", "2025-03-04"),
        ("words", ""),
    ];
    province.post(admin, &post, &fields).await.says("Trần Thị Ba");
    province.until(&[date(2025, 3, 4)]).await;
    let tam = province.get(tam, "/viec-cua-toi").await;
    assert!(!tam.text().contains("href=\"/viec/"), "who handed it over has it no more: {}", tam.words());
    let ba = province.arrive(&ba).await;
    assert_eq!(province.owed(&ba).await, before, "and who took it over has all of it");
}

/// The address of the link that says this.
fn address(page: &Answer, begins: &str, says: &str) -> String {
    let links = page.text().split("href=\"").skip(1).filter(|rest| rest.starts_with(begins));
    let found = links.map(|rest| rest.split("</a>").next().unwrap()).find(|link| link.contains(says));
    let link = found.unwrap_or_else(|| panic!("no link says «{says}»: {}", page.words()));
    link.split('"').next().unwrap().to_owned()
}

/// 1 March and 1 July pass: whatever is open is owed by an agency in force, or waits for a person.
async fn nothing_is_orphaned(province: &Province) {
    for days in [[date(2025, 3, 14), date(2025, 3, 21)], [date(2025, 7, 1), date(2025, 7, 2)]] {
        province.until(&days).await;
        let desk = province.desk().await;
        let directory = accounts::Directory::load(&mut desk.read().await.unwrap()).await.unwrap();
        let mut open = 0;
        for task in plan::task::of_plan(&desk, "nam-2025").await.unwrap() {
            let stands = plan::assignment::standings(&desk, &task).await.unwrap();
            for it in stands.iter().filter(|it| {
                !it.status.is_done() && it.status.as_str() != "cancelled" && it.assignment.joined.is_none()
            }) {
                let it = &it.assignment;
                let in_force = directory.agency(&it.agency).is_some_and(|agency| agency.in_force(desk.today));
                assert!(in_force || it.undecided, "{} of {} is orphaned", it.id, it.agency);
                open += 1;
            }
        }
        assert!(open > 100, "the province is at work: {open}");
    }
    let hanh = province.enter("hanh").await;
    province.get(&hanh, "/bang-theo-doi?plan=nam-2025").await.says("Nâng xếp hạng PAPI");
}
