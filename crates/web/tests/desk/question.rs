//! Questions at the front door: asked without an account, moved, answered late, opened again, answered, rated; and what
//! comes in that should not.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use std::sync::{Arc, Mutex};

use crate::door::Answer;
use crate::office::{BOUNDARY, Office, Part, file, hidden, multipart, text};
use accounts::Role;
use axum::body::Body;
use axum::http::{Method, Request};
use http_body_util::BodyExt;
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use sample::{Scratch, on_both};
use tower::ServiceExt;

const WARD: &str = "BL-X-P2";
const DEPARTMENT: &str = "BL-SNV25";
const MAIL: &str = "lan.bi-mat@example.vn";
const WORDS: &str = "Đường trước cổng trường bị hư, nước ngập";

/// The site, somebody's browser, and a clock.
struct Street {
    office: Office,
    clock: Arc<Mutex<(Timestamp, Date)>>,
    client: String,
}

async fn open(scratch: &Scratch) -> Street {
    let desk = scratch.desk().await;
    let clock = Arc::new(Mutex::new((desk.now, desk.today)));
    let read = Arc::clone(&clock);
    let site = crate::door::staffed_at(scratch, Arc::new(move || *read.lock().unwrap())).await;
    Street { office: Office { site, desk }, clock, client: "203.0.113.7".to_owned() }
}

impl Street {
    /// It is nine in the morning of a day.
    fn on(&mut self, day: Date) {
        self.office.desk = self.office.desk.on(day);
        *self.clock.lock().unwrap() = (self.office.desk.now, day);
    }

    fn wait(&self, seconds: i64) {
        self.clock.lock().unwrap().0 += SignedDuration::from_secs(seconds);
    }

    /// The form, opened a minute ago.
    async fn ticket(&self) -> String {
        let form = hidden(self.read("/hoi-dap").await.text(), "form");
        self.wait(60);
        form
    }

    async fn read(&self, address: &str) -> Answer {
        crate::door::ask(&self.office.site, Method::GET, address, &[], "").await
    }

