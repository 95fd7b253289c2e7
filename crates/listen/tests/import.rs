//! Files of other feedback systems as they are brought, seen before they are kept, counted apart and removed.

#![allow(clippy::unwrap_used, reason = "a test that unwraps fails where it stands")]

mod street;

use accounts::{Chance, Desk, Role, audit};
use jiff::civil::{Date, date};
use listen::import::{self, Import, Kind, New, Outcome, Refusal, Said, Share};
use listen::question::Kind as Asked;
use listen::{Seal, elsewhere, question};
use sheet::File;

const DAY: Date = date(2025, 5, 15);
const HEAD: &str =
    "Mã phản ánh,Họ tên,Ngày gửi,Xã/Phường,Nội dung,Đơn vị xử lý,Hạn xử lý,Ngày trả lời,Trạng thái,Hài lòng";
const FIRST: &str = "\
PA-1,Nguyễn A,2/5/2025,Phường 2,Đèn đường hỏng,\"UBND Phường 2 (thành phố Bạc Liêu)\",12/5/2025,9/5/2025,Đã trả lời,Hài lòng
PA-2,Trần B,3/5/2025,Phường 2,Nước ngập,,10/5/2025,12/5/2025,Đã trả lời,Không hài lòng
PA-3,Lê C,4/5/2025,Khóm nào đó,Gọi tôi 0912345678,,14/5/2025,,Đang xử lý,
PA-4,Lê D,5/5/2025,,,,,,,
";

fn seal() -> Seal {
    Seal::new(&[7; 32])
}

fn chance() -> Chance {
    Chance::new(|bytes| bytes.fill(9))
}

