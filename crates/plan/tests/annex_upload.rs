//! A file between its steps, on both databases: kept once, settled, taken once, and swept when nobody goes on.

#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]

mod annexes;

use accounts::{Desk, Role, audit};
use annexes::{PLAN, book, office, published, rows};
use jiff::ToSpan;
use plan::annex::{self, As, Outcome, Question, Refusal, Settled, Topic, Unread, Wishes};
use plan::morning::morning;
use plan::task;
use sheet::File;

const FORM: &str = "mark-of-a-form-16";

/// An annex that leaves a name, a time and a content to a person.
fn unclear() -> Vec<u8> {
    book(|sheet| {
        rows(
            sheet,
            0,
            &[
                &[
                    "TT",
                    "Nhiệm vụ",
                    "Chủ trì",
                    "Phối hợp",
                    "Thời gian thực hiện",
                    "Sản phẩm",
                    "Nội dung thành phần",
                ],
                &[
                    "1",
                    "Việc một",
                    "Sở Tư phápp",
                    "Các đơn vị liên quan",
                    "Sau khi có hướng dẫn",
                    "Báo cáo",
                    "Dân biết dân bàn",
                ],
                &["2", "Việc hai", "Sở Nội vụ", "Sở Tư phápp", "Quý II/2025", "Báo cáo", "1.1"],
            ],
        );
    })
}

async fn sent(desk: &Desk, bytes: &[u8]) -> Result<(), Refusal> {
    annex::upload(desk, "phu-luc", FORM, File { name: "../a\u{202e}.xlsx", bytes }).await
}

async fn asked(desk: &Desk) -> Vec<Question> {
    let upload = annex::uploaded(desk, "phu-luc", FORM).await.unwrap();
    let wishes = Wishes { dry_run: true, ..Wishes::default() };
    match annex::import(desk, "phu-luc", upload.file(), &wishes, &mut |_, _| ()).await {
        Ok(imported) => annex::questions(&annex::Problems::default(), &imported.warnings, PLAN),
        Err(Refusal::Unread(Unread::Wrong { problems, warnings })) => {
            annex::questions(&problems, &warnings, PLAN)
        }
        Err(other) => panic!("{other}"),
    }
}

async fn entries(desk: &Desk) -> i64 {
    audit::latest(desk.store()).await.unwrap()
}

