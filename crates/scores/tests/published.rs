//! What was found in print about the index holds in the program, save the slips of the sources.
//!
//! `facts/papi_published.csv` says of each fact where it was printed and whether it follows from the figures. The
//! few that do not are misprints of their source, told in `note`: of them the opposite is held.

use places::{Unit, country};
use scores::{Edition, Editions, Group, Item, Ranking};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
struct Fact {
    year: i16,
    province_code: String,
    measure: String,
    item: String,
    value: String,
    agrees: String,
    note: String,
}

#[test]
fn every_published_fact_holds_and_every_slip_is_one() {
    let editions = Editions::embedded(2011..=2024);
    let facts: Vec<Fact> = places::rows(include_str!("facts/papi_published.csv"));
    let astray = |fact: &&Fact| holds(fact, &editions) != (fact.agrees == "yes");
    let astray: Vec<_> = facts.iter().filter(astray).collect();
    assert_eq!(facts.len(), 214);
    assert!(astray.is_empty(), "{astray:#?}");
}

fn holds(fact: &Fact, editions: &Editions) -> bool {
    let edition = editions.get(fact.year).expect("an edition");
    match fact.measure.as_str() {
        "total_score" | "dimension_score" | "subdimension_score" => {
            edition.score(fact.unit(), fact.item()).is_some_and(|score| fact.prints(score))
        }
        "rank" => fact.place(editions).0.is_some_and(|rank| rank.to_string() == fact.value),
        "group" => fact.place(editions).1.is_some_and(|group| group.as_str() == fact.value),
        "unranked" => fact.place(editions).0.is_none(),
        "rank_change" | "score_change" => fact.changed(editions),
        "dimensions_in_group" => fact.dimensions_in_group(edition),
        "number_ranked" => fact.ranking(edition).of.to_string() == fact.value,
        "number_unranked" => (63 - fact.ranking(edition).of).to_string() == fact.value,
        "mean" => fact.ranking(edition).mean().is_some_and(|mean| fact.prints(mean)),
        "median" => fact.prints(fact.median(edition)),
        "max" => fact.prints(fact.scores(edition)[0]),
        _ => fact.in_group(edition),
    }
}

impl Fact {
    fn unit(&self) -> &'static Unit {
        country().sets[0].by_code(&self.province_code).expect("a province of the 63")
    }

    /// `total`, or what stands before the colon in `total:high`.
    fn item(&self) -> Item {
        self.item.split(':').next().and_then(|item| item.parse().ok()).expect("an item")
    }

    fn group(&self) -> Group {
        self.item.split(':').next_back().and_then(|group| group.parse().ok()).expect("a group")
    }

    fn ranking(&self, edition: &Edition) -> Ranking {
        Ranking::new(edition, &country().sets[0], self.item())
    }

    fn scores(&self, edition: &Edition) -> Vec<f64> {
        self.ranking(edition).ranked().map(|(_, score)| score).collect()
    }

    fn place(&self, editions: &Editions) -> (Option<usize>, Option<Group>) {
        let ranking = self.ranking(editions.get(self.year).expect("an edition"));
        let place = ranking.place(self.unit().id).expect("a place");
        (place.rank, place.group)
    }

    /// Whether a figure prints as the source has it: rounded to as many decimals, or cut where the note says so.
    fn prints(&self, figure: f64) -> bool {
        let printed: f64 = self.value.parse().expect("a number");
        let decimals = self.value.split('.').nth(1).map_or(0, str::len) as i32;
        let unit = 10f64.powi(-decimals);
        // The published figures have seven digits in the early years.
        let slack = 1e-6;
        let cut = self.note.starts_with("truncated");
        if cut {
            (-slack..unit).contains(&(figure - printed))
        } else {
            (figure - printed).abs() <= unit / 2.0 + slack
        }
    }

    fn changed(&self, editions: &Editions) -> bool {
        let standing =
            editions.standing(self.unit(), &country().sets[0], self.year, self.item()).expect("a standing");
        standing.change.is_some_and(|change| match self.measure.as_str() {
            "rank_change" => change.rank.to_string() == self.value,
            _ => self.prints(change.score),
        })
    }

    fn dimensions_in_group(&self, edition: &Edition) -> bool {
        let numbers = edition.structure.dimensions.iter().map(|dimension| Item::Dimension(dimension.number));
        let group = |item| {
            Ranking::new(edition, &country().sets[0], item)
                .place(self.unit().id)
                .and_then(|place| place.group)
        };
        numbers.filter(|item| group(*item) == Some(self.group())).count().to_string() == self.value
    }

    fn median(&self, edition: &Edition) -> f64 {
        let scores = self.scores(edition);
        let half = scores.len() / 2;
        if scores.len().is_multiple_of(2) { (scores[half - 1] + scores[half]) / 2.0 } else { scores[half] }
    }

    /// How many a group holds, or its highest or lowest score.
    fn in_group(&self, edition: &Edition) -> bool {
        let ranking = self.ranking(edition);
        let inside = ranking.ranked().filter(|(place, _)| place.group == Some(self.group()));
        let scores: Vec<f64> = inside.map(|(_, score)| score).collect();
        match self.measure.as_str() {
            "group_size" => scores.len().to_string() == self.value,
            "group_cutoff_high" => self.prints(scores[0]),
            "group_cutoff_low" => self.prints(*scores.last().expect("a group")),
            unknown => panic!("what is {unknown}?"),
        }
    }
}
