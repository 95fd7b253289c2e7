//! The sample province: Bạc Liêu with its plan of 2021, built through the acts that people use.
//!
//! What is public is real and carries its source; people, tasks and reports are made up, and marked so.

mod agencies;
pub mod articles;
pub mod assessments;
pub mod broadcasts;
pub mod campaigns;
pub mod disclosures;
pub mod imports;
pub mod knowledge;
pub mod links;
pub mod people;
pub mod plan;
pub mod polls;
pub mod portal;
pub mod pulses;
pub mod questions;
mod reports;
pub mod survey;

pub use agencies::directory;

use ::plan::document::{Document, Kind, issue};
use ::plan::target::{Target, set};
use accounts::{Deed, Desk, audit};
use jiff::civil::date;

/// The unit of the sample province, Bạc Liêu.
pub const UNIT: &str = "95-2008";

/// The act that marks a database as holding the sample.
const ACT: &str = "sample.opened";

/// Why the sample was not built.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The database holds something else.
    #[error("the database holds records that are not the sample's")]
    NotEmpty,
    /// The agencies of the sample were refused.
    #[error(transparent)]
    Agencies(#[from] accounts::agency::Refusal),
    /// The calendar was refused.
    #[error(transparent)]
    Calendar(#[from] ::plan::calendar::Refusal),
    /// A post of the sample was refused.
    #[error(transparent)]
    Post(#[from] accounts::post::Refusal),
    /// A person of the sample was refused.
    #[error(transparent)]
    Person(#[from] accounts::person::Refusal),
    /// A document of the sample was refused.
    #[error(transparent)]
    Document(#[from] ::plan::document::Refusal),
    /// The plan of the sample was refused.
    #[error(transparent)]
    Plan(#[from] ::plan::plan::Refusal),
    /// The annex of the sample was refused.
    #[error(transparent)]
    Annex(#[from] ::plan::annex::Refusal),
    /// A day of the sample did not begin.
    #[error(transparent)]
    Morning(#[from] ::plan::morning::Refusal),
    /// A report of the sample was refused.
    #[error(transparent)]
    Report(#[from] ::plan::report::Refusal),
    /// An article of the sample was refused.
    #[error(transparent)]
    Article(#[from] inform::article::Refusal),
    /// An assessment of the sample was refused.
    #[error(transparent)]
    Assessment(#[from] inform::assessment::Refusal),
    /// What the sample made public was refused.
    #[error(transparent)]
    Disclosure(#[from] inform::disclosure::Refusal),
    /// A broadcast of the sample was refused.
    #[error(transparent)]
    Broadcast(#[from] inform::broadcast::Refusal),
    /// A campaign of the sample was refused.
    #[error(transparent)]
    Campaign(#[from] inform::campaign::Refusal),
    /// A station's log of the sample was refused.
    #[error(transparent)]
    Log(#[from] inform::broadcast::Unread),
    /// A question of the sample was refused.
    #[error(transparent)]
    Question(#[from] listen::question::Refusal),
    /// A file of another feedback system of the sample was refused.
    #[error(transparent)]
    Import(#[from] listen::import::Refusal),
    /// A poll of the sample was refused.
    #[error(transparent)]
    Poll(#[from] listen::poll::Refusal),
    /// A section of the portal of the sample was refused.
    #[error(transparent)]
    Portal(#[from] inform::portal::Refusal),
    /// A web link of the sample was refused.
    #[error(transparent)]
    Link(#[from] inform::link::Refusal),
    /// A pulse poll of the sample was refused.
    #[error(transparent)]
    Pulse(#[from] listen::pulse::Refusal),
    /// Nothing was drawn from a list of the sample.
    #[error(transparent)]
    Undrawn(#[from] listen::pulse::Undrawn),
    /// Measuring a campaign of the sample was refused.
    #[error(transparent)]
    Knowledge(#[from] listen::knowledge::Refusal),
    /// A target of the sample was refused.
    #[error(transparent)]
    Target(#[from] ::plan::target::Refusal),
    /// The survey of the sample was refused.
    #[error(transparent)]
    Survey(#[from] fieldwork::survey::Refusal),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// Whether the database holds the sample: its trail begins with it.
///
/// # Errors
/// When the database cannot be read.
pub async fn is_sample(store: &store::Store) -> Result<bool, store::Error> {
    let first = audit::list(&mut store.read().await?, 0, 1).await?;
    Ok(first.first().is_some_and(|entry| entry.act == ACT))
}

/// Fills an empty database with the sample province; one that holds it already stays as it is.
///
/// # Errors
/// [`Refusal::NotEmpty`] on a database that holds anything else.
pub async fn build(desk: &Desk) -> Result<(), Refusal> {
    if is_sample(desk.store()).await? {
        return Ok(());
    }
    if audit::latest(desk.store()).await? > 0 {
        return Err(Refusal::NotEmpty);
    }
    desk.begin().await?.commit(Opened).await?;
    agencies::adopt(desk).await?;
    people::settle(desk).await?;
    ::plan::calendar::seed(desk).await?;
    for document in documents() {
        issue(desk, &document).await?;
    }
    for target in targets() {
        set(desk, &target).await?;
    }
    Ok(())
}

fn documents() -> [Document; 2] {
    let conclusion = Document {
        sign: "95-KL/TU".to_owned(),
        kind: Kind::Conclusion,
        issued_on: date(2021, 11, 10),
        issuer: "Ban Thường vụ Tỉnh ủy Bạc Liêu".to_owned(),
        issuer_en: "Standing Board of the Bac Lieu Party Committee".to_owned(),
        title: "Nâng Chỉ số năng lực cạnh tranh cấp tỉnh (PCI) và Chỉ số PAPI của tỉnh".to_owned(),
        title_en: "Raising the province’s competitiveness index (PCI) and PAPI".to_owned(),
        agency: None,
        carries_out: None,
        amends: None,
        replaces: None,
        owed: None,
        file: None,
        source: "Kế hoạch số 193/KH-UBND, Bạc Liêu".to_owned(),
    };
    let plan = Document {
        sign: "193/KH-UBND".to_owned(),
        kind: Kind::Plan,
        issued_on: date(2021, 12, 17),
        issuer: "Chủ tịch Ủy ban nhân dân tỉnh Bạc Liêu".to_owned(),
        issuer_en: "Chairman of the Bac Lieu People’s Committee".to_owned(),
        title: "Thực hiện Kết luận số 95-KL/TU, nâng xếp hạng Chỉ số PAPI của tỉnh giai đoạn 2021–2025"
            .to_owned(),
        title_en: "Carrying out Conclusion 95-KL/TU: raising the province’s PAPI ranking, 2021–2025"
            .to_owned(),
        agency: Some("BL-UBND".to_owned()),
        carries_out: Some(conclusion.slug()),
        amends: None,
        replaces: None,
        owed: None,
        file: None,
        source: "Kế hoạch số 193/KH-UBND, Bạc Liêu".to_owned(),
    };
    [conclusion, plan]
}

fn targets() -> [Target; 2] {
    let target = |place, said: &str, said_en: &str, asks: &str, first_year| Target {
        document: "193-kh-ubnd".to_owned(),
        place,
        said: said.to_owned(),
        said_en: said_en.to_owned(),
        asks: asks.parse().expect("the sample's targets are written in the grammar"),
        first_year,
        last_year: 2025,
    };
    [
        target(
            1,
            "Hằng năm, các chỉ số nội dung đều thuộc nhóm trung bình cao trở lên",
            "Each year, every dimension in the high-average group or better",
            "each:group=high_average",
            2021,
        ),
        target(
            2,
            "Đến năm 2025, tỉnh nằm trong nhóm 20 của cả nước",
            "By 2025, the province among the country’s first 20",
            "rank=20",
            2025,
        ),
    ]
}

/// The sample was opened in an empty database.
struct Opened;

impl Deed for Opened {
    fn act(&self) -> &'static str {
        ACT
    }

    fn subject(&self) -> String {
        "sample".to_owned()
    }
}
