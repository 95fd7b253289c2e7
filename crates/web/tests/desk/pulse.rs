//! Pulse polls at the front door: made from the bank, slips printed once, answered by code without a name, told when over.

#![allow(clippy::unwrap_used, reason = "a test that unwraps fails where it stands")]

use crate::door::{self, Answer};
use crate::office::{Office, Part, open, text};
use accounts::Role;
use axum::http::{Method, StatusCode};
use jiff::civil::date;
use listen::Seal;
use listen::pulse::{self, Which};

const LIST: &str = "/so-tham-do-chuyen-de";

fn fields<'a>(strata: &'a str, items: &[&'a str]) -> Vec<Part<'a>> {
    let mut fields = vec![
        text("title", "Đúng hẹn <b>tháng 4</b>"),
        text("population", "Người nhận kết quả trong tháng 4"),
        text("strata", strata),
        text("opens_on", "2025-05-20"),
        text("closes_on", "2025-05-20"),
        ("list", Some(""), b""),
    ];
    fields.extend(items.iter().map(|item| text("item", item)));
    fields
}

/// The form with a list, of which so many are drawn, evenly.
fn listed<'a>(name: &'a str, list: &'a [u8], size: &'a str) -> Vec<Part<'a>> {
    let mut fields = fields("", &["dung-hen.1"]);
    fields.retain(|(field, ..)| *field != "list" && *field != "opens_on" && *field != "closes_on");
    fields.extend([text("opens_on", "2025-05-21"), text("closes_on", "2025-05-28")]);
    fields.extend([("list", Some(name), list), text("size", size), text("split", "even")]);
    fields
}

/// A list of so many transactions at two counters.
fn list(many: usize) -> String {
    let row = |at: usize| {
        format!("H04-2504-{at},Phường {} (thành phố Bạc Liêu),x", if at.is_multiple_of(3) { 7 } else { 2 })
    };
    std::iter::once("Mã hồ sơ,Phường,Thủ tục".to_owned())
        .chain((1..=many).map(row))
        .collect::<Vec<_>>()
        .join("\r\n")
}

