//! One of several small histories side by side: a dimension at a glance.
//!
//! Each is a picture of its own, so that a page lays them out in a grid (class `multiples`) that wraps.

use super::plane::Plane;
use super::scale::Scale;
use super::svg::{Anchor, BOLD, Short, Svg, wrapped};
use super::{Caption, Tone};
use crate::number;

/// A dimension's last score, group, change and history.
#[derive(Debug, Clone)]
pub struct Multiple {
    /// Name and text alternative.
    pub caption: Caption,
    /// Its heading, number first: "3. Trách nhiệm giải trình". Two lines; what is longer is cut.
    pub heading: String,
    /// Year and score; a year without a score is a gap.
    pub points: Vec<(i16, Option<f64>)>,
    /// Year and mean of all provinces.
    pub mean: Vec<(i16, Option<f64>)>,
    /// The first years that cannot be compared with those before.
    pub breaks: Vec<i16>,
    /// The score now; none where not published.
    pub last: Option<f64>,
    /// The group now.
    pub tone: Tone,
    /// The change on the edition before; none where either is missing or they cannot be compared.
    pub change: Option<f64>,
    /// Lowest and highest score of the drawing, to give several the same; none for its own.
    pub range: Option<(f64, f64)>,
}

const ACROSS: f64 = 160.0;
const SIZE: f64 = 14.0;
const TOP: f64 = 66.0;
const BOTTOM: f64 = 116.0;

impl Multiple {
    /// Draws it.
    pub fn svg(&self) -> String {
        let values = self.points.iter().chain(&self.mean).filter_map(|point| point.1);
        let down = match self.range {
            Some(range) => Scale::new(range, (BOTTOM, TOP)),
            None => Scale::over(values, (BOTTOM, TOP)),
        };
        let years = known(&self.points).chain(known(&self.mean)).map(|point| point.0);
        let plane =
            Plane::new(self.caption.lang, years, &self.breaks, (6.0, ACROSS - 8.0), down, (TOP, BOTTOM));

        let mut svg = Svg::open(&self.caption, "multiple", ACROSS, BOTTOM + SIZE + 10.0);
        for (row, line) in wrapped(&self.heading, BOLD * SIZE, ACROSS, 2).iter().enumerate() {
            svg.text("strong", Anchor::Start, (0.0, 14.0 + 17.0 * row as f64), line);
        }
        self.draw_figures(&mut svg);
        svg.line("axis", (0.0, BOTTOM + 3.0), (ACROSS, BOTTOM + 3.0));
        plane.draw_breaks(&mut svg, false);
        plane.draw_line(&mut svg, "other", &self.mean);
        plane.draw_line(&mut svg, "own", &self.points);
        self.draw_last(&mut svg, &plane);
        draw_span(&mut svg, &plane);
        svg.close()
    }

    /// The score, the group's shape and letters, the change.
    fn draw_figures(&self, svg: &mut Svg) {
        let lang = self.caption.lang;
        let last = self.last.map_or_else(|| "–".to_owned(), |score| number::score(lang, score));
        svg.text("big", Anchor::Start, (0.0, 54.0), &last);
        if self.tone != Tone::None {
            svg.group(self.tone.class(), |svg| svg.path_data(&self.tone.shape((58.0, 48.5), 5.0)));
            svg.text("", Anchor::Start, (67.0, 53.5), &self.tone.letters(lang));
        }
        if let Some(change) = self.change {
            let class = if change < 0.0 { "change down" } else { "change" };
            svg.text(class, Anchor::End, (ACROSS, 53.5), &number::signed(lang, change));
        } else if self.last.is_some() {
            svg.unlike((ACROSS - 7.0, 48.5));
        }
    }

    fn draw_last(&self, svg: &mut Svg, plane: &Plane<'_>) {
        if let Some(&(year, value)) = plane.runs(&self.points).last().and_then(|run| run.last()) {
            let (x, y) = plane.at(year, value);
            svg.group("own-points", |svg| {
                svg.path_data(&format!("M{} {}m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0", Short(x), Short(y)));
            });
        }
    }
}

/// From the first year with a score on.
fn known(points: &[(i16, Option<f64>)]) -> impl Iterator<Item = &(i16, Option<f64>)> {
    points.iter().skip_while(|point| point.1.is_none())
}

/// The first and the last year, below.
fn draw_span(svg: &mut Svg, plane: &Plane<'_>) {
    let Some(years) = &plane.years else { return };
    let y = BOTTOM + SIZE + 5.0;
    svg.text("tick", Anchor::End, (ACROSS, y), &years.end().to_string());
    if years.start() != years.end() {
        svg.text("tick", Anchor::Start, (0.0, y), &years.start().to_string());
    }
}
