//! A line of the register: a disclosure with everything that follows from it on a day.

use std::collections::HashMap;

use accounts::{Desk, Directory, Relation};
use jiff::civil::Date;
use plan::Calendar;
use plan::calendar::{self, par};
use store::{Ask, Error};

use super::posting::{latest, replace};
use super::{Check, Deadline, Duty, Event, Finding, Hangs, LOOK, Place, Posting, State, Stays, Terms, table};

/// Which disclosure: the number of its event and the code of its duty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The number of the event.
    pub event: i64,
    /// The code of the duty.
    pub duty: String,
}

/// A disclosure as it stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What happened.
    pub event: Event,
    /// What must be public.
    pub duty: &'static Duty,
    /// On which terms.
    pub terms: Terms,
    /// The communes that owe it now, by code: the one where it happened, or whoever has its work.
    pub owners: Vec<String>,
    /// The departments in charge of it for them, by code.
    pub departments: Vec<String>,
    /// By when.
    pub due: Deadline,
    /// The last day on which lateness is for the commune and the department alone to see.
    pub grace: Date,
    /// Place by place.
    pub spots: Vec<Spot>,
    /// What was posted, oldest first.
    pub postings: Vec<Posting>,
    /// What was recorded by mistake and counts for nothing, oldest first.
    pub struck: Vec<Posting>,
    /// What was checked, oldest first.
    pub checks: Vec<Check>,
    /// By when somebody is to have looked, where somebody said that it is not there.
    pub look_by: Option<Date>,
    /// The day from which it counts everywhere, where it was everywhere.
    pub complete: Option<Date>,
    /// How many days late that was; of what was replaced before it came, how late its successor was.
    pub late: Option<i32>,
    /// How it stands.
    pub state: State,
}

/// A place of a disclosure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The place.
    pub place: Place,
    /// How it is there.
    pub hangs: Hangs,
}

impl Line {
    /// Which one it is.
    pub fn key(&self) -> Key {
        Key { event: self.event.id, duty: self.duty.code.clone() }
    }

    /// How a desk stands to it: the commune's own, or of a department in charge.
    pub fn relation(&self, desk: &Desk) -> Relation {
        match desk.agency.as_deref() {
            Some(own) if self.owners.iter().any(|owner| owner == own) => Relation::Own,
            Some(own) if self.departments.iter().any(|department| department == own) => Relation::Cooperating,
            _ => Relation::Other,
        }
    }

    /// The check of a place that waits for somebody to look.
    pub fn open_check(&self, place: Place) -> Option<&Check> {
        self.checks.iter().find(|check| check.place == place && check.is_open())
    }

    /// How many days a look at a check has been overdue, where it is: the one that has waited longest has the line's day.
    pub fn look_late(&self, check: &Check, today: Date) -> Option<i64> {
        let oldest = self.checks.iter().filter(|it| it.is_open()).map(|it| it.opened_on).min();
        let by = self.look_by.filter(|by| *by < today && oldest == Some(check.opened_on))?;
        Some(super::standing::days(by, today).into())
    }

    /// The newest finding about a place.
    pub fn last_check(&self, place: Place) -> Option<&Check> {
        self.checks.iter().rev().find(|check| check.place == place && !check.is_open())
    }

    /// What shows it at a place, as it was posted there last: photos and links, or why there are none. None where it was
    /// never posted.
    pub fn shown(&self, place: Place) -> Option<(usize, &str)> {
        let (posting, showing) = latest(&self.postings, place)?;
        Some((posting.proofs(place).count(), &showing.unproven))
    }

    /// What was posted at a place last.
    pub fn newest(&self, place: Place) -> Option<&Posting> {
        latest(&self.postings, place).map(|(posting, _)| posting)
    }

    /// The day on which what was posted at a place last was recorded, where that was after its first day; and whether it was
    /// after the deadline too, with nothing to show it. What is so counts as late.
    pub fn recorded(&self, place: Place) -> Option<(Date, bool)> {
        let posting = self.newest(place)?;
        let is_after = posting.recorded_on > posting.first;
        is_after.then(|| (posting.recorded_on, posting.is_told_after(place, self.due.day)))
    }

    /// The last day on which a check found it at a place.
    pub fn seen(&self, place: Place) -> Option<Date> {
        let findings =
            self.checks.iter().filter(|check| check.place == place).filter_map(|it| it.finding.as_ref());
        findings.filter(|finding| finding.is_there).map(|finding| finding.on).max()
    }

    /// Whether the commune looked after its own board.
    pub fn is_own(&self, finding: &Finding) -> bool {
        finding.agency == self.event.agency || self.owners.contains(&finding.agency)
    }

    /// The commune where it happened, by code, where others have its work now.
    pub fn former(&self) -> Option<&str> {
        Some(self.event.agency.as_str()).filter(|code| self.owners.iter().all(|owner| owner != code))
    }

    /// The places where it is lacking now.
    pub fn lacking(&self) -> impl Iterator<Item = Place> {
        let is = |spot: &&Spot| !matches!(spot.hangs, Hangs::There { .. } | Hangs::Served { .. });
        self.spots.iter().filter(is).map(|spot| spot.place)
    }
}

