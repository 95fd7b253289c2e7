//! A province's course on one item over the editions, drawn as scores or as ranks.

use look::chart::{Band, Caption, History, Multiple, RankHistory, Ranks, Series};
use places::{Set, Unit};
use scores::{Editions, Item, Ranking, Standing, breaks};

use super::tone;

/// Scores, ranks and national means of one province on one item, year by year.
pub(crate) struct Track {
    /// Year and score; a year without one is a gap.
    pub(crate) scores: Vec<(i16, Option<f64>)>,
    /// Year and rank of how many.
    pub(crate) ranks: Vec<(i16, Option<(usize, usize)>)>,
    /// Year and mean of all ranked provinces.
    pub(crate) means: Vec<(i16, Option<f64>)>,
    /// Between which scores the middle half of the provinces lies.
    pub(crate) middle: Vec<(i16, f64, f64)>,
    /// The first years that cannot be compared with those before.
    pub(crate) breaks: Vec<i16>,
}

impl Track {
    /// The course over every edition.
    pub(crate) fn of(editions: &Editions, set: &'static Set, unit: &Unit, item: Item) -> Self {
        let rankings: Vec<_> = editions.iter().map(|edition| Ranking::new(edition, set, item)).collect();
        let place = |ranking: &Ranking| ranking.place(unit.id).and_then(|place| place.score.zip(place.rank));
        Self {
            scores: rankings.iter().map(|r| (r.year, place(r).map(|(score, _)| score))).collect(),
            ranks: rankings.iter().map(|r| (r.year, place(r).map(|(_, rank)| (rank, r.of)))).collect(),
            means: rankings.iter().map(|r| (r.year, r.mean())).collect(),
            middle: rankings.iter().filter_map(middle).collect(),
            breaks: breaks_of(item),
        }
    }

    /// The history of the scores, with the national mean and the middle half of the provinces.
    pub(crate) fn history(&self, caption: Caption, own: &str, mean: &str, middle: &str) -> String {
        let line =
            |name: &str, marked, points: &[_]| Series { name: name.into(), marked, points: points.into() };
        History {
            caption,
            series: vec![line(own, true, &self.scores), line(mean, false, &self.means)],
            band: Some(Band { name: middle.to_owned(), points: self.middle.clone() }),
            breaks: self.breaks.clone(),
        }
        .svg()
    }

    /// The history of the ranks.
    pub(crate) fn rank_history(&self, caption: Caption, own: &str) -> String {
        let own = Ranks { name: own.to_owned(), marked: true, points: self.ranks.clone() };
        RankHistory { caption, lines: vec![own], target: None }.svg()
    }

    /// A small picture of one content, with where it stands.
    pub(crate) fn multiple(self, caption: Caption, heading: &str, standing: &Standing) -> String {
        let change = standing.change.filter(|change| change.comparable).map(|change| change.score);
        Multiple {
            caption,
            heading: heading.to_owned(),
            points: self.scores,
            mean: self.means,
            breaks: self.breaks,
            last: standing.score,
            tone: tone(standing.group),
            change,
            range: None,
        }
        .svg()
    }
}

/// The first years from which an item's scores cannot be compared with earlier ones.
pub(crate) fn breaks_of(item: Item) -> Vec<i16> {
    let item = item.to_string();
    breaks().iter().filter(|b| b.item == item).map(|b| b.year).collect()
}

fn middle(ranking: &Ranking) -> Option<(i16, f64, f64)> {
    let quarter = ranking.of / 4;
    Some((ranking.year, ranking.score_at(ranking.of - quarter)?, ranking.score_at(quarter + 1)?))
}
