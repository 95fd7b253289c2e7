//! Reading one worksheet's cells, its merged regions, and what it hides.

use std::collections::HashSet;
use std::rc::Rc;

use jiff::civil::{Date, date};
use quick_xml::events::{BytesStart, Event};

use crate::MOST_CELLS;
use crate::address::{MOST_COLUMNS, MOST_ROWS, place};
use crate::cell::{Cell, Cells};
use crate::fault::{Fault, Limit};
use crate::grid::{Hidden, Region};
use crate::text::{keep, too_many_cells};
use crate::xml::{Broken, Xml, attribute};

/// What cells refer to, and what all sheets together count against.
pub(super) struct Book<'a> {
    /// Shared texts by number.
    pub(super) texts: Vec<Rc<str>>,
    /// For each style whether it is one of dates.
    pub(super) dates: Vec<bool>,
    /// Texts seen so far, each kept once.
    pub(super) seen: &'a mut HashSet<Rc<str>>,
    /// Cells read so far.
    pub(super) cells: usize,
    /// Bytes of their texts, each counted wherever it stands.
    pub(super) text: usize,
}

/// A text that many cells share weighs little in the file, and each of them is read.
const MOST_TEXT: usize = 64 << 20;

/// Merged regions that a sheet may have; real ones have a few dozen.
const MOST_REGIONS: usize = 5_000;

/// What a worksheet holds.
#[derive(Default)]
pub(super) struct Read {
    pub(super) rows: Vec<(u32, Cells)>,
    pub(super) merged: Vec<Region>,
    pub(super) hidden: Hidden,
}

/// A worksheet's cells. Anything that is not a worksheet has none.
pub(super) fn read(xml: &mut Xml<'_>, book: &mut Book<'_>) -> Result<Read, Broken> {
    let mut read = Read::default();
    let mut next = (0, 0);
    loop {
        match xml.next()? {
            Event::Start(tag) if tag.local_name().as_ref() == "row" => {
                next = (row_of(&tag, next.0)?, 0);
                read.rows.push((next.0, Vec::new()));
                read.hidden.rows.extend(is_hidden(&tag).then_some(next.0));
            }
            Event::End(tag) if tag.local_name().as_ref() == "row" => next.0 += 1,
            Event::Start(tag) if tag.local_name().as_ref() == "c" => {
                let head = Head::of(&tag, next)?;
                next = (head.at.0, head.at.1 + 1);
                if let Some(cell) = cell(xml, &head, book)? {
                    put(&mut read.rows, head.at, cell, book)?;
                }
            }
            Event::Start(tag) if tag.local_name().as_ref() == "mergeCell" => {
                read.merged.extend(attribute(&tag, "ref").as_deref().and_then(region));
                if read.merged.len() > MOST_REGIONS {
                    return Err(Broken::TooMuch(too_many_cells()));
                }
            }
            Event::Start(tag) if tag.local_name().as_ref() == "col" && is_hidden(&tag) => {
                read.hidden.columns.extend(run(&tag).filter(|_| read.hidden.columns.len() < MOST_REGIONS));
            }
            Event::Eof => return Ok(read),
            _ => (),
        }
    }
}

fn put(
    rows: &mut Vec<(u32, Cells)>,
    (row, column): (u32, u32),
    cell: Cell,
    book: &mut Book<'_>,
) -> Result<(), Broken> {
    book.cells += 1;
    if book.cells > MOST_CELLS {
        return Err(Broken::TooMuch(too_many_cells()));
    }
    if let Cell::Text(text) = &cell {
        book.text += text.len();
        if book.text > MOST_TEXT {
            let (most, of) = (MOST_TEXT as u64, Limit::UnpackedBytes);
            return Err(Broken::TooMuch(Fault::TooLarge { found: None, most, of }));
        }
    }
    match rows.last_mut() {
        Some((number, cells)) if *number == row => cells.push((column, cell)),
        _ => rows.push((row, vec![(column, cell)])),
    }
    Ok(())
}

fn row_of(tag: &BytesStart<'_>, next: u32) -> Result<u32, Broken> {
    let row = match attribute(tag, "r") {
        Some(number) => {
            number.parse::<u32>().ok().and_then(|number| number.checked_sub(1)).ok_or(Broken::Xml)?
        }
        None => next,
    };
    if row < MOST_ROWS { Ok(row) } else { Err(Broken::Xml) }
}

