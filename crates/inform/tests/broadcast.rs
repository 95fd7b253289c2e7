//! Broadcasts as people deal with them: a month planned, bulletins written, sent, scheduled, logged — and silence seen.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

mod air;

use accounts::{Role, audit};
use air::{
    PLANNED, STATIONS, aired, aired_as_planned, at, draft, ngoc, officer, open, seat, sent, standing, station,
};
use inform::broadcast::{
    Content, Draft, Month, Priority, Refusal, Standing, State, change, keep, log, of_station, one, register,
    schedule, send, strike, undeclared, withdraw, write,
};
use jiff::civil::{date, time};
use sample::on_both;

const FIRST: jiff::civil::Date = date(2025, 5, 5);
const LAST: jiff::civil::Date = date(2025, 5, 11);

on_both! {
    async fn four_stations_log_what_they_planned_and_the_fifth_is_seen_silent(scratch: Scratch) {
        let desk = open(&scratch).await;
        let id = sent(&desk, &draft(FIRST, LAST, 2), &STATIONS).await;
        let hours = [at(FIRST, 5), at(date(2025, 5, 8), 17)];
        for code in &STATIONS[..4] {
            aired_as_planned(&desk, id, code, &hours).await;
        }
        let month = Month::of(desk.today);
        let seen = register(&ngoc(&desk), month).await.unwrap();
        let rows = seen.rows(Content::Any, desk.today);
        let standings: Vec<Standing> = rows.iter().map(|row| row.weeks[1].standing()).collect();
        let whole = Standing::Whole;
        assert_eq!(standings, [whole, whole, whole, whole, Standing::Silent]);
        assert_eq!((rows[4].station.as_str(), rows[4].weeks[1].planned, rows[4].weeks[1].due), ("BL-X-XHT", 2, 2));
        assert_eq!((rows[0].weeks[1].aired, rows[0].weeks[1].seconds), (2, 130));
        assert!(rows.iter().all(|row| row.weeks[0].standing() == Standing::Nothing));
        let say = seen.by_content(desk.today);
        assert_eq!((say.len(), say[0].content, say[0].bulletins, say[0].silent), (1, Some(5), 1, 1));
        assert_eq!((say[0].cell.planned, say[0].cell.aired), (10, 8));
        assert!(seen.rows(Content::Of(Some(4)), desk.today).iter().all(|row| row.whole.planned == 0));
        // On the last day itself what was not planned is not late yet.
        let sunday = register(&ngoc(&desk.on(LAST)), month).await.unwrap();
        assert_eq!(sunday.rows(Content::Any, LAST)[4].weeks[1].standing(), Standing::Coming);
    }

    async fn an_airing_counts_with_its_length_in_the_month_in_which_it_was_aired(scratch: Scratch) {
        let desk = open(&scratch).await;
        let (first, last) = (date(2025, 4, 30), date(2025, 5, 5));
        let desk_then = desk.on(date(2025, 4, 29));
        let id = write(&ngoc(&desk_then), &draft(first, last, 1), "f").await.unwrap().id;
        send(&ngoc(&desk_then), id, 1, &["BL-X-P2".to_owned()], None).await.unwrap();
        log(&officer(&desk, "BL-X-P2"), &aired("BL-X-P2", Some(id), at(first, 5), 5)).await.unwrap();
        let of = async |day| {
            let seen = register(&ngoc(&desk), Month::of(day)).await.unwrap();
            let (say, row) = (seen.by_content(desk.today)[0].cell, seen.rows(Content::Any, desk.today)[2].whole);
            let bulletin = seen.of_bulletin(&seen.told[0], desk.today);
            assert_eq!((say, bulletin), (row, row));
            (row.planned, row.aired, row.logged, row.seconds, row.missing)
        };
        assert_eq!([of(first).await, of(last).await], [(1, 1, 1, 5, 0), (0, 0, 0, 0, 0)]);
    }

    async fn a_station_that_is_no_more_gives_way_to_its_only_heir(scratch: Scratch) {
        let desk = open(&scratch).await;
        let later = desk.on(date(2025, 8, 5));
        let seen = register(&ngoc(&later), Month::of(later.today)).await.unwrap();
        assert!(seen.stations.is_empty(), "{:?}", seen.stations);
        assert_eq!(register(&ngoc(&later), Month::of(desk.today)).await.unwrap().stations.len(), 5);
        let heir = of_station(&officer(&later, "CM-X-HT"), "CM-X-HT", Month::of(later.today)).await.unwrap();
        assert_eq!(heir.former.map(|it| it.agency).as_deref(), Some("BL-X-XHT"));
        let several = of_station(&officer(&later, "CM-X-BL"), "CM-X-BL", Month::of(later.today)).await.unwrap();
        assert_eq!(several.former, None, "two had one: a person says which");
    }

    async fn an_urgent_bulletin_is_aired_as_sent_and_stays_on_top_until_it_is_logged(scratch: Scratch) {
        let desk = open(&scratch).await;
        let day = date(2025, 5, 19);
        let urgent = Draft { priority: Priority::Urgent, at: Some(time(17, 0, 0, 0)), ..draft(day, day, 1) };
        let id = sent(&desk, &urgent, &["BL-X-P2", "BL-X-XHT"]).await;
        let (ut, hour) = (officer(&desk, "BL-X-P2"), at(day, 17));
        let moved = schedule(&officer(&desk.on(PLANNED), "BL-X-P2"), id, "BL-X-P2", &[at(day, 5)]).await;
        assert!(matches!(moved, Err(Refusal::Urgent)));
        let month = Month::of(desk.today);
        assert!(register(&ngoc(&desk.on(day)), month).await.unwrap().unanswered.is_empty(), "its hour has not come");
        let open = register(&ngoc(&desk), Month::of(date(2025, 6, 1))).await.unwrap().unanswered;
        assert_eq!((open.len(), open[0].lines.len()), (1, 2), "whatever month is looked at");
        assert_eq!(open[0].lines[0].schedule, [hour]);
        log(&ut, &aired("BL-X-P2", Some(id), hour, 60)).await.unwrap();
        let open = register(&ngoc(&desk), month).await.unwrap().unanswered;
        assert_eq!((open[0].lines.len(), open[0].lines[0].station.as_str()), (1, "BL-X-XHT"));
        assert!(register(&ut, month).await.unwrap().unanswered.is_empty(), "a station sees its own");
        log(&officer(&desk, "BL-X-XHT"), &aired("BL-X-XHT", Some(id), at(desk.today, 9), 60)).await.unwrap();
        let seen = register(&ngoc(&desk), month).await.unwrap();
        let (bulletin, line) = (&seen.unanswered[0].bulletin, &seen.unanswered[0].lines[0]);
        assert_eq!((seen.unanswered[0].lines.len(), line.station.as_str()), (1, "BL-X-XHT"), "it stays, as late");
        assert_eq!((line.late_by(bulletin), line.standing(bulletin, desk.today)), (Some(16 * 60), Standing::Late));
        let rows = seen.rows(Content::Any, desk.today);
        assert_eq!([rows[2].whole.standing(), rows[4].whole.standing()], [Standing::Whole, Standing::Late]);
        withdraw(&ngoc(&desk), id, "Nước đã rút").await.unwrap();
        assert!(register(&ngoc(&desk), month).await.unwrap().unanswered.is_empty());
    }

    async fn an_urgent_one_goes_first_and_what_was_planned_there_has_to_be_moved(scratch: Scratch) {
        let desk = open(&scratch).await;
        let day = date(2025, 5, 21);
        let normal = sent(&desk, &draft(PLANNED, date(2025, 5, 25), 1), &["BL-X-P2", "BL-X-P3"]).await;
        let (ut, now) = (officer(&desk, "BL-X-P2"), at(desk.today, 9));
        for code in ["BL-X-P2", "BL-X-P3"] {
            schedule(&officer(&desk, code), normal, code, &[at(day, 17)]).await.unwrap();
        }
        let urgent = Draft { title: "Bão".into(), priority: Priority::Urgent, at: Some(time(17, 0, 0, 0)), ..draft(day, day, 1) };
        let id = sent(&desk, &urgent, &["BL-X-P2"]).await;
        let told = one(&ngoc(&desk), normal).await.unwrap();
        let displaced: Vec<_> = told.lines.iter().map(|line| line.displaced(&told.bulletin, now).count()).collect();
        assert_eq!(displaced, [1, 0], "at the station that has the urgent one");
        let clash = &told.lines[0].clashes[0];
        assert_eq!((clash.at, clash.other, clash.title.as_str(), clash.is_urgent), (at(day, 17), id, "Bão", true));
        assert_eq!(told.lines[0].displaced(&told.bulletin, at(day, 17)).count(), 0, "its hour has come");
        let there = one(&ngoc(&desk), id).await.unwrap();
        assert_eq!((there.lines[0].clashes[0].other, there.lines[0].displaced(&there.bulletin, now).count()), (normal, 0));
        let kept = schedule(&ut, normal, "BL-X-P2", &[at(day, 17)]).await;
        assert!(matches!(kept, Err(Refusal::UrgentThere(hour)) if hour == at(day, 17)));
        schedule(&ut, normal, "BL-X-P2", &[at(day, 5)]).await.unwrap();
        assert!(one(&ngoc(&desk), normal).await.unwrap().lines[0].clashes.is_empty());
        let seen = of_station(&ut, "BL-X-P2", Month::of(day)).await.unwrap();
        assert!(seen.told.iter().all(|told| told.lines[0].clashes.is_empty()));
        // Another urgent one may be sent there still; both tell it.
        let second = Draft { title: "Vỡ đê".into(), ..urgent };
        let second = sent(&desk, &second, &["BL-X-P2"]).await;
        let both = one(&ngoc(&desk), id).await.unwrap().lines.remove(0).clashes;
        assert_eq!(both.iter().map(|it| (it.other, it.is_urgent)).collect::<Vec<_>>(), [(second, true)]);
        withdraw(&ngoc(&desk), id, "Bão tan").await.unwrap();
        withdraw(&ngoc(&desk), second, "Không vỡ").await.unwrap();
        schedule(&ut, normal, "BL-X-P2", &[at(day, 17)]).await.unwrap();
        assert!(one(&ngoc(&desk), normal).await.unwrap().lines[0].clashes.is_empty());
    }

    async fn a_log_far_shorter_than_its_text_is_told_as_cut_short(scratch: Scratch) {
        let desk = open(&scratch).await;
        let long = Draft { text: "Kính thưa bà con. ".repeat(60), text_km: String::new(), ..draft(FIRST, LAST, 1) };
        let id = sent(&desk, &long, &["BL-X-P2"]).await;
        log(&officer(&desk, "BL-X-P2"), &aired("BL-X-P2", Some(id), at(FIRST, 5), 1)).await.unwrap();
        let row = |seen: inform::broadcast::Register| seen.rows(Content::Any, desk.today).remove(2).weeks[1].standing();
        assert_eq!(row(register(&ngoc(&desk), Month::of(FIRST)).await.unwrap()), Standing::Cut);
        log(&officer(&desk, "BL-X-P2"), &aired("BL-X-P2", Some(id), at(FIRST, 17), 60)).await.unwrap();
        assert_eq!(row(register(&ngoc(&desk), Month::of(FIRST)).await.unwrap()), Standing::Whole);
    }

    async fn more_of_one_bulletin_makes_up_for_none_of_another(scratch: Scratch) {
        let desk = open(&scratch).await;
        let missed = sent(&desk, &draft(FIRST, LAST, 2), &["BL-X-P2"]).await;
        aired_as_planned(&desk, missed, "BL-X-P2", &[at(FIRST, 5)]).await;
        let other = Draft { title: "Khác".into(), ..draft(date(2025, 5, 12), date(2025, 5, 25), 1) };
        let other = sent(&desk, &other, &["BL-X-P2"]).await;
        for hour in [5, 6, 7, 8] {
            log(&officer(&desk, "BL-X-P2"), &aired("BL-X-P2", Some(other), at(date(2025, 5, 19), hour), 1)).await.unwrap();
        }
        let late = [at(desk.today, 5), at(desk.today, 6)];
        for hour in late {
            log(&officer(&desk, "BL-X-P2"), &aired("BL-X-P2", Some(missed), hour, 60)).await.unwrap();
        }
        let seen = register(&ngoc(&desk), Month::of(FIRST)).await.unwrap();
        let row = &seen.rows(Content::Any, desk.today)[2];
        assert_eq!((row.whole.aired, row.whole.planned, row.whole.standing()), (2, 3, Standing::Short));
        assert_eq!((row.weeks[1].aired, row.weeks[1].standing()), (1, Standing::Short));
        assert_eq!((row.weeks[3].aired, row.weeks[3].outside, row.whole.seconds), (1, 2, 65 + 4 + 120));
    }

    async fn a_bulletin_is_changed_until_it_is_sent_and_the_same_form_writes_one(scratch: Scratch) {
        let desk = open(&scratch).await;
        let ngoc = ngoc(&desk);
        let later = date(2025, 5, 30);
        let first = write(&ngoc, &draft(desk.today, later, 1), "f").await.unwrap();
        assert_eq!(write(&ngoc, &draft(desk.today, later, 1), "f").await.unwrap(), first);
        assert_eq!((first.state(), first.agency.as_deref()), (State::Draft, Some("BL-SVHTTDL")));
        let other = Draft { title: "Tên khác".into(), ..draft(desk.today, later, 2) };
        assert_eq!(change(&ngoc, first.id, 1, &other).await.unwrap().times, 2);
        let stale = Draft { title: "Tên của người khác".into(), ..draft(desk.today, later, 3) };
        assert!(matches!(change(&ngoc, first.id, 1, &stale).await, Err(Refusal::Changed)), "who saves last has read it");
        let unread = ["BL-X-P2".to_owned()];
        assert!(matches!(send(&ngoc, first.id, 1, &unread, None).await, Err(Refusal::Changed)), "nor sends it unread");
        let kept = one(&ngoc, first.id).await.unwrap().bulletin;
        assert_eq!((kept.title.as_str(), kept.version, kept.state()), ("Tên khác", 2, State::Draft));
        let none: Vec<String> = vec!["BL-X-P5".into(), "khong".into()];
        assert!(matches!(send(&ngoc, first.id, 2, &none, None).await, Err(Refusal::NoStation)), "no station of these");
        let to: Vec<String> = vec!["BL-X-P2".into()];
        send(&ngoc, first.id, 2, &to, None).await.unwrap();
        assert!(matches!(send(&ngoc, first.id, 2, &to, None).await, Err(Refusal::NoStation)), "it has it");
        assert!(matches!(change(&ngoc, first.id, 2, &other).await, Err(Refusal::Sent)));
        send(&ngoc, first.id, 2, &["BL-X-P3".to_owned()], None).await.unwrap();
        assert_eq!(one(&ngoc, first.id).await.unwrap().lines.len(), 2);
        assert!(matches!(withdraw(&ngoc, first.id, " ").await, Err(Refusal::NoReason)));
        withdraw(&ngoc, first.id, "Sai giờ").await.unwrap();
        assert!(matches!(send(&ngoc, first.id, 2, &to, None).await, Err(Refusal::Withdrawn)));
        let kept = one(&ngoc, first.id).await.unwrap();
        assert_eq!(kept.bulletin.withdrawn, Some((desk.today, "Sai giờ".to_owned())));
        assert!(kept.lines.iter().all(|line| line.planned(&kept.bulletin).is_empty()));
    }

    async fn a_text_that_coaches_goes_nowhere_until_a_person_decides(scratch: Scratch) {
        let desk = open(&scratch).await;
        let ngoc = ngoc(&desk);
        let text = "Ủy ban hướng dẫn người dân trả lời phiếu khảo sát.".to_owned();
        let id = write(&ngoc, &Draft { text, ..draft(desk.today, desk.today, 1) }, "f").await.unwrap().id;
        let to = ["BL-X-P2".to_owned()];
        let Err(Refusal::Flagged(flags)) = send(&ngoc, id, 1, &to, None).await else { panic!("it was sent") };
        assert_eq!(flags.len(), 1);
        assert!(matches!(send(&ngoc, id, 1, &to, Some("  ")).await, Err(Refusal::Flagged(_))));
        send(&ngoc, id, 1, &to, Some("Đây là phiếu của bộ phận một cửa")).await.unwrap();
        let entries = audit::list(&mut desk.read().await.unwrap(), 0, 10_000).await.unwrap();
        let last = entries.last().unwrap();
        assert_eq!(last.act, "broadcast.sent");
        let kept = format!("{last:?}");
        assert!(kept.contains("hướng dẫn người dân trả lời") && kept.contains("một cửa"), "{kept}");
    }

    async fn a_line_of_the_log_is_one_and_is_struck_out_with_a_reason(scratch: Scratch) {
        let desk = open(&scratch).await;
        let id = sent(&desk, &draft(FIRST, LAST, 1), &["BL-X-P2"]).await;
        let (ut, hour) = (officer(&desk, "BL-X-P2"), at(FIRST, 5));
        let new = aired("BL-X-P2", Some(id), hour, 60);
        let first = log(&ut, &new).await.unwrap();
        assert_eq!(log(&ut, &new).await.unwrap().id, first.id);
        let other = aired("BL-X-P2", None, hour, 60);
        assert!(matches!(log(&ut, &other).await, Err(Refusal::Taken(_))), "one thing at a time");
        let early = aired("BL-X-P2", Some(id), at(date(2025, 5, 1), 5), 60);
        assert!(matches!(log(&ut, &early).await, Err(Refusal::BeforeSent(_))));
        let ahead = aired("BL-X-P2", None, at(desk.today, 17), 60);
        assert!(matches!(log(&ut, &ahead).await, Err(Refusal::NotYet(_))));
        let strange = aired("BL-X-P2", Some(id + 99), hour, 60);
        assert!(matches!(log(&ut, &strange).await, Err(Refusal::Missing)));
        assert!(matches!(strike(&ut, first.id, "").await, Err(Refusal::NoReason)));
        strike(&ut, first.id, "Nhầm ngày").await.unwrap();
        assert!(matches!(strike(&ut, first.id, "Lần nữa").await, Err(Refusal::Missing)));
        assert!(one(&ut, id).await.unwrap().lines[0].aired.is_empty());
        log(&ut, &other).await.unwrap();
        let page = of_station(&ut, "BL-X-P2", Month::of(FIRST)).await.unwrap();
        assert_eq!((page.aired.len(), page.aired[0].title.as_str(), page.told.len()), (1, "Ca cổ", 1));
    }

    async fn many_log_the_same_line_at_once_and_it_is_there_once(scratch: Scratch) {
        let desk = open(&scratch).await;
        let ut = officer(&desk, "BL-X-P2");
        let tries = (0..8).map(|_| {
            let ut = ut.clone();
            tokio::spawn(async move { log(&ut, &aired("BL-X-P2", None, at(FIRST, 5), 60)).await.map(|it| it.id) })
        });
        let mut ids = Vec::new();
        for tried in tries.collect::<Vec<_>>() {
            ids.push(tried.await.unwrap().unwrap());
        }
        ids.dedup();
        assert_eq!(ids.len(), 1);
    }

    async fn a_station_sees_and_does_its_own_alone(scratch: Scratch) {
        let desk = open(&scratch).await;
        let id = sent(&desk, &draft(FIRST, LAST, 1), &["BL-X-P2", "BL-X-P3"]).await;
        let hidden = sent(&desk, &Draft { title: "Khác".into(), ..draft(FIRST, LAST, 1) }, &["BL-X-P3"]).await;
        let ut = officer(&desk, "BL-X-P2");
        let month = Month::of(FIRST);
        let seen = register(&ut, month).await.unwrap();
        assert_eq!((seen.told.len(), seen.told[0].lines.len(), seen.stations.len()), (1, 1, 1));
        assert!(matches!(one(&ut, hidden).await, Err(Refusal::Missing)));
        assert!(matches!(of_station(&ut, "BL-X-P3", month).await, Err(Refusal::Missing)));
        assert!(matches!(of_station(&ut, "BL-STP", month).await, Err(Refusal::Missing)));
        let theirs = aired("BL-X-P3", Some(id), at(FIRST, 5), 60);
        assert!(matches!(log(&ut, &theirs).await, Err(Refusal::Forbidden(_))));
        assert!(matches!(log(&ut, &aired("BL-X-P3", None, at(FIRST, 5), 60)).await, Err(Refusal::Missing)));
        assert!(matches!(keep(&ut, station("BL-X-P3")).await, Err(Refusal::Missing)));
        assert!(matches!(write(&ut, &draft(desk.today, desk.today, 1), "f").await, Err(Refusal::Forbidden(_))));
        let whole = aired("BL-X-P2", Some(id), at(FIRST, 5), 60);
        assert!(matches!(log(&standing(&desk), &whole).await, Err(Refusal::Forbidden(_))), "nobody logs for them");
        assert!(matches!(log(&ngoc(&desk), &whole).await, Err(Refusal::Forbidden(_))));
        let head = seat(&desk, Role::Head, "BL-SVHTTDL");
        assert_eq!(one(&head, id).await.unwrap().lines.len(), 2, "the agency that wrote it follows it");
    }

    async fn whoever_has_its_work_after_the_merger_still_reads_the_log(scratch: Scratch) {
        let desk = open(&scratch).await;
        let id = sent(&desk, &draft(FIRST, LAST, 1), &["BL-X-P2"]).await;
        log(&officer(&desk, "BL-X-P2"), &aired("BL-X-P2", Some(id), at(FIRST, 5), 60)).await.unwrap();
        let after = seat(&desk.on(date(2025, 7, 2)), Role::Officer, "CM-X-BL");
        assert_eq!(one(&after, id).await.unwrap().lines[0].aired.len(), 1);
        assert!(matches!(keep(&after, station("BL-X-P2")).await, Err(Refusal::NoSuchStation)));
        assert!(keep(&after, station("CM-X-BL")).await.is_ok());
    }
}

