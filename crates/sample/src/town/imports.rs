//! A file of another feedback system of the sample, made up and marked so in its name.

use accounts::{Chance, Desk};
use jiff::ToSpan;
use listen::Seal;
use listen::import::{New, all, bring, keep, preview};
use sheet::File;

use super::Refusal;

const SOURCE: &str = "Tổng đài 1022 (số liệu mẫu)";
/// Communes and what is reported there.
const WHERE: [&str; 4] = ["Phường 2", "Phường 7", "xã Hiệp Thành", "phường Nhà Mát"];
const WHAT: [&str; 5] = [
    "Đèn đường trước hẻm không sáng (mẫu)",
    "Rác để ở đầu chợ nhiều ngày (mẫu)",
    "Đường ngập khi triều lên (mẫu)",
    "Xin hỏi lịch cúp nước (mẫu)",
    "Loa kéo mở quá khuya (mẫu)",
];
const ROWS: i64 = 60;

/// Takes in one that is kept and one whose columns are still to be confirmed; where there is any, all stays as it is.
///
/// # Errors
/// [`Refusal`].
pub async fn run(desk: &Desk, seal: &Seal, chance: &Chance) -> Result<(), Refusal> {
    if !all(desk).await?.is_empty() {
        return Ok(());
    }
    let (first, second) = (desk.today.saturating_sub(20.days()), desk.today.saturating_sub(5.days()));
    for (form, as_of) in [("mau-1022-0123456789-1", first), ("mau-1022-0123456789-2", second)] {
        let text = file(as_of);
        let file = File { name: "phan-anh-1022-mau.csv", bytes: text.as_bytes() };
        let id = bring(desk, &New { seal: (seal, chance), form, source: SOURCE, as_of, file }).await?.id;
        if as_of == first {
            let said = preview(desk, seal, id, None).await?.said;
            keep(desk, seal, id, &said).await?;
        }
    }
    Ok(())
}

/// What the hotline might export: some answered in time, some late, some not yet; a few say whether they are satisfied.
fn file(as_of: jiff::civil::Date) -> String {
    let mut text = String::from(
        "Mã phản ánh,Họ tên người gửi,Ngày tiếp nhận,Xã/Phường,Nội dung phản ánh,Hạn xử lý,Ngày trả lời,Trạng thái,Mức độ hài lòng\n",
    );
    for back in (1..=ROWS).rev() {
        let came = as_of.saturating_sub(back.days());
        let at = i64::from(came.day_of_year());
        let (due, answered) = (came.saturating_add(10.days()), came.saturating_add((3 + at * 7 % 11).days()));
        let is_answered = answered <= as_of && at % 6 != 0;
        let (answered, state) = if is_answered {
            (answered.to_string(), "Đã trả lời")
        } else {
            (String::new(), "Đang xử lý")
        };
        let liked = match at % 5 {
            0 if is_answered => "Không hài lòng",
            1 | 2 if is_answered => "Hài lòng",
            _ => "",
        };
        let (place, what) = (WHERE[at as usize % WHERE.len()], WHAT[at as usize % WHAT.len()]);
        text += &format!("M-{came},(mẫu),{came},{place},{what},{due},{answered},{state},{liked}\n");
    }
    text
}
