//! Sizes of samples: against closed forms and printed tables, and what must hold of any plan.

use estimate::size::{Aim, Cost, Measure, Plan, Unplanned};
use proptest::prelude::*;

/// A simple random sample of a large population, for a margin of 5 points around one half.
fn simple() -> Plan {
    Plan {
        measure: Measure::Share(0.5),
        aim: Aim::Margin(0.05),
        confidence: 0.95,
        domains: 1,
        at_once: false,
        per_cluster: 1,
        likeness: 0.0,
        response: 1.0,
        population: None,
        cost: None,
    }
}

fn change(by: f64) -> Aim {
    Aim::Change { by, power: 0.8, overlap: 0.0, correlation: 0.0 }
}

#[test]
fn a_margin_of_five_points_takes_385_people_and_fewer_of_a_small_population() {
    assert!((simple().size().expect("a size").needed - 384.1459).abs() < 1e-3);
    assert_eq!(simple().size().expect("a size").answers, 385);
    // Krejcie and Morgan (1970), Educational and Psychological Measurement 30, table 1.
    for (population, printed) in [(100, 80), (500, 217), (1_000, 278), (10_000, 370), (100_000, 383)] {
        let size = Plan { population: Some(population), ..simple() }.size().expect("a size");
        assert!((size.needed - f64::from(printed)).abs() < 0.9, "{population}: {}", size.needed);
    }
}

#[test]
fn a_change_takes_two_rounds_and_the_sum_of_their_variances() {
    let plan = Plan { measure: Measure::Share(0.7), aim: change(0.1), ..simple() };
    let size = plan.size().expect("a size");
    // (1.959964 + 0.841621)² (0.21 + 0.24) / 0.01: the change is taken to the side that varies more.
    assert!((size.needed - 353.2).abs() < 0.05, "{}", size.needed);
    assert_eq!((size.rounds, size.all_answers), (2, 708));
    let mean = Plan { measure: Measure::Mean { sd: 2.0 }, aim: change(1.0), ..simple() };
    assert!((mean.size().expect("a size").needed - 62.79).abs() < 0.01);
    let aim = Aim::Change { by: 0.1, power: 0.8, overlap: 1.0, correlation: 0.5 };
    let again = Plan { measure: Measure::Mean { sd: 1.0 }, aim, ..simple() }.size().expect("a size");
    let fresh =
        Plan { measure: Measure::Mean { sd: 1.0 }, aim: change(0.1), ..simple() }.size().expect("a size");
    assert!((again.needed / fresh.needed - 0.5).abs() < 1e-12, "half the variance where all are asked again");
}

#[test]
fn clusters_cost_what_kish_says_and_the_cheapest_take_is_cochrans() {
    let plan = Plan { per_cluster: 20, likeness: 0.05, ..simple() };
    let size = plan.size().expect("a size");
    assert!((size.design_effect - 1.95).abs() < 1e-12);
    assert_eq!((size.clusters, size.answers), (38, 760));
    let cost = Some(Cost { cluster: 25.0, interview: 1.0 });
    let priced = Plan { cost, likeness: 0.04, ..plan }.size().expect("a size");
    assert_eq!(priced.cheapest_take, Some(24), "√(25 · 0.96 / 0.04)");
    assert_eq!(priced.cost, Some(25.0 * priced.clusters as f64 + priced.answers as f64));
}

#[test]
fn who_does_not_answer_is_made_up_for_until_there_is_nobody_left() {
    let size = Plan { response: 0.8, ..simple() }.size().expect("a size");
    assert_eq!((size.answers, size.asked, size.too_few), (385, 482, false));
    let village = Plan { response: 0.5, population: Some(300), ..simple() }.size().expect("a size");
    assert!(village.too_few && village.asked == 300);
}

