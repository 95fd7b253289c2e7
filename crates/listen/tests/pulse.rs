//! Pulse polls as they are made, printed, answered by code and told, on both databases.

#![allow(clippy::unwrap_used, reason = "a test that unwraps fails where it stands")]

mod street;

use accounts::{Chance, Desk, Role, audit};
use jiff::civil::{Date, date};
use listen::pulse::{self, Draft, Listed, Refusal, Slips, Split, Stands, Undrawn, Which};
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
        is_fine: false,
    }
}

/// A list of so many transactions at two counters.
fn list(second: usize, seventh: usize) -> String {
    let rows = |mark: &'static str, ward: &'static str, many: usize| {
        (1..=many).map(move |at| format!("{mark}-{at},{ward} (thành phố Bạc Liêu)"))
    };
    let rows = rows("P2", "Phường 2", second).chain(rows("P7", "Phường 7", seventh));
    std::iter::once("Mã hồ sơ,Phường".to_owned()).chain(rows).collect::<Vec<_>>().join("\n")
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
        pulse::print(&self.desk, (&self.seal, &self.chance), id, Which::One(stratum)).await
    }

    /// A pulse drawn from a list, evenly by count.
    async fn drawn(&self, from: Date, list: &str, size: usize) -> Result<Pulse, Undrawn> {
        let file = sheet::File { name: "giao-dich.csv", bytes: list.as_bytes() };
        let listed = Listed { file, size, split: Split::ByCount };
        pulse::draw(&self.desk, &self.chance, &draft(from, from, ""), &listed).await
    }

    async fn codes(&self, desk: &Desk, id: i64) -> Result<Slips, Refusal> {
        pulse::print(desk, (&self.seal, &self.chance), id, Which::All).await
    }

    async fn trail(&self) -> String {
        format!("{:?}", audit::list(&mut self.desk.read().await.unwrap(), 0, 10_000).await.unwrap())
    }

    async fn answer(&self, id: i64, code: &str, answers: &[Option<i64>]) -> Result<Pulse, Refusal> {
        pulse::answer(&self.desk, &self.seal, id, code, answers).await
    }
}

/// What a pulse of a number says, to who may read it.
async fn results(desk: &Desk, id: i64) -> Result<pulse::Results, Refusal> {
    pulse::said(desk, &pulse::one(desk, id).await?).await
}