async fn made(office: &Office, cookie: &str, strata: &str) -> String {
    let sent = office.upload(cookie, LIST, &fields(strata, &["dung-hen.1", "huong-dan-ho-so.1"])).await;
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
        assert!(!office.get(&hoa, &at).await.text().contains(&codes[0]));

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
        let again = office.post(&hoa, &at, &[("act", "print"), ("stratum", "0")]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "somebody answered");
        assert!(!again.text().contains(&codes[0]));
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
        page.says("Trong mỗi nhóm xếp theo tên, không theo thứ hạng");
        page.says("Chưa phân biệt được với mức chung");
        assert!(page.text().contains("<svg class=\"chart intervals\""));
        assert!(page.text().len() < 100_000);
        let places: Vec<_> = ["Chưa phân biệt được với mức chung</th>", "Xã Vĩnh A</th>", "Không hiển thị</th>", "Xã An B</th>", "Xã Nhỏ</th>"].iter().map(|name| page.text().find(name).unwrap()).collect();
        assert!(places.is_sorted(), "in groups, each by name");
        let public = door::ask(&office.site, Method::GET, &format!("/tra-loi/{id}"), &[], "").await;
        public.says("không nhận trả lời nữa");
        public.says("Chưa phân biệt được với mức chung");
        public.says("Không hiển thị: dưới 30 người trả lời.");
        for (list, at) in [("/tham-do", "/tra-loi/"), ("/en/search?q=nguoi+nhan+ket+qua", "/en/answer/")] {
            let page = door::ask(&office.site, Method::GET, list, &[], "").await;
            assert!(page.text().contains(&format!("{at}{id}\"")), "{list}: {}", page.words());
        }
        let sheet = door::ask(&office.site, Method::GET, &format!("/tra-loi/{id}?format=csv"), &[], "").await;
        assert!(sheet.text().contains("Xã Vĩnh A,Chưa phân biệt được") && sheet.text().contains("Xã Nhỏ,"), "{}", sheet.text());
        let rows: Vec<csv::StringRecord> = csv::Reader::from_reader(sheet.text().as_bytes()).records().map(Result::unwrap).collect();
        let own = rows.iter().find(|row| &row[1] == "Xã Vĩnh A").unwrap();
        let [estimate, low, high, people] = [3, 4, 5, 6].map(|at| own[at].parse::<f64>().unwrap());
        assert!(low < estimate && estimate < high && high <= 100.0 && people == 40.0, "{own:?}");
    }

    async fn of_many_items_and_communes_one_item_is_shown_at_a_time(scratch: Scratch) {
        let office = open(&scratch).await;
        let hoa = office.hoa().await;
        let strata: String = (1..=61).map(|at| format!("Khóm {at};50;2\n")).collect();
        let at = made(&office, &hoa, &strata).await;
        office.post(&hoa, &at, &[("act", "print"), ("stratum", "0")]).await;
        let closed = office.post(&hoa, &at, &[("act", "close"), ("why", "Thử nghiệm xong")]).await;
        assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.words());
        for address in ["/tra-loi/1", "/tra-loi/1?item=1", "/tra-loi/1?item=7", at.as_str()] {
            let page = office.get(&hoa, address).await;
            page.says("Cả đợt, từng câu hỏi");
            assert_eq!(page.text().matches("<h3").count(), 1, "{address}");
            assert!(page.text().contains("href=\"?item=1#item\""), "{address}");
        }
        let sheet = door::ask(&office.site, Method::GET, "/tra-loi/1?format=csv", &[], "").await;
        assert_eq!(sheet.status, StatusCode::OK);
    }

    async fn one_of_which_no_slip_was_given_out_was_never_held(scratch: Scratch) {
        let office = open(&scratch).await;
        let hoa = office.hoa().await;
        let at = made(&office, &hoa, "Khóm 1;50;2").await;
        office.post(&hoa, &at, &[("act", "close"), ("why", "Lập nhầm")]).await;
        let list = door::ask(&office.site, Method::GET, "/tham-do", &[], "").await;
        assert!(!list.text().contains("/tra-loi/1\""), "{}", list.words());
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
            let refused = office.upload(&hoa, LIST, &fields(strata, items)).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
            refused.says(said);
            refused.says("Người nhận kết quả trong tháng 4");
        }
        let ut = office.seat("ut", Role::Officer, "BL-X-P2").await;
        assert_eq!(office.get(&ut, LIST).await.status, StatusCode::FORBIDDEN);
        let missing = door::ask(&office.site, Method::GET, "/tra-loi/7", &[], "").await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND);
    }

    async fn a_sample_is_drawn_and_its_codes_are_sent_or_printed(scratch: Scratch) {
        let office = open(&scratch).await;
        let hoa = office.hoa().await;
        let text_of = list(300);
        let sent = office.upload(&hoa, LIST, &listed("giao-dich.csv", text_of.as_bytes(), "60")).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.words());
        let at = sent.header("location").to_owned();
        let page = office.get(&hoa, &at).await;
        page.says("Rút ngẫu nhiên 60 trong 300 dòng của danh sách");
        page.says("SHA-256 của tệp danh sách");
        assert!(!page.text().contains("H04-2504-"), "a page shows no reference");
        let csv = office.post(&hoa, &at, &[("act", "send"), ("format", "csv")]).await;
        assert!(csv.header("content-disposition").contains("ma-tham-do-1.csv") && csv.header("cache-control").contains("no-store"));
        let rows: Vec<Vec<String>> = csv::Reader::from_reader(csv.text().trim_start_matches('\u{feff}').as_bytes())
            .records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_eq!(rows.len(), 60);
        assert_eq!(rows.iter().filter(|row| row[1].starts_with("Phường 7")).count(), 30, "evenly");
        assert!(rows.iter().all(|row| row[0].starts_with("H04-2504-") && row[2].len() == 9 && row[3].ends_with("/tra-loi/1")));
        let xlsx = office.post(&hoa, &at, &[("act", "send"), ("format", "xlsx")]).await;
        let sheets = sheet::read(sheet::File { name: "ma.xlsx", bytes: &xlsx.body }, &mut |_, _| ()).unwrap();
        let said = |row: u32, column| sheets[0].cell((row, column)).and_then(|cell| cell.words().map(std::borrow::Cow::into_owned)).unwrap();
        assert!((1..=60).all(|row| rows[row as usize - 1][0] == said(row, 0)), "the same are drawn");
        assert!((1..=60).all(|row| !rows.iter().any(|other| other[2] == said(row, 2))), "old codes are void");
        let slips = office.post(&hoa, &at, &[("act", "print"), ("stratum", "1")]).await;
        slips.says("Số tham chiếu: H04-2504-");
        assert_eq!(codes(&slips).len(), 30);
        let again = office.get(&hoa, &format!("{LIST}?again=1")).await;
        assert!(again.text().contains("name=\"size\" value=\"60\""));
    }

    async fn a_list_is_taken_whole_or_not_at_all_and_each_wrong_cell_is_told(scratch: Scratch) {
        let office = open(&scratch).await;
        let hoa = office.hoa().await;
        let tell = |name: &'static str, list: Vec<u8>, size: &'static str| {
            let (office, hoa) = (&office, &hoa);
            async move {
                let refused = office.upload(hoa, LIST, &listed(name, &list, size)).await;
                assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.words());
                refused.says("Người nhận kết quả trong tháng 4");
                refused
            }
        };
        let wrong = "Mã,Xã,Họ tên\n095123456789,Phường 2 (thành phố Bạc Liêu),Lê A\nHS-1,Phường 99,\nHS-1,Phường 7 (thành phố Bạc Liêu),\n=HYPERLINK(1),Phường 7 (thành phố Bạc Liêu),\n";
        let told = tell("a.csv", wrong.into(), "2").await;
        told.says("C1 : cột này có thể cho biết một người là ai");
        told.says("A2 : có thể là số căn cước hoặc số điện thoại");
        told.says("B3 : không rõ là xã, phường nào");
        told.says("A4 : số tham chiếu này đã có ở dòng 3");
        told.says("A5 : không phải số tham chiếu");
        assert!(!told.text().contains("095123456789"), "the number is not repeated");
        tell("a.csv", list(10_001).into(), "60").await.says("danh sách dài quá 10.000 dòng");
        tell("a.xlsx", include_bytes!("../../../sheet/tests/bomb.xlsx").to_vec(), "60").await.says("tệp quá lớn");
        tell("a.csv", b"%PDF-1.7".to_vec(), "60").await.says("không phải tệp Excel");
        tell("a.csv", b"Ho ten,Xa\nLe A,x\n".to_vec(), "60").await.says("không thấy dòng tiêu đề có đủ hai cột");
        tell("a.csv", list(300).into(), "301").await.says("Danh sách này rút được từ 4 đến 300");
        tell("a.csv", list(300).into(), "").await.says("Danh sách này rút được từ 4 đến 300");
        let rows = list(30);
        let mut both = listed("a.csv", rows.as_bytes(), "10");
        both.retain(|(field, ..)| *field != "strata");
        both.push(text("strata", "Khóm 1;50;2"));
        office.upload(&hoa, LIST, &both).await.says("Chỉ chọn một trong hai");
        assert!(pulse::all(&office.desk).await.unwrap().is_empty());
        let ut = office.seat("ut", Role::Officer, "BL-X-P2").await;
        assert_eq!(office.upload(&ut, LIST, &listed("a.csv", rows.as_bytes(), "10")).await.status, StatusCode::FORBIDDEN);
    }

    async fn words_that_coach_wait_for_a_person_to_decide(scratch: Scratch) {
        let office = open(&scratch).await;
        let hoa = office.hoa().await;
        let coaching = || {
            let mut fields = fields("Khóm 1;50;2", &["dung-hen.1"]);
            fields.retain(|(field, ..)| *field != "population");
            fields.push(text("population", "Các hộ được chọn mẫu PAPI"));
            fields
        };
        let refused = office.upload(&hoa, LIST, &coaching()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Có cụm từ “hộ được chọn mẫu”");
        let again = [coaching(), vec![text("fine", "yes")]].concat();
        assert_eq!(office.upload(&hoa, LIST, &again).await.status, StatusCode::SEE_OTHER);
    }

    async fn who_has_a_slip_is_told_from_which_day_it_is_good(scratch: Scratch) {
        let office = open(&scratch).await;
        let hoa = office.hoa().await;
        let mut fields = fields("Khóm 1;50;2", &["dung-hen.1"]);
        fields.retain(|(field, ..)| *field != "opens_on" && *field != "closes_on");
        fields.extend([text("opens_on", "2025-05-21"), text("closes_on", "2025-05-28")]);
        let made = office.upload(&hoa, LIST, &fields).await;
        let at = made.header("location").to_owned();
        let public = format!("/tra-loi/{}", at.rsplit('/').next().unwrap());
        assert_eq!(office.get("", &public).await.status, StatusCode::NOT_FOUND, "nobody has a slip");
        let slips = office.post(&hoa, &at, &[("act", "print"), ("stratum", "0")]).await;
        slips.says("Nhận trả lời từ ngày 21/5/2025 đến hết ngày 28/5/2025");
        slips.says("bấm in lại, khi chưa ai ở đây trả lời");
        let page = office.get("", &public).await;
        assert_eq!(page.status, StatusCode::OK);
        page.says("Đợt thăm dò này mở từ ngày 21/5/2025");
        assert!(!page.text().contains("Đúng hẹn"), "no more than that: {}", page.words());
        office.get("", &public.replace("/tra-loi", "/en/answer")).await.says("This poll opens on 21 May 2025");
    }
}
