//! Polls of the sample: one that is over and one that is open, both made up and marked so in their words.

use accounts::Desk;
use jiff::ToSpan;
use listen::poll::{Draft, all, make, vote};

use super::Refusal;

const MARK: &str = "(câu hỏi mẫu)";
const MARK_EN: &str = "(sample question)";
/// How often each choice of the one that is over was chosen.
const COUNTS: [usize; 3] = [21, 14, 7];

/// Lets them be asked, and the first be answered; where there is any poll, all stays as it is.
///
/// # Errors
/// [`Refusal`].
pub async fn run(desk: &Desk) -> Result<(), Refusal> {
    if !all(desk).await?.is_empty() {
        return Ok(());
    }
    let day = |days: i64| desk.today.saturating_add(days.days());
    let began = desk.on(day(-40));
    let over = Draft {
        asked: format!("Ông, bà biết giờ làm việc của bộ phận một cửa qua đâu? {MARK}"),
        asked_en: format!("Where did you learn the opening hours of the one-stop shop? {MARK_EN}"),
        choices: [
            ("Bảng niêm yết", "The notice board"),
            ("Loa truyền thanh", "The loudspeaker"),
            ("Người quen", "People one knows"),
        ]
        .map(|(vi, en)| (vi.to_owned(), en.to_owned()))
        .into(),
        opens_on: day(-40),
        closes_on: day(-10),
        is_fine: false,
    };
    let id = make(&began, &over).await?.id;
    for (place, count) in (0_i64..).zip(COUNTS) {
        for at in 0..count {
            vote(&began, id, place, &format!("mau-{place}-{at}")).await?;
        }
    }
    let open = Draft {
        asked: format!("Ông, bà thường nghe loa truyền thanh của ấp, khóm vào lúc nào? {MARK}"),
        asked_en: format!("When do you usually hear the loudspeaker of your hamlet? {MARK_EN}"),
        choices: [
            ("Buổi sáng", "In the morning"),
            ("Buổi chiều", "In the afternoon"),
            ("Không nghe", "Not at all"),
        ]
        .map(|(vi, en)| (vi.to_owned(), en.to_owned()))
        .into(),
        opens_on: desk.today,
        closes_on: day(20),
        is_fine: false,
    };
    make(desk, &open).await?;
    Ok(())
}
