//! What people came to know of a campaign, at the front door: pulses tied before and after it, a difference with its error.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use accounts::Role;
use axum::http::StatusCode;
use inform::campaign::{self, Channel, NewItem};
use jiff::civil::{Date, date};
use listen::Seal;
use listen::knowledge::{Side, tie};
use listen::pulse::{self, Draft, Which};
use sample::Scratch;

use crate::door;
use crate::office::{Office, hidden};

const PAGE: &str = "/dot-tuyen-truyen/1";
const FIRST: Date = date(2025, 5, 12);
const LAST: Date = date(2025, 5, 16);

/// An office on 20 May 2025 with a campaign of 12 to 16 May, for which Phường 2 makes something.
async fn open(scratch: &Scratch) -> (Office, String, String) {
    let app = door::staffed_app(scratch).await;
    let office = Office { site: web::router(app), desk: scratch.desk().await };
    let ngoc = office.seat("ngoc", Role::Communicator, "BL-SVHTTDL").await;
    let ut = office.seat("ut", Role::Officer, "BL-X-P2").await;
    let draft = campaign::Draft {
        title: "Gửi phản ánh đến đâu".into(),
        aim: "Người dân biết gửi phản ánh đến đâu".into(),
        audience: "Người từ 18 tuổi".into(),
        messages: String::new(),
        contents: vec![3],
        first: FIRST,
        last: LAST,
        budget: None,
        budget_line: String::new(),
        tasks: Vec::new(),
    };
    let desk = office.desk.on(date(2025, 5, 5));
    let id = campaign::write(&desk, &draft, "dot").await.unwrap().id;
    let new = NewItem {
        form: "viec".into(),
        channel: Channel::Zalo,
        what: "Bài đăng".into(),
        agency: "BL-X-P2".into(),
        due: LAST,
        told_by: None,
    };
    campaign::put(&desk, id, &new, None).await.unwrap();
    (office, ngoc, ut)
}

/// A pulse of some days, of which so many say yes and no to each item.
async fn asked(office: &Office, (from, to): (Date, Date), items: &[&str], said: &[(usize, usize)]) -> i64 {
    let desk = office.desk.on(from);
    let people = said.iter().map(|(yes, no)| yes + no).max().unwrap_or_default();
    let draft = Draft {
        title: format!("Hỏi <b>ngày</b> {from}"),
        population: "Người từ 18 tuổi".into(),
        items: items.iter().map(|item| (*item).to_owned()).collect(),
        strata: format!("Phường 2;900;{}", people.max(1)),
        opens_on: from,
        closes_on: to,
        is_fine: false,
    };
    let (seal, chance) = (Seal::new(&[7; 32]), door::chance());
    let id = pulse::make(&desk, &draft).await.unwrap().id;
    let codes = pulse::print(&desk, (&seal, &chance), id, Which::One(0)).await.unwrap().codes();
    for (at, code) in codes.iter().take(people).enumerate() {
        let one = |(yes, no): &(usize, usize)| (at < yes + no).then_some(i64::from(at < *yes));
        pulse::answer(&desk, &seal, id, code, &said.iter().map(one).collect::<Vec<_>>()).await.unwrap();
    }
    id
}

const BEFORE: (Date, Date) = (date(2025, 5, 5), date(2025, 5, 9));
const AFTER: (Date, Date) = (date(2025, 5, 17), date(2025, 5, 19));
/// In the order of the bank.
const ASKS: &[&str] = &["xem-ke-hoach-dat.1", "biet-noi-phan-anh.1", "dung-hen.1"];

