//! What was asked of the sample's offices and what became of it: made up, and marked so in its words.

use accounts::Desk;
use jiff::SignedDuration;
use jiff::civil::{Date, date};
use listen::question::{
    Asked, Given, Kind, Means, New, NewFile, Public, Ticket, Told, answer, answer_with, ask, extend, fold,
    overall, publish, rate, reopen, route,
};

use super::{Refusal, reports};

const MARK: &str = "(câu hỏi mẫu)";

/// What somebody asked, and what was done about it, each on its day.
struct Story {
    came: Date,
    kind: Kind,
    /// The agency that was named, if any.
    place: Option<&'static str>,
    commune: Option<&'static str>,
    /// The word of its topic, or nothing.
    topic: &'static str,
    words: &'static str,
    then: &'static [(Date, Deed)],
}

/// What was done; officials by their accounts.
#[derive(Clone, Copy)]
enum Deed {
    Routed(&'static str, &'static str, &'static str),
    Extended(&'static str, &'static str),
    Answered(&'static str, &'static str),
    /// By whom, how far and on what ground, in what words, and a table.
    Given(&'static str, (Given, &'static str), &'static str, Option<(&'static str, &'static str)>),
    Reopened(&'static str),
    Rated(i64),
    /// By whom, and the words of the question as they were published.
    Published(&'static str, &'static str, &'static str),
    /// Into the first question.
    Folded(&'static str),
}
use Deed::{Answered, Extended, Folded, Published, Rated, Reopened, Routed};

const LIGHTS: &str =
    "Đèn đường hẻm 5, khóm 4 không sáng từ cuối tháng 4, buổi tối người già và học sinh đi lại khó.";
const LIGHTS_DONE: &str =
    "Ngày 08/5/2025 phường đã thay ba bóng đèn ở hẻm 5. Đèn nào không sáng, bà con báo lại tại đây.";
const COPIES: &str = "Bản sao trích lục khai sinh có dùng thay bản chính khi nộp hồ sơ nhập học lớp 1 không?";
const COPIES_DONE: &str =
    "Được. Bản sao trích lục do cơ quan đăng ký hộ tịch cấp có giá trị như bản chính khi nộp hồ sơ nhập học.";

const FUND: &str = "STT,Khoản (mẫu),Số tiền (đồng)
1,Bà con hẻm 5 đóng góp,18500000
2,Phường hỗ trợ,20000000
3,Chi vật tư,31200000
4,Chi nhân công,7300000
";

const STORIES: [Story; 9] = [
    Story {
        came: date(2025, 5, 5),
        kind: Kind::Feedback,
        place: Some("BL-X-P2"),
        commune: None,
        topic: "works",
        words: LIGHTS,
        then: &[
            (date(2025, 5, 8), Answered("phuong-2", LIGHTS_DONE)),
            (date(2025, 5, 9), Rated(5)),
            (date(2025, 5, 12), Published("chu-tich-phuong-2", LIGHTS, LIGHTS_DONE)),
        ],
    },
    Story {
        came: date(2025, 4, 14),
        kind: Kind::Feedback,
        place: Some("BL-STP"),
        commune: None,
        topic: "procedure",
        words: COPIES,
        then: &[
            (date(2025, 4, 24), Answered("chuyen-vien-stp", COPIES_DONE)),
            (date(2025, 4, 25), Rated(3)),
            (date(2025, 4, 28), Published("giam-doc-stp", COPIES, COPIES_DONE)),
        ],
    },
    Story {
        came: date(2025, 5, 6),
        kind: Kind::Feedback,
        place: None,
        commune: Some("BL-X-P2"),
        topic: "health",
        words: "Trạm y tế xã hết thuốc huyết áp từ đầu tháng, người bệnh phải lên thành phố lấy.",
        then: &[
            (
                date(2025, 5, 7),
                Routed("thuong-truc", "BL-SYT", "Việc cấp thuốc bảo hiểm do Sở Y tế quản lý."),
            ),
            (date(2025, 5, 15), Answered("y-te", "Sở đã chuyển thuốc về trạm ngày 14/5/2025.")),
            (date(2025, 5, 16), Reopened("Sáng nay trạm vẫn chưa có thuốc.")),
        ],
    },
    Story {
        came: date(2025, 5, 16),
        kind: Kind::Information,
        place: Some("BL-STP"),
        commune: None,
        topic: "",
        words: "Xin bản kế hoạch trợ giúp pháp lý lưu động năm 2025 của tỉnh, nhất là lịch về các xã có đông đồng bào Khmer.",
        then: &[(
            date(2025, 5, 19),
            Extended("chuyen-vien-stp", "Lịch của các xã còn đang tập hợp từ Trung tâm Trợ giúp pháp lý."),
        )],
    },
    Story {
        came: date(2025, 5, 13),
        kind: Kind::Information,
        place: Some("BL-X-P2"),
        commune: None,
        topic: "budget",
        words: "Xin bảng thu chi quỹ làm đường hẻm 5 năm 2024 và danh sách người đóng góp.",
        then: &[(
            date(2025, 5, 15),
            Deed::Given(
                "phuong-2",
                (Given::Part, "conditional"),
                "Phường gửi bảng thu chi. Danh sách người đóng góp có tên, địa chỉ của từng nhà nên không cung cấp.",
                Some(("thu-chi-quy-duong-hem-5.csv", FUND)),
            ),
        )],
    },
    Story {
        came: date(2025, 5, 12),
        kind: Kind::Information,
        place: Some("BL-STP"),
        commune: None,
        topic: "",
        words: "Xin hồ sơ trợ giúp pháp lý của các vụ việc về đất đai đã làm trong năm 2024.",
        then: &[(
            date(2025, 5, 14),
            Deed::Given(
                "chuyen-vien-stp",
                (Given::Nothing, "conditional"),
                "Hồ sơ vụ việc ghi đời sống riêng tư của người được trợ giúp. Số liệu chung đăng ở báo cáo năm của Sở.",
                None,
            ),
        )],
    },
    Story {
        came: date(2025, 5, 8),
        kind: Kind::Feedback,
        place: Some("BL-X-XHT"),
        commune: None,
        topic: "land",
        words: "Kế hoạch sử dụng đất năm 2025 của xã dán ở bảng tin đã rách, xin cho xem bản đầy đủ ở đâu.",
        then: &[],
    },
    Story {
        came: date(2025, 5, 9),
        kind: Kind::Feedback,
        place: Some("BL-X-P2"),
        commune: None,
        topic: "works",
        words: "Hẻm 5 khóm 4 tối quá, xin phường sửa đèn.",
        then: &[(date(2025, 5, 12), Folded("phuong-2"))],
    },
    Story {
        came: date(2025, 5, 19),
        kind: Kind::Feedback,
        place: None,
        commune: Some("BL-X-P2"),
        topic: "procedure",
        words: "Muốn làm lại giấy phép lái xe thì bây giờ nộp ở cơ quan nào, có làm qua mạng được không?",
        then: &[],
    },
];

/// Lets it be asked and answered until the desk's day; where anything was asked, all stays as it is.
///
/// # Errors
/// [`Refusal`].
pub async fn run(desk: &Desk, means: Means<'_>) -> Result<(), Refusal> {
    if overall(desk).await?.tally.all > 0 {
        return Ok(());
    }
    let mut first = None;
    for story in STORIES.iter().filter(|story| story.came <= desk.today) {
        let asked = asked(&desk.on(story.came), means, story).await?;
        let main = first.get_or_insert_with(|| asked.question.code.clone());
        for (day, deed) in story.then.iter().filter(|(day, _)| *day <= desk.today) {
            done(&desk.on(*day), means, *deed, &asked, main).await?;
        }
    }
    Ok(())
}

async fn asked(desk: &Desk, means: Means<'_>, story: &Story) -> Result<Asked, Refusal> {
    let new = New {
        kind: story.kind,
        place: story.place.map(str::to_owned),
        commune: story.commune.map(str::to_owned),
        topic: story.topic.to_owned(),
        words: format!("{} {MARK}", story.words),
        contact: String::new(),
        consent: true,
        picture: None,
        form: form(desk, means),
    };
    Ok(ask(desk, means, &new).await?)
}

/// A form that was opened some minutes before.
fn form(desk: &Desk, means: Means<'_>) -> String {
    let opened = desk.now - SignedDuration::from_mins(5);
    Ticket::hand_out(means.seal, means.chance, opened).as_str().to_owned()
}

async fn done(day: &Desk, means: Means<'_>, deed: Deed, asked: &Asked, main: &str) -> Result<(), Refusal> {
    let (id, code, secret) = (asked.question.id, asked.question.code.as_str(), asked.secret.as_str());
    match deed {
        Routed(who, to, why) => drop(route(&seated(day, who).await?, id, to, why).await?),
        Extended(who, why) => drop(extend(&seated(day, who).await?, id, &marked(why)).await?),
        Answered(who, words) => drop(answer(&seated(day, who).await?, id, marked(words).as_str()).await?),
        Deed::Given(who, (given, ground), words, table) => {
            let told = Told { given: Some(given), ground: ground.to_owned(), words: marked(words) };
            let file = |(name, text): (&str, &str)| NewFile { name: name.to_owned(), bytes: text.into() };
            answer_with(&seated(day, who).await?, means, id, &told, table.map(file).into_iter().collect())
                .await?;
        }
        Reopened(why) => drop(reopen(day, code, secret, why).await?),
        Rated(rating) => drop(rate(day, code, secret, rating).await?),
        Published(who, words, told) => {
            publish(&seated(day, who).await?, id, Public::checked(&marked(words), &marked(told))).await?;
        }
        Folded(who) => drop(fold(&seated(day, who).await?, id, main).await?),
    }
    Ok(())
}

fn marked(words: &str) -> String {
    format!("{words} {MARK}")
}

/// The desk of an account on a day; of one that holds no post then, a desk that may nothing.
async fn seated(day: &Desk, who: &str) -> Result<Desk, Refusal> {
    let desks = reports::desks(day).await?;
    Ok(desks.into_iter().find(|desk| desk.who == who).unwrap_or_else(|| day.clone()))
}
