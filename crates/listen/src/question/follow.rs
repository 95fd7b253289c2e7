//! Following a question by its code and secret: what was done, reopening what was not solved, rating each answer, and
//! taking one's own data back.

use accounts::{Desk, Directory, Relation, Right};
use jiff::civil::Date;
use plan::calendar::{self, par};
use store::{Ask, Attachments};

use super::answer::for_asker;
use super::ask::{digest, typed};
use super::clean::asked;
use super::contact::Contact;
use super::did::Did;
use super::publish::take_down;
use super::purge::take_away;
use super::read::{opened, other};
use super::route::change;
use super::step::{is_told_since_answer, since_answer};
use super::{File, Question, Refusal, State, Step, Terms, Way, What, days, table};
use crate::Seal;

/// Who may reopen: the asker, through the program's own desk.
pub const REOPEN: Right = Right { act: "question.reopened", held_by: &[] };
/// Who may rate: the asker.
pub const RATE: Right = Right { act: "question.rated", held_by: &[] };
/// Who may take contact and picture back before their time: the asker.
pub const ERASE: Right = Right { act: "question.erased", held_by: &[] };

/// Who may take a copy of what is kept of their question: the asker.
pub const COPY: Right = Right { act: "question.copied", held_by: &[] };

/// Days after an answer within which it can be reopened.
pub const REOPEN_DAYS: i64 = 30;

/// A question as its asker sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// The question.
    pub question: Question,
    /// What was done; of a folded one, what was done about the one that it was folded into.
    pub steps: Vec<Step>,
    /// The files of the answers among these.
    pub files: Vec<File>,
    /// How the one that it was folded into stands; none where it was not.
    pub main: Option<Question>,
    /// By what the asker can be reached, where that is still kept.
    pub way: Option<Way>,
    /// The asker's request that the words go, while it waits.
    pub request: Option<Question>,
    /// Whether it is public.
    pub is_public: bool,
    /// Whether it can be reopened.
    pub may_reopen: bool,
    /// Whether how the asker is reached may be said or put right.
    pub may_be_reached: bool,
    /// Whether it can be rated.
    pub may_rate: bool,
}

impl Followed {
    /// Who answered it; while its asker waits, who it is with on a day. Of one that was folded, who the other is with.
    pub fn agency(&self, directory: &Directory, day: Date) -> Option<String> {
        let answer = since_answer(&self.steps).first().filter(|_| self.question.is_answered());
        if let Some(told) = answer.and_then(|answer| answer.from.clone()) {
            return Some(told);
        }
        self.main.as_ref().unwrap_or(&self.question).at(directory, day)
    }
}

/// The question of a code and its secret.
///
/// # Errors
/// [`Refusal::Missing`] where the two do not belong together.
pub async fn follow(desk: &Desk, code: &str, secret: &str) -> Result<Followed, Refusal> {
    let mut at = desk.read().await?;
    let question = known(&mut at, code, secret).await?;
    let main = other(&mut at, question.main).await?;
    let steps = told(&mut at, &question).await?;
    let source = main.as_ref().unwrap_or(&question);
    let files = for_asker(source, table::file::of(&mut at, source.id).await?, code);
    Ok(Followed {
        may_rate: may_rate(&question, &steps),
        steps,
        files,
        main,
        way: table::contact(&mut at, question.id).await?.map(|kept| kept.way),
        request: table::request(&mut at, question.id).await?,
        is_public: table::step::public_of(&mut at, question.id).await?.is_some(),
        may_reopen: may_reopen(&question, desk),
        may_be_reached: !is_over(&question, desk.today),
        question,
    })
}

/// Everything that is kept of a question and tells of its asker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// The question and what was done.
    pub followed: Followed,
    /// How to reach the asker; none where it is not kept, or does not open with the key of the installation.
    pub contact: Option<Contact>,
}

/// A copy of what is kept, for its asker. That one was taken is written down.
///
/// # Errors
/// [`Refusal::Missing`] where code and secret do not belong together.
pub async fn copy(desk: &Desk, seal: &Seal, code: &str, secret: &str) -> Result<Copy, Refusal> {
    desk.may(&COPY, Relation::Other)?;
    let followed = follow(desk, code, secret).await?;
    let mut tx = desk.begin().await?;
    let kept = table::contact(&mut tx, followed.question.id).await?;
    let contact = kept.and_then(|kept| kept.open(seal, &followed.question.form).ok());
    tx.commit(Did::Copied { question: &followed.question }).await?;
    Ok(Copy { followed, contact })
}

