//! An annex as a file that every import reads: one heading row, agencies by name, a line for each that cooperates.

use accounts::{Desk, Directory};
use jiff::civil::Date;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use super::heading::Column;
use super::lines::FORMULA;
use super::names::Names;
use super::{Basis, Settled, basis};
use crate::calendar::Rhythm;
use crate::plan::{Refusal, find};
use crate::task::{self, Part, Terms};

/// The columns of an export, each with its width in letters.
const COLUMNS: [(Column, f64); 20] = [
    (Column::Code, 9.0),
    (Column::Section, 9.0),
    (Column::Items, 12.0),
    (Column::What, 50.0),
    (Column::Lead, 26.0),
    (Column::Parts, 36.0),
    (Column::Rhythm, 13.0),
    (Column::First, 12.0),
    (Column::Last, 12.0),
    (Column::Time, 9.0),
    (Column::Product, 32.0),
    (Column::DoneWhen, 32.0),
    (Column::Measure, 32.0),
    (Column::Unit, 11.0),
    (Column::Low, 10.0),
    (Column::High, 10.0),
    (Column::Weight, 9.0),
    (Column::Scope, 9.0),
    (Column::Public, 10.0),
    (Column::Source, 30.0),
];

/// What kind of file an export is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum As {
    /// A workbook.
    Xlsx,
    /// Text with commas, in UTF-8 with the mark that spreadsheets look for.
    Csv,
}

/// The annex of a plan that this desk may read.
///
/// # Errors
/// [`Refusal::NoPlan`] where there is none that it may read.
pub async fn export(desk: &Desk, plan: &str, kind: As) -> Result<Vec<u8>, Refusal> {
    let plan = find(desk, plan).await?.ok_or(Refusal::NoPlan)?;
    let tasks = task::of_plan(desk, &plan.slug).await?;
    let mut at = desk.read().await?;
    let (directory, day) = (Directory::load(&mut at).await?, basis::day(&mut at, &plan).await?);
    let settled = Settled::default();
    let basis = Basis {
        directory: &directory,
        unit: &plan.unit,
        day,
        first: plan.first,
        last: plan.last,
        settled: &settled,
    };
    let terms: Vec<Terms> = tasks.into_iter().map(|task| task.terms).collect();
    match kind {
        As::Xlsx => write(&terms, &basis).map_err(|fault| Refusal::Impossible(fault.to_string())),
        As::Csv => text(&terms, &basis).map_err(|fault| Refusal::Impossible(fault.to_string())),
    }
}

/// Tasks as text with commas.
fn text(tasks: &[Terms], basis: &Basis<'_>) -> csv::Result<Vec<u8>> {
    let names = Names::of(basis);
    let mut out = csv::Writer::from_writer(Vec::from("\u{feff}"));
    out.write_record(COLUMNS.map(|(column, _)| column.heading()))?;
    for task in tasks {
        out.write_record(COLUMNS.map(|(column, _)| match cell(task, column, &names) {
            Written::Text(text) => harmless(text),
            Written::Number(number) => number.map(|number| number.to_string()).unwrap_or_default(),
        }))?;
    }
    out.into_inner().map_err(|fault| fault.into_error().into())
}

/// A text that a spreadsheet would take for a formula, marked as text; the mark is read past again.
fn harmless(text: String) -> String {
    if text.len() > 1 && text.starts_with(FORMULA) { format!("'{text}") } else { text }
}

/// Tasks as a workbook.
///
/// # Errors
/// When a text is longer than a cell can hold.
pub fn write(tasks: &[Terms], basis: &Basis<'_>) -> Result<Vec<u8>, XlsxError> {
    let names = Names::of(basis);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Phụ lục")?.set_freeze_panes(1, 0)?.set_landscape().set_repeat_rows(0, 0)?;
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Thin);
    let bold = plain.clone().set_bold().set_align(FormatAlign::Center);
    for (at, (column, width)) in (0..).zip(COLUMNS) {
        sheet.set_column_width(at, width)?.write_string_with_format(0, at, column.heading(), &bold)?;
    }
    for (row, task) in (1..).zip(tasks) {
        for (at, (column, _)) in (0..).zip(COLUMNS) {
            put(sheet, (row, at), &cell(task, column, &names), &plain)?;
        }
    }
    book.save_to_buffer()
}

