//! The tone of a group: a colour for the eye, a shape and letters for everyone.

use super::svg::Short;
use crate::{Lang, say};

/// One of the four groups, or none where none is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Tone {
    /// The high group: a full triangle that points up.
    High,
    /// High average: a full disc.
    HighAverage,
    /// Low average: a ring.
    LowAverage,
    /// The low group: an empty triangle that points down.
    Low,
    /// No group: a small square.
    #[default]
    None,
}

impl Tone {
    /// All of them, from high to low, then none.
    pub const ALL: [Self; 5] = [Self::High, Self::HighAverage, Self::LowAverage, Self::Low, Self::None];

    /// The class in the style sheet: `tone1` (high) to `tone4`, `tone0` for no group.
    pub fn class(self) -> &'static str {
        match self {
            Self::High => "tone1",
            Self::HighAverage => "tone2",
            Self::LowAverage => "tone3",
            Self::Low => "tone4",
            Self::None => "tone0",
        }
    }

    /// The letters that stand for the group on a tile; none where there is no group.
    pub fn letters(self, lang: Lang) -> String {
        match self {
            Self::High => say(lang, "group-high-short"),
            Self::HighAverage => say(lang, "group-high_average-short"),
            Self::LowAverage => say(lang, "group-low_average-short"),
            Self::Low => say(lang, "group-low-short"),
            Self::None => String::new(),
        }
    }

    /// Path data of the group's shape around a point, about `r` units in each direction.
    pub(crate) fn shape(self, (x, y): (f64, f64), r: f64) -> String {
        let r = r * self.weight();
        let (left, right, top, bottom) = (Short(x - r), Short(x + r), Short(y - r), Short(y + r));
        let (wide, half) = (Short(2.0 * r), Short(r));
        match self {
            Self::High => format!("M{left} {bottom}h{wide}l-{half}-{wide}z"),
            Self::Low => format!("M{left} {top}h{wide}l-{half} {wide}z"),
            Self::HighAverage | Self::LowAverage => {
                format!("M{left} {0}a{half} {half} 0 1 0 {wide} 0a{half} {half} 0 1 0-{wide} 0", Short(y))
            }
            Self::None => format!("M{left} {top}H{right}V{bottom}H{left}z"),
        }
    }

    /// Shapes of one radius look unlike in size; these do not.
    fn weight(self) -> f64 {
        match self {
            Self::None => 0.75,
            _ => 1.0,
        }
    }
}

/// The shape of a group alone, for a legend in the page's text. It is decoration: the word stands beside it.
pub fn mark(tone: Tone) -> String {
    format!(
        r#"<svg class="chart-mark" viewBox="0 0 14 14" aria-hidden="true"><path class="{}" d="{}"/></svg>"#,
        tone.class(),
        tone.shape((7.0, 7.0), 5.0)
    )
}
