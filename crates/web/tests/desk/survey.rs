//! Surveys at the front door: from the export of a phone to a table for a report, and what is refused in words.

#![allow(clippy::unwrap_used, reason = "a test that unwraps fails where it stands")]

use crate::door::Answer;
use crate::office::{Office, file, hidden, open, text};
use accounts::Role;
use axum::http::StatusCode;

/// An export as KoboToolbox writes it, made up: groups, a question with several answers, columns of the tool, names.
fn kobo() -> String {
    let mut rows = String::from(
        "start,end,ho_so/Họ và tên,ho_so/tầng,ho_so/thôn,ho_so/gioi_tinh,hoi/hai_long,hoi/kenh,hoi/kenh/tivi,hoi/kenh/loa,\
         hoi/diem,hoi/gop_y,quyen_so,_id,_uuid,_submission_time\n",
    );
    for at in 0..120_u32 {
        let (village, sex) = (at % 12, ["Nam", "Nữ", "Nữ"][(at / 12) as usize % 3]);
        let pleased =
            if (at * 7 + village * 4) % 10 < if sex == "Nam" { 8 } else { 5 } { "yes" } else { "no" };
        let stratum = if village == 11 { "C" } else { ["A", "B"][village as usize % 2] };
        rows += &format!(
            "2025-05-01T08:00,2025-05-01T08:09,Người {at},{stratum},Ấp {village},{sex},{pleased},tivi loa,{},{},{},Ý {at},{},{at},u{at},2025-05-02T08:00\n",
            at % 2,
            u32::from(at % 3 == 0),
            at % 4 + 1,
            30 + village
        );
    }
    rows
}

async fn send(office: &Office, cookie: &str, name: &str, bytes: &[u8]) -> Answer {
    let form = hidden(office.get(cookie, "/khao-sat").await.text(), "form");
    let parts = [text("form", &form), text("title", "Hài lòng <b>2025</b>"), file(name, bytes)];
    office.upload(cookie, "/khao-sat", &parts).await
}

/// A survey whose columns are described, by its address.
async fn described(office: &Office, cookie: &str) -> String {
    let sent = send(office, cookie, "kobo.csv", kobo().as_bytes()).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.words());
    let columns = sent.header("location").to_owned();
    let saved = office.post(cookie, &columns, &[("lonely", "adjust")]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.words());
    saved.header("location").to_owned()
}

