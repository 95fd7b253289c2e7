//! A dot strip: every province on one axis, ours marked, lines where the mean and the targets lie.

use super::scale::Scale;
use super::svg::{Anchor, Svg, WIDTH, text_width};
use super::{Caption, Tone};
use crate::{Lang, number, say_with};

/// All provinces on one axis.
#[derive(Debug, Clone)]
pub struct DotStrip {
    /// Name and text alternative.
    pub caption: Caption,
    /// One for each province that has a score.
    pub dots: Vec<Dot>,
    /// The mean and any scores to reach, each with its label.
    pub lines: Vec<Line>,
}

/// One province.
#[derive(Debug, Clone)]
pub struct Dot {
    /// Its name.
    pub name: String,
    /// Its score.
    pub score: f64,
    /// Its rank and of how many; none where it is not ranked.
    pub rank: Option<(usize, usize)>,
    /// Its group.
    pub tone: Tone,
    /// Whether it is ours: drawn bigger and named.
    pub marked: bool,
}

/// A score worth a line.
#[derive(Debug, Clone)]
pub struct Line {
    /// The score.
    pub score: f64,
    /// What it is, "Bình quân"; the score is added.
    pub label: String,
}

const MARGIN: f64 = 14.0;
const SIZE: f64 = 14.0;
const ROW: f64 = 19.0;
const RADIUS: f64 = 4.0;
/// Dots keep this far apart, in a row and between rows.
const APART: f64 = 8.6;

impl DotStrip {
    /// Draws it.
    pub fn svg(&self) -> String {
        let scores = self.dots.iter().map(|dot| dot.score).chain(self.lines.iter().map(|line| line.score));
        let scale = Scale::over(scores, (MARGIN, WIDTH - MARGIN));
        let swarm = swarm(&self.dots, &scale);
        let half = swarm.iter().map(|(_, _, off)| off.abs()).fold(APART, f64::max) + RADIUS + 3.0;

        let labels = self.labels(&scale);
        let top = 4.0 + ROW * labels.len() as f64;
        let (middle, axis) = (top + 4.0 + half, top + 4.0 + 2.0 * half);
        let mut svg = Svg::open(&self.caption, "strip", WIDTH, axis + 24.0);
        self.draw_axis(&mut svg, &scale, axis);
        for (row, label) in labels.iter().enumerate() {
            let ours = swarm.iter().find(|(dot, x, _)| dot.marked && *x == label.x);
            let end = ours.filter(|_| label.marked).map_or(axis, |(_, _, off)| middle + off);
            svg.line(label.class(), (label.x, 6.0 + ROW * row as f64), (label.x, end));
        }
        self.draw_dots(&mut svg, &swarm, middle);
        for (row, label) in labels.iter().enumerate() {
            label.draw(&mut svg, 4.0 + ROW * row as f64 + SIZE);
        }
        svg.close()
    }

    fn draw_axis(&self, svg: &mut Svg, scale: &Scale, y: f64) {
        svg.line("axis", (MARGIN, y), (WIDTH - MARGIN, y));
        if self.dots.is_empty() && self.lines.is_empty() {
            return;
        }
        let (ticks, decimals) = scale.ticks(5);
        for tick in ticks {
            let x = scale.at(tick);
            svg.line("axis", (x, y), (x, y + 4.0));
            let text = number::decimals(self.caption.lang, tick, decimals);
            let x = x.clamp(text_width(&text, SIZE) / 2.0, WIDTH - text_width(&text, SIZE) / 2.0);
            svg.text("tick", Anchor::Middle, (x, y + 19.0), &text);
        }
    }

    /// The dots by tone, so that the class is written once; ours last, to lie on top.
    fn draw_dots(&self, svg: &mut Svg, swarm: &[(&Dot, f64, f64)], middle: f64) {
        let lang = self.caption.lang;
        for tone in Tone::ALL {
            let those: Vec<_> = swarm.iter().filter(|(dot, ..)| dot.tone == tone && !dot.marked).collect();
            if !those.is_empty() {
                svg.group(tone.class(), |svg| {
                    for (dot, x, off) in those {
                        svg.told(&tone.shape((*x, middle + off), RADIUS), &dot.told(lang));
                    }
                });
            }
        }
        for (dot, x, off) in swarm.iter().filter(|(dot, ..)| dot.marked) {
            svg.group(&format!("{} ours", dot.tone.class()), |svg| {
                svg.told(&dot.tone.shape((*x, middle + off), RADIUS * 1.9), &dot.told(lang));
            });
        }
    }

