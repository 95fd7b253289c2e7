//! Charts of the published results: what a page hands to the drawing room.

use look::Lang;
use places::UnitId;
use scores::Ranking;

/// All provinces of a ranking on one axis, ours marked.
pub(crate) fn strip(_: Lang, _: &Ranking, _: UnitId, _: &str) -> String {
    String::new()
}

/// The tile-grid map of a ranking.
pub(crate) fn tiles(_: Lang, _: &Ranking, _: UnitId, _: &str) -> String {
    String::new()
}
