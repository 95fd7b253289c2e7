//! The waterfall of an explanation.

use look::Lang;
use look::chart::{Part, Waterfall};
use look::words::say_with;
use scores::Explanation;

use super::caption;

/// From the earlier score to the later one; none where the province is unranked on a side. `name` names a part.
pub(crate) fn waterfall(
    lang: Lang,
    e: &Explanation,
    title: &str,
    description: String,
    name: impl Fn(&scores::Part) -> String,
) -> Option<String> {
    let (before, now) = e.places.0.score.zip(e.places.1.score)?;
    let year = |year: i16| say_with(lang, "explain-year", &[("year", year.to_string().into())]);
    let part = |part: &scores::Part| {
        Some(Part {
            label: name(part),
            own: part.change.own?,
            national: part.change.national,
            comparable: part.comparable,
        })
    };
    let drawn = Waterfall {
        caption: caption(lang, "waterfall", title, description),
        start: (year(e.from), before),
        parts: e.parts.iter().filter_map(part).collect(),
        end: (year(e.to), now),
    };
    Some(drawn.svg())
}