    /// The labels in rows from the top: texts to the right of their lines from left to right, then those to the
    /// left of theirs from left to right last; so no line runs through a text that stands above it.
    fn labels(&self, scale: &Scale) -> Vec<Label> {
        let lang = self.caption.lang;
        let marked = self.dots.iter().filter(|dot| dot.marked).map(|dot| (&dot.name, dot.score, true));
        let lines = self.lines.iter().map(|line| (&line.label, line.score, false));
        let mut labels: Vec<Label> = lines
            .chain(marked)
            .map(|(text, score, marked)| Label::new(lang, scale, text, score, marked))
            .collect();
        labels.sort_by(|a, b| {
            (a.left, a.order()).partial_cmp(&(b.left, b.order())).unwrap_or(std::cmp::Ordering::Equal)
        });
        labels
    }
}

impl Dot {
    fn told(&self, lang: Lang) -> String {
        let values = [("name", self.name.as_str().into()), ("score", self.score.into())];
        let Some((rank, of)) = self.rank else {
            return say_with(lang, "chart-score", &values);
        };
        let [name, score] = values;
        say_with(lang, "chart-score-and-rank", &[name, score, ("rank", rank.into()), ("of", of.into())])
    }
}

/// A text in the rows above the dots and the line that falls from it.
struct Label {
    text: String,
    x: f64,
    /// The text stands to the left of its line, for want of room to the right.
    left: bool,
    marked: bool,
}

impl Label {
    fn new(lang: Lang, scale: &Scale, text: &str, score: f64, marked: bool) -> Self {
        let mut text = format!("{text} {}", number::score(lang, score));
        super::svg::shorten(&mut text, SIZE, WIDTH - 2.0 * MARGIN);
        let x = scale.at(score);
        let left = x + 5.0 + text_width(&text, SIZE) > WIDTH && x > WIDTH / 2.0;
        Self { text, x, left, marked }
    }

    /// Right-hand texts go down as they go right; left-hand ones go down as they go left.
    fn order(&self) -> f64 {
        if self.left { -self.x } else { self.x }
    }

    fn class(&self) -> &'static str {
        if self.marked { "lead" } else { "mean" }
    }

    fn draw(&self, svg: &mut Svg, y: f64) {
        let class = if self.marked { "halo strong" } else { "halo" };
        let (anchor, x) = if self.left { (Anchor::End, self.x - 5.0) } else { (Anchor::Start, self.x + 5.0) };
        svg.text(class, anchor, (x, y), &self.text);
    }
}

/// Places the dots side by side: each at its score, moved up or down just far enough not to touch another.
fn swarm<'a>(dots: &'a [Dot], scale: &Scale) -> Vec<(&'a Dot, f64, f64)> {
    let mut sorted: Vec<&Dot> = dots.iter().filter(|dot| dot.score.is_finite()).collect();
    sorted.sort_by(|a, b| a.score.total_cmp(&b.score));
    let mut last_in_row: Vec<f64> = Vec::new();
    let mut placed = Vec::with_capacity(sorted.len());
    for dot in sorted {
        let x = scale.at(dot.score);
        let apart = if dot.marked { APART * 1.4 } else { APART };
        let row = last_in_row.iter().position(|last| x - last >= apart).unwrap_or(last_in_row.len());
        if row == last_in_row.len() {
            last_in_row.push(x);
        }
        last_in_row[row] = if dot.marked { x + APART * 0.4 } else { x };
        placed.push((dot, x, offset(row)));
    }
    placed
}

/// Rows 0, 1, 2, 3 … lie in the middle, above, below, further above …
fn offset(row: usize) -> f64 {
    let distance = row.div_ceil(2) as f64 * APART;
    if row % 2 == 1 { -distance } else { distance }
}