/// What lines are drawn from.
struct Draw<'a> {
    directory: &'a Directory,
    calendar: Calendar,
    today: Date,
    /// Who owes what happened in a commune, asked once.
    owners: HashMap<String, Vec<String>>,
    /// Who is in charge of a duty for those, asked once.
    departments: HashMap<(&'static str, Vec<String>), Vec<String>>,
    /// The terms of a duty on a day, asked once.
    terms: HashMap<(&'static str, Date), Option<Terms>>,
}

/// Every disclosure on a day, or those of one duty, by commune, duty and event.
pub(super) async fn lines(
    at: &mut impl Ask,
    directory: &Directory,
    today: Date,
    duty: Option<&str>,
) -> Result<Vec<Line>, Error> {
    lines_with(at, directory, today, duty, None).await
}

/// The same with those of an event that may have been withdrawn.
pub(super) async fn lines_with(
    at: &mut impl Ask,
    directory: &Directory,
    today: Date,
    duty: Option<&str>,
    withdrawn: Option<i64>,
) -> Result<Vec<Line>, Error> {
    let calendar = calendar::load(at, par::NAME).await?;
    let events = table::events(at, withdrawn).await?;
    let mut postings =
        by_key(table::postings(at, duty).await?, |posting| (posting.event, posting.duty.clone()));
    let mut checks = by_key(table::checks(at).await?, |check| (check.event, check.duty.clone()));
    let (owners, departments, terms) = Default::default();
    let mut draw = Draw { directory, calendar, today, owners, departments, terms };
    let mut lines = Vec::new();
    for event in events {
        for duty in Duty::from(&event.kind).filter(|it| duty.is_none_or(|code| it.code == code)) {
            let key = (event.id, duty.code.clone());
            let posted = postings.remove(&key).unwrap_or_default();
            let checked = checks.remove(&key).unwrap_or_default();
            lines.extend(draw.line(event.clone(), duty, posted, checked));
        }
    }
    lines.sort_by(|a, b| {
        (&a.owners, &a.duty.code, a.event.day, a.event.id).cmp(&(
            &b.owners,
            &b.duty.code,
            b.event.day,
            b.event.id,
        ))
    });
    replace(&mut lines);
    Ok(lines)
}

fn by_key<T>(things: Vec<T>, key: fn(&T) -> (i64, String)) -> HashMap<(i64, String), Vec<T>> {
    let mut kept: HashMap<_, Vec<T>> = HashMap::new();
    for thing in things {
        kept.entry(key(&thing)).or_default().push(thing);
    }
    kept
}

impl Draw<'_> {
    fn terms(&mut self, duty: &'static Duty, day: Date) -> Option<Terms> {
        self.terms.entry((&duty.code, day)).or_insert_with(|| Terms::on(&duty.laws, day)).clone()
    }

    fn owners(&mut self, commune: &str) -> Vec<String> {
        let (directory, today) = (self.directory, self.today);
        let known = self.owners.entry(commune.to_owned());
        known.or_insert_with(|| directory.holders(commune, today)).clone()
    }

    fn departments(&mut self, duty: &'static Duty, owners: &[String]) -> Vec<String> {
        let (directory, today) = (self.directory, self.today);
        let known = self.departments.entry((&duty.code, owners.to_vec()));
        known.or_insert_with(|| departments(duty, directory, owners, today)).clone()
    }

    /// None where no law in force on the day of the event asks for it.
    fn line(
        &mut self,
        event: Event,
        duty: &'static Duty,
        postings: Vec<Posting>,
        checks: Vec<Check>,
    ) -> Option<Line> {
        let terms = self.terms(duty, event.day)?;
        let lapsed = terms.stays == Stays::Throughout && self.terms(duty, self.today).is_none();
        let owners = self.owners(&event.agency);
        let departments = self.departments(duty, &owners);
        let (due, days) = (terms.due(event.day, &self.calendar), &self.calendar.workdays);
        let (postings, struck): (Vec<_>, Vec<_>) = postings.into_iter().partition(|it| it.struck.is_none());
        let hangs = |place: &Place| Hangs::at(*place, &postings, &terms, self.today, days);
        let spots: Vec<Spot> =
            terms.places.iter().map(|place| Spot { place: *place, hangs: hangs(place) }).collect();
        let first: Vec<Option<Date>> =
            terms.places.iter().map(|place| first_at(*place, &postings, due.day)).collect();
        let all: Vec<Hangs> = spots.iter().map(|spot| spot.hangs).collect();
        let complete =
            first.iter().copied().collect::<Option<Vec<Date>>>().and_then(|days| days.into_iter().max());
        let late = complete.map(|day| super::standing::days(due.day, day)).filter(|days| *days > 0);
        let mut state = State::of(&all, &first, due.day, self.today);
        if lapsed && matches!(state, State::Up | State::Late(_)) {
            state = State::Over;
        }
        if duty.is_of_body && !owners.contains(&event.agency) {
            state = State::Ended;
        }
        let doubted = checks.iter().filter(|check| check.is_open()).map(|check| check.opened_on).min();
        Some(Line {
            departments,
            look_by: doubted.map(|day| days.add_working_days(day, LOOK)),
            grace: days.add_working_days(due.day, super::GRACE),
            owners,
            due,
            spots,
            complete,
            late,
            state,
            event,
            duty,
            terms,
            postings,
            struck,
            checks,
        })
    }
}

/// The day from which it counts at a place.
fn first_at(place: Place, postings: &[Posting], due: Date) -> Option<Date> {
    let has = |posting: &&Posting| posting.showing(place).is_some();
    postings.iter().filter(has).map(|posting| posting.counts_from(place, due)).min()
}

pub(super) fn departments(duty: &Duty, directory: &Directory, owners: &[String], today: Date) -> Vec<String> {
    let mut found: Vec<String> = owners
        .iter()
        .filter_map(|owner| duty.department(directory, owner, today))
        .map(|agency| agency.code.clone())
        .collect();
    found.dedup();
    found
}