sample::on_both! {
    async fn pulses_are_tied_and_the_change_is_told_with_its_error(scratch: Scratch) {
        let (office, ngoc, ut) = open(&scratch).await;
        let page = office.get(&ngoc, PAGE).await;
        page.says("Chưa đo. Muốn biết thì hỏi trước và sau đợt");
        page.says("Chưa có đợt thăm dò nào phù hợp.");
        page.says("Tuyên truyền đã bắt đầu nên không lập thêm đợt hỏi trước được nữa.");
        page.says("phải kết thúc trước ngày 12/5/2025");
        let before = asked(&office, BEFORE, ASKS, &[(10, 30), (12, 28), (5, 5)]).await;
        let page = office.get(&ngoc, PAGE).await;
        assert!(page.text().contains(&format!("<option value=\"{before}\"")), "it can be chosen");
        let side = |side, pulse: i64, version: &str| {
            [("act", "tie".to_owned()), ("side", String::from(side)), ("pulse", pulse.to_string()), ("version", version.to_owned())]
        };
        let send = async |fields: [(&str, String); 4]| {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            office.post(&ngoc, PAGE, &fields).await
        };
        assert_eq!(send(side("before", before, "0")).await.status, StatusCode::SEE_OTHER);
        office.get(&ngoc, PAGE).await.says("Chưa gắn đợt hỏi sau, nên chưa có gì để so sánh.");
        let after = asked(&office, AFTER, ASKS, &[(13, 27), (31, 9), (20, 20)]).await;
        let stale = send(side("after", after, "0")).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        stale.says("Vừa có người gắn hoặc gỡ đợt thăm dò");
        assert_eq!(hidden(stale.text().split_once("value=\"tie\"").unwrap().1, "version"), "1");
        assert!(stale.text().contains(&format!("<option value=\"{after}\" lang=\"vi\" selected")), "what was chosen stays");
        assert_eq!(send(side("after", after, "1")).await.status, StatusCode::SEE_OTHER);

        let page = office.get(&ngoc, PAGE).await;
        page.says("Tăng");
        page.says("+47,5 điểm phần trăm");
        page.says("Không phân biệt được với sai số");
        page.says("Không đưa ra số: có đợt dưới 30 người trả lời câu này");
        page.says("Câu này hỏi việc đã gặp hoặc ý kiến, không hỏi hiểu biết");
        page.says("chưa chứng minh là nhờ đợt tuyên truyền");
        page.says("không thay cho hiểu biết của người dân");
        page.says("gắn ngày 20/5/2025, khi kết quả đã có sẵn");
        assert!(!page.text().contains("Chưa đo.") && page.text().contains("<svg class=\"chart intervals\""));
        assert!(!page.text().contains("<b>ngày</b>") && page.text().len() < 100_000 && !page.text().contains("<script"));
        let english = office.get(&ngoc, "/en/campaigns/1").await;
        english.says("+47.5 percentage points");
        english.says("We cannot tell it from chance");

        let reader = office.get(&ut, PAGE).await;
        reader.says("+47,5 điểm phần trăm");
        assert!(!reader.text().contains("/so-tham-do-chuyen-de") && !reader.text().contains("value=\"untie\""));
        let own = office.get(&ngoc, &format!("/so-tham-do-chuyen-de/{before}")).await;
        own.says("Hỏi trước đợt tuyên truyền");
        assert!(own.text().contains("href=\"/dot-tuyen-truyen/1\""));
    }

    async fn what_is_missing_is_told_with_its_day_and_results_wait_until_both_are_over(scratch: Scratch) {
        let (office, ngoc, _) = open(&scratch).await;
        let before = asked(&office, BEFORE, &["biet-noi-phan-anh.1"], &[(10, 30)]).await;
        let open = (AFTER.0, date(2025, 5, 25));
        let after = asked(&office, open, &["biet-noi-phan-anh.1"], &[(30, 10)]).await;
        tie(&office.desk, 1, 0, Side::Before, before).await.unwrap();
        tie(&office.desk, 1, 1, Side::After, after).await.unwrap();
        let page = office.get(&ngoc, PAGE).await;
        page.says("Kết quả so sánh có từ sau ngày 25/5/2025");
        assert!(!page.text().contains("điểm phần trăm") && !page.text().contains("50,0"));
        office.get(&ngoc, "/en/campaigns/1").await.says("The comparison can be read after 25 May 2025");
    }

    async fn what_does_not_fit_is_told_and_hostile_forms_are_answered(scratch: Scratch) {
        let (office, ngoc, ut) = open(&scratch).await;
        let (early, late) = (asked(&office, BEFORE, ASKS, &[]).await, asked(&office, AFTER, ASKS, &[]).await);
        let other = asked(&office, AFTER, &["thu-gom-rac.1"], &[]).await;
        let send = async |cookie: &str, fields: &[(&str, &str)]| office.post(cookie, PAGE, fields).await;
        let (early, late, other) = (early.to_string(), late.to_string(), other.to_string());
        let tied = [("act", "tie"), ("side", "before"), ("pulse", &early), ("version", "0")];
        for (side, pulse, version, said) in [
            ("before", late.as_str(), "0", "Đợt hỏi trước còn nhận trả lời khi việc tuyên truyền đã bắt đầu"),
            ("after", &early, "0", "Đợt hỏi sau mở khi việc tuyên truyền chưa bắt đầu"),
            ("before", "", "0", "Xin chọn đợt thăm dò."),
            ("before", "1 OR 1=1", "0", "Xin chọn đợt thăm dò."),
            ("before", "9999", "0", "Xin chọn đợt thăm dò."),
            ("before", &early, "-7", "Vừa có người gắn hoặc gỡ"),
        ] {
            let fields = [("act", "tie"), ("side", side), ("pulse", pulse), ("version", version)];
            let refused = send(&ngoc, &fields).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
            refused.says(said);
        }
        let nowhere = send(&ngoc, &[("act", "tie"), ("side", "giua"), ("pulse", &early), ("version", "0")]).await;
        assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
        assert_eq!(send(&ut, &tied).await.status, StatusCode::FORBIDDEN);
        assert_eq!(send(&ngoc, &tied).await.status, StatusCode::SEE_OTHER);
        let same = send(&ngoc, &[("act", "tie"), ("side", "after"), ("pulse", &other), ("version", "1")]).await;
        same.says("Hai đợt không có câu hỏi nào giống nhau.");
        let silent = send(&ngoc, &[("act", "untie"), ("side", "before"), ("why", " "), ("version", "1")]).await;
        silent.says("Xin ghi lý do gỡ, không quá 200 ký tự.");
        let why = [("act", "untie"), ("side", "before"), ("why", "Gắn nhầm"), ("version", "1")];
        assert_eq!(send(&ngoc, &why).await.status, StatusCode::SEE_OTHER);
        let page = office.get(&ngoc, PAGE).await;
        page.says("Chưa đo.");
        page.says("Đã gỡ: Đợt hỏi trước");
        page.says("Lý do: Gắn nhầm");
    }

    async fn a_pulse_is_asked_again_with_the_same_items_and_lists(scratch: Scratch) {
        let (office, ngoc, ut) = open(&scratch).await;
        let before = asked(&office, BEFORE, &["biet-noi-phan-anh.1"], &[]).await;
        tie(&office.desk, 1, 0, Side::Before, before).await.unwrap();
        let make = format!("/so-tham-do-chuyen-de?again={before}");
        assert!(office.get(&ngoc, PAGE).await.text().contains(&format!("{make}#make")));
        let form = office.get(&ngoc, &make).await;
        assert!(form.text().contains("value=\"biet-noi-phan-anh.1\" checked") && form.text().contains("Phường 2; 900; 1</textarea>"));
        form.says("Hỏi hiểu biết");
        assert_eq!(office.get(&ngoc, "/so-tham-do-chuyen-de?again=99").await.status, StatusCode::NOT_FOUND);
        assert_eq!(office.get(&ut, &make).await.status, StatusCode::NOT_FOUND);
    }
}
