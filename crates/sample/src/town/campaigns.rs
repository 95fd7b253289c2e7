//! A campaign of the sample: about services on the portal, with items made, late and to come; made up, and marked so.

use accounts::Desk;
use inform::broadcast::{Month, register};
use inform::campaign::{Channel, Draft, NewDone, NewItem, Teller, all, done, open, put, write};
use jiff::civil::{Date, date};

use super::{Refusal, reports};

const MARK: &str = "(đợt mẫu)";
const WRITER: &str = "truyen-thong";
const BEGAN: Date = date(2025, 5, 2);

/// What is made: the channel, the words, the agency, by when, and where it was done in time, the day and the count.
type Told = (Channel, &'static str, &'static str, Date, Option<(Date, &'static str, Option<i64>)>);

const ITEMS: [Told; 7] = [
    (
        Channel::Newspaper,
        "Bài hướng dẫn nộp hồ sơ trên Cổng Dịch vụ công",
        "BL-BAODAI",
        date(2025, 5, 10),
        Some((date(2025, 5, 9), "Đăng trang 3, số ra ngày 9/5/2025", None)),
    ),
    (
        Channel::Zalo,
        "Bài đăng: giấy tờ cần mang theo, giấy hẹn, thư xin lỗi",
        "BL-X-P2",
        date(2025, 5, 12),
        Some((date(2025, 5, 14), "Trang Zalo của phường", Some(412))),
    ),
    (
        Channel::Meeting,
        "Họp dân khóm 4: làm thử một hồ sơ trên điện thoại",
        "BL-X-P2",
        date(2025, 5, 17),
        None,
    ),
    (
        Channel::Leaflet,
        "Tờ rơi tiếng Việt và tiếng Khmer đặt ở bộ phận một cửa",
        "BL-SVHTTDL",
        date(2025, 5, 30),
        None,
    ),
    (Channel::Contest, "Cuộc thi tìm hiểu thủ tục hành chính", "BL-STP", date(2025, 6, 20), None),
    (Channel::Portal, "Bài hướng dẫn trên cổng thông tin", "BL-SVHTTDL", date(2025, 5, 9), None),
    (Channel::Loudspeaker, "Bản tin về bộ phận một cửa", "BL-SVHTTDL", date(2025, 5, 11), None),
];

/// Lets it happen until the desk's day; where there is any campaign, all stays as it is. Broadcasts come before it.
///
/// # Errors
/// [`Refusal`].
pub async fn run(desk: &Desk) -> Result<(), Refusal> {
    if desk.today < BEGAN || !all(desk).await?.is_empty() {
        return Ok(());
    }
    let writer = at(desk, BEGAN).await?;
    let tasks = ::plan::task::of_plan(desk, "193-kh-ubnd").await?;
    let of_content =
        |content: &str| tasks.iter().find(|task| task.terms.code.starts_with(content)).map(|task| task.id);
    let draft = Draft {
        title: format!("Nộp hồ sơ không phải đi lại {MARK}"),
        aim: "Người dân biết cần mang giấy tờ gì, biết nộp hồ sơ trên Cổng Dịch vụ công hoặc biết nhờ ai giúp".to_owned(),
        audience: "Người từ 18 tuổi ở phường, xã; người Khmer; người lớn tuổi không dùng điện thoại thông minh".to_owned(),
        messages: "Chỉ mang giấy tờ ghi trên bảng niêm yết.\nNhận hồ sơ phải có giấy hẹn, quá hẹn phải có thư xin lỗi."
            .to_owned(),
        contents: vec![5, 8],
        first: date(2025, 5, 5),
        last: date(2025, 6, 30),
        budget: Some(45_000_000),
        budget_line: "Kinh phí cải cách hành chính năm 2025 (số liệu mẫu)".to_owned(),
        tasks: ["5.", "8."].into_iter().filter_map(of_content).collect(),
    };
    let id = write(&writer, &draft, "mau-dot-tuyen-truyen").await?.id;
    let told = register(&writer, Month::of(BEGAN)).await?.told;
    let bulletin = told.iter().find(|told| told.bulletin.content == Some(5)).map(|told| told.bulletin.id);
    let articles = inform::article::register(&writer).await?;
    let article = articles.iter().find(|it| it.tie.dimension == Some(5)).map(|it| it.id);
    for (place, (channel, what, agency, due, made)) in ITEMS.into_iter().enumerate() {
        let new = NewItem {
            form: format!("mau-dot-tuyen-truyen-{place}"),
            channel,
            what: format!("{what} {MARK}"),
            agency: agency.to_owned(),
            due,
            told_by: match channel {
                Channel::Loudspeaker => bulletin.map(Teller::Bulletin),
                Channel::Portal => article.map(Teller::Article),
                _ => None,
            },
        };
        let item = put(&writer, id, &new, None).await?;
        if let Some((day, shown, reached)) = made.filter(|(day, ..)| *day <= desk.today) {
            let new = NewDone { version: item.version, on: day, shown: format!("{shown} {MARK}"), reached };
            done(&at(desk, day).await?, item.id, &new, None).await?;
        }
    }
    open(&writer, id, 1, None).await?;
    Ok(())
}

/// The communicator on a day.
pub(super) async fn at(desk: &Desk, day: Date) -> Result<Desk, Refusal> {
    let day = desk.on(day);
    let found = reports::desks(&day).await?.into_iter().find(|desk| desk.who == WRITER);
    Ok(found.unwrap_or(day))
}