sample::on_both! {
    async fn a_code_counts_once_and_is_read_as_it_is_typed(scratch: Scratch) {
        let scene = open(&scratch).await;
        let id = scene.made("Phường 2;900;3\nKhóm 1;50;2").await.id;
        let codes = scene.print(id, 0).await.unwrap().codes();
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
        let code = scene.print(id, 0).await.unwrap().codes().remove(0);
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

    async fn slips_are_printed_anew_until_somebody_answers(scratch: Scratch) {
        let scene = open(&scratch).await;
        let id = pulse::make(&scene.desk, &draft(TOMORROW, TOMORROW, "Khóm 1;50;2\nKhóm 2;50;2")).await.unwrap().id;
        let first = scene.print(id, 0).await.unwrap().codes();
        let fresh = Chance::new(|bytes| bytes.fill(4));
        let second = pulse::print(&scene.desk, (&scene.seal, &fresh), id, Which::One(0)).await.unwrap().codes();
        assert!(first.iter().all(|code| !second.contains(code)));
        let later = Scene { desk: scene.desk.on(TOMORROW), ..open(&scratch).await };
        assert!(matches!(later.answer(id, &first[0], &[Some(1)]).await, Err(Refusal::NoCode)), "void");
        later.answer(id, &second[0], &[Some(1)]).await.unwrap();
        assert!(matches!(later.print(id, 0).await, Err(Refusal::Printed)), "somebody answered");
        let jammed = later.print(id, 1).await.unwrap().codes();
        let fresh = Chance::new(|bytes| bytes.fill(5));
        let anew = pulse::print(&later.desk, (&later.seal, &fresh), id, Which::One(1)).await.unwrap().codes();
        assert!(matches!(later.answer(id, &jammed[0], &[Some(1)]).await, Err(Refusal::NoCode)), "void");
        let all = pulse::print(&later.desk, (&later.seal, &fresh), id, Which::All).await;
        assert!(matches!(all, Err(Refusal::Printed)), "what was given out is made void one by one");
        later.answer(id, &anew[0], &[Some(1)]).await.unwrap();
        assert!(matches!(later.print(id, 1).await, Err(Refusal::Printed)));
        assert!(matches!(later.print(id, 2).await, Err(Refusal::Missing)));

    }

    async fn it_takes_answers_in_its_days_and_tells_what_it_says_after(scratch: Scratch) {
        let scene = open(&scratch).await;
        let id = scene.made("Khóm 1;500;40\nKhóm 2;500;40\nKhóm 3;500;5").await.id;
        for stratum in 0..3 {
            let codes = scene.print(id, stratum).await.unwrap().codes();
            for (at, code) in codes.iter().enumerate() {
                scene.answer(id, code, &[Some(i64::from(at % 4 == 0)), Some(at as i64 % 5)]).await.unwrap();
            }
        }
        assert!(matches!(results(&scene.desk, id).await, Err(Refusal::NotOver)), "nobody watches it move");
        let after = scene.desk.on(TOMORROW);
        assert!(matches!(pulse::answer(&after, &scene.seal, id, "AAAA-AAAA", &[Some(1)]).await, Err(Refusal::NotOpen)));
        let results = results(&after, id).await.unwrap();
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
        assert_eq!(results(&scene.desk, id).await.unwrap().found[0].all, None);
    }

    async fn the_trail_tells_no_code_and_no_answer(scratch: Scratch) {
        let scene = open(&scratch).await;
        let id = scene.made("Khóm 1;50;2").await.id;
        let codes = scene.print(id, 0).await.unwrap().codes();
        scene.answer(id, &codes[0], &[Some(1), Some(3)]).await.unwrap();
        let entries = audit::list(&mut scene.desk.read().await.unwrap(), 0, 10_000).await.unwrap();
        let last = entries.last().unwrap();
        assert_eq!((last.act.as_str(), last.after.as_ref().map(ToString::to_string).as_deref()), ("pulse.answered", Some("{\"answers\":1}")));
        let told = format!("{entries:?}");
        assert!(codes.iter().all(|code| !told.contains(code)));
    }

    async fn a_sample_is_drawn_from_a_list_and_its_references_go_as_soon_as_they_can(scratch: Scratch) {
        let scene = open(&scratch).await;
        let drawn = scene.drawn(TOMORROW, &list(60, 30), 30).await.unwrap();
        let parts: Vec<_> = drawn.strata.iter().map(|it| (it.name.as_str(), it.agency.as_deref(), it.size, it.codes)).collect();
        let (p2, p7) = ("Phường 2 (thành phố Bạc Liêu)", "Phường 7 (thành phố Bạc Liêu)");
        assert_eq!(parts, [(p2, Some("BL-X-P2"), 60, 20), (p7, Some("BL-X-P7"), 30, 10)]);
        let kept = pulse::one(&scene.desk, drawn.id).await.unwrap();
        assert_eq!((&kept.draw, kept.draw.as_ref().unwrap().seed.as_str()), (&drawn.draw, "03030303030303030303030303030303"));
        let first = scene.codes(&scene.desk, drawn.id).await.unwrap();
        let references: Vec<String> = first.slips.iter().filter_map(|slip| slip.reference.clone()).collect();
        assert_eq!(references.len(), 30);
        assert!(first.slips.iter().all(|slip| slip.reference.as_ref().unwrap().starts_with(["P2-", "P7-"][slip.stratum])));
        let again = scene.codes(&scene.desk, drawn.id).await.unwrap();
        assert_eq!(references, again.slips.iter().filter_map(|slip| slip.reference.clone()).collect::<Vec<_>>());
        let later = scene.desk.on(TOMORROW);
        assert_eq!(pulse::sweep(&later).await.unwrap(), 30, "codes cannot be made anew from the first day on");
        assert!(matches!(scene.codes(&later, drawn.id).await, Err(Refusal::Printed)));
        pulse::answer(&later, &scene.seal, drawn.id, &again.slips[0].code, &[Some(1), None]).await.unwrap();
        assert!(!scene.trail().await.contains("P2-1"), "the trail names no reference");
    }

    async fn whoever_has_the_list_and_the_seed_draws_the_same(scratch: Scratch) {
        let scene = open(&scratch).await;
        let mut rows: Vec<String> = list(60, 30).lines().map(str::to_owned).collect();
        let first = scene.drawn(TODAY, &rows.join("\n"), 30).await.unwrap();
        rows[1..].reverse();
        let second = scene.drawn(TODAY, &rows.join("\n"), 30).await.unwrap();
        let references = |slips: Slips| slips.slips.into_iter().map(|slip| slip.reference).collect::<Vec<_>>();
        let (a, b) = (scene.codes(&scene.desk, first.id).await.unwrap(), scene.codes(&scene.desk, second.id).await.unwrap());
        assert_eq!(references(a), references(b));
        assert_ne!(first.draw.unwrap().list, second.draw.unwrap().list);
    }

    async fn references_that_were_never_used_go_with_the_pulse(scratch: Scratch) {
        let scene = open(&scratch).await;
        let over = scene.drawn(TODAY, &list(20, 20), 10).await.unwrap().id;
        let ended = scene.drawn(TODAY, &list(20, 20), 10).await.unwrap().id;
        pulse::print(&scene.desk, (&scene.seal, &scene.chance), over, Which::One(0)).await.unwrap();
        pulse::close(&scene.desk, ended, "Lập nhầm").await.unwrap();
        assert_eq!(pulse::sweep(&scene.desk).await.unwrap(), 0, "printed ones went when they were printed");
        assert_eq!(pulse::sweep(&scene.desk.on(TOMORROW)).await.unwrap(), 5);
        assert_eq!(pulse::sweep(&scene.desk.on(TOMORROW)).await.unwrap(), 0);
    }

    async fn a_list_that_does_not_hold_makes_no_pulse(scratch: Scratch) {
        let scene = open(&scratch).await;
        let bomb = sheet::File { name: "a.xlsx", bytes: include_bytes!("../../sheet/tests/bomb.xlsx") };
        let draft = draft(TODAY, TODAY, "");
        let listed = Listed { file: bomb, size: 10, split: Split::Even };
        let refused = pulse::draw(&scene.desk, &scene.chance, &draft, &listed).await;
        assert!(matches!(refused, Err(Undrawn::Problems(it)) if it.kept[0].kind == pulse::Kind::TooLarge));
        let named = "Mã,Xã,Họ tên\nHS-1,Phường 2 (thành phố Bạc Liêu),Lê A\n";
        assert!(matches!(scene.drawn(TODAY, named, 1).await, Err(Undrawn::Problems(it)) if it.count == 1));
        for size in [3, 41] {
            let refused = scene.drawn(TODAY, &list(20, 20), size).await;
            assert!(matches!(refused, Err(Undrawn::Refusal(Refusal::Size { least: 4, most: 40 }))));
        }
        let both = Draft { strata: "Khóm 1;50;2".into(), ..draft };
        let text = list(20, 20);
        let listed = Listed { file: sheet::File { name: "a.csv", bytes: text.as_bytes() }, ..listed };
        let refused = pulse::draw(&scene.desk, &scene.chance, &both, &listed).await;
        assert!(matches!(refused, Err(Undrawn::Refusal(Refusal::Both))));
        let officer = scene.desk.seat((1, "lan"), "post", Role::Officer, street::WARD);
        let refused = pulse::draw(&officer, &scene.chance, &Draft { strata: String::new(), ..both }, &listed).await;
        assert!(matches!(refused, Err(Undrawn::Refusal(Refusal::Forbidden(_)))));
        assert!(pulse::all(&scene.desk).await.unwrap().is_empty());
    }

    async fn communes_are_told_apart_in_groups(scratch: Scratch) {
        let scene = open(&scratch).await;
        let id = scene.drawn(TODAY, &list(400, 400), 120).await.unwrap().id;
        for (at, slip) in scene.codes(&scene.desk, id).await.unwrap().slips.into_iter().enumerate() {
            let said = i64::from(slip.stratum == 0 || at % 2 == 0);
            scene.answer(id, &slip.code, &[Some(said), Some(4)]).await.unwrap();
        }
        let results = results(&scene.desk.on(TOMORROW), id).await.unwrap();
        let stands = |item: usize| results.found[item].stands.values().copied().collect::<Vec<_>>();
        assert_eq!(stands(0), [Stands::Above, Stands::Below]);
        assert_eq!(stands(1), [Stands::Unclear, Stands::Unclear]);
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
        let printed = pulse::print(&auditor, (&scene.seal, &scene.chance), id, Which::One(0)).await;
        assert!(matches!(printed, Err(Refusal::Forbidden(_))));
    }
}
