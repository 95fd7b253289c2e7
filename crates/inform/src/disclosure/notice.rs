//! Notices: what anyone may see of each commune. Lateness is told after a grace period; what a check did not find,
//! at once; what the law asks for and the commune has recorded nothing of, as that. What is missing is told until it is
//! there, or until another takes its place, as who posted that says.
//!
//! Photos stay with the officials: a notice board may show names. Links of the commune's own page are for anyone.

mod few;
mod found;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use accounts::agency::Kind;
use accounts::{Agency, Directory};
use jiff::ToSpan;
use jiff::civil::Date;
use plan::calendar::{self, Workdays, par};
use store::{Error, Store};

pub use self::few::Few;
pub use self::found::Found;

use self::found::Index;
use super::duty::is_owed;
use super::line::lines;
use super::{Answer, Duty, Hangs, Line, Place, Sought, State, Terms, kind, table};

/// How many working days after the deadline lateness becomes public.
pub const GRACE: u32 = 5;
/// How many days after its event a disclosure that is over is still told of, and one that is missing among the recent.
const KEPT: i64 = 366;

/// What anyone may see on a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notices {
    today: Date,
    pub(super) lines: Vec<Line>,
    /// Where in the lines what is told of each commune stands, by code.
    pub(super) places: HashMap<String, Vec<usize>>,
    /// The words by which lines are found.
    index: Index,
    /// The communes in force, by code, with what they owe and have recorded nothing of.
    communes: BTreeMap<String, Vec<Blank>>,
}

/// Something that people are entitled to see in a commune and of which it has recorded nothing that is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blank {
    /// What it is.
    pub duty: &'static Duty,
    /// Where it is to be seen, by the laws in force.
    pub places: Vec<Place>,
    /// The day of the newest that the commune recorded, where that was over long ago.
    pub before: Option<Date>,
    /// That somebody looked for it, and what was answered.
    pub sought: Option<Sought>,
    /// What was answered last, where somebody looked again since.
    pub answered: Option<Answer>,
    /// By when that is to be answered.
    pub answer_by: Option<Date>,
}

/// How a disclosure stands, as anyone is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// It is there, so many days late where that is told.
    Here(Option<i32>),
    /// It is not everywhere yet.
    Coming,
    /// It should be there and is not, for so many days.
    Absent(i32),
    /// It was there for as long as it had to be.
    Past(Option<i32>),
}

/// The notices of a day.
///
/// # Errors
/// When the database cannot be read.
pub async fn notices(store: &Store, today: Date) -> Result<Notices, Error> {
    let mut at = store.read().await?;
    let directory = Directory::load(&mut at).await?;
    let workdays = calendar::load(&mut at, par::NAME).await?.workdays;
    let all = lines(&mut at, &directory, today, None).await?;
    let (lines, past): (Vec<Line>, Vec<Line>) = all.into_iter().partition(|line| is_told(line, today));
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for (n, line) in lines.iter().enumerate() {
        for owner in &line.owners {
            places.entry(owner.clone()).or_default().push(n);
        }
    }
    let sought = newest(table::sought::all(&mut at).await?, &directory, today);
    let open = |agency: &&Agency| agency.kind == Kind::Commune && agency.in_force(today);
    let known = Known { before: before(&past), sought, workdays: &workdays, today };
    let blanks = |agency: &Agency| {
        let told = places.get(&agency.code).into_iter().flatten().map(|n| lines[*n].duty.code.as_str());
        known.blanks(agency, &told.collect())
    };
    let communes = directory.agencies().filter(open).map(|it| (it.code.clone(), blanks(it))).collect();
    let index = Index::new(&lines, directory.agencies().filter(open));
    Ok(Notices { today, lines, places, index, communes })
}

/// What was sought last of each duty in each commune, or whoever has its work; and what was answered before that.
type Newest = HashMap<(String, String), (Sought, Option<Answer>)>;

fn newest(all: Vec<Sought>, directory: &Directory, today: Date) -> Newest {
    let mut newest = Newest::new();
    for sought in all {
        for owner in directory.holders(&sought.commune, today) {
            let key = (owner, sought.duty.clone());
            let before = newest.remove(&key).and_then(|(last, earlier)| last.answer.or(earlier));
            newest.insert(key, (sought.clone(), before));
        }
    }
    newest
}

/// What is known of a duty in a commune of which nothing is told.
struct Known<'a> {
    /// The day of the newest that is told of no more.
    before: HashMap<(String, String), Date>,
    sought: Newest,
    workdays: &'a Workdays,
    today: Date,
}

