//! Pulse polls as they are made, printed, answered by code and told, on both databases.

#![allow(clippy::unwrap_used, reason = "a test that unwraps fails where it stands")]

mod street;

use accounts::{Chance, Desk, Role, audit};
use jiff::civil::{Date, date};
use listen::pulse::{self, Draft, Refusal, Slips};
use listen::{Pulse, Seal};

const TODAY: Date = date(2025, 5, 20);
const TOMORROW: Date = date(2025, 5, 21);

fn draft(from: Date, to: Date, strata: &str) -> Draft {
    Draft {
        title: "Đúng hẹn".into(),
        population: "Người nhận kết quả trong tháng 4".into(),
        items: vec!["dung-hen.1".into(), "huong-dan-ho-so.1".into()],
        strata: strata.into(),
        opens_on: from,
        closes_on: to,
    }
}

struct Scene {
    desk: Desk,
    seal: Seal,
    chance: Chance,
}

async fn open(scratch: &sample::Scratch) -> Scene {
    let desk = street::open(scratch).await.desk;
    Scene { desk, seal: Seal::new(&[7; 32]), chance: Chance::new(|bytes| bytes.fill(3)) }
}

impl Scene {
    async fn made(&self, strata: &str) -> Pulse {
        pulse::make(&self.desk, &draft(TODAY, TODAY, strata)).await.unwrap()
    }

    async fn print(&self, id: i64, stratum: usize) -> Result<Slips, Refusal> {
        pulse::print(&self.desk, (&self.seal, &self.chance), id, stratum).await
    }

    async fn answer(&self, id: i64, code: &str, answers: &[Option<i64>]) -> Result<Pulse, Refusal> {
        pulse::answer(&self.desk, &self.seal, id, code, answers).await
    }
}

