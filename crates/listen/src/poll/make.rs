//! Making a poll, changing it before it opens, ending it before its day, taking it out of sight.

use accounts::{Desk, Reach, Relation, Right, Role};
use jiff::civil::Date;
use places::personal::personal;
use plan::task::coaching;

use super::did::Did;
use super::{Choice, Poll, Refusal, State, table};
use crate::question::clean::tidy;

/// Who may make one.
pub const MAKE: Right = Right {
    act: "poll.made",
    held_by: &[(Role::StandingBody, Reach::Any), (Role::Communicator, Reach::Any)],
};

/// Who may change one before it opens.
pub const CHANGE: Right = Right { act: "poll.changed", held_by: MAKE.held_by };

/// Who may end one before its day.
pub const CLOSE: Right = Right { act: "poll.closed", held_by: MAKE.held_by };

/// Who may take one out of sight that has opened.
pub const WITHDRAW: Right = Right { act: "poll.withdrawn", held_by: MAKE.held_by };

/// The longest question, in characters.
pub const ASKED_MAX: usize = 300;
/// The longest choice.
const SAID_MAX: usize = 120;
/// The most choices.
const CHOICES_MAX: usize = 8;
/// A poll is open for so many days at most.
const OPEN_MAX: i64 = 92;

/// A poll as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What is asked.
    pub asked: String,
    /// The same in English; may be empty.
    pub asked_en: String,
    /// What may be chosen, Vietnamese and English; those without Vietnamese are left out.
    pub choices: Vec<(String, String)>,
    /// The first day that takes answers.
    pub opens_on: Date,
    /// The last one.
    pub closes_on: Date,
    /// Whether somebody says of a text that seems to coach or to aim that it is right so.
    pub is_fine: bool,
}

/// Makes a poll.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn make(desk: &Desk, draft: &Draft) -> Result<Poll, Refusal> {
    desk.may(&MAKE, Relation::Other)?;
    let mut poll = draft.checked(desk.today)?;
    let mut tx = desk.begin().await?;
    poll.id = table::insert(&mut tx, &poll).await?;
    tx.commit(Did::Made { poll: &poll }).await?;
    Ok(poll)
}

/// Changes a poll that is not open yet.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn change(desk: &Desk, id: i64, draft: &Draft) -> Result<Poll, Refusal> {
    let mut tx = desk.begin().await?;
    let before = found(&mut tx, desk, id, &CHANGE).await?;
    if before.state(desk.today) != State::Coming {
        return Err(Refusal::Opened);
    }
    let now = Poll { id, ..draft.checked(desk.today)? };
    table::replace(&mut tx, &now).await?;
    tx.commit(Did::Changed { before: &before, now: &now }).await?;
    Ok(now)
}

/// Ends a poll before its last day, so that it takes no more answers; the reason is public.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn close(desk: &Desk, id: i64, reason: &str) -> Result<Poll, Refusal> {
    let mut tx = desk.begin().await?;
    let before = found(&mut tx, desk, id, &CLOSE).await?;
    if before.state(desk.today) == State::Closed {
        return Err(Refusal::NotOpen);
    }
    let reason = public(reason)?;
    table::end(&mut tx, id, desk.today, &reason).await?;
    let now = Poll { ended: Some((desk.today, reason)), ..before.clone() };
    tx.commit(Did::Closed { before: &before, now: &now }).await?;
    Ok(now)
}

/// Takes a poll that has opened out of sight, open or over: its address says so and why, and nothing of it is found. What was
/// answered stays in the register.
///
/// # Errors
/// [`Refusal::NotSeen`] where nobody sees it; else [`Refusal`], with nothing changed.
pub async fn withdraw(desk: &Desk, id: i64, reason: &str) -> Result<Poll, Refusal> {
    let mut tx = desk.begin().await?;
    let before = found(&mut tx, desk, id, &WITHDRAW).await?;
    if before.state(desk.today) == State::Coming || before.withdrawn.is_some() {
        return Err(Refusal::NotSeen);
    }
    let reason = public(reason)?;
    table::withdraw(&mut tx, id, desk.today, &reason).await?;
    let now = Poll { withdrawn: Some((desk.today, reason)), ..before.clone() };
    tx.commit(Did::Withdrawn { before: &before, now: &now }).await?;
    Ok(now)
}

/// A reason that anyone may read.
fn public(reason: &str) -> Result<String, Refusal> {
    let reason = tidy(reason);
    if !fits(&reason, ASKED_MAX) {
        return Err(Refusal::NoReason);
    }
    personal(&reason).map_or(Ok(reason), |found| Err(Refusal::Personal(found)))
}

async fn found(tx: &mut accounts::Tx, desk: &Desk, id: i64, right: &Right) -> Result<Poll, Refusal> {
    desk.may(right, Relation::Other)?;
    table::find(tx, id).await?.ok_or(Refusal::Missing)
}

