//! A station's log in a spreadsheet: read row by row, refused as a whole, known when it comes again.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

mod air;

use air::{STATIONS, aired, at, draft, ngoc, officer, open, sent};
use inform::broadcast::{
    Expected, Imported, Kind, Month, ROWS_MAX, Refusal, Unread, log, of_station, take_in,
};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook};
use sample::on_both;

const FIRST: Date = date(2025, 5, 5);
const P2: &str = "BL-X-P2";

fn csv(text: &str) -> sheet::File<'_> {
    sheet::File { name: "nhat-ky.csv", bytes: text.as_bytes() }
}

async fn taken(desk: &accounts::Desk, text: &str) -> Result<Imported, Unread> {
    take_in(&officer(desk, P2), P2, csv(text)).await
}

on_both! {
    async fn a_file_is_taken_in_and_known_when_it_comes_again(scratch: Scratch) {
        let desk = open(&scratch).await;
        let id = sent(&desk, &draft(FIRST, date(2025, 5, 11), 2), &STATIONS).await;
        let text = format!(
            "Nhật ký phát thanh,,,,,\nNgày phát,Giờ phát,Thời lượng,Mã bản tin,Chương trình,Đài\n\
             05/05/2025,05:00,1:05,{id},,\n6/5/2025,17h,5 phút,,Ca cổ,BL-X-P2\n\
             2025-05-07,5:00,65,,nop ho so o bo phan mot cua,UBND Phường 2 (thành phố Bạc Liêu)\n"
        );
        let text = text.replace(",65,", ",1:05,");
        let came = taken(&desk, &text).await.unwrap();
        assert_eq!((came.new.len(), came.known, came.own()), (3, 0, 1), "a title names its bulletin");
        let again = taken(&desk, &text).await.unwrap();
        assert_eq!((again.new.len(), again.known), (0, 3));
        let page = of_station(&officer(&desk, P2), P2, Month::of(FIRST)).await.unwrap();
        assert_eq!(page.aired.iter().map(|it| it.seconds).collect::<Vec<_>>(), [65, 300, 65]);
        assert_eq!(page.told[0].lines[0].aired.len(), 2);
    }

    async fn a_workbook_keeps_hours_as_parts_of_a_day(scratch: Scratch) {
        let desk = open(&scratch).await;
        let (mut book, day, hour) =
            (Workbook::new(), Format::new().set_num_format("dd/mm/yyyy"), Format::new().set_num_format("h:mm"));
        let tab = book.add_worksheet();
        for (column, head) in (0_u16..).zip(["Ngày", "Giờ bắt đầu", "Số phút", "Tên chương trình"]) {
            tab.write(0, column, head).unwrap();
        }
        tab.write_with_format(1, 0, 45_782.0, &day).unwrap();
        tab.write_with_format(1, 1, 5.0 / 24.0, &hour).unwrap();
        tab.write(1, 2, 15).unwrap();
        tab.write(1, 3, "Thời sự").unwrap();
        let bytes = book.save_to_buffer().unwrap();
        let came = take_in(&officer(&desk, P2), P2, sheet::File { name: "a.xlsx", bytes: &bytes }).await.unwrap();
        assert_eq!((came.new[0].at, came.new[0].seconds), (at(FIRST, 5), 900));
    }

    async fn minutes_and_seconds_that_excel_took_for_a_time_of_day_are_not_kept_as_hours(scratch: Scratch) {
        let desk = open(&scratch).await;
        let long = inform::broadcast::Draft { text: "xin ".repeat(210), ..draft(FIRST, date(2025, 5, 11), 2) };
        let id = sent(&desk, &long, &[P2]).await;
        let of = |length: &str, what: &str| format!("Ngày,Giờ,Thời lượng,Mã bản tin,Chương trình\n5/5/2025,5:00,{length},{what}\n");
        let bulletin = format!("{id},");
        for (length, kind, seconds) in
            [("0.0625", Kind::Ambiguous, 90), ("90", Kind::Ambiguous, 90), ("1:30:00", Kind::Beyond, 61)]
        {
            let Err(Unread::Problems(problems)) = taken(&desk, &of(length, &bulletin)).await else { panic!("{length}") };
            let problem = &problems.kept[0];
            assert_eq!((problem.row, problem.column.as_deref(), problem.kind), (Some(2), Some("C"), kind), "{length}");
            assert!(matches!(problem.expected, Expected::Seconds(it) if it == seconds), "{:?}", problem.expected);
        }
        let own = taken(&desk, &of("0.0625", ",Ca cổ").replace("5/5/", "6/5/")).await.unwrap();
        assert_eq!(own.new[0].seconds, 90 * 60, "a programme of its own may be so long");
        let said = taken(&desk, &of("1 phút 30 giây", &bulletin)).await.unwrap();
        assert_eq!(said.new[0].seconds, 90);
        assert_eq!(taken(&desk, &of("0:01:30", &bulletin)).await.unwrap().known, 1);
    }

    async fn an_airing_that_was_logged_by_hand_with_another_length_is_known_and_named(scratch: Scratch) {
        let desk = open(&scratch).await;
        let id = sent(&desk, &draft(FIRST, date(2025, 5, 11), 2), &[P2]).await;
        log(&officer(&desk, P2), &aired(P2, Some(id), at(FIRST, 5), 65)).await.unwrap();
        let text = format!("Ngày,Giờ,Thời lượng,Mã bản tin\n5/5/2025,5:00,60 giây,{id}\n6/5/2025,5:00,60 giây,{id}\n");
        let came = taken(&desk, &text).await.unwrap();
        assert_eq!((came.new.len(), came.known), (1, 1));
        assert_eq!((came.differing[0].at, came.differing[0].kept, came.differing[0].said), (at(FIRST, 5), 65, 60));
        let page = of_station(&officer(&desk, P2), P2, Month::of(FIRST)).await.unwrap();
        assert_eq!(page.aired.iter().map(|it| it.seconds).collect::<Vec<_>>(), [65, 60], "the log stays");
    }

    async fn a_row_that_stands_twice_is_taken_once_and_told(scratch: Scratch) {
        let desk = open(&scratch).await;
        let row = "6/5/2025,5:00,25 phút,Ca cổ\n";
        let came = taken(&desk, &format!("Ngày,Giờ,Thời lượng,Chương trình\n{row}{row}")).await.unwrap();
        assert_eq!((came.new.len(), came.known, came.doubled), (1, 0, 1));
    }

    async fn what_somebody_was_sure_of_is_known_when_a_file_has_it(scratch: Scratch) {
        let desk = open(&scratch).await;
        let id = sent(&desk, &draft(FIRST, date(2025, 5, 11), 2), &[P2]).await;
        let new = aired(P2, Some(id), at(FIRST, 5), 25 * 60);
        let doubted = log(&officer(&desk, P2), &new).await;
        assert!(matches!(doubted, Err(Refusal::Beyond { seconds: 1500, .. })), "25 minutes or 25 seconds?");
        let sure = inform::broadcast::NewAired { is_sure: true, ..new };
        log(&officer(&desk, P2), &sure).await.unwrap();
        let text = format!("Ngày,Giờ,Thời lượng,Mã bản tin\n5/5/2025,5:00,25 phút,{id}\n");
        assert_eq!(taken(&desk, &text).await.unwrap().known, 1);
    }

    async fn a_month_of_rows_is_taken_and_known_again_and_a_year_is_refused(scratch: Scratch) {
        let desk = open(&scratch).await;
        let rows = |count: usize| {
            let row = |n: usize| format!("{}/1/2025,{}:{:02},0:10,Thời sự\n", 1 + n / 1_440 % 28, n / 60 % 24, n % 60);
            format!("Ngày,Giờ,Thời lượng,Chương trình\n{}", (0..count).map(row).collect::<String>())
        };
        assert_eq!(taken(&desk, &rows(ROWS_MAX)).await.unwrap().new.len(), ROWS_MAX);
        assert_eq!(taken(&desk, &rows(ROWS_MAX)).await.unwrap().known, ROWS_MAX);
        let Err(Unread::Problems(problems)) = taken(&desk, &rows(ROWS_MAX + 1)).await else { panic!("a year") };
        assert_eq!(problems.kept[0].kind, Kind::TooManyRows);
    }

    async fn a_workbook_that_unpacks_to_too_much_is_refused(scratch: Scratch) {
        let (desk, bytes) = (open(&scratch).await, include_bytes!("../../sheet/tests/bomb.xlsx"));
        let bomb = sheet::File { name: "nhat-ky.xlsx", bytes };
        let Err(Unread::Problems(problems)) = take_in(&officer(&desk, P2), P2, bomb).await else {
            panic!("a bomb was read");
        };
        assert_eq!(problems.kept[0].kind, Kind::TooLarge);
    }

    async fn every_problem_is_told_at_its_cell_and_nothing_is_kept(scratch: Scratch) {
        let desk = open(&scratch).await;
        let id = sent(&desk, &draft(FIRST, date(2025, 5, 11), 2), &[P2]).await;
        let other = sent(&desk, &draft(date(2025, 5, 6), date(2025, 5, 11), 2), &["BL-X-P3"]).await;
        log(&officer(&desk, P2), &aired(P2, None, at(date(2025, 5, 9), 5), 60)).await.unwrap();
        let text = format!(
            "Ngày,Giờ,Thời lượng,Mã bản tin,Chương trình,Đài\n\
             5/5/2025,5:00,5,{id},,\n\
             5/5/2025,5:00,6,{id},,\n\
             hôm qua,5:30,5,,Thời sự,\n\
             6/5/2025,sáng,5,,Thời sự,\n\
             6/5/2025,5:00,lâu,,Thời sự,\n\
             30/5/2025,5:00,5,,Thời sự,\n\
             7/5/2025,5:00,5,{other},,\n\
             1/5/2025,5:00,5,{id},,\n\
             8/5/2025,5:00,5,,,\n\
             8/5/2025,5:30,5,,Thời sự,Phường 3\n\
             9/5/2025,5:00,5,,Khác,\n\
             9/5/2025,6:00,9:00:00,,Khác,\n"
        );
        let Err(Unread::Problems(problems)) = taken(&desk, &text).await else { panic!("it was taken in") };
        let told: Vec<(u32, &str, Kind)> = problems
            .kept
            .iter()
            .map(|it| (it.row.unwrap(), it.column.as_deref().unwrap(), it.kind))
            .collect();
        assert_eq!(told, [
            (3, "B", Kind::Twice),
            (4, "A", Kind::NoDay),
            (5, "B", Kind::NoHour),
            (6, "C", Kind::NoLength),
            (7, "A", Kind::NotYet),
            (8, "D", Kind::NoBulletin),
            (9, "A", Kind::BeforeSent),
            (10, "E", Kind::NoTitle),
            (11, "F", Kind::OtherStation),
            (12, "B", Kind::Taken),
            (13, "C", Kind::NoLength),
        ]);
        assert!(matches!(problems.kept[0].expected, Expected::Row(2)));
        let page = of_station(&officer(&desk, P2), P2, Month::of(FIRST)).await.unwrap();
        assert_eq!(page.aired.len(), 1, "nothing of the file");
    }

    async fn what_is_no_log_is_refused_and_nobody_sends_one_for_another(scratch: Scratch) {
        let desk = open(&scratch).await;
        for (text, kind) in [
            ("a,b\n1,2\n", Kind::MissingColumn),
            ("Ngày,Giờ,Thời lượng\n", Kind::EmptySheet),
            ("\u{0}PNG\u{0}\u{1}", Kind::NotAWorkbook),
        ] {
            let Err(Unread::Problems(problems)) = taken(&desk, text).await else { panic!("{text}") };
            assert_eq!(problems.kept[0].kind, kind, "{text}");
        }
        let good = "Ngày,Giờ,Thời lượng,Chương trình\n5/5/2025,5:00,5,Thời sự\n";
        let by = async |desk: &accounts::Desk, station: &str| take_in(desk, station, csv(good)).await;
        assert!(matches!(by(&officer(&desk, P2), "BL-X-P3").await, Err(Unread::Refusal(Refusal::Missing))));
        assert!(matches!(by(&ngoc(&desk), P2).await, Err(Unread::Refusal(Refusal::Forbidden(_)))));
        let unkept = officer(&desk, "BL-X-P5");
        assert!(matches!(by(&unkept, "BL-X-P5").await, Err(Unread::Refusal(Refusal::Missing))), "no station yet");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_a_file_holds_it_is_answered(rows in proptest::collection::vec("[0-9a-zA-Z:/,.\"' ăđ-]{0,40}", 0..8)) {
        let text = format!("Ngày,Giờ,Thời lượng,Mã bản tin,Chương trình\n{}", rows.join("\n"));
        let run = async {
            let scratch = sample::Scratch::sqlite();
            let desk = scratch.desk().await;
            let _ = take_in(&desk, P2, csv(&text)).await;
        };
        tokio::runtime::Runtime::new().unwrap().block_on(run);
    }
}
