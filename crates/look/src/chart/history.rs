//! A history: scores over the years, ours among others, breaks drawn as gaps.

use super::Caption;
use super::plane::Plane;
use super::scale::Scale;
use super::svg::{Anchor, Short, Svg, WIDTH, shorten, text_width};
use crate::{Lang, number, say_with};

/// Scores over years.
#[derive(Debug, Clone)]
pub struct History {
    /// Name and text alternative.
    pub caption: Caption,
    /// The lines. The marked one is drawn strongest; up to five others stay distinguishable.
    pub series: Vec<Series>,
    /// Between which scores most provinces lie, year by year.
    pub band: Option<Band>,
    /// The first years that cannot be compared with those before.
    pub breaks: Vec<i16>,
}

/// One line.
#[derive(Debug, Clone)]
pub struct Series {
    /// Whose it is.
    pub name: String,
    /// Whether it is ours.
    pub marked: bool,
    /// Year and score; a year without a score is a gap.
    pub points: Vec<(i16, Option<f64>)>,
}

/// A spread over years.
#[derive(Debug, Clone)]
pub struct Band {
    /// What lies in it, "Khoảng giữa các tỉnh".
    pub name: String,
    /// Year, lower and upper score.
    pub points: Vec<(i16, f64, f64)>,
}

const SIZE: f64 = 14.0;
const LEFT: f64 = 30.0;
const RIGHT: f64 = WIDTH - 48.0;
const HEIGHT: f64 = 180.0;
const KEY_ROW: f64 = 20.0;
const SAMPLE: f64 = 26.0;

impl History {
    /// Draws it.
    pub fn svg(&self) -> String {
        let keys = self.keys();
        let top = 12.0 + SIZE + KEY_ROW * keys.last().map_or(0.0, |key| key.row as f64 + 1.0);
        let ends = (top, top + HEIGHT);
        let down = Scale::over(self.scores(), (ends.1, ends.0));
        let years = self.years();
        let plane =
            Plane::new(self.caption.lang, years, &self.breaks, (LEFT + 12.0, RIGHT - 12.0), down, ends);

        let mut svg = Svg::open(&self.caption, "history", WIDTH, ends.1 + SIZE + 12.0);
        self.draw_keys(&mut svg, &keys);
        self.draw_frame(&mut svg, &plane);
        self.draw_band(&mut svg, &plane);
        for (index, series) in self.in_drawing_order() {
            plane.draw_line(&mut svg, &class(index, series), &series.points);
            draw_points(&mut svg, &plane, index, series);
        }
        self.draw_ends(&mut svg, &plane);
        svg.close()
    }

    fn years(&self) -> impl Iterator<Item = i16> {
        let band = self.band.iter().flat_map(|band| band.points.iter().map(|point| point.0));
        self.series.iter().flat_map(|series| series.points.iter().map(|point| point.0)).chain(band)
    }

    fn scores(&self) -> impl Iterator<Item = f64> {
        let band =
            self.band.iter().flat_map(|band| band.points.iter().flat_map(|&(_, low, high)| [low, high]));
        self.series.iter().flat_map(|series| series.points.iter().filter_map(|point| point.1)).chain(band)
    }

    fn in_drawing_order(&self) -> impl Iterator<Item = (usize, &Series)> {
        let mut order: Vec<_> = self.series.iter().enumerate().collect();
        order.sort_by_key(|(_, series)| series.marked);
        order.into_iter()
    }

    fn draw_frame(&self, svg: &mut Svg, plane: &Plane<'_>) {
        svg.line("axis", (LEFT, plane.ends.1), (RIGHT, plane.ends.1));
        if plane.years.is_some() {
            let (ticks, decimals) = plane.down.ticks(4);
            for tick in ticks {
                let y = plane.down.at(tick);
                svg.line("grid", (LEFT, y), (RIGHT, y));
                let text = number::decimals(self.caption.lang, tick, decimals);
                svg.text("tick", Anchor::End, (LEFT - 4.0, y + 5.0), &text);
            }
        }
        plane.draw_years(svg, SIZE);
        plane.draw_breaks(svg, true);
    }

    fn draw_band(&self, svg: &mut Svg, plane: &Plane<'_>) {
        let Some(band) = &self.band else { return };
        let lower: Vec<_> = band.points.iter().map(|&(year, low, _)| (year, Some(low))).collect();
        let upper: Vec<_> = band.points.iter().map(|&(year, _, high)| (year, Some(high))).collect();
        for (lower, upper) in plane.runs(&lower).iter().zip(plane.runs(&upper)) {
            let there = plane.places(&upper);
            let back = plane.places(lower).into_iter().rev();
            svg.area("band", &there.into_iter().chain(back).collect::<Vec<_>>());
        }
    }

