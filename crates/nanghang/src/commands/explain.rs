//! `nanghang explain`: why a province's score and rank changed between two editions.

use look::{Lang, Value, say, say_with};
use places::{Set, country};
use web::api::ask;
use web::api::explain::{Explained, ExplainedPart, Question};

use super::Desk;
use crate::cli::Province;
use crate::output::{self, Fault, grid};

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    province: Province,
    #[arg(long)]
    from: Option<String>,
    #[arg(long)]
    to: Option<String>,
    #[arg(long)]
    dimension: Option<String>,
    #[arg(long)]
    units: Option<String>,
}

/// Answers from the two editions, the only ones that are read.
pub(crate) fn run(args: Args, desk: &Desk) -> Result<(), Fault> {
    let question = Question { from: args.from, to: args.to, dimension: args.dimension, units: args.units };
    let (from, to) = question.years(&desk.figures.years()?, &args.province.province)?;
    let mut editions = desk.figures.editions(from..=from)?;
    if let Some(later) = desk.figures.editions(to..=to)?.get(to) {
        editions.put(later.clone());
    }
    let explained = question.answer(&args.province.province, &editions)?;
    output::answer(desk.format, &explained, || explained.sheet(), || table(&explained, desk.lang))
}

fn table(explained: &Explained, lang: Lang) -> String {
    let headings = ["cli-col-item", ">cli-col-own", ">cli-col-national", ">cli-col-relative"];
    let lines = explained.parts.iter().map(|part| line(part, lang)).collect();
    let said = [vec![title(explained, lang)], summary(explained, lang)].concat();
    let after = passing(explained, lang);
    let text = format!("{}\n{}{}", said.join("\n"), grid::grid(lang, &headings, lines), after.join("\n"));
    text.trim_end().to_owned() + "\n"
}

fn title(explained: &Explained, lang: Lang) -> String {
    let structure = scores::Structure::of_year(explained.to.year);
    let item = explained.dimension.parse().ok().and_then(|item| ask::named(item, &structure));
    let item = item.map(|named| format!("{} {}", named.code, lang.pick(named.name, named.name_en)));
    let values = [
        ("province", lang.pick(explained.province.name, explained.province.name_en).into()),
        ("code", explained.province.code.into()),
        ("from", explained.from.year.to_string().into()),
        ("to", explained.to.year.to_string().into()),
        ("item", item.unwrap_or_else(|| say(lang, "cli-total")).into()),
    ];
    say_with(lang, "cli-explain-title", &values)
}

fn summary(explained: &Explained, lang: Lang) -> Vec<String> {
    let mut said = vec![moved(explained, lang)];
    let national = [
        ("national", Value::from(grid::signed(lang, explained.national_change))),
        ("relative", grid::signed(lang, explained.relative_change).into()),
    ];
    said.push(say_with(lang, "cli-explain-national", &national));
    if !explained.comparable {
        said.push(say(lang, "cli-explain-not-comparable"));
    }
    if let Some((still, moved)) =
        explained.rank_if_others_stood_still.zip(explained.rank_if_only_others_moved)
    {
        said.push(say_with(
            lang,
            "cli-explain-counterfactual",
            &[("still", still.into()), ("moved", moved.into())],
        ));
    }
    said
}

fn moved(explained: &Explained, lang: Lang) -> String {
    if explained.score_change.is_none() {
        return say(lang, "cli-explain-unranked");
    }
    let values = [
        ("score-from", Value::from(grid::score(lang, explained.from.score))),
        ("score-to", grid::score(lang, explained.to.score).into()),
        ("change", grid::signed(lang, explained.score_change).into()),
        ("rank-from", grid::rank(lang, explained.from.rank).into()),
        ("rank-to", grid::rank(lang, explained.to.rank).into()),
        ("places", grid::places(lang, explained.rank_change).into()),
    ];
    say_with(lang, "cli-explain-from-to", &values)
}

fn line(part: &ExplainedPart, lang: Lang) -> Vec<String> {
    let mark = if part.comparable { "" } else { " ≠" };
    vec![
        format!("{} {}", part.subdimension, lang.pick(part.name, part.name_en)),
        grid::signed(lang, part.own_change) + mark,
        grid::signed(lang, part.national_change),
        grid::signed(lang, part.relative_change),
    ]
}

/// Who passed whom, by name; a list that is empty is left out.
fn passing(explained: &Explained, lang: Lang) -> Vec<String> {
    let set = country().set(explained.province.units);
    let lists = [
        ("cli-explain-overtaken", &explained.overtaken_by),
        ("cli-explain-overtook", &explained.overtook),
        ("cli-explain-entered", &explained.entered_above),
        ("cli-explain-left", &explained.left_above),
    ];
    let said = |(key, codes): (&str, &Vec<&str>)| {
        let names = codes.iter().filter_map(|code| name(set?, code, lang)).collect::<Vec<_>>().join(", ");
        say_with(lang, key, &[("count", codes.len().into()), ("names", names.into())])
    };
    lists.into_iter().filter(|(_, codes)| !codes.is_empty()).map(said).collect()
}

fn name(set: &'static Set, code: &str, lang: Lang) -> Option<&'static str> {
    set.by_code(code).map(|unit| lang.pick(unit.name, unit.name_en))
}
