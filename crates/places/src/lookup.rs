//! Finding a province by what people write: a code, a unit, a slug or a name in any spelling.

use std::collections::HashMap;
use std::fmt;

use crate::{Set, Unit, country, name};

/// What was found.
#[derive(Debug, Clone, Copy)]
pub struct Lookup<'a> {
    /// The province.
    pub unit: &'a Unit,
    /// Its set.
    pub set: &'a Set,
}

/// Nothing of that name; the nearest that exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotFound {
    /// What was written.
    pub written: String,
    /// The nearest names of the set, best first, at most three.
    pub nearest: Vec<&'static str>,
}

impl fmt::Display for NotFound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no province {:?}; nearest: {}", self.written, self.nearest.join(", "))
    }
}

impl std::error::Error for NotFound {}

/// The province that `written` means in `set`. A whole identifier (`24-2025`) decides its own set.
///
/// # Errors
/// [`NotFound`] with the nearest names of the set.
pub fn find(written: &str, set: &'static Set) -> Result<Lookup<'static>, NotFound> {
    if let Some(unit) = country().unit(written.trim()) {
        return Ok(Lookup { unit, set: country().set_of(unit) });
    }
    match set.find(written) {
        Some(unit) => Ok(Lookup { unit, set }),
        None => Err(NotFound { written: written.to_owned(), nearest: set.nearest(written, 3) }),
    }
}

impl Set {
    /// The unit of this set that `written` means: its code, slug, name or a known spelling.
    pub fn find(&self, written: &str) -> Option<&Unit> {
        let written = written.trim();
        if let Some(unit) = self.by_code(written) {
            return Some(unit);
        }
        self.by_key(&name::key(written))
    }

    /// The names that what was written nearly spells, best first: at most one letter in three is another, missing or swapped.
    pub fn near(&self, written: &str, most: usize) -> Vec<&'static str> {
        let key = name::key(written);
        let is_near = |name: &&'static str| {
            let own = name::key(name);
            let apart = strsim::damerau_levenshtein(&key, &own);
            apart * 3 <= own.chars().count().min(key.chars().count())
        };
        self.nearest(written, most).into_iter().filter(is_near).collect()
    }

    /// The names nearest to what was written, best first.
    pub fn nearest(&self, written: &str, most: usize) -> Vec<&'static str> {
        let key = name::key(written);
        let mut by_distance: Vec<_> = self
            .units
            .iter()
            .map(|unit| (strsim::damerau_levenshtein(&key, &name::key(unit.name)), unit.name))
            .collect();
        by_distance.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| name::order(a.1, b.1)));
        by_distance.into_iter().take(most).map(|(_, name)| name).collect()
    }

    fn by_key(&self, key: &str) -> Option<&Unit> {
        let at = self.keys.get_or_init(|| self.index()).get(key)?;
        self.units.get(*at)
    }

    /// Where the unit of each key stands. Spellings are listed for the oldest set; in a later one they mean the
    /// unit of the same name.
    fn index(&self) -> HashMap<String, usize> {
        let mut keys = HashMap::new();
        for (at, unit) in self.units.iter().enumerate() {
            keys.entry(name::key(unit.name)).or_insert(at);
            keys.entry(name::key(unit.name_en)).or_insert(at);
        }
        let country = country();
        for (alias, code) in &country.aliases {
            let Some(old) = country.sets[0].by_code(code) else { continue };
            let meant = self.position(old.id).or_else(|| keys.get(&name::key(old.name)).copied());
            if let Some(at) = meant {
                keys.entry(alias.clone()).or_insert(at);
            }
        }
        keys
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name_of(written: &str, set: &str) -> Option<&'static str> {
        country().set(set).and_then(|set| set.find(written)).map(|unit| unit.name)
    }

    #[test]
    fn codes_names_and_slugs_are_all_understood() {
        for written in ["95", "bac-lieu", "Bạc Liêu", "BAC LIEU", " tỉnh Bạc Liêu "] {
            assert_eq!(name_of(written, "63"), Some("Bạc Liêu"), "{written}");
        }
    }

    #[test]
    fn every_listed_spelling_finds_its_province() {
        #[derive(serde::Deserialize)]
        struct Row {
            alias: String,
            code: String,
        }
        for row in crate::rows::<Row>(include_str!("../../../data/name_aliases.csv")) {
            let found = country().sets[0].find(&row.alias).map(|unit| unit.code);
            assert_eq!(found, Some(row.code.as_str()), "{}", row.alias);
        }
    }

    #[test]
    fn a_code_is_read_in_the_set_that_is_asked() {
        assert_eq!(name_of("24", "63"), Some("Bắc Giang"));
        assert_eq!(name_of("24", "34"), Some("Bắc Ninh"));
    }

    #[test]
    fn a_whole_identifier_decides_its_own_set() {
        let found = find("24-2025", &country().sets[0]).expect("a unit");
        assert_eq!((found.unit.name, found.set.label), ("Bắc Ninh", "34"));
    }

    #[test]
    fn an_unknown_name_gets_the_nearest_that_exist() {
        let missing = find("Bac Leiu", &country().sets[0]).unwrap_err();
        assert_eq!(missing.nearest[0], "Bạc Liêu");
    }
}
