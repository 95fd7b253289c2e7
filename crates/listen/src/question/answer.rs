//! Answering a question: with all that was asked for, with a part, or with nothing and on what ground; with files where they
//! are wanted. Only this is done, moving it is not.

mod file;
mod fit;
mod given;
mod supplement;

use accounts::{Desk, Directory, Reach, Relation, Right, Role};

pub use file::{FILES_MAX, File, NewFile, file, own_file, public_file};
pub use given::{Given, Ground};
pub use supplement::{SUPPLEMENT, supplement};

pub(super) use file::{Taken, for_asker};

use self::file::{let_go, take};
use super::clean::told as said;
use super::did::Did;
use super::letter::act as letter;
use super::purge::is_unfollowed;
use super::read::open;
use super::route::change;
use super::{Kind, Means, Question, Refusal, State, Step, What, table};

/// Who may answer.
pub const ANSWER: Right = Right {
    act: "question.answered",
    held_by: &[(Role::Head, Reach::Own), (Role::Officer, Reach::Own), (Role::StandingBody, Reach::Any)],
};

/// An answer in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// How far what was asked for is given; of feedback, which asks for nothing that could be given, it need not be said.
    pub given: Option<Given>,
    /// Of information that is not given, or in part only, the word of the ground.
    pub ground: String,
    /// The answer.
    pub words: String,
}

impl From<&str> for Told {
    /// All that was asked for.
    fn from(words: &str) -> Self {
        Self { given: Some(Given::All), ground: String::new(), words: words.to_owned() }
    }
}

/// Answers it in words alone.
///
/// # Errors
/// [`Refusal::NotGiven`] where a request is answered and nobody says how far, [`Refusal::StillThere`] where one is said to be done in
/// full and the words that are to go are still there; else [`Refusal`], with nothing changed.
pub async fn answer(desk: &Desk, id: i64, told: impl Into<Told>) -> Result<Question, Refusal> {
    settle(desk, id, &told.into(), &[]).await
}

/// Answers it with files.
///
/// # Errors
/// [`Refusal`], with nothing changed and no file kept.
pub async fn answer_with(
    desk: &Desk,
    means: Means<'_>,
    id: i64,
    told: &Told,
    files: Vec<NewFile>,
) -> Result<Question, Refusal> {
    // The right is asked first: nobody else makes the program decode pictures.
    let (question, _) = open(&mut desk.read().await?, desk, id, &ANSWER).await?;
    let taken = take(means, &question, files).await?;
    let done = settle(desk, id, told, &taken).await;
    if done.is_err() {
        let_go(means.attachments, &taken).await?;
    }
    done
}

async fn settle(desk: &Desk, id: i64, told: &Told, files: &[Taken]) -> Result<Question, Refusal> {
    let mut tx = desk.begin().await?;
    let (question, near) = open(&mut tx, desk, id, &ANSWER).await?;
    if question.state != State::Open {
        return Err(Refusal::NotOpen);
    }
    let given = told.given.or((question.kind == Kind::Feedback).then_some(Given::All));
    let given = given.ok_or(Refusal::NotGiven)?;
    if given == Given::All && is_unfollowed(&mut tx, &question).await? {
        return Err(Refusal::StillThere);
    }
    let ground = told.ground(given, question.kind, desk.today)?;
    let now = Question {
        state: State::Answered,
        agency: match near {
            Relation::Own => desk.agency.clone(),
            _ => question.at(&Directory::load(&mut tx).await?, desk.today).or_else(|| desk.agency.clone()),
        },
        given: Some(given),
        ground: ground.clone(),
        ..question.settled(desk.today)
    };
    let what = match given {
        Given::All => What::Answered,
        Given::Part => What::Partly,
        Given::Nothing => What::Declined,
    };
    let from = desk.agency.clone();
    let step = Step { ground, from, ..Step::new(desk, id, what, said(&told.words)?) };
    let step = change(&mut tx, &question, &now, &step).await?;
    table::file::insert(&mut tx, (id, step), files).await?;
    letter::put(&mut tx, desk, &question, step).await?;
    let mut folded = Vec::new();
    for other in table::folded_into(&mut tx, id).await? {
        letter::put(&mut tx, desk, &other, step).await?;
        if other.waits() {
            let (given, ground) = (now.given, now.ground.clone());
            let settled = Question { given, ground, ..other.settled(desk.today) };
            table::update(&mut tx, &other, &settled).await?;
            folded.push(settled);
        }
    }
    tx.commit(Did::Answered { before: &question, now: &now, folded: &folded, files }).await?;
    Ok(now)
}

impl Told {
    /// The word of the ground, which the law wants of information alone.
    fn ground(&self, given: Given, kind: Kind, day: jiff::civil::Date) -> Result<Option<String>, Refusal> {
        if given == Given::All || kind != Kind::Information {
            return Ok(None);
        }
        let known = Ground::on(day).into_iter().find(|ground| ground.word == self.ground);
        known.map(|ground| Some(ground.word)).ok_or(Refusal::NoGround)
    }
}
