//! Following a question by its code and secret: what was done, reopening what was not solved, rating the answer once, and
//! taking one's own data back.

use accounts::{Desk, Relation, Right};
use plan::calendar::{self, par};
use store::{Ask, Attachments};

use super::answer::for_asker;
use super::ask::{digest, typed};
use super::clean::asked;
use super::contact::Contact;
use super::did::Did;
use super::purge::take_away;
use super::read::opened;
use super::route::change;
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
    /// Whether it is public.
    pub is_public: bool,
    /// Whether it can be reopened.
    pub may_reopen: bool,
    /// Whether it can be rated.
    pub may_rate: bool,
}

/// The question of a code and its secret.
///
/// # Errors
/// [`Refusal::Missing`] where the two do not belong together.
pub async fn follow(desk: &Desk, code: &str, secret: &str) -> Result<Followed, Refusal> {
    let mut at = desk.read().await?;
    let question = known(&mut at, code, secret).await?;
    let main = match question.main {
        Some(main) => table::find(&mut at, main).await?,
        None => None,
    };
    let mut steps = table::step::of(&mut at, question.id).await?;
    if let Some(main) = &main {
        let told = table::step::of(&mut at, main.id).await?;
        // What its own asker wrote is for that one alone.
        steps.extend(told.into_iter().filter(|step| step.what.is_answer() || step.what == What::Closed));
    }
    let source = main.as_ref().unwrap_or(&question);
    let files = for_asker(source, table::file::of(&mut at, source.id).await?, code);
    Ok(Followed {
        steps,
        files,
        main,
        way: table::contact(&mut at, question.id).await?.map(|kept| kept.way),
        is_public: table::step::public_of(&mut at, question.id).await?.is_some(),
        may_reopen: may_reopen(&question, desk),
        may_rate: may_rate(&question),
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
    let is_recent = question.settled_on.is_none_or(|day| days(day, desk.today) <= REOPEN_DAYS);
    question.state != State::Open && is_recent
}

fn may_rate(question: &Question) -> bool {
    has_answer(question) && question.rating.is_none()
}

/// Whether it has an answer now, its own or that of the one that it was folded into.
fn has_answer(question: &Question) -> bool {
    let is_folded = question.state == State::Folded && question.settled_on.is_some();
    question.state == State::Answered || (is_folded && question.late.is_some())
}

/// Opens it again, since it was not solved, or was joined to another that asks something else; a new clock starts, and the lateness of before stays.
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
    let now = Question {
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
    tx.commit(Did::Reopened { before: &question, now: &now }).await?;
    Ok(now)
}

/// Rates the answer, 1 to 5, once.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn rate(desk: &Desk, code: &str, secret: &str, rating: i64) -> Result<Question, Refusal> {
    desk.may(&RATE, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let question = known(&mut tx, code, secret).await?;
    if !has_answer(&question) {
        return Err(Refusal::NoAnswer);
    }
    if question.rating.is_some() {
        return Err(Refusal::Rated);
    }
    if !(1..=5).contains(&rating) {
        return Err(Refusal::NoRating);
    }
    let now = Question { rating: Some(rating), ..question.clone() };
    if !table::update(&mut tx, &question, &now).await? {
        return Err(Refusal::NoAnswer);
    }
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
