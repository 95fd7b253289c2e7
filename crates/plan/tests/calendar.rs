//! The calendar in the database: filled once, changed by those who may, on both databases.

#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]

use accounts::{Desk, Role, audit};
use jiff::civil::{Date, date};
use plan::calendar::holiday::Kind;
use plan::calendar::{self, Calendar, Holiday, Period, Refusal, Rhythm, par};
use sample::Scratch;

async fn filled(scratch: &Scratch) -> Desk {
    let desk = scratch.desk().await;
    calendar::seed(&desk).await.unwrap();
    desk
}

async fn load(desk: &Desk) -> Calendar {
    calendar::load(&mut desk.read().await.unwrap(), par::NAME).await.unwrap()
}

async fn acts(desk: &Desk, subject: &str) -> Vec<(Option<String>, Option<String>)> {
    let entries = audit::about(&mut desk.read().await.unwrap(), subject).await.unwrap();
    entries.into_iter().map(|entry| (entry.before, entry.after)).collect()
}

fn swapped(day: Date) -> Holiday {
    Holiday {
        day, name: "Nghỉ hoán đổi".to_owned(), kind: Kind::SwappedOff, source: "12/TB-BNV".to_owned()
    }
}

sample::on_both! {
    async fn a_new_calendar_knows_the_periods_and_days_off_of_2021_to_2027(scratch: Scratch) {
        let desk = filled(&scratch).await;

        let calendar = load(&desk).await;

        assert_eq!(calendar.periods.len(), 7 * 16);
        let due = calendar.due_in(Rhythm::Quarterly, date(2025, 1, 1)..=date(2025, 12, 31));
        let codes: Vec<_> = due.map(|period| period.code.as_str()).collect();
        assert_eq!(codes, ["2025-Q1", "2025-H1", "2025-Q3", "2025-Y"]);
        assert_eq!(calendar.period("2025-H1").unwrap().first, date(2024, 12, 15));
        assert!(!calendar.workdays.is_working_day(date(2025, 5, 2)));
        assert!(calendar.workdays.is_working_day(date(2025, 4, 26)));
        assert_eq!(calendar.workdays.years(), (2021..=2027).collect::<Vec<_>>());
        assert_eq!(calendar.workdays.confirmed(2025), Some("6150/TB-BLĐTBXH (03/12/2024)"));
    }

    async fn a_calendar_is_filled_once_and_again_for_the_year_to_come(scratch: Scratch) {
        let desk = filled(&scratch).await;
        calendar::seed(&desk).await.unwrap();
        assert_eq!(audit::latest(desk.store()).await.unwrap(), 1);

        let mut later = desk.clone();
        later.today = date(2027, 1, 2);
        calendar::seed(&later).await.unwrap();

        let calendar = load(&later).await;
        assert_eq!(calendar.periods.len(), 8 * 16);
        assert_eq!(calendar.workdays.confirmed(2028), None);
        assert!(!calendar.workdays.is_working_day(date(2028, 1, 26)));
        let kept = acts(&later, "calendar").await;
        assert_eq!(kept[1].1.as_deref(), Some(r#"{"holidays":13,"periods":16}"#));
    }

    async fn what_was_removed_by_hand_does_not_come_back(scratch: Scratch) {
        let desk = filled(&scratch).await;
        let day = date(2026, 11, 24);
        let mark = load(&desk).await.workdays.holiday(day).unwrap().mark();

        calendar::remove_holiday(&desk, day, &mark).await.unwrap();
        calendar::seed(&desk).await.unwrap();

        assert!(load(&desk).await.workdays.is_working_day(day));
        let gone = &acts(&desk, "holiday/2026-11-24").await[0];
        assert!(gone.0.as_deref().unwrap().contains("28/2026/QH16") && gone.1.is_none());
    }

    async fn a_day_off_is_set_and_the_trail_tells_before_and_after(scratch: Scratch) {
        let desk = filled(&scratch).await;
        let mut holiday = swapped(date(2027, 4, 29));
        calendar::set_holiday(&desk, &holiday, "").await.unwrap();
        let seen = holiday.mark();
        holiday.source = "13/TB-BNV".to_owned();
        calendar::set_holiday(&desk, &holiday, &seen).await.unwrap();

        let calendar = load(&desk).await;
        assert_eq!(calendar.workdays.holiday(holiday.day), Some(&holiday));
        assert_eq!(calendar.deadline(holiday.day), date(2027, 5, 4));
        let kept = acts(&desk, "holiday/2027-04-29").await;
        assert_eq!(kept[0].0, None);
        assert_eq!(kept[0].1, kept[1].0);
        assert!(kept[1].1.as_deref().unwrap().contains("13/TB-BNV"));
    }

    async fn of_two_people_the_second_is_told_and_overwrites_nothing(scratch: Scratch) {
        let desk = filled(&scratch).await;
        let first = swapped(date(2027, 4, 29));
        let second = Holiday { name: "Khác".to_owned(), ..first.clone() };
        calendar::set_holiday(&desk, &first, "").await.unwrap();

        let told = calendar::set_holiday(&desk, &second, "").await.unwrap_err();

        assert!(matches!(told, Refusal::Changed { now } if now == first.mark()));
        assert_eq!(load(&desk).await.workdays.holiday(first.day), Some(&first));
        let late = calendar::remove_holiday(&desk, first.day, &second.mark()).await.unwrap_err();
        assert!(matches!(late, Refusal::Changed { .. }));
    }

    async fn what_makes_no_sense_is_refused(scratch: Scratch) {
        let desk = filled(&scratch).await;
        let saturday = swapped(date(2027, 5, 8));
        let nameless = Holiday { name: " ".to_owned(), ..swapped(date(2027, 5, 7)) };
        let backwards = Period {
            code: "2027-Q9".to_owned(),
            rhythm: Rhythm::Quarterly,
            first: date(2027, 3, 1),
            last: date(2027, 2, 1),
            due: date(2027, 3, 20),
        };

        let refused = calendar::set_holiday(&desk, &saturday, "").await;
        assert!(matches!(refused, Err(Refusal::WrongWeekday(_))));
        assert!(matches!(calendar::set_holiday(&desk, &nameless, "").await, Err(Refusal::Empty)));
        let refused = calendar::set_holiday(&desk, &swapped(date(2035, 5, 7)), "").await;
        assert!(matches!(refused, Err(Refusal::NoYear(2035))));
        let refused = calendar::remove_holiday(&desk, date(2027, 5, 7), "").await;
        assert!(matches!(refused, Err(Refusal::NoHoliday(_))));
        assert!(matches!(calendar::confirm_year(&desk, 2035, "x", "").await, Err(Refusal::NoYear(2035))));
        let refused = calendar::set_period(&desk, par::NAME, &backwards, "").await;
        assert!(matches!(refused, Err(Refusal::Backwards)));
        assert_eq!(audit::latest(desk.store()).await.unwrap(), 1);
    }

    async fn a_year_is_confirmed_by_its_decision(scratch: Scratch) {
        let mut desk = scratch.desk().await;
        desk.today = date(2027, 1, 2);
        calendar::seed(&desk).await.unwrap();

        calendar::confirm_year(&desk, 2028, "9/VPCP-KGVX", "").await.unwrap();

        assert_eq!(load(&desk).await.workdays.confirmed(2028), Some("9/VPCP-KGVX"));
        let again = calendar::confirm_year(&desk, 2028, "10/VPCP-KGVX", "").await.unwrap_err();
        assert!(matches!(again, Refusal::Changed { now } if now == "9/VPCP-KGVX"));
    }

    async fn a_period_is_moved_and_another_calendar_has_periods_of_its_own(scratch: Scratch) {
        let desk = filled(&scratch).await;
        let mut period = load(&desk).await.period("2025-Q3").unwrap().clone();
        let seen = period.mark();
        period.due = date(2025, 9, 25);

        calendar::set_period(&desk, par::NAME, &period, &seen).await.unwrap();
        calendar::set_period(&desk, "papi", &period, "").await.unwrap();

        assert_eq!(load(&desk).await.period("2025-Q3"), Some(&period));
        let other = calendar::load(&mut desk.read().await.unwrap(), "papi").await.unwrap();
        assert_eq!(other.periods, [period]);
        assert_eq!(other.workdays, load(&desk).await.workdays);
    }

    async fn only_administrators_and_the_standing_body_change_the_calendar(scratch: Scratch) {
        let desk = filled(&scratch).await;
        let holiday = swapped(date(2027, 4, 29));
        for role in Role::OF_POSTS {
            let seat = desk.seat((1, "lan"), "x.y", role, "x");
            let may = matches!(role, Role::Administrator | Role::StandingBody);
            let seen = if role == Role::StandingBody { holiday.mark() } else { String::new() };
            let done = calendar::set_holiday(&seat, &holiday, &seen).await;
            assert_eq!(done.is_ok(), may, "{role:?}");
            assert!(may || matches!(done, Err(Refusal::Forbidden(_))), "{role:?}");
        }
    }
}
