//! Recording an event, and withdrawing one that was recorded by mistake.

use accounts::agency::Kind;
use accounts::{Agency, Desk, Directory, Reach, Relation, Right, Role};
use jiff::civil::Date;

use places::name::{explains, fold, tidy as seen};
use places::personal::personal;

use super::did::Did;
use super::duty::is_owed;
use super::{Duty, Event, Refusal, WORDS_MAX, kind, table};

/// Who may record an event in a commune.
pub const RECORD: Right = Right {
    act: "disclosure.recorded",
    held_by: &[
        (Role::Head, Reach::Own),
        (Role::Officer, Reach::Own),
        (Role::Communicator, Reach::Own),
        (Role::StandingBody, Reach::Any),
    ],
};

/// Who may withdraw one.
pub const WITHDRAW: Right = Right {
    act: "disclosure.withdrawn",
    held_by: &[(Role::Head, Reach::Own), (Role::Officer, Reach::Own), (Role::StandingBody, Reach::Any)],
};

/// An event as it comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// The code of its kind.
    pub kind: String,
    /// The code of the commune.
    pub agency: String,
    /// The day that it happened.
    pub day: Date,
    /// What it was: the number and title of the document.
    pub words: String,
    /// The key of the form; the same form records once.
    pub form: String,
}

/// Records an event; the same form records once.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn record(desk: &Desk, new: &NewEvent) -> Result<Event, Refusal> {
    match try_record(desk, new).await {
        Err(Refusal::Store(store::Error::Duplicate(_))) => try_record(desk, new).await,
        other => other,
    }
}

async fn try_record(desk: &Desk, new: &NewEvent) -> Result<Event, Refusal> {
    let mut tx = desk.begin().await?;
    let directory = Directory::load(&mut tx).await?;
    desk.may(&RECORD, desk.relation_by_heirs(&directory, &new.agency))?;
    if let Some(same) = table::event_of_form(&mut tx, &new.form).await? {
        return Ok(same);
    }
    let mut event = new.checked(desk, &directory)?;
    let same = table::events_of(&mut tx, &event).await?;
    if same.iter().any(|it| fold(&it.words) == fold(&event.words)) {
        return Err(Refusal::Same);
    }
    event.id = table::insert_event(&mut tx, &event).await?;
    tx.commit(Did::Recorded(&event)).await?;
    Ok(event)
}

impl NewEvent {
    fn checked(&self, desk: &Desk, directory: &Directory) -> Result<Event, Refusal> {
        kind(&self.kind).filter(|kind| kind.is_recorded()).ok_or(Refusal::NoKind)?;
        if self.day > desk.today {
            return Err(Refusal::NotYet(self.day));
        }
        let is_there = |it: &&Agency| it.kind == Kind::Commune && it.in_force(self.day);
        let commune = directory.agency(&self.agency).filter(is_there).ok_or(Refusal::NoCommune(self.day))?;
        let mut arising = Duty::arising(&self.kind, self.day).peekable();
        arising.peek().ok_or(Refusal::NoLaw(self.day))?;
        if !arising.any(|duty| is_owed(duty, &commune.name, self.day)) {
            return Err(Refusal::NotOwed);
        }
        Ok(Event {
            id: 0,
            kind: self.kind.clone(),
            agency: self.agency.clone(),
            day: self.day,
            words: words(&self.words)?,
            form: self.form.clone(),
            recorded_by: desk.who.clone(),
            recorded_on: desk.today,
            withdrawn: None,
        })
    }
}

/// Withdraws an event for which nothing was posted and nobody waits for a look, with a reason. The register keeps it.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn withdraw(desk: &Desk, id: i64, reason: &str) -> Result<(), Refusal> {
    let mut tx = desk.begin().await?;
    let directory = Directory::load(&mut tx).await?;
    let event = table::event(&mut tx, id).await?;
    let near =
        event.as_ref().map_or(Relation::Other, |event| desk.relation_by_heirs(&directory, &event.agency));
    desk.may(&WITHDRAW, near)?;
    let event = event.ok_or(Refusal::Missing)?;
    kind(&event.kind).filter(|kind| kind.is_recorded()).ok_or(Refusal::NoKind)?;
    if table::is_posted(&mut tx, id).await? {
        return Err(Refusal::Posted);
    }
    if table::is_doubted(&mut tx, id).await? {
        return Err(Refusal::Doubted);
    }
    let reason = words(reason)?;
    table::withdraw(&mut tx, desk, id, &reason).await?;
    tx.commit(Did::Withdrawn { event: &event, reason: &reason }).await?;
    Ok(())
}

/// Words that are needed, tidied: a dot says nothing.
pub(super) fn words(written: &str) -> Result<String, Refusal> {
    let words = tidy(written)?;
    if words.chars().any(char::is_alphanumeric) { Ok(words) } else { Err(Refusal::NoWords) }
}

/// A reason that others can follow: more than a single word.
pub(super) fn reason(written: &str) -> Result<String, Refusal> {
    let reason = words(written)?;
    if explains(&reason) { Ok(reason) } else { Err(Refusal::NoReason) }
}

/// Words, tidied; there may be none. They are public or stay in the audit trail, so that they hold no number of a person.
pub(super) fn tidy(written: &str) -> Result<String, Refusal> {
    let words = seen(written).split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() > WORDS_MAX {
        return Err(Refusal::TooLong);
    }
    personal(&words).map_or(Ok(words), |found| Err(Refusal::Personal(found)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_a_person_by_number_is_turned_away_and_told() {
        for (written, found) in [
            ("Nguyễn Văn A, CCCD 095123456789, hộ nghèo", "095123456789"),
            ("gọi 0912 345 678", "0912 345 678"),
            ("thư lan@x.vn", "lan@x.vn"),
        ] {
            assert!(matches!(tidy(written), Err(Refusal::Personal(it)) if it == found), "{written}");
        }
        assert_eq!(tidy(" Quyết định\u{200B} 12/QĐ-UBND \n").unwrap(), "Quyết định 12/QĐ-UBND");
    }

    #[test]
    fn a_dot_is_no_word_and_one_word_is_no_reason() {
        for (written, is_said, is_reason) in [
            ("", false, false),
            (" . ", false, false),
            ("nhầm", true, false),
            ("12 3", true, false),
            ("Máy ảnh hư", true, true),
        ] {
            assert_eq!(
                (words(written).is_ok(), reason(written).is_ok()),
                (is_said, is_reason),
                "{written:?}"
            );
        }
    }
}
