//! A survey's file, as anybody may bring it, and what is asked of it: an answer or a refusal.

#![no_main]

use estimate::{Frame, Request, Sampling, Survey};
use fieldwork::column::guess;
use fieldwork::{Column, Design, Question, Table};
use libfuzzer_sys::fuzz_target;
use sheet::File;

fuzz_target!(|bytes: &[u8]| {
    described(bytes);
    let Ok(frame) = Frame::from_csv(bytes, |_| true) else { return };
    let _ = Frame::from_bare_csv(bytes);
    let sampling = Sampling { weights: frame.has("w").then(|| "w".to_owned()), ..Sampling::default() };
    let Ok(survey) = Survey::new(frame, &sampling, None) else { return };
    let request: Request = serde_json::from_str(r#"{"type":"mean","variables":["y"],"by":["g"]}"#).expect("a request");
    let _ = request.answer(&survey);
});

/// The same bytes as the page for surveys takes them: read, guessed, asked.
fn described(bytes: &[u8]) {
    let Ok(table) = Table::read(File { name: "a.csv", bytes }) else { return };
    assert_eq!(Table::of_kept(&table.kept("mau")).map(|kept| kept.rows), Some(table.rows));
    let column = |read: &fieldwork::file::Read| Column { name: read.name.clone(), label: read.label.clone(), kind: guess(read) };
    let columns: Vec<Column> = table.columns.iter().map(column).collect();
    let of = |fits: fn(fieldwork::Kind) -> bool| columns.iter().filter(|it| fits(it.kind)).map(|it| it.name.clone());
    let by = of(fieldwork::Kind::is_group).take(1).collect();
    let question = Question { totals: false, columns: of(fieldwork::Kind::is_answer).take(3).collect(), by, level: 0.95 };
    let _ = question.answer(&table, &columns, Design::default());
}
