//! Web links of the sample: real sites of the state and of PAPI, as a province's portal shows them.

use accounts::Desk;
use inform::link::{Draft, add, links};

use super::Refusal;

const LINKS: [(&str, &str, &str); 5] = [
    ("Cổng Thông tin điện tử Chính phủ", "Government Portal", "https://chinhphu.vn/"),
    ("Cổng Dịch vụ công quốc gia", "National Public Service Portal", "https://dichvucong.gov.vn/"),
    ("Cổng Thông tin điện tử tỉnh Bạc Liêu", "Bac Lieu Province Portal", "https://baclieu.gov.vn/"),
    ("Chỉ số PAPI", "The PAPI index", "https://papi.org.vn/"),
    (
        "Cơ sở dữ liệu quốc gia về văn bản pháp luật",
        "National Database of Legal Documents",
        "https://vbpl.vn/",
    ),
];

/// Puts them on the list; where there is any, all stays as it is.
///
/// # Errors
/// [`Refusal`].
pub async fn run(desk: &Desk) -> Result<(), Refusal> {
    if !links(desk).await?.is_empty() {
        return Ok(());
    }
    for (name, name_en, address) in LINKS {
        let [name, name_en, address] = [name, name_en, address].map(str::to_owned);
        add(desk, &Draft { name, name_en, address }).await?;
    }
    Ok(())
}