/// The newest day of each duty in each commune.
fn before(past: &[Line]) -> HashMap<(String, String), Date> {
    let mut before: HashMap<(String, String), Date> = HashMap::new();
    for line in past.iter().filter(|line| line.state != State::Ended) {
        for owner in &line.owners {
            let day = before.entry((owner.clone(), line.duty.code.clone())).or_insert(line.event.day);
            *day = line.event.day.max(*day);
        }
    }
    before
}

impl Known<'_> {
    /// What a commune owes and nothing is told of.
    fn blanks(&self, commune: &Agency, told: &BTreeSet<&str>) -> Vec<Blank> {
        let is_blank = |duty: &&'static Duty| {
            !told.contains(duty.code.as_str()) && is_owed(duty, &commune.name, self.today)
        };
        let blank = |duty: &'static Duty| {
            let key = (commune.code.clone(), duty.code.clone());
            let sought = self.sought.get(&key);
            Blank {
                duty,
                places: Terms::on(&duty.laws, self.today).map(|terms| terms.places).unwrap_or_default(),
                before: self.before.get(&key).copied(),
                answer_by: sought.filter(|(it, _)| it.answer.is_none()).map(|(it, _)| it.due(self.workdays)),
                sought: sought.map(|(it, _)| it.clone()),
                answered: sought.and_then(|(_, before)| before.clone()),
            }
        };
        Duty::all().iter().filter(is_blank).map(blank).collect()
    }
}

/// Whether anyone is told of a line: not of what was replaced or ended with its commune, nor of what was complete and over a year ago.
pub(super) fn is_told(line: &Line, today: Date) -> bool {
    match line.state {
        State::Replaced | State::Ended => false,
        State::Over => is_recent(line, today),
        _ => true,
    }
}

fn is_recent(line: &Line, today: Date) -> bool {
    line.event.day.saturating_add(KEPT.days()) >= today
}

impl Notices {
    /// The codes of the communes in force.
    pub fn communes(&self) -> impl Iterator<Item = &str> {
        self.communes.keys().map(String::as_str)
    }

    /// What is told of a commune, by duty and event.
    pub fn of<'a>(&'a self, commune: &str) -> impl Iterator<Item = &'a Line> {
        self.places.get(commune).into_iter().flatten().filter_map(|n| self.lines.get(*n))
    }

    /// What a commune in force owes and has recorded nothing of, by duty.
    pub fn blanks(&self, commune: &str) -> &[Blank] {
        self.communes.get(commune).map_or(&[], Vec::as_slice)
    }

    /// Whether a commune has recorded nothing: neither what happened nor what it posted.
    pub fn is_silent(&self, commune: &str) -> bool {
        let is_recorded = |line: &Line| kind(&line.event.kind).is_some_and(super::Kind::is_recorded);
        self.of(commune).all(|line| line.postings.is_empty() && !is_recorded(line))
            && self.blanks(commune).iter().all(|blank| blank.before.is_none())
    }

    /// Whether it has been missing for so long that it stands behind what is recent. What the law asks for throughout is
    /// never old: it should hang there now.
    pub fn is_old(&self, line: &Line) -> bool {
        matches!(line.state, State::Missing(_)) && !line.is_throughout() && !is_recent(line, self.today)
    }

    /// Whether what hangs there throughout is of a day so long ago that there may be a newer one.
    pub fn is_aged(&self, line: &Line) -> bool {
        matches!(line.state, State::Up | State::Late(_))
            && line.is_throughout()
            && !is_recent(line, self.today)
    }

    /// One of them, of a commune.
    pub fn one(&self, commune: &str, event: i64, duty: &str) -> Option<&Line> {
        self.of(commune).find(|line| line.event.id == event && line.duty.code == duty)
    }

    /// How it stands, as anyone is told.
    pub fn shown(&self, line: &Line) -> Shown {
        let is_open = self.today > line.grace;
        let was_open = |days: &i32| line.due.day.saturating_add(i64::from(*days).days()) > line.grace;
        let late = line.late.filter(was_open);
        match line.state {
            State::Up | State::Late(_) => Shown::Here(late),
            State::Over | State::Replaced | State::Ended => Shown::Past(late),
            State::Missing(days) if is_open => Shown::Absent(days),
            State::Missing(days)
                if line.spots.iter().any(|spot| matches!(spot.hangs, Hangs::Gone { .. })) =>
            {
                Shown::Absent(days)
            }
            State::Missing(_) | State::Due => Shown::Coming,
        }
    }
}
