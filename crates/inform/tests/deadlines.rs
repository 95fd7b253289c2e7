//! Deadlines: every duty on days on which counting goes wrong. The cases were counted by hand and by another program,
//! never by this one.

use std::collections::{BTreeMap, BTreeSet};

use inform::Duty;
use inform::disclosure::{Counted, Stays, Terms};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use plan::Calendar;
use plan::calendar::{Roll, Workdays, decided, statutory};
use proptest::prelude::*;
use serde::Deserialize;

/// On what counting goes wrong.
#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Holiday,
    Weekend,
    Tet,
    /// A Saturday that is worked to make up for a day off.
    MakeUp,
    /// A law begins, lapses or changes.
    Law,
    /// The commune is merged before the deadline, or while it hangs; what the successor has of it is tested on the
    /// databases.
    Merger,
    /// Nothing: an ordinary day.
    Plain,
}

#[derive(Deserialize)]
struct Case {
    duty: String,
    event: Date,
    /// `-` where no law in force asks for it.
    due: String,
    /// The last day of what is posted on the day that it is due.
    until: String,
    /// On what counting could go wrong.
    kind: Kind,
    why: String,
}

fn cases() -> Vec<Case> {
    places::rows(include_str!("deadlines.csv"))
}

/// The years to 2027 are settled, 2028 is not.
fn calendar() -> Calendar {
    let confirmed = (2021..=2028).filter_map(|year| Some((year, decided::decision(year)?)));
    let workdays = Workdays::new((2021..=2028).flat_map(statutory::of_year), confirmed);
    Calendar { periods: Vec::new(), workdays, roll: Roll::Next }
}

#[test]
fn each_case_comes_out_as_it_was_counted_by_hand() {
    let calendar = calendar();
    let mut wrong = Vec::new();
    for case in cases() {
        let terms = Terms::on(&Duty::of(&case.duty).expect("a duty").laws, case.event);
        let (due, until) = match &terms {
            None => ("-".to_owned(), "-".to_owned()),
            Some(terms) => {
                let due = terms.due(case.event, &calendar).day;
                let until = terms.until(due, &calendar.workdays);
                (due.to_string(), until.map_or("suot_ky".to_owned(), |day| day.to_string()))
            }
        };
        if (&due, &until) != (&case.due, &case.until) {
            wrong.push(format!("{} {} ({}): {due} {until}", case.duty, case.event, case.why));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_duty_has_at_least_three_cases_of_different_kinds_and_a_merger() {
    let mut kinds: BTreeMap<String, BTreeSet<Kind>> = BTreeMap::new();
    for case in cases().into_iter().filter(|case| case.kind != Kind::Plain) {
        kinds.entry(case.duty).or_default().insert(case.kind);
    }
    assert_eq!(kinds.len(), Duty::all().len());
    assert!(kinds.values().all(|kinds| kinds.len() >= 3 && kinds.contains(&Kind::Merger)), "{kinds:?}");
}

#[test]
fn each_case_is_of_its_kind() {
    let (calendar, merger) = (calendar(), date(2025, 7, 1));
    let days = &calendar.workdays;
    let is_off = |day: Date| day.weekday().to_monday_zero_offset() < 5 && !days.is_working_day(day);
    for case in cases() {
        let (event, last) = (case.event, case.due.parse::<Date>().unwrap_or(case.event));
        let until = case.until.parse().unwrap_or(last);
        let within = |is: &dyn Fn(Date) -> bool, last: Date| {
            event.series(1.day()).take_while(|day| *day <= last).any(is)
        };
        let is = match case.kind {
            Kind::Holiday | Kind::Tet => within(&is_off, until),
            Kind::MakeUp => {
                within(&|day| day.weekday().to_monday_zero_offset() > 4 && days.is_working_day(day), last)
            }
            Kind::Weekend => within(&|day| day.weekday().to_monday_zero_offset() > 4, last),
            Kind::Merger => event < merger && merger <= until.max(last),
            Kind::Law | Kind::Plain => true,
        };
        assert!(is, "{} {}: {:?}, {}", case.duty, case.event, case.kind, case.why);
    }
}

#[test]
fn a_deadline_in_a_year_that_is_not_settled_says_so() {
    let calendar = calendar();
    let due = |duty: &str, event| {
        let terms = Terms::on(&Duty::of(duty).unwrap().laws, event).unwrap();
        terms.due(event, &calendar)
    };
    assert_eq!(due("CK04", date(2025, 3, 31)).unconfirmed, None);
    let late = due("CK04", date(2027, 12, 31));
    assert_eq!((late.day, late.unconfirmed), (date(2028, 1, 17), Some(2028)));
    assert_eq!(due("CK12", date(2028, 1, 24)).unconfirmed, Some(2028));
}

proptest! {
    #[test]
    fn a_later_event_is_never_due_earlier_and_a_deadline_is_a_day_of_work(days in 0_i32..1600, place in 0_usize..27) {
        let (calendar, duty) = (calendar(), &Duty::all()[place]);
        let event = date(2023, 7, 1).saturating_add(days.days());
        let next = event.tomorrow().unwrap();
        if let (Some(terms), Some(after)) = (Terms::on(&duty.laws, event), Terms::on(&duty.laws, next)) {
            let due = terms.due(event, &calendar);
            prop_assert!(due.day >= event && calendar.workdays.is_working_day(due.day));
            prop_assert!(terms.within != after.within || after.due(next, &calendar).day >= due.day);
            if terms.within.counted == Counted::Working {
                let between = calendar.workdays.working_days_between(event, due.day);
                prop_assert!(between == terms.within.days as usize || terms.within.days == 0);
            }
            match terms.stays {
                Stays::Throughout => prop_assert_eq!(terms.until(due.day, &calendar.workdays), None),
                Stays::Days(_) => prop_assert!(terms.until(due.day, &calendar.workdays) > Some(due.day)),
            }
        }
    }
}
