//! Assignments arise: tasks of published plans × agencies of the day × periods that have begun.
//!
//! An assignment arises for the agencies in force on the day it arises. An agency that ends before it answered
//! is followed by whoever has its work ([`super::merge`]), and whoever has the work of one that was asked is not
//! asked again for that period. A member of a group is not asked for a period that closed before it began; a lead
//! that ended is followed at once, and where nobody or several have its work, what arises waits for a person.

use std::collections::{HashMap, HashSet};

use accounts::agency::Heirs;
use accounts::{Agency, Desk, Directory, Reach, Relation, Right, Role, Tx};
use jiff::civil::Date;
use store::Ask;

use super::did::Did;
use super::period::{Span, spans};
use super::{Assignment, Refusal, TURN, table};
use crate::calendar;
use crate::plan::{self, Plan, State};
use crate::task::{self, Task};

/// Who may have assignments arise, beside the program itself.
pub const ARISE: Right = Right {
    act: "assignment.arisen",
    held_by: &[(Role::StandingBody, Reach::Any), (Role::Leader, Reach::Any)],
};

/// Has every assignment arise that is to be there by now, and says how many did. Doing it again, or twice at
/// once, adds nothing.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn arise(desk: &Desk) -> Result<u64, Refusal> {
    desk.may(&ARISE, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let Some((kept, by_plan)) = add(&mut tx, desk.today).await? else { return Ok(0) };
    tx.commit(Did::Arisen { by_plan: &by_plan }).await?;
    Ok(kept)
}

/// The same inside of the change that asks for them: both are kept, or neither.
pub(crate) async fn arise_in(tx: &mut Tx, today: Date) -> Result<(), store::Error> {
    if let Some((_, by_plan)) = add(tx, today).await? {
        tx.note(Did::Arisen { by_plan: &by_plan }).await?;
    }
    Ok(())
}

/// Adds what is to be there: how many, and by plan; none when all are there.
async fn add(tx: &mut Tx, today: Date) -> Result<Option<(u64, Vec<(String, usize)>)>, store::Error> {
    tx.wait_turn(TURN).await?;
    let directory = Directory::load(tx).await?;
    let mut asked = Asked::of(&table::of_published(tx).await?, &directory, today);
    let (mut arisen, mut by_plan) = (Vec::new(), Vec::new());
    for plan in plan::table::all(tx).await?.into_iter().filter(|plan| plan.state == State::Published) {
        let new = of_plan(tx, &plan, &directory, &mut asked, today).await?;
        if !new.is_empty() {
            by_plan.push((plan.slug, new.len()));
            arisen.extend(new);
        }
    }
    if arisen.is_empty() {
        return Ok(None);
    }
    Ok(Some((table::insert(tx, &arisen).await?, by_plan)))
}

async fn of_plan(
    at: &mut impl Ask,
    plan: &Plan,
    directory: &Directory,
    asked: &mut Asked,
    today: Date,
) -> Result<Vec<Assignment>, store::Error> {
    let calendar = calendar::load(at, &plan.calendar).await?;
    let since = plan.published_on.unwrap_or(plan.first);
    let mut arisen = Vec::new();
    for task in task::table::of_plan(at, &plan.slug).await?.iter().filter(|task| task.is_asked()) {
        let begun = |span: &Span| {
            span.first <= today && since <= span.due && task.amended_on.is_none_or(|since| since <= span.last)
        };
        let spans: Vec<Span> = spans(&task.terms, &calendar).into_iter().filter(begun).collect();
        let owed = owed_by(task, plan, directory, today);
        for span in &spans {
            arisen.extend(
                owed.iter().filter(|who| who.answers(span)).filter_map(|who| asked.ask(task, who, span)),
            );
        }
    }
    Ok(arisen)
}

/// Who is asked.
struct Owing<'a> {
    code: &'a str,
    /// Known only of members of a group.
    began: Option<Date>,
    undecided: bool,
}

impl<'a> Owing<'a> {
    fn of(code: &'a str, undecided: bool) -> Self {
        Self { code, began: None, undecided }
    }

    fn answers(&self, span: &Span) -> bool {
        self.began.is_none_or(|began| began <= span.last)
    }
}

fn owed_by<'a>(task: &'a Task, plan: &Plan, directory: &'a Directory, today: Date) -> Vec<Owing<'a>> {
    let Some(lead) = task.terms.lead.as_deref() else { return Vec::new() };
    if directory.group(lead).is_some() {
        let member = |it: &'a Agency| Owing { code: &it.code, began: Some(it.began), undecided: false };
        return directory.expand(lead, &plan.unit, today).into_iter().map(member).collect();
    }
    match directory.heirs(lead, today) {
        Heirs::One(heir) => vec![Owing::of(&heir.code, false)],
        // Only an agency that is known can be owed by; publication saw to that.
        Heirs::Several(_) | Heirs::Nobody if directory.agency(lead).is_some() => vec![Owing::of(lead, true)],
        _ => Vec::new(),
    }
}

/// Who has been asked for a task in a period: for whom it arose, who owes it now, and who has their work.
struct Asked(HashMap<(i64, String), HashSet<String>>);

impl Asked {
    fn of(known: &[Assignment], directory: &Directory, today: Date) -> Self {
        let mut asked: HashMap<_, HashSet<String>> = HashMap::new();
        for it in known {
            let who = asked.entry((it.task, it.period.clone())).or_default();
            who.extend([it.origin.clone(), it.agency.clone()]);
            for code in [&it.origin, &it.agency] {
                if let Heirs::One(heir) = directory.heirs(code, today) {
                    who.insert(heir.code.clone());
                }
            }
        }
        Self(asked)
    }

    /// The assignment, unless they have been asked.
    fn ask(&mut self, task: &Task, who: &Owing<'_>, span: &Span) -> Option<Assignment> {
        let asked = self.0.entry((task.id, span.code.clone())).or_default();
        asked.insert(who.code.to_owned()).then(|| Assignment {
            id: 0,
            task: task.id,
            origin: who.code.to_owned(),
            agency: who.code.to_owned(),
            period: span.code.clone(),
            first: span.first,
            last: span.last,
            due: span.due,
            promised: None,
            undecided: who.undecided,
            joined: None,
            cancelled_on: None,
        })
    }
}