    /// The last score of each line to its right, moved apart where they would overlap.
    fn draw_ends(&self, svg: &mut Svg, plane: &Plane<'_>) {
        let mut ends: Vec<(f64, f64, &Series)> = self
            .series
            .iter()
            .filter_map(|series| {
                let (_, value) = *plane.runs(&series.points).last()?.last()?;
                Some((plane.down.at(value), value, series))
            })
            .collect();
        ends.sort_by(|a, b| a.0.total_cmp(&b.0));
        let places = spread(&ends.iter().map(|end| end.0).collect::<Vec<_>>(), SIZE + 2.0, plane.ends);
        for ((_, value, series), y) in ends.iter().zip(places) {
            let class = if series.marked { "halo strong" } else { "halo muted" };
            svg.text(class, Anchor::Start, (RIGHT, y + 5.0), &number::score(self.caption.lang, *value));
        }
    }

    /// Where the name of each line stands above the drawing.
    fn keys(&self) -> Vec<Key> {
        let names =
            self.series.iter().map(|series| &series.name).chain(self.band.iter().map(|band| &band.name));
        let mut keys: Vec<Key> = Vec::new();
        let (mut row, mut x) = (0, 0.0);
        for name in names {
            let mut name = name.clone();
            shorten(&mut name, SIZE, WIDTH - SAMPLE - 6.0);
            let width = SAMPLE + 6.0 + text_width(&name, SIZE) + 12.0;
            if x > 0.0 && x + width - 12.0 > WIDTH {
                (row, x) = (row + 1, 0.0);
            }
            keys.push(Key { name, row, x });
            x += width;
        }
        keys
    }

    fn draw_keys(&self, svg: &mut Svg, keys: &[Key]) {
        for (index, key) in keys.iter().enumerate() {
            let y = KEY_ROW * key.row as f64 + 9.0;
            match self.series.get(index) {
                Some(series) => {
                    svg.line(&class(index, series), (key.x + 1.0, y), (key.x + SAMPLE, y));
                    svg.group(&point_class(index, series), |svg| {
                        svg.path_data(&shape(index, series, (key.x + SAMPLE / 2.0, y)));
                    });
                }
                None => svg.rect("band", (key.x + 1.0, y - 6.0), (SAMPLE - 1.0, 12.0)),
            }
            let strong = self.series.get(index).is_some_and(|series| series.marked);
            let class = if strong { "strong" } else { "" };
            svg.text(class, Anchor::Start, (key.x + SAMPLE + 5.0, y + 5.0), &key.name);
        }
    }
}

struct Key {
    name: String,
    row: usize,
    x: f64,
}

fn draw_points(svg: &mut Svg, plane: &Plane<'_>, index: usize, series: &Series) {
    svg.group(&point_class(index, series), |svg| {
        for (year, value) in plane.runs(&series.points).into_iter().flatten() {
            svg.told(&shape(index, series, plane.at(year, value)), &told(plane.lang, series, year, value));
        }
    });
}

fn told(lang: Lang, series: &Series, year: i16, score: f64) -> String {
    let values =
        [("name", series.name.as_str().into()), ("year", year.to_string().into()), ("score", score.into())];
    say_with(lang, "chart-score-in-year", &values)
}

fn class(index: usize, series: &Series) -> String {
    if series.marked { "own".to_owned() } else { format!("other dash{}", index % 6) }
}

fn point_class(index: usize, series: &Series) -> String {
    if series.marked { "own-points".to_owned() } else { format!("points point{}", index % 2) }
}

/// Ours a disc; the others a square, a rhombus or a triangle, in turn.
fn shape(index: usize, series: &Series, (x, y): (f64, f64)) -> String {
    let (x, y) = (Short(x), Short(y));
    if series.marked {
        return format!("M{x} {y}m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0");
    }
    match index % 3 {
        0 => format!("M{x} {y}m0-3.5l3.5 6h-7z"),
        1 => format!("M{x} {y}m-2.5-2.5h5v5h-5z"),
        _ => format!("M{x} {y}m0-3.5l3.5 3.5l-3.5 3.5l-3.5-3.5z"),
    }
}

/// Moves sorted places at least so far apart, within the ends.
pub(crate) fn spread(places: &[f64], apart: f64, (top, bottom): (f64, f64)) -> Vec<f64> {
    let mut spread = places.to_vec();
    for index in 1..spread.len() {
        spread[index] = spread[index].max(spread[index - 1] + apart);
    }
    let mut limit = bottom;
    for place in spread.iter_mut().rev() {
        *place = place.min(limit).max(top);
        limit = *place - apart;
    }
    spread
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_at_one_height_are_moved_apart() {
        assert_eq!(spread(&[10.0, 11.0, 50.0], 16.0, (0.0, 100.0)), [10.0, 26.0, 50.0]);
        assert_eq!(spread(&[95.0, 99.0], 16.0, (0.0, 100.0)), [84.0, 100.0]);
        assert_eq!(spread(&[], 16.0, (0.0, 100.0)), Vec::<f64>::new());
    }
}
