//! `nanghang whatif`: what it would take to reach a target, and what others gained.

use look::{Lang, Value, number, say, say_with};
use web::api::whatif::{DimensionLift, OwnLift, PartLift, Question, WhatIf};

use super::Desk;
use super::outlook::{MOST, ended};
use crate::cli::Province;
use crate::output::{self, Fault, grid};

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    province: Province,
    #[arg(long = "year", value_name = "YEAR")]
    target: Option<String>,
    #[arg(long, value_name = "YEAR")]
    as_of: Option<String>,
    #[arg(long, value_name = "N")]
    rank: Option<String>,
    #[arg(long)]
    group: Option<String>,
    #[arg(long)]
    each_dimension: bool,
    #[arg(long)]
    dimension: Option<String>,
    #[arg(long, value_name = "P")]
    probability: Option<String>,
    #[arg(long, value_name = "1:0.3,4:0.5")]
    gains: Option<String>,
    #[arg(long, value_name = "yes|no|unknown")]
    renewal: Option<String>,
    #[arg(long)]
    units: Option<String>,
    #[arg(long, value_name = "N")]
    draws: Option<String>,
    #[arg(long, value_name = "N")]
    seed: Option<String>,
}

/// Answers from every edition up to the one that is named.
pub(crate) fn run(args: Args, desk: &Desk) -> Result<(), Fault> {
    let question = Question {
        year: args.target,
        as_of: args.as_of,
        rank: args.rank,
        group: args.group,
        each_dimension: args.each_dimension,
        dimension: args.dimension,
        probability: args.probability,
        gains: args.gains,
        renewal: args.renewal,
        units: args.units,
        draws: args.draws,
        seed: args.seed,
    };
    let answer = question.answer(&args.province.province, &desk.figures.all()?, MOST)?;
    output::answer(desk.format, &answer, || answer.sheet(), || table(&answer, desk.lang))
}

fn table(answer: &WhatIf, lang: Lang) -> String {
    let headings = ["cli-col-item", ">cli-col-lift", ">cli-col-stretch", ">cli-col-others", ">cli-col-cases"];
    let dimensions = answer.dimensions.iter().map(|own| dimension(own, lang));
    let parts = answer.subdimensions.iter().map(|own| part(own, lang));
    let lines = dimensions.chain(parts).collect();
    let said = [Some(summary(answer, lang)), Some(reach(answer, lang)), own(answer, lang)];
    let said = said.into_iter().flatten().collect::<Vec<_>>().join("\n");
    let note = say(lang, "cli-whatif-note");
    format!("{said}\n{}{note}\n", grid::grid(lang, &headings, lines))
}

fn summary(answer: &WhatIf, lang: Lang) -> String {
    let goal = match (answer.group, answer.rank) {
        (Some(group), _) => grid::group(lang, Some(group)),
        (None, rank) => say_with(lang, "cli-whatif-rank", &[("rank", grid::rank(lang, rank).into())]),
    };
    let item = match answer.dimension.as_str() {
        "total" => say(lang, "cli-total"),
        "each" => say(lang, "cli-whatif-each"),
        number => number.to_owned(),
    };
    let values = [
        ("province", Value::from(lang.pick(answer.province.name, answer.province.name_en))),
        ("year", answer.target_year.to_string().into()),
        ("as-of", answer.as_of.to_string().into()),
        ("goal", goal.into()),
        ("item", item.into()),
        ("chance", number::score(lang, answer.chance).into()),
        ("probability", number::score(lang, answer.probability).into()),
        ("lift", number::score(lang, answer.lift).into()),
    ];
    say_with(lang, "cli-whatif-title", &values)
}

/// How seldom such a lift is seen, and that the province has ended.
fn reach(answer: &WhatIf, lang: Lang) -> String {
    let many = answer.one_in.map_or_else(|| say(lang, "cli-none"), |many| many.to_string());
    let seldom = say_with(lang, &format!("cli-reach-{}", answer.reach), &[("many", many.into())]);
    let ended = ended(answer.unit_ended.as_deref(), answer.successor, lang);
    [Some(seldom), ended].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// What the spread of one's own gives.
fn own(answer: &WhatIf, lang: Lang) -> Option<String> {
    let own = answer.own.as_ref()?;
    let seldom =
        |one_in: Option<usize>| one_in.map_or_else(|| say(lang, "cli-none"), |many| many.to_string());
    let values = [
        ("points", Value::from(number::score(lang, own.points))),
        ("score", number::score(lang, own.score).into()),
        ("rank", own.rank_median.into()),
        ("chance", number::score(lang, own.chance).into()),
        ("many", seldom(own.one_in).into()),
    ];
    let dimension = |own: &OwnLift| {
        let values = [
            ("item", Value::from(own.dimension.clone())),
            ("points", number::score(lang, own.points).into()),
            ("many", seldom(own.one_in).into()),
        ];
        say_with(lang, "cli-whatif-own-item", &values)
    };
    let dimensions = own.dimensions.iter().filter(|own| own.points > 0.0).map(dimension);
    Some(
        [say_with(lang, "cli-whatif-own", &values)]
            .into_iter()
            .chain(dimensions)
            .collect::<Vec<_>>()
            .join("\n"),
    )
}

fn dimension(own: &DimensionLift, lang: Lang) -> Vec<String> {
    let none = || say(lang, "cli-none");
    vec![
        own.dimension.clone(),
        number::score(lang, own.lift),
        number::score(lang, own.stretch),
        none(),
        none(),
    ]
}

fn part(own: &PartLift, lang: Lang) -> Vec<String> {
    let gains = own.gains.iter().find(|gains| Some(gains.quarter) == own.quarter);
    let others = gains.map_or_else(
        || say(lang, "cli-none"),
        |gains| {
            let [median, q75, q90] =
                [gains.median, gains.q75, gains.q90].map(|points| number::signed(lang, points));
            format!("{median} / {q75} / {q90}")
        },
    );
    vec![
        format!("{} {}", own.subdimension, lang.pick(own.name, own.name_en)),
        number::score(lang, own.points),
        number::score(lang, own.stretch),
        others,
        gains.map_or(0, |gains| gains.cases).to_string(),
    ]
}
