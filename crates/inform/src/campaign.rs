//! Campaign: what people should come to know or be able to do, for whom, with which messages, and who makes what by when.
//!
//! Two things are kept apart. What was made and how many it reached are counts; what people came to know is measured by
//! asking them, with its uncertainty, and never follows from a count.

mod channel;
mod did;
mod flag;
mod item;
mod made;
mod rank;
mod read;
mod refusal;
mod table;
mod write;

use accounts::{Desk, Directory, Relation};
use jiff::civil::Date;

pub use channel::Channel;
pub use flag::Flag;
pub use item::{CHANGE_ITEM, DROP, Going, NewItem, PUT, change_item, drop_item, put};
pub use made::{DONE, NewDone, done};
pub use read::{READ, Seen, all, of_task, one};
pub use refusal::Refusal;
pub use write::{CHANGE, CLOSE, Draft, OPEN, WRITE, change, close, open, write};

/// The longest title, in characters.
pub const TITLE_MAX: usize = 160;
/// The longest text of another field.
pub const TEXT_MAX: usize = 2_000;
/// A campaign has so many items at most.
pub const ITEMS_MAX: usize = 200;
/// It serves so many tasks at most.
pub const TASKS_MAX: usize = 20;

/// A campaign as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    /// Its number.
    pub id: i64,
    /// The key of the form it came by.
    pub form: String,
    /// What it is called.
    pub title: String,
    /// What people should know or be able to do.
    pub aim: String,
    /// Whom it is for.
    pub audience: String,
    /// What is to be told; may be empty.
    pub messages: String,
    /// The contents of the index that it is about, by number.
    pub contents: Vec<u8>,
    /// The first day.
    pub first: Date,
    /// The last one.
    pub last: Date,
    /// What it may cost, in đồng; none where that is not known.
    pub budget: Option<i64>,
    /// Of which line of the budget; may be empty.
    pub budget_line: String,
    /// The numbers of the tasks of the plan that it serves.
    pub tasks: Vec<i64>,
    /// The agency of who wrote it.
    pub agency: Option<String>,
    /// The account of who wrote it.
    pub written_by: String,
    /// The day.
    pub written_on: Date,
    /// The day that it began in earnest; none for a draft.
    pub opened_on: Option<Date>,
    /// Why texts that were flagged stay.
    pub decided: Option<String>,
    /// The day that it was closed, and what came of it.
    pub closed: Option<(Date, String)>,
    /// Counts what its words became: 1 as it was written.
    pub version: i64,
}

/// Something that somebody makes for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its number.
    pub id: i64,
    /// The number of the campaign.
    pub campaign: i64,
    /// The key of the form it came by.
    pub form: String,
    /// Where it appears.
    pub channel: Channel,
    /// What is made.
    pub what: String,
    /// The code of the agency that makes it.
    pub agency: String,
    /// By when.
    pub due: Date,
    /// What tells how it stands, where nobody says it by hand.
    pub told_by: Option<Teller>,
    /// What was done; none while it is not.
    pub done: Option<Done>,
    /// How often its bulletin was aired; none where none tells it, or nobody has counted.
    pub airings: Option<Airings>,
    /// The days that it had before, the first of them first.
    pub moved: Vec<Moved>,
    /// That it will not be made after all.
    pub dropped: Option<Dropped>,
    /// Counts its changes: 1 as it was put there.
    pub version: i64,
}

/// How often a bulletin was aired at all its stations together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Airings {
    /// So often it was to be.
    pub planned: usize,
    /// So often it was, by the logs.
    pub aired: usize,
    /// So often by the day of the item.
    pub in_time: usize,
    /// The day that the bulletin was withdrawn: nothing is planned from then on.
    pub withdrawn: Option<Date>,
}

/// That an item of a campaign that is under way got another day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The day that it had before.
    pub due: Date,
    /// The day on which it was moved.
    pub on: Date,
    /// The account of who did.
    pub by: String,
    /// Why; empty where it was not overdue and nobody said.
    pub why: String,
}

/// That an item was struck out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// The day.
    pub on: Date,
    /// The account of who did; empty where it was not kept.
    pub by: String,
    /// Why; empty where that was not kept.
    pub why: String,
}

/// What tells how an item stands, so that nobody says it by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Teller {
    /// The logs of a bulletin for loudspeakers, by its number.
    Bulletin(i64),
    /// An article of the portal, by its number: it is made once readers see it.
    Article(i64),
}

/// That an item was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The day.
    pub on: Date,
    /// The account of who said so.
    pub by: String,
    /// Where it can be seen, or what was done; the title of the article that tells it.
    pub shown: String,
    /// Views, people in the room, copies, as they were counted; none where nobody counted. Never what anybody knows.
    pub reached: Option<i64>,
}

/// How a campaign stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is being written.
    Draft,
    /// It is under way.
    Open,
    /// It is over.
    Closed,
}

impl State {
    /// The word in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }
}

/// How an item stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It was made in time.
    Done,
    /// It was made after its day.
    DoneLate,
    /// Its day has passed and nobody said that it was made.
    Late,
    /// Its day has not passed.
    Coming,
    /// Its day has passed before its campaign began: nobody was asked for it.
    Passed,
    /// Its bulletin's logs tell.
    InLogs,
}

impl Standing {
    /// The word in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::DoneLate => "done-late",
            Self::Late => "late",
            Self::Coming => "coming",
            Self::Passed => "passed",
            Self::InLogs => "in-logs",
        }
    }
}

