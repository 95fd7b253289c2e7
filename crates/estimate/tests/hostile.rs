//! Files and requests that mean no good: a typed answer or a typed refusal, never a panic and never a silent NaN.

#![allow(clippy::unwrap_used, reason = "a test that unwraps fails where it stands")]

use estimate::{Column, Fault, Figure, Frame, LonelyPsu, Request, Sampling, Survey};
use proptest::prelude::*;

const REQUESTS: [&str; 14] = [
    r#"{"type":"mean","variables":["y","g"],"by":["g"],"ci":{"level":0.95,"df":"domain"},"cv":true,"deff":["wr","wor"]}"#,
    r#"{"type":"total","variables":["y","x"],"vcov":true,"ci":{"level":0.9}}"#,
    r#"{"type":"ratio","numerator":"y","denominator":"x","separate":true,"deff":["wr"]}"#,
    r#"{"type":"proportion","variable":"g","equals":"a","methods":["mean","asin","xlogit","logit","beta","wilson","likelihood"]}"#,
    r#"{"type":"quantile","variables":["y"],"p":[0,0.5,1],"qrules":["math","school","hf3","hf4","hf5","hf6","hf7","hf8","hf9"],
        "intervals":["mean","beta","xlogit","asin"]}"#,
    r#"{"type":"variance","variables":["y"],"sd":true}"#,
    r#"{"type":"covariance","variables":["y","x"],"correlation":true}"#,
    r#"{"type":"crosstab","rows":"g","columns":"s","cells":["total","proportion","row"],"tests":["F","Chisq","Wald","adjWald"]}"#,
    r#"{"type":"regression","response":"y","terms":["x","g","x:g"],"wald":[["g"],["x:g"],[]],"ci":{"level":0.95}}"#,
    r#"{"type":"regression","family":"binomial","response":"b","terms":["x"]}"#,
    r#"{"type":"ttest","variable":"y","group":"g"}"#,
    r#"{"type":"degf","by":["g"]}"#,
    r#"{"type":"weights","rows":[0,9999]}"#,
    r#"{"type":"contrast","base":[{"statistic":"mean","variable":"y"},{"statistic":"total","variable":"x","domain":{"g":"b"}}],
        "contrasts":[{"name":"c","expression":{"op":"log","args":[{"op":"/","args":[{"ref":0},{"ref":1}]}]}}],"test":true}"#,
];

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        Just(f64::NAN),
        Just(0.0),
        Just(1.0),
        Just(-1.0),
        Just(1e300),
        Just(-1e300),
        Just(1e-300),
        -9.0..9.0
    ]
}

fn weight() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), Just(1.0), Just(1e300), Just(1e-300), 0.0..9.0]
}

fn lonely() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just("fail"), Just("remove"), Just("certainty"), Just("adjust"), Just("average")]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_request_is_answered_or_refused(
        rows in proptest::collection::vec((0_u8..3, 0_u8..4, weight(), number(), number(), 0_u8..3), 0..12),
        lonely in lonely(), domain_lonely in any::<bool>(), request in 0..REQUESTS.len(),
        weighting in 0..4_usize, replication in 0..4_usize,
    ) {
        let text = |at: u8| ["a", "b", ""][at as usize];
        let mut file = String::from("s,u,w,y,x,g,b\n");
        for (s, u, w, y, x, g) in &rows {
            let shown = |n: &f64| if n.is_nan() { String::new() } else { format!("{n}") };
            file += &format!("{s},{s}{u},{w},{},{},{},{}\n", shown(y), shown(x), text(*g), u8::from(*y > 0.0));
        }
        let weighting = ["[]",
            r#"[{"step":"poststratify","by":["s"],"population":[{"cell":["0"],"count":0},{"cell":["1"],"count":10},{"cell":["2"],"count":5}],"partial":true}]"#,
            r#"[{"step":"calibrate","method":"raking","terms":[],"population":[{"term":"(Intercept)","total":100}]}]"#,
            r#"[{"step":"trim","lower":1,"upper":4,"strict":true}]"#][weighting];
        let replication = ["", r#""replication":{"type":"JKn"},"#, r#""replication":{"type":"bootstrap","replicates":5,"seed":1},"#,
            r#""replication":{"type":"BRR"},"#][replication];
        let case = format!(
            r#"{{"cases":[{{"id":"x","data":"f","design":{{"ids":["u"],"strata":["s"],"weights":"w","lonely_psu":"{lonely}","domain_lonely":{domain_lonely}}},
               {replication}"weighting":{weighting},"estimator":{}}}]}}"#, REQUESTS[request]);
        struct One(String);
        impl estimate::Files for One {
            fn survey(&self, _: &str) -> Result<Frame, Fault> { Frame::from_csv(self.0.as_bytes(), |_| true) }
            fn replicates(&self, name: &str) -> Result<Frame, Fault> { self.survey(name) }
            fn joint(&self, name: &str) -> Result<Frame, Fault> { self.survey(name) }
        }
        let answers = estimate::answers(&case, &One(file)).unwrap();
        match &answers[0].outcome {
            estimate::Outcome::Error(why) => prop_assert!(why.contains(": "), "{why}"),
            estimate::Outcome::Results(rows) => for row in rows {
                for (name, figure) in row.figures() {
                    prop_assert!(!matches!(figure, Figure::Number(Some(n)) if !n.is_finite()), "{name}");
                }
            },
        }
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(prop_oneof![Just(b','), Just(b'\n'), Just(b'"'),
                                      Just(b'\r'), Just(b'1'), Just(b'-'), Just(b'.'), any::<u8>()], 0..60)) {
        let _ = Frame::from_csv(&bytes, |_| true);
        let _ = Frame::from_bare_csv(&bytes);
    }
}

