//! Pulse polls at the front door: made from the bank, slips printed once, answered by code without a name, told when over.

#![allow(clippy::unwrap_used, reason = "a test that unwraps fails where it stands")]

use crate::door::{self, Answer};
use crate::office::{Office, open};
use accounts::Role;
use axum::http::{Method, StatusCode};
use jiff::civil::date;
use listen::Seal;
use listen::pulse::{self, Which};

const LIST: &str = "/so-tham-do-chuyen-de";

fn fields<'a>(strata: &'a str, items: &[&'a str]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("title", "Đúng hẹn <b>tháng 4</b>"),
        ("population", "Người nhận kết quả trong tháng 4"),
        ("strata", strata),
        ("opens_on", "2025-05-20"),
        ("closes_on", "2025-05-20"),
    ];
    fields.extend(items.iter().map(|item| ("item", *item)));
    fields
}

async fn made(office: &Office, cookie: &str, strata: &str) -> String {
    let sent = office.post(cookie, LIST, &fields(strata, &["dung-hen.1", "huong-dan-ho-so.1"])).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.words());
    sent.header("location").to_owned()
}

/// The codes on a page of slips.
fn codes(page: &Answer) -> Vec<String> {
    let after = page.text().split("class=\"code\">").skip(1);
    after.map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
}

async fn send(office: &Office, at: &str, body: &str, from: &str) -> Answer {
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("sec-fetch-site", "same-origin"),
        ("x-forwarded-for", from),
    ];
    door::ask(&office.site, Method::POST, at, &headers, body).await
}