#[test]
fn what_cannot_be_planned_is_named() {
    let wrong = |plan: Plan| plan.size().expect_err("refused");
    assert_eq!(wrong(Plan { measure: Measure::Share(1.0), ..simple() }), Unplanned::Measure);
    assert_eq!(wrong(Plan { measure: Measure::Mean { sd: f64::NAN }, ..simple() }), Unplanned::Measure);
    assert_eq!(wrong(Plan { aim: Aim::Margin(0.0), ..simple() }), Unplanned::Aim);
    assert_eq!(wrong(Plan { aim: change(0.6), ..simple() }), Unplanned::Aim);
    let aim = |power, overlap, correlation| Aim::Change { by: 0.1, power, overlap, correlation };
    assert_eq!(wrong(Plan { aim: aim(0.4, 0.0, 0.0), ..simple() }), Unplanned::Power);
    assert_eq!(wrong(Plan { aim: aim(0.8, 1.1, 0.0), ..simple() }), Unplanned::Overlap);
    assert_eq!(wrong(Plan { confidence: 1.0, ..simple() }), Unplanned::Confidence);
    assert_eq!(wrong(Plan { domains: 0, ..simple() }), Unplanned::Domains);
    assert_eq!(wrong(Plan { per_cluster: 0, ..simple() }), Unplanned::Cluster);
    assert_eq!(wrong(Plan { likeness: 1.0, ..simple() }), Unplanned::Cluster);
    assert_eq!(wrong(Plan { response: 0.0, ..simple() }), Unplanned::Response);
    assert_eq!(wrong(Plan { population: Some(1), ..simple() }), Unplanned::Population);
    let cost = Some(Cost { cluster: 1.0, interview: 0.0 });
    assert_eq!(wrong(Plan { cost, ..simple() }), Unplanned::Cost);
    assert_eq!(wrong(Plan { aim: Aim::Margin(1e-7), ..simple() }), Unplanned::TooMany);
}

fn plans() -> impl Strategy<Value = Plan> {
    let aim = prop_oneof![
        (0.005..0.2_f64).prop_map(Aim::Margin),
        (0.005..0.2_f64, 0.55..0.99_f64, 0.0..1.0_f64, 0.0..0.95_f64)
            .prop_map(|(by, power, overlap, correlation)| Aim::Change { by, power, overlap, correlation }),
    ];
    let people = prop_oneof![Just(None), (50_u64..1_000_000).prop_map(Some)];
    let design = (1_u32..60, 0.0..0.4_f64, 0.2..1.0_f64, people);
    let all = (0.25..0.75_f64, aim, 0.8..0.99_f64, 1_u32..40, any::<bool>(), design);
    all.prop_map(
        |(share, aim, confidence, domains, at_once, (per_cluster, likeness, response, population))| Plan {
            measure: Measure::Share(share),
            aim,
            confidence,
            domains,
            at_once,
            per_cluster,
            likeness,
            response,
            population,
            cost: Some(Cost { cluster: 30.0, interview: 2.0 }),
        },
    )
}

proptest! {
    #[test]
    fn what_is_asked_is_enough_and_a_cluster_less_is_not(plan in plans()) {
        let size = plan.size().expect("a size");
        match plan.aim {
            Aim::Margin(margin) => prop_assert!(size.margin <= margin * (1.0 + 1e-9)),
            Aim::Change { power, .. } => prop_assert!(size.power.expect("a power") >= power - 1e-9),
        }
        prop_assert!(size.needed > (size.clusters as f64 - 1.0) * f64::from(plan.per_cluster) - 1e-6);
        prop_assert!(size.answers <= size.asked && size.asked <= plan.population.unwrap_or(u64::MAX));
        prop_assert_eq!(size.all_answers, size.rounds * u64::from(plan.domains) * size.answers);
    }

    #[test]
    fn wishing_for_more_never_takes_fewer(plan in plans(), more in 1.0..1.5_f64) {
        let needed = |plan: &Plan| plan.size().expect("a size").needed * (1.0 + 1e-9);
        let base = needed(&plan) / (1.0 + 1e-6);
        let finer = match plan.aim {
            Aim::Margin(margin) => Aim::Margin(margin / more),
            change => change,
        };
        let alike = (plan.likeness * more).min(0.9);
        for wish in [
            Plan { aim: finer, ..plan.clone() },
            Plan { at_once: true, ..plan.clone() },
            Plan { likeness: alike, ..plan.clone() },
            Plan { population: None, ..plan.clone() },
        ] {
            prop_assert!(needed(&wish) >= base);
        }
        let fewer = Plan { response: plan.response / more, ..plan.clone() }.size().expect("a size");
        prop_assert!(fewer.asked >= plan.size().expect("a size").asked);
    }

    #[test]
    fn no_take_is_cheaper_than_the_cheapest(likeness in 0.01..0.4_f64, cluster in 0.5..200.0_f64, other in 1_u32..200) {
        let plan = Plan { likeness, cost: Some(Cost { cluster, interview: 1.0 }), ..simple() };
        let take = plan.size().expect("a size").cheapest_take.expect("a take");
        // Of a person's worth of a simple random sample, before anything is rounded.
        let price = |m: f64| (cluster / m + 1.0) * (1.0 + (m - 1.0) * likeness);
        let near = price(f64::from(take)).min(price(f64::from(take) + 0.5)).min(price((f64::from(take) - 0.5).max(1.0)));
        prop_assert!(near <= price(f64::from(other)) * (1.0 + 1e-3));
    }
}
