//! Pulse polls of the sample, made up and marked so in their words: one that is over, drawn from a made-up list of what
//! one-stop counters gave back, with a commune too small to be shown; one that is open; and one drawn and yet to come.

use std::fmt::Write as _;

use accounts::{Chance, Desk};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use listen::Seal;
use listen::pulse::{Draft, Listed, Split, Which, all, answer, draw, make, print};
use sheet::File;

use super::Refusal;

/// Communes of the list: how many rows it has of each, how many of those drawn answered, and of a hundred how many said
/// that their file came on time.
const PARTS: [(&str, usize, usize, usize); 7] = [
    ("Phường 2 (thành phố Bạc Liêu)", 412, 52, 97),
    ("Phường 3 (thành phố Bạc Liêu)", 388, 47, 78),
    ("Phường 7 (thành phố Bạc Liêu)", 326, 44, 82),
    ("Phường 8 (thành phố Bạc Liêu)", 274, 41, 46),
    ("Xã Hiệp Thành (thành phố Bạc Liêu)", 203, 38, 76),
    ("Xã Vĩnh Trạch (thành phố Bạc Liêu)", 151, 33, 80),
    ("Phường Nhà Mát (thành phố Bạc Liêu)", 96, 12, 75),
];
/// The last day on which they are drawn: the communes of the list were merged on 1 July 2025.
const DRAWN_BY: Date = date(2025, 5, 20);
/// How many are drawn.
const DRAWN: usize = 385;
/// How those drawn found the guidance, over and over.
const GUIDED: [i64; 7] = [3, 4, 2, 3, 1, 3, 4];

/// Lets them be made and the first be answered; where there is any, all stays as it is.
///
/// # Errors
/// [`Refusal`].
pub async fn run(desk: &Desk, seal: &Seal, chance: &Chance) -> Result<(), Refusal> {
    if !all(desk).await?.is_empty() {
        return Ok(());
    }
    let desk = &desk.on(desk.today.min(DRAWN_BY));
    over(desk, seal, chance).await?;
    let day = |days: i64| desk.today.saturating_add(days.days());
    let open = Draft {
        title: "Môi trường nơi ở, quý II năm 2025 (số liệu mẫu)".to_owned(),
        population: "Hộ trong danh sách thu gom rác, rút ngẫu nhiên mỗi khóm, ấp. Đợt này là mẫu.".to_owned(),
        items: vec!["biet-noi-phan-anh.1".to_owned(), "thu-gom-rac.1".to_owned()],
        strata: "Phường 2 (thành phố Bạc Liêu); 3150; 40\nphường Nhà Mát (thành phố Bạc Liêu); 1870; 40"
            .to_owned(),
        opens_on: desk.today,
        closes_on: day(14),
        is_fine: false,
    };
    let id = make(desk, &open).await?.id;
    print(desk, (seal, chance), id, Which::One(0)).await?;
    let coming = Draft {
        title: "Nộp hồ sơ qua mạng, tháng 5 năm 2025 (số liệu mẫu)".to_owned(),
        population: population(5),
        items: vec!["thu-tuc-qua-mang.1".to_owned(), "biet-nop-qua-mang.1".to_owned()],
        strata: String::new(),
        opens_on: day(13),
        closes_on: day(27),
        is_fine: false,
    };
    draw(desk, chance, &coming, &listed(&list(5), Split::ByCount)).await?;
    Ok(())
}

/// The one that is over.
async fn over(desk: &Desk, seal: &Seal, chance: &Chance) -> Result<(), Refusal> {
    let day = |days: i64| desk.today.saturating_add(days.days());
    let began = desk.on(day(-30));
    let draft = Draft {
        title: "Trả kết quả ở bộ phận một cửa, tháng 3 năm 2025 (số liệu mẫu)".to_owned(),
        population: population(3),
        items: vec!["dung-hen.1".to_owned(), "huong-dan-ho-so.1".to_owned()],
        strata: String::new(),
        opens_on: began.today,
        closes_on: day(-16),
        is_fine: false,
    };
    let id = draw(&began, chance, &draft, &listed(&list(3), Split::Even)).await?.id;
    let printed = print(&began, (seal, chance), id, Which::All).await?;
    for (stratum, part) in printed.pulse.strata.iter().enumerate() {
        let Some((.., answers, on_time)) = PARTS.iter().find(|(name, ..)| *name == part.name) else {
            continue;
        };
        let codes = printed.slips.iter().filter(|slip| slip.stratum == stratum);
        for (at, slip) in codes.take(*answers).enumerate() {
            let is_on_time = at * 100 < answers * on_time;
            // The answers of one item have nothing to do with those of the other.
            let guided = GUIDED[(at * 5 + stratum) % GUIDED.len()];
            let said = [(at % 19 != 7).then_some(i64::from(is_on_time)), Some(guided)];
            answer(&began, seal, id, &slip.code, &said).await?;
        }
    }
    Ok(())
}

fn population(month: u8) -> String {
    format!(
        "Người nhận kết quả ở bộ phận một cửa trong tháng {month} năm 2025, chương trình rút ngẫu nhiên theo danh sách \
         giao dịch. Danh sách và câu trả lời là mẫu, không hỏi người dân thật."
    )
}

/// A month's list of what the counters gave back; the same numbers each time.
fn list(month: u8) -> String {
    let mut list = "Mã hồ sơ,\"Xã, phường\",Ngày trả kết quả\n".to_owned();
    for (part, (name, rows, ..)) in PARTS.iter().enumerate() {
        for row in 1..=*rows {
            let day = row % 28 + 1;
            let _ = writeln!(list, "MAU{part}-25{month:02}{day:02}-{row:04},{name},{day:02}/{month:02}/2025");
        }
    }
    list
}

fn listed(list: &str, split: Split) -> Listed<'_> {
    Listed { file: File { name: "giao-dich-mau.csv", bytes: list.as_bytes() }, size: DRAWN, split }
}