sample::on_both! {
    async fn slips_are_shown_once_and_a_code_answers_once(scratch: Scratch) {
        let office = open(&scratch).await;
        let hoa = office.hoa().await;
        let at = made(&office, &hoa, "Phường 2; 3200; 3\nKhóm 1\t50\t2").await;
        let page = office.get(&hoa, &at).await;
        page.says("Hồ sơ gần nhất của ông, bà có được trả đúng ngày hẹn không?");
        page.says("Kết quả được đưa ra khi đợt thăm dò kết thúc");
        assert!(!page.text().contains("<b>tháng"));
        let slips = office.post(&hoa, &at, &[("act", "print"), ("stratum", "0")]).await;
        assert_eq!(slips.status, StatusCode::OK);
        let codes = codes(&slips);
        assert_eq!(codes.len(), 3);
        assert!(slips.header("cache-control").contains("no-store"));
        assert_eq!(slips.text().matches("<svg id=\"qr\"").count(), 1, "drawn once");
        let again = office.post(&hoa, &at, &[("act", "print"), ("stratum", "0")]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!again.text().contains(&codes[0]) && !office.get(&hoa, &at).await.text().contains(&codes[0]));

        let public = "/tra-loi/1";
        let form = door::ask(&office.site, Method::GET, public, &[], "").await;
        form.says("không hỏi tên");
        assert!(form.header("cache-control").contains("no-store") && !form.text().contains("<script"));
        let wrong = send(&office, public, "code=AAAA-AAAA&a0=1&a1=4", "203.0.113.1").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        wrong.says("Không có mã này");
        assert!(wrong.text().contains("name=\"a1\" value=\"4\" checked"), "what was chosen stays");
        let nothing = send(&office, public, &format!("code={}&a0=&a1=", codes[0]), "203.0.113.1").await;
        nothing.says("Xin trả lời ít nhất một câu");
        let sent = send(&office, public, &format!("code={}&a0=1&a1=4", codes[0].to_lowercase()), "203.0.113.1").await;
        assert_eq!(sent.header("location"), "/tra-loi/1?told=thanks");
        assert!(sent.headers.get("set-cookie").is_none());
        send(&office, public, &format!("code={}&a0=0&a1=", codes[0]), "203.0.113.1").await.says("Mã này đã được dùng");
        office.get(&hoa, &at).await.says("1 trên 3 phiếu (33,3%)");
        door::ask(&office.site, Method::GET, "/en/answer/1?told=thanks", &[], "").await.says("Thank you for answering");
    }

    async fn who_tries_codes_is_held_back(scratch: Scratch) {
        let office = open(&scratch).await;
        let hoa = office.hoa().await;
        made(&office, &hoa, "Khóm 1;50;2").await;
        let mut last = StatusCode::OK;
        for at in 0..101 {
            last = send(&office, "/tra-loi/1", &format!("code=AAAA-A{at:03}&a0=1"), "203.0.113.9").await.status;
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
        let other = send(&office, "/tra-loi/1", "code=AAAA-AAAA&a0=1", "203.0.113.10").await;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn what_it_says_is_told_by_name_with_intervals_and_small_parts_hidden(scratch: Scratch) {
        let office = open(&scratch).await;
        let hoa = office.hoa().await;
        let yesterday = office.desk.on(date(2025, 5, 19));
        let draft = pulse::Draft {
            title: "Đúng hẹn".into(),
            population: "Người nhận kết quả".into(),
            items: vec!["dung-hen.1".into()],
            strata: "Xã Vĩnh A;900;40\nXã An B;900;40\nXã Nhỏ;900;12\nXã Lặng;100;5".into(),
            opens_on: date(2025, 5, 19),
            closes_on: date(2025, 5, 19),
            is_fine: false,
        };
        let (seal, chance) = (Seal::new(&[7; 32]), door::chance());
        let id = pulse::make(&yesterday, &draft).await.unwrap().id;
        for (stratum, answers) in [(0, 40), (1, 35), (2, 12)] {
            let codes = pulse::print(&yesterday, (&seal, &chance), id, Which::One(stratum)).await.unwrap().codes();
            for (at, code) in codes.iter().take(answers).enumerate() {
                pulse::answer(&yesterday, &seal, id, code, &[Some(i64::from(at % 4 > 0))]).await.unwrap();
            }
        }
        let page = office.get(&hoa, &format!("{LIST}/{id}")).await;
        page.says("Không ai trả lời ở: Xã Lặng.");
        page.says("Chỉ những người chịu trả lời được tính");
        page.says("Không hiển thị: dưới 30 người trả lời.");
        page.says("suy ra được nhóm quá nhỏ");
        page.says("Xếp theo tên, không phải theo thứ hạng");
        assert!(page.text().contains("<svg class=\"chart intervals\""));
        assert!(page.text().len() < 100_000);
        let places: Vec<_> = ["Xã An B</th>", "Xã Nhỏ</th>", "Xã Vĩnh A</th>"].iter().map(|name| page.text().find(name).unwrap()).collect();
        assert!(places.is_sorted(), "by name");
        door::ask(&office.site, Method::GET, &format!("/tra-loi/{id}"), &[], "").await.says("không nhận trả lời nữa");
    }

    async fn what_does_not_fit_is_told_and_what_was_typed_stays(scratch: Scratch) {
        let office = open(&scratch).await;
        let hoa = office.hoa().await;
        for (strata, items, said) in [
            ("Khóm 1;50;2\nKhóm 2;nhiều;2", &["dung-hen.1"][..], "Dòng 2: cần đúng ba phần"),
            ("Khóm 1;50;60", &["dung-hen.1"], "Dòng 1: số phiếu phải từ 1 đến số người"),
            ("Khóm 1;50;2", &[], "Chọn từ 1 đến 12 câu hỏi"),
            ("Khóm 1;50;2", &["khong-co.1"], "Chọn từ 1 đến 12 câu hỏi"),
        ] {
            let refused = office.post(&hoa, LIST, &fields(strata, items)).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
            refused.says(said);
            refused.says("Người nhận kết quả trong tháng 4");
        }
        let ut = office.seat("ut", Role::Officer, "BL-X-P2").await;
        assert_eq!(office.get(&ut, LIST).await.status, StatusCode::FORBIDDEN);
        let missing = door::ask(&office.site, Method::GET, "/tra-loi/7", &[], "").await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND);
    }
}
