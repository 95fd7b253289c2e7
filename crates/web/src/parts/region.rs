//! The regions of a set: in an address by slug, on a page by name.

use look::Lang;
use look::words::say;
use places::{Set, Unit, name};

use crate::{Fault, asked};

/// The slug of a region: `dong-bang-song-cuu-long`.
pub(crate) fn slug(region: &str) -> String {
    name::fold(region).replace(' ', "-")
}

/// The name of a region in a language.
pub(crate) fn of(lang: Lang, region: &str) -> String {
    say(lang, &format!("region-{}", slug(region)))
}

/// Every region of a set: slug and name.
pub(crate) fn choices(lang: Lang, set: &Set) -> Vec<(String, String)> {
    set.regions().into_iter().map(|region| (slug(region), of(lang, region))).collect()
}

/// The region that an address asks for, if it asks.
pub(crate) fn asked(set: &'static Set, field: &Option<String>) -> Result<Option<&'static str>, Fault> {
    let Some(written) = asked::written(field) else { return Ok(None) };
    let regions = set.regions();
    let found = regions.iter().find(|region| slug(region) == written);
    found.map(|region| Some(*region)).ok_or_else(|| Fault::NoRegion {
        written: written.to_owned(),
        regions: regions.iter().map(|region| slug(region)).collect(),
    })
}

/// The provinces of a unit's region, the unit first.
pub(crate) fn neighbours(set: &'static Set, unit: &Unit) -> Vec<&'static Unit> {
    let mut units: Vec<_> = set.units.iter().filter(|other| other.region == unit.region).collect();
    units.sort_by_key(|other| other.id != unit.id);
    units
}
