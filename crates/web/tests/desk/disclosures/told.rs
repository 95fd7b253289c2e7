//! What pages say of disclosures: when something was recorded, whose it was, who looked, why there is none, and what is
//! turned away.

use super::{COMMUNE, doubted, happened, line_of, open, posted, public};
use crate::office::{Office, hidden, text};
use accounts::Role;
use inform::disclosure::arise;
use jiff::civil::{Date, date};
use sample::{Scratch, on_both};
use web::{App, Snapshot};

on_both! {
    async fn what_was_recorded_after_its_deadline_stays_late_and_says_so(scratch: Scratch) {
        let (app, office, ut) = open(&scratch).await;
        let budget = line_of(&office, &ut, "CK04").await;
        let form = hidden(office.get(&ut, &budget).await.text(), "form");
        let at = format!("{budget}/niem-yet");
        let places = ["tru_so", "nha_van_hoa", "trang_tin"].map(|place| text("place", place));
        let with = |why, last| {
            let whys = ["why-tru_so", "why-nha_van_hoa", "why-trang_tin"].map(|field| text(field, why));
            [vec![text("form", &form), text("first", "2025-04-01"), text("last", last)], places.to_vec(), whys.to_vec()].concat()
        };
        let refused = office.upload(&ut, &at, &with(".", "")).await;
        assert_eq!(refused.status, 422);
        refused.says("Còn thiếu nội dung hoặc lý do");
        office.upload(&ut, &at, &with("quên", "")).await.says("ghi ít nhất hai từ");
        let soon = [with("Máy ảnh hư", "2025-05-22"), vec![text("first", "2025-05-20")]].concat();
        let soon: Vec<_> = soon.into_iter().filter(|part| part != &text("first", "2025-04-01")).collect();
        office.upload(&ut, &at, &soon).await.says("phải niêm yết ít nhất đến hết ngày 19/6/2025");
        let mut drawing = vec![text("form", &form), text("first", "2025-05-20"), text("place", "tru_so")];
        drawing.push(("file-tru_so", Some("bang-tin.svg"), b"<svg/>"));
        office.upload(&ut, &at, &drawing).await.says("Bảng tin tại trụ sở UBND: tệp bang-tin.svg không nhận");

        let answer = office.upload(&ut, &at, &with("Máy ảnh hư", "2025-05-05")).await;
        assert_eq!(answer.status, 303, "{}", answer.words());
        let page = office.get(&ut, &budget).await;
        page.says("Đã đủ thời gian (chậm 35 ngày)");
        page.says("Ghi vào sổ ngày 20/5/2025, sau khi quá hạn, chưa có bằng chứng");
        page.says("Bảng tin tại trụ sở UBND: đến hết ngày 5/5/2025");
        let sheet = office.get(&ut, "/so-cong-khai?state=over&format=csv").await;
        assert!(sheet.text().lines().next().unwrap().ends_with("Niêm yết từ ngày,Ghi vào sổ ngày"), "{}", sheet.text());
        assert!(sheet.text().contains("Trang thông tin điện tử: 2025-05-20"), "{}", sheet.text());
        crate::door::renew(&app, &office.desk).await;
        let page = public(&office, COMMUNE).await;
        page.says("Đã niêm yết đủ thời gian (chậm 35 ngày)");
        page.says("(ghi vào sổ ngày 20/5/2025, sau khi quá hạn, chưa có bằng chứng)");
        page.says("Đã niêm yết đủ thời gian trong một năm qua: 1 việc.");
        public(&office, "/cong-khai?q=phuong+2").await.says("Phường 2 (thành phố Bạc Liêu) 0 1 24 1");
        public(&office, &format!("{COMMUNE}/to-niem-yet")).await.says("Những việc đã niêm yết đủ thời gian trong một năm qua");
    }

    async fn nobody_is_named_by_number_and_nothing_is_recorded_twice(scratch: Scratch) {
        let (_, office, ut) = open(&scratch).await;
        let register = office.get(&ut, "/so-cong-khai").await;
        assert!(!register.text().contains("quy_hoach_xay_dung"), "a ward has no plan of villages");
        let form = hidden(register.text(), "form");
        let fields = [
            ("form", form.as_str()), ("agency", "BL-X-P2"), ("kind", "cong_nhan_ho_ngheo"), ("day", "2025-05-12"),
            ("words", "Nguyễn Văn A, CCCD 095123456789, hộ nghèo"),
        ];
        let answer = office.post(&ut, "/so-cong-khai", &fields).await;
        assert_eq!(answer.status, 422);
        answer.says("Trong nội dung có “095123456789”");
        assert_eq!(happened(&office, &ut, "bang_gia_dat", "2025-05-12").await.status, 303);
        happened(&office, &ut, "bang_gia_dat", "2025-05-12").await.says("đã có trong sổ: cùng loại, cùng ngày, cùng tên");
        let prices = line_of(&office, &ut, "CK12").await;
        let answer = office.post(&ut, &prices, &[("act", "withdraw"), ("reason", "Ghi nhầm ngày")]).await;
        office.get(&ut, answer.header("location")).await.says("Đã rút lại.");
        let page = office.get(&ut, &prices).await;
        page.says("Đã rút lại vì ghi nhầm ngày 20/5/2025 (ut): Ghi nhầm ngày");
        for act in ["value=\"withdraw\"", "value=\"settle\"", "id=\"post\""] {
            assert!(!page.text().contains(act), "nothing is done with it: {act}");
        }
    }

    async fn what_people_miss_waits_on_the_first_page_and_is_answered_with_a_reason(scratch: Scratch) {
        let (app, office, ut) = open(&scratch).await;
        let finance = office.seat("tai-chinh", Role::Officer, "BL-STC25").await;
        office.get(&finance, "/viec-cua-toi").await.says("việc công khai xã, phường còn thiếu, thuộc lĩnh vực theo dõi");
        assert!(!office.get(&ut, "/viec-cua-toi").await.words().contains("tìm mà không thấy"));
        doubted(&office, "duty=CK12", "203.0.113.7").await;
        office.get(&ut, "/viec-cua-toi").await.says("1 việc người dân tìm mà không thấy, cần trả lời");
        crate::door::renew(&app, &office.desk).await;
        public(&office, COMMUNE).await.says("Hạn trả lời: 27/5/2025");
        let register = office.get(&ut, "/so-cong-khai").await;
        register.says("Hạn trả lời: 27/5/2025");
        let sought = hidden(register.text(), "sought");
        let words = [("sought", sought.as_str()), ("words", "Tỉnh chưa <b>ban hành</b>.")];
        assert_eq!(office.post(&ut, "/so-cong-khai/chua-ghi-nhan", &words).await.status, 303);
        crate::door::renew(&app, &office.desk).await;
        let page = public(&office, COMMUNE).await;
        page.says("phường trả lời: chưa có việc này. Lý do phường nêu: Tỉnh chưa &#60;b&#62;ban hành&#60;/b&#62;.");
        // Who looks again does not hide what was answered.
        doubted(&office, "duty=CK12", "203.0.113.8").await;
        crate::door::renew(&app, &office.desk).await;
        let page = public(&office, COMMUNE).await;
        page.says("Đang chờ phường trả lời. Hạn trả lời: 27/5/2025. Lần trước, ngày 20/5/2025, phường trả lời: chưa có việc này.");
    }

    async fn a_new_document_ends_the_old_one_where_the_form_says_so(scratch: Scratch) {
        let (app, office, ut) = open(&scratch).await;
        happened(&office, &ut, "bang_gia_dat", "2025-01-06").await;
        let old = line_of(&office, &ut, "CK12").await;
        assert!(!office.get(&ut, &old).await.words().contains("Văn bản này thay cho"), "there is none before it");
        let new = happened(&office, &ut, "bang_gia_dat", "2025-05-12").await.header("location").split('?').next().unwrap().to_owned();
        let page = office.get(&ut, &new).await;
        page.says("Văn bản này thay cho");
        page.says("QĐ 12/QĐ-UBND &#60;b&#62;về đất&#60;/b&#62; (6/1/2025)");
        let event = old.rsplit('/').next().unwrap().split('-').next().unwrap();
        let form = hidden(page.text(), "form");
        let mut parts = vec![text("form", &form), text("first", "2025-05-20"), text("replaces", event)];
        parts.extend(["tru_so", "trang_tin"].map(|place| text("place", place)));
        let refused = office.upload(&ut, &format!("{new}/niem-yet"), &parts).await;
        assert!(refused.status == 422 && refused.text().contains(&format!("value=\"{event}\" checked")), "{}", refused.words());
        parts.extend(["link-tru_so", "link-trang_tin"].map(|link| text(link, "https://x.vn/gia-dat")));
        assert_eq!(office.upload(&ut, &format!("{new}/niem-yet"), &parts).await.status, 303);
        let page = office.get(&ut, &new).await;
        page.says("Thay cho: QĐ 12/QĐ-UBND");
        assert!(!page.words().contains("Văn bản này thay cho"), "it is said");
        office.get(&ut, &old).await.says("Đã có văn bản mới thay thế (bản cũ chậm 127 ngày)");
        crate::door::renew(&app, &office.desk).await;
        let page = public(&office, COMMUNE).await;
        assert_eq!(page.words().matches("Giá đất Nhà nước quy định").count(), 1, "{}", page.words());
    }

    async fn what_nobody_answered_or_looked_after_in_time_is_overdue(scratch: Scratch) {
        let (app, office, ut) = open(&scratch).await;
        let budget = line_of(&office, &ut, "CK04").await;
        posted(&office, &ut, &budget, &["tru_so", "nha_van_hoa", "trang_tin"], "2025-05-20").await;
        crate::door::renew(&app, &office.desk).await;
        let event = budget.rsplit('/').next().unwrap().split('-').next().unwrap().to_owned();
        doubted(&office, &format!("event={event}&duty=CK04&place=tru_so"), "203.0.113.7").await;
        doubted(&office, "duty=CK12", "203.0.113.7").await;
        // Both are due on 27 May.
        shown_on(&app, &office, date(2025, 5, 27)).await;
        assert!(!public(&office, COMMUNE).await.words().contains("Đến nay phường chưa trả lời"));
        shown_on(&app, &office, date(2025, 5, 30)).await;
        let page = public(&office, COMMUNE).await;
        page.says("Đến nay phường chưa trả lời, quá hạn 3 ngày");
        page.says("chưa ai đi kiểm tra, quá hạn 3 ngày");
    }

    async fn files_beyond_what_is_taken_are_told_of_above(scratch: Scratch) {
        let (_, office, ut) = open(&scratch).await;
        let budget = line_of(&office, &ut, "CK04").await;
        let form = hidden(office.get(&ut, &budget).await.text(), "form");
        let papers: Vec<Vec<u8>> = (0..12).map(|n| format!("%PDF-1.7\n{n}\nstartxref\n9\n%%EOF\n").into_bytes()).collect();
        let mut parts = vec![text("form", &form), text("first", "2025-05-20"), text("place", "tru_so")];
        parts.extend(papers.iter().map(|paper| ("file-tru_so", Some("to.pdf"), paper.as_slice())));
        let answer = office.upload(&ut, &format!("{budget}/niem-yet"), &parts).await;
        assert_eq!(answer.status, 303, "{}", answer.words());
        let page = office.get(&ut, answer.header("location")).await;
        page.says("Đã ghi, nhưng có tệp không nhận được");
        page.says("không nhận, lần gửi này đã đủ số tệp hoặc dung lượng");
        assert!(!page.words().contains("báo cáo đã đủ"));
    }

    async fn a_commune_that_looks_after_its_own_board_is_said_to(scratch: Scratch) {
        let (app, office, ut) = open(&scratch).await;
        let budget = line_of(&office, &ut, "CK04").await;
        posted(&office, &ut, &budget, &["tru_so", "nha_van_hoa", "trang_tin"], "2025-05-20").await;
        crate::door::renew(&app, &office.desk).await;
        let event = budget.rsplit('/').next().unwrap().split('-').next().unwrap().to_owned();
        for (place, found) in [("nha_van_hoa", "there"), ("tru_so", "absent")] {
            doubted(&office, &format!("event={event}&duty=CK04&place={place}"), "203.0.113.7").await;
            let page = office.get(&ut, &budget).await;
            page.says("Cần xem trước hết ngày 27/5/2025");
            let check = hidden(page.text(), "check");
            let fields = [("act", "settle"), ("check", check.as_str()), ("found", found), ("words", "")];
            assert_eq!(office.post(&ut, &budget, &fields).await.status, 303);
        }
        let down = [("act", "take_down"), ("place", "nha_van_hoa"), ("last", "2025-05-20")];
        assert_eq!(office.post(&ut, &budget, &down).await.status, 303);
        let page = office.get(&ut, &budget).await;
        page.says("Thiếu, kiểm tra hôm nay không thấy");
        page.says("(ut, đơn vị tự kiểm tra)");
        office.get(&ut, "/so-cong-khai").await.says("đơn vị tự kiểm tra");
        crate::door::renew(&app, &office.desk).await;
        let page = public(&office, COMMUNE).await;
        page.says("Còn thiếu: kiểm tra ngày 20/5/2025 không thấy");
        page.says("có ở đó (nơi niêm yết tự kiểm tra)");
    }
}