sample::on_both! {
    async fn a_code_counts_once_and_is_read_as_it_is_typed(scratch: Scratch) {
        let scene = open(&scratch).await;
        let id = scene.made("Phường 2;900;3\nKhóm 1;50;2").await.id;
        let codes = scene.print(id, 0).await.unwrap().codes;
        assert_eq!(codes.len(), 3);
        assert!(codes.iter().all(|code| code.len() == 9) && codes[0] != codes[1]);
        let lazy = codes[0].to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        scene.answer(id, &lazy, &[Some(1), None]).await.unwrap();
        assert!(matches!(scene.answer(id, &codes[0], &[Some(0), None]).await, Err(Refusal::Used)));
        assert!(matches!(scene.answer(id, "AAAA-AAAA", &[Some(0), None]).await, Err(Refusal::NoCode)));
        for nothing in [&[None, None][..], &[], &[Some(2), Some(5)], &[Some(-1), Some(-7)]] {
            assert!(matches!(scene.answer(id, &codes[1], nothing).await, Err(Refusal::Nothing)));
        }
        let now = scene.answer(id, &codes[1], &[Some(9), Some(4)]).await.unwrap();
        assert_eq!((now.answered(), now.asked(), now.strata[0].answered), (2, 3, 2));
        assert_eq!(now.strata[0].agency.as_deref(), Some(street::WARD));
        let other = scene.made("Khóm 2;50;2").await.id;
        assert!(matches!(scene.answer(other, &codes[2], &[Some(1), None]).await, Err(Refusal::NoCode)));
    }

    async fn a_code_that_is_sent_many_times_at_once_counts_once(scratch: Scratch) {
        let scene = open(&scratch).await;
        let id = scene.made("Khóm 1;50;1").await.id;
        let code = scene.print(id, 0).await.unwrap().codes.remove(0);
        let all = (0..8).map(|_| {
            let (desk, seal, code) = (scene.desk.clone(), scene.seal.clone(), code.clone());
            tokio::spawn(async move { pulse::answer(&desk, &seal, id, &code, &[Some(1)]).await.is_ok() })
        });
        let mut counted = 0;
        for one in all.collect::<Vec<_>>() {
            counted += usize::from(one.await.unwrap());
        }
        assert_eq!((counted, pulse::one(&scene.desk, id).await.unwrap().answered()), (1, 1));
    }

    async fn slips_are_printed_once_or_anew_before_the_first_day(scratch: Scratch) {
        let scene = open(&scratch).await;
        let id = pulse::make(&scene.desk, &draft(TOMORROW, TOMORROW, "Khóm 1;50;2\nKhóm 2;50;2")).await.unwrap().id;
        let first = scene.print(id, 0).await.unwrap().codes;
        let fresh = Chance::new(|bytes| bytes.fill(4));
        let second = pulse::print(&scene.desk, (&scene.seal, &fresh), id, 0).await.unwrap().codes;
        assert!(first.iter().all(|code| !second.contains(code)));
        let later = Scene { desk: scene.desk.on(TOMORROW), ..open(&scratch).await };
        assert!(matches!(later.print(id, 0).await, Err(Refusal::Printed)));
        assert!(matches!(later.answer(id, &first[0], &[Some(1)]).await, Err(Refusal::NoCode)), "void");
        later.print(id, 1).await.unwrap();
        assert!(matches!(later.print(id, 1).await, Err(Refusal::Printed)));
        assert!(matches!(later.print(id, 2).await, Err(Refusal::Missing)));
        later.answer(id, &second[0], &[Some(1)]).await.unwrap();
    }

    async fn it_takes_answers_in_its_days_and_tells_what_it_says_after(scratch: Scratch) {
        let scene = open(&scratch).await;
        let id = scene.made("Khóm 1;500;40\nKhóm 2;500;40\nKhóm 3;500;5").await.id;
        for stratum in 0..3 {
            let codes = scene.print(id, stratum).await.unwrap().codes;
            for (at, code) in codes.iter().enumerate() {
                scene.answer(id, code, &[Some(i64::from(at % 4 == 0)), Some(at as i64 % 5)]).await.unwrap();
            }
        }
        assert!(matches!(pulse::results(&scene.desk, id).await, Err(Refusal::NotOver)), "nobody watches it move");
        let after = scene.desk.on(TOMORROW);
        assert!(matches!(pulse::answer(&after, &scene.seal, id, "AAAA-AAAA", &[Some(1)]).await, Err(Refusal::NotOpen)));
        let results = pulse::results(&after, id).await.unwrap();
        assert_eq!((results.found.len(), results.silent.len()), (2, 0));
        let all = results.found[0].all.clone().unwrap();
        assert_eq!(all.people, Some(85));
        let shown: Vec<bool> = results.found[0].parts.iter().map(|(_, line)| line.figures.is_some()).collect();
        assert_eq!(shown.iter().filter(|shown| **shown).count(), 1, "the small one takes another along");
        assert!(!shown[2]);
    }

    async fn it_is_ended_with_a_reason(scratch: Scratch) {
        let scene = open(&scratch).await;
        let id = scene.made("Khóm 1;50;2").await.id;
        assert!(matches!(pulse::close(&scene.desk, id, " ").await, Err(Refusal::NoReason)));
        pulse::close(&scene.desk, id, "In sai").await.unwrap();
        assert!(matches!(pulse::close(&scene.desk, id, "Lại").await, Err(Refusal::NotOpen)));
        assert!(matches!(scene.print(id, 0).await, Err(Refusal::Printed)));
        assert_eq!(pulse::results(&scene.desk, id).await.unwrap().found[0].all, None);
    }

    async fn the_trail_tells_no_code_and_no_answer(scratch: Scratch) {
        let scene = open(&scratch).await;
        let id = scene.made("Khóm 1;50;2").await.id;
        let codes = scene.print(id, 0).await.unwrap().codes;
        scene.answer(id, &codes[0], &[Some(1), Some(3)]).await.unwrap();
        let entries = audit::list(&mut scene.desk.read().await.unwrap(), 0, 10_000).await.unwrap();
        let last = entries.last().unwrap();
        assert_eq!((last.act.as_str(), last.after.as_ref().map(ToString::to_string).as_deref()), ("pulse.answered", Some("{\"answers\":1}")));
        let told = format!("{entries:?}");
        assert!(codes.iter().all(|code| !told.contains(code)));
    }

    async fn an_officer_makes_none_prints_none_and_reads_none(scratch: Scratch) {
        let scene = open(&scratch).await;
        let officer = scene.desk.seat((1, "lan"), "post", Role::Officer, street::WARD);
        let auditor = scene.desk.seat((1, "mai"), "post", Role::Auditor, street::OTHER);
        let id = scene.made("Khóm 1;50;2").await.id;
        assert!(matches!(pulse::make(&officer, &draft(TODAY, TODAY, "a;9;1")).await, Err(Refusal::Forbidden(_))));
        assert!(matches!(pulse::one(&officer, id).await, Err(Refusal::Missing)));
        assert!(matches!(pulse::all(&officer).await, Err(Refusal::Forbidden(_))));
        assert!(pulse::one(&auditor, id).await.is_ok());
        let printed = pulse::print(&auditor, (&scene.seal, &scene.chance), id, 0).await;
        assert!(matches!(printed, Err(Refusal::Forbidden(_))));
    }
}
