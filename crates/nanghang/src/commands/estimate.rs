//! `nanghang estimate`: what a survey sample says, with its errors.

mod cases;
mod data;
mod design;
mod shown;

use std::path::{Path, PathBuf};

use estimate::{
    Ci, Column, Common, Df, DfWord, Estimator, Fault as Refusal, Frame, MeanOf, Replicates, Replication,
    Request, Row, Survey,
};
use look::{Lang, Value, say, say_with};

use crate::cli::Format;
use crate::output::waiting::Waiting;
use crate::output::{self, Fault};
use data::Unusable;
use design::DesignFile;

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(long, value_name = "FILE", required_unless_present = "data", conflicts_with = "data")]
    cases: Option<PathBuf>,
    #[arg(id = "cases_folder", long = "data-dir-for-cases", value_name = "DIR")]
    folder: Option<PathBuf>,
    #[arg(id = "data", long, value_name = "FILE", requires = "design")]
    data: Option<PathBuf>,
    #[arg(id = "design", long, value_name = "FILE")]
    design: Option<PathBuf>,
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
    means: Vec<String>,
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
    totals: Vec<String>,
    #[arg(id = "domains", long = "by", value_name = "COLUMNS", value_delimiter = ',')]
    by: Vec<String>,
    #[arg(long, value_name = "COUNT")]
    replicates: Option<usize>,
    #[arg(id = "draw_seed", long = "seed", value_name = "NUMBER", default_value_t = 1)]
    seed: u64,
    #[arg(long, value_name = "SHARE", default_value_t = 0.95)]
    level: f64,
}

/// Answers a file of cases, or what a person asks of a file of their own.
pub(crate) fn run(args: &Args, format: Format, lang: Lang) -> Result<(), Fault> {
    match (&args.cases, &args.data, &args.design) {
        (Some(cases), _, _) => cases::run(cases, args.folder.as_deref(), lang),
        (None, Some(data), Some(design)) => person(args, data, design, format, lang),
        _ => Err(Fault::Wrong(say(lang, "estimate-nothing-asked"))),
    }
}

fn person(args: &Args, data: &Path, design: &Path, format: Format, lang: Lang) -> Result<(), Fault> {
    if args.means.is_empty() && args.totals.is_empty() {
        return Err(Fault::Wrong(say(lang, "estimate-nothing-asked")));
    }
    let text = String::from_utf8_lossy(&read(design, lang)?).into_owned();
    let file = DesignFile::read(&text)
        .map_err(|(line, reason)| misread(design, line, &unread(&reason, lang), lang))?;
    let told = |fault: Refusal| {
        let line = file.line_of(&text, &fault);
        line.map_or_else(
            || refused(&fault, lang),
            |line| misread(design, line, &sentence(&fault, lang), lang),
        )
    };
    let _waiting = Waiting::begin(say(lang, "estimate-working"));
    let frame = data::frame(data, &read(data, lang)?, |name| args.asks(name) || file.names(name));
    let frame = frame.map_err(|fault| match fault {
        Unusable::Refused(fault) => told(fault),
        Unusable::Unread => Fault::Refused(say(lang, "estimate-fault-unread")),
    })?;
    are_numbers(args, &file, &frame, lang)?;
    let folder = design.parent().unwrap_or(Path::new("."));
    let survey = survey(args, &file, folder, frame).map_err(told)?;
    let sum: f64 = survey.weights().iter().map(|weight| weight * weight).sum();
    if sum == 0.0 || !sum.is_finite() {
        return Err(Fault::Refused(say(lang, "estimate-fault-no-weight")));
    }
    let rows = rows(args, &survey).map_err(told)?;
    match format {
        Format::Json => {
            output::print(&(serde_json::to_string_pretty(&rows).map_err(anyhow::Error::from)? + "\n"))
        }
        Format::Csv => output::print(&shown::csv(&args.by, &rows)?),
        Format::Table => output::print(&shown::table(lang, &args.by, args.level, &survey, &rows)),
    }
}

impl Args {
    /// Whether a column is asked about.
    fn asks(&self, name: &str) -> bool {
        [&self.means, &self.totals, &self.by].iter().any(|list| list.iter().any(|one| one == name))
    }
}

/// The survey that the design file makes of the data; files that it names lie beside it.
fn survey(args: &Args, file: &DesignFile, folder: &Path, mut frame: Frame) -> Result<Survey, Refusal> {
    for name in &file.factors {
        frame.make_factor(name)?;
    }
    let beside = |name: &str| {
        std::fs::read(folder.join(name)).map_err(|_| Refusal::NoSuchFile { name: name.to_owned() })
    };
    let joint = file.joint().map(|name| Frame::from_bare_csv(&beside(name)?)).transpose()?;
    let joint = joint.as_ref().map(Frame::all_numbers).transpose()?;
    let mut survey = Survey::new(frame, &file.sampling(), joint.as_deref())?;
    let drawn = args.replicates.map(|count| Replication::bootstrap(count, args.seed));
    if let Some(asked) = drawn.as_ref().or(file.replication.as_ref()) {
        let replicates = match &asked.file {
            Some(name) => {
                let given = Frame::from_csv(&beside(name)?, |_| true)?;
                Replicates::given(asked, &given.all_numbers()?, survey.weights())?
            }
            None => Replicates::made(asked, survey.design())?,
        };
        survey = survey.with_replicates(replicates);
    }
    for step in &file.weighting {
        survey.weigh(step)?;
    }
    Ok(survey)
}