    async fn send(&self, parts: &[Part<'_>]) -> Answer {
        let request = Request::post("/hoi-dap")
            .header("content-type", format!("multipart/form-data; boundary={BOUNDARY}"))
            .header("x-forwarded-for", &self.client)
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(multipart(parts)))
            .unwrap();
        let (parts, body) = self.office.site.clone().oneshot(request).await.unwrap().into_parts();
        let body = body.collect().await.unwrap().to_bytes().into();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// Asks the ward by a fresh form; what is named twice counts as it is named first.
    async fn ask(&self, more: &[Part<'_>]) -> Answer {
        let form = self.ticket().await;
        let usual = [
            text("form", &form),
            text("kind", "feedback"),
            text("words", WORDS),
            text("place", WARD),
            text("contact", MAIL),
            text("consent", "yes"),
        ];
        self.send(&[more, usual.as_slice()].concat()).await
    }

    /// Follows by code and secret, and does something besides.
    async fn follow(&self, keys: &[String; 2], more: &[(&str, &str)]) -> Answer {
        let fields = [("code", keys[0].as_str()), ("secret", keys[1].as_str())];
        self.office.post("", "/hoi-dap/theo-doi", &[&fields, more].concat()).await
    }
}

/// Code and secret as the page shows them.
fn keys(page: &Answer) -> [String; 2] {
    assert_eq!(page.status, 200, "{}", page.words());
    let mut marked = page.text().split("<code><strong>").skip(1).map(|rest| rest.split('<').next().unwrap());
    [marked.next().unwrap().to_owned(), marked.next().unwrap().to_owned()]
}

/// The page of the question of a code, as a register links to it.
async fn page_of(office: &Office, cookie: &str, code: &str) -> String {
    let list = office.get(cookie, &format!("/so-hoi-dap?q={code}")).await;
    let end = list.text().find(&format!("\">{code}</a>"));
    let end = end.unwrap_or_else(|| panic!("no {code}: {}", list.words()));
    list.text()[..end].rsplit('"').next().unwrap().to_owned()
}

on_both! {
    async fn asked_moved_answered_late_opened_again_answered_and_rated(scratch: Scratch) {
        let mut street = open(&scratch).await;
        let received = street.ask(&[]).await;
        received.says("Đã nhận câu hỏi của bạn");
        received.says("27 tháng 5 năm 2025");
        assert_eq!(received.header("cache-control"), "private, no-store");
        let keys = keys(&received);
        street.follow(&keys, &[]).await.says("Chưa trả lời");

        let ut = street.office.seat("ut", Role::Officer, WARD).await;
        let at = page_of(&street.office, &ut, &keys[0]).await;
        street.office.get(&ut, &at).await.says(WORDS);
        let moved = [("act", "route"), ("to", DEPARTMENT), ("words", "Việc của Sở")];
        let answer = street.office.post(&ut, &at, &moved).await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/so-hoi-dap"));
        assert_eq!(street.office.get(&ut, &at).await.status, 404, "moved is out of sight");
        let seen = street.follow(&keys, &[]).await;
        seen.says("Chuyển đến Sở Nội vụ");
        seen.says("Chuyển chưa phải là trả lời");
        seen.says("Chưa trả lời");
        seen.says("Hạn trả lời 27/5/2025");

        street.on(date(2025, 5, 30));
        let lan = street.office.seat("lan", Role::Officer, DEPARTMENT).await;
        street.office.get(&lan, &at).await.says("Quá hạn 3 ngày, chưa trả lời");
        street.office.get(&lan, "/so-hoi-dap?state=overdue").await.says(&keys[0]);
        let told = [("act", "answer"), ("words", "Đã san lấp <b>xong</b>")];
        assert_eq!(street.office.post(&lan, &at, &told).await.status, 303);
        let again = street.office.post(&lan, &at, &told).await;
        assert_eq!(again.status, 422);
        again.says("Câu hỏi không còn chờ trả lời");
        let seen = street.follow(&keys, &[]).await;
        seen.says("Đã trả lời, muộn 3 ngày");
        assert!(seen.text().contains("&#60;b&#62;xong") && !seen.text().contains("<b>xong"));

        street.follow(&keys, &[("act", "reopen"), ("why", "Vẫn ngập")]).await.says("Đã mở lại câu hỏi");
        street.office.get(&lan, &at).await.says("Vẫn ngập");
        let told = [("act", "answer"), ("words", "Đã đặt cống mới")];
        assert_eq!(street.office.post(&lan, &at, &told).await.status, 303);
        street.follow(&keys, &[("act", "rate"), ("rating", "4")]).await.says("Cảm ơn bạn đã chấm");
        assert_eq!(street.follow(&keys, &[("act", "rate"), ("rating", "5")]).await.status, 422);
        let register = street.office.get(&lan, "/so-hoi-dap").await;
        register.says("0 trên 1 Trả lời đúng hạn");
        register.says("1 trên 1 Người hỏi hài lòng");
        let sheet = street.office.get(&lan, "/so-hoi-dap?format=csv").await;
        assert!(sheet.text().contains(&keys[0]) && !sheet.text().contains("bi-mat"));
    }

    async fn an_answer_becomes_public_by_a_person_and_goes_when_its_asker_says(scratch: Scratch) {
        let street = open(&scratch).await;
        let keys = keys(&street.ask(&[]).await);
        let (ut, nam) = (
            street.office.seat("ut", Role::Officer, WARD).await,
            street.office.seat("nam", Role::Head, WARD).await,
        );
        let at = page_of(&street.office, &ut, &keys[0]).await;
        street.office.post(&ut, &at, &[("act", "answer"), ("words", "Đã san lấp")]).await;
        let words = ("asked", "Đường trước trường bị hư");
        let publish = |answer| [("act", "publish"), words, ("answer", answer), ("checked", "yes")];
        assert_eq!(street.office.post(&ut, &at, &publish("Đã san lấp")).await.status, 403);
        let refused = street.office.post(&nam, &at, &publish("Gọi chị Lan 0912 345 678")).await;
        assert_eq!(refused.status, 422);
        refused.says("Trong bài còn số điện thoại");
        assert!(refused.text().contains("Gọi chị Lan 0912 345 678"), "what was typed stays");
        assert_eq!(street.office.post(&nam, &at, &publish("Đã san lấp")).await.status, 303);
        for (sought, is_there) in [("duong%20truong", true), ("ĐƯỜNG", true), ("ngap", false), ("%25", true)] {
            let page = street.read(&format!("/hoi-dap/da-tra-loi?q={sought}")).await;
            assert_eq!(page.text().contains("Đường trước trường bị hư"), is_there, "{sought}");
        }
        street.follow(&keys, &[("act", "erase")]).await.says("Không còn giữ địa chỉ thư, số điện thoại hay ảnh nào của ông, bà");
        assert_eq!(street.office.post(&nam, &at, &publish("Đã san lấp")).await.status, 422, "no consent any more");
    }

    async fn the_address_is_shown_to_who_must_answer_and_to_no_one_else(scratch: Scratch) {
        let street = open(&scratch).await;
        let asked = street.ask(&[file("anh.jpg", &photo())]).await;
        let keys = keys(&asked);
        let ut = street.office.seat("ut", Role::Officer, WARD).await;
        let at = page_of(&street.office, &ut, &keys[0]).await;
        assert!(!street.office.get(&ut, &at).await.text().contains(MAIL), "not before it is asked for");
        street.office.post(&ut, &at, &[("act", "see_contact")]).await.says(MAIL);
        let seen = street.office.get(&ut, &format!("{at}/anh")).await;
        assert_eq!((seen.status.as_u16(), seen.header("content-type")), (200, "image/jpeg"));
        assert_eq!(seen.header("content-security-policy"), "default-src 'none'; sandbox");
        assert!(!String::from_utf8_lossy(&seen.body).contains("GPS!"));
        for (account, role, agency, status) in [
            ("hoa", Role::StandingBody, "BL-VPUBND", 403),
            ("kiem", Role::Auditor, "BL-TTR", 403),
            ("xa", Role::Officer, DEPARTMENT, 404),
        ] {
            let other = street.office.seat(account, role, agency).await;
            let came = street.office.post(&other, &at, &[("act", "see_contact")]).await;
            assert!(came.status == status && !came.text().contains(MAIL), "{account} {}", came.status);
        }
        let picture = street.read(&format!("{at}/anh")).await;
        assert!(picture.status != 200 && picture.header("content-type") != "image/jpeg");
        let own = street.follow(&keys, &[]).await;
        assert!(!own.text().contains(MAIL), "nor to who only has code and secret");
    }

    async fn a_request_about_own_data_is_answered_by_forgetting(scratch: Scratch) {
        let mut street = open(&scratch).await;
        let asked = keys(&street.ask(&[]).await);
        let request = keys(&street.ask(&[text("kind", "own_data"), text("words", "Xin xóa câu hỏi tôi đã gửi")]).await);
        street.on(date(2025, 5, 21));
        let nam = street.office.seat("nam", Role::Head, WARD).await;
        let at = page_of(&street.office, &nam, &asked[0]).await;
        let forget = [("act", "forget"), ("request", request[0].as_str())];
        street.office.post(&nam, &at, &forget).await.says("trả lời hoặc kết thúc trước rồi mới xóa");
        street.office.post(&nam, &at, &[("act", "answer"), ("words", "Đã sửa")]).await;
        street.read("/hoi-dap/du-lieu-ca-nhan").await.says("Đang giữ 2");
        assert_eq!(street.office.post(&nam, &at, &forget).await.status, 303);
        street.office.get(&nam, &at).await.says("Nội dung đã xóa theo yêu cầu của người hỏi");
        street.office.get(&nam, "/so-hoi-dap").await.says("Nội dung đã xóa theo yêu cầu của người hỏi");
        let seen = street.follow(&asked, &[]).await;
        seen.says("Nội dung đã xóa theo yêu cầu của người hỏi");
        seen.says("Đã sửa");
        assert!(!seen.words().contains("cổng trường"));
        let page = street.read("/hoi-dap/du-lieu-ca-nhan").await;
        page.says("Đang giữ 1");
        page.says("trả lời trong 3 ngày (Nghị định 13/2023/NĐ-CP");
        street.read("/hoi-dap?kind=own_data").await.says("Xem, sửa hoặc xóa dữ liệu về chính tôi");
    }

    async fn what_is_wrong_is_said_above_what_was_typed_and_nothing_is_kept(scratch: Scratch) {
        let street = open(&scratch).await;
        for (wrong, said) in [
            (text("words", "Ngắn"), "ít nhất 10 ký tự"),
            (text("words", "Số của tôi 09512345\u{200B}6789 nhé"), "giống số căn cước"),
            (text("words", &"x".repeat(3001)), "dài quá 3.000 ký tự"),
            (text("contact", "lan@x.vn\r\nBcc: tat-ca@x.vn"), "Thư điện tử hoặc số điện thoại chưa đúng"),
            (text("contact", "lan@x.vn,mai@x.vn"), "Thư điện tử hoặc số điện thoại chưa đúng"),
            (text("words", "Đèn hẻm 5 hư, gọi tôi số 0912 345 678"), "mời ông, bà chuyển số của mình xuống ô"),
            (text("place", "BL-BTGDV"), "Không có cơ quan này"),
            (file("a.jpg", b"<svg onload=alert(1)>"), "không phải ảnh JPEG"),
            (file("a.jpg", b"%PDF-1.7\n<script>"), "không phải ảnh JPEG"),
            (file("a.png", b"GIF89a/*<script>*/"), "không phải ảnh JPEG"),
        ] {
            let mut other = open_as(&street);
            other.client = format!("203.0.113.{}", 100 + said.len() % 100);
            let answer = other.ask(&[wrong]).await;
            assert_eq!(answer.status, 422, "{said}: {}", answer.words());
            answer.says(said);
        }
        let large = vec![0xFF; plan::evidence::FILE_MAX + 1];
        let answer = street.ask(&[file("lon.jpg", &large)]).await;
        assert_eq!(answer.status, 422);
        answer.says("tệp quá lớn");
        assert!(answer.text().contains(WORDS), "what was typed stays");
        let huge = street.ask(&[file("lon.jpg", &vec![0; 33 * 1024 * 1024])]).await;
        assert!(matches!(huge.status.as_u16(), 400 | 413), "{}", huge.status);
        let hoa = street.office.hoa().await;
        street.office.get(&hoa, "/so-hoi-dap").await.says("Không có câu hỏi nào như vậy");
        assert!(scratch.attachments().list().await.unwrap().is_empty());
    }

    async fn scripts_and_tricks_come_out_as_letters(scratch: Scratch) {
        let street = open(&scratch).await;
        let wild = "<script>alert(1)</script> \u{202E}gnort\u{202C} \" onfocus=alert(2) x=\" =HYPERLINK(1)";
        let keys = keys(&street.ask(&[text("words", wild), file("<svg onload=alert(3)>.jpg", &photo())]).await);
        let ut = street.office.seat("ut", Role::Officer, WARD).await;
        let at = page_of(&street.office, &ut, &keys[0]).await;
        for page in [street.office.get(&ut, &at).await, street.follow(&keys, &[]).await, street.office.get(&ut, "/so-hoi-dap").await] {
            for bad in ["<script>alert", "<svg onload", "\" onfocus", "\u{202E}"] {
                assert!(!page.text().contains(bad), "{bad}");
            }
            page.says("alert(1)");
        }
        for odd in ["%27+OR+1%3D1--", "%5C", "%25%25", "%E2%80%AE"] {
            assert_eq!(street.office.get(&ut, &format!("/so-hoi-dap?q={odd}")).await.status, 200, "{odd}");
            assert_eq!(street.read(&format!("/hoi-dap/da-tra-loi?q={odd}")).await.status, 200, "{odd}");
        }
        for gone in ["/so-hoi-dap/0", "/so-hoi-dap/x", "/so-hoi-dap/999999/anh"] {
            assert_eq!(street.office.get(&ut, gone).await.status, 404, "{gone}");
        }
    }

    async fn who_sends_without_end_is_held_back_and_nobody_else(scratch: Scratch) {
        let mut street = open(&scratch).await;
        let mut told = Vec::new();
        for _ in 0..13 {
            told.push(street.ask(&[]).await.status.as_u16());
        }
        assert_eq!(told, [[200; 10].as_slice(), &[429; 3]].concat());
        street.client = "203.0.113.8".to_owned();
        let keys = keys(&street.ask(&[]).await);
        let page = |secret: &str| [keys[0].clone(), secret.to_owned()];
        let mut tried = Vec::new();
        for n in 0..22 {
            tried.push(street.follow(&page(&format!("0000-0000-0000-{n:04}")), &[]).await.status.as_u16());
        }
        assert!(tried[..20].iter().all(|it| *it == 422) && tried[20..].iter().all(|it| *it == 429), "{tried:?}");
    }

    async fn a_form_is_good_once_from_a_person_and_from_our_own_page(scratch: Scratch) {
        let street = open(&scratch).await;
        let at_once = hidden(street.read("/hoi-dap").await.text(), "form");
        let send = async |form: &str| {
            let parts = [text("form", form), text("kind", "feedback"), text("words", WORDS), text("place", "")];
            street.send(&parts).await
        };
        let answer = send(&at_once).await;
        assert_eq!(answer.status, 422);
        answer.says("Trang vừa mở đã gửi ngay");
        street.wait(5);
        let first = keys(&send(&hidden(answer.text(), "form")).await);
        assert_eq!(keys(&send(&at_once).await), first, "sent twice, asked once");
        let form = street.ticket().await;
        street.wait(25 * 3600);
        let late = send(&form).await;
        assert_eq!(late.status, 422);
        late.says("Trang mở đã quá lâu");
        let told = street.ask(&[text("kind", "complaint")]).await;
        told.says("Trang này đã không lưu gì của bạn");
        let headers = [("content-type", "multipart/form-data; boundary=x"), ("sec-fetch-site", "cross-site")];
        let foreign = crate::door::ask(&street.office.site, Method::POST, "/hoi-dap", &headers, "--x--").await;
        assert_eq!(foreign.status, 403);
        let bare = street.office.post("", "/hoi-dap", &[("words", WORDS)]).await;
        assert!((400..500).contains(&bare.status.as_u16()), "{}", bare.status);
    }
}

/// Another browser in the same street.
fn open_as(street: &Street) -> Street {
    let office = Office { site: street.office.site.clone(), desk: street.office.desk.clone() };
    Street { office, clock: Arc::clone(&street.clock), client: street.client.clone() }
}

/// A photo that says where it was taken.
fn photo() -> Vec<u8> {
    let segment = |marker: u8, contents: &[u8]| {
        let length = u16::try_from(contents.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, marker], length.as_slice(), contents].concat()
    };
    [
        vec![0xFF, 0xD8],
        segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<GPS!>"),
        segment(0xC0, b"\x08\0\x01\0\x01\x01\x01\x11\0"),
        segment(0xDA, b"\x01\x01\0\0\x3f\0"),
        b"pixels\xFF\xD9".to_vec(),
    ]
    .concat()
}

#[tokio::test]
async fn pages_of_who_asks_need_no_script_and_are_on_the_map() {
    let scratch = Scratch::sqlite();
    let street = open(&scratch).await;
    for (vi, en) in [
        ("/hoi-dap", "/en/questions"),
        ("/hoi-dap/theo-doi", "/en/questions/follow"),
        ("/hoi-dap/da-tra-loi", "/en/questions/answered"),
        ("/hoi-dap/du-lieu-ca-nhan", "/en/questions/personal-data"),
    ] {
        for address in [vi, en] {
            let page = street.read(address).await;
            assert!(page.status == 200 && page.body.len() < 100_000, "{address} {}", page.body.len());
            assert!(
                page.text().contains(&format!("href=\"{}\"", if address == vi { en } else { vi })),
                "{address}"
            );
        }
        assert!(street.read("/sitemap.xml").await.text().contains(en));
    }
    street.read("/hoi-dap?place=BL-X-P2").await.says("5 ngày làm việc");
    let chosen = street.read("/hoi-dap?place=BL-X-P2").await;
    assert!(chosen.text().contains("value=\"BL-X-P2\" selected"));
}

/// Where every line of the log goes.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Lines {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn no_log_however_chatty_holds_what_tells_who_asked() {
    let lines = Lines::default();
    let kept = lines.clone();
    let chatty = tracing_subscriber::fmt().with_max_level(tracing_subscriber::filter::LevelFilter::TRACE);
    chatty.with_ansi(false).with_writer(move || kept.clone()).init();
    let scratch = Scratch::sqlite();
    let street = open(&scratch).await;
    let keys = keys(&street.ask(&[file("anh.jpg", &photo())]).await);
    street.ask(&[text("contact", "lan.bi-mat@"), file("a.jpg", b"x")]).await;
    let ut = street.office.seat("ut", Role::Officer, WARD).await;
    let at = page_of(&street.office, &ut, &keys[0]).await;
    street.office.post(&ut, &at, &[("act", "see_contact")]).await.says(MAIL);
    street.follow(&keys, &[("act", "erase")]).await;
    let log = String::from_utf8_lossy(&lines.0.lock().unwrap()).into_owned();
    assert!(log.contains("INSERT INTO question"), "the log is chatty indeed");
    for personal in ["bi-mat", "cổng trường", keys[1].as_str(), "203.0.113.7"] {
        assert!(!log.contains(personal), "{personal}");
    }
}
