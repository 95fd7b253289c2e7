//! Publishing a question with its answer: with the asker's consent, and after a person took personal data out.

use accounts::{Desk, Reach, Right, Role};

use super::clean::{is_personal, landlines, words};
use super::did::Did;
use super::read::open;
use super::{Refusal, State, table};

/// Who may publish.
pub const PUBLISH: Right = Right {
    act: "question.published",
    held_by: &[(Role::Head, Reach::Own), (Role::Communicator, Reach::Own), (Role::StandingBody, Reach::Any)],
};

/// Who may take it back.
pub const WITHDRAW: Right = Right { act: "question.withdrawn", held_by: PUBLISH.held_by };

/// What is to become public of a question.
#[derive(Debug, Clone, Copy)]
pub struct Public<'a> {
    /// What was asked.
    pub asked: &'a str,
    /// The answer.
    pub answer: &'a str,
    /// Whether a person took personal data out.
    pub checked: bool,
    /// Whether that person says that the telephone numbers left in it are those of offices.
    pub offices: bool,
    /// The places of the files that go public too.
    pub files: &'a [i64],
}

impl<'a> Public<'a> {
    /// These words and this answer, checked, without files.
    pub fn checked(asked: &'a str, answer: &'a str) -> Self {
        Self { asked, answer, checked: true, offices: false, files: &[] }
    }
}

/// Publishes it in place of what was there.
///
/// # Errors
/// [`Refusal::NoAnswer`] where it is not answered now: opened again, it has no answer that holds; else [`Refusal`], with nothing changed.
pub async fn publish(desk: &Desk, id: i64, public: Public<'_>) -> Result<(), Refusal> {
    let mut tx = desk.begin().await?;
    let (question, _) = open(&mut tx, desk, id, &PUBLISH).await?;
    if question.state != State::Answered {
        return Err(Refusal::NoAnswer);
    }
    if !question.may_be_public() {
        return Err(Refusal::NoConsent);
    }
    if !public.checked {
        return Err(Refusal::NotChecked);
    }
    let (asked, answer) = (words(public.asked)?, words(public.answer)?);
    if is_personal(&asked) || is_personal(&answer) {
        return Err(Refusal::Personal);
    }
    let numbers = [landlines(&asked), landlines(&answer)].concat();
    if !numbers.is_empty() && !public.offices {
        return Err(Refusal::Telephones(numbers));
    }
    let was_public = table::step::public_of(&mut tx, id).await?.is_some();
    table::step::publish(&mut tx, id, (&asked, &answer), (&desk.who, desk.today)).await?;
    for file in table::file::of(&mut tx, id).await? {
        table::file::show(&mut tx, (id, file.place), public.files.contains(&file.place)).await?;
    }
    tx.commit(Did::Published { question: &question, was_public, files: public.files }).await?;
    Ok(())
}

/// Takes it back; what is not public stays so.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn withdraw(desk: &Desk, id: i64) -> Result<(), Refusal> {
    let mut tx = desk.begin().await?;
    let (question, _) = open(&mut tx, desk, id, &WITHDRAW).await?;
    if take_down(&mut tx, id).await? {
        tx.commit(Did::Withdrawn { question: &question }).await?;
    }
    Ok(())
}

/// Takes what is public of a question away, with its files; whether there was anything.
pub(super) async fn take_down(tx: &mut accounts::Tx, id: i64) -> Result<bool, store::Error> {
    let was_public = table::step::withdraw(tx, id).await?;
    for file in table::file::of(tx, id).await?.into_iter().filter(|_| was_public) {
        table::file::show(tx, (id, file.place), false).await?;
    }
    Ok(was_public)
}