async fn bring(desk: &Desk, form: &str, (as_of, file): (Date, File<'_>)) -> Result<Import, Refusal> {
    let (seal, chance) = (seal(), chance());
    import::bring(desk, &New { seal: (&seal, &chance), form, source: "Tổng đài 1022", as_of, file }).await
}

async fn brought(desk: &Desk, form: &str, as_of: Date, rows: &str) -> Import {
    let text = format!("{HEAD}\n{rows}");
    bring(desk, form, (as_of, File { name: "1022.csv", bytes: text.as_bytes() })).await.unwrap()
}

async fn kept(desk: &Desk, form: &str, as_of: Date, rows: &str) -> (Import, Outcome) {
    let id = brought(desk, form, as_of, rows).await.id;
    let said = import::preview(desk, &seal(), id, None).await.unwrap().said;
    import::keep(desk, &seal(), id, &said).await.unwrap()
}

fn share(n: i64, of: i64) -> Share {
    Share { n, of }
}

async fn seat(scratch: &sample::Scratch) -> Desk {
    let street = street::open(scratch).await;
    street.seat(Role::StandingBody, "BL-VPUBND", street.desk.today)
}

sample::on_both! {
    async fn a_workbook_that_unpacks_to_too_much_is_refused(scratch: Scratch) {
        let (desk, bytes) = (seat(&scratch).await, include_bytes!("../../sheet/tests/bomb.xlsx"));
        let file = File { name: "1022.xlsx", bytes };
        let brought = bring(&desk, "bom", (DAY, file)).await;
        assert!(
            matches!(brought, Err(Refusal::Unread(import::Unread::Sheet(sheet::Fault::TooLarge { .. })))),
            "{brought:?}"
        );
        assert!(import::all(&desk).await.unwrap().is_empty());
    }

    async fn a_file_counts_beside_our_questions_and_not_among_them(scratch: Scratch) {
        let desk = seat(&scratch).await;
        let (import, outcome) = kept(&desk, "mau-1", DAY, FIRST).await;
        assert_eq!(outcome, Outcome { new: 4, changed: 0, same: 0 });
        assert_eq!(import.dropped, ["Họ tên"]);
        let tally = import::tallies(&desk).await.unwrap().pop().unwrap();
        assert_eq!((tally.source.as_str(), tally.as_of, tally.received), ("Tổng đài 1022", DAY, 4));
        assert_eq!((tally.answered, tally.on_time, tally.satisfied), (share(2, 3), share(1, 3), share(1, 2)));
        assert_eq!(question::overall(&desk).await.unwrap().tally.all, 0);
        let lines = import::lines(&desk, import.id, 1).await.unwrap();
        let of = |code: &str| lines.iter().find(|line| line.code == code).unwrap();
        assert_eq!(of("PA-1").place.as_deref(), Some(street::WARD));
        assert_eq!(of("PA-1").agency.as_deref(), Some(street::WARD));
        assert_eq!((of("PA-3").place.as_deref(), of("PA-3").words.as_deref()), (None, None));
        assert_eq!((of("PA-4").state, of("PA-4").satisfied), (None, None), "unknown is not answered, and not open");
    }

    async fn it_is_seen_before_it_is_kept_and_a_wrong_cell_keeps_nothing(scratch: Scratch) {
        let desk = seat(&scratch).await;
        let id = brought(&desk, "mau-1", DAY, &format!("{FIRST}PA-5,E,20/6/2025,,,,,,,\nPA-1,A,1/5/2025,,,,,,,\n")).await.id;
        let seen = import::preview(&desk, &seal(), id, None).await.unwrap();
        assert_eq!((seen.lines.len(), seen.problems.count, seen.withheld), (4, 2, 1));
        let places: Vec<_> = seen.problems.kept.iter().map(|it| (it.row, it.column.as_deref())).collect();
        assert_eq!(places, [(Some(6), Some("C")), (Some(7), Some("A"))]);
        assert!(matches!(import::keep(&desk, &seal(), id, &seen.said).await, Err(Refusal::Amiss(2))));
        assert!(import::tallies(&desk).await.unwrap().is_empty());
        let said = Said::from([("A".to_owned(), Kind::Code)]);
        assert_eq!(import::preview(&desk, &seal(), id, Some(said.clone())).await.unwrap().amiss, Some((Kind::Received, false)));
        assert!(matches!(import::keep(&desk, &seal(), id, &said).await, Err(Refusal::Lacks(Kind::Received))));
        import::remove(&desk, id).await.unwrap();
        assert!(matches!(import::preview(&desk, &seal(), id, None).await, Err(Refusal::Missing)));
    }

    async fn the_same_file_changes_nothing_and_a_newer_one_the_same_codes(scratch: Scratch) {
        let desk = seat(&scratch).await;
        let (first, _) = kept(&desk, "mau-1", DAY, FIRST).await;
        let (again, outcome) = kept(&desk, "mau-2", DAY, FIRST).await;
        assert_eq!((again.id, outcome), (first.id, Outcome { new: 0, changed: 0, same: 4 }));
        assert_eq!(import::all(&desk).await.unwrap().len(), 1, "the draft is gone");

        let rows = "PA-3,,4/5/2025,,,,14/5/2025,18/5/2025,Đã trả lời,\nPA-4,,5/5/2025,,,,,,,\nPA-9,,18/5/2025,,,,,,,\n";
        let (newer, outcome) = kept(&desk, "mau-3", date(2025, 5, 19), rows).await;
        assert_eq!(outcome, Outcome { new: 1, changed: 1, same: 1 });
        let tally = import::tallies(&desk).await.unwrap().pop().unwrap();
        assert_eq!((tally.received, tally.answered, tally.as_of), (5, share(3, 3), date(2025, 5, 19)));

        let (_, older) = kept(&desk, "mau-4", date(2025, 5, 10), "PA-3,,4/5/2025,,,,,,Đang xử lý,\n").await;
        assert_eq!(older.changed, 1);
        let after = import::tallies(&desk).await.unwrap().pop().unwrap();
        assert_eq!(after, tally, "an older file overrides no newer one");

        import::remove(&desk, newer.id).await.unwrap();
        let before = import::tallies(&desk).await.unwrap().pop().unwrap();
        assert_eq!((before.received, before.answered, before.as_of), (4, share(2, 3), DAY), "undone");
    }

    async fn what_was_said_of_columns_is_remembered_for_the_system(scratch: Scratch) {
        let desk = seat(&scratch).await;
        let id = brought(&desk, "mau-1", DAY, FIRST).await.id;
        let mut said = import::preview(&desk, &seal(), id, None).await.unwrap().said;
        said.retain(|_, kind| matches!(kind, Kind::Code | Kind::Received));
        import::keep(&desk, &seal(), id, &said).await.unwrap();
        let next = brought(&desk, "mau-2", date(2025, 5, 16), FIRST).await.id;
        assert_eq!(import::preview(&desk, &seal(), next, None).await.unwrap().said, said);
        assert!(matches!(import::keep(&desk, &seal(), id, &said).await, Err(Refusal::Kept)));
    }

    async fn moved_is_not_done_in_other_systems_either(scratch: Scratch) {
        let desk = seat(&scratch).await;
        let rows = "PA-1,,2/5/2025,,,,12/5/2025,9/5/2025,Đã trả lời,\nPA-2,,3/5/2025,,,,13/5/2025,9/5/2025,Đã trả lời,\nPA-3,,1/5/2025,,,,9/5/2025,,Đã chuyển,\n";
        kept(&desk, "mau-1", date(2025, 5, 19), rows).await;
        let tally = import::tallies(&desk).await.unwrap().pop().unwrap();
        assert_eq!((tally.received, tally.answered, tally.on_time), (3, share(2, 3), share(2, 3)), "one is overdue");
    }

    async fn a_file_that_waits_is_sealed_and_shown_without_what_reaches_anybody(scratch: Scratch) {
        let desk = seat(&scratch).await;
        let rows = "PA-1,,2/5/2025,,Gọi tôi 0909123123,,,,Gọi 0909123123,\nPA-2,,2/5/2025,,Thư lan.kin@example.vn,,,,Mới,\n";
        let id = brought(&desk, "mau-1", DAY, rows).await.id;
        let bytes = street::whole(&desk, &scratch.attachments()).await;
        for clear in ["0909123123", "lan.kin", "Gọi tôi"] {
            assert!(street::disguises(clear).iter().all(|written| !street::has(&bytes, written)), "{clear}");
        }
        let seen = import::preview(&desk, &seal(), id, None).await.unwrap();
        let words = seen.draft.columns.iter().find(|it| it.heading == "Nội dung").unwrap();
        assert_eq!(words.examples(3), ["Gọi tôi xxxxxxxxxx", "Thư x@x"]);
        assert_eq!((seen.withheld, seen.unknown.into_keys().next().unwrap().1.as_str()), (2, "Gọi xxxxxxxxxx"));
        let other = Seal::new(&[8; 32]);
        assert!(matches!(import::preview(&desk, &other, id, None).await, Err(Refusal::Sealed)));
        import::keep(&desk, &seal(), id, &seen.said).await.unwrap();
        let bytes = street::whole(&desk, &scratch.attachments()).await;
        assert!(!street::has(&bytes, "0909123123") && street::has(&bytes, "PA-1"));
    }

    async fn the_trail_tells_counts_and_no_line(scratch: Scratch) {
        let desk = seat(&scratch).await;
        let (import, _) = kept(&desk, "mau-1", DAY, FIRST).await;
        import::remove(&desk, import.id).await.unwrap();
        let entries = audit::list(&mut desk.read().await.unwrap(), 0, 10_000).await.unwrap();
        let last: Vec<_> = entries.iter().rev().take(3).map(|entry| entry.act.as_str()).collect();
        assert_eq!(last, ["import.removed", "import.kept", "import.uploaded"]);
        let told = format!("{entries:?}");
        assert!(!told.contains("Đèn đường") && !told.contains("PA-1") && !told.contains("Nguyễn A"));
    }

    async fn drafts_that_nobody_kept_go_after_thirty_days(scratch: Scratch) {
        let street = street::open(&scratch).await;
        let desk = street.seat(Role::Communicator, street::OTHER, street.desk.today);
        let id = brought(&desk, "mau-1", DAY, FIRST).await.id;
        let program = |day| street.desk.on(day);
        assert_eq!(import::sweep(&program(date(2025, 6, 19))).await.unwrap(), 0);
        assert_eq!(import::sweep(&program(date(2025, 6, 20))).await.unwrap(), 1);
        assert!(matches!(import::one(&desk, id).await, Err(Refusal::Missing)));
    }

    async fn an_officer_brings_none_and_sees_none(scratch: Scratch) {
        let street = street::open(&scratch).await;
        let officer = street.ward(street.desk.today);
        let desk = street.seat(Role::StandingBody, "BL-VPUBND", street.desk.today);
        let file = File { name: "a.csv", bytes: b"x" };
        assert!(matches!(bring(&officer, "mau-9", (DAY, file)).await, Err(Refusal::Forbidden(_))));
        let (import, _) = kept(&desk, "mau-1", DAY, FIRST).await;
        assert!(matches!(import::one(&officer, import.id).await, Err(Refusal::Missing)));
        assert!(matches!(import::remove(&officer, import.id).await, Err(Refusal::Forbidden(_))));
        assert!(matches!(elsewhere::name(&officer, "1022", "https://x.vn").await, Err(elsewhere::Refusal::Forbidden(_))));
    }

    async fn where_there_is_another_system_feedback_goes_there_and_requests_stay(scratch: Scratch) {
        let street = street::open(&scratch).await;
        let desk = street.seat(Role::StandingBody, "BL-VPUBND", street.desk.today);
        let named = |name: &'static str, address: &'static str| elsewhere::name(&desk, name, address);
        assert!(matches!(named("1022", "javascript:1").await, Err(elsewhere::Refusal::NoAddress)));
        assert!(matches!(named("", "https://1022.example.vn").await, Err(elsewhere::Refusal::NoName)));
        named("Tổng đài 1022", "https://1022.example.vn").await.unwrap();
        let refused = street.take(&street.written(Asked::Feedback, street::WORDS)).await;
        assert!(matches!(refused, Err(question::Refusal::Elsewhere)));
        street.asked(Asked::Information).await;
        street.asked(Asked::OwnData).await;
        named("", "").await.unwrap();
        assert_eq!(elsewhere::now(&desk).await.unwrap(), None);
        street.asked(Asked::Feedback).await;
    }
}
