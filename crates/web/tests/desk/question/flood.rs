//! Who sends without end, at the front door.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use axum::http::Method;
use jiff::SignedDuration;
use sample::{Scratch, on_both};
use sha2::{Digest, Sha256};

use super::street::{WARD, WORDS, keys, open};
use crate::door::Answer;
use crate::office::{Part, hidden, text};

on_both! {
    async fn who_sends_without_end_is_held_back_and_nobody_else(scratch: Scratch) {
        let mut street = open(&scratch).await;
        // What was refused, and who was told where complaints go, counts for nothing.
        for _ in 0..12 {
            assert_eq!(street.ask(&[text("words", "Ngắn")]).await.status, 422);
            assert_eq!(street.ask(&[text("kind", "complaint")]).await.status, 200);
        }
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

    async fn past_ten_a_small_work_sends_more_and_only_that_form(scratch: Scratch) {
        let street = open(&scratch).await;
        for _ in 0..10 {
            assert_eq!(street.ask(&[]).await.status, 200);
        }
        let held = street.ask(&[text("words", "Đèn đường khóm 4 không sáng")]).await;
        assert_eq!(held.status, 429);
        held.says("đã có 10 câu hỏi được gửi trong một giờ qua");
        held.says("bộ phận một cửa");
        assert!(held.text().contains("Đèn đường khóm 4 không sáng"), "what was typed stays");
        assert!(held.text().contains("/assets/work-") && held.header("content-security-policy").contains("script-src 'self'"));
        let (ticket, bits) = (attribute(&held, "data-ticket"), attribute(&held, "data-bits").parse().unwrap());
        assert_eq!(hidden(held.text(), "form"), ticket);
        let work = worked(&ticket, bits);
        let fresh = street.ticket().await;
        let form = |form: &str, work: &str| {
            let fields = [("form", form), ("work", work), ("kind", "feedback"), ("words", WORDS), ("place", WARD)];
            fields.map(|(name, value)| (name.to_owned(), value.to_owned()))
        };
        let send = async |fields: [(String, String); 5]| {
            let parts: Vec<Part<'_>> = fields.iter().map(|(name, value)| text(name, value)).collect();
            street.send(&parts).await.status.as_u16()
        };
        assert_eq!(send(form(&fresh, &work)).await, 429, "another form's work");
        assert_eq!(send(form(&ticket, "x")).await, 429);
        assert_eq!(send(form(&ticket, &work)).await, 200);
        let hoa = street.office.hoa().await;
        street.office.get(&hoa, "/so-hoi-dap").await.says("Danh sách (11)");
        assert_eq!(send(form(&ticket, &work)).await, 200, "sent twice");
        street.office.get(&hoa, "/so-hoi-dap").await.says("Danh sách (11)");
        let page = street.read_as("/hoi-dap").await;
        page.says("đã có 11 câu hỏi");
        street.wait(3601);
        assert!(!street.read_as("/hoi-dap").await.text().contains("data-bits"));
        assert_eq!(street.ask(&[]).await.status, 200);
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
        told.says("Trang này không lưu gì của ông, bà");
        let headers = [("content-type", "multipart/form-data; boundary=x"), ("sec-fetch-site", "cross-site")];
        let foreign = crate::door::ask(&street.office.site, Method::POST, "/hoi-dap", &headers, "--x--").await;
        assert_eq!(foreign.status, 403);
        let bare = street.office.post("", "/hoi-dap", &[("words", WORDS)]).await;
        assert!((400..500).contains(&bare.status.as_u16()), "{}", bare.status);
    }
}

/// What an attribute of a page says.
pub(crate) fn attribute(page: &Answer, name: &str) -> String {
    let mark = format!("{name}=\"");
    let from = page.text().find(&mark).unwrap_or_else(|| panic!("no {name}: {}", page.words())) + mark.len();
    page.text()[from..].split('"').next().unwrap().to_owned()
}

/// The work as the script of the page does it.
pub(crate) fn worked(ticket: &str, bits: u32) -> String {
    let first = |n: u64| {
        let hash = Sha256::digest(format!("{ticket}:{n}"));
        u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]])
    };
    (0..).find(|n| first(*n).leading_zeros() >= bits).unwrap().to_string()
}

#[tokio::test]
async fn ten_thousand_from_one_address_are_ten_and_shut_nobody_out() {
    let scratch = Scratch::sqlite();
    let mut street = open(&scratch).await;
    let (seal, chance) = (listen::Seal::new(&[7; 32]), crate::door::chance());
    let opened = street.office.desk.now - SignedDuration::from_secs(60);
    let mut kept = 0;
    for _ in 0..10_000 {
        let form = listen::question::Ticket::hand_out(&seal, &chance, opened);
        let parts = [
            text("form", form.as_str()),
            text("kind", "feedback"),
            text("words", WORDS),
            text("place", WARD),
        ];
        let came = street.send(&parts).await.status.as_u16();
        assert!(matches!(came, 200 | 429), "{came}");
        kept += usize::from(came == 200);
    }
    assert_eq!(kept, 10);
    // Others are served, however many addresses have sent their share.
    for n in 0..120 {
        street.client = format!("198.51.100.{n}");
        let form = listen::question::Ticket::hand_out(&seal, &chance, opened);
        let parts = [
            text("form", form.as_str()),
            text("kind", "feedback"),
            text("words", WORDS),
            text("place", WARD),
        ];
        assert_eq!(street.send(&parts).await.status, 200, "{n}");
    }
}
