//! The rules over made-up editions: ties, gaps and all.

use std::collections::BTreeMap;

use places::{Set, Unit, country};
use proptest::prelude::*;
use scores::group::Sizes;
use scores::{Edition, Editions, Figure, Group, Item, Ranking, Structure, Target};

const YEARS: [i16; 2] = [2023, 2024];

/// A row of quarter points for each of the 63, so that ties are common; a tenth of the rows lack a part.
fn table() -> impl Strategy<Value = Vec<Vec<Option<f64>>>> {
    let width = Structure::of_year(2024).subdimensions.len();
    let cells = proptest::collection::vec((1u8..10).prop_map(|quarters| f64::from(quarters) / 4.0), width);
    let row = (cells, prop_oneof![9 => Just(None), 1 => (0..width).prop_map(Some)]);
    let row = row.prop_map(|(cells, gap)| {
        cells.into_iter().enumerate().map(|(at, score)| (Some(at) != gap).then_some(score)).collect()
    });
    proptest::collection::vec(row, 63)
}

fn edition(year: i16, table: &[Vec<Option<f64>>]) -> Edition {
    let structure = Structure::of_year(year);
    let figures = old().units.iter().zip(table).flat_map(|(unit, row)| {
        let cells = structure.subdimensions.iter().zip(row);
        cells
            .filter_map(|(part, score)| Some(Figure { unit: unit.id, code: part.code, score: (*score)? }))
            .collect::<Vec<_>>()
    });
    Edition::new(year, None, figures)
}

fn old() -> &'static Set {
    &country().sets[0]
}

fn item() -> impl Strategy<Value = Item> {
    proptest::sample::select(Structure::of_year(2024).items())
}

