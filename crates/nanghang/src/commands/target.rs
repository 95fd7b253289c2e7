//! `nanghang target`: whether a target was met, and by how much.

use look::{Lang, say, say_with};
use web::api::target::{Question, Target, TargetItem};

use super::Desk;
use crate::cli::Province;
use crate::output::{self, Fault, grid};

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    province: Province,
    #[arg(long)]
    year: Option<String>,
    #[arg(long, value_name = "N")]
    rank: Option<String>,
    #[arg(long)]
    group: Option<String>,
    #[arg(long)]
    each_dimension: bool,
    #[arg(long, allow_hyphen_values = true)]
    score: Option<String>,
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    improve: Option<String>,
    #[arg(long)]
    points: bool,
    #[arg(long)]
    dimension: Option<String>,
    #[arg(long = "if", value_name = "CONDITION")]
    conditions: Vec<String>,
    #[arg(long, value_name = "STEPS")]
    path: Option<String>,
    #[arg(long)]
    units: Option<String>,
}

impl From<Args> for Question {
    fn from(args: Args) -> Self {
        Self {
            year: args.year,
            units: args.units,
            dimension: args.dimension,
            rank: args.rank,
            group: args.group,
            each_dimension: args.each_dimension,
            score: args.score,
            improve: args.improve,
            points: args.points,
            conditions: args.conditions,
            path: args.path,
        }
    }
}

/// Answers from every edition, for a target may look back to any.
pub(crate) fn run(args: Args, desk: &Desk) -> Result<(), Fault> {
    let province = args.province.province.clone();
    let target = Question::from(args).answer(&province, &desk.figures.all()?)?;
    output::answer(desk.format, &target, || target.sheet(), || table(&target, desk.lang))
}

fn table(target: &Target, lang: Lang) -> String {
    let headings = [
        "cli-col-year",
        "cli-col-item",
        "cli-col-condition",
        ">cli-col-required",
        ">cli-col-actual",
        ">cli-col-gap",
        ">cli-col-rank",
        "cli-col-group",
        "cli-col-verdict",
    ];
    let lines = target.items.iter().map(|item| line(item, lang)).collect();
    let values = [
        ("province", lang.pick(target.province.name, target.province.name_en).into()),
        ("code", target.province.code.into()),
        ("year", target.year.to_string().into()),
        ("target", (&target.target).into()),
    ];
    let title = say_with(lang, "cli-target-title", &values);
    let verdict = say(lang, &format!("cli-target-{}", verdict(target.met)));
    format!("{title}\n{}{verdict}\n", grid::grid(lang, &headings, lines))
}

fn line(item: &TargetItem, lang: Lang) -> Vec<String> {
    let dimension = if item.dimension == "total" { say(lang, "cli-total") } else { item.dimension.clone() };
    let condition = item.condition.rsplit(':').next().unwrap_or_default().to_owned();
    let said = say(lang, &format!("cli-{}", verdict(item.met)));
    vec![
        item.year.to_string(),
        dimension,
        condition,
        grid::score(lang, item.required.score),
        grid::score(lang, item.actual.score),
        grid::signed(lang, item.gap),
        grid::rank(lang, item.actual.rank),
        grid::group(lang, item.actual.group),
        [said].into_iter().chain(doubt(item, lang)).collect::<Vec<_>>().join(": "),
    ]
}

fn verdict(met: Option<bool>) -> &'static str {
    match met {
        Some(true) => "met",
        Some(false) => "not-met",
        None => "cannot-tell",
    }
}

fn doubt(item: &TargetItem, lang: Lang) -> Option<String> {
    let doubt = item.doubt?;
    let base = doubt.base.map(|year| year.to_string()).unwrap_or_default();
    Some(say_with(lang, &format!("cli-doubt-{}", doubt.reason), &[("base", base.into())]))
}
