//! What Kobo, ODK and their kin write: groups before names, options of a question as columns, and columns about the
//! tool itself.

use std::collections::{HashMap, HashSet};

use sheet::{Cells, in_row, letters};

use super::{Why, text};
use crate::column::number;

/// Columns that a tool writes about itself, without their group and in small letters.
const TOOL: [&str; 47] = [
    "start",
    "end",
    "today",
    "deviceid",
    "subscriberid",
    "simserial",
    "simid",
    "devicephonenum",
    "username",
    "audit",
    "instanceid",
    "instancename",
    "uuid",
    "__version__",
    "_version_",
    "_id",
    "_uuid",
    "_submission_time",
    "_date_submitted",
    "_submitted_by",
    "_validation_status",
    "_notes",
    "_status",
    "_tags",
    "_index",
    "_parent_index",
    "_parent_table_name",
    "_xform_id_string",
    "_attachments",
    "_duration",
    "_edited",
    "_media_count",
    "_total_media",
    "_media_all_received",
    "_xform_id",
    "meta",
    "rootuuid",
    "key",
    "submissiondate",
    "submitterid",
    "submittername",
    "attachmentspresent",
    "attachmentsexpected",
    "reviewstate",
    "edits",
    "formversion",
    "formdef_version",
];

/// Of these, those that no form of a person's own has.
const SURE: [&str; 10] = [
    "_uuid",
    "_submission_time",
    "_id",
    "__version__",
    "_xform_id_string",
    "instanceid",
    "submissiondate",
    "key",
    "formdef_version",
    "_validation_status",
];

/// The headings of a file, looked at together.
pub(super) struct Headings<'a> {
    written: Vec<&'a str>,
    names: Vec<String>,
    /// Whether a tool wrote the file.
    tool: bool,
    /// Whether a slash parts a group from a name; in a heading of somebody's own it is a slash.
    grouped: bool,
}

impl<'a> Headings<'a> {
    pub(super) fn new(written: Vec<&'a str>) -> Self {
        let tool = written.iter().any(|heading| SURE.contains(&last(heading).to_lowercase().as_str()));
        let grouped = tool || share_a_group(&written);
        let names = if grouped { named(&written) } else { told_apart(&written, &written) };
        Self { written, names, tool, grouped }
    }

    /// The heading without its groups.
    pub(super) fn bare(&self, at: usize) -> &'a str {
        if self.grouped { last(self.written[at]) } else { self.written[at] }
    }

    /// The name of a column: not twice in a file.
    pub(super) fn name(&self, at: usize) -> String {
        self.names[at].clone()
    }

    /// The heading as it was written.
    pub(super) fn label(&self, at: usize) -> String {
        self.written[at].to_owned()
    }

    /// Why a column is dropped for its heading.
    pub(super) fn why(&self, at: usize) -> Option<Why> {
        let heading = self.written[at];
        let bare = last(heading).to_lowercase();
        if self.tool && TOOL.contains(&bare.as_str())
            || SURE.contains(&bare.as_str()) && bare.starts_with('_')
        {
            return Some(Why::Tool);
        }
        let below = format!("{heading}/");
        let has_options = self.grouped && self.written.iter().any(|other| other.starts_with(&below));
        has_options.then_some(Why::Empty)
    }

    /// Whether a row below the headings repeats them in words, or in the tags of HXL, and answers nothing.
    pub(super) fn is_label_row(&self, row: &Cells, places: &[(u32, String)]) -> bool {
        let said: Vec<Option<String>> =
            places.iter().map(|(place, _)| in_row(row, *place).and_then(text)).collect();
        if said.iter().flatten().any(|text| text.starts_with('#'))
            && said.iter().flatten().all(|text| is_tag(text))
        {
            return true;
        }
        let mut marked = self.written.iter().zip(&said).filter(|(heading, _)| {
            matches!(
                last(heading).to_lowercase().as_str(),
                "_id" | "_index" | "_submission_time" | "start" | "end"
            )
        });
        let words = |text: &Option<String>| text.as_ref().is_none_or(|text| !begins_with_digit(text));
        let answers = said.iter().flatten().any(|text| number(text).is_some());
        self.tool
            && !answers
            && marked.next().is_some_and(|(_, text)| words(text))
            && marked.all(|(_, text)| words(text))
    }
}

fn is_tag(text: &str) -> bool {
    text.starts_with('#') || text.starts_with('+')
}

fn begins_with_digit(text: &str) -> bool {
    text.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
}

/// The part of a heading behind its groups.
fn last(heading: &str) -> &str {
    heading.rsplit('/').next().unwrap_or(heading).trim()
}

/// Whether several headings stand in one group, or below a heading that is there too.
fn share_a_group(written: &[&str]) -> bool {
    let groups: Vec<&str> = written.iter().filter_map(|heading| Some(heading.rsplit_once('/')?.0)).collect();
    let is_shared = |at: usize| groups[..at].contains(&groups[at]) || written.contains(&groups[at]);
    (0..groups.len()).any(is_shared)
}

/// Names without groups; an option keeps its question. What would come twice keeps its groups, and then its column.
fn named(written: &[&str]) -> Vec<String> {
    let all: HashSet<&str> = written.iter().copied().collect();
    let short = |heading: &str| match heading.rsplit_once('/') {
        Some((question, option)) if all.contains(question) => format!("{}/{option}", last(question)),
        _ => last(heading).to_owned(),
    };
    let shorts: Vec<String> = written.iter().map(|heading| short(heading)).collect();
    told_apart(written, &shorts.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Names, each once: what comes twice is called by its heading, and then by its column.
fn told_apart(written: &[&str], shorts: &[&str]) -> Vec<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    shorts.iter().for_each(|name| *counts.entry(*name).or_default() += 1);
    let mut taken: HashSet<String> = HashSet::new();
    let mut names = Vec::with_capacity(written.len());
    for (at, (heading, name)) in written.iter().zip(shorts).enumerate() {
        let mut name = if counts[name] > 1 { (*heading).to_owned() } else { (*name).to_owned() };
        if name.is_empty() || taken.contains(&name) {
            name = format!("{name} ({})", letters(u32::try_from(at).unwrap_or(u32::MAX)));
        }
        taken.insert(name.clone());
        names.push(name);
    }
    names
}