on_both! {
    async fn a_commune_that_declared_no_station_is_seen_too(scratch: Scratch) {
        let desk = open(&scratch).await;
        let month = Month::of(desk.today);
        let communes = |seen: Vec<String>| seen.into_iter().filter(|code| code.starts_with("BL-X-")).collect::<Vec<_>>();
        let before = communes(undeclared(&ngoc(&desk), month).await.unwrap());
        let declared = STATIONS.iter().filter(|code| code.starts_with("BL-X-")).count();
        assert!(before.len() + declared == 10 && !before.contains(&"BL-X-XHT".to_owned()), "{before:?}");
        let silent = before[0].clone();
        keep(&officer(&desk, &silent), station(&silent)).await.unwrap();
        assert_eq!(communes(undeclared(&ngoc(&desk), month).await.unwrap()).len(), before.len() - 1);
        // A commune sees itself, and those alone that were in force.
        let other = &before[1];
        assert_eq!(undeclared(&officer(&desk, other), month).await.unwrap(), std::slice::from_ref(other));
        let later = ngoc(&desk.on(date(2025, 7, 2)));
        let after = undeclared(&later, Month::of(later.today)).await.unwrap();
        assert!(!after.is_empty() && after.iter().all(|code| code.starts_with("CM-X-")), "{after:?}");
    }
}
