//! The catalogues held against each other and against every place that speaks from them.

#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use look::Lang;
use regex_lite::Regex;

#[test]
fn both_languages_have_the_same_keys_and_none_is_empty() {
    let vi = catalogue(Lang::Vi);
    let en = catalogue(Lang::En);

    assert_eq!(vi.keys().collect::<Vec<_>>(), en.keys().collect::<Vec<_>>());
    for (key, text) in vi.iter().chain(&en) {
        assert!(!text.trim().is_empty(), "{key} says nothing");
    }
}

#[test]
fn both_languages_put_the_same_values_into_a_sentence() {
    let en = catalogue(Lang::En);
    for (key, text) in catalogue(Lang::Vi) {
        assert_eq!(values(&text), values(&en[&key]), "{key}");
    }
}

#[test]
fn every_key_that_is_used_exists() {
    let known = catalogue(Lang::Vi);
    for (path, text) in sources() {
        for key in keys_asked_for(&text) {
            assert!(known.contains_key(key), "{key} in {} is in no catalogue", path.display());
        }
    }
}

#[test]
fn every_key_that_exists_is_used() {
    let sources = sources();
    let used: BTreeSet<&str> = sources.iter().flat_map(|(_, text)| quoted(text)).collect();
    let families: BTreeSet<&str> = sources.iter().flat_map(|(_, text)| beginnings(text)).collect();
    let known = catalogue(Lang::Vi);
    let inside = |key: &str| known.values().any(|text| text.contains(&format!("{{ {key} }}")));
    let idle: Vec<&String> = known
        .keys()
        .filter(|key| !used.contains(key.as_str()) && !inside(key))
        .filter(|key| !families.iter().any(|family| key.starts_with(family)))
        .collect();
    assert!(idle.is_empty(), "nobody says {idle:?}");
}

/// Whatever stands in quotes and may be a key. The command line marks headings of columns of numbers with `>`.
fn quoted(text: &str) -> Vec<&str> {
    let quoted = Regex::new(r#"">?([a-z][a-z0-9_-]*)""#).unwrap();
    quoted.captures_iter(text).map(|found| found.get(1).unwrap().as_str()).collect()
}

/// How keys begin that are put together at run time: `"group-{}"`, `"cli-about{path}"`, `word("units", label)`.
fn beginnings(text: &str) -> Vec<&str> {
    let begun =
        Regex::new(r#""([a-z][a-z0-9_]*-[a-z0-9_-]*)\{|"([a-z][a-z0-9_-]*-)"|word\("([a-z-]+)","#).unwrap();
    begun.captures_iter(text).map(|found| found.iter().skip(1).flatten().next().unwrap().as_str()).collect()
}

/// Key and text of every message; a key that two files give fails.
fn catalogue(lang: Lang) -> BTreeMap<String, String> {
    let message =
        Regex::new(r"(?m)^([a-zA-Z][a-zA-Z0-9_-]*) *=((?:.*)(?:\n[ \t]+.*|\n(?:[ \t]*\n)+[ \t]+.*)*)")
            .unwrap();
    let mut texts = BTreeMap::new();
    for (path, text) in files(&crates().join("look/words").join(lang.code()), &["ftl"]) {
        for found in message.captures_iter(&text) {
            let before = texts.insert(found[1].to_owned(), found[2].to_owned());
            assert!(before.is_none(), "{} in {} is given twice", &found[1], path.display());
        }
    }
    texts
}

fn values(text: &str) -> BTreeSet<String> {
    Regex::new(r"\$([a-z][a-z0-9_-]*)")
        .unwrap()
        .captures_iter(text)
        .map(|found| found[1].to_owned())
        .collect()
}

/// The keys written out in calls of `say` and `say_with` and in the filters `t` and `tn`.
fn keys_asked_for(text: &str) -> Vec<&str> {
    let asked = Regex::new(r#"(?:\bsay(?:_with)?\([^"()]*,\s*|\|\s*tn?\(\s*)"([^"\{]+)""#).unwrap();
    asked.captures_iter(text).map(|found| found.get(1).unwrap().as_str()).collect()
}

/// Code without its comments and tests, and templates, of every crate.
fn sources() -> Vec<(PathBuf, String)> {
    let comment = Regex::new(r"(?m)^ *//.*$").unwrap();
    let mut sources = Vec::new();
    for entry in fs::read_dir(crates()).unwrap() {
        let home = entry.unwrap().path();
        for folder in ["src", "templates"] {
            sources.extend(files(&home.join(folder), &["rs", "html", "txt", "xml", "svg"]));
        }
    }
    for (_, text) in &mut sources {
        text.truncate(text.find("#[cfg(test)]").unwrap_or(text.len()));
        *text = comment.replace_all(text, "").into_owned();
    }
    sources
}

fn files(folder: &Path, extensions: &[&str]) -> Vec<(PathBuf, String)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extensions));
        } else if path.extension().is_some_and(|it| extensions.iter().any(|wanted| it == *wanted)) {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
    found
}

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}
