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
