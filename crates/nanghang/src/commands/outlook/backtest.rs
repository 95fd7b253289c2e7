//! `nanghang outlook backtest`: what the outlook would have said of editions that are known by now.

use look::{Lang, Value, number, say, say_with};
use places::country;
use scores::outlook::Panel;
use scores::outlook::backtest::{Forecasted, Plan, forecasts, futures, verdicts};
use serde::Serialize;
use web::api::Refusal;
use web::api::backtest::Verdict;
use web::api::outlook::{DRAWS, Row, backtest_row, number, sheet};
use web::api::refusal::Clash;

use super::raw;
use crate::commands::Desk;
use crate::output::{self, Fault, grid};

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(long, value_name = "1,2,3")]
    horizons: Option<String>,
    #[arg(long, value_name = "N")]
    draws: Option<String>,
    #[arg(long, value_name = "N")]
    seed: Option<String>,
    #[arg(long)]
    renewals_known: bool,
    #[arg(long)]
    raw: bool,
}

/// The verdicts, and the rows that the outlook would have printed.
#[derive(Debug, Serialize)]
struct Answer {
    verdicts: Vec<Verdict>,
    rows: Vec<Row>,
}

/// Judges the outlook by every edition at hand.
pub(super) fn run(args: &Args, desk: &Desk) -> Result<(), Fault> {
    let (horizons, plan) = (horizons(args)?, plan(args)?);
    let editions = desk.figures.all()?;
    let set = country().set_of_year(2024);
    let newest = editions.latest().map(|edition| edition.year);
    let panel = newest.and_then(|newest| Panel::read(&editions, set, newest, editions.periods()));
    let panel = panel.ok_or(Refusal::Options(Clash::NoYears))?;
    if args.raw {
        let mut lines = raw::Lines::begin(desk.format)?;
        for horizon in horizons {
            for year in &panel.years {
                let drawn = futures(&panel, year.year, horizon, plan);
                drawn.map_or(Ok(()), |drawn| lines.write(set, &drawn, None))?;
            }
        }
        return lines.end();
    }
    let mut answer = Answer { verdicts: Vec::new(), rows: Vec::new() };
    for horizon in horizons {
        let forecasts: Vec<Forecasted> = forecasts(&panel, horizon, plan);
        answer.verdicts.extend(verdicts(&forecasts, horizon).iter().map(Verdict::from));
        answer.rows.extend(forecasts.iter().filter_map(|forecast| backtest_row(set, forecast)));
    }
    output::answer(desk.format, &answer, || sheet(&answer.rows), || table(&answer.verdicts, desk.lang))
}

fn horizons(args: &Args) -> Result<Vec<i16>, Refusal> {
    let written = args.horizons.as_deref().unwrap_or("1,2,3");
    let horizons: Vec<i16> = written.split(',').map(number).collect::<Result<_, _>>()?;
    let sound = !horizons.is_empty() && horizons.iter().all(|horizon| (1..=10).contains(horizon));
    if sound { Ok(horizons) } else { Err(Refusal::Options(Clash::Number)) }
}

fn plan(args: &Args) -> Result<Plan, Refusal> {
    let draws = args.draws.as_deref().map(number::<usize>).transpose()?.unwrap_or(DRAWS);
    let seed = args.seed.as_deref().map(number::<u64>).transpose()?.unwrap_or(1);
    let plan = Plan { draws, seed, renewals_known: args.renewals_known };
    if (1..=super::MOST).contains(&draws) { Ok(plan) } else { Err(Refusal::Options(Clash::Number)) }
}

fn table(verdicts: &[Verdict], lang: Lang) -> String {
    let headings = [
        ">cli-col-horizon",
        "cli-col-item",
        ">cli-col-forecasts",
        ">cli-col-rmse",
        ">cli-col-crps",
        ">cli-col-crps-rivals",
        ">cli-col-brier",
        ">cli-col-brier-rivals",
        ">cli-col-rank-error",
        ">cli-col-covered",
    ];
    let line = |said: &Verdict| {
        let three = |value: f64| number::decimals(lang, value, 3);
        vec![
            said.horizon.to_string(),
            super::item(&said.variable, lang),
            said.forecasts.to_string(),
            three(said.rmse),
            three(said.crps),
            format!("{} / {}", three(said.crps_last_value), three(said.crps_base_rate)),
            three(said.brier_top20),
            format!("{} / {}", three(said.brier_top20_last_value), three(said.brier_top20_base_rate)),
            number::decimals(lang, said.rank_error, 1),
            format!(
                "{} / {}",
                number::percent(lang, said.coverage_80, 0),
                number::percent(lang, said.coverage_95, 0)
            ),
        ]
    };
    let lines = verdicts.iter().map(line).collect();
    let counted = [("forecasts", Value::from(verdicts.iter().map(|said| said.forecasts).sum::<usize>()))];
    let title = say_with(lang, "cli-backtest-title", &counted);
    format!("{title}\n{}{}\n", grid::grid(lang, &headings, lines), say(lang, "cli-backtest-note"))
}
