//! `nanghang ranks --cases`: every case of a file, answered by every method, for checking against others.

use look::{Lang, say_with};
use scores::ranks::{Chances, Correction, Estimates, Sets, Shared, Truth, joint, marginal, simultaneous};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::output::{self, Fault};

/// The seed of what is simulated.
const SEED: u64 = 1;

/// A file of cases.
#[derive(Debug, Deserialize)]
struct File {
    cases: Vec<Case>,
}

/// A case; answers that it may carry are not read.
#[derive(Debug, Deserialize)]
struct Case {
    id: String,
    units: Vec<Value>,
    x: Vec<f64>,
    se: Vec<f64>,
    coverage: f64,
    tau: usize,
    groups: Option<Vec<Value>>,
    #[serde(default)]
    rho: f64,
}

/// Prints `[{"id", "results"}]`; a case that cannot be answered has an `error` and the others go on.
pub(super) fn run(text: &str, lang: Lang) -> Result<(), Fault> {
    let unread = |fault: serde_json::Error| {
        Fault::Refused(say_with(lang, "cli-cases-unread", &[("reason", fault.to_string().into())]))
    };
    let file: File = serde_json::from_str(text).map_err(unread)?;
    let answers: Vec<Value> = file.cases.iter().map(answer).collect();
    let text = serde_json::to_string_pretty(&answers).map_err(anyhow::Error::from)?;
    output::print(&(text + "\n"))
}

fn answer(case: &Case) -> Value {
    match estimates(case) {
        Ok(estimates) => json!({ "id": case.id, "results": results(case, &estimates) }),
        Err(unfit) => json!({ "id": case.id, "error": unfit }),
    }
}

fn estimates(case: &Case) -> Result<Estimates, String> {
    let number = |groups: &Vec<Value>, own: &Value| groups.iter().position(|group| group == own).unwrap_or(0);
    let shared = case.groups.as_ref().map(|groups| Shared {
        groups: groups.iter().map(|own| number(groups, own)).collect(),
        rho: case.rho,
    });
    if case.units.len() != case.x.len() || !(case.coverage > 0.0 && case.coverage < 1.0) {
        return Err("units and x must be as many, coverage between 0 and 1".to_owned());
    }
    Estimates::with(case.x.clone(), case.se.clone(), shared).map_err(|unfit| unfit.to_string())
}

fn results(case: &Case, estimates: &Estimates) -> Map<String, Value> {
    let mut results = Map::new();
    let mut put = |key: &str, value: Value| results.insert(key.to_owned(), value);
    put("rank", json!(estimates.ranks()));
    for (key, correction) in
        [("joint_sidak", Correction::Sidak), ("joint_bonferroni", Correction::Bonferroni)]
    {
        let region = joint::region(estimates, case.coverage, correction);
        put(key, with("z", json!(region.z), &region.sets));
    }
    let single = marginal::single(estimates, case.coverage);
    put("marginal_single", with("critical", json!(single.critical), &single.sets));
    let step = marginal::stepwise(estimates, case.coverage);
    put("marginal_step", with("critical_last", json!(step.critical), &step.sets));
    let (single, step) = simultaneous::both(estimates, case.coverage, simultaneous::DRAWS, SEED);
    let best: Vec<&Value> =
        step.sets.may_be_among(case.tau).into_iter().map(|unit| &case.units[unit]).collect();
    put("simultaneous_single", with("critical", json!(single.critical), &single.sets));
    put("simultaneous_step", with("critical", json!(step.critical), &step.sets));
    put("tau_best", json!({ "tau": case.tau, "units": best }));
    for (key, truth) in [("flat", Truth::Flat), ("shrunk", Truth::Shrunk)] {
        if let Some(chances) = Chances::of(estimates, truth) {
            put(key, distribution(&chances, estimates.count(), case.tau));
        }
    }
    results
}

fn with(key: &str, value: Value, sets: &Sets) -> Value {
    let mut answer = json!({ "L": sets.best, "U": sets.worst });
    answer[key] = value;
    answer
}

fn distribution(chances: &Chances, count: usize, tau: usize) -> Value {
    let each = |of: &dyn Fn(usize) -> f64| (0..count).map(of).collect::<Vec<_>>();
    let quantiles = |level| (0..count).map(|unit| chances.quantile(unit, level)).collect::<Vec<_>>();
    let mut answer = json!({
        "expected_rank": each(&|unit| chances.expected(unit)),
        "p_top": each(&|unit| chances.among(unit, tau)),
        "q05": quantiles(0.05),
        "q95": quantiles(0.95),
    });
    if let Some(between) = chances.between_variance {
        answer["between_variance"] = json!(between);
    }
    answer
}
