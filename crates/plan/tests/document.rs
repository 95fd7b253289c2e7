//! Documents and targets, taken in through the acts, on both databases.

#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]

use accounts::Role;
use jiff::civil::date;
use places::country;
use plan::Document;
use plan::document::{self, Owed, Refusal};
use plan::target;
use sample::town;
use scores::Editions;

sample::on_both! {
    async fn the_sample_plan_carries_out_the_conclusion(scratch: Scratch) {
        let desk = scratch.desk().await;
        town::build(&desk).await.unwrap();

        let documents = document::all(desk.store()).await.unwrap();

        let signs: Vec<_> = documents.iter().map(|document| document.sign.as_str()).collect();
        assert_eq!(signs, ["95-KL/TU", "193/KH-UBND"]);
        assert_eq!(documents[1].carries_out.as_deref(), Some("95-kl-tu"));
        assert_eq!(documents[1].issued_on.to_string(), "2021-12-17");
    }

    async fn the_same_sign_is_refused(scratch: Scratch) {
        let desk = scratch.desk().await;
        town::build(&desk).await.unwrap();
        let again = document::all(desk.store()).await.unwrap().remove(1);

        let refused = document::issue(&desk, &again).await.unwrap_err();

        assert!(matches!(refused, Refusal::Known(sign) if sign == "193/KH-UBND"));
    }

    async fn a_document_cannot_carry_out_one_that_is_not_there(scratch: Scratch) {
        let desk = scratch.desk().await;
        town::build(&desk).await.unwrap();
        let mut child = document::all(desk.store()).await.unwrap().remove(1);
        child.sign = "12/KH-UBND".to_owned();
        child.carries_out = Some("1-kl-tu".to_owned());

        let refused = document::issue(&desk, &child).await.unwrap_err();

        assert!(matches!(refused, Refusal::NoDocument(_)));
        assert_eq!(document::all(desk.store()).await.unwrap().len(), 2);
    }

    async fn what_a_document_owes_amends_and_comes_with_is_read_back(scratch: Scratch) {
        let desk = scratch.desk().await;
        town::build(&desk).await.unwrap();
        let mut yearly = document::all(desk.store()).await.unwrap().remove(1);
        yearly.sign = "12/KH-UBND".to_owned();
        yearly.amends = Some("193-kh-ubnd".to_owned());
        yearly.replaces = Some("95-kl-tu".to_owned());
        yearly.owed = Some(Owed { by: "@xa".to_owned(), until: date(2025, 1, 31) });
        document::issue(&desk, &yearly).await.unwrap();
        let paper = b"%PDF-1.7 x".to_vec();
        document::attach(&desk, &scratch.attachments(), "12-kh-ubnd", "ke-hoach.pdf", paper.clone()).await.unwrap();

        let kept = document::all(desk.store()).await.unwrap();

        let kept = kept.into_iter().find(|document| document.sign == "12/KH-UBND").unwrap();
        let file = kept.file.clone().unwrap();
        assert_eq!(scratch.attachments().get(&file.digest.parse().unwrap()).await.unwrap(), paper);
        assert_eq!(kept, Document { file: Some(file), ..yearly });
        let again = document::attach(&desk, &scratch.attachments(), "12-kh-ubnd", "b.pdf", paper).await;
        assert!(matches!(again, Err(Refusal::HasFile(_))));
    }

    async fn a_file_that_is_no_paper_is_refused_whatever_its_name(scratch: Scratch) {
        let desk = scratch.desk().await;
        town::build(&desk).await.unwrap();
        let program = b"MZ\x90\x00".to_vec();
        let refused = document::attach(&desk, &scratch.attachments(), "193-kh-ubnd", "a.pdf", program).await;
        assert!(matches!(refused, Err(Refusal::NotPaper)));
    }

    async fn an_agency_takes_in_its_own_documents_only(scratch: Scratch) {
        let desk = scratch.desk().await;
        town::build(&desk).await.unwrap();
        let mut own = document::all(desk.store()).await.unwrap().remove(1);
        own.sign = "5/KH-STP".to_owned();
        own.agency = Some("BL-STP".to_owned());
        let officer = |agency| desk.seat((1, "lan"), "post", Role::Officer, agency);

        let refused = document::issue(&officer("BL-SNV"), &own).await;

        assert!(matches!(refused, Err(Refusal::Forbidden(_))));
        document::issue(&officer("BL-STP"), &own).await.unwrap();
    }

    async fn the_plans_targets_are_evaluated_for_every_edition(scratch: Scratch) {
        let desk = scratch.desk().await;
        town::build(&desk).await.unwrap();
        let targets = target::all(desk.store()).await.unwrap();
        let editions = Editions::embedded(2011..=2024);
        let (set, unit) = (&country().sets[0], country().unit("95-2008").unwrap());

        let met = |place: usize| -> Vec<_> {
            let verdicts = targets[place].verdicts(&editions, unit, set, 2021);
            verdicts.into_iter().map(|verdict| (verdict.year, verdict.due, verdict.judgement.met)).collect()
        };

        assert_eq!(met(1), [
            (2021, false, Some(true)), (2022, false, Some(true)), (2023, false, Some(true)), (2024, false, Some(false)),
        ]);
        assert!(met(0).iter().all(|(_, due, _)| *due));
    }

    async fn the_sample_is_built_once_and_only_in_an_empty_place(scratch: Scratch) {
        let desk = scratch.desk().await;
        town::build(&desk).await.unwrap();
        town::build(&desk).await.unwrap();
        assert!(town::is_sample(desk.store()).await.unwrap());

        let other = scratch.fresh().await.desk().await;
        scores::editions::seed(&other).await.unwrap();
        assert!(matches!(town::build(&other).await, Err(town::Refusal::NotEmpty)));
    }
}
