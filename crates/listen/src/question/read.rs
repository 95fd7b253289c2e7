//! Reading one question: the agency that must answer its own, the standing body any.

use accounts::{Desk, Directory, Reach, Relation, Right, Role};
use store::{Ask, Attachments};

use super::follow::told;
use super::purge::asked_for;
use super::step::is_told_since_answer;
use super::{File, Published, Question, Refusal, Step, Way, What, table};
use crate::Seal;

/// Who may read questions.
pub const READ: Right = Right {
    act: "question.read",
    held_by: &[
        (Role::Head, Reach::Own),
        (Role::Officer, Reach::Own),
        (Role::Communicator, Reach::Own),
        (Role::StandingBody, Reach::Any),
        (Role::Leader, Reach::Any),
        (Role::Auditor, Reach::Any),
    ],
};

/// A question with what was done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct One {
    /// The question.
    pub question: Question,
    /// How the desk stands to it.
    pub relation: Relation,
    /// What was done, oldest first.
    pub steps: Vec<Step>,
    /// The files of its answers.
    pub files: Vec<File>,
    /// What is public of it.
    pub public: Option<Published>,
    /// By what the asker can be reached.
    pub way: Option<Way>,
    /// Whether a letter to the asker waits to be sent.
    pub letter_waits: bool,
    /// Whether it is written that the asker was answered by letter or telephone, of its newest answer.
    pub is_reached: bool,
    /// Those that were folded into it.
    pub folded: Vec<Question>,
    /// The one that it was folded into.
    pub main: Option<Question>,
    /// The request of its own asker, by code and secret, that its words go; none where none waits.
    pub request: Option<Question>,
    /// Of such a request, the question whose words are to go.
    pub about: Option<Question>,
}

/// One question.
///
/// # Errors
/// [`Refusal::Missing`] where there is none that the desk may know of.
pub async fn one(desk: &Desk, id: i64) -> Result<One, Refusal> {
    let mut at = desk.read().await?;
    let (question, relation) = open(&mut at, desk, id, &READ).await?;
    Ok(One {
        relation,
        steps: table::step::of(&mut at, id).await?,
        files: table::file::of(&mut at, id).await?,
        public: table::step::public_of(&mut at, id).await?,
        way: table::contact(&mut at, id).await?.map(|kept| kept.way),
        letter_waits: table::letter::waits(&mut at, id).await?,
        is_reached: is_told_since_answer(&told(&mut at, &question).await?, What::Reached),
        folded: table::folded_into(&mut at, id).await?,
        main: other(&mut at, question.main).await?,
        request: asked_for(&mut at, id).await?,
        about: other(&mut at, question.about).await?,
        question,
    })
}

/// Another question, where one is named.
pub(super) async fn other(at: &mut impl Ask, id: Option<i64>) -> Result<Option<Question>, store::Error> {
    match id {
        Some(id) => table::find(at, id).await,
        None => Ok(None),
    }
}

/// The picture of a question, with what it is.
///
/// # Errors
/// [`Refusal::Missing`] where there is none that the desk may know of, [`Refusal::Sealed`] where the key is another.
pub async fn picture(
    desk: &Desk,
    (seal, attachments): (&Seal, &Attachments),
    id: i64,
) -> Result<(Vec<u8>, String), Refusal> {
    let (question, _) = open(&mut desk.read().await?, desk, id, &READ).await?;
    opened((seal, attachments), &question).await
}

/// The picture of a question, opened.
pub(super) async fn opened(
    (seal, attachments): (&Seal, &Attachments),
    question: &Question,
) -> Result<(Vec<u8>, String), Refusal> {
    let picture = question.picture.as_ref().ok_or(Refusal::Missing)?;
    let digest = picture.digest.parse().map_err(|_| Refusal::Missing)?;
    let sealed = attachments.get(&digest).await?;
    Ok((seal.open(&question.form, &sealed).ok_or(Refusal::Sealed)?, picture.media.clone()))
}

/// The question, for a desk that may do this with it.
pub(super) async fn open(
    at: &mut impl Ask,
    desk: &Desk,
    id: i64,
    right: &Right,
) -> Result<(Question, Relation), Refusal> {
    let directory = Directory::load(at).await?;
    let found = table::find(at, id).await?;
    let near = found.as_ref().map_or(Relation::Other, |question| question.relation(desk, &directory));
    if READ.reach(desk.role).is_some() && !READ.allows(desk.role, near) {
        return Err(Refusal::Missing);
    }
    desk.may(right, near)?;
    Ok((found.ok_or(Refusal::Missing)?, near))
}
