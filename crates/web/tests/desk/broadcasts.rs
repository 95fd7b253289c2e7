//! Loudspeakers at the front door: the communicator plans a month, stations log it, one stays silent and is seen.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use accounts::Role;
use sample::{Scratch, on_both};

use crate::door::Answer;
use crate::office::{Office, file, hidden, text};

/// Four communes that log, and the one that does not.
const STATIONS: [&str; 5] = ["BL-X-P2", "BL-X-P3", "BL-X-P5", "BL-X-P7", "BL-X-XHT"];

struct House {
    office: Office,
    ngoc: String,
    officers: Vec<String>,
}

impl House {
    /// The site on 20 May 2025 with a communicator and an officer of each station.
    async fn open(scratch: &Scratch) -> Self {
        let app = crate::door::staffed_app(scratch).await;
        let office = Office { site: web::router(app), desk: scratch.desk().await };
        let ngoc = office.seat("ngoc", Role::Communicator, "BL-SVHTTDL").await;
        let mut officers = Vec::new();
        for code in STATIONS {
            officers.push(office.seat(&code.to_lowercase(), Role::Officer, code).await);
        }
        let house = Self { office, ngoc, officers };
        for (code, officer) in STATIONS.iter().zip(&house.officers) {
            let kept = house.office.post(officer, &format!("/phat-thanh/dai/{code}"), &STATION).await;
            assert_eq!(kept.status, 303, "{}", kept.words());
        }
        house
    }

    async fn written(&self, fields: &[(&str, &str)]) -> Answer {
        let form = hidden(self.office.get(&self.ngoc, "/phat-thanh").await.text(), "form");
        let mut all = vec![("form", form.as_str())];
        all.extend_from_slice(fields);
        self.office.post(&self.ngoc, "/phat-thanh", &all).await
    }

    /// A bulletin of today that every station has: its address.
    async fn sent(&self) -> String {
        let written = self.written(&DRAFT).await;
        assert_eq!(written.status, 303, "{}", written.words());
        let at = written.header("location").to_owned();
        let mut fields = vec![("act", "send"), ("version", "1")];
        fields.extend(STATIONS.map(|code| ("to", code)));
        let sent = self.office.post(&self.ngoc, &at, &fields).await;
        assert_eq!(sent.status, 303, "{}", sent.words());
        at
    }
}

const STATION: [(&str, &str); 8] = [
    ("act", "keep"),
    ("set-0-spot", "Khóm 1"),
    ("set-0-rig", "network"),
    ("set-0-horns", "2"),
    ("set-0-works", "1"),
    ("slot-0-begins", "05:00"),
    ("slot-0-minutes", "30"),
    ("slot-0-day", "2"),
];

const DRAFT: [(&str, &str); 8] = [
    ("title", "Nộp hồ sơ <b>một cửa</b>"),
    ("text", "Kính thưa bà con.\n\nBộ phận một cửa làm việc từ 7 giờ."),
    ("text_km", "សូមគោរព"),
    ("priority", "normal"),
    ("content", "5"),
    ("first", "2025-05-20"),
    ("last", "2025-05-21"),
    ("times", "1"),
];

