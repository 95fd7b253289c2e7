//! An office to test reports in: the sample province's agencies, two tasks, and what arose from them.

#![allow(dead_code, reason = "each test file uses what it needs")]

use accounts::{Desk, Role, audit};
use plan::evidence::{Piece, Scanner, take};
use plan::report::{self, Decision, Report, Said, Words};
use sample::{Scratch, town};
use store::run;

/// The assignment of the Department of Home Affairs for the first quarter: percent, communes cooperating.
pub(crate) const FIRST: i64 = 1;
/// The same for the second quarter.
pub(crate) const SECOND: i64 = 2;
/// The assignment of the police, which answer to a ministry; nothing to count.
pub(crate) const OUTSIDE: i64 = 3;

/// Made on 20 May 2025.
pub(crate) async fn open(scratch: &Scratch) -> Desk {
    let desk = scratch.desk().await;
    town::build(&desk).await.unwrap();
    let mut tx = desk.store().begin().await.unwrap();
    for statement in [
        "INSERT INTO plan (slug, title, title_en, unit, first, last, calendar, state, published_on, source) VALUES
            ('thu', 'Nâng chỉ số', 'Raise', '95-2008', '2025-01-01', '2025-12-31', 'par', 'published', '2025-01-01', 'x')",
        "INSERT INTO task (id, plan, code, place, section, what, product, done_when, rhythm, first, last, lead, measure,
            measure_unit, low, high, weight, source, public) VALUES
            (1, 'thu', '1.1-01', 1, '1', 'Phát hành tài liệu', 'Tập hỏi đáp', 'Có tập', 'quarterly', '2025-01-01',
             '2025-12-31', 'BL-SNV25', 'Tỷ lệ ấp có tài liệu', '%', 0, 100, 1, 'x', TRUE),
            (2, 'thu', '6.1-01', 2, '6', 'Phối hợp', 'Quy chế', 'Có quy chế', 'once', '2025-01-01', '2025-12-31',
             'BL-CA25', NULL, NULL, NULL, NULL, 1, 'x', TRUE)",
        "INSERT INTO task_part (task, place, agency) VALUES (1, 1, '@xa'), (1, 2, 'BL-STP')",
        "INSERT INTO assignment (id, task, origin, agency, period, first, last, due, undecided) VALUES
            (1, 1, 'BL-SNV25', 'BL-SNV25', '2025-Q1', '2024-12-15', '2025-03-14', '2025-03-20', FALSE),
            (2, 1, 'BL-SNV25', 'BL-SNV25', '2025-H1', '2025-03-15', '2025-06-14', '2025-06-20', FALSE),
            (3, 2, 'BL-CA25', 'BL-CA25', '2025', '2025-01-01', '2025-12-31', '2025-12-14', FALSE)",
    ] {
        run!(&mut tx, sqlx::query(statement)).unwrap();
    }
    tx.commit().await.unwrap();
    desk
}

/// Somebody at a desk of the Department of Home Affairs, whose work the first two are.
pub(crate) fn officer(desk: &Desk) -> Desk {
    desk.seat((1, "lan"), "bl-snv25.cv", Role::Officer, "BL-SNV25")
}

/// A colleague of the same department.
pub(crate) fn colleague(desk: &Desk) -> Desk {
    desk.seat((2, "minh"), "bl-snv25.tp", Role::Head, "BL-SNV25")
}

/// Somebody of the department that cooperates.
pub(crate) fn cooperating(desk: &Desk) -> Desk {
    desk.seat((3, "thao"), "bl-stp.cv", Role::Officer, "BL-STP")
}

/// Somebody of an agency that has no part in it.
pub(crate) fn stranger(desk: &Desk) -> Desk {
    desk.seat((4, "hai"), "bl-stc.cv", Role::Officer, "BL-STC")
}

/// The standing body.
pub(crate) fn standing(desk: &Desk) -> Desk {
    desk.seat((5, "hoa"), "bl-vp.tt", Role::StandingBody, "BL-VPUBND")
}

/// A chairman.
pub(crate) fn leader(desk: &Desk) -> Desk {
    desk.seat((6, "ct"), "bl-ubnd.ct", Role::Leader, "BL-UBND")
}

/// Somebody who looks after people and posts only.
pub(crate) fn administrator(desk: &Desk) -> Desk {
    desk.seat((7, "qt"), "bl-vp.qt", Role::Administrator, "BL-VPUBND")
}

/// A first report from a form.
pub(crate) fn said(assignment: i64, form: &str, done: &str) -> Said {
    let words = Words { value: None, done: done.to_owned(), ..Words::default() };
    Said { assignment, form: form.to_owned(), number: 1, version: 0, words, keep: vec![], pieces: vec![] }
}

/// A report that was sent on the first assignment.
pub(crate) async fn sent(desk: &Desk) -> Report {
    report::submit(&officer(desk), &said(FIRST, "f1", "Đã phát")).await.unwrap()
}

/// The same, accepted.
pub(crate) async fn accepted(desk: &Desk) -> Report {
    report::accept(&standing(desk), seen(&sent(desk).await)).await.unwrap()
}

/// The report as it is.
pub(crate) fn seen(report: &Report) -> Decision {
    Decision { report: report.id, version: report.version }
}

/// A small PDF that is kept.
pub(crate) async fn pdf(scratch: &Scratch, name: &str) -> Piece {
    let bytes = format!("%PDF-1.7\n{name}\nstartxref\n9\n%%EOF\n").into_bytes();
    take(&scratch.attachments(), &Scanner::none(), name, bytes).await
}

/// How many entries of the trail tell of this act.
pub(crate) async fn deeds(desk: &Desk, act: &str) -> usize {
    let entries = audit::list(&mut desk.read().await.unwrap(), 0, 1000).await.unwrap();
    entries.iter().filter(|entry| entry.act == act).count()
}
