//! A campaign of the sample that is closed and was measured: a pulse before it, one after it, of different people. Made up,
//! and marked so: of one item more people know after it, of the other one cannot tell.

use accounts::{Chance, Desk};
use inform::campaign::{self, Channel, NewDone, NewItem};
use jiff::civil::{Date, date};
use listen::Seal;
use listen::knowledge::{Side, of_campaign, tie};
use listen::pulse::{Draft, Which, answer, make, print};

use super::Refusal;
use super::campaigns::at;

const MARK: &str = "(đợt mẫu)";
const FORM: &str = "mau-dot-da-do";
const WRITTEN: Date = date(2025, 1, 20);
const ASKED: [(Date, Date); 2] =
    [(date(2025, 2, 3), date(2025, 2, 14)), (date(2025, 4, 14), date(2025, 4, 27))];
const FIRST: Date = date(2025, 2, 17);
const LAST: Date = date(2025, 4, 11);

/// What is made: the channel, the words, the agency, by when; the day it was, where it shows, and how many were counted.
type Told = (Channel, &'static str, &'static str, Date, (Date, &'static str, Option<i64>));

const ITEMS: [Told; 4] = [
    (
        Channel::Leaflet,
        "Tờ rơi “Phản ánh với xã, phường gửi đến đâu”",
        "BL-SVHTTDL",
        date(2025, 2, 21),
        (date(2025, 2, 20), "Đặt ở bộ phận một cửa và nhà văn hóa khóm", Some(3_000)),
    ),
    (
        Channel::Meeting,
        "Họp dân các khóm: cách gửi phản ánh, nơi niêm yết kế hoạch sử dụng đất",
        "BL-X-P2",
        date(2025, 3, 14),
        (date(2025, 3, 13), "Họp ở 5 khóm", Some(214)),
    ),
    (
        Channel::Zalo,
        "Bài đăng: số điện thoại và trang nhận phản ánh",
        "BL-X-P2",
        date(2025, 3, 21),
        (date(2025, 3, 21), "Trang Zalo của phường", Some(5_120)),
    ),
    (
        Channel::Newspaper,
        "Bài về những phản ánh đã được trả lời",
        "BL-BAO",
        date(2025, 4, 4),
        (date(2025, 4, 4), "Đăng trang 5, số ra ngày 4/4/2025", None),
    ),
];

/// Parts of the population: people and slips.
const PARTS: [(&str, i64, usize); 3] = [
    ("Phường 2 (thành phố Bạc Liêu)", 9_860, 55),
    ("Phường 7 (thành phố Bạc Liêu)", 8_140, 50),
    ("xã Hiệp Thành (thành phố Bạc Liêu)", 6_320, 45),
];

/// Of each part how many answered before and after, and how many of them said yes to either item.
const SAID: [[(usize, usize, usize); 3]; 2] =
    [[(43, 17, 14), (38, 14, 11), (34, 12, 12)], [(41, 28, 16), (39, 25, 14), (33, 21, 11)]];

/// Lets it happen until the desk's day; where the campaign is measured already, all stays as it is.
///
/// # Errors
/// [`Refusal`].
pub async fn run(desk: &Desk, seal: &Seal, chance: &Chance) -> Result<(), Refusal> {
    if desk.today <= ASKED[1].1 {
        return Ok(());
    }
    let id = campaign(desk).await?;
    if of_campaign(desk, id).await?.tie.version > 0 {
        return Ok(());
    }
    for (version, (side, ((first, last), said))) in
        (0..).zip(Side::BOTH.into_iter().zip(ASKED.into_iter().zip(SAID)))
    {
        let (began, writer) = (desk.on(first), at(desk, first).await?);
        let pulse = make(&writer, &draft(side, first, last)).await?.id;
        tie(&writer, id, version, side, pulse).await?;
        for (stratum, (people, knows, sees)) in said.into_iter().enumerate() {
            let codes = print(&writer, (seal, chance), pulse, Which::One(stratum)).await?.codes();
            for (place, code) in codes.iter().take(people).enumerate() {
                // The answers of one item have nothing to do with those of the other.
                let other = (place * 7 + 5) % people;
                let said = [Some(i64::from(other < sees)), Some(i64::from(place < knows))];
                answer(&began, seal, pulse, code, &said).await?;
            }
        }
    }
    Ok(())
}

/// The campaign, closed three days after its last.
async fn campaign(desk: &Desk) -> Result<i64, Refusal> {
    let writer = at(desk, WRITTEN).await?;
    let draft = campaign::Draft {
        title: format!("Phản ánh với xã, phường: gửi đến đâu, ai trả lời {MARK}"),
        aim: "Người dân biết khi có việc cần phản ánh thì gửi đến đâu, cần xem kế hoạch sử dụng đất thì xem ở đâu"
            .to_owned(),
        audience: "Người từ 18 tuổi ở Phường 2, Phường 7 và xã Hiệp Thành".to_owned(),
        messages: "Phản ánh gửi được ở trụ sở, qua điện thoại và trên trang của tỉnh.\nKế hoạch sử dụng đất niêm yết ở trụ sở Ủy ban nhân dân xã, phường."
            .to_owned(),
        contents: vec![2, 3],
        first: FIRST,
        last: LAST,
        budget: Some(18_000_000),
        budget_line: "Kinh phí tuyên truyền năm 2025 (số liệu mẫu)".to_owned(),
        tasks: Vec::new(),
    };
    let found = campaign::write(&writer, &draft, FORM).await?;
    if found.closed.is_some() {
        return Ok(found.id);
    }
    for (place, (channel, what, agency, due, (on, shown, reached))) in ITEMS.into_iter().enumerate() {
        let new = NewItem {
            form: format!("{FORM}-{place}"),
            channel,
            what: format!("{what} {MARK}"),
            agency: agency.to_owned(),
            due,
            told_by: None,
        };
        let item = campaign::put(&writer, found.id, &new, None).await?;
        let made = NewDone { version: item.version, on, shown: format!("{shown} {MARK}"), reached };
        campaign::done(&at(desk, on).await?, item.id, &made, None).await?;
    }
    campaign::open(&at(desk, FIRST).await?, found.id, 1, None).await?;
    let outcome = "Làm đủ bốn việc. Chưa làm được tờ rơi tiếng Khmer vì không kịp dịch. Người dân biết thêm gì xem ở kết quả thăm dò trước và sau đợt";
    campaign::close(&at(desk, date(2025, 4, 14)).await?, found.id, &format!("{outcome} {MARK}")).await?;
    Ok(found.id)
}

fn draft(side: Side, opens_on: Date, closes_on: Date) -> Draft {
    let when = match side {
        Side::Before => "trước đợt tuyên truyền, tháng 2 năm 2025",
        Side::After => "sau đợt tuyên truyền, tháng 4 năm 2025",
    };
    let lines = PARTS.map(|(name, size, codes)| format!("{name}; {size}; {codes}")).join("\n");
    Draft {
        title: format!("Biết gửi phản ánh, biết xem kế hoạch sử dụng đất: {when} (số liệu mẫu)"),
        population: "Người từ 18 tuổi, rút ngẫu nhiên theo danh sách hộ của từng khóm, ấp; mỗi hộ một người. Đợt này là mẫu, không hỏi người dân thật.".to_owned(),
        items: vec!["xem-ke-hoach-dat.1".to_owned(), "biet-noi-phan-anh.1".to_owned()],
        strata: lines,
        opens_on,
        closes_on,
        is_fine: false,
    }
}
