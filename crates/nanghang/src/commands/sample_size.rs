//! `nanghang sample-size`: how many people a survey of one's own must ask.

use estimate::size::{Aim, Cost, Measure, Plan, Size};
use look::{Lang, say};
use web::api::sheet::Sheet;
use web::parts::size::sentences;

use crate::cli::Format;
use crate::output::{self, Fault};

/// Options of the command. Shares, margins and changes of a share are in points of a hundred.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(id = "size_domains", long = "domains", value_name = "N", default_value_t = 1)]
    domains: u32,
    #[arg(id = "size_change", long = "change", value_name = "POINTS", conflicts_with = "size_margin")]
    change: Option<f64>,
    #[arg(
        id = "size_margin",
        long = "margin",
        value_name = "POINTS",
        required_unless_present = "size_change"
    )]
    margin: Option<f64>,
    #[arg(id = "size_share", long = "share", value_name = "PERCENT", default_value_t = 50.0)]
    share: f64,
    #[arg(id = "size_sd", long = "sd", value_name = "SD", conflicts_with = "size_share")]
    sd: Option<f64>,
    #[arg(id = "size_confidence", long = "confidence", value_name = "P", default_value_t = 0.95)]
    confidence: f64,
    #[arg(id = "size_power", long = "power", value_name = "P", default_value_t = 0.8)]
    power: f64,
    #[arg(id = "size_at_once", long = "all-at-once")]
    at_once: bool,
    #[arg(id = "size_take", long = "per-cluster", value_name = "N", default_value_t = 1)]
    per_cluster: u32,
    #[arg(id = "size_likeness", long = "icc", value_name = "P", default_value_t = 0.05)]
    likeness: f64,
    #[arg(id = "size_response", long = "response", value_name = "P", default_value_t = 1.0)]
    response: f64,
    #[arg(id = "size_population", long = "population", value_name = "N")]
    population: Option<u64>,
    #[arg(id = "size_overlap", long = "overlap", value_name = "P", default_value_t = 0.0)]
    overlap: f64,
    #[arg(id = "size_correlation", long = "correlation", value_name = "P", default_value_t = 0.0)]
    correlation: f64,
    #[arg(
        id = "size_cluster_cost",
        long = "cluster-cost",
        value_name = "COST",
        requires = "size_interview_cost"
    )]
    cluster_cost: Option<f64>,
    #[arg(id = "size_interview_cost", long = "interview-cost", value_name = "COST")]
    interview_cost: Option<f64>,
}

/// Answers what is asked.
pub(crate) fn run(args: &Args, format: Format, lang: Lang) -> Result<(), Fault> {
    let plan = args.plan();
    let size =
        plan.size().map_err(|wrong| Fault::Wrong(say(lang, &format!("size-wrong-{}", wrong.kind()))))?;
    output::answer(format, &size, || sheet(&size), || sentences(lang, &plan, &size).join("\n") + "\n")
}

impl Args {
    fn plan(&self) -> Plan {
        let unit = if self.sd.is_some() { 1.0 } else { 100.0 };
        Plan {
            measure: self.sd.map_or(Measure::Share(self.share / 100.0), |sd| Measure::Mean { sd }),
            aim: match (self.change, self.margin) {
                (Some(by), _) => Aim::Change {
                    by: by / unit,
                    power: self.power,
                    overlap: self.overlap,
                    correlation: self.correlation,
                },
                (None, margin) => Aim::Margin(margin.unwrap_or(0.0) / unit),
            },
            confidence: self.confidence,
            domains: self.domains,
            at_once: self.at_once,
            per_cluster: self.per_cluster,
            likeness: self.likeness,
            response: self.response,
            population: self.population,
            cost: self
                .interview_cost
                .map(|interview| Cost { cluster: self.cluster_cost.unwrap_or(0.0), interview }),
        }
    }
}

fn sheet(size: &Size) -> Sheet {
    let cell = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    let header = [
        "design_effect",
        "needed",
        "clusters",
        "answers",
        "asked",
        "rounds",
        "margin",
        "power",
        "all_clusters",
        "all_answers",
        "all_asked",
        "cost",
        "cheapest_take",
    ];
    let line = [
        size.design_effect.to_string(),
        size.needed.to_string(),
        size.clusters.to_string(),
        size.answers.to_string(),
        size.asked.to_string(),
        size.rounds.to_string(),
        size.margin.to_string(),
        cell(size.power),
        size.all_clusters.to_string(),
        size.all_answers.to_string(),
        size.all_asked.to_string(),
        cell(size.cost),
        size.cheapest_take.map(|take| take.to_string()).unwrap_or_default(),
    ];
    Sheet::new(header, [line])
}
