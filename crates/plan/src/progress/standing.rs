//! How far a promise is: one word for all of its assignments together.

use crate::board::{Line, Task};
use crate::status::Status;

/// How far a promise is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is asked yet.
    NotDue,
    /// Something was done or is asked for now, and nothing is late.
    OnTrack,
    /// A report waits for review, and nothing is late.
    Waiting,
    /// So many days late, by the one that is late longest.
    Late(i32),
    /// Nothing new was told in a period of a task without an end.
    Stale,
    /// Done, all of it in time.
    Done,
    /// Done, the latest part so many days late.
    DoneLate(i32),
    /// The plan is over and it was not done.
    NotDone,
    /// It lost its ground.
    Cancelled,
}

impl Standing {
    /// The words of all, as catalogues and the interface for machines have them.
    pub const WORDS: [&str; 9] =
        ["not_due", "on_track", "waiting", "late", "stale", "done", "done_late", "not_done", "cancelled"];

    /// Its word, without the days.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotDue => "not_due",
            Self::OnTrack => "on_track",
            Self::Waiting => "waiting",
            Self::Late(_) => "late",
            Self::Stale => "stale",
            Self::Done => "done",
            Self::DoneLate(_) => "done_late",
            Self::NotDone => "not_done",
            Self::Cancelled => "cancelled",
        }
    }

    /// How many days late it is now.
    pub fn late(self) -> Option<i32> {
        match self {
            Self::Late(days) => Some(days),
            _ => None,
        }
    }

    /// How many days late it is, or was when it was done.
    pub fn days(self) -> Option<i32> {
        match self {
            Self::Late(days) | Self::DoneLate(days) => Some(days),
            _ => None,
        }
    }

    /// The standing of a task by these of its assignments. The worst tells; done is only what nothing follows.
    pub(crate) fn of(task: &Task, lines: &[&Line]) -> Self {
        let asked: Vec<&&Line> = lines.iter().filter(|line| line.status != Status::Cancelled).collect();
        let has = |status| asked.iter().any(|line| line.status == status);
        let days = |of: fn(Status) -> Option<i32>| asked.iter().filter_map(|line| of(line.status)).max();
        let late = |status| if let Status::Late(days) = status { Some(days) } else { None };
        let done_late = |status| if let Status::DoneLate(days) = status { Some(days) } else { None };
        let ended = asked.iter().map(|line| line.last).max().is_some_and(|last| task.ends_with(last));
        let done = asked.iter().filter(|line| line.status.is_done()).count();
        if let Some(days) = days(late) {
            return Self::Late(days);
        }
        match days(done_late) {
            _ if asked.is_empty() && !lines.is_empty() => Self::Cancelled,
            _ if has(Status::NotDone) => Self::NotDone,
            _ if has(Status::Stale) => Self::Stale,
            _ if has(Status::Reported) => Self::Waiting,
            Some(days) if ended && done == asked.len() => Self::DoneLate(days),
            None if ended && done == asked.len() => Self::Done,
            _ if done > 0 || has(Status::Due) => Self::OnTrack,
            _ => Self::NotDue,
        }
    }
}

/// How many promises stand how. Those that lost their ground are not counted among all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// All that are asked.
    pub all: usize,
    /// Done, in time or late.
    pub done: usize,
    /// Of these, done late.
    pub done_late: usize,
    /// Late now.
    pub late: usize,
    /// Days of the longest lateness of now.
    pub longest: Option<i32>,
    /// Waiting for review.
    pub waiting: usize,
    /// On the way in time.
    pub on_track: usize,
    /// Not asked yet.
    pub not_due: usize,
    /// Stale, or not done when the plan was over.
    pub unmet: usize,
    /// Lost their ground.
    pub cancelled: usize,
}

impl Count {
    /// Counts these.
    pub fn of(standings: impl IntoIterator<Item = Standing>) -> Self {
        let mut count = Self::default();
        standings.into_iter().for_each(|standing| count.add(standing));
        count
    }

    pub(super) fn add(&mut self, standing: Standing) {
        let one = match standing {
            Standing::Cancelled => {
                self.cancelled += 1;
                return;
            }
            Standing::NotDue => &mut self.not_due,
            Standing::OnTrack => &mut self.on_track,
            Standing::Waiting => &mut self.waiting,
            Standing::Stale | Standing::NotDone => &mut self.unmet,
            Standing::Done => &mut self.done,
            Standing::DoneLate(_) => {
                self.done_late += 1;
                &mut self.done
            }
            Standing::Late(days) => {
                self.longest = self.longest.max(Some(days));
                &mut self.late
            }
        };
        *one += 1;
        self.all += 1;
    }
}