/// The picture that an asker sent, with what it is. That they took it is written down.
///
/// # Errors
/// [`Refusal::Missing`] where there is none, or code and secret do not belong together.
pub async fn own_picture(
    desk: &Desk,
    means: (&Seal, &Attachments),
    code: &str,
    secret: &str,
) -> Result<(Vec<u8>, String), Refusal> {
    desk.may(&COPY, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let question = known(&mut tx, code, secret).await?;
    let opened = opened(means, &question).await?;
    tx.commit(Did::Copied { question: &question }).await?;
    Ok(opened)
}

/// The question of a code and its secret, which must belong together.
pub(super) async fn known(at: &mut impl Ask, code: &str, secret: &str) -> Result<Question, Refusal> {
    let question = table::of_code(at, &typed(code)).await?.ok_or(Refusal::Missing)?;
    let kept = table::secret_of(at, question.id).await?;
    if kept.is_some_and(|kept| kept == digest(&typed(secret))) { Ok(question) } else { Err(Refusal::Missing) }
}

fn may_reopen(question: &Question, desk: &Desk) -> bool {
    question.state != State::Open && !is_over(question, desk.today)
}

/// Whether it was settled longer ago than it can be opened again.
pub(super) fn is_over(question: &Question, today: Date) -> bool {
    question.settled_on.is_some_and(|day| days(day, today) > REOPEN_DAYS)
}

/// Whether it has an answer now that its asker has not rated.
fn may_rate(question: &Question, steps: &[Step]) -> bool {
    let is_rated = match steps.iter().any(|step| step.what == What::Rated) {
        true => is_told_since_answer(steps, What::Rated),
        // Ratings of before were no steps.
        false => question.rating.is_some() && question.reopened == 0,
    };
    question.is_answered() && !is_rated
}

/// What was done about a question; of one that was folded, what was answered to the other too.
pub(super) async fn told(at: &mut impl Ask, question: &Question) -> Result<Vec<Step>, store::Error> {
    let mut steps = table::step::of(at, question.id).await?;
    if let Some(main) = question.main {
        let told = table::step::of(at, main).await?;
        // What its own asker wrote is for that one alone.
        steps.extend(told.into_iter().filter(|step| step.what.is_answer() || step.what == What::Closed));
    }
    Ok(steps)
}

/// Opens it again, since it was not solved, or was joined to another that asks something else; a new clock starts, the lateness
/// of before stays, and it is public no more until it is answered and published anew.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn reopen(desk: &Desk, code: &str, secret: &str, why: &str) -> Result<Question, Refusal> {
    desk.may(&REOPEN, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let question = known(&mut tx, code, secret).await?;
    if question.state == State::Open {
        return Err(Refusal::NoAnswer);
    }
    if !may_reopen(&question, desk) {
        return Err(Refusal::Over);
    }
    let calendar = calendar::load(&mut tx, par::NAME).await?;
    let directory = Directory::load(&mut tx).await?;
    let now = Question {
        agency: question.agency.as_deref().map(|agency| directory.holder(agency, desk.today)),
        state: State::Open,
        due: Terms::on(question.kind, desk.today).due(desk.today, &calendar),
        counted_from: desk.today,
        extended: 0,
        settled_on: None,
        main: None,
        reopened: question.reopened + 1,
        ..question.clone()
    };
    let step = Step { by: None, ..Step::new(desk, question.id, What::Reopened, asked(why)?) };
    change(&mut tx, &question, &now, &step).await?;
    // Who reads what was answered is not shown an answer that its asker does not take for one.
    let was_public = take_down(&mut tx, question.id).await?;
    tx.commit(Did::Reopened { before: &question, now: &now, was_public }).await?;
    Ok(now)
}

/// Rates the newest answer, 1 to 5, once; what was said of an earlier one stays among the steps.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn rate(desk: &Desk, code: &str, secret: &str, rating: i64) -> Result<Question, Refusal> {
    desk.may(&RATE, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let question = known(&mut tx, code, secret).await?;
    if !question.is_answered() {
        return Err(Refusal::NoAnswer);
    }
    let steps = told(&mut tx, &question).await?;
    if !may_rate(&question, &steps) {
        return Err(Refusal::Rated);
    }
    if !(1..=5).contains(&rating) {
        return Err(Refusal::NoRating);
    }
    let now = Question { rating: Some(rating), ..question.clone() };
    let step = Step { by: None, ..Step::new(desk, question.id, What::Rated, rating.to_string()) };
    change(&mut tx, &question, &now, &step).await?;
    tx.commit(Did::Rated { question: &question, rating }).await?;
    Ok(now)
}

/// Takes contact, picture and the files of answers back at once, and the consent to publish.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn erase(
    desk: &Desk,
    attachments: &Attachments,
    code: &str,
    secret: &str,
) -> Result<Question, Refusal> {
    desk.may(&ERASE, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let question = known(&mut tx, code, secret).await?;
    let gone = take_away(&mut tx, attachments, &question, |_| true).await?;
    let now = Question { consent: false, picture: None, ..question.clone() };
    table::update(&mut tx, &question, &now).await?;
    let was_public = table::step::withdraw(&mut tx, question.id).await?;
    tx.commit(Did::Erased { question: &question, gone, was_public }).await?;
    desk.store().rinse().await?;
    Ok(now)
}
