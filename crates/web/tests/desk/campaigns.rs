//! Campaigns at the front door: an aim, items, a count that is no knowledge, words that need a person.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use accounts::Role;
use sample::{Scratch, on_both};

use crate::office::{Office, hidden};

async fn open(scratch: &Scratch) -> (Office, String, String) {
    let app = crate::door::staffed_app(scratch).await;
    let office = Office { site: web::router(app), desk: scratch.desk().await };
    let ngoc = office.seat("ngoc", Role::Communicator, "BL-SVHTTDL").await;
    let ut = office.seat("ut", Role::Officer, "BL-X-P2").await;
    (office, ngoc, ut)
}

/// The item that the first link to its forms names.
fn named(page: &str) -> String {
    let (_, rest) = page.split_once("?item=").unwrap();
    rest.split('#').next().unwrap().to_owned()
}

const DRAFT: [(&str, &str); 9] = [
    ("title", "Nộp hồ sơ <b>qua mạng</b>"),
    ("aim", "Người dân biết nộp hồ sơ qua mạng"),
    ("audience", "Người từ 18 tuổi"),
    ("messages", "Không phải đi lại"),
    ("content", "5"),
    ("content", "8"),
    ("first", "2025-05-20"),
    ("last", "2025-06-30"),
    ("budget", "20.000.000"),
];

