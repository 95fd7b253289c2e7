//! Plans, tasks, assignments and reports as rows, for tests of what is only read.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test file uses what it needs, and fails where it stands"
)]

use accounts::Desk;
use jiff::civil::Date;
use store::{Value, insert_many};

/// A task of the plan, by its number.
pub(crate) struct Task {
    pub(crate) id: i64,
    pub(crate) code: &'static str,
    pub(crate) section: &'static str,
    pub(crate) what: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) rhythm: &'static str,
    pub(crate) public: bool,
}

impl Task {
    /// A quarterly task of content 1 that anyone may know of.
    pub(crate) const fn new(id: i64, code: &'static str, lead: &'static str) -> Self {
        Self { id, code, section: "1", what: "Công khai thu chi", lead, rhythm: "quarterly", public: true }
    }

    /// The same with a code of its own.
    pub(crate) fn coded(self, n: i64) -> Self {
        Self { code: Box::leak(format!("1.1-{n:02}").into_boxed_str()), ..self }
    }
}

/// A plan of 2025 in a state.
pub(crate) async fn plan(desk: &Desk, slug: &str, state: &str, published_on: Date) {
    const SQL: &str = "
        INSERT INTO plan (slug, title, title_en, unit, first, last, calendar, state, published_on, source)
        VALUES {rows}";
    let text = |text: &str| Value::from(text.to_owned());
    let day = |month, day| Value::from(Date::constant(2025, month, day));
    let title = text("Nâng chỉ số năm 2025");
    let (from, to) = (day(1, 1), day(12, 31));
    let row = [
        text(slug),
        title,
        text("Raising the index"),
        text("95-2008"),
        from,
        to,
        text("par"),
        text(state),
        published_on.into(),
        text("x"),
    ];
    send(desk, SQL, [row]).await;
}

/// A task of a plan.
pub(crate) async fn task(desk: &Desk, plan: &'static str, task: Task) {
    const SQL: &str = "
        INSERT INTO task (id, plan, code, place, section, what, product, done_when, rhythm, first, last, lead, weight,
            source, public) VALUES {rows}";
    let (first, last) = (Date::constant(2025, 1, 1), Date::constant(2025, 12, 31));
    let row = [
        task.id.into(),
        plan.into(),
        task.code.into(),
        task.id.into(),
        task.section.into(),
        task.what.into(),
        "Bảng công khai".into(),
        "".into(),
        task.rhythm.into(),
        first.into(),
        last.into(),
        task.lead.into(),
        1.0.into(),
        "x".into(),
        task.public.into(),
    ];
    send(desk, SQL, [row]).await;
}

/// That agencies cooperate in a task, and what it is for.
pub(crate) async fn cooperate(desk: &Desk, task: i64, agencies: &[&'static str], item: &'static str) {
    const PARTS: &str = "INSERT INTO task_part (task, place, agency) VALUES {rows}";
    const ITEMS: &str = "INSERT INTO task_item (task, item) VALUES {rows}";
    let parts =
        agencies.iter().zip(1_i64..).map(|(agency, place)| [task.into(), place.into(), (*agency).into()]);
    send(desk, PARTS, parts.collect::<Vec<_>>()).await;
    send(desk, ITEMS, [[task.into(), item.into()]]).await;
}

/// An assignment, due on the 20th of a month of 2025.
pub(crate) async fn assignment(desk: &Desk, id: i64, task: i64, agency: &'static str, month: i8) {
    const SQL: &str = "
        INSERT INTO assignment (id, task, origin, agency, period, first, last, due, undecided) VALUES {rows}";
    let (first, last) = (Date::constant(2025, month, 1), Date::constant(2025, month, 14));
    let (due, period) = (Date::constant(2025, month, 20), format!("2025-{month:02}"));
    let row = [
        id.into(),
        task.into(),
        agency.into(),
        agency.into(),
        period.into(),
        first.into(),
        last.into(),
        due.into(),
        false.into(),
    ];
    send(desk, SQL, [row]).await;
}

/// A report of an assignment, sent on a day of 2025.
pub(crate) async fn report(desk: &Desk, assignment: i64, number: i64, state: &'static str, on: (i8, i8)) {
    const SQL: &str = "
        INSERT INTO report (assignment, number, state, version, form, done, hindered, proposed, agency, post, author,
            on_behalf, written_at, submitted_at, submitted_on, reason) VALUES {rows}";
    let (day, form) = (Date::constant(2025, on.0, on.1), format!("f{assignment}-{number}"));
    let sent = (state != "draft").then_some(day);
    let sent_at = (state != "draft").then_some(desk.now);
    let row = [
        assignment.into(),
        number.into(),
        state.into(),
        1_i64.into(),
        form.into(),
        "Lời của báo cáo".into(),
        "Vướng mắc".into(),
        "Kiến nghị".into(),
        "BL-STP".into(),
        "bl-stp.cv".into(),
        "lan".into(),
        false.into(),
        desk.now.into(),
        sent_at.into(),
        sent.into(),
        "Lý do trả lại".into(),
    ];
    send(desk, SQL, [row]).await;
}

async fn send<const N: usize>(
    desk: &Desk,
    sql: &'static str,
    rows: impl IntoIterator<Item = [Value<'_>; N], IntoIter: Send>,
) {
    let mut tx = desk.store().begin().await.unwrap();
    insert_many(&mut tx, sql, rows).await.unwrap();
    tx.commit().await.unwrap();
}
