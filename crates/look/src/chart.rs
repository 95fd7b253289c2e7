//! Charts: plain data in, one inline SVG out.
//!
//! Drawn 360 units wide for a phone. Geometry is in attributes and everything else in classes
//! (`style/chart.css`), so a strict content policy holds and dark mode, contrast and print need no second
//! drawing. Nothing is told by colour alone: a group has a shape, a direction has a form and a sign, what
//! cannot be compared has a mark.

mod calibration;
mod fan;
mod gains;
mod history;
mod intervals;
mod multiple;
mod odds;
mod plane;
mod ranks;
mod scale;
mod strip;
mod svg;
mod tiles;
mod tone;
mod waterfall;

pub use calibration::{Bin, Calibration};
pub use fan::{Ahead, Fan};
pub use gains::{Gain, Gains};
pub use history::{Band, History, Series};
pub use intervals::{Interval, Intervals};
pub use multiple::Multiple;
pub use odds::RankOdds;
pub use ranks::{RankHistory, Ranks};
pub use strip::{Dot, DotStrip, Line};
pub use tiles::{Island, Tile, TileMap};
pub use tone::{Tone, mark};
pub use waterfall::{Part, Waterfall};

use crate::Lang;

/// The style sheet of the charts. The page's own sheet defines the variables that it uses, for light, dark and
/// high contrast: `--ink`, `--muted`, `--line`, `--paper`, `--accent`, `--late`, `--tone1` to `--tone4` (the
/// groups from high to low) and `--tone1-ink` to `--tone4-ink` (text upon them).
pub const CHART_CSS: &str = include_str!("../style/chart.css");

/// The style sheet of the charts.
pub fn style() -> &'static str {
    CHART_CSS
}

/// What a chart is called, for those who do not see it too.
#[derive(Debug, Clone)]
pub struct Caption {
    /// The language of its words and numbers.
    pub lang: Lang,
    /// Unique on the page; the ids inside the chart begin with it.
    pub id: String,
    /// What is shown: a line.
    pub title: String,
    /// What there is to see, in a sentence or two: the text alternative.
    pub description: String,
}
