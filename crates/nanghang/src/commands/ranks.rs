//! `nanghang ranks`: how sure the ranks of an edition are.

mod cases;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use look::{Lang, Value, number, say, say_with};
use web::api::ranks::{Question, Ranks, Row};

use super::Desk;
use crate::output::{self, Fault, grid};

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(long)]
    year: Option<String>,
    #[arg(long)]
    dimension: Option<String>,
    #[arg(long)]
    units: Option<String>,
    #[arg(long, value_name = "POINTS", conflicts_with = "se_file")]
    se: Option<String>,
    #[arg(long, value_name = "FILE")]
    se_file: Option<PathBuf>,
    #[arg(long, value_name = "P")]
    coverage: Option<String>,
    #[arg(long, value_name = "N")]
    tau: Option<String>,
    #[arg(long, value_name = "marginal|simultaneous|joint")]
    method: Option<String>,
    #[arg(long, value_name = "N")]
    seed: Option<String>,
    #[arg(long = "cases", value_name = "FILE", conflicts_with_all = ["year", "dimension", "units", "se", "se_file"])]
    rank_cases: Option<PathBuf>,
}

/// Answers from the edition of that year, or case by case from a file.
pub(crate) fn run(args: Args, desk: &Desk) -> Result<(), Fault> {
    if let Some(file) = &args.rank_cases {
        return cases::run(&read(file)?, desk.lang);
    }
    let errors = args.se_file.as_deref().map(|file| errors(file, desk.lang)).transpose()?;
    let question = Question {
        year: args.year,
        dimension: args.dimension,
        units: args.units,
        se: args.se,
        coverage: args.coverage,
        tau: args.tau,
        method: args.method,
        seed: args.seed,
        errors: errors.unwrap_or_default(),
    };
    let answer = question.answer(&desk.figures.all()?)?;
    output::answer(desk.format, &answer, || answer.sheet(), || table(&answer, desk.lang))
}

/// Standard errors from a file `province_code,se`.
fn errors(file: &Path, lang: Lang) -> Result<BTreeMap<String, f64>, Fault> {
    let text = read(file)?;
    let read = |line: &str| {
        let (code, error) = line.split_once(',')?;
        Some((code.trim().to_owned(), error.trim().parse().ok()?))
    };
    let lines = text.lines().skip(1).filter(|line| !line.trim().is_empty());
    let wrong = |line: &str| {
        Fault::Refused(say_with(lang, "cli-ranks-bad-line", &[("line", Value::from(line.to_owned()))]))
    };
    lines.map(|line| read(line).ok_or_else(|| wrong(line))).collect()
}

fn read(file: &Path) -> Result<String, Fault> {
    let fault = |source| store::Error::File { path: file.to_owned(), source };
    std::fs::read_to_string(file).map_err(|source| Fault::Store(fault(source)))
}

fn table(answer: &Ranks, lang: Lang) -> String {
    let headings = [
        ">cli-col-rank",
        "cli-col-code",
        "cli-col-province",
        ">cli-col-score",
        ">cli-col-error",
        ">cli-col-true-ranks",
        ">cli-col-top",
    ];
    let item = if answer.dimension == "total" { say(lang, "cli-total") } else { answer.dimension.clone() };
    let values = [
        ("year", Value::from(answer.year.to_string())),
        ("item", item.into()),
        ("coverage", number::percent(lang, answer.coverage, 0).into()),
        ("method", say(lang, &format!("cli-method-{}", answer.method)).into()),
        ("tau", answer.tau.into()),
        ("best", answer.tau_best.len().into()),
        ("of", answer.of.into()),
    ];
    let lines = answer.rows.iter().map(|row| line(row, lang)).collect();
    let title = say_with(lang, "cli-ranks-title", &values);
    let mut said = vec![say_with(lang, "cli-ranks-best", &values), noise(answer, lang)];
    said.extend(partial(answer, lang));
    let said = said.join("\n");
    format!("{title}\n{}{said}\n", grid::grid(lang, &headings, lines))
}

/// Where the standard errors are from.
fn noise(answer: &Ranks, lang: Lang) -> String {
    let from = |name: &str| answer.rows.iter().filter(|row| row.se_from == name).count();
    let counts = [("printed", from("publication").into()), ("noise", from("noise").into())];
    let key = if from("asker") == answer.rows.len() { "cli-ranks-given" } else { "cli-ranks-noise" };
    say_with(lang, key, &counts)
}

/// The merged units that stand on some of their members only.
fn partial(answer: &Ranks, lang: Lang) -> Option<String> {
    let name = |row: &Row| lang.pick(row.name, row.name_en);
    let names: Vec<&str> = answer.rows.iter().filter(|row| row.partial).map(name).collect();
    let said = || say_with(lang, "cli-ranks-partial", &[("units", names.join(", ").into())]);
    (!names.is_empty()).then(said)
}

fn line(row: &Row, lang: Lang) -> Vec<String> {
    vec![
        grid::rank(lang, row.rank),
        row.province.to_owned(),
        lang.pick(row.name, row.name_en).to_owned(),
        number::score(lang, row.score),
        number::score(lang, row.se),
        format!("{}–{}", row.rank_best, row.rank_worst),
        grid::score(lang, row.prob_top),
    ]
}
