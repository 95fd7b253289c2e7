//! The accessibility assessment of the sample: of the demonstration itself, marked as a sample, and no better than is true.

use accounts::Desk;
use inform::assessment::{Draft, Finding, Kind, Standard, Standing, Way, record, register};
use jiff::civil::date;

use super::Refusal;

/// Records it; where there is any assessment, all stays as it is.
///
/// # Errors
/// [`Refusal`].
pub async fn run(desk: &Desk) -> Result<(), Refusal> {
    let day = date(2025, 5, 16);
    if desk.today < day || !register(desk).await?.is_empty() {
        return Ok(());
    }
    let part = |missing: &str| Finding {
        standing: Standing::Part,
        missing: missing.to_owned(),
        mended_by: Some(date(2025, 9, 30)),
    };
    let draft = Draft {
        kind: Kind::Own,
        name: "Trang trình diễn này (đánh giá mẫu)".to_owned(),
        address: String::new(),
        assessed_on: day,
        assessor: "Nhóm làm bản trình diễn (mẫu)".to_owned(),
        ways: vec![Way::Program],
        program: "axe-core, chạy trên mọi loại trang: không báo lỗi".to_owned(),
        standards: vec![Standard::Wcag22],
        findings: [
            part(
                "Chưa hỏi người khiếm thị: biểu đồ có bảng số đi kèm, nhưng chưa ai thử đọc bằng trình đọc màn hình.",
            ),
            part("Chương trình đã thử bàn phím; chưa có người vận động khó dùng thử."),
            part("Chưa hỏi người khuyết tật trí tuệ, người đọc chậm; chưa có ngôn ngữ ký hiệu."),
            part("Chưa thử với các trình đọc màn hình tiếng Việt đang được dùng."),
        ],
        otherwise: String::new(),
    };
    record(desk, &draft).await?;
    Ok(())
}
