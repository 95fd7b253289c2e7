//! Annexes as offices make them, and how the tests read them: at the sample province, for Plan 193/KH-UBND.

#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]

use accounts::Desk;
use jiff::civil::{Date, date};
use plan::Plan;
use plan::annex::{self, Basis, Problem, Problems, Reading, Settled, Unread, Wishes};
use plan::plan::State;
use plan::task::{Part, Terms};
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use sample::{Scratch, town};
use sheet::File;
use store::run;

/// The plan's first day and its last.
pub(crate) const PLAN: (Date, Date) = (date(2021, 12, 17), date(2025, 12, 31));

/// The practice tasks.
pub(crate) const TASKS: &[u8] = include_bytes!("../../../../data/practice/tasks.csv");
/// The same as a file.
pub(crate) const PRACTICE: File<'_> = File { name: "tasks.csv", bytes: TASKS };

/// The sample province with a plan that is being drafted.
pub(crate) async fn office(scratch: &Scratch) -> Desk {
    let desk = scratch.desk().await;
    town::build(&desk).await.unwrap();
    plan::draft(&desk, &draft()).await.unwrap();
    desk
}

fn draft() -> Plan {
    Plan {
        slug: "phu-luc".to_owned(),
        title: "Nâng Chỉ số PAPI".to_owned(),
        title_en: String::new(),
        document: Some("193-kh-ubnd".to_owned()),
        unit: town::UNIT.to_owned(),
        first: PLAN.0,
        last: PLAN.1,
        calendar: "par".to_owned(),
        state: State::Draft,
        published_on: None,
        closed_on: None,
        copied_from: None,
        source: "thử".to_owned(),
    }
}

/// The same with a published plan of the practice tasks, and a document for amending it.
pub(crate) async fn published(scratch: &Scratch) -> Desk {
    let desk = office(scratch).await;
    annex::import(&desk, "phu-luc", PRACTICE, &Wishes::default(), &mut |_, _| ()).await.unwrap();
    let mut tx = desk.store().begin().await.unwrap();
    run!(&mut tx, sqlx::query("UPDATE plan SET state = 'published' WHERE slug = 'phu-luc'")).unwrap();
    tx.commit().await.unwrap();
    desk
}

/// Reads an annex with what people settled.
pub(crate) fn read_settled(name: &str, bytes: &[u8], settled: &[(&str, &str)]) -> Result<Reading, Unread> {
    let directory = town::directory();
    let settled =
        Settled::new(settled.iter().map(|(written, code)| ((*written).to_owned(), (*code).to_owned())));
    let basis = Basis {
        directory: &directory,
        unit: town::UNIT,
        day: PLAN.0,
        first: PLAN.0,
        last: PLAN.1,
        settled: &settled,
    };
    annex::read(File { name, bytes }, None, &basis, &mut |_, _| ())
}

/// Reads an annex.
pub(crate) fn read(name: &str, bytes: &[u8]) -> Result<Reading, Unread> {
    read_settled(name, bytes, &[])
}

/// The tasks of an annex without problems.
pub(crate) fn drafts(name: &str, bytes: &[u8]) -> Vec<Terms> {
    read(name, bytes).unwrap_or_else(|unread| panic!("{unread:#?}")).tasks
}

/// A workbook of one sheet named «Phụ lục».
pub(crate) fn book(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Phụ lục").expect("a name");
    fill(sheet);
    book.save_to_buffer().expect("a workbook")
}

/// Writes rows of text from a row on; empty texts leave their cells blank.
pub(crate) fn rows(sheet: &mut Worksheet, from: u32, rows: &[&[&str]]) {
    for (row, texts) in (from..).zip(rows) {
        for (column, text) in (0..).zip(*texts).filter(|(_, text)| !text.is_empty()) {
            sheet.write(row, column, *text).expect("written");
        }
    }
}

/// Merges cells around a text.
pub(crate) fn merge(sheet: &mut Worksheet, from: (u32, u16), to: (u32, u16), text: &str) {
    sheet.merge_range(from.0, from.1, to.0, to.1, text, &Format::new()).expect("merged");
}

/// A problem as `C12 kind: value; expected`.
pub(crate) fn line(problem: &Problem) -> String {
    let cell = problem.column.as_deref().zip(problem.row).map(|(column, row)| format!("{column}{row}"));
    let (kind, cell) = (problem.kind.as_str(), cell.unwrap_or_else(|| "-".to_owned()));
    format!("{cell} {kind}: {}; {}", problem.value, problem.expected)
}

/// Problems, a line each.
pub(crate) fn lines(problems: &Problems) -> Vec<String> {
    problems.kept.iter().map(line).collect()
}

/// Every problem of an annex that is refused.
pub(crate) fn problems(bytes: &[u8]) -> Vec<String> {
    match read("phu-luc.xlsx", bytes) {
        Err(Unread::Wrong { problems, .. }) => lines(&problems),
        other => panic!("{other:#?}"),
    }
}

/// A task in a line: code, lead + cooperating, rhythm, first..last, due, text.
pub(crate) fn told(draft: &Terms) -> String {
    let parts: Vec<&str> = draft.parts.iter().map(|part| part.agency.as_str()).collect();
    let due = draft.due_on.map(|(month, day)| format!(" {day}/{month}")).unwrap_or_default();
    let (first, last) = (draft.first, draft.last);
    let span = if (first, last) == PLAN { String::new() } else { format!(" {first}..{last}") };
    format!(
        "{} {} + {} | {}{span}{due} | {} | {}",
        draft.code,
        draft.lead.as_deref().unwrap_or("nobody"),
        parts.join(" "),
        draft.rhythm.as_str(),
        draft.what,
        draft.product
    )
}

/// Tasks, a line each.
pub(crate) fn tasks(bytes: &[u8]) -> Vec<String> {
    drafts("phu-luc.xlsx", bytes).iter().map(told).collect()
}

/// Agencies that cooperate, without more being said.
pub(crate) fn parts(agencies: &[&str]) -> Vec<Part> {
    agencies.iter().map(|agency| Part { agency: (*agency).to_owned(), part: None, due: None }).collect()
}
