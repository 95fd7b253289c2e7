//! Sought: somebody looked for something that a commune must make public and of which it has recorded nothing.
//!
//! Nothing is kept of who looked: no name, no words, no address. It is open until the commune records what happened, or
//! says that nothing has.

use accounts::{Desk, Directory, Relation};
use jiff::civil::Date;
use plan::calendar::{self, Workdays, par};
use store::Ask;

use super::did::Did;
use super::duty::is_owed;
use super::line::departments;
use super::record::reason;
use super::{DOUBT, Duty, Event, LOOK, READ, Refusal, SETTLE, table};

/// What was sought, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    /// Its number.
    pub id: i64,
    /// The code of the commune where somebody looked.
    pub commune: String,
    /// The code of the duty.
    pub duty: String,
    /// The day.
    pub on: Date,
    /// What the commune or the department answered; none while nobody has.
    pub answer: Option<Answer>,
}

/// That nothing has arisen yet, as an official says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The code of the agency that answered.
    pub agency: String,
    /// The account of who did.
    pub by: String,
    /// The day.
    pub on: Date,
    /// Why there is none, for anyone to read.
    pub words: String,
}

/// Something sought, for an official to look after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// What was sought.
    pub sought: Sought,
    /// What it is.
    pub duty: &'static Duty,
    /// By when it is to be answered.
    pub due: Date,
    /// The communes that owe it now, by code.
    pub owners: Vec<String>,
    /// The departments in charge, by code.
    departments: Vec<String>,
}

impl Sought {
    /// By when it is to be answered.
    pub(super) fn due(&self, workdays: &Workdays) -> Date {
        workdays.add_working_days(self.on, LOOK)
    }
}

impl Open {
    /// How a desk stands to it.
    pub fn relation(&self, desk: &Desk) -> Relation {
        match desk.agency.as_deref() {
            Some(own) if self.owners.iter().any(|owner| owner == own) => Relation::Own,
            Some(own) if self.departments.iter().any(|department| department == own) => Relation::Cooperating,
            _ => Relation::Other,
        }
    }
}

/// Opens a search for something of which a commune recorded nothing. While one is open, saying it again changes nothing.
///
/// # Errors
/// [`Refusal::Missing`] where the commune owes no such thing, [`Refusal::Recorded`] where it has recorded it meanwhile.
pub async fn seek(desk: &Desk, commune: &str, duty: &str) -> Result<Sought, Refusal> {
    desk.may(&DOUBT, Relation::Other)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("disclosure").await?;
    let directory = Directory::load(&mut tx).await?;
    let found = directory
        .agency(commune)
        .filter(|it| it.kind == accounts::agency::Kind::Commune && it.in_force(desk.today));
    let agency = found.ok_or(Refusal::Missing)?;
    let owed =
        Duty::of(duty).filter(|duty| is_owed(duty, &agency.name, desk.today)).ok_or(Refusal::Missing)?;
    if let Some(same) =
        open(&mut tx, &directory, desk.today).await?.into_iter().find(|it| it.is_of(commune, duty))
    {
        return Ok(same.sought);
    }
    let lines = super::line::lines(&mut tx, &directory, desk.today, Some(duty)).await?;
    let told =
        |line: &super::Line| line.duty.code == duty && line.owners.iter().any(|owner| owner == commune);
    if lines.iter().any(|line| told(line) && super::notice::is_told(line, desk.today)) {
        return Err(Refusal::Recorded);
    }
    let mut sought =
        Sought { id: 0, commune: commune.to_owned(), duty: owed.code.clone(), on: desk.today, answer: None };
    sought.id = table::sought::insert(&mut tx, &sought).await?;
    tx.commit(Did::Sought(&sought)).await?;
    Ok(sought)
}

/// What is sought and waits, that the desk may see, oldest first.
///
/// # Errors
/// [`Refusal::Forbidden`] for a desk that may see none.
pub async fn sought(desk: &Desk) -> Result<Vec<Open>, Refusal> {
    desk.may(&READ, Relation::Own)?;
    let mut at = desk.read().await?;
    let directory = Directory::load(&mut at).await?;
    let mut open = open(&mut at, &directory, desk.today).await?;
    open.retain(|it| READ.allows(desk.role, it.relation(desk)));
    Ok(open)
}

/// Answers that nothing of the kind has arisen, and why; anyone reads it.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn answer(desk: &Desk, id: i64, said: &str) -> Result<(), Refusal> {
    let mut tx = desk.begin().await?;
    let directory = Directory::load(&mut tx).await?;
    let workdays = calendar::load(&mut tx, par::NAME).await?.workdays;
    let found = table::sought::find(&mut tx, id).await?;
    let found = found.and_then(|it| Open::of(it, &directory, &workdays, desk.today));
    let near = found.as_ref().map_or(Relation::Other, |it| it.relation(desk));
    if READ.reach(desk.role).is_some() && !READ.allows(desk.role, near) {
        return Err(Refusal::Missing);
    }
    desk.may(&SETTLE, near)?;
    let sought = found.ok_or(Refusal::Missing)?.sought;
    if sought.answer.is_some() {
        return Err(Refusal::Settled);
    }
    let agency = desk.agency.clone().unwrap_or_default();
    let answer = Answer { agency, by: desk.who.clone(), on: desk.today, words: reason(said)? };
    if !table::sought::answer(&mut tx, id, &answer).await? {
        return Err(Refusal::Settled);
    }
    tx.commit(Did::Answered { sought: &sought, answer: &answer }).await?;
    Ok(())
}

/// What waits: what nobody answered, and of which the commune has recorded nothing since.
async fn open(at: &mut impl Ask, directory: &Directory, today: Date) -> Result<Vec<Open>, store::Error> {
    let mut all = table::sought::all(at).await?;
    all.retain(|it| it.answer.is_none());
    let events = if all.is_empty() { Vec::new() } else { table::events(at, None).await? };
    let workdays = calendar::load(at, par::NAME).await?.workdays;
    let open = all.into_iter().filter_map(|it| Open::of(it, directory, &workdays, today));
    Ok(open.filter(|it| !it.is_met(&events, directory, today)).collect())
}

impl Open {
    fn of(sought: Sought, directory: &Directory, workdays: &Workdays, today: Date) -> Option<Self> {
        let duty = Duty::of(&sought.duty)?;
        let owners = directory.holders(&sought.commune, today);
        let departments = departments(duty, directory, &owners, today);
        Some(Self { due: sought.due(workdays), sought, duty, owners, departments })
    }

    fn is_of(&self, commune: &str, duty: &str) -> bool {
        self.duty.code == duty && self.owners.iter().any(|owner| owner == commune)
    }

    /// Whether the commune has recorded such an event since.
    fn is_met(&self, events: &[Event], directory: &Directory, today: Date) -> bool {
        let since =
            |event: &&Event| self.duty.kinds.contains(&event.kind) && event.recorded_on >= self.sought.on;
        events.iter().filter(since).any(|event| directory.holders(&event.agency, today) == self.owners)
    }
}
