//! How outlooks did in the past: what would have been said of editions that are known by now, and what came.

use std::sync::Arc;

use askama::Template;
use look::chart::{self, Calibration};
use look::words::{say, say_with};
use look::{Lang, filters};
use scores::Item;
use scores::outlook::Variable;
use scores::outlook::backtest::Verdict;
use serde::Deserialize;

use super::percent;
use crate::fault::{Answer, Fault, render};
use crate::parts::charts::caption;
use crate::parts::frame::Frame;
use crate::parts::source;
use crate::visit::{Query, Visit};
use crate::{Page, asked};

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    horizon: Option<String>,
}

#[derive(Template)]
#[template(path = "public/outlook/backtest.html")]
struct BacktestPage {
    frame: Frame,
    horizon: i16,
    told: Vec<String>,
    calibration: Option<String>,
    rows: Vec<Row>,
    note: String,
}

/// How well one variable was told.
struct Row {
    name: String,
    forecasts: usize,
    /// RMSE, CRPS of the outlook and its two rivals, Brier of the same, places off.
    errors: Vec<String>,
    inner: i64,
    outer: i64,
}

/// Years ahead that are judged.
pub(crate) const HORIZONS: [i16; 3] = [1, 2, 3];

/// The page.
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let lang = visit.lang;
    let horizon = asked::written(&asked.horizon).and_then(|text| text.parse().ok());
    let horizon = horizon.filter(|years| HORIZONS.contains(years)).unwrap_or(HORIZONS[0]);
    let verdicts: Arc<Vec<Verdict>> = visit.app.outlooks().verdicts(&visit.snapshot, horizon).await?;
    let edition = visit.snapshot.editions.latest().ok_or(Fault::Missing)?;
    let name = |variable: Variable| match variable {
        Variable::Total6 => say(lang, "backtest-total-6"),
        Variable::Total => asked::item_name(lang, &edition.structure, Item::Total),
        Variable::Dimension(number) => asked::item_name(lang, &edition.structure, Item::Dimension(number)),
    };
    let row = |verdict: &Verdict| Row {
        name: name(verdict.variable),
        inner: percent(verdict.coverage[0]),
        outer: percent(verdict.coverage[1]),
        forecasts: verdict.forecasts,
        errors: errors(lang, verdict),
    };
    let of = |variable| verdicts.iter().find(|verdict| verdict.variable == variable);
    let six = of(Variable::Total6);
    render(&BacktestPage {
        told: six.zip(of(Variable::Total)).map(|(six, total)| told(lang, six, total)).unwrap_or_default(),
        calibration: six.map(|verdict| calibration(lang, verdict)),
        rows: verdicts.iter().map(row).collect(),
        note: source::note(lang, edition, None),
        frame: visit.frame(Page::Backtest, say(lang, "backtest-title")).under(Page::Outlook),
        horizon,
    })
}

fn errors(lang: Lang, verdict: &Verdict) -> Vec<String> {
    let scores = std::iter::once(verdict.rmse).chain(verdict.crps).chain(verdict.brier_first);
    let scores = scores.map(|score| look::number::decimals(lang, score, 3));
    scores.chain([look::number::decimals(lang, verdict.rank_error, 1)]).collect()
}

/// How much better than the base rate, of the total that was tried most and of today's, and how often the intervals held.
fn told(lang: Lang, six: &Verdict, total: &Verdict) -> Vec<String> {
    let better = |key: &str, verdict: &Verdict| {
        let [own, last, base] = verdict.brier_first;
        let said = [
            ("n", verdict.forecasts.into()),
            ("gain", percent(1.0 - own / base).into()),
            ("last", percent(1.0 - last / base).into()),
        ];
        say_with(lang, key, &said)
    };
    let coverage = [
        ("inner", percent(six.coverage[0]).into()),
        ("outer", percent(six.coverage[1]).into()),
        ("places", look::number::decimals(lang, six.rank_error, 1).into()),
    ];
    let better = [better("backtest-gain", six), better("backtest-gain-total", total)];
    vec![better.join(" "), say_with(lang, "backtest-coverage", &coverage)]
}

fn calibration(lang: Lang, verdict: &Verdict) -> String {
    let bins = verdict.calibration.iter().filter(|bin| bin.forecasts > 0);
    let bins = bins.map(|bin| chart::Bin { given: bin.said, happened: bin.came, count: bin.forecasts });
    let caption = caption(
        lang,
        "calibration",
        &say(lang, "backtest-calibration"),
        say(lang, "backtest-calibration-said"),
    );
    let axes = (say(lang, "backtest-given"), say(lang, "backtest-happened"));
    Calibration { caption, bins: bins.collect(), axes }.svg()
}