/// The pages of another day.
async fn shown_on(app: &App, office: &Office, today: Date) {
    let (revision, shown) =
        (app.snapshot().revision + 1, crate::door::snapshot(&office.desk.on(today)).await);
    app.renew(Snapshot { revision, today, ..shown });
}

#[tokio::test]
async fn over_the_years_and_over_a_merger_pages_stay_true() {
    let scratch = Scratch::sqlite();
    let (app, office, ut) = open(&scratch).await;
    public(&office, &format!("{COMMUNE}/to-niem-yet")).await.says("Chưa đặt địa chỉ chính thức của trang");
    happened(&office, &ut, "bang_gia_dat", "2025-05-12").await;
    let prices = line_of(&office, &ut, "CK12").await;
    posted(&office, &ut, &prices, &["tru_so", "trang_tin"], "2025-05-13").await;
    happened(&office, &ut, "lich_tiep_dan", "2025-05-12").await;
    let calendar = line_of(&office, &ut, "CK22").await;
    posted(&office, &ut, &calendar, &["tru_so", "trang_tin"], "2025-05-13").await;
    happened(&office, &ut, "phi_le_phi", "2025-05-12").await;
    let fees = line_of(&office, &ut, "CK20").await;
    posted(&office, &ut, &fees, &["mot_cua", "tru_so"], "2025-05-13").await;
    arise(&office.desk.on(date(2025, 7, 2))).await.unwrap();
    shown_on(&app, &office, date(2025, 7, 21)).await;
    let ended = public(&office, COMMUNE).await;
    ended.says("Đơn vị này không còn nữa");
    assert!(!ended.words().contains("Bản in để niêm yết"));
    assert_eq!(public(&office, &format!("{COMMUNE}/to-niem-yet")).await.status, 404);
    let heir = "/cong-khai/CM-X-BL";
    let page = public(&office, heir).await;
    page.says("Quý II/2025 (của Phường 2 cũ)");
    assert!(
        !page.text().contains("-CK22\"") && page.text().contains("id=\"vCK22\""),
        "the new chairman has days of his own"
    );
    page.says("Bộ phận Một cửa : niêm yết từ ngày 13/5/2025");
    shown_on(&app, &office, date(2026, 9, 7)).await;
    let page = public(&office, heir).await;
    page.says("Việc cũ còn thiếu, đã hơn một năm:");
    page.says("Bản này có từ ngày 12/5/2025, đã hơn một năm");
    assert!(page.text().contains("Quý I/2025 (của Phường 2 cũ)"), "{}", page.words());
}
