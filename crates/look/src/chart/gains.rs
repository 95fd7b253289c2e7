//! Gains: what is needed beside what others gained, part by part.
//!
//! A row for each part, its words above its bar, as in a waterfall.

use super::Caption;
use super::scale::Scale;
use super::svg::{Anchor, Svg, WIDTH, shorten, text_width};
use crate::{number, say_with};

/// What is needed of several parts.
#[derive(Debug, Clone)]
pub struct Gains {
    /// Name and text alternative.
    pub caption: Caption,
    /// In the order to draw them.
    pub parts: Vec<Gain>,
}

/// One part.
#[derive(Debug, Clone)]
pub struct Gain {
    /// Its number and short name, "1.1 Tri thức công dân".
    pub label: String,
    /// The points that are needed.
    pub needed: f64,
    /// What provinces that started alike gained: the median, the 75th and the 90th percentile; none where too few did.
    pub others: Option<[f64; 3]>,
}

const SIZE: f64 = 14.0;
const MARGIN: f64 = 8.0;
const ROW: f64 = 42.0;
const BAR: f64 = 9.0;
/// From the top of a row to the top of its bar.
const BAR_AT: f64 = 19.0;

impl Gains {
    /// Draws it.
    pub fn svg(&self) -> String {
        let values =
            self.parts.iter().flat_map(|part| part.others.into_iter().flatten().chain([part.needed]));
        let scale = Scale::over(values.chain([0.0]), (MARGIN, WIDTH - MARGIN));
        let mut svg = Svg::open(&self.caption, "gains", WIDTH, ROW * self.parts.len() as f64 + 4.0);
        let level = scale.at(0.0);
        for (index, part) in self.parts.iter().enumerate() {
            let y = ROW * index as f64;
            svg.group("part", |svg| {
                svg.title(&self.told(part));
                self.draw_words(svg, y, part);
                svg.line("axis", (level, y + BAR_AT - 2.0), (level, y + ROW - 6.0));
                let (from, to) = (level.min(scale.at(part.needed)), level.max(scale.at(part.needed)));
                svg.rect("gain", (from, y + BAR_AT), ((to - from).max(1.0), BAR));
                if let Some(others) = part.others {
                    draw_others(svg, others.map(|gain| scale.at(gain)), y + BAR_AT + BAR + 5.0);
                }
            });
        }
        svg.close()
    }

    fn draw_words(&self, svg: &mut Svg, y: f64, part: &Gain) {
        let figure = number::signed(self.caption.lang, part.needed);
        let mut label = part.label.clone();
        shorten(&mut label, SIZE, WIDTH - text_width(&figure, SIZE) - 12.0);
        svg.text("", Anchor::Start, (0.0, y + SIZE), &label);
        svg.text("strong", Anchor::End, (WIDTH, y + SIZE), &figure);
    }

    fn told(&self, part: &Gain) -> String {
        let lang = self.caption.lang;
        let signed = |gain: f64| number::signed(lang, gain).into();
        let (name, needed) = (("name", part.label.as_str().into()), ("needed", signed(part.needed)));
        match part.others {
            Some([median, upper, best]) => {
                let others = [("median", signed(median)), ("upper", signed(upper)), ("best", signed(best))];
                let [median, upper, best] = others;
                say_with(lang, "chart-gain-beside-others", &[name, needed, median, upper, best])
            }
            None => say_with(lang, "chart-gain", &[name, needed]),
        }
    }
}

/// From the median to the best tenth, a stroke across at the best quarter.
fn draw_others(svg: &mut Svg, [median, upper, best]: [f64; 3], y: f64) {
    svg.line("whisker", (median, y), (best, y));
    for x in [median, upper, best] {
        svg.line("national", (x, y - 4.0), (x, y + 4.0));
    }
}
