//! A rank's chances as dots: fifty of equal chance, each at a rank, so that one counts instead of reading a curve.
//!
//! A quantile dot plot (Kay, Kola, Hullman and Munson 2016, CHI, doi 10.1145/2858036.2858558).

use super::Caption;
use super::scale::Scale;
use super::svg::{Anchor, Short, Svg, WIDTH, text_width};
use crate::{number, say_with};

/// How likely each rank is.
#[derive(Debug, Clone)]
pub struct RankOdds {
    /// Name and text alternative.
    pub caption: Caption,
    /// The chance of each rank, the first rank's first. They add up to 1.
    pub chances: Vec<f64>,
    /// The rank to reach and what to call it, "Hạng 20".
    pub target: Option<(usize, String)>,
}

const SIZE: f64 = 14.0;
const MARGIN: f64 = 14.0;
const DOTS: usize = 50;
const APART: f64 = 8.3;
const RADIUS: f64 = 3.7;
const TOP: f64 = 26.0;

impl RankOdds {
    /// Draws it.
    pub fn svg(&self) -> String {
        let last = self.chances.len().max(2);
        let scale = Scale::new((0.5, last as f64 + 0.5), (MARGIN, WIDTH - MARGIN));
        let columns = self.columns(&scale);
        let highest = columns.iter().map(|(_, ranks)| ranks.len()).max().unwrap_or(0).max(4);
        let axis = TOP + APART * highest as f64 + 6.0;
        let mut svg = Svg::open(&self.caption, "odds", WIDTH, axis + 24.0);
        self.draw_axis(&mut svg, &scale, axis);
        for reached in [true, false] {
            svg.group(if reached { "reached" } else { "short" }, |svg| {
                for (x, ranks) in &columns {
                    for (row, rank) in
                        ranks.iter().enumerate().filter(|(_, rank)| self.reaches(**rank) == reached)
                    {
                        let y = axis - 5.0 - APART * row as f64;
                        let told = say_with(self.caption.lang, "chart-rank-dot", &[("rank", (*rank).into())]);
                        svg.told(&dot(*x, y), &told);
                    }
                }
            });
        }
        svg.close()
    }

    fn reaches(&self, rank: usize) -> bool {
        self.target.as_ref().is_some_and(|(target, _)| rank <= *target)
    }

    fn draw_axis(&self, svg: &mut Svg, scale: &Scale, y: f64) {
        svg.line("axis", (MARGIN, y), (WIDTH - MARGIN, y));
        if self.chances.is_empty() {
            return;
        }
        let last = self.chances.len();
        for rank in
            [1, 10, 20, 30, 40, 50, 60, last].into_iter().filter(|rank| *rank == last || *rank + 3 < last)
        {
            let x = scale.at(rank as f64);
            svg.line("axis", (x, y), (x, y + 4.0));
            svg.text("tick", Anchor::Middle, (x, y + 19.0), &number::whole(self.caption.lang, rank as i64));
        }
        if let Some((target, label)) = &self.target {
            let x = scale.at(*target as f64 + 0.5);
            svg.line("lead", (x, 4.0), (x, y));
            let left = x + 5.0 + text_width(label, SIZE) > WIDTH;
            let (anchor, at) = if left { (Anchor::End, x - 5.0) } else { (Anchor::Start, x + 5.0) };
            let mut label = label.clone();
            super::svg::shorten(&mut label, SIZE, if left { x - 8.0 } else { WIDTH - x - 8.0 });
            svg.text("halo strong", anchor, (at, SIZE + 2.0), &label);
        }
    }

    /// The dots in columns a dot wide: where each stands across, and the ranks stacked there. A column never
    /// crosses the target, or a dot would stand on the wrong side of its line.
    fn columns(&self, scale: &Scale) -> Vec<(f64, Vec<usize>)> {
        let per_column = (APART / (scale.at(2.0) - scale.at(1.0))).ceil().max(1.0) as usize;
        let start = self.target.as_ref().map_or(0, |(target, _)| target % per_column);
        let mut columns: Vec<(f64, Vec<usize>)> = Vec::new();
        let mut current = None;
        for rank in self.dots() {
            let column = (rank + per_column - 1 - start) / per_column;
            if current != Some(column) {
                current = Some(column);
                let first = (column * per_column + start + 1).saturating_sub(per_column).max(1);
                let end = (column * per_column + start).min(self.chances.len()).max(first);
                columns.push((scale.at((first + end) as f64 / 2.0), Vec::new()));
            }
            if let Some((_, ranks)) = columns.last_mut() {
                ranks.push(rank);
            }
        }
        columns
    }

    /// The ranks at the middles of fifty equal parts of the distribution.
    fn dots(&self) -> Vec<usize> {
        let total: f64 = self.chances.iter().filter(|chance| chance.is_finite()).sum();
        if total <= 0.0 || !total.is_finite() {
            return Vec::new();
        }
        let (mut rank, mut below) = (0, 0.0);
        let mut dots = Vec::with_capacity(DOTS);
        for part in 0..DOTS {
            let level = (part as f64 + 0.5) / DOTS as f64 * total;
            while rank < self.chances.len() && below < level {
                below += self.chances[rank].max(0.0);
                rank += 1;
            }
            dots.push(rank.max(1));
        }
        dots
    }
}

fn dot(x: f64, y: f64) -> String {
    let (x, y, r, d) = (Short(x), Short(y), Short(RADIUS), Short(2.0 * RADIUS));
    format!("M{x} {y}m-{r} 0a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0-{d} 0")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    fn odds(chances: Vec<f64>, target: usize) -> RankOdds {
        let caption =
            Caption { lang: Lang::En, id: "o".into(), title: "o".into(), description: String::new() };
        RankOdds { caption, chances, target: Some((target, "20".into())) }
    }

    #[test]
    fn as_many_dots_reach_the_target_as_its_chance_says() {
        let chances: Vec<f64> = (0..63).map(|rank| if rank < 20 { 0.3 / 20.0 } else { 0.7 / 43.0 }).collect();
        let odds = odds(chances, 20);
        assert_eq!(odds.dots().iter().filter(|rank| odds.reaches(**rank)).count(), 15);
    }

    #[test]
    fn no_column_crosses_the_target() {
        for target in 1..63 {
            let odds = odds(vec![1.0 / 63.0; 63], target);
            let scale = Scale::new((0.5, 63.5), (MARGIN, WIDTH - MARGIN));
            for (_, ranks) in odds.columns(&scale) {
                assert!(
                    ranks.iter().all(|rank| odds.reaches(*rank) == odds.reaches(ranks[0])),
                    "{target}: {ranks:?}"
                );
            }
        }
    }
}
