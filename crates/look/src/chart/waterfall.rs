//! A waterfall: how a total became another, part by part.
//!
//! A row for each part, its words above its bar, so that thirty parts read on a phone. A bar ends in a point
//! that shows its direction; a short line beside it shows how far the country moved.

use super::Caption;
use super::scale::Scale;
use super::svg::{Anchor, Short, Svg, WIDTH, shorten, text_width};
use crate::{number, say_with};

/// From one total to another.
#[derive(Debug, Clone)]
pub struct Waterfall {
    /// Name and text alternative.
    pub caption: Caption,
    /// What it starts from, "Năm 2023", and the score.
    pub start: (String, f64),
    /// What moved, in the order to draw it. They add up to the difference of the totals.
    pub parts: Vec<Part>,
    /// What it ends at, "Năm 2024", and the score.
    pub end: (String, f64),
}

/// One part of a change.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its number and short name, "1.1 Tri thức công dân".
    pub label: String,
    /// Our change.
    pub own: f64,
    /// The mean change of all provinces.
    pub national: Option<f64>,
    /// Whether the part means the same on both sides.
    pub comparable: bool,
}

const SIZE: f64 = 14.0;
const MARGIN: f64 = 8.0;
const ROW: f64 = 38.0;
const BAR: f64 = 11.0;
/// From the top of a row to the top of its bar.
const BAR_AT: f64 = 19.0;

impl Waterfall {
    /// Draws it.
    pub fn svg(&self) -> String {
        let scale = Scale::over(self.levels(), (MARGIN, WIDTH - MARGIN));
        let height = ROW * (self.parts.len() as f64 + 2.0) + 4.0;
        let mut svg = Svg::open(&self.caption, "waterfall", WIDTH, height);
        svg.hatching(&self.hatching());

        for (label, score) in [&self.start, &self.end] {
            self.draw_guide(&mut svg, label, scale.at(*score));
        }
        let mut level = self.start.1;
        self.draw_total(&mut svg, &scale, 0, &self.start);
        for (index, part) in self.parts.iter().enumerate() {
            self.draw_part(&mut svg, &scale, index + 1, part, level);
            level += part.own;
        }
        self.draw_total(&mut svg, &scale, self.parts.len() + 1, &self.end);
        svg.close()
    }

    /// A total's level beside every bar, leaving the words alone.
    fn draw_guide(&self, svg: &mut Svg, label: &str, x: f64) {
        let x = Short(x);
        let beside =
            |row: usize| format!("M{x} {}v{}", Short(ROW * row as f64 + BAR_AT - 2.0), Short(BAR + 4.0));
        svg.group("guide", |svg| svg.told(&(0..self.parts.len() + 2).map(beside).collect::<String>(), label));
    }

    /// Every score that the drawing reaches.
    fn levels(&self) -> Vec<f64> {
        let mut level = self.start.1;
        let mut levels = vec![level, self.end.1];
        for part in &self.parts {
            levels.extend(part.national.map(|national| level + national));
            level += part.own;
            levels.push(level);
        }
        levels
    }

    fn draw_total(&self, svg: &mut Svg, scale: &Scale, row: usize, (label, score): &(String, f64)) {
        let y = ROW * row as f64;
        self.draw_words(svg, "strong", y, label, &number::score(self.caption.lang, *score));
        let (x, middle) = (scale.at(*score), y + BAR_AT + BAR / 2.0);
        svg.area("total", &[(x, middle - 6.5), (x + 6.5, middle), (x, middle + 6.5), (x - 6.5, middle)]);
    }

    fn draw_part(&self, svg: &mut Svg, scale: &Scale, row: usize, part: &Part, level: f64) {
        let y = ROW * row as f64;
        let change = number::signed(self.caption.lang, part.own);
        svg.group("part", |svg| {
            svg.title(&self.told(part));
            self.draw_words(svg, "", y, &part.label, &change);
            let outline = arrow(scale.at(level), scale.at(level + part.own), y + BAR_AT);
            let class = if part.own < 0.0 { "loss" } else { "gain" };
            if part.comparable {
                svg.area(class, &outline);
            } else {
                svg.unlike((WIDTH - text_width(&change, SIZE) - 8.0, y + 9.5));
                svg.hatched(&self.hatching(), "hatched", &outline);
            }
            if let Some(national) = part.national {
                let x = scale.at(level + national);
                svg.line("national", (x, y + BAR_AT - 3.0), (x, y + BAR_AT + BAR + 3.0));
            }
        });
    }

    fn draw_words(&self, svg: &mut Svg, class: &str, y: f64, label: &str, figure: &str) {
        let mut label = label.to_owned();
        shorten(&mut label, SIZE, WIDTH - text_width(figure, SIZE) - 22.0);
        svg.text(class, Anchor::Start, (0.0, y + SIZE), &label);
        svg.text(class, Anchor::End, (WIDTH, y + SIZE), figure);
    }

    fn told(&self, part: &Part) -> String {
        let lang = self.caption.lang;
        let own = ("own", number::signed(lang, part.own).into());
        let name = ("name", part.label.as_str().into());
        match part.national {
            Some(national) => {
                let national = ("national", number::signed(lang, national).into());
                say_with(lang, "chart-part-beside-national", &[name, own, national])
            }
            None => say_with(lang, "chart-part", &[name, own]),
        }
    }

    fn hatching(&self) -> String {
        format!("{}-hatch", self.caption.id)
    }
}

/// A bar that ends in a point. One too short for it is all point; no change at all is a thin stroke.
fn arrow(from: f64, to: f64, top: f64) -> Vec<(f64, f64)> {
    let (middle, bottom) = (top + BAR / 2.0, top + BAR);
    if (to - from).abs() < 1.0 {
        return vec![(from - 0.8, top), (from + 0.8, top), (from + 0.8, bottom), (from - 0.8, bottom)];
    }
    let neck = to - (to - from).clamp(-5.0, 5.0);
    vec![(from, top), (neck, top), (to, middle), (neck, bottom), (from, bottom)]
}
