//! Every answer is what an independent calculation says: `independent/answers.py`, written from the rules alone.
//!
//! A sample goes through the program itself, each time the tests run. All of some 690,000 questions go through
//! the code behind it with `cargo test --test independent -- --ignored` (minutes; optimise `scores` for it).

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use scores::Editions;
use serde_json::Value;
use web::api::{explain, ranking, standing, target};

// Prime steps, so that a sample walks through provinces, years and items alike.

#[test]
fn a_sample_of_rankings_agrees_at_the_front_door() {
    agrees_at_the_door(&["--only", "ranking", "--every", "97"]);
}

#[test]
fn a_sample_of_standings_agrees_at_the_front_door() {
    agrees_at_the_door(&["--only", "standing", "--every", "131"]);
}

#[test]
fn a_sample_of_verdicts_agrees_at_the_front_door() {
    agrees_at_the_door(&["--only", "target", "--every", "40009"]);
}

#[test]
fn a_sample_of_explanations_agrees_at_the_front_door() {
    agrees_at_the_door(&["--only", "explain", "--every", "14009"]);
}

fn agrees_at_the_door(sample: &[&str]) {
    let (cases, mut child) = answers(sample);
    assert!(cases.len() > 8, "{}", cases.len());
    for (args, expected) in cases {
        let output =
            Command::new(env!("CARGO_BIN_EXE_nanghang")).args(&args).args(["--format", "json"]).output();
        let output = output.expect("the program runs");
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        let answer = serde_json::from_slice(&output.stdout).expect("JSON");
        agree(&expected, &answer).unwrap_or_else(|at| panic!("{args:?}{at}"));
    }
    assert!(child.wait().expect("the calculation ends").success());
}

#[test]
#[ignore = "takes minutes: the whole sweep"]
fn every_answer_agrees() {
    let editions = Editions::embedded(2011..=2024);
    let mut child = calculation(&[]);
    let lines = BufReader::new(child.stdout.take().expect("piped")).lines();
    let (mut asked, mut wrong) = (0, Vec::new());
    for (args, expected) in lines.map(|line| case(&line.expect("a line"))) {
        asked += 1;
        if let Err(at) = agree(&expected, &answer(&args, &editions)) {
            wrong.push(format!("{args:?}{at}"));
        }
    }
    assert!(child.wait().expect("the calculation ends").success());
    assert!(asked > 600_000, "{asked}");
    assert!(wrong.is_empty(), "{} of {asked}:\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
}

type Case = (Vec<String>, Value);

fn answers(options: &[&str]) -> (Vec<Case>, Child) {
    let mut child = calculation(options);
    let lines = BufReader::new(child.stdout.take().expect("piped")).lines();
    (lines.map(|line| case(&line.expect("a line"))).collect(), child)
}

fn calculation(options: &[&str]) -> Child {
    let here = env!("CARGO_MANIFEST_DIR");
    let mut python = Command::new("python3");
    python
        .arg(format!("{here}/tests/independent/answers.py"))
        .arg(format!("{here}/../../data"))
        .args(options);
    python.stdout(Stdio::piped()).spawn().expect("python3, which scripts/setup installs")
}

fn case(line: &str) -> Case {
    let mut case: Value = serde_json::from_str(line).expect("JSON");
    (serde_json::from_value(case["args"].take()).expect("arguments"), case["answer"].take())
}

/// The answer of the code behind the command.
fn answer(args: &[String], editions: &Editions) -> Value {
    let all = |name: &str| {
        args.windows(2).filter(|pair| pair[0] == name).map(|pair| pair[1].clone()).collect::<Vec<_>>()
    };
    let option = |name: &str| all(name).into_iter().next();
    let flag = |name: &str| args.iter().any(|arg| arg == name);
    let (year, units, dimension) = (option("--year"), option("--units"), option("--dimension"));
    let province = option("--province").unwrap_or_default();
    let json = match args[0].as_str() {
        "ranking" => {
            let ranking = ranking::Question { year, dimension, units }.answer(editions);
            serde_json::to_value(ranking::rows(&ranking.expect("a ranking")))
        }
        "standing" => {
            let standing = standing::Question { year, units }.answer(&province, editions);
            serde_json::to_value(standing.expect("a standing"))
        }
        "target" => {
            let (rank, group, score, improve) =
                (option("--rank"), option("--group"), option("--score"), option("--improve"));
            let (each_dimension, points, conditions) =
                (flag("--each-dimension"), flag("--points"), all("--if"));
            let path = None;
            let question = target::Question {
                year,
                units,
                dimension,
                rank,
                group,
                each_dimension,
                score,
                improve,
                points,
                conditions,
                path,
            };
            serde_json::to_value(question.answer(&province, editions).expect("a verdict"))
        }
        _ => {
            let question = explain::Question { from: option("--from"), to: option("--to"), dimension, units };
            serde_json::to_value(question.answer(&province, editions).expect("an explanation"))
        }
    };
    json.expect("JSON")
}

/// What is expected is there, numbers to 1e-9; more fields may be, but none that appears only where it applies.
fn agree(expected: &Value, answer: &Value) -> Result<(), String> {
    let differ = || Err(format!(": {answer} instead of {expected}"));
    match (expected, answer) {
        (Value::Number(a), Value::Number(b)) => match a.as_f64().zip(b.as_f64()) {
            Some((a, b)) if (a - b).abs() < 1e-9 => Ok(()),
            _ => differ(),
        },
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            let agree = |(at, (a, b))| agree(a, b).map_err(|why| format!("[{at}]{why}"));
            a.iter().zip(b).enumerate().try_for_each(agree)
        }
        (Value::Object(a), Value::Object(b)) => {
            let ranking_row = a.contains_key("province") && a["province"].is_string();
            if ranking_row
                && ["missing", "partial"].iter().any(|field| a.contains_key(*field) != b.contains_key(*field))
            {
                return differ();
            }
            a.iter().try_for_each(|(key, value)| {
                let found = b.get(key).ok_or_else(|| format!(".{key}: not there"))?;
                agree(value, found).map_err(|why| format!(".{key}{why}"))
            })
        }
        (a, b) if a == b => Ok(()),
        _ => differ(),
    }
}
