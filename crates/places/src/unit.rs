//! A unit: one province for as long as it has the same area.

use std::collections::HashMap;
use std::fmt;
use std::sync::OnceLock;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Names a unit for good: its code and the year its set came into force, as in `95-2008` or `24-2025`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitId(pub(crate) &'static str);

impl UnitId {
    /// The text of the identifier, `95-2008`.
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for UnitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// A set of provinces in force together, named by how many they are: `63`, `34`.
#[derive(Debug)]
pub struct Set {
    /// What people call it: `63`.
    pub label: &'static str,
    /// First day in force.
    pub from: Date,
    /// Last day in force; none for the set of today.
    pub to: Option<Date>,
    /// Its provinces in order of code.
    pub units: Vec<Unit>,
    /// Where the unit of each spelling's key stands; made when first asked for.
    pub(crate) keys: OnceLock<HashMap<String, usize>>,
}

impl Set {
    /// Where a unit stands among the set's units, by code.
    pub fn position(&self, id: UnitId) -> Option<usize> {
        self.units.iter().position(|unit| unit.id == id)
    }

    /// The unit that has this code in this set.
    pub fn by_code(&self, code: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.code == code)
    }

    /// The unit whose address ends in this slug.
    pub fn by_slug(&self, slug: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.slug == slug)
    }

    /// The regions of the set, each once, in the order of the map (north to south).
    pub fn regions(&self) -> Vec<&'static str> {
        let mut north_first: Vec<&Unit> = self.units.iter().collect();
        north_first.sort_by_key(|unit| unit.tile.row);
        let mut regions = Vec::new();
        for unit in north_first {
            if !regions.contains(&unit.region) {
                regions.push(unit.region);
            }
        }
        regions
    }
}

impl PartialEq for Set {
    fn eq(&self, other: &Self) -> bool {
        self.label == other.label
    }
}

impl Eq for Set {}

/// A province in one set.
#[derive(Debug)]
pub struct Unit {
    /// Its lasting name.
    pub id: UnitId,
    /// The set's label.
    pub set: &'static str,
    /// General Statistics Office code, two digits; not unique over time.
    pub code: &'static str,
    /// Name in Vietnamese, without "tỉnh" or "thành phố".
    pub name: &'static str,
    /// Name in English.
    pub name_en: &'static str,
    /// Name in an address: `bac-lieu`.
    pub slug: &'static str,
    /// `tỉnh` or `thành phố`.
    pub kind: &'static str,
    /// The socio-economic region.
    pub region: &'static str,
    /// First day in force.
    pub from: Date,
    /// Last day in force.
    pub to: Option<Date>,
    /// The code of the unit that its area belongs to in the set after.
    pub successor: Option<&'static str>,
    /// The codes, in the set before, of the units that it was made from.
    pub members: Vec<&'static str>,
    /// What became of it, or where it came from.
    pub identity: Identity,
    /// People, census of 1 April 2019 (RULES 7); the weight in aggregating.
    pub population: f64,
    /// Its place on the tile-grid map.
    pub tile: Tile,
}

/// How a unit continues one of the set before, or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Identity {
    /// Same area, same code.
    Unchanged,
    /// Same code and name, larger area.
    Enlarged,
    /// The name goes on under another code.
    Recoded,
    /// The unit ended.
    Ended,
    /// The unit ended and its code passed to another name.
    EndedCodeReused,
}

/// A place on the tile-grid map: columns to the east, rows to the south.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tile {
    /// Columns from the west edge.
    pub column: u8,
    /// Rows from the north edge.
    pub row: u8,
}