on_both! {
    async fn it_is_written_opened_and_its_views_stand_apart_from_what_people_know(scratch: Scratch) {
        let (office, ngoc, ut) = open(&scratch).await;
        let form = hidden(office.get(&ngoc, "/dot-tuyen-truyen").await.text(), "form");
        let mut fields = vec![("form", form.as_str())];
        fields.extend(DRAFT);
        let written = office.post(&ngoc, "/dot-tuyen-truyen", &fields).await;
        assert_eq!(written.status, 303, "{}", written.words());
        let at = written.header("location").to_owned();
        let unread = office.post(&ngoc, &at, &[("act", "open"), ("version", "7")]).await;
        unread.says("Đợt tuyên truyền vừa được người khác sửa");
        let shown = unread.text().split_once("value=\"open\"").unwrap().1;
        assert_eq!(hidden(shown, "version"), "1");
        let empty = office.post(&ngoc, &at, &[("act", "open"), ("version", "1")]).await;
        empty.says("Xin thêm ít nhất một việc rồi hãy bắt đầu.");
        let form = hidden(empty.text(), "form");
        let put = [
            ("act", "put"), ("form", form.as_str()), ("channel", "zalo"), ("what", "Bài đăng"), ("agency", "BL-X-P2"),
            ("due", "2025-05-25"),
        ];
        assert_eq!(office.post(&ngoc, &at, &put).await.status, 303);
        assert_eq!(office.post(&ngoc, &at, &[("act", "open"), ("version", "1")]).await.status, 303);
        let page = office.get(&ut, &at).await;
        page.says("20.000.000 đồng");
        page.says("Chưa đo. Muốn biết thì hỏi trước và sau đợt");
        assert!(page.text().contains("&#60;b&#62;"));
        let item = named(page.text());
        let done = [("act", "done"), ("item", item.as_str()), ("version", "1"), ("on", "2025-05-20"), ("shown", "https://zalo.me/p2"), ("reached", "1.250")];
        assert_eq!(office.post(&ut, &at, &done).await.status, 303);
        let page = office.get(&ngoc, &at).await;
        page.says("1.250");
        page.says("Chưa đo.");
        office.get(&ngoc, "/dot-tuyen-truyen").await.says("1/1");
        office.get(&ngoc, &format!("/en/campaigns/{}", at.rsplit('/').next().unwrap())).await.says("Not measured");
    }

    async fn an_item_is_not_overwritten_and_what_was_struck_out_or_put_off_stays_in_sight(scratch: Scratch) {
        let (office, ngoc, ut) = open(&scratch).await;
        sample::town::broadcasts::run(&scratch.desk().await).await.unwrap();
        sample::town::articles::run(&scratch.desk().await).await.unwrap();
        sample::town::campaigns::run(&scratch.desk().await).await.unwrap();
        let at = "/dot-tuyen-truyen/1";
        let page = office.get(&ngoc, at).await;
        let item = named(page.text().split("<th scope=\"row\">").find(|row| row.contains("Họp dân khóm 4")).unwrap());
        let page = office.get(&ngoc, &format!("{at}?item={item}")).await;
        let form = page.text().split_once("value=\"change_item\"").unwrap().1;
        assert_eq!(hidden(form, "item"), item);
        let version = hidden(form, "version");
        let change = |version: &str, due: &str, why: &str| {
            [("act", "change_item"), ("item", &item), ("version", version), ("channel", "meeting"), ("what", "Họp dân"),
             ("agency", "BL-X-P2"), ("due", due), ("why", why)].map(|(name, said)| (name, said.to_owned()))
        };
        let send = async |fields: &[(&str, String)]| {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, said)| (*name, said.as_str())).collect();
            office.post(&ngoc, at, &fields).await
        };
        send(&change(&version, "2025-05-29", "")).await.says("Việc đã quá hạn thì dời hạn phải ghi vì sao");
        assert_eq!(send(&change(&version, "2025-05-29", "Mưa lớn")).await.status, 303);
        office.get(&ngoc, at).await.says("hạn cũ 17/5/2025, dời ngày 20/5/2025");
        send(&change(&version, "2025-05-30", "Khác")).await.says("Việc này vừa được người khác sửa");
        let drop = [("act", "drop"), ("item", &item), ("version", "2"), ("why", "Trùng cuộc họp khác")];
        assert_eq!(office.post(&ngoc, at, &drop).await.status, 303);
        let page = office.get(&ngoc, at).await;
        page.says("Việc đã bỏ");
        page.says("Trùng cuộc họp khác");
        assert!(page.text().contains("<s><span lang=\"vi\">Họp dân</span>"), "{}", page.text());
        let done = [("act", "done"), ("item", &item), ("version", "1"), ("on", "2025-05-19"), ("shown", "Đã họp 42 người")];
        let told = office.post(&ut, at, &done).await;
        assert_eq!(told.status, 422);
        told.says("Việc này vừa được bỏ");
        told.says("Điều đồng chí vừa ghi, chưa được lưu: “Đã họp 42 người”");
        office.get(&ngoc, "/en/campaigns/1").await.says("Dropped on");
        assert!(office.get(&ngoc, "/en/campaigns/1").await.text().contains("<h1 lang=\"vi\">"));
    }

    async fn a_page_of_many_items_holds_the_forms_of_one(scratch: Scratch) {
        let (office, ngoc, _) = open(&scratch).await;
        let desk = scratch.desk().await;
        sample::town::broadcasts::run(&desk).await.unwrap();
        sample::town::articles::run(&desk).await.unwrap();
        sample::town::campaigns::run(&desk).await.unwrap();
        let at = "/dot-tuyen-truyen/1";
        let form = hidden(office.get(&ngoc, at).await.text(), "form");
        for n in 0..20 {
            let (form, what) = (format!("{form}{n}"), format!("Bài đăng thứ {n} trên trang của xã, phường"));
            let put = [
                ("act", "put"), ("form", form.as_str()), ("channel", "zalo"), ("what", what.as_str()), ("agency", "BL-X-P2"),
                ("due", "2025-05-25"),
            ];
            assert_eq!(office.post(&ngoc, at, &put).await.status, 303);
        }
        let page = office.get(&ngoc, at).await;
        let item = named(page.text().split("<th scope=\"row\">").find(|row| row.contains("Bài đăng thứ 7")).unwrap());
        let chosen = office.get(&ngoc, &format!("{at}?item={item}")).await;
        for (page, acts) in [(&page, 0), (&chosen, 1)] {
            assert!(page.text().len() < 100_000, "{} bytes", page.text().len());
            assert_eq!(page.text().matches("value=\"change_item\"").count(), acts);
            assert_eq!(page.text().matches("<select name=\"agency\"").count(), 1);
        }
    }

    async fn words_that_coach_wait_for_a_person_and_hostile_forms_are_answered(scratch: Scratch) {
        let (office, ngoc, ut) = open(&scratch).await;
        sample::town::broadcasts::run(&scratch.desk().await).await.unwrap();
        sample::town::articles::run(&scratch.desk().await).await.unwrap();
        sample::town::campaigns::run(&scratch.desk().await).await.unwrap();
        let form = hidden(office.get(&ngoc, "/dot-tuyen-truyen").await.text(), "form");
        for (name, value) in [("aim", " "), ("first", "x"), ("last", "2020-01-01"), ("budget", "nhiều"), ("budget", "12.5"), ("content", "999"), ("task", "x"), ("task", "999999")] {
            let mut fields = DRAFT.to_vec();
            fields.retain(|field| field.0 != name);
            fields.extend([(name, value), ("form", form.as_str())]);
            assert_eq!(office.post(&ngoc, "/dot-tuyen-truyen", &fields).await.status, 422, "{name} {value}");
        }
        let list = office.get(&ngoc, "/dot-tuyen-truyen").await;
        list.says("2 việc quá hạn");
        let page = office.get(&ngoc, "/dot-tuyen-truyen/1").await;
        page.says("Quá hạn, chưa thấy báo đã làm");
        let form = hidden(page.text(), "form");
        let put = [
            ("act", "put"), ("form", form.as_str()), ("channel", "meeting"), ("what", "Tập huấn trả lời phiếu"),
            ("agency", "BL-X-P2"), ("due", "2025-05-25"), ("decided", ""),
        ];
        let refused = office.post(&ngoc, "/dot-tuyen-truyen/1", &put).await;
        assert_eq!(refused.status, 422);
        refused.says("Có lời cần người xem lại");
        refused.says("Có thể là hướng dẫn người được hỏi: “Tập huấn trả lời");
        assert!(refused.text().contains("Tập huấn trả lời phiếu"), "what was typed stays");
        let kept = [put[0], put[1], put[2], put[3], put[4], put[5], ("decided", "Phiếu của một cửa")];
        assert_eq!(office.post(&ngoc, "/dot-tuyen-truyen/1", &kept).await.status, 303);
        office.get(&ngoc, "/dot-tuyen-truyen/1").await.says("quyết định giữ lời này: Phiếu của một cửa");
        for address in ["/dot-tuyen-truyen/0", "/dot-tuyen-truyen/x", "/dot-tuyen-truyen/9"] {
            assert_eq!(office.get(&ut, address).await.status, 404, "{address}");
        }
        assert_eq!(office.post(&ut, "/dot-tuyen-truyen/1", &[("act", "done"), ("item", "999"), ("on", "2025-05-20"), ("shown", "x")]).await.status, 404);
    }
}
