//! What must hold of any sample: rules of estimation that no table of answers can show.

#![allow(clippy::unwrap_used, reason = "a test that unwraps fails where it stands")]

use estimate::{
    Calibrate, Column, Distance, Fault, Frame, PopulationTotal, ReplicateKind, Replicates, Replication,
    Request, Row, Sampling, Survey, Weighting,
};
use proptest::prelude::*;

/// A person: stratum, unit, weight, answer, a second figure.
type Person = (u8, u8, f64, f64, f64);

fn people() -> impl Strategy<Value = Vec<Person>> {
    let person = (0_u8..3, 0_u8..3, 0.5..20.0, -50.0..50.0, 1.0..9.0);
    // Every stratum has three units, so that none is lonely.
    let sure: Vec<Person> =
        (0..9).map(|at| (at / 3, at % 3, 1.0 + f64::from(at), f64::from(at * at), 2.0)).collect();
    proptest::collection::vec(person, 0..40).prop_map(move |more| [sure.clone(), more].concat())
}

fn frame(people: &[Person]) -> Frame {
    let column = |of: &dyn Fn(&Person) -> f64| Column::Numbers(people.iter().map(of).collect());
    Frame::new(vec![
        ("stratum".into(), column(&|p| f64::from(p.0))),
        ("unit".into(), column(&|p| f64::from(p.0 * 10 + p.1))),
        ("w".into(), column(&|p| p.2)),
        ("y".into(), column(&|p| p.3)),
        ("x".into(), column(&|p| p.4)),
        ("half".into(), column(&|p| f64::from(u8::from(p.4 > 4.0)))),
    ])
    .unwrap()
}

fn sampling() -> Sampling {
    Sampling {
        ids: vec!["unit".into()],
        strata: vec!["stratum".into()],
        weights: Some("w".into()),
        ..Sampling::default()
    }
}

fn survey(people: &[Person]) -> Survey {
    Survey::new(frame(people), &sampling(), None).unwrap()
}

fn ask(survey: &Survey, request: &str) -> Vec<Row> {
    serde_json::from_str::<Request>(request).unwrap().answer(survey).unwrap()
}

fn figures(survey: &Survey, request: &str) -> (f64, f64) {
    let rows = ask(survey, request);
    (rows[0].get("estimate").unwrap(), rows[0].get("se").unwrap())
}

fn near(a: f64, b: f64, scale: f64) -> bool {
    (a - b).abs() <= 1e-9 * (1.0 + a.abs().max(b.abs()).max(scale))
}

const MEAN: &str = r#"{"type":"mean","variables":["y"]}"#;
const TOTAL: &str = r#"{"type":"total","variables":["y"]}"#;

