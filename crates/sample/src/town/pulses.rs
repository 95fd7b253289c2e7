//! Pulse polls of the sample, made up and marked so in their words: one that is over, with a part too small to be shown,
//! and one that is open.

use accounts::{Chance, Desk};
use jiff::ToSpan;
use listen::Seal;
use listen::pulse::{Draft, all, answer, make, print};

use super::Refusal;

/// Parts of the one that is over: people, slips, and how many answered.
const PARTS: [(&str, i64, i64, usize); 4] = [
    ("Phường 2 (thành phố Bạc Liêu)", 1240, 50, 41),
    ("Phường 7 (thành phố Bạc Liêu)", 980, 50, 36),
    ("xã Hiệp Thành (thành phố Bạc Liêu)", 610, 45, 33),
    ("phường Nhà Mát (thành phố Bạc Liêu)", 420, 30, 12),
];

/// Lets them be made and the first be answered; where there is any, all stays as it is.
///
/// # Errors
/// [`Refusal`].
pub async fn run(desk: &Desk, seal: &Seal, chance: &Chance) -> Result<(), Refusal> {
    if !all(desk).await?.is_empty() {
        return Ok(());
    }
    let day = |days: i64| desk.today.saturating_add(days.days());
    let began = desk.on(day(-30));
    let lines = PARTS.map(|(name, size, codes, _)| format!("{name}; {size}; {codes}")).join("\n");
    let over = Draft {
        title: "Trả kết quả ở bộ phận một cửa, tháng 3 năm 2025 (số liệu mẫu)".to_owned(),
        population:
            "Người nhận kết quả ở bộ phận một cửa trong tháng 3, rút ngẫu nhiên theo sổ trả kết quả. \
                     Đợt này là mẫu, không hỏi người dân thật."
                .to_owned(),
        items: vec!["dung-hen.1".to_owned(), "huong-dan-ho-so.1".to_owned()],
        strata: lines,
        opens_on: day(-30),
        closes_on: day(-16),
    };
    let id = make(&began, &over).await?.id;
    for (stratum, (.., answers)) in PARTS.iter().enumerate() {
        let codes = print(&began, (seal, chance), id, stratum).await?.codes;
        for (at, code) in codes.iter().take(*answers).enumerate() {
            let on_time = (at * 7 + stratum * 3) % 10 < 8 - stratum;
            let guided = [3, 4, 2, 3, 1, 3, 4][(at + stratum) % 7];
            let said = [(at % 19 != 0).then_some(i64::from(on_time)), Some(guided)];
            answer(&began, seal, id, code, &said).await?;
        }
    }
    let open = Draft {
        title: "Môi trường nơi ở, quý II năm 2025 (số liệu mẫu)".to_owned(),
        population: "Hộ trong danh sách thu gom rác, rút ngẫu nhiên mỗi khóm, ấp. Đợt này là mẫu.".to_owned(),
        items: vec!["biet-noi-phan-anh.1".to_owned(), "thu-gom-rac.1".to_owned()],
        strata: "Phường 2 (thành phố Bạc Liêu); 3150; 40\nphường Nhà Mát (thành phố Bạc Liêu); 1870; 40"
            .to_owned(),
        opens_on: desk.today,
        closes_on: day(14),
    };
    let id = make(desk, &open).await?.id;
    print(desk, (seal, chance), id, 0).await?;
    Ok(())
}
