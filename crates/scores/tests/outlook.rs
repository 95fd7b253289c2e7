//! What keeps the outlook honest: it sees no later edition, finds nothing where there is nothing, covers what it says,
//! and reaches on the published editions what it is known to reach.

mod chance;

use chance::Chance;
use places::country;
use scores::outlook::{
    Ask, Drawn, Draws, EachLift, Lift, Memory, Outlook, Panel, PanelYear, Periods, Renewal, Variable,
    backtest,
};
use scores::{Editions, Group};

fn panel() -> Panel {
    let set = country().set("63").expect("the 63");
    Panel::read(&Editions::embedded(2011..=2024), set, 2024, Periods::embedded()).expect("a past")
}

fn ask(target: i16, draws: usize) -> Ask {
    Ask { target, renewal: Renewal::Unknown, draws, seed: 1 }
}

fn outlook(as_of: i16, target: i16, draws: usize) -> Outlook {
    let set = country().set("63").expect("the 63");
    let editions = Editions::embedded(2011..=2024);
    Outlook::new(&editions, set, as_of, Periods::embedded(), ask(target, draws)).expect("an outlook")
}

fn bac_lieu() -> usize {
    let set = country().set("63").expect("the 63");
    set.position(set.by_code("95").expect("Bạc Liêu").id).expect("in the set")
}

#[test]
fn a_forecast_sees_no_later_edition() {
    let full = panel();
    let mut scrambled = full.clone();
    let mut chance = Chance::new(5);
    for year in scrambled.years.iter_mut().filter(|year| year.year > 2020) {
        for score in year.scores.iter_mut().flatten() {
            *score = Some(chance.uniform() * 10.0);
        }
    }
    let at = |panel: &Panel| Draws::new(&panel.until(2020), ask(2022, 200)).expect("futures");
    assert_eq!(at(&full), at(&scrambled));
}

#[test]
fn where_provinces_are_shuffled_nothing_is_gained() {
    let mut gains = Vec::new();
    for seed in 0..4 {
        let mut shuffled = panel();
        let mut chance = Chance::new(seed);
        for year in &mut shuffled.years {
            let order = chance.shuffled(shuffled.count);
            for scores in &mut year.scores {
                *scores = order.iter().map(|unit| scores[*unit]).collect();
            }
        }
        let plan = backtest::Plan { draws: 500, seed, renewals_known: false };
        let verdicts = backtest::verdicts(&backtest::forecasts(&shuffled, 1, plan), 1);
        let total = verdicts.iter().find(|verdict| verdict.variable == Variable::Total6).expect("total6");
        gains.push(1.0 - total.brier_first[0] / total.brier_first[2]);
    }
    let mean = gains.iter().sum::<f64>() / gains.len() as f64;
    assert!((-0.05..0.03).contains(&mean), "{gains:?}");
}

#[test]
fn known_shares_are_recovered_and_intervals_cover_what_they_say() {
    let (mut shares, mut inside, mut all) = ([0.0; 3], 0, 0);
    const PANELS: u64 = 12;
    for seed in 0..PANELS {
        let whole = synthetic(seed, [0.30, 0.35, 0.35]);
        let known = whole.until(2024);
        let memory = Memory::of(&known);
        for dimension in 0..8 {
            for (sum, share) in shares.iter_mut().zip(memory.shares(dimension)) {
                *sum += share / (8 * PANELS) as f64;
            }
        }
        let draws = Draws::new(&known, Ask { renewal: Renewal::No, ..ask(2025, 1000) }).expect("futures");
        let drawn = Drawn::of(&draws, Variable::Total);
        let came: Vec<f64> =
            (0..63).map(|u| (0..8).map(|k| whole.years[14].scores[k][u].expect("a score")).sum()).collect();
        let mean = came.iter().sum::<f64>() / 63.0;
        for (unit, came) in came.iter().enumerate() {
            let quantiles = drawn.summary(unit).quantiles;
            inside += usize::from((quantiles[1]..=quantiles[2]).contains(&(came - mean)));
            all += 1;
        }
    }
    for (found, meant) in shares.into_iter().zip([0.30, 0.35, 0.35]) {
        assert!((found - meant).abs() < 0.06, "{shares:?}");
    }
    let coverage = inside as f64 / all as f64;
    assert!((0.74..0.84).contains(&coverage), "{coverage}");
}

