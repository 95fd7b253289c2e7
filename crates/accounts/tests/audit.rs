//! The trail of what was done: nothing is kept without it, and nobody changes it unseen.

#![allow(clippy::unwrap_used)]

use accounts::audit::{self, Unsearched, Unsound, Wanted};
use accounts::{Deed, Desk, Role};
use jiff::civil::date;
use sample::on_both;
use serde_json::{Value, json};
use store::run;

/// A deed of the tests.
struct Renamed(&'static str, &'static str);

impl Deed for Renamed {
    fn act(&self) -> &'static str {
        "test.renamed"
    }

    fn subject(&self) -> String {
        "thing/1".to_owned()
    }

    fn before(&self) -> Option<Value> {
        Some(json!({ "name": self.0 }))
    }

    fn after(&self) -> Option<Value> {
        Some(json!({ "name": self.1 }))
    }
}

async fn rename(desk: &Desk, from: &'static str, to: &'static str) -> i64 {
    desk.begin().await.unwrap().commit(Renamed(from, to)).await.unwrap()
}

async fn tamper(desk: &Desk, statement: &'static str) {
    let mut tx = desk.store().begin().await.unwrap();
    run!(&mut tx, sqlx::query(statement)).unwrap();
    tx.commit().await.unwrap();
}

on_both! {
    async fn an_entry_tells_who_when_before_and_after(scratch: Scratch) {
        let desk = scratch.desk().await;

        let seq = rename(&desk, "Bạc Liêu", "Cà Mau").await;

        let entries = audit::list(&mut desk.read().await.unwrap(), 0, 10).await.unwrap();
        let [entry] = &entries[..] else { panic!("one entry, not {entries:?}") };
        assert_eq!((entry.seq, seq), (1, 1));
        assert_eq!((entry.who.as_str(), entry.post.as_str()), ("Lan", "operator"));
        assert_eq!(entry.at.to_string(), "2025-05-20T02:00:00Z");
        assert_eq!((entry.act.as_str(), entry.subject.as_str()), ("test.renamed", "thing/1"));
        assert_eq!(entry.before.as_deref(), Some(r#"{"name":"Bạc Liêu"}"#));
        assert_eq!(entry.after.as_deref(), Some(r#"{"name":"Cà Mau"}"#));
        assert_eq!(audit::about(&mut desk.read().await.unwrap(), "thing/1").await.unwrap(), entries);
        assert_eq!(audit::about(&mut desk.read().await.unwrap(), "thing/2").await.unwrap(), []);
    }

    async fn what_is_not_committed_never_happened(scratch: Scratch) {
        let desk = scratch.desk().await;
        rename(&desk, "a", "b").await;

        let mut tx = desk.begin().await.unwrap();
        run!(&mut tx, sqlx::query("DELETE FROM audit")).unwrap();
        drop(tx);

        assert_eq!(rename(&desk, "b", "c").await, 2);
        assert_eq!(audit::latest(desk.store()).await.unwrap(), 2);
    }

    async fn a_sound_chain_is_counted(scratch: Scratch) {
        let desk = scratch.desk().await;
        assert_eq!(audit::verify(desk.store()).await.unwrap(), 0);
        for _ in 0..3 {
            rename(&desk, "a", "b").await;
        }
        assert_eq!(audit::verify(desk.store()).await.unwrap(), 3);
    }

    async fn whatever_is_changed_in_an_entry_breaks_the_chain_there(scratch: Scratch) {
        for statement in [
            "UPDATE audit SET who = 'Minh' WHERE seq = 2",
            "UPDATE audit SET agency = '' WHERE seq = 2",
            "UPDATE audit SET at = '2025-05-21T02:00:00Z' WHERE seq = 2",
            "UPDATE audit SET before = NULL WHERE seq = 2",
            "UPDATE audit SET hash = 'x' WHERE seq = 2",
            "DELETE FROM audit WHERE seq = 2",
        ] {
            let desk = scratch.fresh().await.desk().await;
            for _ in 0..3 {
                rename(&desk, "a", "b").await;
            }
            tamper(&desk, statement).await;
            let unsound = audit::verify(desk.store()).await;
            assert!(matches!(unsound, Err(Unsound::Broken { seq: 2 })), "{statement}: {unsound:?}");
        }
    }

    async fn writers_at_the_same_time_make_one_chain(scratch: Scratch) {
        let desk = scratch.desk().await;
        let writers = (0..8).map(|_| {
            let desk = desk.clone();
            tokio::spawn(async move {
                for _ in 0..5 {
                    rename(&desk, "a", "b").await;
                }
            })
        });
        for writer in writers.collect::<Vec<_>>() {
            writer.await.unwrap();
        }
        assert_eq!(audit::verify(desk.store()).await.unwrap(), 40);
    }

    async fn the_trail_is_searched_by_who_what_and_when_with_the_newest_first(scratch: Scratch) {
        let lan = scratch.desk().await;
        let mut minh = lan.clone();
        (minh.who, minh.now) = ("Minh".to_owned(), "2025-05-20T17:00:00Z".parse().unwrap());
        rename(&lan, "a", "b").await;
        rename(&minh, "b", "c").await;
        let found = async |wanted: Wanted| -> Vec<i64> {
            let entries = audit::search(&lan, &wanted, 10).await.unwrap();
            entries.into_iter().map(|entry| entry.seq).collect()
        };
        let any = Wanted::default();
        assert_eq!(found(any.clone()).await, [2, 1]);
        assert_eq!(found(Wanted { who: Some("Minh".into()), ..any.clone() }).await, [2]);
        assert_eq!(found(Wanted { act: Some("test.".into()), ..any.clone() }).await, [2, 1]);
        assert!(found(Wanted { act: Some("test".into()), ..any.clone() }).await.is_empty());
        assert_eq!(found(Wanted { subject: Some("HING/".into()), ..any.clone() }).await, [2, 1]);
        assert!(found(Wanted { subject: Some("%".into()), ..any.clone() }).await.is_empty());
        assert_eq!(found(Wanted { from: Some(date(2025, 5, 21)), ..any.clone() }).await, [2]);
        assert_eq!(found(Wanted { to: Some(date(2025, 5, 20)), ..any.clone() }).await, [1]);
        assert_eq!(found(Wanted { before: Some(2), ..any.clone() }).await, [1]);
        assert_eq!(audit::acts(&lan).await.unwrap(), ["test.renamed"]);
    }

    async fn everybody_reads_what_they_did_and_few_read_it_all(scratch: Scratch) {
        let desk = scratch.desk().await;
        for role in Role::OF_POSTS {
            let seat = desk.seat((1, "lan"), "x.x", role, "BL-STC");
            let mine = Wanted { who: Some("lan".into()), ..Wanted::default() };
            assert!(audit::search(&seat, &mine, 10).await.is_ok(), "{role:?}");
            let all = audit::search(&seat, &Wanted::default(), 10).await;
            let may = matches!(role, Role::Administrator | Role::Auditor);
            assert_eq!(!matches!(all, Err(Unsearched::Forbidden(_))), may, "{role:?}");
        }
    }
}