proptest! {
    #[test]
    fn scaled_weights_leave_means_and_scale_totals(people in people(), by in 0.1..50.0_f64) {
        let scaled: Vec<Person> = people.iter().map(|p| (p.0, p.1, p.2 * by, p.3, p.4)).collect();
        let (before, after) = (survey(&people), survey(&scaled));
        let ((m, se), (m2, se2)) = (figures(&before, MEAN), figures(&after, MEAN));
        prop_assert!(near(m, m2, 50.0) && near(se, se2, 50.0));
        let ((t, se), (t2, se2)) = (figures(&before, TOTAL), figures(&after, TOTAL));
        prop_assert!(near(t * by, t2, 1e4 * by) && near(se * by, se2, 1e4 * by));
    }

    /// Two strata alike in every unit say the same as one of both: the estimate is one, and of n units each V of the
    /// merged stratum is 2(n − 1)/(2n − 1) times that of the two, since V_h = n/(n − 1) · Σ(z − z̄)².
    #[test]
    fn two_strata_alike_merge_into_one(units in proptest::collection::vec((0.5..20.0_f64, -50.0..50.0_f64), 2..12)) {
        let column = |of: &dyn Fn(usize) -> f64| Column::Numbers((0..2 * units.len()).map(of).collect());
        let n = units.len();
        let frame = Frame::new(vec![
            ("two".into(), column(&|at| (at / n) as f64)),
            ("w".into(), column(&|at| units[at % n].0)),
            ("y".into(), column(&|at| units[at % n].1)),
        ]).unwrap();
        let of = |strata: &[&str]| {
            let strata = strata.iter().map(|&name| name.to_owned()).collect();
            let sampling = Sampling { strata, weights: Some("w".into()), ..Sampling::default() };
            Survey::new(frame.clone(), &sampling, None).unwrap()
        };
        let (two, one) = (of(&["two"]), of(&[]));
        let share = (2.0 * (n as f64 - 1.0) / (2.0 * n as f64 - 1.0)).sqrt();
        for request in [MEAN, TOTAL] {
            let ((apart, se), (merged, se_merged)) = (figures(&two, request), figures(&one, request));
            prop_assert!(near(apart, merged, 1e4) && near(se * share, se_merged, 1e4), "{request}: {se} {se_merged}");
        }
    }

    /// Domains share the sample: the contrast of two is their difference, with the covariance counted.
    #[test]
    fn a_difference_of_domains_is_that_of_their_means(people in people()) {
        let survey = survey(&people);
        let parts = ask(&survey, r#"{"type":"mean","variables":["y"],"by":["half"]}"#);
        prop_assume!(parts.len() == 2);
        let contrast = figures(&survey, r#"{"type":"contrast","base":[
            {"statistic":"mean","variable":"y","domain":{"half":1}},{"statistic":"mean","variable":"y","domain":{"half":0}}],
            "contrasts":[{"name":"d","coefficients":[1,-1]}]}"#);
        let [low, high] = [0, 1].map(|at| (parts[at].get("estimate").unwrap(), parts[at].get("se").unwrap()));
        prop_assert!(near(contrast.0, high.0 - low.0, 50.0));
        prop_assert!(contrast.1 <= high.1 + low.1 + 1e-9 && contrast.1 >= (high.1 - low.1).abs() - 1e-9);
    }

    #[test]
    fn the_order_of_rows_does_not_matter(people in people(), seed in any::<u64>()) {
        let mut mixed = people.clone();
        let count = mixed.len();
        (0..count).for_each(|at| mixed.swap(at, (seed as usize).wrapping_mul(at + 7) % count));
        for request in [MEAN, TOTAL, r#"{"type":"ratio","numerator":"y","denominator":"x"}"#] {
            let (a, b) = (figures(&survey(&people), request), figures(&survey(&mixed), request));
            prop_assert!(near(a.0, b.0, 1e4) && near(a.1, b.1, 1e4));
        }
    }

    #[test]
    fn domains_add_up(people in people()) {
        let survey = survey(&people);
        let parts = ask(&survey, r#"{"type":"total","variables":["y"],"by":["half"]}"#);
        let sum: f64 = parts.iter().map(|row| row.get("estimate").unwrap()).sum();
        prop_assert!(near(sum, figures(&survey, TOTAL).0, 1e4));
    }

    #[test]
    fn of_totals_the_jackknife_and_the_linearised_error_are_one(people in people()) {
        let mut file = String::from("stratum,unit,w,y\n");
        people.iter().for_each(|p| file += &format!("{},{},{},{}\n", p.0, p.0 * 10 + p.1, p.2, p.3));
        struct One(String);
        impl estimate::Files for One {
            fn survey(&self, _: &str) -> Result<Frame, Fault> { Frame::from_csv(self.0.as_bytes(), |_| true) }
            fn replicates(&self, name: &str) -> Result<Frame, Fault> { self.survey(name) }
            fn joint(&self, name: &str) -> Result<Frame, Fault> { self.survey(name) }
        }
        let case = |replication: &str| format!(
            r#"{{"id":"a","data":"f","design":{{"ids":["unit"],"strata":["stratum"],"weights":"w"}}{replication},
               "estimator":{TOTAL}}}"#);
        let text = format!(r#"{{"cases":[{},{}]}}"#, case(""), case(r#","replication":{"type":"JKn"}"#));
        let answers = estimate::answers(&text, &One(file)).unwrap();
        let se = |at: usize| match &answers[at].outcome {
            estimate::Outcome::Results(rows) => rows[0].get("se").unwrap(),
            estimate::Outcome::Error(why) => panic!("{why}"),
        };
        prop_assert!(near(se(0), se(1), 1e4));
    }

    #[test]
    fn calibrated_totals_are_met(people in people(), method in prop_oneof![Just(Distance::Linear), Just(Distance::Raking)],
                                 up in 0.95..1.05_f64) {
        let mut survey = survey(&people);
        let sum = |of: &dyn Fn(&Person) -> f64| people.iter().map(|p| p.2 * of(p)).sum::<f64>();
        let (n, x) = (sum(&|_| 1.0) * up, sum(&|p| p.4));
        let total = |term: &str, total| PopulationTotal { term: term.into(), level: None, total };
        let step = Calibrate {
            method, terms: vec!["x".into()], intercept: true, population: vec![total("(Intercept)", n), total("x", x)],
            bounds: None, bounds_on_weights: false, variance: None, aggregate_stage: None, aggregate_by: None, trim: None,
            max_iterations: 50, epsilon: 1e-10,
        };
        match survey.weigh(&Weighting::Calibrate(step)) {
            Err(Fault::CalibrationFailed { .. }) => {}
            Err(other) => panic!("{other}"),
            Ok(()) => {
                let met: f64 = survey.weights().iter().zip(&people).map(|(w, p)| w * p.4).sum();
                prop_assert!((survey.weights().iter().sum::<f64>() - n).abs() < 1e-8 * n);
                prop_assert!((met - x).abs() < 1e-8 * x);
                // What the totals explain has no error left.
                let left = figures(&survey, r#"{"type":"total","variables":["x"]}"#).1;
                prop_assert!(left < 1e-6 * x);
            }
        }
    }
}

#[test]
fn many_bootstraps_come_near_the_linearised_error() {
    let people: Vec<Person> = (0..240_u32)
        .map(|at| {
            ((at % 3) as u8, (at / 3 % 20) as u8, 1.0 + f64::from(at % 7), f64::from(at * at % 97), 1.0)
        })
        .collect();
    let frame = {
        let unit = people.iter().map(|p| f64::from(p.0) * 100.0 + f64::from(p.1)).collect();
        let column = |of: &dyn Fn(&Person) -> f64| Column::Numbers(people.iter().map(of).collect());
        Frame::new(vec![
            ("stratum".into(), column(&|p| f64::from(p.0))),
            ("unit".into(), Column::Numbers(unit)),
            ("w".into(), column(&|p| p.2)),
            ("y".into(), column(&|p| p.3)),
        ])
        .unwrap()
    };
    let plain = Survey::new(frame, &sampling(), None).unwrap();
    for kind in [ReplicateKind::Bootstrap, ReplicateKind::MultistageBootstrap] {
        let asked: Replication =
            serde_json::from_str(r#"{"type":"bootstrap","replicates":2000,"seed":7}"#).unwrap();
        let replicates = Replicates::made(&Replication { kind, ..asked }, plain.design()).unwrap();
        let drawn = plain.clone().with_replicates(replicates);
        for request in [MEAN, TOTAL] {
            let (a, b) = (figures(&plain, request).1, figures(&drawn, request).1);
            assert!((a / b - 1.0).abs() < 0.06, "{kind:?} {request}: {a} {b}");
        }
    }
}