fn refused(sampling: &Sampling, columns: Vec<(&str, Vec<f64>)>) -> Fault {
    let columns = columns.into_iter().map(|(name, numbers)| (name.to_owned(), Column::Numbers(numbers)));
    Frame::new(columns.collect()).and_then(|frame| Survey::new(frame, sampling, None)).unwrap_err()
}

#[test]
fn a_refusal_says_which_row_it_is() {
    let weighted = Sampling { weights: Some("w".into()), ..Sampling::default() };
    let negative = refused(&weighted, vec![("w", vec![1.0, -2.0])]);
    assert_eq!(negative, Fault::NegativeWeights { row: 1, weight: -2.0 });
    let infinite = refused(&weighted, vec![("w", vec![1.0, f64::INFINITY])]);
    assert_eq!(infinite, Fault::NotFinite { what: "w".into(), row: 1 });
    let missing = refused(&weighted, vec![("w", vec![f64::NAN])]);
    assert_eq!(missing, Fault::MissingWeights { column: "w".into(), row: 0 });
    let probability = Sampling { probs: vec!["p".into()], ..Sampling::default() };
    let nought = refused(&probability, vec![("p", vec![0.5, 0.0])]);
    assert_eq!(nought, Fault::BadProbability { what: "p".into(), row: 1, value: 0.0 });
}

#[test]
fn one_unit_is_refused_and_an_empty_file_has_no_figures() {
    let frame = |file: &str| Frame::from_csv(file.as_bytes(), |_| true).unwrap();
    let request: Request = serde_json::from_str(r#"{"type":"mean","variables":["y"]}"#).unwrap();
    let one = Survey::new(frame("y\n3\n"), &Sampling::default(), None).unwrap();
    assert_eq!(request.answer(&one), Err(Fault::OnePsu));
    let nobody = Survey::new(frame("y\n"), &Sampling::default(), None).unwrap();
    assert_eq!(request.answer(&nobody), Err(Fault::AllMissing { name: "y".into() }));
}

#[test]
fn a_million_strata_are_worked_out() {
    let rows = 2_000_000;
    let numbers = |of: &dyn Fn(usize) -> f64| Column::Numbers((0..rows).map(of).collect());
    let frame = Frame::new(vec![
        ("h".into(), numbers(&|at| (at / 2) as f64)),
        ("y".into(), numbers(&|at| (at % 2) as f64)),
    ])
    .unwrap();
    let sampling = Sampling { strata: vec!["h".into()], ..Sampling::default() };
    let survey = Survey::new(frame, &sampling, None).unwrap();
    let request: Request = serde_json::from_str(r#"{"type":"total","variables":["y"]}"#).unwrap();
    let rows = request.answer(&survey).unwrap();
    // In every stratum the two differ by 1: V_h = 2 · (½² + ½²).
    assert_eq!(rows[0].get("estimate"), Some(1e6));
    assert!((rows[0].get("se").unwrap() - 1e3).abs() < 1e-9);
}

#[test]
fn a_million_lonely_strata_are_answered_or_refused_by_their_rule() {
    let numbers = |of: &dyn Fn(usize) -> f64| Column::Numbers((0..1_000_000).map(of).collect());
    let columns =
        vec![("h".to_owned(), numbers(&|at| at as f64)), ("y".to_owned(), numbers(&|at| (at % 2) as f64))];
    let frame = Frame::new(columns).unwrap();
    let request: Request = serde_json::from_str(r#"{"type":"total","variables":["y"]}"#).unwrap();
    let answer = |lonely_psu| {
        let sampling = Sampling { strata: vec!["h".into()], lonely_psu, ..Sampling::default() };
        request.answer(&Survey::new(frame.clone(), &sampling, None).unwrap())
    };
    assert!(matches!(answer(LonelyPsu::Fail), Err(Fault::LonelyPsu { stage: 1, .. })));
    let removed = answer(LonelyPsu::Remove).unwrap();
    assert_eq!((removed[0].get("estimate"), removed[0].get("se")), (Some(5e5), Some(0.0)));
    // From the mean of all, ½, every stratum is off by ½: V = 10⁶ · ¼.
    let adjusted = answer(LonelyPsu::Adjust).unwrap();
    assert!((adjusted[0].get("se").unwrap() - 500.0).abs() < 1e-6);
}

#[test]
fn weights_of_nought_leave_nothing_to_tell() {
    let frame = Frame::from_csv(b"w,y,g\n0,1,a\n0,2,b\n0,3,a\n", |_| true).unwrap();
    let sampling = Sampling { weights: Some("w".into()), ..Sampling::default() };
    let survey = Survey::new(frame, &sampling, None).unwrap();
    for request in [
        r#"{"type":"mean","variables":["y"]}"#,
        r#"{"type":"proportion","variable":"y","equals":1,"methods":["logit"]}"#,
    ] {
        let rows = serde_json::from_str::<Request>(request).unwrap().answer(&survey).unwrap();
        assert!(rows.iter().all(|row| row.get("estimate").is_none() && row.get("se").is_none()), "{request}");
    }
    let by: Request = serde_json::from_str(r#"{"type":"mean","variables":["y"],"by":["g"]}"#).unwrap();
    assert_eq!(by.answer(&survey).unwrap(), [], "nobody weighs anything in any group");
}
