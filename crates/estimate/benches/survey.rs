//! How long estimates take on a survey of PAPI's size: `cargo bench -p estimate`.

#![allow(clippy::unwrap_used, reason = "a bench that unwraps fails where it stands")]

use divan::{Bencher, black_box};
use estimate::{Frame, Replicates, Replication, Request, Sampling, Survey};

const PEOPLE: usize = 18_560;
const INDICATORS: usize = 120;

fn main() {
    divan::main();
}

/// A file of 63 provinces, four strata units each, 120 indicators, a tenth of the answers missing.
fn file() -> String {
    let names: Vec<String> = (1..=INDICATORS).map(|at| format!("q{at:03}")).collect();
    let mut file = format!("province,stratum,psu,w,{}\n", names.join(","));
    let mut state = 193_u64;
    let mut draw = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for person in 0..PEOPLE {
        let psu = person / 80;
        file += &format!("{},{},{psu},{}.{}", psu * 63 / 232, psu / 4, 100 + draw(900), draw(10));
        for _ in 0..INDICATORS {
            let answer = draw(10);
            file += &if answer == 9 { ",".to_owned() } else { format!(",{answer}") };
        }
        file.push('\n');
    }
    file
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