on_both! {
    async fn a_bulletin_is_written_sent_scheduled_and_logged(scratch: Scratch) {
        let house = House::open(&scratch).await;
        let at = house.sent().await;
        let page = house.office.get(&house.officers[0], &at).await;
        page.says("Ước tính theo 210 âm tiết một phút");
        page.says("chưa xếp lịch 1 lần");
        assert!(page.text().contains("<dl class=\"facts noprint\">") && page.text().contains("class=\"script alone\""));
        page.says("Người đọc Ngày Ký");
        let style = page.text().split_once("rel=\"stylesheet\" href=\"").unwrap().1.split('"').next().unwrap().to_owned();
        assert!(house.office.get(&house.officers[0], &style).await.text().contains("body:has(.alone)>:is(header,footer){display:none}"));
        assert!(page.text().contains("lang=\"km\"") && page.text().contains("&#60;b&#62;"));
        assert!(!page.words().contains("Phường 3"), "a station sees its own alone");
        let fields = [("act", "schedule"), ("station", STATIONS[0]), ("day-0", "2025-05-21"), ("hour-0", "17:00")];
        house.office.post(&house.officers[0], &at, &fields).await;
        house.office.get(&house.officers[0], &at).await.says("17:00, 21/5/2025 (ngoài khung giờ của đài)");
        let other = house.sent().await;
        let refused = house.office.post(&house.officers[0], &other, &fields).await;
        assert_eq!(refused.status, 422);
        refused.says("17:00, 21/5/2025 đài đã xếp lịch phát bản tin khác.");
        assert!(refused.text().contains("value=\"17:00\""), "what was typed stays");
        house.office.post(&house.ngoc, &other, &[("act", "withdraw"), ("why", "Trùng")]).await;
        for (code, officer) in STATIONS.iter().zip(&house.officers).take(4) {
            let fields = [("act", "log"), ("station", code), ("day", "2025-05-20"), ("hour", "08:59"), ("length", "1:05")];
            let early = house.office.post(officer, &at, &fields).await;
            early.says("Đài nhận bản tin lúc 09:00, 20/5/2025, không thể phát trước đó");
            assert!(early.text().contains("value=\"1:05\""), "what was typed stays");
            let fields = [fields[0], fields[1], fields[2], ("hour", "09:00"), fields[4]];
            let logged = house.office.post(officer, &at, &fields).await;
            assert_eq!(logged.status, 303, "{}", logged.words());
        }
        let page = house.office.get(&house.ngoc, &at).await;
        page.says("09:00, 20/5/2025 (1 phút 5 giây)");
        let list = house.office.get(&house.ngoc, "/phat-thanh?month=2025-05&content=5").await;
        list.says("1/1 đủ");
        list.says("không cho biết người dân đã nghe hay đã hiểu");
        assert!(!list.text().contains("chưa ghi nhật ký</td>"), "the day is not over");
        let other = house.office.get(&house.ngoc, "/phat-thanh?month=2025-05&content=4").await;
        assert!(!other.words().contains("1/1 đủ"));
        let english = house.office.get(&house.ngoc, "/en/broadcasts?month=2025-05").await;
        english.says("1/1 complete");
    }

    async fn an_urgent_bulletin_takes_an_hour_that_has_to_be_moved(scratch: Scratch) {
        let house = House::open(&scratch).await;
        let (at, ut) = (house.sent().await, house.officers[0].as_str());
        let planned = |hour| [("act", "schedule"), ("station", STATIONS[0]), ("day-0", "2025-05-21"), ("hour-0", hour)];
        assert_eq!(house.office.post(ut, &at, &planned("17:00")).await.status, 303);
        assert!(!house.office.get(ut, "/phat-thanh").await.text().contains("id=\"displaced\""));
        let urgent = [DRAFT[1], ("title", "Diễn tập <i>còi"), ("priority", "urgent"), ("content", "khac"), ("first", "2025-05-21"), ("at", "17:00"), ("times", "1")];
        let written = house.written(&urgent).await;
        let there = written.header("location").to_owned();
        let sent = house.office.post(&house.ngoc, &there, &[("act", "send"), ("version", "1"), ("to", STATIONS[0])]).await;
        assert_eq!(sent.status, 303, "{}", sent.words());
        for cookie in [ut, house.ngoc.as_str()] {
            let list = house.office.get(cookie, "/phat-thanh").await;
            list.says("Lịch phát trùng giờ bản tin khẩn cấp 17:00, 21/5/2025,");
            assert!(!list.text().contains("<i>còi"));
            house.office.get(cookie, &at).await.says("trùng giờ bản tin khẩn cấp “Diễn tập &#60;i&#62;còi”, phải dời");
        }
        assert!(!house.office.get(&house.officers[1], "/phat-thanh").await.text().contains("id=\"displaced\""));
        house.office.get(ut, &at).await.says("Đề nghị chọn giờ khác rồi lưu lịch.");
        house.office.get(ut, "/phat-thanh/dai/BL-X-P2").await.says("phải dời");
        house.office.get(&house.ngoc, &there).await.says("phát trước; “Nộp hồ sơ &#60;b&#62;một cửa&#60;/b&#62;” phải dời");
        let refused = house.office.post(ut, &at, &planned("17:00")).await;
        assert_eq!(refused.status, 422);
        refused.says("17:00, 21/5/2025 đài phát bản tin khẩn cấp. Đề nghị chọn giờ khác.");
        assert_eq!(house.office.post(ut, &at, &planned("05:00")).await.status, 303);
        assert!(!house.office.get(ut, "/phat-thanh").await.text().contains("id=\"displaced\""));
        house.office.get(ut, "/en/broadcasts").await.says("Broadcasts");
    }

    async fn a_log_of_a_second_is_told_as_cut_short(scratch: Scratch) {
        let house = House::open(&scratch).await;
        let text = "Kính thưa bà con. ".repeat(60);
        let long = [("title", "Dài"), ("text", text.as_str()), DRAFT[3], DRAFT[4], DRAFT[5], DRAFT[6], DRAFT[7]];
        let at = house.written(&long).await.header("location").to_owned();
        house.office.post(&house.ngoc, &at, &[("act", "send"), ("version", "1"), ("to", STATIONS[0])]).await;
        let fields = |length| [("act", "log"), ("station", STATIONS[0]), ("day", "2025-05-20"), ("hour", "09:00"), ("length", length)];
        let logged = house.office.post(&house.officers[0], &at, &fields("0:01")).await;
        let page = house.office.get(&house.officers[0], logged.header("location")).await;
        page.says("chưa bằng nửa thời lượng ước tính của lời đọc nên tính là phát không trọn");
        page.says("09:00, 20/5/2025 (1 giây) phát không trọn");
        house.office.get(&house.ngoc, "/phat-thanh").await.says("1/1 phát không trọn");
        house.office.get(&house.officers[0], "/phat-thanh/dai/BL-X-P2").await.says("1 giây phát không trọn");
        house.office.get(&house.ngoc, "/en/broadcasts").await.says("1/1 cut short");
    }

    async fn a_length_far_beyond_the_text_is_asked_again_and_not_silently_kept(scratch: Scratch) {
        let house = House::open(&scratch).await;
        let at = house.sent().await;
        let fields = |length| vec![("act", "log"), ("station", STATIONS[0]), ("day", "2025-05-20"), ("hour", "09:00"), ("length", length)];
        let asked = house.office.post(&house.officers[0], &at, &fields("25")).await;
        assert_eq!(asked.status, 422);
        asked.says("Là 25 phút hay 25 giây?");
        assert!(asked.text().contains("name=\"sure\" value=\"1500\""), "{}", asked.text());
        let mut other = fields("40");
        other.push(("sure", "1500"));
        assert_eq!(house.office.post(&house.officers[0], &at, &other).await.status, 422, "sure of another length");
        assert_eq!(house.office.post(&house.officers[0], &at, &fields("25 giây")).await.status, 303);
        let mut sure = fields("25");
        sure.push(("sure", "1500"));
        sure[1] = ("station", STATIONS[1]);
        assert_eq!(house.office.post(&house.officers[1], &at, &sure).await.status, 303);
        house.office.get(&house.officers[1], &at).await.says("09:00, 20/5/2025 (25 phút)");
        house.office.get(&house.officers[0], &at).await.says("09:00, 20/5/2025 (25 giây)");
    }

    async fn the_sample_shows_its_silent_station_and_its_unanswered_bulletin_first(scratch: Scratch) {
        let house = House::open(&scratch).await;
        sample::town::broadcasts::run(&scratch.desk().await).await.unwrap();
        let list = house.office.get(&house.ngoc, "/phat-thanh").await;
        let words = list.words();
        let (urgent, matrix) = (words.find("Bản tin khẩn cấp chưa có nhật ký phát"), words.find("Đã phát so với"));
        assert!(urgent.unwrap() < matrix.unwrap());
        list.says("Đã qua ngày phát mà chưa ghi nhật ký: Xã Hiệp Thành (thành phố Bạc Liêu)");
        assert!(list.text().contains("class=\"lacks\">0/2 chưa ghi nhật ký"), "{words}");
        let english = house.office.get(&house.ngoc, "/en/broadcasts").await;
        assert!(english.text().contains("class=\"lacks\">0/2 not logged"));
        let sheet = house.office.get(&house.ngoc, "/phat-thanh?month=2025-05&format=csv").await;
        assert!(sheet.text().starts_with("\u{feff}Mã đài,Đài,Tuần từ ngày,Đến ngày,Nội dung,Số lần theo kế hoạch,Số lần đã đến hạn,"), "{}", sheet.text());
        assert!(sheet.text().contains("BL-X-XHT,Xã Hiệp Thành (thành phố Bạc Liêu),2025-05-05,2025-05-11,5. Cải cách thủ tục hành chính,2,2,0,0,0,0,chưa ghi nhật ký"), "{}", sheet.text());
        let sheet = house.office.get(&house.ngoc, "/en/broadcasts?month=2025-05&format=csv").await;
        assert!(sheet.text().starts_with("\u{feff}Station code,Station,Week from,To,Content,"), "{}", sheet.text());
        assert!(sheet.text().contains(",2,2,0,0,0,0,not logged"), "{}", sheet.text());
        let silent = house.officers[4].as_str();
        house.office.get(silent, "/phat-thanh/dai/BL-X-XHT?month=2025-05").await.says("chưa ghi nhật ký");
        let fields = [("act", "log"), ("station", "BL-X-XHT"), ("day", "2025-05-20"), ("hour", "09:00"), ("length", "0:18")];
        let urgent = list.text().split_once("id=\"urgent\"").unwrap().1.split_once("href=\"").unwrap().1;
        let urgent = urgent.split('"').next().unwrap();
        assert_eq!(house.office.post(silent, urgent, &fields).await.status, 303);
        house.office.get(silent, urgent).await.says("09:00, 20/5/2025 (18 giây) phát muộn 17 giờ");
        let list = house.office.get(&house.ngoc, "/phat-thanh").await;
        list.says("Triều cường chiều tối 19/5 (bản tin mẫu) (16:00, 19/5/2025) : Xã Hiệp Thành (thành phố Bạc Liêu) phát muộn 17 giờ");
        assert_eq!(house.office.get(silent, "/phat-thanh/dai/BL-TT-GR").await.status, 404);
        assert_eq!(house.office.get(silent, "/phat-thanh/dai/BL-STP").await.status, 404);
    }

    async fn a_withdrawn_bulletin_is_said_to_its_stations(scratch: Scratch) {
        let house = House::open(&scratch).await;
        let at = house.sent().await;
        house.office.post(&house.ngoc, &at, &[("act", "withdraw"), ("why", "Sai giờ")]).await;
        let page = house.office.get(&house.officers[0], "/phat-thanh/dai/BL-X-P2").await;
        page.says("đã thu hồi ngày 20/5/2025: không phát");
        house.office.get(&house.officers[0], "/viec-cua-toi").await.says("1 bản tin đã thu hồi: không phát");
    }

    async fn without_a_station_the_bulletin_says_why_it_is_not_sent(scratch: Scratch) {
        let app = crate::door::staffed_app(&scratch).await;
        let office = Office { site: web::router(app), desk: scratch.desk().await };
        let ngoc = office.seat("ngoc", Role::Communicator, "BL-SVHTTDL").await;
        let house = House { office, ngoc, officers: Vec::new() };
        let mut endless = DRAFT.to_vec();
        endless.retain(|(name, _)| *name != "last");
        house.written(&endless).await.says("Chưa ghi bản tin phát đến hết ngày nào.");
        let at = house.written(&DRAFT).await.header("location").to_owned();
        house.office.get(&house.ngoc, &at).await.says("Chưa gửi được bản tin này vì chưa có đài nào khai báo.");
    }

    async fn a_text_that_coaches_is_sent_only_by_who_says_why(scratch: Scratch) {
        let house = House::open(&scratch).await;
        let mut draft = DRAFT;
        draft[1] = ("text", "Ban nhân dân ấp hướng dẫn người dân trả lời phiếu");
        let written = house.written(&draft).await;
        let at = written.header("location").to_owned();
        let page = house.office.get(&house.ngoc, &at).await;
        page.says("Có thể là hướng dẫn người được hỏi");
        let fields = [("act", "send"), ("to", STATIONS[0]), ("decided", " "), ("version", "1")];
        let refused = house.office.post(&house.ngoc, &at, &fields).await;
        assert_eq!(refused.status, 422);
        refused.says("Bản tin có lời cần người xem lại");
        let fields = [fields[0], fields[1], ("decided", "Phiếu của bộ phận một cửa"), fields[3]];
        assert_eq!(house.office.post(&house.ngoc, &at, &fields).await.status, 303);
        house.office.get(&house.ngoc, &at).await.says("quyết định vẫn gửi: Phiếu của bộ phận một cửa");
    }

    async fn who_saves_or_sends_has_read_the_words_as_they_are(scratch: Scratch) {
        let house = House::open(&scratch).await;
        let at = house.written(&DRAFT).await.header("location").to_owned();
        let change = |title: &'static str, version: &'static str| {
            let mut fields = vec![("act", "change"), ("version", version), ("title", title)];
            fields.extend(DRAFT.into_iter().filter(|(name, _)| *name != "title"));
            fields
        };
        let bad = {
            let mut fields = change("Tên của Út", "1");
            fields.retain(|(name, _)| *name != "first");
            fields
        };
        assert_eq!(house.office.post(&house.ngoc, &at, &change("Tên của Ngọc", "1")).await.status, 303);
        let refused = house.office.post(&house.ngoc, &at, &bad).await;
        let part = |page: &str| page.split_once("value=\"change\"").unwrap().1.to_owned();
        assert_eq!(hidden(&part(refused.text()), "version"), "1", "nobody told them yet that it changed");
        let refused = house.office.post(&house.ngoc, &at, &change("Tên của Út", "1")).await;
        assert_eq!(refused.status, 422);
        refused.says("Bản tin vừa được người khác sửa");
        assert_eq!(hidden(&part(refused.text()), "version"), "2");
        assert!(part(refused.text()).contains("value=\"Tên của Út\""), "what was typed stays");
        assert!(refused.text().contains("<h1 lang=\"vi\">Tên của Ngọc</h1>"));
        let send = |version| [("act", "send"), ("to", STATIONS[0]), ("version", version)];
        house.office.post(&house.ngoc, &at, &send("1")).await.says("Bản tin vừa được người khác sửa");
        house.office.post(&house.ngoc, &at, &send("x")).await.says("Bản tin vừa được người khác sửa");
        assert_eq!(house.office.post(&house.ngoc, &at, &change("Tên của Út", "2")).await.status, 303);
        assert_eq!(house.office.post(&house.ngoc, &at, &send("3")).await.status, 303);
    }

    async fn a_log_is_imported_or_refused_as_a_whole(scratch: Scratch) {
        let house = House::open(&scratch).await;
        let (officer, at) = (house.officers[0].as_str(), "/phat-thanh/dai/BL-X-P2");
        let send = async |rows: &str| {
            let form = hidden(house.office.get(officer, at).await.text(), "form");
            let rows = format!("Ngày phát,Giờ phát,Thời lượng,Mã bản tin,Chương trình\n{rows}");
            let parts = [text("form", &form), file("nhat-ky.csv", rows.as_bytes())];
            house.office.upload(officer, &format!("{at}/nhap"), &parts).await
        };
        let refused = send("5/5/2025,5:00,5:00,,Thời sự\n6/5/2025,sáng,5:00,,<b>Thời sự</b>\n").await;
        assert_eq!(refused.status, 422);
        refused.says("B3 : không phải giờ (ghi như 5:00) (đã ghi: sáng)");
        let whole = async |bytes: &[u8]| {
            let form = hidden(house.office.get(officer, at).await.text(), "form");
            house.office.upload(officer, &format!("{at}/nhap"), &[text("form", &form), file("nhat-ky.csv", bytes)]).await
        };
        let bytes: [(&[u8], &str); 3] = [
            (b"Ng\xE0y,Gi\xF4\n1,2\n", "Trong Excel chọn Lưu thành → CSV UTF-8 rồi gửi lại."),
            (b"\x00\x01\x02\xFF\xFE\x80", "không phải tệp Excel (.xlsx) hoặc CSV"),
            (b"a,b\n1,2\n", "đủ các cột bắt buộc: Ngày phát, Giờ phát, Thời lượng"),
        ];
        for (bytes, said) in bytes {
            let refused = whole(bytes).await;
            assert_eq!(refused.status, 422);
            refused.says(said);
            assert!(!refused.words().contains("đã ghi:"), "no word of the program: {}", refused.words());
        }
        let came = send("5/5/2025,5:00,5:00,,Thời sự\n").await;
        assert_eq!(came.status, 303, "{}", came.words());
        let page = house.office.get(officer, came.header("location")).await;
        page.says("Đã nhận 1 dòng mới, trong đó 1 chương trình riêng của đài; 0 dòng đã có từ trước.");
        page.says("từ tệp");
        let again = send("5/5/2025,5:00,4:30,,Thời sự\n").await;
        assert_eq!(again.status, 303, "{}", again.words());
        let page = house.office.get(officer, again.header("location")).await;
        page.says("1 lần phát trong tệp có thời lượng khác với nhật ký; nhật ký giữ nguyên: 05:00, 5/5/2025 (nhật ký 5 phút, tệp 4 phút 30 giây).");
        assert_eq!(house.office.get(officer, &format!("{at}/mau.csv")).await.status, 200);
        let row = |n: usize| format!("{}/4/2025,{}:{:02},0:10,,Thời sự\n", 1 + n / 1_440, n / 60 % 24, n % 60);
        send(&(0..=5_000).map(row).collect::<String>()).await.says("tệp có hơn 5.000 dòng: đề nghị chia theo tháng");
        assert_eq!(send(&(0..1_000).map(row).collect::<String>()).await.status, 303);
        let [first, last] = ["month=2025-04", "month=2025-04&page=20"].map(|query| format!("{at}?{query}"));
        for (address, hour) in [(first, "00:49, 1/4/2025"), (last, "16:39, 1/4/2025")] {
            let page = house.office.get(officer, &address).await;
            page.says(hour);
            assert!(page.text().len() < 100_000, "{} bytes", page.text().len());
        }
        let none = house.office.get(officer, &format!("{at}?month=2025-04&page=99999999999999999999")).await;
        none.says("Trang sau");
    }

    async fn hostile_addresses_and_forms_are_answered(scratch: Scratch) {
        let house = House::open(&scratch).await;
        let at = house.sent().await;
        for address in [
            "/phat-thanh?month=9999-99&content=abc",
            "/phat-thanh?month=%27%3B--&content=999999",
            "/phat-thanh?month=n%C4%83m5-01",
            "/phat-thanh/dai/BL-X-P2?month=0000-00&told=imported&new=1&own=2&differing=9_x_y_z_2025-05-05T05:00:00_1",
        ] {
            assert_eq!(house.office.get(&house.officers[0], address).await.status, 200, "{address}");
        }
        for address in ["/phat-thanh/0", "/phat-thanh/x", "/phat-thanh/-1", "/phat-thanh/dai/%3Cb%3E", "/phat-thanh/dai/%00"] {
            assert_eq!(house.office.get(&house.officers[0], address).await.status, 404, "{address}");
        }
        for (hour, length, day) in [("25:00", "1:00", "2025-05-20"), ("05:00", "x", "2025-05-20"), ("05:00", "1:00", "-000001-01-01"), ("05:00", "99999999", "2025-05-20")] {
            let fields = [("act", "log"), ("title", "Thời sự"), ("day", day), ("hour", hour), ("length", length)];
            let answer = house.office.post(&house.officers[0], "/phat-thanh/dai/BL-X-P2", &fields).await;
            assert_eq!(answer.status, 422, "{hour} {length} {day}");
        }
        let fields = [("act", "log"), ("station", STATIONS[1]), ("day", "2025-05-20"), ("hour", "09:00"), ("length", "1")];
        assert_eq!(house.office.post(&house.officers[0], &at, &fields).await.status, 403);
        assert_eq!(house.office.post(&house.officers[0], &at, &[("act", "x")]).await.status, 404);
        let huge = "x".repeat(300_000);
        let refused = house.office.post(&house.ngoc, "/phat-thanh", &[("title", huge.as_str())]).await;
        assert_eq!(refused.status, 413);
        refused.says("Dữ liệu gửi lên quá lớn");
        house.office.post(&house.ngoc, "/en/broadcasts", &[("title", huge.as_str())]).await.says("Too much was sent");
        let long = "x".repeat(161);
        for (name, value) in [("title", long.as_str()), ("first", "2025-05-19"), ("times", "99"), ("priority", "x"), ("content", "9999")] {
            let mut draft = DRAFT.to_vec();
            draft.retain(|field| field.0 != name);
            draft.push((name, value));
            assert_eq!(house.written(&draft).await.status, 422, "{name}");
        }
    }
}
