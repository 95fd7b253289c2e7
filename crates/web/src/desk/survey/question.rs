//! A question to a survey as an address carries it.

use ::fieldwork::{Column, Question};
use serde::Deserialize;

use crate::local::encoded;

/// What the address asks for.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    /// The answers, by column.
    q: Vec<String>,
    /// The columns of groups.
    by: Vec<String>,
    /// `total`, or means and proportions.
    what: String,
    /// Per cent of coverage.
    level: String,
}

/// The coverages that the form offers, in per cent.
pub(super) const LEVELS: [&str; 3] = ["95", "90", "99"];

impl Asked {
    /// Whether the form was not sent: one that was has its columns of groups, if only empty ones.
    pub(super) fn is_nothing(&self) -> bool {
        self.by.is_empty() && self.q.iter().all(String::is_empty)
    }

    pub(super) fn asks(&self, column: &Column) -> bool {
        self.q.contains(&column.name)
    }

    /// The column of groups in a place, from 0.
    pub(super) fn group(&self, place: usize) -> &str {
        self.by.iter().filter(|name| !name.is_empty()).nth(place).map_or("", String::as_str)
    }

    pub(super) fn totals(&self) -> bool {
        self.what == "total"
    }

    pub(super) fn level(&self) -> &'static str {
        LEVELS.into_iter().find(|level| *level == self.level).unwrap_or(LEVELS[0])
    }

    /// The question; names that are asked twice count once.
    pub(super) fn question(&self) -> Question {
        let once = |names: &[String]| {
            let mut kept: Vec<String> = Vec::new();
            for name in names.iter().filter(|name| !name.is_empty()) {
                if !kept.contains(name) {
                    kept.push(name.clone());
                }
            }
            kept
        };
        let level: f64 = self.level().parse().unwrap_or(95.0);
        Question { totals: self.totals(), columns: once(&self.q), by: once(&self.by), level: level / 100.0 }
    }

    /// The same question as the query of an address.
    pub(super) fn query(&self) -> String {
        let question = self.question();
        let mut parts: Vec<String> =
            question.columns.iter().map(|name| format!("q={}", encoded(name))).collect();
        parts.extend(question.by.iter().map(|name| format!("by={}", encoded(name))));
        if self.totals() {
            parts.push("what=total".to_owned());
        }
        if self.level() != LEVELS[0] {
            parts.push(format!("level={}", self.level()));
        }
        parts.join("&")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_written_as_it_was_read() {
        let text = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let asked = Asked {
            q: text(&["kênh/tivi", "diem", "diem", ""]),
            by: text(&["", "gioi"]),
            what: "total".to_owned(),
            level: "90".to_owned(),
        };
        assert_eq!(asked.query(), "q=k%C3%AAnh%2Ftivi&q=diem&by=gioi&what=total&level=90");
        assert_eq!((asked.group(0), asked.group(1)), ("gioi", ""));
        let question = asked.question();
        assert_eq!((question.columns.len(), question.level, question.totals), (2, 0.9, true));
        assert_eq!(Asked::default().level(), "95");
    }
}
