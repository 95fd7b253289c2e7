//! Surveys from the file to the answer: what is kept, who may, what is refused and what is gone.

#![allow(clippy::unwrap_used, reason = "a test that unwraps fails where it stands")]

use accounts::{Desk, Role, audit};
use fieldwork::survey::{self, Described, New, Refusal};
use fieldwork::{Kind, Question, Survey};
use jiff::ToSpan;
use sample::{Scratch, town};
use sheet::File;
use store::Attachments;

const OWN: &str = "BL-SNV25";

/// A made-up survey: two strata of four villages with ten people each.
fn file() -> String {
    let mut text = String::from("ho_ten,tang,thon,quyen_so,gioi,hai_long,diem,ghi_chu,_uuid\n");
    for at in 0..80_u32 {
        let (stratum, village) = (at / 40, at / 10);
        let pleased = u32::from((at * 7 + village) % 5 < 3);
        text += &format!(
            "Người {at},{stratum},T{village},{},{},{pleased},{},Ý kiến {at},u{at}\n",
            20 + stratum * 5,
            ["Nam", "Nữ"][at as usize % 2],
            at % 4 + 1
        );
    }
    text
}

async fn open(scratch: &Scratch) -> (Desk, Attachments) {
    let desk = scratch.desk().await;
    town::build(&desk).await.unwrap();
    (desk, scratch.attachments())
}

fn officer(desk: &Desk, agency: &str) -> Desk {
    desk.seat((7, "lan"), "ghe", Role::Officer, agency)
}

async fn bring(desk: &Desk, form: &str, text: &str) -> Result<Survey, Refusal> {
    let file = File { name: "C:\\tệp\\kobo.csv", bytes: text.as_bytes() };
    survey::upload(desk, &New { form, title: " Hài  lòng ", agency: OWN, file }).await
}

fn said(kinds: &[(&str, Kind)]) -> Described {
    let kinds = kinds.iter().map(|(name, kind)| ((*name).to_owned(), *kind)).collect();
    Described { kinds, ..Described::default() }
}

async fn acts(desk: &Desk) -> Vec<String> {
    let entries = audit::list(&mut desk.read().await.unwrap(), 0, 10_000).await.unwrap();
    entries.into_iter().map(|entry| entry.act).filter(|act| act.starts_with("survey.")).collect()
}