sample::on_both! {
    async fn what_is_unclear_is_asked_once_settled_and_then_taken_once(scratch: Scratch) {
        let desk = office(&scratch).await;
        sent(&desk, &unclear()).await.unwrap();
        sent(&desk, &unclear()).await.unwrap();
        assert_eq!(annex::waiting(&desk, "phu-luc").await.unwrap().len(), 1, "a form sent twice keeps one");
        assert_eq!(annex::uploaded(&desk, "phu-luc", FORM).await.unwrap().name, "a.xlsx");
        let told: Vec<_> = asked(&desk).await.into_iter()
            .map(|it| (it.topic, it.written, it.cells.join(" "), it.choices.first().map(|it| it.code.clone()), it.needed)).collect();
        let text = str::to_owned;
        assert_eq!(told, [
            (Topic::Agency, text("Sở Tư phápp"), text("C2 D3"), Some(text("BL-STP")), true),
            (Topic::Agency, text("Các đơn vị liên quan"), text("D2"), None, true),
            (Topic::Period, text("Sau khi có hướng dẫn"), text("E2"), None, false),
            (Topic::Content, text("Dân biết dân bàn"), text("G2"), None, false),
        ]);

        let answers = Settled::default()
            .with(Topic::Agency, "Sở Tư phápp", "sở tư pháp")
            .with(Topic::Agency, "Các đơn vị liên quan", "-")
            .with(Topic::Period, "Sau khi có hướng dẫn", "Hằng quý")
            .with(Topic::Content, "Dân biết dân bàn", "1.1; PAR INDEX");
        annex::settle(&desk, "phu-luc", &answers).await.unwrap();
        let settled = entries(&desk).await;
        annex::settle(&desk, "phu-luc", &answers).await.unwrap();
        assert_eq!(entries(&desk).await, settled, "answers sent twice are remembered once");
        assert_eq!(asked(&desk).await, []);

        let brought = annex::take(&desk, "phu-luc", FORM, &Wishes::default()).await.unwrap();
        assert_eq!(brought.added, ["1-01", "1-02"]);
        let taken = entries(&desk).await;
        assert_eq!(annex::take(&desk, "phu-luc", FORM, &Wishes::default()).await.unwrap(), brought);
        assert_eq!(entries(&desk).await, taken, "a form sent twice takes once");
        let terms = task::of_plan(&desk, "phu-luc").await.unwrap().remove(0).terms;
        assert_eq!((terms.lead.as_deref(), terms.rhythm.as_str()), (Some("BL-STP"), "quarterly"));
        assert_eq!(terms.items, ["1.1", "par_index"]);
        assert!(annex::waiting(&desk, "phu-luc").await.unwrap().is_empty());
        assert!(annex::uploaded(&desk, "phu-luc", FORM).await.unwrap().bytes.is_empty(), "its bytes are gone");
    }

    async fn an_answer_that_means_nothing_is_refused_and_a_settled_word_is_forgotten(scratch: Scratch) {
        let desk = office(&scratch).await;
        let settle = async |topic, means: &str| {
            annex::settle(&desk, "phu-luc", &Settled::default().with(topic, "X", means)).await
        };
        assert!(matches!(settle(Topic::Agency, "Sở Không Có").await, Err(Refusal::UnknownCode(name)) if name == "Sở Không Có"));
        assert!(matches!(settle(Topic::Period, "lúc nào đó").await, Err(Refusal::Meaningless(Topic::Period, _))));
        assert!(matches!(settle(Topic::Content, "9.9").await, Err(Refusal::Meaningless(Topic::Content, _))));
        assert!(annex::remembered(&desk).await.unwrap().is_empty());
        settle(Topic::Agency, "@so").await.unwrap();
        annex::forget(&desk, Topic::Agency, "X").await.unwrap();
        assert!(annex::remembered(&desk).await.unwrap().is_empty());
        let newest = entries(&desk).await;
        let entry = audit::list(&mut desk.read().await.unwrap(), newest - 1, 1).await.unwrap().remove(0);
        assert_eq!((entry.act.as_str(), entry.after), ("annex.settled", None));
        assert!(entry.before.unwrap().to_string().contains("@so"));
    }

    async fn who_was_not_quick_enough_is_told_before_anything_is_overwritten(scratch: Scratch) {
        let desk = office(&scratch).await;
        let bytes = book(|sheet| rows(sheet, 0, &[&["TT", "Nhiệm vụ", "Chủ trì"], &["1", "Việc", "Sở Nội vụ"]]));
        sent(&desk, &bytes).await.unwrap();
        let upload = annex::uploaded(&desk, "phu-luc", FORM).await.unwrap();
        let dry = Wishes { dry_run: true, ..Wishes::default() };
        let seen = annex::import(&desk, "phu-luc", upload.file(), &dry, &mut |_, _| ()).await.unwrap().version;
        annex::import(&desk, "phu-luc", annexes::PRACTICE, &Wishes::default(), &mut |_, _| ()).await.unwrap();
        let wishes = Wishes { seen: Some(seen), ..Wishes::default() };
        assert!(matches!(annex::take(&desk, "phu-luc", FORM, &wishes).await, Err(Refusal::Changed)));
        assert_eq!(task::of_plan(&desk, "phu-luc").await.unwrap().len(), 70);
    }

    async fn the_morning_puts_away_what_nobody_went_on_with(scratch: Scratch) {
        let desk = office(&scratch).await;
        sent(&desk, &unclear()).await.unwrap();
        morning(&desk.on(desk.today + annex::DAYS.days())).await.unwrap();
        assert_eq!(annex::waiting(&desk, "phu-luc").await.unwrap().len(), 1, "it waits its days");
        morning(&desk.on(desk.today + (annex::DAYS + 1).days())).await.unwrap();
        assert!(matches!(annex::uploaded(&desk, "phu-luc", FORM).await, Err(Refusal::NoUpload)));
        sent(&desk, &unclear()).await.unwrap();
        annex::put_away(&desk, "phu-luc", FORM).await.unwrap();
        annex::put_away(&desk, "phu-luc", FORM).await.unwrap();
        assert!(annex::waiting(&desk, "phu-luc").await.unwrap().is_empty());
    }

    async fn only_a_spreadsheet_of_a_sane_size_from_who_may_is_kept(scratch: Scratch) {
        let desk = office(&scratch).await;
        assert!(matches!(sent(&desk, b"%PDF-1.7 x").await, Err(Refusal::Unread(Unread::Wrong { .. }))));
        assert!(matches!(sent(&desk, &vec![b' '; annex::LARGEST + 1]).await, Err(Refusal::TooLarge)));
        let officer = desk.seat((1, "lan"), "bl-snv.cv", Role::Officer, "BL-SNV");
        let closed = |it: Result<(), Refusal>| matches!(it, Err(Refusal::Plan(plan::plan::Refusal::Forbidden(_))));
        assert!(closed(sent(&officer, &unclear()).await));
        assert!(closed(annex::put_away(&officer, "phu-luc", FORM).await));
        assert!(closed(annex::settle(&officer, "phu-luc", &Settled::default()).await));
        assert!(closed(annex::forget(&officer, Topic::Agency, "X").await));
        assert!(closed(annex::uploaded(&officer, "phu-luc", FORM).await.map(|_| ())));
        assert!(closed(annex::take(&officer, "phu-luc", FORM, &Wishes::default()).await.map(|_: Outcome| ())));
        let chief = desk.seat((1, "lan"), "bl-vp.cv", Role::StandingBody, "BL-VPUBND");
        assert!(matches!(annex::sweep(&chief).await, Err(Refusal::Plan(plan::plan::Refusal::Forbidden(_)))));
    }

    async fn both_exports_say_the_same_and_no_cell_is_a_formula(scratch: Scratch) {
        let desk = published(&scratch).await;
        let text = "Mã,Nhiệm vụ,Chủ trì,Sản phẩm\n9-01,\"'=HYPERLINK(\"\"x\"\")\",Sở Nội vụ,'+84 báo cáo\n";
        let behind = Wishes { document: Some("95-kl-tu".to_owned()), ..Wishes::default() };
        let file = File { name: "a.csv", bytes: text.as_bytes() };
        annex::import(&desk, "phu-luc", file, &behind, &mut |_, _| ()).await.unwrap();
        for kind in [As::Csv, As::Xlsx] {
            let bytes = annex::export(&desk, "phu-luc", kind).await.unwrap();
            if kind == As::Csv {
                let text = std::str::from_utf8(&bytes).unwrap();
                assert!(text.contains("'=HYPERLINK") && !text.contains(",=") && !text.contains(",+") && !text.contains(",@"));
            }
            let file = File { name: "b.xlsx", bytes: &bytes };
            let file = if kind == As::Csv { File { name: "b.csv", ..file } } else { file };
            let again = annex::import(&desk, "phu-luc", file, &Wishes::default(), &mut |_, _| ()).await.unwrap();
            assert_eq!((again.outcome.is_nothing(), again.outcome.same), (true, 71), "{kind:?}");
        }
        let what = task::find(&desk, "phu-luc", "9-01").await.unwrap().unwrap().terms.what;
        assert_eq!(what, "=HYPERLINK(\"x\")");
    }
}
