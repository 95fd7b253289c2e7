//! Questions at the front door: asked without an account, moved, answered late, opened again, answered, rated; and what
//! comes in that should not.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

mod answer;
pub(crate) mod flood;
mod merger;
mod own;
mod street;
mod told;

use accounts::Role;
use jiff::civil::date;
use sample::{Scratch, on_both};

use self::street::{DEPARTMENT, WARD, WORDS, keys, open, open_as, page_of, photo};
use crate::office::{file, hidden, text};

on_both! {
    async fn asked_moved_answered_late_opened_again_answered_and_rated(scratch: Scratch) {
        let mut street = open(&scratch).await;
        let received = street.ask(&[]).await;
        received.says("Đã nhận câu hỏi, phản ánh của ông, bà");
        received.says("In trang này, ghi lại hoặc chụp màn hình");
        received.says("27 tháng 5 năm 2025");
        assert_eq!(received.header("cache-control"), "private, no-store");
        let keys = keys(&received);
        street.follow(&keys, &[]).await.says("Chưa trả lời");

        let ut = street.office.seat("ut", Role::Officer, WARD).await;
        let at = page_of(&street.office, &ut, &keys[0]).await;
        street.office.get(&ut, &at).await.says(WORDS);
        let moved = [("act", "route"), ("to", DEPARTMENT), ("words", "Việc của Sở")];
        let answer = street.office.post(&ut, &at, &moved).await;
        let told = format!("/so-hoi-dap?moved={}&to={DEPARTMENT}", keys[0]);
        assert_eq!((answer.status.as_u16(), answer.header("location")), (303, told.as_str()));
        street.office.get(&ut, &told).await.says(&format!("Đã chuyển câu hỏi {} đến Sở Nội vụ", keys[0]));
        for odd in ["%3Cb%3E&to=BL-SNV25", "A&to=x", "A"] {
            let page = street.office.get(&ut, &format!("/so-hoi-dap?moved={odd}")).await;
            assert!(page.status == 200 && !page.text().contains("Đã chuyển câu hỏi"), "{odd}");
        }
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

        let called = street.follow(&keys, &[("act", "reopen"), ("why", "Vẫn ngập, gọi 0912 345 678")]).await;
        assert_eq!(called.status, 422);
        called.says("xuống ô “Thư điện tử hoặc số điện thoại” ở bên dưới");
        assert!(called.text().contains("Vẫn ngập, gọi 0912 345 678</textarea>"), "what was typed stays");
        assert!(called.text().contains("name=\"contact\""), "and the field is there");
        street.follow(&keys, &[("act", "reopen"), ("why", "Vẫn ngập")]).await.says("Đã mở lại câu hỏi");
        street.office.get(&lan, &at).await.says("Vẫn ngập");
        let waiting = street.office.get(&lan, "/so-hoi-dap").await;
        waiting.says("chưa có Trả lời đúng hạn");
        street.follow(&keys, &[("act", "add"), ("words", "Ngập tới sân trường")]).await.says("Đã gửi bổ sung");
        street.office.get(&lan, &at).await.says("Ngập tới sân trường");
        let told = [("act", "answer"), ("words", "Đã đặt cống mới")];
        assert_eq!(street.office.post(&lan, &at, &told).await.status, 303);
        street.follow(&keys, &[("act", "rate"), ("rating", "4")]).await.says("Cảm ơn ông, bà đã đánh giá");
        assert_eq!(street.follow(&keys, &[("act", "rate"), ("rating", "5")]).await.status, 422);
        let register = street.office.get(&lan, "/so-hoi-dap").await;
        register.says("0/1 Trả lời đúng hạn");
        register.says("1/1 Người hỏi hài lòng");
        let sheet = street.office.get(&lan, "/so-hoi-dap?format=csv").await;
        assert!(sheet.text().contains(&keys[0]) && !sheet.text().contains("bi-mat"));
        assert!(sheet.text().starts_with("\u{feff}Mã số,Loại,Về việc,Nhận ngày,"), "{}", sheet.text());
        let sheet = street.office.get(&lan, "/en/question-register?format=csv").await;
        assert!(sheet.text().starts_with("\u{feff}Code,Kind,"), "{}", sheet.text());
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

    async fn a_topic_proposes_who_answers_and_alike_ones_are_joined_by_one_tap(scratch: Scratch) {
        let street = open(&scratch).await;
        let asked = async |words: &str, place: &str, topic: &str| {
            keys(&street.ask(&[text("words", words), text("place", place), text("topic", topic)]).await)
        };
        let unsent = asked("Trạm y tế hết thuốc huyết áp từ đầu tháng", "", "health").await;
        let main = asked("Đèn đường hẻm 5, khóm 4 không sáng từ đầu tháng", WARD, "works").await;
        let twin = asked("Hẻm 5, khóm 4 đèn đường hư không sáng", WARD, "").await;
        let hoa = street.office.hoa().await;
        let at = page_of(&street.office, &hoa, &unsent[0]).await;
        let page = street.office.get(&hoa, &at).await;
        page.says("Y tế, bảo hiểm y tế");
        let chosen = page.text().split(" selected>").nth(1).and_then(|rest| rest.split('<').next());
        assert_eq!(chosen, Some("Sở Y tế"));
        let narrow = street.office.get(&hoa, "/so-hoi-dap?topic=health").await;
        assert!(narrow.text().contains(&unsent[0]) && !narrow.text().contains(&main[0]));
        let ut = street.office.seat("ut", Role::Officer, WARD).await;
        let at = page_of(&street.office, &ut, &twin[0]).await;
        let page = street.office.get(&ut, &at).await;
        page.says(&format!("Ghép vào {}", main[0]));
        let into = hidden(page.text(), "into");
        assert_eq!(into, main[0]);
        assert_eq!(street.office.post(&ut, &at, &[("act", "fold"), ("into", &into)]).await.status, 303);
        street.follow(&twin, &[]).await.says("Chưa trả lời, sẽ trả lời chung với một câu hỏi khác");
        street.office.post(&ut, &page_of(&street.office, &ut, &main[0]).await, &[("act", "answer"), ("words", "Đã thay bóng")]).await;
        street.follow(&twin, &[]).await.says("Đã trả lời chung với một câu hỏi khác, đúng hạn");
    }

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
