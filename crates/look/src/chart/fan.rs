//! A fan: what was, and how far from the country's mean what comes may lie.

use super::Caption;
use super::plane::Plane;
use super::scale::Scale;
use super::svg::{Anchor, BOLD, Short, Svg, WIDTH, wrapped};
use crate::{number, say_with};

/// Scores relative to the mean of all provinces, and an outlook on years to come.
#[derive(Debug, Clone)]
pub struct Fan {
    /// Name and text alternative.
    pub caption: Caption,
    /// A heading of its own for one of several small fans side by side; none for the large one.
    pub heading: Option<String>,
    /// Year and score less the country's mean; a year without a score is a gap.
    pub points: Vec<(i16, Option<f64>)>,
    /// The years to come, in their order.
    pub ahead: Vec<Ahead>,
    /// The first years of a new sample: little carries over from before.
    pub renewals: Vec<i16>,
}

/// One year to come, relative to the country's mean.
#[derive(Debug, Clone, Copy)]
pub struct Ahead {
    /// The year.
    pub year: i16,
    /// The middle of what is expected.
    pub mean: f64,
    /// From where to where with a chance of 80 in 100.
    pub inner: (f64, f64),
    /// From where to where with a chance of 95 in 100.
    pub outer: (f64, f64),
}

/// The measures of a drawing: a large one and one of several side by side.
struct Frame {
    width: f64,
    left: f64,
    top: f64,
    bottom: f64,
}

const SIZE: f64 = 14.0;
const LARGE: Frame = Frame { width: WIDTH, left: 34.0, top: 16.0, bottom: 210.0 };
const SMALL: Frame = Frame { width: 160.0, left: 6.0, top: 48.0, bottom: 118.0 };

impl Fan {
    /// Draws it.
    pub fn svg(&self) -> String {
        let frame = if self.heading.is_some() { SMALL } else { LARGE };
        let down = Scale::over(self.scores().chain([0.0]), (frame.bottom, frame.top));
        let years = self.points.iter().map(|point| point.0).chain(self.ahead.iter().map(|it| it.year));
        let across = (frame.left + 12.0, frame.width - 18.0);
        let plane = Plane::new(self.caption.lang, years, &[], across, down, (frame.top, frame.bottom));

        let mut svg = Svg::open(&self.caption, "fan", frame.width, frame.bottom + SIZE + 12.0);
        self.draw_heading(&mut svg, &frame);
        self.draw_frame(&mut svg, &plane, &frame);
        self.draw_ahead(&mut svg, &plane);
        plane.draw_line(&mut svg, "own", &self.points);
        self.draw_points(&mut svg, &plane);
        svg.close()
    }

    fn scores(&self) -> impl Iterator<Item = f64> {
        let ahead = self.ahead.iter().flat_map(|it| [it.outer.0, it.outer.1]);
        self.points.iter().filter_map(|point| point.1).chain(ahead)
    }

    fn draw_heading(&self, svg: &mut Svg, frame: &Frame) {
        let heading = self.heading.as_deref().unwrap_or_default();
        for (row, line) in wrapped(heading, BOLD * SIZE, frame.width, 2).iter().enumerate() {
            svg.text("strong", Anchor::Start, (0.0, 14.0 + 17.0 * row as f64), line);
        }
    }

    /// The country's mean as the level 0, the years, and where the sample was renewed.
    fn draw_frame(&self, svg: &mut Svg, plane: &Plane<'_>, frame: &Frame) {
        let Some(years) = &plane.years else { return };
        let right = frame.width - 4.0;
        if self.heading.is_none() {
            let (ticks, decimals) = plane.down.ticks(5);
            for tick in ticks {
                let y = plane.down.at(tick);
                svg.line("grid", (frame.left, y), (right, y));
                let text = number::decimals(self.caption.lang, tick, decimals);
                svg.text("tick", Anchor::End, (frame.left - 4.0, y + 5.0), &text);
            }
        }
        let level = plane.down.at(0.0);
        svg.line("mean", (frame.left, level), (right, level));
        svg.line("axis", (frame.left, frame.bottom), (right, frame.bottom));
        plane.draw_years(svg, SIZE);
        for &year in self.renewals.iter().filter(|year| years.contains(year) && **year > *years.start()) {
            let x = plane.across.at(f64::from(year) - 0.5);
            svg.group("renewal", |svg| {
                svg.title(&say_with(plane.lang, "chart-renewal", &[("year", year.to_string().into())]));
                svg.line("lapse", (x, frame.top), (x, frame.bottom));
            });
        }
    }

    /// The outer band, the inner one upon it, and the middle.
    fn draw_ahead(&self, svg: &mut Svg, plane: &Plane<'_>) {
        for (class, bounds) in [("outer", Ahead::outer as fn(&Ahead) -> (f64, f64)), ("inner", Ahead::inner)]
        {
            for run in self.runs() {
                let places: Vec<_> =
                    run.iter().map(|it| (plane.across.at(f64::from(it.year)), bounds(it))).collect();
                let edge = |take: fn((f64, f64)) -> f64| {
                    let first = places.first().map(|&(x, at)| (x - 5.0, plane.down.at(take(at))));
                    let last = places.last().map(|&(x, at)| (x + 5.0, plane.down.at(take(at))));
                    let between = places.iter().map(move |&(x, at)| (x, plane.down.at(take(at))));
                    first.into_iter().chain(between).chain(last).collect::<Vec<_>>()
                };
                let back = edge(|(low, _)| low).into_iter().rev();
                svg.area(class, &edge(|(_, high)| high).into_iter().chain(back).collect::<Vec<_>>());
            }
        }
        let middle: Vec<_> = self.ahead.iter().map(|it| (it.year, Some(it.mean))).collect();
        for run in self.runs() {
            let run: Vec<_> = run.iter().map(|it| (it.year, it.mean)).collect();
            svg.path("middle", &plane.places(&run));
        }
        svg.group("own-points", |svg| {
            for (year, mean) in plane.runs(&middle).into_iter().flatten() {
                let (x, y) = plane.at(year, mean);
                let told = self.told(year, mean);
                svg.told(&format!("M{} {}m0-4.5l4.5 4.5l-4.5 4.5l-4.5-4.5z", Short(x), Short(y)), &told);
            }
        });
    }

    /// The years ahead, cut where the sample is renewed.
    fn runs(&self) -> impl Iterator<Item = &[Ahead]> {
        self.ahead
            .chunk_by(|before, after| !self.renewals.contains(&after.year) && after.year == before.year + 1)
    }

    fn draw_points(&self, svg: &mut Svg, plane: &Plane<'_>) {
        svg.group("own-points", |svg| {
            for (year, score) in plane.runs(&self.points).into_iter().flatten() {
                let (x, y) = plane.at(year, score);
                let told = self.told(year, score);
                svg.told(
                    &format!("M{} {}m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0", Short(x), Short(y)),
                    &told,
                );
            }
        });
    }

    fn told(&self, year: i16, score: f64) -> String {
        let score = number::signed(self.caption.lang, score);
        say_with(
            self.caption.lang,
            "chart-beside-mean",
            &[("year", year.to_string().into()), ("score", score.into())],
        )
    }
}

impl Ahead {
    fn inner(&self) -> (f64, f64) {
        self.inner
    }

    fn outer(&self) -> (f64, f64) {
        self.outer
    }
}
