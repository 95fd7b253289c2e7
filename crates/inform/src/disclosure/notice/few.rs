//! What stands on the page of a commune at first: of each duty the newest few, so that a page of many stays light.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Notices, Shown};
use crate::disclosure::{Duty, Line};

/// The most lines of the page of a commune, unless it has more duties.
const ALL: usize = 36;
/// The most of one duty among them.
const EACH: usize = 8;

/// What is told of a commune first.
#[derive(Debug)]
pub struct Few<'a> {
    /// The lines, by duty: what is missing before what is up, the newest first.
    pub lines: Vec<&'a Line>,
    /// The duties of which there is more, and how many lines each has in all.
    pub more: Vec<(&'static Duty, usize)>,
}

impl Notices {
    /// What is told of a commune first, and of what there is more.
    pub fn few(&self, commune: &str) -> Few<'_> {
        let mut duties: BTreeMap<&str, Vec<&Line>> = BTreeMap::new();
        for line in self.of(commune) {
            duties.entry(&line.duty.code).or_default().push(line);
        }
        let held = |each: &usize| duties.values().map(|lines| lines.len().min(*each)).sum::<usize>() <= ALL;
        let each = (1..=EACH).rev().find(held).unwrap_or(1);
        let more = duties.values().filter(|lines| lines.len() > each);
        let more = more.filter_map(|lines| Some((lines.first()?.duty, lines.len()))).collect();
        for lines in duties.values_mut() {
            self.sort(lines);
            lines.truncate(each);
        }
        Few { lines: duties.into_values().flatten().collect(), more }
    }

    /// Everything that is told of a duty in a commune, in that order.
    pub fn of_duty(&self, commune: &str, duty: &str) -> Vec<&Line> {
        let mut lines: Vec<&Line> = self.of(commune).filter(|line| line.duty.code == duty).collect();
        self.sort(&mut lines);
        lines
    }

    /// What is missing, what is up or coming, what was up for its time, what has been missing for more than a year.
    fn sort(&self, lines: &mut [&Line]) {
        let rank = |line: &Line| match self.shown(line) {
            _ if self.is_old(line) => 3,
            Shown::Absent(_) => 0,
            Shown::Here(_) | Shown::Coming => 1,
            Shown::Past(_) => 2,
        };
        lines.sort_by_key(|line| (rank(line), Reverse((line.event.day, line.event.id))));
    }
}
