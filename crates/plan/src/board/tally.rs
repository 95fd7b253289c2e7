//! Counts of the board: by section of the plan, and by agency.

use std::collections::BTreeMap;

use super::Line;
use crate::status::Status;

/// How many assignments, and how they stand. Those cancelled are not counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// All that are asked.
    pub all: usize,
    /// Done, in time or late.
    pub done: usize,
    /// Of these, done late.
    pub done_late: usize,
    /// Reports that wait for review.
    pub waiting: usize,
    /// Late now.
    pub late: usize,
    /// Days of the longest lateness of now.
    pub longest: Option<i32>,
    /// Stale, or not done when the plan was over.
    pub unmet: usize,
    /// Those of agencies that ended, which a person has to decide on.
    pub undecided: usize,
}

impl Tally {
    /// Counts these.
    pub fn of<'a>(lines: impl IntoIterator<Item = &'a Line>) -> Self {
        let mut tally = Self::default();
        lines.into_iter().for_each(|line| tally.add(line));
        tally
    }

    /// Neither done nor waiting, late nor unmet: there is time.
    pub fn in_time(&self) -> usize {
        self.all - self.done - self.waiting - self.late - self.unmet
    }

    fn add(&mut self, line: &Line) {
        match line.status {
            Status::Cancelled => return,
            Status::Done => self.done += 1,
            Status::DoneLate(_) => {
                self.done += 1;
                self.done_late += 1;
            }
            Status::Reported => self.waiting += 1,
            Status::Late(days) => {
                self.late += 1;
                self.longest = self.longest.max(Some(days));
            }
            Status::NotDone | Status::Stale => self.unmet += 1,
            Status::NotDue | Status::Due => {}
        }
        self.all += 1;
        self.undecided += usize::from(line.waits_for_a_decision());
    }
}

/// The counts of each section, in the order of the plan.
pub fn by_section<'a>(lines: impl IntoIterator<Item = &'a Line>) -> Vec<(&'a str, Tally)> {
    let mut order: Vec<(&str, Tally)> = Vec::new();
    for line in lines {
        let section = line.task.section.as_str();
        match order.iter_mut().find(|(known, _)| *known == section) {
            Some((_, tally)) => tally.add(line),
            None => order.push((section, Tally::of([line]))),
        }
    }
    order
}

/// The counts of each agency, by code.
pub fn by_agency<'a>(lines: impl IntoIterator<Item = &'a Line>) -> Vec<(&'a str, Tally)> {
    let mut counts: BTreeMap<&str, Tally> = BTreeMap::new();
    for line in lines {
        counts.entry(&line.agency).or_default().add(line);
    }
    counts.into_iter().collect()
}