/// Fifteen years of 63 units in eight dimensions that correlate 0.3, the last year one of the last period.
fn synthetic(seed: u64, shares: [f64; 3]) -> Panel {
    let mut chance = Chance::new(1000 + seed);
    let mut part = |share: f64| -> Vec<[f64; 8]> {
        let mut unit = || {
            let common = chance.normal();
            std::array::from_fn(|_| {
                share.sqrt() * (0.3_f64.sqrt() * common + 0.7_f64.sqrt() * chance.normal())
            })
        };
        (0..63).map(|_| unit()).collect()
    };
    let lasting = part(shares[0]);
    let mut period = part(shares[1]);
    let mut years = Vec::new();
    for year in 2011..=2025 {
        let first =
            [2011, 2015, 2018, 2021].into_iter().rev().find(|first| *first <= year).expect("a period");
        if first == year {
            period = part(shares[1]);
        }
        let own = part(shares[2]);
        let score = |k: usize, u: usize| Some(5.0 + 0.4 * (lasting[u][k] + period[u][k] + own[u][k]));
        let scores = (0..8).map(|k| (0..63).map(|u| score(k, u)).collect()).collect();
        years.push(PanelYear { year, period: first, scores });
    }
    Panel { count: 63, dimensions: (1..=8).collect(), years }
}

