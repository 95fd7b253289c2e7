//! News of the sample: made up, and marked so in its words. One has a correction, one waits for its hour, one for
//! approval, one was sent back, one was withdrawn.

use accounts::agency::Heirs;
use accounts::{Desk, Directory, Role};
use inform::article::{
    Approval, Article, Draft, NewCorrection, Section, Text, Tie, Tongue, approve, correct, register,
    send_back, withdraw, write,
};
use jiff::ToSpan;

use super::Refusal;

/// The department of culture as it was before the merger.
const CULTURE: &str = "BL-SVHTTDL";
const MARK: &str = "(tin mẫu)";
const AUTHOR: &str = "Ban biên tập (mẫu)";
const ANSWERS: &str = "Trần Văn Hải (mẫu)";

const GUIDE: &str = "Bà con nộp hồ sơ tại **bộ phận một cửa của xã, phường** hoặc qua Cổng dịch vụ công.

## Hồ sơ gồm

- Tờ khai theo mẫu, lấy tại bộ phận một cửa, không mất tiền.
- Giấy tờ tùy thân khi nộp trực tiếp.

## Thời hạn

Ngày hẹn ghi trên giấy tiếp nhận. Quá ngày hẹn mà chưa có kết quả, bà con [gửi phản ánh tại đây](/hoi-dap).

> Không ai được đòi thêm tiền ngoài lệ phí đã niêm yết.";

const GUIDE_EN: &str =
    "Hand in your file at the **one-stop shop of the commune** or through the public service portal.

## What it holds

- The form, free of charge at the one-stop shop.
- An identity paper when you come in person.

## How long it takes

The day stands on the receipt. If it has passed, [tell us here](/en/questions).";

const GUIDE_KM: &str = "សូមដាក់ឯកសារនៅ **ច្រកចេញចូលតែមួយរបស់ឃុំ សង្កាត់**។";

const BUDGET: &str = "Các xã, phường đã niêm yết tình hình thực hiện ngân sách quý I tại trụ sở, nhà văn hóa và trang thông tin.

Bà con xem xã mình đã niêm yết những gì tại [trang công khai](/cong-khai). Không thấy thì báo ngay trên trang ấy, xã phải kiểm tra và trả lời.";

const MEETING: &str = "Chủ tịch UBND các xã, phường tiếp công dân định kỳ vào ngày **20** hằng tháng.";

