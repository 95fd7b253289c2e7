//! The crate against the answers of the field's reference, case by case (`oracle/README.md` says where they are from).

#![allow(clippy::unwrap_used, reason = "a test that unwraps fails where it stands")]

use std::path::PathBuf;

use estimate::{Fault, Files, Frame, Outcome, answers};
use serde_json::Value;

/// What is no figure in a row.
const LABELS: [&str; 25] = [
    "variable",
    "level",
    "variable2",
    "level2",
    "numerator",
    "denominator",
    "stratum",
    "method",
    "p",
    "qrule",
    "interval",
    "contrast",
    "base",
    "row",
    "column",
    "statistic",
    "test",
    "term",
    "summary",
    "data_row",
    "replicate",
    "score",
    "code",
    "compare",
    "group",
];

struct Folder;

impl Folder {
    fn path(name: &str) -> PathBuf {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/oracle").join(name)
    }

    fn bytes(name: &str) -> Result<Vec<u8>, Fault> {
        let path = Self::path("data").join(name);
        std::fs::read(path).map_err(|_| Fault::NoSuchFile { name: name.to_owned() })
    }
}

impl Files for Folder {
    fn survey(&self, name: &str) -> Result<Frame, Fault> {
        Frame::from_csv(&Self::bytes(name)?, |_| true)
    }

    fn replicates(&self, name: &str) -> Result<Frame, Fault> {
        self.survey(name)
    }

    fn joint(&self, name: &str) -> Result<Frame, Fault> {
        Frame::from_bare_csv(&Self::bytes(name)?)
    }
}

#[test]
fn every_case_is_answered_as_the_reference_answers_it() {
    let text = std::fs::read_to_string(Folder::path("cases.json")).unwrap();
    let sheet: Value = serde_json::from_str(&text).unwrap();
    let cases = sheet["cases"].as_array().unwrap();
    let answers = answers(&text, &Folder).unwrap();
    assert_eq!(cases.len(), answers.len());

    let wrong: Vec<String> = cases
        .iter()
        .zip(&answers)
        .filter_map(|(case, answer)| Some(format!("{}: {}", answer.id, difference(case, &answer.outcome)?)))
        .collect();

    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// The first thing in which an answer differs from the case's own.
fn difference(case: &Value, outcome: &Outcome) -> Option<String> {
    let got = match (outcome, case["error"].as_str()) {
        (Outcome::Error(got), Some(want)) => {
            return (!got.starts_with(want)).then(|| format!("{got}, expected {want}"));
        }
        (Outcome::Error(got), None) => return Some(got.clone()),
        (Outcome::Results(_), Some(want)) => return Some(format!("no error, expected {want}")),
        (Outcome::Results(rows), None) => serde_json::to_value(rows).unwrap(),
    };
    let rows = got.as_array().unwrap();
    case["results"].as_array().unwrap().iter().find_map(|want| {
        let key = label(want);
        let Some(row) = rows.iter().find(|row| label(row) == key) else {
            return Some(format!("no row for {key}"));
        };
        let figures = want.as_object().unwrap().iter();
        let mut figures = figures.filter(|(name, _)| !LABELS.contains(&name.as_str()) && *name != "domain");
        figures.find_map(|(name, value)| {
            let holds = holds(name, value, &row[name], want, &case["tolerance"]);
            (!holds).then(|| format!("{key}: {name} is {}, expected {value}", row[name]))
        })
    })
}

fn holds(name: &str, want: &Value, got: &Value, row: &Value, tolerance: &Value) -> bool {
    let (Some(a), Some(b)) = (want.as_f64(), got.as_f64()) else { return want == got };
    let own = &tolerance["fields"][name];
    let part = |key: &str, or: f64| own[key].as_f64().or(tolerance[key].as_f64()).unwrap_or(or);
    let estimate = row["estimate"].as_f64().unwrap_or(0.0).abs();
    let limit = part("abs", 0.0)
        + part("rel", 1e-9) * a.abs()
        + own["of_estimate"].as_f64().unwrap_or(0.0) * estimate;
    (a - b).abs() <= limit
}

/// What a row is about.
fn label(row: &Value) -> String {
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => format!("{}", number.as_f64().unwrap()),
        other => other.to_string(),
    };
    let labels = LABELS.iter().filter(|name| !row[**name].is_null());
    let mut parts: Vec<String> = labels.map(|name| format!("{name}={}", text(&row[*name]))).collect();
    if let Some(domain) = row["domain"].as_object() {
        let mut domain: Vec<String> =
            domain.iter().map(|(key, value)| format!("{key}={}", text(value))).collect();
        domain.sort();
        parts.extend(domain);
    }
    parts.join(" ")
}
