//! The sentence of a change: one real example of each kind, in both languages, read aloud before it was kept.

use std::collections::BTreeMap;

use look::Lang;
use places::country;
use scores::{Editions, Explanation, Item};
use web::parts::sentence;

/// What kind of change it is: comparable or not, how the score and the rank went.
fn kind(e: &Explanation) -> String {
    let sign = |value: f64| {
        if value >= 0.005 {
            "up"
        } else if value <= -0.005 {
            "down"
        } else {
            "same"
        }
    };
    match (e.change.own, e.rank_change()) {
        (Some(_), Some(_)) if !e.comparable => "not comparable".to_owned(),
        (Some(score), Some(rank)) => format!("score {}, rank {}", sign(score), sign(rank as f64)),
        _ => "unranked".to_owned(),
    }
}

/// The first example of each kind among all provinces, editions and items.
fn examples() -> BTreeMap<String, (&'static str, Explanation)> {
    let editions = Editions::embedded(2011..=2024);
    let set = &country().sets[0];
    let mut examples = BTreeMap::new();
    for pair in editions.years().windows(2) {
        for item in [Item::Total, Item::Dimension(4), Item::Dimension(6)] {
            for unit in &set.units {
                if let Some(explained) = editions.explain(unit, set, (pair[0], pair[1]), item) {
                    examples.entry(kind(&explained)).or_insert((unit.name, explained));
                }
            }
        }
    }
    examples
}

#[test]
fn each_kind_of_change_has_its_sentence() {
    let examples = examples();
    assert_eq!(examples.len(), 11, "{:?}", examples.keys());
    let mut said = String::new();
    for (kind, (name, explained)) in &examples {
        said += &format!("{kind}\n");
        for lang in Lang::ALL {
            said += &format!("  {}\n", sentence::of_change(lang, name, explained));
        }
    }
    insta::assert_snapshot!(said);
}
