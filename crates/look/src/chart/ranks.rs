//! A rank history: places over the years, the first on top.

use super::Caption;
use super::plane::Plane;
use super::scale::Scale;
use super::svg::{Anchor, Short, Svg, WIDTH, shorten};
use crate::{number, say_with};

/// Ranks over years.
#[derive(Debug, Clone)]
pub struct RankHistory {
    /// Name and text alternative.
    pub caption: Caption,
    /// Ours, and others for comparison drawn faintly.
    pub lines: Vec<Ranks>,
    /// A place to reach and what to call it, "Hạng 20".
    pub target: Option<(usize, String)>,
}

/// The ranks of one province.
#[derive(Debug, Clone)]
pub struct Ranks {
    /// Whose they are.
    pub name: String,
    /// Whether it is ours: drawn strongly, each rank written out.
    pub marked: bool,
    /// Year, and rank and of how many; a year without a rank is a gap.
    pub points: Vec<(i16, Option<(usize, usize)>)>,
}

const SIZE: f64 = 14.0;
const LEFT: f64 = 30.0;
const RIGHT: f64 = WIDTH - 4.0;
const TOP: f64 = 24.0;
const BOTTOM: f64 = TOP + 190.0;

impl RankHistory {
    /// Draws it.
    pub fn svg(&self) -> String {
        let last = self.last_place();
        let down = Scale::new((1.0, last.max(2) as f64), (TOP, BOTTOM - 8.0));
        let years = self.lines.iter().flat_map(|line| line.points.iter().map(|point| point.0));
        let plane =
            Plane::new(self.caption.lang, years, &[], (LEFT + 14.0, RIGHT - 18.0), down, (TOP, BOTTOM));

        let mut svg = Svg::open(&self.caption, "ranks", WIDTH, BOTTOM + SIZE + 12.0);
        self.draw_frame(&mut svg, &plane, last);
        let (others, ours): (Vec<_>, Vec<_>) = self.lines.iter().partition(|line| !line.marked);
        for (class, line) in others.iter().map(|it| ("other", *it)).chain(ours.iter().map(|it| ("own", *it)))
        {
            plane.draw_line(&mut svg, class, &line.places());
            line.draw_points(&mut svg, &plane);
        }
        self.draw_target(&mut svg, &plane);
        for line in ours {
            line.draw_ranks(&mut svg, &plane);
        }
        svg.close()
    }

    fn last_place(&self) -> usize {
        self.lines
            .iter()
            .flat_map(|line| &line.points)
            .filter_map(|point| point.1)
            .map(|(rank, of)| of.max(rank))
            .max()
            .unwrap_or(1)
    }

    fn draw_frame(&self, svg: &mut Svg, plane: &Plane<'_>, last: usize) {
        svg.line("axis", (LEFT, BOTTOM), (RIGHT, BOTTOM));
        if plane.years.is_some() {
            for rank in [1, last.div_ceil(2), last] {
                let y = plane.down.at(rank as f64);
                svg.line("grid", (LEFT, y), (RIGHT, y));
                let text = number::whole(self.caption.lang, rank as i64);
                svg.text("tick", Anchor::End, (LEFT - 4.0, y + 5.0), &text);
            }
        }
        plane.draw_years(svg, SIZE);
    }

    fn draw_target(&self, svg: &mut Svg, plane: &Plane<'_>) {
        let Some((rank, label)) = self.target.as_ref().filter(|_| plane.years.is_some()) else { return };
        let y = plane.down.at(*rank as f64);
        svg.line("mean", (LEFT, y), (RIGHT, y));
        let mut label = label.clone();
        shorten(&mut label, SIZE, RIGHT - LEFT);
        svg.text("halo muted", Anchor::Start, (LEFT + 2.0, y - 6.0), &label);
    }
}

impl Ranks {
    fn places(&self) -> Vec<(i16, Option<f64>)> {
        self.points.iter().map(|&(year, place)| (year, place.map(|(rank, _)| rank as f64))).collect()
    }

    fn draw_points(&self, svg: &mut Svg, plane: &Plane<'_>) {
        svg.group(if self.marked { "own-points" } else { "points point0" }, |svg| {
            for &(year, place) in &self.points {
                let Some((rank, of)) = place else { continue };
                let (x, y) = plane.at(year, rank as f64);
                let (x, y, r) = (Short(x), Short(y), if self.marked { 4 } else { 3 });
                let values = [
                    ("name", self.name.as_str().into()),
                    ("year", year.to_string().into()),
                    ("rank", rank.into()),
                    ("of", of.into()),
                ];
                let told = say_with(plane.lang, "chart-rank-in-year", &values);
                svg.told(&format!("M{x} {y}m-{r} 0a{r} {r} 0 1 0 {0} 0a{r} {r} 0 1 0-{0} 0", 2 * r), &told);
            }
        });
    }

    /// The ranks written out: above a point that its neighbours lie below, else under it.
    fn draw_ranks(&self, svg: &mut Svg, plane: &Plane<'_>) {
        let mut known: Vec<(i16, usize)> =
            self.points.iter().filter_map(|&(year, place)| Some((year, place?.0))).collect();
        known.sort_unstable();
        for (index, &(year, rank)) in known.iter().enumerate() {
            let (x, y) = plane.at(year, rank as f64);
            let before = index.checked_sub(1).and_then(|it| known.get(it));
            let beside: Vec<usize> = before.into_iter().chain(known.get(index + 1)).map(|it| it.1).collect();
            let lower = beside.iter().sum::<usize>() >= rank * beside.len();
            let y = if lower || y + 20.0 > BOTTOM { y - 8.0 } else { y + 18.0 };
            let text = number::whole(plane.lang, rank as i64);
            svg.text("halo strong", Anchor::Middle, (x, y), &text);
        }
    }
}
