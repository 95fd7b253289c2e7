//! The plan of the sample province: 193/KH-UBND with the tasks of `data/practice/tasks.csv`, made public in the
//! program in December 2024, and what happened until the day that is shown. All of it made up, and marked so.

use accounts::Desk;
use jiff::civil::{Date, date};
use plan::annex::{self, Settled, Wishes};
use plan::morning::morning;
use plan::plan::State;
use plan::{Document, Plan};

use super::{Refusal, reports};

/// Its name in addresses.
pub const SLUG: &str = "193-kh-ubnd";
/// The day that the plan was made public in the program: before the first reporting period of 2025 closes.
pub const PUBLISHED: Date = date(2024, 12, 16);
/// Days on which something begins: months, and the mergers of 2025.
const MORNINGS: [Date; 7] = [
    date(2025, 1, 2),
    date(2025, 1, 16),
    date(2025, 2, 17),
    date(2025, 3, 3),
    date(2025, 3, 17),
    date(2025, 4, 15),
    date(2025, 5, 15),
];
/// Two leads of 2021 have been split since; who has their work was a person's decision.
const SETTLED: [(&str, &str); 2] = [("BL-SVHTTTTDL", "BL-SVHTTDL"), ("BL-SGDKHCN", "BL-SGDDT")];

/// Drafts it, takes the annex in, publishes it, and lets the days pass until the desk's; a plan that is there
/// stays as it is.
///
/// # Errors
/// [`Refusal`].
pub async fn run(desk: &Desk) -> Result<(), Refusal> {
    if plan::plan::find(desk, SLUG).await.map_err(plan::plan::Refusal::from)?.is_some() {
        return Ok(());
    }
    let [_, document] = &super::documents();
    let then = |day| desk.on(day);
    let published = PUBLISHED.min(desk.today);
    plan::draft(&then(published), &plan_of(document)).await?;
    let tasks = include_bytes!("../../../../data/practice/tasks.csv");
    let settled = SETTLED.iter().map(|(written, code)| ((*written).to_owned(), (*code).to_owned()));
    let wishes = Wishes { settled: Settled::new(settled), ..Wishes::default() };
    let file = sheet::File { name: "tasks.csv", bytes: tasks };
    annex::import(&then(published), SLUG, file, &wishes, &mut |_, _| ()).await?;
    plan::publish(&then(published), SLUG).await?;
    morning(&then(published)).await?;
    for day in MORNINGS.into_iter().filter(|day| *day <= desk.today) {
        morning(&then(day)).await?;
        reports::written(&then(day)).await?;
    }
    morning(desk).await?;
    Ok(())
}

fn plan_of(document: &Document) -> Plan {
    Plan {
        slug: document.slug(),
        title: document.title.clone(),
        title_en: document.title_en.clone(),
        document: Some(document.slug()),
        unit: super::UNIT.to_owned(),
        first: document.issued_on,
        last: date(2025, 12, 31),
        calendar: "par".to_owned(),
        state: State::Draft,
        published_on: None,
        closed_on: None,
        copied_from: None,
        source: "Bộ nhiệm vụ mẫu, lập theo các kế hoạch và văn bản công khai; không phải phụ lục của Kế hoạch 193/KH-UBND"
            .to_owned(),
    }
}