impl Draft {
    fn checked(&self, today: Date) -> Result<Poll, Refusal> {
        let (asked, asked_en) = (tidy(&self.asked), tidy(&self.asked_en));
        if !fits(&asked, ASKED_MAX) || asked_en.chars().count() > ASKED_MAX {
            return Err(Refusal::NoQuestion);
        }
        let choices = self.chosen()?;
        let said = choices.iter().flat_map(|choice| [choice.said.as_str(), &choice.said_en]);
        let texts: Vec<&str> = said.chain([asked.as_str(), &asked_en]).collect();
        if let Some(found) = texts.iter().find_map(|text| personal(text)) {
            return Err(Refusal::Personal(found));
        }
        if let Some(words) = coaching::first_in(&texts).filter(|_| !self.is_fine) {
            return Err(Refusal::Coaching(words));
        }
        let open = self.opens_on.until(self.closes_on).map_or(-1, |span| i64::from(span.get_days()));
        if self.opens_on < today || !(0..=OPEN_MAX).contains(&open) {
            return Err(Refusal::Days);
        }
        let (opens_on, closes_on) = (self.opens_on, self.closes_on);
        Ok(Poll { id: 0, asked, asked_en, choices, opens_on, closes_on, ended: None, withdrawn: None })
    }

    fn chosen(&self) -> Result<Vec<Choice>, Refusal> {
        let tidied = self.choices.iter().map(|(said, said_en)| (tidy(said), tidy(said_en)));
        let choice = |(said, said_en)| Choice { said, said_en, answers: 0 };
        let choices: Vec<Choice> = tidied.filter(|(said, _)| !said.is_empty()).map(choice).collect();
        let is_long =
            |choice: &Choice| !fits(&choice.said, SAID_MAX) || choice.said_en.chars().count() > SAID_MAX;
        let twice = |at: usize| choices[..at].iter().any(|other| other.said == choices[at].said);
        let is_wrong = choices.iter().any(is_long) || (0..choices.len()).any(twice);
        if is_wrong || !(2..=CHOICES_MAX).contains(&choices.len()) {
            return Err(Refusal::NoChoices);
        }
        Ok(choices)
    }
}

fn fits(text: &str, most: usize) -> bool {
    (1..=most).contains(&text.chars().count())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2025, 5, 20);

    fn draft(choices: &[&str], from: Date, to: Date) -> Draft {
        let choices = choices.iter().map(|said| ((*said).to_owned(), String::new())).collect();
        Draft {
            asked: " Ông, bà  hài lòng không? ".into(),
            asked_en: String::new(),
            choices,
            opens_on: from,
            closes_on: to,
            is_fine: false,
        }
    }

    #[test]
    fn a_draft_is_made_clean_and_empty_choices_are_left_out() {
        let poll = draft(&["Có", "", " Không\u{200B} "], TODAY, TODAY).checked(TODAY).expect("a poll");
        assert_eq!(poll.asked, "Ông, bà hài lòng không?");
        assert_eq!(
            poll.choices.iter().map(|choice| choice.said.as_str()).collect::<Vec<_>>(),
            ["Có", "Không"]
        );
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let of = |choices: &[&str], from, to| draft(choices, from, to).checked(TODAY);
        let (two, long) = (["Có", "Không"], "x".repeat(121));
        assert!(matches!(of(&["Có"], TODAY, TODAY), Err(Refusal::NoChoices)));
        assert!(matches!(of(&["Có", "Có "], TODAY, TODAY), Err(Refusal::NoChoices)));
        assert!(matches!(of(&["Có", &long], TODAY, TODAY), Err(Refusal::NoChoices)));
        assert!(matches!(
            of(&["1", "2", "3", "4", "5", "6", "7", "8", "9"], TODAY, TODAY),
            Err(Refusal::NoChoices)
        ));
        assert!(matches!(of(&two, date(2025, 5, 19), TODAY), Err(Refusal::Days)));
        assert!(matches!(of(&two, date(2025, 5, 21), TODAY), Err(Refusal::Days)));
        assert!(matches!(of(&two, TODAY, date(2025, 8, 21)), Err(Refusal::Days)));
        assert!(of(&two, TODAY, date(2025, 8, 20)).is_ok());
        let silent = Draft { asked: " \u{200B}".into(), ..draft(&two, TODAY, TODAY) };
        assert!(matches!(silent.checked(TODAY), Err(Refusal::NoQuestion)));
    }

    #[test]
    fn what_names_or_reaches_a_person_is_asked_nowhere() {
        let two = ["Có", "Không"];
        let plain = draft(&two, TODAY, TODAY);
        for draft in [
            Draft { asked: "Ông A, CCCD 079 201 001 234, có đúng không?".into(), ..plain.clone() },
            Draft { asked_en: "Ask Lan, lan@example.vn?".into(), ..plain.clone() },
            draft(&["Gọi 0912 345 678", "Không"], TODAY, TODAY),
            Draft {
                choices: vec![("Có".into(), "CMND 385 123 456".into()), ("Không".into(), String::new())],
                ..plain
            },
        ] {
            assert!(matches!(draft.checked(TODAY), Err(Refusal::Personal(_))), "{draft:?}");
        }
        assert!(
            matches!(public("Có số 0912 345 678"), Err(Refusal::Personal(found)) if found == "0912 345 678")
        );
    }

    #[test]
    fn a_text_that_coaches_is_for_a_person_to_decide() {
        let of = |is_fine| Draft {
            is_fine,
            ..draft(&["Đã được hướng dẫn trả lời phiếu", "Chưa"], TODAY, TODAY)
        };
        assert!(
            matches!(of(false).checked(TODAY), Err(Refusal::Coaching(words)) if words == "hướng dẫn trả lời phiếu")
        );
        assert!(of(true).checked(TODAY).is_ok());
    }
}
