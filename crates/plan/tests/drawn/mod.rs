//! Plans drawn for tests, on the agencies of the sample province.

#![allow(dead_code, reason = "each test file uses what it needs")]

use accounts::{Desk, Role};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use plan::plan::State;
use plan::{Plan, Rhythm, Task, Terms};
use sample::{Scratch, town};

/// The sample's standing body at work on a day; the sample is built.
pub(crate) async fn standing_body(scratch: &Scratch, today: Date) -> Desk {
    let desk = scratch.desk().await;
    town::build(&desk).await.expect("the sample is built");
    on(&desk, today).seat((1, "lan"), "bl-snv.papi", Role::StandingBody, "BL-SNV")
}

/// The same database on another day, for the operator.
pub(crate) fn on(desk: &Desk, today: Date) -> Desk {
    let now: Timestamp = format!("{today}T02:00:00Z").parse().expect("an instant");
    Desk::operator(desk.store(), "Lan", today, now)
}

/// A desk in another role at an agency.
pub(crate) fn seat(desk: &Desk, role: Role, agency: &str) -> Desk {
    desk.seat((2, "ba"), "post", role, agency)
}

/// A plan of 2025 of the sample province, with the document of the sample's plan.
pub(crate) fn plan(slug: &str) -> Plan {
    Plan {
        slug: slug.to_owned(),
        title: "Nâng Chỉ số PAPI năm 2025".to_owned(),
        title_en: String::new(),
        document: Some("193-kh-ubnd".to_owned()),
        unit: town::UNIT.to_owned(),
        first: date(2025, 1, 1),
        last: date(2025, 12, 31),
        calendar: "par".to_owned(),
        state: State::Draft,
        published_on: None,
        closed_on: None,
        copied_from: None,
        source: String::new(),
    }
}

/// A quarterly task that can be published.
pub(crate) fn terms(code: &str, lead: &str) -> Terms {
    Terms {
        code: code.to_owned(),
        place: 1,
        section: "1".to_owned(),
        what: "Công khai thu chi từng công trình".to_owned(),
        product: "Bảng công khai".to_owned(),
        done_when: String::new(),
        rhythm: Rhythm::Quarterly,
        first: date(2025, 1, 1),
        last: date(2025, 12, 31),
        due_on: None,
        lead: Some(lead.to_owned()),
        parts: Vec::new(),
        items: vec!["1.4".to_owned()],
        measure: None,
        weight: 1.0,
        scope: None,
        source: String::new(),
        public: true,
    }
}

/// A plan with these tasks, published on the desk's day.
pub(crate) async fn published(desk: &Desk, slug: &str, tasks: &[Terms]) {
    plan::draft(desk, &plan(slug)).await.expect("a draft");
    plan::task::draft(desk, slug, tasks, None).await.expect("tasks");
    plan::publish(desk, slug).await.expect("published");
}

/// A task that is there.
pub(crate) async fn task(desk: &Desk, plan: &str, code: &str) -> Task {
    plan::task::find(desk, plan, code).await.expect("an answer").expect("the task")
}