#[test]
fn chances_of_the_first_add_up_groups_do_and_the_total_is_the_sum_of_its_dimensions() {
    let outlook = outlook(2024, 2025, 500);
    for drawn in &outlook.drawn {
        let first: f64 = (0..63).map(|unit| drawn.within(unit, 20)).sum();
        assert!((first - 20.0).abs() < 1e-9, "{}: {first}", drawn.variable);
        for unit in 0..63 {
            assert!((drawn.groups(unit).iter().sum::<f64>() - 1.0).abs() < 1e-9);
        }
    }
    for draw in 0..500 {
        let parts: f64 = (1..=8).map(|k| outlook.draws.absolute(draw, 7, Variable::Dimension(k))).sum();
        assert!((outlook.draws.absolute(draw, 7, Variable::Total) - parts).abs() < 1e-9);
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_nearly_the_same_chances() {
    let panel = panel();
    let draw = |seed| Draws::new(&panel, Ask { seed, ..ask(2025, 4000) }).expect("futures");
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool");
    assert_eq!(alone.install(|| draw(1)), draw(1));
    let (one, other) = (Drawn::of(&draw(1), Variable::Total), Drawn::of(&draw(2), Variable::Total));
    for unit in 0..63 {
        assert!((one.within(unit, 20) - other.within(unit, 20)).abs() < 0.03, "unit {unit}");
    }
}

#[test]
fn the_unit_of_measurement_of_a_year_does_not_matter_for_ranks() {
    let plain = panel();
    let mut scaled = plain.clone();
    let row = scaled.dimensions.iter().position(|number| *number == 3).expect("dimension 3");
    for score in scaled.years[12].scores[row].iter_mut().flatten() {
        *score = 2.0 * *score + 1.0;
    }
    let of = |panel: &Panel| {
        Drawn::of(&Draws::new(panel, ask(2025, 1000)).expect("futures"), Variable::Dimension(3))
    };
    let (plain, scaled) = (of(&plain), of(&scaled));
    for unit in 0..63 {
        let apart = plain.summary(unit).rank_at(0.5).abs_diff(scaled.summary(unit).rank_at(0.5));
        assert!(apart == 0 && (plain.within(unit, 20) - scaled.within(unit, 20)).abs() < 1e-9, "unit {unit}");
    }
}

#[test]
fn a_renewal_pulls_chances_to_the_base_rate() {
    let panel = panel();
    let away = |renewal| {
        let draws = Draws::new(&panel, Ask { renewal, ..ask(2025, 2000) }).expect("futures");
        let drawn = Drawn::of(&draws, Variable::Total);
        (0..63).map(|unit| (drawn.within(unit, 20) - 20.0 / 63.0).abs()).sum::<f64>()
    };
    let [renewed, unknown, kept] = [Renewal::Yes, Renewal::Unknown, Renewal::No].map(away);
    assert!(renewed < unknown && unknown < kept, "{renewed} {unknown} {kept}");
}

#[test]
fn leaving_out_an_edition_never_narrows_an_interval() {
    let panel = panel();
    let memory = Memory::of(&panel);
    let variances = |panel: &Panel, unit: usize, renewed: bool| -> Vec<f64> {
        let factor = memory.forecast(panel, unit, renewed).factor;
        (0..factor.nrows()).map(|k| factor.row(k).norm_squared()).collect()
    };
    for gone in 0..panel.years.len() - 1 {
        let mut shorter = panel.clone();
        shorter.years.remove(gone);
        for (unit, renewed) in [(0, false), (0, true), (13, false), (62, true)] {
            let pairs = variances(&panel, unit, renewed).into_iter().zip(variances(&shorter, unit, renewed));
            for (full, less) in pairs {
                assert!(full <= less + 1e-9, "{} left out", panel.years[gone].year);
            }
        }
    }
}

/// RMSE, CRPS, Brier of the first 20 and of the upper half, median rank error.
type Bar = (f64, f64, f64, f64, f64);

#[test]
fn the_bars_are_reached_on_the_published_editions() {
    let panel = panel();
    let plan = backtest::Plan { draws: 2000, seed: 1, renewals_known: false };
    let verdicts = |horizon| backtest::verdicts(&backtest::forecasts(&panel, horizon, plan), horizon);
    let one = verdicts(1);
    let find = |verdicts: &[backtest::Verdict], variable| {
        verdicts.iter().find(|verdict| verdict.variable == variable).cloned().expect("judged")
    };
    let totals: [(Variable, Bar); 2] = [
        (Variable::Total6, (1.237, 0.678, 0.144, 0.167, 10.6)),
        (Variable::Total, (1.537, 0.836, 0.160, 0.167, 10.5)),
    ];
    for (variable, (rmse, crps, first, upper, rank)) in totals {
        let own = find(&one, variable);
        assert!(own.rmse <= rmse * 1.02 && own.crps[0] <= crps * 1.02, "{own:#?}");
        assert!(own.brier_first[0] <= first + 0.005 && own.brier_upper[0] <= upper + 0.005, "{own:#?}");
        assert!(own.rank_error <= rank + 0.4 && (0.75..=0.87).contains(&own.coverage[0]), "{own:#?}");
        assert!(own.crps[0] < own.crps[1] && own.crps[0] < own.crps[2], "{own:#?}");
        assert!(
            own.brier_first[0] < own.brier_first[1] && own.brier_first[0] < own.brier_first[2],
            "{own:#?}"
        );
    }
    for (number, crps) in (1..).zip([0.188, 0.187, 0.101, 0.223, 0.114, 0.169, 0.133, 0.151]) {
        let own = find(&one, Variable::Dimension(number));
        assert!(own.crps[0] <= crps * 1.02, "{own:#?}");
    }
    for (horizon, crps, first) in [(2, 0.763, 0.170), (3, 0.810, 0.183)] {
        let own = find(&verdicts(horizon), Variable::Total6);
        assert!(own.crps[0] <= crps * 1.02 && own.brier_first[0] <= first + 0.005, "{own:#?}");
    }
}

#[test]
fn bac_lieu_as_it_looked_when_its_plan_was_written() {
    let figures = |as_of| {
        let outlook = outlook(as_of, 2025, 4000);
        let total = outlook.variable(Variable::Total).expect("the total");
        let [half, safe] = [0.5, 0.75].map(|p| Lift::to_rank(total, bac_lieu(), 20, p));
        let each = EachLift::to_group(&outlook.draws, bac_lieu(), Group::HighAverage, 0.5);
        (
            half.chance,
            half.points,
            half.stretch,
            half.one_in(),
            safe.points,
            each.expect("dimensions").whole.points,
        )
    };
    let (chance, half, stretch, one_in, safe, each) = figures(2020);
    assert!((chance - 0.11).abs() < 0.02 && (half - 1.8).abs() < 0.15, "{chance} {half}");
    assert!((stretch - 1.2).abs() < 0.1 && [7, 8, 9].contains(&one_in), "{stretch} {one_in}");
    assert!((safe - 2.9).abs() < 0.15 && (each - 4.1).abs() < 0.3, "{safe} {each}");
    let (chance, half, _, _, safe, each) = figures(2021);
    assert!((chance - 0.27).abs() < 0.02 && (half - 1.0).abs() < 0.15, "{chance} {half}");
    assert!((safe - 2.1).abs() < 0.15 && (each - 2.9).abs() < 0.3, "{safe} {each}");
}

#[test]
fn a_lift_reaches_its_chance_and_no_smaller_one_does() {
    let outlook = outlook(2020, 2025, 1000);
    let total = outlook.variable(Variable::Total).expect("the total");
    let lift = Lift::to_rank(total, bac_lieu(), 20, 0.5);
    let share = |points: f64| {
        total.lacks(bac_lieu(), 20).iter().filter(|lack| **lack <= points).count() as f64 / 1000.0
    };
    assert!(share(lift.points) >= 0.5 && share(lift.points - 1e-9) < 0.5);
    let each = EachLift::to_group(&outlook.draws, bac_lieu(), Group::HighAverage, 0.5).expect("dimensions");
    assert!(
        (each.dimensions.iter().map(|(_, lift)| lift.points).sum::<f64>() - each.whole.points).abs() < 1e-9
    );
}

#[test]
fn the_period_weighs_and_not_the_last_result() {
    let outlook = outlook(2024, 2025, 10);
    let kept = outlook.weights(bac_lieu(), false);
    let renewed = outlook.weights(bac_lieu(), true);
    let of = |weights: &[(i16, f64)], year: i16| weights.iter().find(|own| own.0 == year).expect("a year").1;
    for year in 2021..=2024 {
        assert!((of(&kept, year) - 0.20).abs() < 0.03, "{kept:?}");
    }
    for year in 2011..=2020 {
        assert!(of(&kept, year).abs() < 0.035, "{kept:?}");
    }
    for year in 2011..=2024 {
        assert!((0.02..0.07).contains(&of(&renewed, year)), "{renewed:?}");
    }
}

#[test]
fn a_province_that_was_not_scored_is_carried_by_its_past_and_less_surely() {
    let outlook = outlook(2024, 2025, 2000);
    let set = country().set("63").expect("the 63");
    let unit = |code: &str| set.position(set.by_code(code).expect("a province").id).expect("in the set");
    let memory = Memory::of(&outlook.panel);
    let variance = |code: &str| {
        let factor = memory.forecast(&outlook.panel, unit(code), false).factor;
        (&factor * factor.transpose()).sum()
    };
    assert!(variance("22") > variance("95") && variance("24") > variance("95"));
    assert_eq!(outlook.ranks_now(Variable::Total)[unit("26")], None);
    assert_eq!(outlook.ranks_now(Variable::Total)[unit("95")], Some(21));
}

#[test]
fn merged_units_look_back_on_their_members_where_all_were_scored() {
    let set = country().set("34").expect("the 34");
    let editions = Editions::embedded(2011..=2024);
    let panel = Panel::read(&editions, set, 2024, Periods::embedded()).expect("a past");
    let bac_ninh = set.position(set.by_slug("bac-ninh").expect("Bắc Ninh").id).expect("in the set");
    let scored: Vec<bool> = panel.years.iter().map(|year| year.scores[0][bac_ninh].is_some()).collect();
    assert_eq!(scored.iter().filter(|scored| !**scored).count(), 3, "2014, 2021 and 2022 lack a member");
    let ask = Ask { renewal: Renewal::Yes, ..ask(2025, 500) };
    let outlook = Outlook::new(&editions, set, 2024, Periods::embedded(), ask).expect("an outlook");
    let total = outlook.variable(Variable::Total).expect("the total");
    assert!(((0..34).map(|unit| total.within(unit, 20)).sum::<f64>() - 20.0).abs() < 1e-9);
    assert_eq!(total.last_place(Group::HighAverage), 17);
}
