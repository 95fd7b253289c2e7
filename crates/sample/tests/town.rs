//! The sample province: its plan runs through the mergers of 2025 and nothing is orphaned.

use accounts::{Desk, Directory};
use jiff::civil::{Date, date};
use plan::status::Answer;
use plan::{board, morning};
use sample::{on_both, town};

/// How many assignments there are, and how many of the open ones belong to nobody and wait for nobody.
async fn count(desk: &Desk) -> (usize, usize) {
    let directory = Directory::load(&mut desk.read().await.expect("a connection")).await.expect("agencies");
    let board = board::board(desk, &directory, Some("193-kh-ubnd")).await.expect("a board");
    let orphaned = board.lines.iter().filter(|line| {
        let in_force = directory.agency(&line.agency).is_some_and(|agency| agency.in_force(desk.today));
        line.answer != Some(Answer::Accepted) && !in_force && !line.undecided
    });
    (board.lines.len(), orphaned.count())
}

on_both! {
    async fn the_mergers_of_2025_pass_and_nothing_is_orphaned(scratch: Scratch) {
        let desk = scratch.desk().await;
        town::build(&desk).await.expect("the sample is built");
        town::plan::run(&desk).await.expect("its plan runs");
        let days: [Date; 4] = [date(2025, 5, 20), date(2025, 7, 1), date(2025, 9, 16), date(2025, 12, 20)];
        for day in days {
            let desk = desk.on(day);
            morning::morning(&desk).await.expect("the day begins");
            let (all, orphaned) = count(&desk).await;
            assert!(all > 300, "{day}: only {all} assignments");
            assert_eq!(orphaned, 0, "{day}");
        }
    }
}

on_both! {
    async fn its_survey_says_something_and_is_marked_as_made_up(scratch: Scratch) {
        let (desk, attachments) = (scratch.desk().await, scratch.attachments());
        town::build(&desk).await.expect("the sample is built");
        town::survey::keep(&desk, &attachments).await.expect("its survey is kept");
        town::survey::keep(&desk, &attachments).await.expect("kept twice it stays one");
        let surveys = fieldwork::survey::list(&desk).await.expect("surveys");
        assert_eq!((surveys.len(), surveys[0].rows), (1, 300));
        assert!(surveys[0].title.contains("số liệu mẫu"));
        let (survey, table) = fieldwork::survey::load(&desk, &attachments, surveys[0].id).await.expect("answers");
        let design = survey.design.expect("its columns are described");
        let worked = fieldwork::design::survey(&table, &survey.columns, design).expect("a survey");
        let implied = fieldwork::Implied::of(&table, &survey.columns, &worked);
        assert_eq!((implied.units, implied.strata, implied.lonely), (30, 7, vec!["Hồng Dân".to_owned()]));
        assert!(survey.columns.iter().all(|column| !column.name.contains("ho_ten")));
        let answers = |name: &str| survey.columns.iter().any(|it| it.name == name && it.kind.is_answer());
        assert!(["hai_long", "diem", "so_lan_di_lai", "kenh/loa"].into_iter().all(answers));
    }
}
