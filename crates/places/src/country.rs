//! The country: every set of provinces, the islands of the map, and the spellings people use.

use std::sync::{LazyLock, OnceLock};

use jiff::civil::{Date, date};
use serde::Deserialize;

use crate::embedded::rows;
use crate::{Identity, Set, Tile, Unit, UnitId, name};

/// All that is known of provinces.
#[derive(Debug)]
pub struct Country {
    /// Sets of provinces, oldest first.
    pub sets: Vec<Set>,
    /// Archipelagos on the map.
    pub islands: Vec<Island>,
    /// Key of a spelling, and the code (in the oldest set) that it means.
    pub(crate) aliases: Vec<(String, &'static str)>,
}

/// An archipelago on the tile-grid map; it carries no score of its own.
#[derive(Debug)]
pub struct Island {
    /// The label of the set whose map it is on.
    pub set: &'static str,
    /// Name in Vietnamese.
    pub name: &'static str,
    /// Name in English.
    pub name_en: &'static str,
    /// Code of the province that it belongs to.
    pub belongs_to: &'static str,
    /// Its place on the map.
    pub tile: Tile,
}

/// The country as embedded in the binary, read once.
pub fn country() -> &'static Country {
    static COUNTRY: LazyLock<Country> = LazyLock::new(Country::embedded);
    &COUNTRY
}

impl Country {
    /// The set that a survey year's results are about: the one in force when the year ends.
    pub fn set_of_year(&self, year: i16) -> &Set {
        self.set_on(date(year, 12, 31))
    }

    /// The set in force on a day; the oldest for days before it.
    pub fn set_on(&self, day: Date) -> &Set {
        self.sets.iter().rev().find(|set| set.from <= day).unwrap_or(&self.sets[0])
    }

    /// The set of this label.
    pub fn set(&self, label: &str) -> Option<&Set> {
        self.sets.iter().find(|set| set.label == label)
    }

    /// The unit of this identifier.
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.sets.iter().flat_map(|set| &set.units).find(|unit| unit.id.as_str() == id)
    }

    /// The set that a unit belongs to.
    pub fn set_of(&self, unit: &Unit) -> &Set {
        self.set(unit.set).unwrap_or(&self.sets[0])
    }

    /// The unit, in the set after, that this unit's area belongs to; none for units of today.
    pub fn successor(&self, unit: &Unit) -> Option<&Unit> {
        let at = self.sets.iter().position(|set| set.label == unit.set)?;
        self.sets.get(at + 1)?.by_code(unit.successor?)
    }

    /// The unit that this one has become part of by a survey year; none where it still stands, or goes on with its area
    /// unchanged.
    pub fn merged_into(&self, unit: &Unit, year: i16) -> Option<&Unit> {
        let ended = unit.to.is_some_and(|last| last.year() <= year);
        self.successor(unit).filter(|next| ended && self.members(next).len() > 1)
    }

    /// The units, in the set before, that this unit was made from.
    pub fn members(&self, unit: &Unit) -> Vec<&Unit> {
        let before = self.sets.iter().position(|set| set.label == unit.set).and_then(|at| at.checked_sub(1));
        let Some(before) = before.map(|at| &self.sets[at]) else { return Vec::new() };
        unit.members.iter().filter_map(|code| before.by_code(code)).collect()
    }

    fn embedded() -> Self {
        let mut sets: Vec<Set> = Vec::new();
        for row in rows::<UnitRow>(include_str!("../../../data/provinces.csv")) {
            let unit = Unit::from(row);
            match sets.iter_mut().find(|set| set.label == unit.set) {
                Some(set) => set.units.push(unit),
                None => sets.push(Set {
                    label: unit.set,
                    from: unit.from,
                    to: unit.to,
                    units: vec![unit],
                    keys: OnceLock::new(),
                }),
            }
        }
        sets.sort_by_key(|set| set.from);
        for set in &mut sets {
            set.units.sort_by_key(|unit| unit.code);
        }
        let islands = rows::<IslandRow>(include_str!("../../../data/map_islands.csv"));
        let aliases = rows::<AliasRow>(include_str!("../../../data/name_aliases.csv"));
        Self {
            sets,
            islands: islands.into_iter().map(Island::from).collect(),
            aliases: aliases.into_iter().map(|row| (name::key(&row.alias), keep(row.code))).collect(),
        }
    }
}

