//! Calibration: how often things came about that had been given a chance.

use super::Caption;
use super::scale::Scale;
use super::svg::{Anchor, Short, Svg};
use crate::{number, say_with};

/// Chances given beside what happened.
#[derive(Debug, Clone)]
pub struct Calibration {
    /// Name and text alternative.
    pub caption: Caption,
    /// Statements of about the same chance, from low to high.
    pub bins: Vec<Bin>,
    /// The names of the axes: the chance that was given, and how often it came about.
    pub axes: (String, String),
}

/// Statements that gave about the same chance.
#[derive(Debug, Clone, Copy)]
pub struct Bin {
    /// The chance that they gave, on average: 0 to 1.
    pub given: f64,
    /// The share of them that came about: 0 to 1.
    pub happened: f64,
    /// How many they are.
    pub count: usize,
}

const SIZE: f64 = 14.0;
const LEFT: f64 = 40.0;
const TOP: f64 = 26.0;
const SIDE: f64 = 230.0;

impl Calibration {
    /// Draws it.
    pub fn svg(&self) -> String {
        let across = Scale::new((0.0, 1.0), (LEFT, LEFT + SIDE));
        let down = Scale::new((0.0, 1.0), (TOP + SIDE, TOP));
        let mut svg = Svg::open(&self.caption, "calibration", LEFT + SIDE + 34.0, TOP + SIDE + 44.0);
        self.draw_frame(&mut svg, &across, &down);
        let most = self.bins.iter().map(|bin| bin.count).max().unwrap_or(1).max(1) as f64;
        svg.group("own-points", |svg| {
            for bin in &self.bins {
                // The area says how many statements there were.
                let r = (3.0 + 7.0 * (bin.count as f64 / most).sqrt()).min(10.0);
                let (x, y) = (across.at(bin.given), down.at(bin.happened));
                let (x, y, r, d) = (Short(x), Short(y), Short(r), Short(2.0 * r));
                svg.told(
                    &format!("M{x} {y}m-{r} 0a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0-{d} 0"),
                    &self.told(bin),
                );
            }
        });
        svg.close()
    }

    fn draw_frame(&self, svg: &mut Svg, across: &Scale, down: &Scale) {
        let lang = self.caption.lang;
        for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
            let (x, y) = (across.at(share), down.at(share));
            svg.line("grid", (LEFT, y), (LEFT + SIDE, y));
            svg.line("grid", (x, TOP), (x, TOP + SIDE));
            let text = number::whole(lang, (share * 100.0) as i64);
            svg.text("tick", Anchor::End, (LEFT - 5.0, y + 5.0), &text);
            svg.text("tick", Anchor::Middle, (x, TOP + SIDE + 18.0), &text);
        }
        svg.line("mean", (across.at(0.0), down.at(0.0)), (across.at(1.0), down.at(1.0)));
        svg.text("muted", Anchor::Start, (0.0, SIZE), &shortened(&self.axes.1));
        svg.text("muted", Anchor::End, (LEFT + SIDE + 30.0, TOP + SIDE + 38.0), &shortened(&self.axes.0));
    }

    fn told(&self, bin: &Bin) -> String {
        let lang = self.caption.lang;
        let percent = |share: f64| number::whole(lang, (share * 100.0).round() as i64);
        let said = [
            ("given", percent(bin.given).into()),
            ("happened", percent(bin.happened).into()),
            ("count", bin.count.into()),
        ];
        say_with(lang, "chart-calibration", &said)
    }
}

fn shortened(text: &str) -> String {
    let mut text = text.to_owned();
    super::svg::shorten(&mut text, SIZE, LEFT + SIDE + 28.0);
    text
}