fn rank_of(ranking: &Ranking, unit: &Unit) -> Option<usize> {
    ranking.place(unit.id).and_then(|place| place.rank)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_rank_counts_who_is_strictly_higher(table in table(), item in item()) {
        let ranking = Ranking::new(&edition(2024, &table), old(), item);
        let scores: Vec<f64> = ranking.places.iter().filter_map(|place| place.score).collect();
        prop_assert_eq!(ranking.of, scores.len());
        for place in &ranking.places {
            let higher = |score: f64| 1 + scores.iter().filter(|other| **other > score + 1e-9).count();
            prop_assert_eq!(place.rank, place.score.map(higher));
            prop_assert_eq!(place.missing.is_empty(), place.rank.is_some());
        }
        let order: Vec<_> = ranking.places.iter().map(|p| (p.rank.is_none(), p.rank, p.unit.code)).collect();
        prop_assert!(order.is_sorted());
    }

    #[test]
    fn groups_partition_the_ranked(table in table(), item in item()) {
        let ranking = Ranking::new(&edition(2024, &table), old(), item);
        let grouped = !matches!(item, Item::Subdimension(_));
        let sizes = Sizes::of(2024, item, ranking.of);
        for place in &ranking.places {
            prop_assert_eq!(place.group.is_some(), grouped && place.rank.is_some());
            prop_assert_eq!(place.group, place.rank.filter(|_| grouped).map(|rank| sizes.group(rank)));
        }
        let sum: usize = Group::ALL.iter().map(|g| ranking.places.iter().filter(|p| p.group == Some(*g)).count()).sum();
        prop_assert_eq!(sum, if grouped { ranking.of } else { 0 });
    }

    #[test]
    fn parts_add_up_to_the_whole(table in table()) {
        let edition = edition(2024, &table);
        for unit in country().sets.iter().flat_map(|set| &set.units) {
            let parts = |item| edition.parts(unit, item).map(|parts| parts.iter().sum::<f64>());
            let Some(total) = edition.score(unit, Item::Total) else { continue };
            prop_assert!((parts(Item::Total).expect("parts") - total).abs() < 1e-9);
            if unit.set == "63" {
                let dimensions: f64 = (1..=8).filter_map(|number| edition.score(unit, Item::Dimension(number))).sum();
                prop_assert!((dimensions - total).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn who_has_the_figures_does_not_matter(table in table(), item in item(), turn in 1usize..63) {
        let mut turned = table.clone();
        turned.rotate_left(turn);
        let (before, after) = (edition(2024, &table), edition(2024, &turned));
        let (before, after) = (Ranking::new(&before, old(), item), Ranking::new(&after, old(), item));
        for (at, unit) in old().units.iter().enumerate() {
            let giver = &old().units[(at + turn) % 63];
            let place = |ranking: &Ranking, unit: &Unit| ranking.place(unit.id).map(|p| (p.score, p.rank, p.group));
            prop_assert_eq!(place(&after, unit), place(&before, giver));
        }
    }

    #[test]
    fn a_higher_score_never_ranks_worse(table in table(), item in item(), who in 0usize..63, more in 0.0f64..3.0) {
        let mut raised = table.clone();
        let part = Structure::of_year(2024).parts_of(item).start;
        raised[who][part] = raised[who][part].map(|score| score + more);
        let (before, after) = (edition(2024, &table), edition(2024, &raised));
        let (before, after) = (Ranking::new(&before, old(), item), Ranking::new(&after, old(), item));
        for (at, unit) in old().units.iter().enumerate() {
            let (was, is) = (rank_of(&before, unit), rank_of(&after, unit));
            prop_assert!(if at == who { is <= was } else { is >= was }, "{}", unit.name);
        }
    }

    #[test]
    fn a_merged_score_is_its_members_mean_weighted_by_people(table in table(), item in item()) {
        let edition = edition(2024, &table);
        let ranking = Ranking::new(&edition, &country().sets[1], item);
        for place in &ranking.places {
            let members = country().members(place.unit);
            let mut people_and_points = (0.0, 0.0, 0);
            for member in &members {
                if let Some(score) = edition.score(member, item) {
                    people_and_points.0 += member.population;
                    people_and_points.1 += member.population * score;
                    people_and_points.2 += 1;
                }
            }
            let (people, points, scored) = people_and_points;
            prop_assert_eq!(place.score.is_some(), scored > 0);
            prop_assert_eq!(place.partial, 0 < scored && scored < members.len());
            if let Some(score) = place.score {
                prop_assert!((score - points / people).abs() < 1e-9, "{}", place.unit.name);
            }
        }
    }

    #[test]
    fn a_verdict_says_what_the_place_says(table in table(), number in 1u8..=8, n in 1usize..70, who in 0usize..63) {
        let editions: Editions = [edition(2024, &table)].into_iter().collect();
        let (unit, item) = (&old().units[who], Item::Dimension(number));
        let ranking = Ranking::new(editions.get(2024).expect("2024"), old(), item);
        let place = ranking.place(unit.id).expect("a place").clone();
        let met = |text: String| editions.judge(&text.parse().expect("a target"), unit, old(), 2024).met;
        prop_assert_eq!(met(format!("{number}:rank={n}")), place.rank.map(|rank| rank <= n.min(ranking.of)));
        for group in Group::ALL {
            prop_assert_eq!(met(format!("{number}:group={group}")), place.group.map(|own| own <= group));
        }
        prop_assert_eq!(met(format!("{number}:score=5")), place.score.map(|score| score >= 5.0));
        prop_assert_eq!(met(format!("{number}:places=1")), None);
    }

    #[test]
    fn conditions_joined_are_met_together(table in table(), who in 0usize..63, a in 1usize..64, b in 1usize..64) {
        let editions: Editions = [edition(2024, &table)].into_iter().collect();
        let met = |text: &str| {
            let target: Target = text.parse().expect("a target");
            editions.judge(&target, &old().units[who], old(), 2024).met
        };
        let (first, second) = (format!("1:rank={a}"), format!("2:rank={b}"));
        let both = match (met(&first), met(&second)) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        };
        prop_assert_eq!(met(&format!("{first}, {second}")), both);
        prop_assert_eq!(met(&format!("2024 {first}, {second}")), both);
        let each: BTreeMap<u8, _> = (1..=8).map(|d| (d, met(&format!("{d}:rank={a}")))).collect();
        prop_assert_eq!(met(&format!("each:rank={a}")) == Some(true), each.values().all(|met| *met == Some(true)));
    }

    #[test]
    fn passing_makes_the_difference_of_the_ranks_and_parts_that_of_the_scores(
        tables in (table(), table()), item in item(), who in 0usize..63,
    ) {
        let editions: Editions = [edition(YEARS[0], &tables.0), edition(YEARS[1], &tables.1)].into_iter().collect();
        let unit = &old().units[who];
        let explained = editions.explain(unit, old(), (YEARS[0], YEARS[1]), item).expect("explained");
        let ranks = explained.places.0.rank.zip(explained.places.1.rank);
        prop_assert_eq!(explained.change.own.is_some(), ranks.is_some());
        let Some((before, now)) = ranks else {
            prop_assert!(explained.overtaken_by.is_empty() && explained.overtook.is_empty());
            prop_assert!(explained.parts.iter().all(|part| part.change.own.is_none()));
            return Ok(());
        };
        let gained = explained.overtaken_by.len() + explained.entered_above.len();
        let lost = explained.overtook.len() + explained.left_above.len();
        prop_assert_eq!(now + lost, before + gained);
        let sum: f64 = explained.parts.iter().filter_map(|part| part.change.own).sum();
        prop_assert!((sum - explained.change.own.expect("a change")).abs() < 1e-9);
    }
}