#[derive(Deserialize)]
struct UnitRow {
    unit: String,
    set: String,
    code: String,
    name: String,
    name_en: String,
    slug: String,
    r#type: String,
    region: String,
    in_force_from: Date,
    in_force_to: Option<Date>,
    successor: Option<String>,
    members: String,
    identity: Identity,
    population: f64,
    tile_column: u8,
    tile_row: u8,
}

#[derive(Deserialize)]
struct IslandRow {
    set: String,
    name: String,
    name_en: String,
    belongs_to: String,
    tile_column: u8,
    tile_row: u8,
}

#[derive(Deserialize)]
struct AliasRow {
    alias: String,
    code: String,
}

impl From<UnitRow> for Unit {
    fn from(row: UnitRow) -> Self {
        Self {
            id: UnitId(keep(row.unit)),
            set: keep(row.set),
            code: keep(row.code),
            name: keep(row.name),
            name_en: keep(row.name_en),
            slug: keep(row.slug),
            kind: keep(row.r#type),
            region: keep(row.region),
            from: row.in_force_from,
            to: row.in_force_to,
            successor: row.successor.filter(|code| !code.is_empty()).map(keep),
            members: keep(row.members).split_whitespace().collect(),
            identity: row.identity,
            population: row.population,
            tile: Tile { column: row.tile_column, row: row.tile_row },
        }
    }
}

impl From<IslandRow> for Island {
    fn from(row: IslandRow) -> Self {
        Self {
            set: keep(row.set),
            name: keep(row.name),
            name_en: keep(row.name_en),
            belongs_to: keep(row.belongs_to),
            tile: Tile { column: row.tile_column, row: row.tile_row },
        }
    }
}

/// Reference data is read once and lives as long as the program.
fn keep(text: String) -> &'static str {
    text.leak()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sets_are_the_63_and_the_34() {
        let sizes: Vec<_> = country().sets.iter().map(|set| (set.label, set.units.len())).collect();
        assert_eq!(sizes, [("63", 63), ("34", 34)]);
    }

    #[test]
    fn a_survey_year_means_the_set_in_force_at_its_end() {
        assert_eq!(country().set_of_year(2024).label, "63");
        assert_eq!(country().set_of_year(2025).label, "34");
    }

    #[test]
    fn a_reused_code_names_another_province() {
        let country = country();
        assert_eq!(country.unit("24-2008").map(|unit| unit.name), Some("Bắc Giang"));
        assert_eq!(country.unit("24-2025").map(|unit| unit.name), Some("Bắc Ninh"));
    }

    #[test]
    fn every_unit_of_the_63_has_one_successor_that_counts_it_as_a_member() {
        let country = country();
        for unit in &country.sets[0].units {
            let successor = country.successor(unit).expect(unit.name);
            assert!(country.members(successor).iter().any(|member| member.id == unit.id), "{}", unit.name);
        }
    }

    #[test]
    fn a_unit_that_goes_on_with_its_area_unchanged_is_merged_into_none() {
        let merged = |id: &str, year| {
            country().unit(id).and_then(|unit| country().merged_into(unit, year)).map(|unit| unit.id.as_str())
        };
        assert_eq!(merged("01-2008", 2025), None, "Hà Nội");
        assert_eq!(merged("95-2008", 2025), Some("96-2025"), "Bạc Liêu into Cà Mau");
        assert_eq!(merged("96-2008", 2025), Some("96-2025"), "the old Cà Mau was smaller");
        assert_eq!(merged("95-2008", 2024), None);
        assert_eq!(merged("96-2025", 2030), None);
        let unchanged =
            country().sets[0].units.iter().filter(|unit| country().merged_into(unit, 2025).is_none());
        assert_eq!(unchanged.count(), 11);
    }

    #[test]
    fn a_merged_population_is_the_sum_of_its_members() {
        let country = country();
        for unit in &country.sets[1].units {
            let sum: f64 = country.members(unit).iter().map(|member| member.population).sum();
            assert!((sum - unit.population).abs() < 0.5, "{}", unit.name);
        }
    }

    #[test]
    fn no_two_tiles_of_a_map_lie_on_each_other() {
        for set in &country().sets {
            let islands = country().islands.iter().filter(|island| island.set == set.label);
            let mut tiles: Vec<_> =
                set.units.iter().map(|unit| unit.tile).chain(islands.map(|island| island.tile)).collect();
            let all = tiles.len();
            tiles.sort_by_key(|tile| (tile.row, tile.column));
            tiles.dedup();
            assert_eq!(tiles.len(), all, "{}", set.label);
        }
    }
}
