//! Putting letters into the box, taking them out, and saying what became of them.

use accounts::{Desk, Reach, Relation, Right, Role, Tx};

use super::super::did::Did;
use super::super::follow::told;
use super::super::read::open;
use super::super::step::is_told_since_answer;
use super::super::table::{self, letter as rows};
use super::super::{Question, Refusal, Step, Way, What};
use super::{Letter, Unsent, pause};
use crate::Seal;

/// Who says that a letter was sent: the program.
pub const SEND: Right = Right { act: "question.mailed", held_by: &[] };
/// Who says that one could not be sent: the program.
pub const FAIL: Right = Right { act: "question.mail_failed", held_by: &[] };
/// Who says that the asker was answered by letter or telephone: the agency that must answer.
pub const REACH: Right = Right {
    act: "question.reached",
    held_by: &[(Role::Head, Reach::Own), (Role::Officer, Reach::Own), (Role::StandingBody, Reach::Own)],
};

/// Letters taken out of the box at a time.
const MOST: i64 = 20;

/// Puts the answer of a step into the box for the asker of a question, where they gave an address of electronic mail.
pub(in crate::question) async fn put(
    tx: &mut Tx,
    desk: &Desk,
    question: &Question,
    step: i64,
) -> Result<(), Refusal> {
    let way = table::contact(tx, question.id).await?.map(|kept| kept.way);
    if way == Some(Way::Mail) {
        rows::insert(tx, question.id, step, desk.now).await?;
    }
    Ok(())
}

/// The letters that are to be sent now, opened. One whose asker is to be reached no more leaves the box; one that does not
/// open is given up.
///
/// # Errors
/// When the database cannot be read.
pub async fn due(desk: &Desk, seal: &Seal) -> Result<Vec<Letter>, Refusal> {
    desk.may(&SEND, Relation::Other)?;
    let mut letters = Vec::new();
    for waiting in rows::due(&mut desk.read().await?, desk.now, MOST).await? {
        let contact = table::contact(&mut desk.read().await?, waiting.letter.question).await?;
        let opened = match contact.filter(|kept| kept.way == Way::Mail) {
            Some(kept) => kept.open(seal, &waiting.form),
            None => Err(Refusal::NoContact),
        };
        match opened {
            Ok(contact) => letters.push(Letter { to: contact.value, ..waiting.letter }),
            Err(Refusal::Sealed) => failed(desk, &waiting.letter, Unsent::Sealed).await?,
            Err(_) => put_away(desk, Some(waiting.letter.question)).await?,
        }
    }
    Ok(letters)
}

/// Takes a letter to try it; false where another server is at it. Where nobody says what became of it, it is tried again
/// after its pause.
///
/// # Errors
/// When the database cannot.
pub async fn take(desk: &Desk, letter: &Letter) -> Result<bool, store::Error> {
    let tries = letter.tries + 1;
    let mut tx = desk.store().begin().await?;
    let is_ours = rows::take(&mut tx, letter, (tries, desk.now + pause(tries))).await?;
    tx.commit().await?;
    Ok(is_ours)
}

/// Says that a letter was sent; once.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn sent(desk: &Desk, letter: &Letter) -> Result<(), Refusal> {
    desk.may(&SEND, Relation::Other)?;
    settle(desk, letter, None).await
}

/// Says that a letter is given up, and why: the agency reads it, and reaches the asker otherwise.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn failed(desk: &Desk, letter: &Letter, why: Unsent) -> Result<(), Refusal> {
    desk.may(&FAIL, Relation::Other)?;
    settle(desk, letter, Some(why)).await
}

async fn settle(desk: &Desk, letter: &Letter, why: Option<Unsent>) -> Result<(), Refusal> {
    let mut tx = desk.begin().await?;
    if !rows::remove(&mut tx, letter.id).await? {
        return Ok(());
    }
    let question = table::find(&mut tx, letter.question).await?.ok_or(Refusal::Missing)?;
    let what = if why.is_none() { What::Mailed } else { What::Unmailed };
    let words = why.map_or(String::new(), |why| why.as_str().to_owned());
    let step = Step { by: Some(desk.who.clone()), ..Step::new(desk, question.id, what, words) };
    table::step::insert(&mut tx, &step).await?;
    tx.commit(Did::Mailed { question: &question, step: letter.step, why }).await?;
    Ok(())
}

/// Says that the asker was answered by letter or telephone, by the agency itself; a letter that still waits is not sent.
///
/// # Errors
/// [`Refusal::NoAnswer`] while there is no answer that holds, [`Refusal::NoContact`] where there is nothing to reach the asker by,
/// [`Refusal::Reached`] where it is written already of the newest answer.
pub async fn reach(desk: &Desk, id: i64) -> Result<(), Refusal> {
    let mut tx = desk.begin().await?;
    let (question, _) = open(&mut tx, desk, id, &REACH).await?;
    if !question.is_answered() {
        return Err(Refusal::NoAnswer);
    }
    if table::contact(&mut tx, id).await?.is_none() {
        return Err(Refusal::NoContact);
    }
    if is_told_since_answer(&told(&mut tx, &question).await?, What::Reached) {
        return Err(Refusal::Reached);
    }
    rows::remove_of(&mut tx, id).await?;
    table::step::insert(&mut tx, &Step::new(desk, id, What::Reached, String::new())).await?;
    tx.commit(Did::Reached { question: &question }).await?;
    Ok(())
}

/// Empties the box, of one question or of all: where no mail server is set up, nothing may go out later by surprise.
///
/// # Errors
/// When the database cannot.
pub async fn put_away(desk: &Desk, question: Option<i64>) -> Result<(), store::Error> {
    if question.is_none() && !rows::any(&mut desk.read().await?).await? {
        return Ok(());
    }
    let mut tx = desk.store().begin().await?;
    match question {
        Some(question) => rows::remove_of(&mut tx, question).await?,
        None => rows::remove_all(&mut tx).await?,
    }
    tx.commit().await
}
