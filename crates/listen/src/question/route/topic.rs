//! Topics: what a question is about, in plain words, each tied to one of the contents of the index and to the office whose
//! business it is. From `data/question_topics.csv`. A topic proposes an agency; a person sends the question on.

use std::sync::LazyLock;

use accounts::agency::{Agency, Kind};
use places::name::{fold, words};
use serde::Deserialize;

static TOPICS: LazyLock<Vec<Topic>> = LazyLock::new(|| {
    let rows: Vec<Row> = places::rows(include_str!("../../../../../data/question_topics.csv"));
    rows.into_iter().map(Topic::from).collect()
});

/// What a question is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// The word in the database and in catalogues.
    pub word: String,
    /// The content of the index that it belongs to, by its number.
    pub content: Option<u8>,
    /// Whether a commune deals with it first.
    is_local: bool,
    /// What the names of the provincial agencies hold that deal with it, folded; the first in force is meant.
    offices: Vec<String>,
}

#[derive(Deserialize)]
struct Row {
    ma: String,
    noi_dung: Option<u8>,
    noi: String,
    co_quan: String,
}

impl From<Row> for Topic {
    fn from(row: Row) -> Self {
        let offices = row.co_quan.split(';').map(fold).filter(|office| !office.is_empty()).collect();
        Self { word: row.ma, content: row.noi_dung, is_local: row.noi == "xa", offices }
    }
}

impl Topic {
    /// Every topic, in the order that people are shown.
    pub fn all() -> &'static [Self] {
        &TOPICS
    }

    /// The topic of a word.
    pub fn find(word: &str) -> Option<&'static Self> {
        TOPICS.iter().find(|topic| topic.word == word)
    }

    /// The agency of these, the province's own in force, whose business a question on this topic is: for a local one the
    /// commune that its asker named, or that its text names, where it names one alone; else the provincial office.
    pub fn proposes<'a>(
        &self,
        agencies: &[&'a Agency],
        commune: Option<&str>,
        text: &str,
    ) -> Option<&'a str> {
        let said = || agencies.iter().copied().find(|it| commune == Some(it.code.as_str()));
        let commune = self.is_local.then(|| said().or_else(|| named(agencies, text))).flatten();
        let office = || {
            let offices = agencies.iter().filter(|it| it.kind == Kind::Department);
            let of = |part: &String| offices.clone().find(|it| fold(&it.name).contains(part.as_str()));
            self.offices.iter().find_map(of)
        };
        commune.or_else(|| office().copied()).map(|agency| agency.code.as_str())
    }
}

/// The one commune that a text names by its kind and name: `xã Hiệp Thành`.
fn named<'a>(agencies: &[&'a Agency], text: &str) -> Option<&'a Agency> {
    let text = format!(" {} ", words(text).join(" "));
    let is_named = |agency: &&&Agency| {
        let plain = fold(&agency.name);
        let plain = plain.strip_prefix("ubnd ").unwrap_or(&plain);
        let plain = words(plain.split(" (").next().unwrap_or(plain)).join(" ");
        !plain.is_empty() && text.contains(&format!(" {plain} "))
    };
    let mut found = agencies.iter().filter(|agency| agency.kind == Kind::Commune).filter(is_named);
    match (found.next(), found.next()) {
        (Some(one), None) => Some(one),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn agency(code: &str, name: &str, kind: Kind) -> Agency {
        Agency {
            code: code.to_owned(),
            name: name.to_owned(),
            kind,
            outside: false,
            unit: "95-2008".to_owned(),
            began: date(2025, 3, 1),
            ended: None,
            identifier: None,
            note: None,
            certainty: "found".to_owned(),
            successors: vec![],
        }
    }

    #[test]
    fn topics_have_words_of_their_own_and_cover_every_content() {
        let mut contents: Vec<u8> = Topic::all().iter().filter_map(|topic| topic.content).collect();
        contents.sort_unstable();
        contents.dedup();
        assert_eq!(contents, [1, 2, 3, 4, 5, 6, 7, 8]);
        for topic in Topic::all() {
            assert_eq!(Topic::find(&topic.word), Some(topic));
            assert_eq!(topic.content.is_none(), topic.word == "other");
        }
        assert_eq!(Topic::find("x"), None);
    }

    #[test]
    fn a_topic_proposes_the_office_in_force_and_a_commune_only_where_one_is_named() {
        let all = [
            agency("SYT", "Sở Y tế", Kind::Department),
            agency("SXD", "Sở Xây dựng (từ 01/3/2025)", Kind::Department),
            agency("STNMT", "Sở Tài nguyên và Môi trường", Kind::Department),
            agency("BV", "Bệnh viện của Sở Y tế", Kind::Party),
            agency("P2", "UBND Phường 2 (thành phố Bạc Liêu)", Kind::Commune),
            agency("HT", "UBND xã Hiệp Thành (thành phố Bạc Liêu)", Kind::Commune),
        ];
        let agencies: Vec<&Agency> = all.iter().collect();
        for (topic, text, meant) in [
            ("health", "Trạm y tế xã Hiệp Thành hết thuốc", Some("SYT")),
            ("works", "Đèn đường ở phường 2 không sáng", Some("P2")),
            ("works", "Đường XÃ HIỆP THÀNH hư", Some("HT")),
            ("works", "Đường từ phường 2 đến xã Hiệp Thành hư", Some("SXD")),
            ("works", "Đường ở phường 22 hư", Some("SXD")),
            ("land", "Xin xem bản đồ đất phường 2", Some("STNMT")),
            ("budget", "Thu chi", None),
            ("other", "phường 2", None),
        ] {
            assert_eq!(Topic::find(topic).unwrap().proposes(&agencies, None, text), meant, "{topic}: {text}");
        }
        let said = |topic: &str| Topic::find(topic).unwrap().proposes(&agencies, Some("HT"), "Hư ở phường 2");
        assert_eq!(
            [said("works"), said("health")],
            [Some("HT"), Some("SYT")],
            "what its asker chose goes first"
        );
        assert_eq!(Topic::find("health").unwrap().proposes(&[], None, ""), None);
    }
}
