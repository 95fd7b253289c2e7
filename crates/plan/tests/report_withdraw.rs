//! Taking reports back, on both databases: only who sent one, only before it is reviewed, and once.

#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]

mod office;

use office::{FIRST, said, seen};
use plan::report::{self, Refusal, State};

sample::on_both! {
    async fn a_report_that_waits_is_a_draft_again_and_is_sent_again_as_the_same(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let sent = office::sent(&desk).await;
        let officer = office::officer(&desk);
        let draft = report::withdraw(&officer, FIRST, seen(&sent)).await.unwrap();
        assert_eq!((draft.state, draft.number, draft.submitted_on), (State::Draft, 1, None));
        assert_eq!(draft.words, sent.words, "what was said is not lost");
        assert_eq!(report::withdraw(&officer, FIRST, seen(&sent)).await.unwrap(), draft);
        assert_eq!(office::deeds(&desk, "report.withdrawn").await, 1);
        assert!(report::accept(&office::standing(&desk), seen(&sent)).await.is_err(), "nobody reviews a draft");

        let late = report::submit(&officer, &said(FIRST, "f1", "Đã phát")).await;
        assert!(matches!(late, Err(Refusal::Stale(_))), "the form that was taken back does not send it again: {late:?}");
        let again = report::Said { number: 1, version: draft.version, ..said(FIRST, &draft.form, "Đã phát") };
        let sent = report::submit(&officer, &again).await.unwrap();
        assert_eq!((sent.id, sent.number, sent.state), (draft.id, 1, State::Submitted));
    }

    async fn what_was_reviewed_meanwhile_is_not_taken_back(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let sent = office::sent(&desk).await;
        let accepted = report::accept(&office::standing(&desk), seen(&sent)).await.unwrap();
        let officer = office::officer(&desk);
        for version in [seen(&sent), seen(&accepted)] {
            let refused = report::withdraw(&officer, FIRST, version).await;
            assert!(matches!(refused, Err(Refusal::Stale(Some(now))) if now.state == State::Accepted));
        }
    }

    async fn nobody_takes_back_what_another_sent(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let sent = office::sent(&desk).await;
        let (colleague, stranger) = (office::colleague(&desk), office::stranger(&desk));
        assert!(matches!(report::withdraw(&colleague, FIRST, seen(&sent)).await, Err(Refusal::Forbidden(_))));
        assert!(matches!(report::withdraw(&stranger, FIRST, seen(&sent)).await, Err(Refusal::Missing)));
        assert!(matches!(report::withdraw(&office::standing(&desk), FIRST, seen(&sent)).await, Err(Refusal::Forbidden(_))));
        assert_eq!(office::deeds(&desk, "report.withdrawn").await, 0);
    }
}