/// What a cell of an export holds.
enum Written {
    Text(String),
    Number(Option<f64>),
}

fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Written,
    format: &Format,
) -> Result<(), XlsxError> {
    match cell {
        Written::Number(Some(number)) => sheet.write_number_with_format(row, column, *number, format),
        Written::Text(text) if !text.is_empty() => sheet.write_string_with_format(row, column, text, format),
        Written::Text(_) | Written::Number(None) => sheet.write_blank(row, column, format),
    }
    .map(|_| ())
}

fn cell(task: &Terms, column: Column, names: &Names<'_>) -> Written {
    let measure = task.measure.as_ref();
    let text = match column {
        Column::Code => task.code.clone(),
        Column::Section => task.section.clone(),
        // A dash says that it is for no content; nothing would mean its section's.
        Column::Items if task.items.is_empty() => "-".to_owned(),
        Column::Items => task.items.join("; "),
        Column::What => task.what.clone(),
        Column::Lead => task.lead.as_deref().map(|code| names.written(code)).unwrap_or_default(),
        Column::Parts => all_cooperating(&task.parts, names),
        Column::Rhythm => rhythm(task.rhythm).to_owned(),
        Column::First => day(task.first),
        Column::Last => day(task.last),
        Column::Time => task.due_on.map(|(month, day)| format!("{day:02}/{month:02}")).unwrap_or_default(),
        Column::Product => task.product.clone(),
        Column::DoneWhen => task.done_when.clone(),
        Column::Measure => measure.map(|measure| measure.name.clone()).unwrap_or_default(),
        Column::Unit => measure.and_then(|measure| measure.unit.clone()).unwrap_or_default(),
        Column::Low => return Written::Number(measure.and_then(|measure| measure.low)),
        Column::High => return Written::Number(measure.and_then(|measure| measure.high)),
        Column::Weight => return Written::Number(Some(task.weight)),
        Column::Scope => task.scope.clone().unwrap_or_default(),
        Column::Public => if task.public { "có" } else { "không" }.to_owned(),
        Column::Source => task.source.clone(),
        Column::Number | Column::Note => String::new(),
    };
    Written::Text(text)
}

/// A line for each; where none says more than its name, the names are parted as in any list.
fn all_cooperating(parts: &[Part], names: &Names<'_>) -> String {
    let more = parts.iter().any(|part| part.part.is_some() || part.due.is_some());
    let lines: Vec<String> = parts.iter().map(|part| cooperating(part, names)).collect();
    lines.join(if more { "\n" } else { ";\n" })
}

/// `Sở Tư pháp: soạn tài liệu (hạn 30/06/2025)`.
fn cooperating(part: &Part, names: &Names<'_>) -> String {
    let what = part.part.as_ref().map(|what| format!(": {what}")).unwrap_or_default();
    let due = part.due.map(|due| format!(" (hạn {})", day(due))).unwrap_or_default();
    format!("{}{what}{due}", names.written(&part.agency))
}

fn day(day: Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}

/// A rhythm as annexes write it and every import reads it.
pub fn rhythm(rhythm: Rhythm) -> &'static str {
    match rhythm {
        Rhythm::Once => "Một lần",
        Rhythm::Monthly => "Hằng tháng",
        Rhythm::Quarterly => "Hằng quý",
        Rhythm::HalfYearly => "6 tháng",
        Rhythm::Yearly => "Hằng năm",
        Rhythm::Continuous => "Thường xuyên",
    }
}
