//! Intervals: a dot for each estimate and a bar for how sure it is, one row each.

use super::Caption;
use super::scale::Scale;
use super::svg::{Anchor, Short, Svg, WIDTH, shorten};
use crate::number;

/// Estimates with their intervals, one under the other.
#[derive(Debug, Clone)]
pub struct Intervals {
    /// Name and text alternative.
    pub caption: Caption,
    /// From top to bottom.
    pub rows: Vec<Interval>,
    /// A value worth a line, and its name.
    pub line: Option<(f64, String)>,
}

/// One estimate.
#[derive(Debug, Clone)]
pub struct Interval {
    /// Whose it is.
    pub name: String,
    /// Whether it is ours: drawn stronger.
    pub marked: bool,
    /// The estimate.
    pub value: f64,
    /// The lower and the upper bound.
    pub bounds: (f64, f64),
    /// What a pointer that rests on it is told.
    pub told: String,
}

const SIZE: f64 = 14.0;
const ROW: f64 = 18.0;
const LEFT: f64 = 140.0;
const RIGHT: f64 = WIDTH - 12.0;
const TOP: f64 = 22.0;

impl Intervals {
    /// Draws it.
    pub fn svg(&self) -> String {
        let scale = Scale::over(self.values(), (LEFT + 6.0, RIGHT));
        let bottom = TOP + ROW * self.rows.len() as f64 + 4.0;
        let mut svg = Svg::open(&self.caption, "intervals", WIDTH, bottom + 24.0);
        self.draw_frame(&mut svg, &scale, bottom);
        for (index, row) in self.rows.iter().enumerate() {
            row.draw(&mut svg, &scale, TOP + ROW * (index as f64 + 0.5));
        }
        svg.close()
    }

    fn values(&self) -> impl Iterator<Item = f64> {
        let rows = self.rows.iter().flat_map(|row| [row.value, row.bounds.0, row.bounds.1]);
        rows.chain(self.line.iter().map(|line| line.0))
    }

    fn draw_frame(&self, svg: &mut Svg, scale: &Scale, bottom: f64) {
        svg.line("axis", (LEFT, bottom), (RIGHT + 6.0, bottom));
        if self.rows.is_empty() {
            return;
        }
        let (ticks, decimals) = scale.ticks(4);
        for tick in ticks {
            let x = scale.at(tick);
            svg.line("grid", (x, TOP), (x, bottom));
            let text = number::decimals(self.caption.lang, tick, decimals);
            svg.text("tick", Anchor::Middle, (x.min(WIDTH - 20.0), bottom + 18.0), &text);
        }
        if let Some((value, name)) = &self.line {
            let x = scale.at(*value);
            svg.line("mean", (x, TOP - 4.0), (x, bottom));
            let mut name = name.clone();
            shorten(&mut name, SIZE, WIDTH / 2.0);
            let anchor = if x > WIDTH * 0.7 { Anchor::End } else { Anchor::Start };
            svg.text("halo muted", anchor, (x, TOP - 8.0), &name);
        }
    }
}

impl Interval {
    fn draw(&self, svg: &mut Svg, scale: &Scale, y: f64) {
        let mut name = self.name.clone();
        shorten(&mut name, SIZE, LEFT - 8.0);
        svg.group(if self.marked { "row ours" } else { "row" }, |svg| {
            svg.title(&self.told);
            svg.text(if self.marked { "strong" } else { "" }, Anchor::End, (LEFT - 4.0, y + 5.0), &name);
            svg.line("whisker", (scale.at(self.bounds.0), y), (scale.at(self.bounds.1), y));
            let (x, y, r) = (Short(scale.at(self.value)), Short(y), if self.marked { 5 } else { 4 });
            svg.path_data(&format!("M{x} {y}m-{r} 0a{r} {r} 0 1 0 {0} 0a{r} {r} 0 1 0-{0} 0", 2 * r));
        });
    }
}
