//! The sample province: its plan runs through the mergers of 2025 and nothing is orphaned.

use std::sync::atomic::{AtomicU8, Ordering};

use accounts::{Chance, Desk, Directory, Role};
use inform::broadcast::{Content, Month, Standing, register};
use jiff::civil::{Date, date};
use listen::question::{self, Asking, Held, Means, PAGE};
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

    async fn its_questions_show_every_state_and_are_marked_as_made_up(scratch: Scratch) {
        let (desk, attachments) = (scratch.desk().await, scratch.attachments());
        town::build(&desk).await.expect("the sample is built");
        let desk = Desk::program(desk.store(), desk.today, desk.now);
        let (seal, chance) = (listen::Seal::new(&[7; 32]), chance());
        let means = Means { seal: &seal, chance: &chance, attachments: &attachments, scanner: &plan::Scanner::none() };
        town::questions::run(&desk, means).await.expect("its questions are asked");
        town::questions::run(&desk, means).await.expect("asked twice they stay");
        let overall = question::overall(&desk).await.expect("counts");
        let tally = overall.tally;
        let counts = (tally.all, tally.open, tally.overdue, tally.unsent, tally.answered, tally.on_time);
        assert_eq!(counts, (9, 4, 1, 1, 5, 4), "folded has the answer of the other, opened again has none");
        let standing = desk.seat((2, "thuong-truc"), "p", Role::StandingBody, "BL-SNV25");
        let listed = question::listed(&standing, &Asking::default(), PAGE).await.expect("questions");
        assert!(listed.rows.iter().all(|it| it.words.contains("(câu hỏi mẫu)")));
        let (public, _) = question::published(&desk, "", 1).await.expect("what is public");
        assert!(overall.public == 2 && public.iter().all(|it| it.words.contains("mẫu") && it.answer.contains("mẫu")));
        assert_eq!(question::held(&desk).await.expect("counts"), Held { contacts: 0, pictures: 0, files: 1 });
    }
}

on_both! {
    async fn a_campaign_is_measured_and_only_one_item_can_be_told_from_chance(scratch: Scratch) {
        use inform::campaign;
        use listen::knowledge::{Says, of_campaign};

        let desk = scratch.desk().await;
        town::build(&desk).await.expect("the sample is built");
        let desk = Desk::program(desk.store(), desk.today, desk.now);
        let (seal, chance) = (listen::Seal::new(&[7; 32]), chance());
        town::knowledge::run(&desk, &seal, &chance).await.expect("a campaign is measured");
        town::knowledge::run(&desk, &seal, &chance).await.expect("measured twice it stays");
        let campaigns = campaign::all(&desk).await.expect("campaigns");
        assert_eq!((campaigns.len(), listen::pulse::all(&desk).await.expect("pulses").len()), (1, 2));
        let seen = &campaigns[0];
        assert!(seen.campaign.title.contains("(đợt mẫu)") && seen.campaign.state() == campaign::State::Closed);
        assert_eq!(seen.campaign.written_by, "truyen-thong");
        let known = of_campaign(&desk, seen.campaign.id).await.expect("what is known");
        assert_eq!((known.doubts, known.silent), (vec![], vec![]));
        assert!(known.before.is_some_and(|it| it.title.contains("số liệu mẫu")));
        let says: Vec<Says> = known.changes.expect("both are over").iter().map(|it| it.says).collect();
        assert_eq!(says, [Says::Unclear, Says::Up]);
    }

    async fn its_pulses_are_marked_and_tell_communes_apart_in_every_way(scratch: Scratch) {
        use listen::pulse::{self, Stands};

        let desk = scratch.desk().await;
        town::build(&desk).await.expect("the sample is built");
        let desk = Desk::program(desk.store(), desk.today, desk.now);
        let (seal, chance) = (listen::Seal::new(&[7; 32]), chance());
        town::pulses::run(&desk, &seal, &chance).await.expect("pulses");
        town::pulses::run(&desk, &seal, &chance).await.expect("run twice they stay");
        let all = pulse::all(&desk).await.expect("pulses");
        assert!(all.len() == 3 && all.iter().all(|it| it.title.contains("số liệu mẫu") && it.population.contains("mẫu")));
        let over = all.iter().find(|it| it.answered() > 0).expect("one that was answered");
        let results = pulse::said(&desk, over).await.expect("one that is over");
        let stands: std::collections::BTreeSet<Stands> = results.found[0].stands.values().copied().collect();
        assert_eq!(stands.into_iter().collect::<Vec<_>>(), Stands::ALL);
        assert_eq!(results.found[0].parts.iter().filter(|(_, line)| line.hidden.is_some()).count(), 2);
        assert_eq!(pulse::sweep(&desk).await.expect("a sweep"), 0, "of the one to come they are needed");
    }

    async fn whatever_day_it_begins_its_pulses_are_of_communes_that_were_there(scratch: Scratch) {
        let desk = scratch.desk().await;
        town::build(&desk).await.expect("the sample is built");
        let later = Desk::program(desk.store(), desk.today, desk.now).on(date(2025, 7, 8));
        let (seal, chance) = (listen::Seal::new(&[7; 32]), chance());
        town::pulses::run(&later, &seal, &chance).await.expect("pulses");
        town::knowledge::run(&later, &seal, &chance).await.expect("a campaign is measured");
        assert_eq!(listen::pulse::all(&later).await.expect("pulses").len(), 5);
    }

    async fn four_stations_log_and_one_stays_silent(scratch: Scratch) {
        let desk = scratch.desk().await;
        town::build(&desk).await.expect("the sample is built");
        town::broadcasts::run(&desk).await.expect("its stations broadcast");
        town::broadcasts::run(&desk).await.expect("run twice they stay");
        let standing = desk.seat((2, "thuong-truc"), "p", Role::StandingBody, "BL-SNV25");
        let seen = register(&standing, Month::of(desk.today)).await.expect("a register");
        assert!(seen.told.iter().all(|told| told.bulletin.title.contains("(bản tin mẫu)")));
        let silent: Vec<String> = seen
            .rows(Content::Any, desk.today)
            .into_iter()
            .filter(|row| row.whole.standing() == Standing::Silent)
            .map(|row| row.station)
            .collect();
        assert_eq!((seen.stations.len(), silent), (5, vec!["BL-X-XHT".to_owned()]));
        assert_eq!((seen.unanswered.len(), seen.unanswered[0].lines.len()), (1, 1));
        assert!(seen.told.iter().any(|told| !told.bulletin.flags().is_empty() && told.bulletin.sent_at.is_none()));
    }
}

/// Bytes that no other call gave.
fn chance() -> Chance {
    let next = AtomicU8::new(1);
    Chance::new(move |bytes| bytes.fill(next.fetch_add(1, Ordering::Relaxed)))
}