fn rows(args: &Args, survey: &Survey) -> Result<Vec<Row>, Refusal> {
    let common = Common {
        by: args.by.clone(),
        ci: Some(Ci { level: args.level, df: Some(Df::Word(DfWord::Domain)) }),
        cv: true,
        ..Common::default()
    };
    let mut rows = Vec::new();
    let of = |variables: &Vec<String>| MeanOf { variables: variables.clone(), ..MeanOf::default() };
    for (variables, what) in
        [(&args.means, Estimator::Mean as fn(MeanOf) -> Estimator), (&args.totals, Estimator::Total)]
    {
        if !variables.is_empty() {
            rows.extend(Request { what: what(of(variables)), common: common.clone() }.answer(survey)?);
        }
    }
    Ok(rows)
}

fn read(path: &Path, lang: Lang) -> Result<Vec<u8>, Fault> {
    std::fs::read(path).map_err(|fault| {
        let values =
            [("path", Value::from(path.display().to_string())), ("reason", fault.to_string().into())];
        Fault::Refused(say_with(lang, "work-file", &values))
    })
}

/// Refuses a column that is asked for and holds words among numbers, unless the design says that it is a factor: each of
/// its numbers would be taken for a choice.
fn are_numbers(args: &Args, file: &DesignFile, frame: &Frame, lang: Lang) -> Result<(), Fault> {
    let asked = args.means.iter().chain(&args.totals).filter(|name| !file.factors.contains(name));
    for (name, column) in asked.filter_map(|name| Some((name, frame.column(name).ok()?))) {
        let Column::Factor(factor) = column else { continue };
        let is_number = |level: &String| level.parse::<f64>().is_ok_and(f64::is_finite);
        if !factor.levels().iter().any(is_number) {
            continue;
        }
        let level = |row: usize| Some((row, factor.levels().get(factor.code(row)?)?));
        let word = (0..frame.rows()).filter_map(level).find(|(_, level)| !is_number(level));
        if let Some((row, value)) = word {
            let said = [
                ("column", Value::from(name.as_str())),
                ("row", (row + 1).into()),
                ("value", value.as_str().into()),
            ];
            return Err(Fault::Refused(say_with(lang, "estimate-fault-words", &said)));
        }
    }
    Ok(())
}

/// What the design file says that it cannot: the reader's own words stand behind ours.
fn unread(reason: &str, lang: Lang) -> String {
    let key = match reason {
        reason if reason.starts_with("unknown field") => "estimate-unread-field",
        reason if reason.starts_with("unknown variant") => "estimate-unread-choice",
        reason if reason.starts_with("invalid") => "estimate-unread-value",
        _ => "estimate-unread-line",
    };
    say_with(lang, key, &[("detail", reason.into())])
}

/// A mistake in the design file, at its line.
fn misread(path: &Path, line: usize, reason: &str, lang: Lang) -> Fault {
    let path = path.display().to_string();
    let values = [("path", Value::from(path)), ("line", line.to_string().into()), ("reason", reason.into())];
    Fault::Refused(say_with(lang, "estimate-line", &values))
}

/// A name that the file lacks is wrong usage; anything else is refused work.
fn refused(fault: &Refusal, lang: Lang) -> Fault {
    let words = sentence(fault, lang);
    if matches!(fault, Refusal::UnknownVariable { .. }) { Fault::Wrong(words) } else { Fault::Refused(words) }
}

/// The kinds of refusal that have words of their own.
const WORDED: [&str; 16] = [
    "lonely_psu",
    "one_psu",
    "clusters_not_nested",
    "missing_weights",
    "missing_ids",
    "missing_strata",
    "missing_fpc",
    "negative_weights",
    "fpc_mixed",
    "fpc_exceeded",
    "unknown_variable",
    "not_numeric",
    "all_missing",
    "calibration_failed",
    "ragged",
    "not_a_table",
];

/// A refusal in words, with the detail that says where.
fn sentence(fault: &Refusal, lang: Lang) -> String {
    let kind = fault.kind();
    let kind = if WORDED.contains(&kind.as_str()) { kind.as_str() } else { "other" };
    say_with(lang, &format!("estimate-fault-{kind}"), &[("detail", fault.to_string().into())])
}
