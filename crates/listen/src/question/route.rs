//! Sending a question to the agency whose business it is, with the reason. That is no answer, and moves no deadline.

mod topic;

use accounts::{Desk, Directory, Reach, Right, Role};

pub use topic::Topic;

use super::ask::is_askable;
use super::clean::reason;
use super::did::Did;
use super::read::{open, other};
use super::{Question, Refusal, State, Step, What, table};

/// Who may send one on.
pub const ROUTE: Right = Right {
    act: "question.routed",
    held_by: &[(Role::Head, Reach::Own), (Role::Officer, Reach::Own), (Role::StandingBody, Reach::Any)],
};

/// Sends it on; both sides read the reason. The request of its asker that the words go follows it: only who holds the one can do
/// the other.
///
/// # Errors
/// [`Refusal::NotHolder`] where a request about a question would go where that one is not; else [`Refusal`], with nothing changed.
pub async fn route(desk: &Desk, id: i64, to: &str, why: &str) -> Result<Question, Refusal> {
    let mut tx = desk.begin().await?;
    let (question, _) = open(&mut tx, desk, id, &ROUTE).await?;
    if question.state != State::Open {
        return Err(Refusal::NotOpen);
    }
    let directory = Directory::load(&mut tx).await?;
    if !is_askable(&directory, to, desk.today) {
        return Err(Refusal::NoAgency);
    }
    if question.at(&directory, desk.today).as_deref() == Some(to) {
        return Err(Refusal::SameAgency);
    }
    if let Some(about) = other(&mut tx, question.about).await?
        && !about.agency.is_some_and(|agency| directory.holders(&agency, desk.today).contains(&to.to_owned()))
    {
        return Err(Refusal::NotHolder);
    }
    let why = reason(why)?;
    let now = send(&mut tx, desk, &question, (to, &why)).await?;
    let request = table::request(&mut tx, id).await?.filter(|request| request.agency.as_deref() != Some(to));
    if let Some(request) = &request {
        send(&mut tx, desk, request, (to, &why)).await?;
    }
    tx.commit(Did::Routed { before: &question, now: &now, request: request.as_ref() }).await?;
    Ok(now)
}

async fn send(
    tx: &mut accounts::Tx,
    desk: &Desk,
    question: &Question,
    (to, why): (&str, &str),
) -> Result<Question, Refusal> {
    let now = Question { agency: Some(to.to_owned()), ..question.clone() };
    let step = Step {
        from: question.agency.clone(),
        to: now.agency.clone(),
        ..Step::new(desk, question.id, What::Routed, why.to_owned())
    };
    change(tx, question, &now, &step).await?;
    Ok(now)
}

impl Step {
    /// A step of an official, now.
    pub(super) fn new(desk: &Desk, question: i64, what: What, words: String) -> Self {
        let by = desk.person.is_some().then(|| desk.who.clone());
        Self { id: 0, question, what, from: None, to: None, words, ground: None, by, on: desk.today }
    }
}

/// Keeps a question as it is now, with the step that led there, and gives the step's number; refused where somebody else was
/// faster.
pub(super) async fn change(
    tx: &mut accounts::Tx,
    before: &Question,
    now: &Question,
    step: &Step,
) -> Result<i64, Refusal> {
    if !table::update(tx, before, now).await? {
        return Err(Refusal::NotOpen);
    }
    Ok(table::step::insert(tx, step).await?)
}
