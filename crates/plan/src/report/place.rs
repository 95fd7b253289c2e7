//! Where what comes in from a form belongs among the reports of its assignment.

use super::{Refusal, Report, Said, State};

/// Where it belongs.
#[derive(Debug, PartialEq)]
pub(super) enum Place<'a> {
    /// It is a new report.
    New {
        /// Its number.
        number: i64,
        /// The accepted report that it corrects.
        corrects: Option<i64>,
        /// What it answers or corrects, whose evidence may stay.
        after: Option<&'a Report>,
    },
    /// It changes this draft.
    Draft(&'a Report),
    /// It was sent already, by the same form and with the same words.
    Same(&'a Report),
}

/// Where it belongs among the reports there are, oldest first; none where they have changed since the form was
/// shown.
///
/// # Errors
/// [`Refusal::Stale`].
pub(super) fn place<'a>(reports: &'a [Report], said: &Said) -> Result<Place<'a>, Refusal> {
    let latest = reports.last();
    if let Some(known) = reports.iter().find(|report| report.form == said.form) {
        let same = known.words == said.words;
        return match known.state {
            State::Draft if same || known.version == said.version => Ok(Place::Draft(known)),
            State::Draft => Err(Refusal::stale(latest)),
            _ if same => Ok(Place::Same(known)),
            _ => Err(Refusal::stale(latest)),
        };
    }
    let expected = latest.map_or(1, |report| report.number + 1);
    let corrects = match latest.map(|report| report.state) {
        None => None,
        Some(State::Returned) => latest.and_then(|report| report.corrects),
        Some(State::Accepted) => latest.map(|report| report.id),
        Some(_) => return Err(Refusal::stale(latest)),
    };
    if said.number != expected {
        return Err(Refusal::stale(latest));
    }
    Ok(Place::New { number: expected, corrects, after: latest })
}

/// How a report of this number stands once it is sent.
pub(super) fn sent(reports: &[Report], number: i64) -> State {
    let before = reports.iter().find(|report| report.number == number - 1);
    if before.is_some_and(|report| report.state == State::Returned) {
        State::Resubmitted
    } else {
        State::Submitted
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::super::Words;
    use super::*;

    fn report(number: i64, state: State, form: &str, done: &str) -> Report {
        Report {
            id: number * 10,
            assignment: 1,
            number,
            state,
            version: 2,
            form: form.to_owned(),
            words: Words { done: done.to_owned(), ..Words::default() },
            agency: String::new(),
            post: String::new(),
            author: String::new(),
            on_behalf: false,
            corrects: None,
            written_at: Timestamp::UNIX_EPOCH,
            submitted_at: None,
            submitted_on: None,
            decided_at: None,
            decided_by: None,
            reason: None,
        }
    }

    fn said(form: &str, number: i64, version: i64, done: &str) -> Said {
        let words = Words { done: done.to_owned(), ..Words::default() };
        Said { assignment: 1, form: form.to_owned(), number, version, words, keep: vec![], pieces: vec![] }
    }

    fn is_stale(placed: &Result<Place<'_>, Refusal>) -> bool {
        matches!(placed, Err(Refusal::Stale(_)))
    }

    #[test]
    fn the_first_report_is_number_one_and_an_answer_or_a_correction_the_next() {
        assert_eq!(
            place(&[], &said("f", 1, 0, "x")).unwrap(),
            Place::New { number: 1, corrects: None, after: None }
        );
        let returned = [report(1, State::Returned, "e", "x")];
        let placed = place(&returned, &said("f", 2, 0, "y")).unwrap();
        assert_eq!(placed, Place::New { number: 2, corrects: None, after: Some(&returned[0]) });
        let accepted = [report(1, State::Accepted, "e", "x")];
        let placed = place(&accepted, &said("f", 2, 0, "y")).unwrap();
        assert_eq!(placed, Place::New { number: 2, corrects: Some(10), after: Some(&accepted[0]) });
    }

    #[test]
    fn the_same_form_twice_is_the_same_report() {
        let sent = [report(1, State::Submitted, "f", "x")];
        assert_eq!(place(&sent, &said("f", 1, 1, "x")).unwrap(), Place::Same(&sent[0]));
        let draft = [report(1, State::Draft, "f", "x")];
        assert_eq!(place(&draft, &said("f", 1, 0, "x")).unwrap(), Place::Draft(&draft[0]));
        assert_eq!(place(&draft, &said("f", 1, 2, "y")).unwrap(), Place::Draft(&draft[0]));
    }

    #[test]
    fn whoever_changes_what_has_changed_is_told() {
        let draft = [report(1, State::Draft, "f", "x")];
        assert!(is_stale(&place(&draft, &said("f", 1, 1, "y"))));
        assert!(is_stale(&place(&draft, &said("other", 1, 0, "y"))));
        let waiting = [report(1, State::Submitted, "f", "x")];
        assert!(is_stale(&place(&waiting, &said("f", 1, 1, "y"))));
        assert!(is_stale(&place(&waiting, &said("other", 2, 0, "y"))));
        let returned = [report(1, State::Returned, "e", "x")];
        assert!(is_stale(&place(&returned, &said("f", 1, 0, "y"))));
    }

    #[test]
    fn what_is_sent_after_a_return_says_so() {
        let reports = [report(1, State::Returned, "e", "x"), report(2, State::Draft, "f", "y")];
        assert_eq!(sent(&reports, 2), State::Resubmitted);
        assert_eq!(sent(&[report(1, State::Accepted, "e", "x")], 2), State::Submitted);
        assert_eq!(sent(&[], 1), State::Submitted);
    }
}