sample::on_both! {
    async fn from_an_export_to_a_table_in_a_report(scratch: Scratch) {
        let office = open(&scratch).await;
        let lan = office.lan().await;
        office.get(&lan, "/khao-sat").await.says("Chưa có khảo sát nào");
        let sent = send(&office, &lan, "kobo.csv", kobo().as_bytes()).await;
        let columns = sent.header("location").to_owned();
        let page = office.get(&lan, &columns).await;
        page.says("120 người trả lời");
        page.says("Cho biết danh tính: ho_so/Họ và tên.");
        page.says("Cột kỹ thuật của công cụ thu thập: start, end, _id, _uuid, _submission_time.");
        page.says("kenh/tivi");
        assert!(!page.text().contains("Người 1") && !page.text().contains("<b>2025"));
        assert!(page.text().contains("<option value=\"cluster\" selected>"), "the village is guessed");

        let saved = office.post(&lan, &columns, &[("lonely", "adjust")]).await;
        let one = saved.header("location").to_owned();
        let page = office.get(&lan, &one).await;
        page.says("12 đơn vị chọn mẫu trong 3 tầng, 120 người trả lời (mỗi đơn vị 10 người).");
        page.says("1 tầng chỉ có một đơn vị được chọn: C. Ở tầng chỉ có một đơn vị, sai số được đo so với trung bình chung");
        page.says("9 bậc tự do");

        let asked = format!("{one}?q=hai_long&q=diem&by=gioi_tinh");
        let page = office.get(&lan, &asked).await;
        page.says("hai_long – tỷ lệ");
        page.says("Chung");
        page.says("So sánh giữa các nhóm (1)");
        page.says("sai số tính theo thiết kế mẫu bằng tuyến tính hóa Taylor");
        page.says("errors follow the sample design by Taylor linearisation");
        assert_eq!(page.text().matches("<svg class=\"chart intervals\"").count(), 2);
        assert!(page.text().len() < 100_000, "{}", page.text().len());

        let kept = office.post(&lan, &asked, &[("act", "ask"), ("title", "Theo giới tính")]).await;
        assert_eq!(kept.header("location"), asked);
        office.get(&lan, &one).await.says("Theo giới tính");
        let english = office.get(&lan, &asked.replace("/khao-sat/", "/en/surveys/")).await;
        english.says("12 sampling units in 3 strata, 120 people (10 in each unit).");

        let removed = office.post(&lan, &one, &[("act", "remove")]).await;
        assert_eq!(removed.header("location"), "/khao-sat");
        assert_eq!(office.get(&lan, &one).await.status, StatusCode::NOT_FOUND);
    }

    async fn answers_are_downloaded_with_their_method(scratch: Scratch) {
        let office = open(&scratch).await;
        let lan = office.lan().await;
        let one = described(&office, &lan).await;
        let asked = |ending: &str| format!("{one}/ket-qua.{ending}?q=hai_long&by=gioi_tinh");
        let csv = office.get(&lan, &asked("csv")).await;
        let lines: Vec<&str> = csv.text().lines().collect();
        assert_eq!(lines[0], "\u{feff}column,value,statistic,group,estimate,se,ci_low,ci_high,df,people,units,hidden");
        assert_eq!(lines.len(), 4);
        assert!(lines[2].starts_with("hai_long,,proportion,Nam,0."), "{}", lines[2]);
        let json: serde_json::Value = serde_json::from_slice(&office.get(&lan, &asked("json")).await.body).unwrap();
        assert_eq!(json["answers"]["blocks"][0]["groups"][0]["group"][0], "Nam");
        assert!(json["method"]["vi"].as_str().unwrap().contains("Taylor"));
        let book = office.get(&lan, &asked("xlsx")).await;
        let sheets = sheet::read(sheet::File { name: "a.xlsx", bytes: &book.body }, &mut |_, _| ()).unwrap();
        let names: Vec<_> = sheets.iter().map(|sheet| sheet.name.clone().unwrap()).collect();
        assert_eq!(names, ["Ước lượng", "Chênh lệch"]);
        let heading: Vec<String> = sheets[0].rows().next().unwrap().1.iter().map(|(_, cell)| format!("{cell:?}")).collect();
        assert!(heading[0].contains("Câu trả lời") && heading[8].contains("Bậc tự do"), "{heading:?}");
        assert_eq!(office.get(&lan, &format!("{one}/ket-qua.csv")).await.status, StatusCode::NOT_FOUND);
    }

    async fn what_does_not_fit_is_told_in_words_with_its_place(scratch: Scratch) {
        let office = open(&scratch).await;
        let lan = office.lan().await;
        send(&office, &lan, "a.csv", b"%PDF-1.4").await.says("Không đọc được tệp");
        send(&office, &lan, "a.csv", b"a,b\n").await.says("Tệp không có dòng tên cột");
        send(&office, &lan, "a.csv", b"Email\nlan@x.vn\n").await.says("Không còn cột nào là câu trả lời");
        let sent = send(&office, &lan, "kobo.csv", kobo().as_bytes()).await;
        let columns = sent.header("location").to_owned();
        let refused = office.post(&lan, &columns, &[("kind:diem", "yes_no"), ("lonely", "fail")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Cột “diem”, dòng số liệu 2: “2” không phải là có hay không.");
        assert!(refused.text().contains("<option value=\"fail\" selected>"), "the form comes back as it was filled");
        let refused = office.post(&lan, &columns, &[("kind:tầng", "domain"), ("kind:thôn", "weight"), ("lonely", "adjust")]).await;
        refused.says("cùng được ghi là quyền số");
        let saved = office.post(&lan, &columns, &[("lonely", "fail")]).await;
        let one = saved.header("location").to_owned();
        let page = office.get(&lan, &format!("{one}?q=diem")).await;
        page.says("Tầng “C” chỉ có một đơn vị được chọn nên chưa tính được sai số.");
        office.get(&lan, &format!("{one}?q=khong_co")).await.says("Xin chọn ít nhất một câu trả lời");
        office.get(&lan, &format!("{one}?by=&by=&what=&level=95")).await.says("Xin chọn ít nhất một câu trả lời");
        office.get(&lan, &format!("{one}?q=diem&by=nope")).await.says("Khảo sát không có cột nhóm “nope”.");
    }

    async fn who_may_not_change_it_sees_no_form_for_it(scratch: Scratch) {
        let office = open(&scratch).await;
        let lan = office.lan().await;
        let one = described(&office, &lan).await;
        let leader = office.seat("chu-tich", Role::Leader, "BL-UBND").await;
        let page = office.get(&leader, &format!("{one}?q=diem")).await;
        page.says("diem");
        assert!(!page.text().contains("value=\"ask\"") && !page.text().contains("value=\"remove\""));
        assert!(!office.get(&leader, "/khao-sat").await.text().contains("name=\"file\""));
        assert!(!office.get(&leader, &format!("{one}/cot")).await.text().contains("name=\"lonely\""));
    }
}
