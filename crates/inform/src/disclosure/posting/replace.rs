//! Documents that take the place of older ones: a person says so with a posting, no date does.
//!
//! Two resolutions on fees may both be in force, and a former commune's land plan is not that of another: whether the new
//! document ends an old one is known to who posts it alone. The old one is replaced while the new one is up everywhere.

use std::collections::BTreeSet;

use accounts::Desk;
use jiff::civil::Date;

use crate::disclosure::read::open_among;
use crate::disclosure::standing::days;
use crate::disclosure::{Check, Key, Line, READ, Refusal, State, Stays};

/// A line with the older ones of its duty and its owners, the oldest first: those whose place it may take, and those that it
/// took.
///
/// # Errors
/// [`Refusal::Missing`] where there is no such line that the desk may know of.
pub async fn with_older(desk: &Desk, key: &Key) -> Result<(Line, Vec<Line>), Refusal> {
    let (line, mut all) = open_among(&mut desk.read().await?, desk, key, &READ).await?;
    all.retain(|other| line.is_after(other));
    Ok((line, all))
}

impl Line {
    /// Whether it stays up until another takes its place.
    pub fn is_throughout(&self) -> bool {
        self.terms.stays == Stays::Throughout
    }

    /// Whether it may take the place of another: of the same duty and the same owners, for as long as it holds, and older.
    pub(in crate::disclosure) fn is_after(&self, other: &Self) -> bool {
        let age = |line: &Self| (line.event.day, line.event.id);
        let is_alike = self.duty.code == other.duty.code && self.owners == other.owners;
        is_alike && self.is_throughout() && other.is_throughout() && age(other) < age(self)
    }

    /// The events of the older lines whose place it takes, as its postings say.
    pub fn replaces(&self) -> impl Iterator<Item = i64> {
        self.postings.iter().flat_map(|posting| &posting.replaces).copied()
    }

    /// The day since which it is everywhere, where it is.
    fn stands_since(&self) -> Option<Date> {
        let is_complete = matches!(self.state, State::Up | State::Late(_) | State::Over | State::Replaced);
        self.complete.filter(|_| is_complete)
    }
}

/// Takes what was replaced for that, from the newest back: what was replaced itself still stands for what it replaced. A
/// line with an open check waits until somebody has looked; how late one was that never came stays with it.
pub(in crate::disclosure) fn replace(lines: &mut [Line]) {
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by_key(|at| lines.get(*at).map(|line| (line.event.day, line.event.id)));
    let mut replaced: BTreeSet<(i64, String, Date)> = BTreeSet::new();
    for at in order.into_iter().rev() {
        let Some(line) = lines.get_mut(at) else { continue };
        let own = replaced.iter().find(|(event, duty, _)| *event == line.event.id && *duty == line.duty.code);
        if let Some((.., since)) = own.filter(|_| !line.checks.iter().any(Check::is_open)) {
            if matches!(line.state, State::Missing(_)) {
                line.late = Some(days(line.due.day, *since)).filter(|late| *late > 0);
            }
            line.state = State::Replaced;
        }
        if let Some(since) = line.stands_since() {
            replaced.extend(line.replaces().map(|event| (event, line.duty.code.clone(), since)));
        }
    }
}