/// Writes and publishes them; where there is any article, all stays as it is.
///
/// # Errors
/// [`Refusal`].
pub async fn run(desk: &Desk) -> Result<(), Refusal> {
    if !register(desk).await?.is_empty() {
        return Ok(());
    }
    let ago = |days: i64| desk.on(desk.today.saturating_sub(days.days()));
    let news = |section, title: &str, summary: &str, body: &str| Draft {
        form: None,
        section: Some(section),
        tie: Tie::default(),
        agency: String::new(),
        author: AUTHOR.to_owned(),
        texts: vec![text(Tongue::Vi, &format!("{title} {MARK}"), summary, body)],
    };

    let summary = "Nộp ở đâu, cần giấy tờ gì, bao lâu có kết quả.";
    let mut guide =
        news(Section::Guidance, "Thủ tục hành chính ở xã, phường: ba điều cần biết", summary, GUIDE);
    guide.tie.dimension = Some(5);
    guide.texts.push(text(
        Tongue::En,
        "Procedures at the commune: three things to know (sample)",
        "Where to hand in a file, what it needs, how long it takes.",
        GUIDE_EN,
    ));
    guide.texts.push(text(Tongue::Km, "នីតិវិធីរដ្ឋបាលនៅឃុំ (គំរូ)", "កន្លែងដាក់ឯកសារ។", GUIDE_KM));
    published(&ago(12), &guide).await?;

    let summary = "Thu, chi ngân sách quý I đã có ở trụ sở, nhà văn hóa và trang thông tin của xã, phường.";
    let mut budget = news(Section::News, "Các xã, phường niêm yết ngân sách quý I", summary, BUDGET);
    budget.tie = Tie { dimension: Some(2), duty: Some("CK04".to_owned()), task: None };
    published(&ago(6), &budget).await?;

    let summary = "Lịch tiếp công dân định kỳ của Chủ tịch UBND xã, phường.";
    let wrong = MEETING.replace("20", "15");
    let meeting =
        published(&ago(4), &news(Section::Notice, "Lịch tiếp công dân hằng tháng", summary, &wrong)).await?;
    let right = news(Section::Notice, "Lịch tiếp công dân hằng tháng", summary, MEETING);
    let said = "Bản đăng đầu ghi ngày 15; đúng là ngày 20 hằng tháng.";
    let right = signed(&ago(3), &right).await?;
    let said = NewCorrection { version: meeting.version, said: said.to_owned(), is_fine: false };
    correct(&reader(&ago(3)), meeting.id, &right, &said).await?;

    let summary = "Thu, chi ngân sách quý I của các xã, phường.";
    let twice = news(Section::News, "Niêm yết ngân sách quý I", summary, BUDGET);
    let twice = published(&ago(5), &twice).await?;
    withdraw(&reader(&ago(5)), twice.id, "Trùng với bài đã đăng").await?;

    let coming = news(
        Section::Direction,
        "Họp rà soát tiến độ Kế hoạch 193",
        "Cuộc họp sáng mai.",
        "Nội dung sẽ đăng sau cuộc họp.",
    );
    let coming = write(&writer(desk), &signed(desk, &coming).await?).await?;
    let hour = desk.now + 20.hours();
    approve(&reader(desk), coming.id, &approval(&coming, Some(hour))).await?;

    let waiting = "Bản soạn này chờ người khác duyệt.";
    let waiting = news(Section::News, "Xã, phường đổi mới cách niêm yết", "Bản soạn.", waiting);
    write(&writer(desk), &signed(desk, &waiting).await?).await?;

    let summary = "Bà con làm thẻ căn cước không phải lên tỉnh.";
    let body = "Tổ lưu động về xã làm thẻ căn cước cho người già, người bệnh.";
    let unready = news(Section::Notice, "Làm thẻ căn cước lưu động tại xã", summary, body);
    let unready = write(&writer(desk), &signed(desk, &unready).await?).await?;
    let why = "Chưa ghi ngày, giờ và địa điểm từng xã. Đề nghị bổ sung rồi trình lại.";
    send_back(&reader(desk), unready.id, unready.version, why).await?;
    Ok(())
}

fn text(tongue: Tongue, title: &str, summary: &str, body: &str) -> Text {
    Text { tongue, title: title.to_owned(), summary: summary.to_owned(), body: body.to_owned() }
}

/// The draft in the name of whoever has the culture department's work on the day.
async fn signed(day: &Desk, draft: &Draft) -> Result<Draft, Refusal> {
    let directory = Directory::load(&mut day.read().await?).await?;
    let agency = match directory.heirs(CULTURE, day.today) {
        Heirs::One(agency) => agency.code.clone(),
        _ => CULTURE.to_owned(),
    };
    Ok(Draft { agency, ..draft.clone() })
}

async fn published(day: &Desk, draft: &Draft) -> Result<Article, Refusal> {
    let article = write(&writer(day), &signed(day, draft).await?).await?;
    Ok(approve(&reader(day), article.id, &approval(&article, None)).await?)
}

fn approval(article: &Article, shows_at: Option<jiff::Timestamp>) -> Approval {
    Approval { version: article.version, answers: ANSWERS.to_owned(), shows_at, is_fine: false }
}

/// The communicator of the sample, and the leader who answers for what is told.
fn writer(day: &Desk) -> Desk {
    day.seat((6, "truyen-thong"), "mau", Role::Communicator, CULTURE)
}

fn reader(day: &Desk) -> Desk {
    day.seat((3, "lanh-dao"), "mau", Role::Leader, "BL-UBND")
}