impl Campaign {
    /// How it stands.
    pub fn state(&self) -> State {
        match (&self.closed, self.opened_on) {
            (Some(_), _) => State::Closed,
            (None, Some(_)) => State::Open,
            (None, None) => State::Draft,
        }
    }

    /// What its texts and those of its items would do to a survey, and whether it aims at a rank: a person has to decide.
    pub fn flags<'a>(&'a self, items: impl IntoIterator<Item = &'a Item>) -> Vec<Flag> {
        let own = [&self.title, &self.aim, &self.audience, &self.messages].map(String::as_str);
        let mut flags = flag::survey(own.into_iter().chain(items.into_iter().flat_map(Item::words)));
        flags.extend(flag::rank(&self.aim));
        flags
    }

    /// How an item stands on a day: nothing of a campaign that has not begun is late.
    pub fn standing(&self, item: &Item, today: Date) -> Standing {
        match item.standing(today) {
            Standing::Late if self.state() == State::Draft => Standing::Passed,
            standing => standing,
        }
    }

    /// How a desk stands to it: it makes something for it, or its agency wrote it, or it has the work of one that did.
    pub fn relation(&self, items: &[Item], desk: &Desk, directory: &Directory) -> Relation {
        let is_own = |agency: &str| desk.relation_by_heirs(directory, agency) == Relation::Own;
        if items.iter().any(|item| is_own(&item.agency)) {
            return Relation::Own;
        }
        let wrote = self.agency.as_deref().is_some_and(is_own);
        if wrote { Relation::Cooperating } else { Relation::Other }
    }
}

impl Item {
    /// The bulletin or the article that tells how it stands.
    fn tellers(&self) -> (Option<i64>, Option<i64>) {
        match self.told_by {
            None => (None, None),
            Some(Teller::Bulletin(id)) => (Some(id), None),
            Some(Teller::Article(id)) => (None, Some(id)),
        }
    }

    /// What it says: what is made, and what was done where somebody said so by hand.
    fn words(&self) -> impl Iterator<Item = &str> {
        let said = self.done.as_ref().filter(|_| self.told_by.is_none()).map(|done| done.shown.as_str());
        [self.what.as_str()].into_iter().chain(said)
    }

    /// How it stands on a day. One that logs tell is made when all that was planned was aired: silence is late too.
    pub fn standing(&self, today: Date) -> Standing {
        if matches!(self.told_by, Some(Teller::Bulletin(_))) {
            return match self.airings {
                Some(it) if it.planned > 0 && it.in_time >= it.planned => Standing::Done,
                Some(it) if it.planned > 0 && it.aired >= it.planned => Standing::DoneLate,
                Some(it) if it.withdrawn.is_some() && it.aired >= it.planned => Standing::InLogs,
                Some(_) if self.due < today => Standing::Late,
                _ => Standing::InLogs,
            };
        }
        match &self.done {
            Some(done) if done.on > self.due => Standing::DoneLate,
            Some(_) => Standing::Done,
            None if self.due < today => Standing::Late,
            None => Standing::Coming,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn item(due: Date, done: Option<Date>) -> Item {
        let done = done.map(|on| Done { on, by: String::new(), shown: String::new(), reached: Some(9_000) });
        Item {
            id: 1,
            campaign: 1,
            form: String::new(),
            channel: Channel::Zalo,
            what: "Bài đăng".into(),
            agency: "A".into(),
            due,
            told_by: None,
            done,
            airings: None,
            moved: Vec::new(),
            dropped: None,
            version: 1,
        }
    }

    #[test]
    fn an_item_is_late_when_its_day_has_passed_and_nobody_said_that_it_was_made() {
        let (due, next) = (date(2025, 5, 10), date(2025, 5, 11));
        assert_eq!(item(due, None).standing(due), Standing::Coming);
        assert_eq!(item(due, None).standing(next), Standing::Late);
        assert_eq!(item(due, Some(due)).standing(next), Standing::Done);
        assert_eq!(item(due, Some(next)).standing(next), Standing::DoneLate);
        assert_eq!(
            Item { told_by: Some(Teller::Bulletin(1)), ..item(due, None) }.standing(next),
            Standing::InLogs
        );
    }

    #[test]
    fn silence_of_a_station_is_late_after_the_day() {
        let (due, next) = (date(2025, 5, 11), date(2025, 5, 12));
        let of = |aired, in_time| Item {
            told_by: Some(Teller::Bulletin(1)),
            airings: Some(Airings { planned: 10, aired, in_time, withdrawn: None }),
            ..item(due, None)
        };
        assert_eq!([due, next].map(|day| of(8, 8).standing(day)), [Standing::InLogs, Standing::Late]);
        assert_eq!([of(10, 10), of(10, 8)].map(|it| it.standing(next)), [Standing::Done, Standing::DoneLate]);
        let none = Airings { planned: 0, aired: 0, in_time: 0, withdrawn: None };
        let nowhere = Item { airings: Some(none), ..of(0, 0) };
        assert_eq!(nowhere.standing(next), Standing::Late, "no station has it");
        let gone = Item { airings: Some(Airings { withdrawn: Some(due), ..none }), ..of(0, 0) };
        assert_eq!(gone.standing(next), Standing::InLogs, "nobody is to air it any more");
    }
}
