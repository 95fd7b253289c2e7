//! Sections of the portal of the sample, made up as what was seen of them is; the demonstration asks nobody for a page.

use accounts::Desk;
use inform::portal::{Draft, Look, Trouble, keep, looked, sections};
use jiff::ToSpan;

use super::Refusal;

/// Name, address, agency, ground, days, and what was seen so many days ago.
type Told = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    i64,
    &'static [(i64, Result<&'static str, Trouble>)],
);

const SECTIONS: [Told; 4] = [
    (
        "Tin chỉ đạo, điều hành (mẫu)",
        "https://mau.baclieu.gov.vn/chi-dao",
        "BL-UBND",
        "Nghị định 42/2022/NĐ-CP",
        7,
        &[(30, Ok("a")), (2, Ok("b")), (0, Ok("b"))],
    ),
    (
        "Công khai ngân sách (mẫu)",
        "https://mau.baclieu.gov.vn/ngan-sach",
        "BL-STC25",
        "Thông tư 343/2016/TT-BTC",
        31,
        &[(45, Ok("a")), (0, Ok("a"))],
    ),
    (
        "Lịch tiếp công dân (mẫu)",
        "https://mau.baclieu.gov.vn/tiep-cong-dan",
        "BL-TTR",
        "Luật Tiếp công dân 42/2013/QH13",
        31,
        &[(0, Err(Trouble::Slow))],
    ),
    (
        "Thủ tục hành chính (mẫu)",
        "https://mau.baclieu.gov.vn/thu-tuc",
        "BL-VPUBND",
        "Nghị định 63/2010/NĐ-CP",
        90,
        &[],
    ),
];

/// Puts them on the list; where there is any, all stays as it is.
///
/// # Errors
/// [`Refusal`].
pub async fn run(desk: &Desk) -> Result<(), Refusal> {
    if !sections(desk).await?.is_empty() {
        return Ok(());
    }
    for (name, address, agency, ground, days, looks) in SECTIONS {
        let [name, address, agency, ground] = [name, address, agency, ground].map(str::to_owned);
        let section = match keep(desk, None, &Draft { name, address, agency, ground, days }).await {
            // On another day than the demonstration's the agency may be gone.
            Err(inform::portal::Refusal::NoAgency) => continue,
            kept => kept?,
        };
        for (ago, text) in looks {
            let then = desk.on(desk.today.saturating_sub(ago.days()));
            let status = text.is_ok().then_some(200);
            let look = Look { status, text: text.map(str::to_owned) };
            looked(&then, &[(section.clone(), look)]).await?;
        }
    }
    Ok(())
}
