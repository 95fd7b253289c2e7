//! A report as pages show it: who said what when, what became of it, and its evidence.

use accounts::person::Names;
use jiff::Timestamp;
use look::{Lang, date, number, say, say_with};
use plan::evidence::{Evidence, What};
use plan::owed::Measure;
use plan::report::{Report, State, Told, Words};

/// A report, ready to be shown.
pub(crate) struct ToldView {
    pub(crate) report: Report,
    /// Who sent it and when, and what became of it.
    pub(crate) lines: Vec<String>,
    pub(crate) value: Option<String>,
    pub(crate) evidence: Vec<Piece>,
}

/// A piece of evidence, ready to be shown.
pub(crate) struct Piece {
    pub(crate) name: String,
    pub(crate) href: Option<String>,
    pub(crate) is_picture: bool,
    /// Its weight and whether it was scanned, or why it is not kept.
    pub(crate) note: String,
}

/// The value beside the last period's.
pub(crate) struct Compared {
    pub(crate) period: String,
    pub(crate) value: Option<String>,
    pub(crate) done: String,
}

impl ToldView {
    pub(crate) fn new(lang: Lang, told: Told, measure: Option<&Measure>, names: &Names) -> Self {
        let lines = lines(lang, &told.report, names);
        let value = value(lang, &told.report.words, measure);
        let evidence = told.evidence.iter().map(|evidence| Piece::new(lang, evidence)).collect();
        Self { report: told.report, lines, value, evidence }
    }

    pub(crate) fn is_returned(&self) -> bool {
        self.report.state == State::Returned
    }
}

/// The value with its unit, as the language writes it.
pub(crate) fn value(lang: Lang, words: &Words, measure: Option<&Measure>) -> Option<String> {
    let value = number::plain(lang, words.value?);
    let unit = measure.and_then(|measure| measure.unit.as_deref()).unwrap_or_default();
    Some(if unit == "%" { format!("{value}%") } else { format!("{value} {unit}").trim().to_owned() })
}

fn lines(lang: Lang, report: &Report, names: &Names) -> Vec<String> {
    let line = |key: &str, who: &str, at: Timestamp| {
        say_with(lang, key, &[("who", names.of(who).to_owned().into()), ("when", when(lang, at).into())])
    };
    let written = match report.submitted_at {
        None => line("report-saved-by", &report.author, report.written_at),
        Some(at) if report.on_behalf => line("report-sent-on-behalf", &report.author, at),
        Some(at) => line("report-sent-by", &report.author, at),
    };
    let decided = report.decided_at.zip(report.decided_by.as_deref()).map(|(at, who)| {
        let key = if report.state == State::Accepted { "report-accepted-by" } else { "report-returned-by" };
        line(key, who, at)
    });
    [Some(written), decided].into_iter().flatten().collect()
}

impl Piece {
    fn new(lang: Lang, evidence: &Evidence) -> Self {
        Self::of(lang, &evidence.piece, crate::desk::evidence::path(lang, evidence.id))
    }

    /// A piece whose file is at an address.
    pub(in crate::desk) fn of(lang: Lang, piece: &plan::evidence::Piece, href: String) -> Self {
        let plain = Self { name: piece.name.clone(), href: None, is_picture: false, note: String::new() };
        match &piece.what {
            What::File { media, bytes, scan, .. } => Self {
                href: Some(href),
                is_picture: media.is_picture(),
                note: format!("{} · {}", weight(lang, *bytes), say(lang, &format!("scan-{}", scan.as_str()))),
                ..plain
            },
            What::Link(address) => Self { href: Some(address.clone()), note: address.clone(), ..plain },
            What::Missing(unfit) => Self { note: say(lang, &format!("unfit-{}", unfit.as_str())), ..plain },
        }
    }
}

/// A weight in kilobytes or megabytes.
fn weight(lang: Lang, bytes: i64) -> String {
    let kilobytes = bytes as f64 / 1024.0;
    if kilobytes < 1000.0 {
        format!("{} kB", number::decimals(lang, kilobytes.ceil(), 0))
    } else {
        format!("{} MB", number::decimals(lang, kilobytes / 1024.0, 1))
    }
}

/// An instant in Viet Nam.
pub(crate) fn when(lang: Lang, at: Timestamp) -> String {
    let there = date::there(at);
    format!("{:02}:{:02}, {}", there.hour(), there.minute(), date::short(lang, there.date()))
}
