//! `ARCHITECTURE.md` against the workspace: the rooms that exist, what they use, and what they may never hold.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

type Uses = BTreeMap<String, BTreeSet<String>>;

#[test]
fn the_page_lists_the_crates_that_exist() {
    let (listed, existing) = (allowed(), real());
    assert_eq!(listed.keys().collect::<Vec<_>>(), existing.keys().collect::<Vec<_>>());
}

#[test]
fn no_crate_uses_one_that_the_page_does_not_allow() {
    let allowed = allowed();
    for (room, uses) in real() {
        let beyond: Vec<_> = uses.difference(&allowed[&room]).collect();
        assert!(beyond.is_empty(), "{room} uses {beyond:?}, which ARCHITECTURE.md does not allow");
    }
}

#[test]
fn sql_stays_in_store_in_tables_and_in_views() {
    let views = views();
    let elsewhere = sources().into_iter().filter(|source| {
        let is_table = source
            .path
            .components()
            .any(|part| ["table.rs", "table"].iter().any(|own| part.as_os_str() == *own));
        let at_home = source.room == "store" || is_table || views.contains(&source.shown());
        !at_home && source.has_any(&["SELECT ", "INSERT INTO ", "DELETE FROM ", "CREATE TABLE ", " SET "])
    });
    assert_none(elsewhere, "SQL outside its rooms");
}

#[test]
fn html_stays_in_web_and_look() {
    let tags = [
        "a", "p", "br", "div", "span", "table", "tr", "td", "ul", "li", "h1", "h2", "form", "button", "svg",
        "path",
    ];
    let openings: Vec<String> =
        tags.iter().flat_map(|tag| [format!("<{tag}>"), format!("<{tag} "), format!("</{tag}>")]).collect();
    let openings: Vec<&str> = openings.iter().map(String::as_str).collect();
    let elsewhere = sources()
        .into_iter()
        .filter(|source| !["web", "look"].contains(&source.room.as_str()) && source.has_any(&openings));
    assert_none(elsewhere, "HTML outside its rooms");
}

#[test]
fn one_file_of_the_program_reads_the_clock() {
    let readers: Vec<_> = sources()
        .into_iter()
        .filter(|source| {
            source.has_any(&["SystemTime::now", "Timestamp::now", "Zoned::now", "Utc::now", "Local::now"])
        })
        .map(|source| source.shown())
        .collect();
    assert!(readers.len() <= 1, "the clock is read in {readers:?}");
    assert!(readers.iter().all(|path| path.starts_with("nanghang/")), "{readers:?} is no file of nanghang");
}

#[test]
fn rooms_stay_small() {
    let mut folders: BTreeMap<PathBuf, usize> = BTreeMap::new();
    for source in sources() {
        let depth = source.path.components().count() - 1;
        assert!(depth <= 3, "{} lies {depth} folders deep", source.shown());
        assert!(source.lines <= 400, "{} has {} lines", source.shown(), source.lines);
        *folders.entry(Path::new(&source.room).join(&source.path).with_file_name("")).or_default() += 1;
    }
    let crowded: Vec<_> = folders.iter().filter(|(_, files)| **files > 20).collect();
    assert!(crowded.is_empty(), "more than twenty files in {crowded:?}");
}

#[test]
fn every_file_says_what_it_is_and_none_is_a_drawer() {
    let drawers = ["utils", "util", "common", "misc", "helpers", "manager", "service", "model", "repo"];
    for source in sources() {
        assert!(source.opens_with_its_purpose, "{} begins without a //! comment", source.shown());
        let mut names =
            source.path.components().filter_map(|part| Path::new(part.as_os_str()).file_stem()?.to_str());
        assert!(!names.any(|name| drawers.contains(&name)), "{} is named like a drawer", source.shown());
    }
}

/// Crate by crate, what the table of `ARCHITECTURE.md` allows.
fn allowed() -> Uses {
    let rows = page().lines().filter(|line| line.starts_with("| `")).map(cells).collect::<Vec<_>>();
    let rooms = rows.into_iter().filter(|cells| cells.len() == 4);
    let uses: Uses =
        rooms.filter_map(|cells| Some((quoted(&cells[0]).pop_first()?, quoted(&cells[2])))).collect();
    assert!(uses.len() > 5, "the table of crates was not found");
    uses
}

/// The files that may join tables for reading, as the page names them.
fn views() -> BTreeSet<String> {
    let page = page();
    quoted(page.lines().find(|line| line.starts_with("Views:")).expect("a line that lists the views"))
}

/// Crate by crate, the crates of ours among its normal dependencies.
fn real() -> Uses {
    let mut asked = Command::new(env!("CARGO"));
    asked.args(["metadata", "--no-deps", "--offline", "--format-version=1"]).current_dir(root());
    let answer = asked.output().expect("cargo runs");
    let metadata: serde_json::Value = serde_json::from_slice(&answer.stdout).expect("cargo metadata");
    let packages = metadata["packages"].as_array().expect("packages");
    let ours: BTreeSet<&str> = packages.iter().filter_map(|package| package["name"].as_str()).collect();
    let normal = |package: &serde_json::Value| {
        let dependencies = package["dependencies"].as_array().expect("dependencies").iter();
        let normal = dependencies.filter(|dependency| dependency["kind"].is_null());
        normal
            .filter_map(|dependency| dependency["name"].as_str())
            .filter(|name| ours.contains(name))
            .map(str::to_owned)
            .collect()
    };
    packages
        .iter()
        .filter_map(|package| Some((package["name"].as_str()?.to_owned(), normal(package))))
        .collect()
}

/// A Rust source of a crate, without its tests and comments.
struct Source {
    room: String,
    /// Within the crate's `src`.
    path: PathBuf,
    lines: usize,
    opens_with_its_purpose: bool,
    code: String,
}

impl Source {
    fn read(room: &str, src: &Path, file: &Path) -> Self {
        let text = fs::read_to_string(file).expect("a source is text");
        let lines = text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
        let code: Vec<_> = lines.filter(|line| !line.trim_start().starts_with("//")).collect();
        Self {
            room: room.to_owned(),
            path: file.strip_prefix(src).expect("within src").to_owned(),
            lines: text.lines().count(),
            opens_with_its_purpose: text.starts_with("//!"),
            code: code.join("\n"),
        }
    }

    fn has_any(&self, marks: &[&str]) -> bool {
        marks.iter().any(|mark| self.code.contains(mark))
    }

    fn shown(&self) -> String {
        format!("{}/src/{}", self.room, self.path.display())
    }
}

fn sources() -> Vec<Source> {
    let crates =
        fs::read_dir(root().join("crates")).expect("crates").map(|entry| entry.expect("a crate").path());
    let mut sources = Vec::new();
    for folder in crates.filter(|folder| folder.join("Cargo.toml").exists()) {
        let room = folder.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
        let src = folder.join("src");
        sources.extend(rust_files(&src).iter().map(|file| Source::read(&room, &src, file)));
    }
    assert!(sources.len() > 20, "the sources were not found");
    sources
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let here = files.into_iter().filter(|file| file.extension().is_some_and(|kind| kind == "rs"));
    here.chain(folders.iter().flat_map(|folder| rust_files(folder))).collect()
}

fn assert_none(found: impl Iterator<Item = Source>, what: &str) {
    let found: Vec<_> = found.map(|source| source.shown()).collect();
    assert!(found.is_empty(), "{what}: {found:?}");
}

fn page() -> String {
    fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md")
}

fn cells(row: &str) -> Vec<String> {
    row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
}

/// The words between back quotes.
fn quoted(text: &str) -> BTreeSet<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