sample::on_both! {
    async fn a_file_is_brought_described_asked_and_removed(scratch: Scratch) {
        let (desk, attachments) = open(&scratch).await;
        let lan = officer(&desk, OWN);
        let brought = bring(&lan, "mau-0123456789abcdef", &file()).await.unwrap();
        assert_eq!((brought.title.as_str(), brought.file.as_str(), brought.rows), ("Hài lòng", "kobo.csv", 80));
        let kinds: Vec<_> = brought.columns.iter().map(|it| (it.name.as_str(), it.kind)).collect();
        assert_eq!(kinds, [
            ("tang", Kind::Stratum), ("thon", Kind::Cluster), ("quyen_so", Kind::Weight), ("gioi", Kind::Domain),
            ("hai_long", Kind::YesNo), ("diem", Kind::Number), ("ghi_chu", Kind::Ignored),
        ]);
        assert_eq!(brought.dropped.len(), 2);
        assert!(attachments.list().await.unwrap().is_empty(), "a draft is no attachment");

        let described = survey::describe(&lan, &attachments, brought.id, &said(&[])).await.unwrap();
        let digest = described.digest.clone().unwrap().parse().unwrap();
        let kept = String::from_utf8(attachments.get(&digest).await.unwrap()).unwrap();
        assert!(!kept.contains("Ý kiến") && !kept.contains("Người"), "what is ignored is not kept");

        let (found, table) = survey::load(&lan, &attachments, brought.id).await.unwrap();
        assert_eq!(found, described);
        let question = Question { totals: false, columns: vec!["hai_long".into()], by: vec!["gioi".into()], level: 0.95 };
        let answers = question.answer(&table, &found.columns, found.design.unwrap()).unwrap();
        assert_eq!((answers.blocks[0].groups.len(), answers.df), (2, 6.0));
        assert_eq!(answers.blocks[0].differences.len(), 1);

        survey::ask(&lan, brought.id, "Theo giới", "q=hai_long&by=gioi").await.unwrap();
        survey::ask(&lan, brought.id, "Theo giới tính", "q=hai_long&by=gioi").await.unwrap();
        let saved = survey::saved(&lan, brought.id).await.unwrap();
        assert_eq!((saved.len(), saved[0].title.as_str()), (1, "Theo giới tính"));
        survey::forget(&lan, brought.id, saved[0].id).await.unwrap();
        assert!(matches!(survey::forget(&lan, brought.id, saved[0].id).await, Err(Refusal::Missing)));

        survey::remove(&lan, &attachments, brought.id).await.unwrap();
        assert!(attachments.list().await.unwrap().is_empty());
        assert!(matches!(survey::find(&lan, brought.id).await, Err(Refusal::Missing)));
        let expected = ["uploaded", "described", "asked", "asked", "forgotten", "removed"];
        assert_eq!(acts(&desk).await, expected.map(|act| format!("survey.{act}")));
    }

    async fn the_same_form_brings_one_survey(scratch: Scratch) {
        let (desk, _) = open(&scratch).await;
        let first = bring(&desk, "mau-0123456789abcdef", &file()).await.unwrap();
        assert_eq!(bring(&desk, "mau-0123456789abcdef", "a,b\n1,2\n").await.unwrap(), first);
        assert_eq!(acts(&desk).await.len(), 1);
    }

    async fn what_was_said_of_a_column_is_remembered_by_its_agency(scratch: Scratch) {
        let (desk, attachments) = open(&scratch).await;
        let first = bring(&desk, "mau-1", &file()).await.unwrap();
        survey::describe(&desk, &attachments, first.id, &said(&[("diem", Kind::Choice)])).await.unwrap();
        let next = bring(&desk, "mau-2", &file()).await.unwrap();
        let kind = |survey: &Survey| survey.columns.iter().find(|it| it.name == "diem").unwrap().kind;
        assert_eq!(kind(&next), Kind::Choice);
        let bytes = file();
        let other = New { form: "mau-3", title: "x", agency: "BL-STP", file: File { name: "a.csv", bytes: bytes.as_bytes() } };
        assert_eq!(kind(&survey::upload(&desk, &other).await.unwrap()), Kind::Number);
    }

    async fn a_description_that_does_not_fit_changes_nothing(scratch: Scratch) {
        let (desk, attachments) = open(&scratch).await;
        let brought = bring(&desk, "mau-1", &file()).await.unwrap();
        for wrong in [("diem", Kind::YesNo), ("gioi", Kind::Number)] {
            let refused = survey::describe(&desk, &attachments, brought.id, &said(&[wrong])).await;
            assert!(matches!(refused, Err(Refusal::Amiss(_))), "{wrong:?}");
        }
        let nothing = said(&[("hai_long", Kind::Ignored), ("diem", Kind::Ignored)]);
        assert!(matches!(survey::describe(&desk, &attachments, brought.id, &nothing).await, Err(Refusal::NothingLeft)));
        assert_eq!(survey::find(&desk, brought.id).await.unwrap(), brought);
        assert!(matches!(survey::ask(&desk, brought.id, "x", "q=diem").await, Err(Refusal::Undescribed)));
    }

    async fn a_column_that_is_ignored_later_is_gone_for_good(scratch: Scratch) {
        let (desk, attachments) = open(&scratch).await;
        let brought = bring(&desk, "mau-1", &file()).await.unwrap();
        survey::describe(&desk, &attachments, brought.id, &said(&[])).await.unwrap();
        survey::describe(&desk, &attachments, brought.id, &said(&[("diem", Kind::Ignored)])).await.unwrap();
        assert_eq!(attachments.list().await.unwrap().len(), 1);
        let again = survey::describe(&desk, &attachments, brought.id, &said(&[("diem", Kind::Number)])).await.unwrap();
        assert!(!again.columns.iter().any(|column| column.name == "diem"));
    }

    async fn what_is_never_described_is_put_away_after_a_month(scratch: Scratch) {
        let (desk, attachments) = open(&scratch).await;
        let described = bring(&desk, "mau-1", &file()).await.unwrap();
        survey::describe(&desk, &attachments, described.id, &said(&[])).await.unwrap();
        let draft = bring(&desk, "mau-2", &file()).await.unwrap();
        let morning = |days: i32| {
            let mut later = desk.clone();
            later.today = desk.today.saturating_add(days.days());
            later
        };
        assert_eq!(survey::sweep(&morning(survey::DAYS)).await.unwrap(), 0);
        assert_eq!(survey::sweep(&morning(survey::DAYS + 1)).await.unwrap(), 1);
        assert!(matches!(survey::find(&desk, draft.id).await, Err(Refusal::Missing)));
        assert!(survey::load(&desk, &attachments, described.id).await.is_ok(), "what is described stays");
        assert_eq!(acts(&desk).await.last().unwrap(), "survey.swept");
        assert_eq!(survey::sweep(&morning(survey::DAYS + 1)).await.unwrap(), 0);
        let refused = survey::sweep(&officer(&desk, OWN)).await;
        assert!(matches!(refused, Err(Refusal::Forbidden(_))), "the program alone does it");
    }

    async fn other_agencies_know_nothing_of_it(scratch: Scratch) {
        let (desk, attachments) = open(&scratch).await;
        let brought = bring(&desk, "mau-1", &file()).await.unwrap();
        let stranger = officer(&desk, "BL-STP");
        assert!(survey::list(&stranger).await.unwrap().is_empty());
        assert!(matches!(survey::load(&stranger, &attachments, brought.id).await, Err(Refusal::Missing)));
        assert!(matches!(survey::remove(&stranger, &attachments, brought.id).await, Err(Refusal::Missing)));
        assert!(matches!(bring(&stranger, "mau-2", &file()).await, Err(Refusal::Forbidden(_))));
        let leader = desk.seat((8, "chu"), "ghe", Role::Leader, "BL-UBND");
        assert_eq!(survey::list(&leader).await.unwrap().len(), 1);
        assert!(matches!(survey::remove(&leader, &attachments, brought.id).await, Err(Refusal::Forbidden(_))));
        let administrator = desk.seat((9, "qt"), "ghe", Role::Administrator, OWN);
        assert!(matches!(survey::list(&administrator).await, Err(Refusal::Forbidden(_))));
    }
}
