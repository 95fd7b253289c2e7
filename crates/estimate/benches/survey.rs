//! How long estimates take on a survey of PAPI's size: `cargo bench -p estimate`.

#![allow(clippy::unwrap_used, reason = "a bench that unwraps fails where it stands")]

use divan::{Bencher, black_box};
use estimate::{Frame, Replicates, Replication, Request, Sampling, Survey};

#[path = "../examples/papi_like.rs"]
mod papi_like;

use papi_like::INDICATORS;

fn main() {
    divan::main();
}

fn file() -> String {
    let mut bytes = Vec::new();
    papi_like::write(&mut bytes, 1).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn survey() -> Survey {
    let sampling = Sampling {
        ids: vec!["psu".into()],
        strata: vec!["stratum".into()],
        weights: Some("w".into()),
        ..Sampling::default()
    };
    Survey::new(Frame::from_csv(file().as_bytes(), |_| true).unwrap(), &sampling, None).unwrap()
}

fn means() -> Request {
    let names: Vec<String> = (1..=INDICATORS).map(|at| format!("\"q{at:03}\"")).collect();
    let text = format!(r#"{{"type":"mean","variables":[{}],"by":["province"]}}"#, names.join(","));
    serde_json::from_str(&text).unwrap()
}

#[divan::bench]
fn the_file_is_read(bencher: Bencher<'_, '_>) {
    let file = file();
    bencher.bench_local(|| Frame::from_csv(black_box(file.as_bytes()), |_| true).unwrap());
}

#[divan::bench]
fn means_by_province_with_linearised_errors(bencher: Bencher<'_, '_>) {
    let (survey, means) = (survey(), means());
    bencher.bench_local(|| means.answer(black_box(&survey)).unwrap());
}

#[divan::bench]
fn means_by_province_with_500_bootstraps(bencher: Bencher<'_, '_>) {
    let survey = survey();
    let asked: Replication =
        serde_json::from_str(r#"{"type":"bootstrap","replicates":500,"seed":1}"#).unwrap();
    let replicates = Replicates::made(&asked, survey.design()).unwrap();
    let (survey, means) = (survey.with_replicates(replicates), means());
    bencher.bench_local(|| means.answer(black_box(&survey)).unwrap());
}