fn is_hidden(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "hidden").is_some_and(|hidden| hidden == "1" || hidden == "true")
}

/// The first and the last column that a setting of columns is about; outside they count from 1.
fn run(tag: &BytesStart<'_>) -> Option<(u32, u32)> {
    let column = |name| attribute(tag, name)?.parse::<u32>().ok()?.checked_sub(1);
    let (first, last) = (column("min")?, column("max")?.min(MOST_COLUMNS - 1));
    (first <= last).then_some((first, last))
}

fn region(range: &str) -> Option<Region> {
    let (from, to) = range.split_once(':')?;
    let (from, to) = (place(from)?, place(to)?);
    let ordered = |a: u32, b: u32| (a.min(b), a.max(b));
    Some(Region { rows: ordered(from.0, to.0), columns: ordered(from.1, to.1) })
}

/// A cell's own tag: where it is, what type it has, whether it is shown as a date.
struct Head {
    at: (u32, u32),
    kind: Option<String>,
    style: Option<usize>,
}

impl Head {
    fn of(tag: &BytesStart<'_>, next: (u32, u32)) -> Result<Self, Broken> {
        let at = match attribute(tag, "r") {
            Some(address) => place(&address).ok_or(Broken::Xml)?,
            None => next,
        };
        if at.1 >= MOST_COLUMNS || at.0 >= MOST_ROWS {
            return Err(Broken::Xml);
        }
        let style = attribute(tag, "s").and_then(|style| style.parse().ok());
        Ok(Self { at, kind: attribute(tag, "t"), style })
    }
}

/// What is in a cell that has just begun.
fn cell(xml: &mut Xml<'_>, head: &Head, book: &mut Book<'_>) -> Result<Option<Cell>, Broken> {
    let (mut value, mut inline, mut formula) = (None, None, None);
    loop {
        match xml.next()? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "v" => value = Some(xml.text("v")?),
                "is" => inline = Some(xml.text("is")?),
                "f" => formula = Some(xml.text("f")?),
                _ => (),
            },
            Event::End(tag) if tag.local_name().as_ref() == "c" => break,
            Event::Eof => return Err(Broken::Xml),
            _ => (),
        }
    }
    let kind = head.kind.as_deref();
    let text = inline.filter(|_| kind == Some("inlineStr")).or(value).unwrap_or_default();
    Ok(match formula {
        Some(formula) if text.is_empty() && kind != Some("str") => {
            Some(Cell::Formula(format!("={formula}").into()))
        }
        _ => valued(&text, head, book),
    })
}

fn valued(text: &str, head: &Head, book: &mut Book<'_>) -> Option<Cell> {
    match head.kind.as_deref() {
        Some("s") => {
            let shared = text.trim().parse().ok().and_then(|at: usize| book.texts.get(at).cloned());
            shared.filter(|text| !text.trim().is_empty()).map(Cell::Text)
        }
        _ if text.trim().is_empty() => None,
        Some("str" | "inlineStr") => Some(Cell::Text(keep(text, book.seen))),
        Some("b") => Some(Cell::Truth(text == "1")),
        Some("d") => Some(text.trim().parse().map_or_else(|_| Cell::Error(keep(text, book.seen)), Cell::Day)),
        Some("e") => Some(Cell::Error(keep(text, book.seen))),
        _ => Some(number(text, head, book)),
    }
}

/// A number, or the day that it is shown as. A part of a day is an hour, which stays a number.
fn number(text: &str, head: &Head, book: &mut Book<'_>) -> Cell {
    let Ok(number) = text.trim().parse::<f64>() else { return Cell::Error(keep(text, book.seen)) };
    let dated = head.style.and_then(|style| book.dates.get(style)).copied().unwrap_or(false);
    let is_hour = 0.0 < number && number < 1.0;
    match day(number).filter(|_| dated && !is_hour) {
        Some(day) => Cell::Day(day),
        None => Cell::Number(number),
    }
}

/// The day of a serial number, counted from 30 December 1899.
fn day(serial: f64) -> Option<Date> {
    let days = (serial.is_finite() && serial.abs() < 3_000_000.0).then_some(serial.floor() as i64)?;
    let start = date(1899, 12, 30);
    start.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}
