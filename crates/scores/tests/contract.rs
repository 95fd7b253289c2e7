//! The figures that the command line's contract prints, to every digit it gives.

use places::{Unit, country};
use scores::{Editions, Group, Item, Ranking, Target};

fn bac_lieu() -> &'static Unit {
    country().sets[0].by_code("95").expect("95")
}

#[test]
fn bac_lieu_stood_21st_of_61_in_2024() {
    let editions = Editions::embedded(2011..=2024);
    let standing = editions.standing(bac_lieu(), &country().sets[0], 2024, Item::Total).expect("a standing");
    assert_eq!((standing.rank, standing.of, standing.group), (Some(21), 61, Some(Group::HighAverage)));
    assert!((standing.score.expect("a score") - 44.1004).abs() < 5e-5);
    let change = standing.change.expect("a change");
    assert_eq!((change.rank, change.comparable), (-16, true));
    assert!((change.score + 1.478).abs() < 5e-4);
}

#[test]
fn the_target_of_the_first_twenty_was_missed_by_a_quarter_of_a_point() {
    let editions = Editions::embedded(2011..=2024);
    let target: Target = "rank=20".parse().expect("a target");
    let judged = editions.judge(&target, bac_lieu(), &country().sets[0], 2024);
    let finding = &judged.findings[0];
    assert_eq!(judged.met, Some(false));
    assert!((finding.required.score.expect("required") - 44.3575).abs() < 5e-5);
    assert!((finding.gap.expect("a gap") + 0.2571).abs() < 5e-5);
}

#[test]
fn the_parts_of_a_change_add_up_to_it_in_every_pair_of_editions() {
    let editions = Editions::embedded(2011..=2024);
    for set in &country().sets {
        for pair in editions.years().windows(2) {
            for unit in &set.units {
                let explained =
                    editions.explain(unit, set, (pair[0], pair[1]), Item::Total).expect("explained");
                let Some(change) = explained.change.own else { continue };
                let sum: f64 = explained.parts.iter().filter_map(|part| part.change.own).sum();
                assert!((sum - change).abs() < 1e-9, "{} {pair:?}", unit.name);
                let national: f64 = explained.parts.iter().filter_map(|part| part.change.national).sum();
                assert!((national - explained.change.national.expect("national")).abs() < 1e-9, "{pair:?}");
            }
        }
    }
}

#[test]
fn who_passed_whom_makes_the_difference_of_the_ranks() {
    let editions = Editions::embedded(2011..=2024);
    let set = &country().sets[0];
    for pair in editions.years().windows(2) {
        for unit in &set.units {
            let e = editions.explain(unit, set, (pair[0], pair[1]), Item::Total).expect("explained");
            let Some((before, now)) = e.places.0.rank.zip(e.places.1.rank) else { continue };
            let gained = e.overtaken_by.len() + e.entered_above.len();
            let lost = e.overtook.len() + e.left_above.len();
            assert_eq!(now + lost, before + gained, "{} {pair:?}", unit.name);
        }
    }
}

#[test]
fn ties_share_the_better_rank() {
    let editions = Editions::embedded(2019..=2019);
    let edition = editions.get(2019).expect("2019");
    let ranking = Ranking::new(edition, &country().sets[0], "8.3".parse().expect("an item"));
    assert_eq!(ranking.places.iter().filter(|place| place.rank == Some(49)).count(), 15);
}
