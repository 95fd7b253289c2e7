//! The door: what opening, looking, reading and writing promise on both databases.

#![allow(clippy::unwrap_used)]

use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use sample::{Scratch, on_both};
use store::{Ask, Error, Store, Tx, Value, insert_many, migrations, on, run};

const TABLE: &str = "CREATE TABLE things (
    id BIGINT PRIMARY KEY, name TEXT UNIQUE, score DOUBLE PRECISION, done BOOLEAN, due DATE, body TEXT)";

async fn with_things(scratch: &Scratch) -> Store {
    let store = scratch.store().await;
    let mut tx = store.begin().await.unwrap();
    run!(&mut tx, sqlx::query(TABLE)).unwrap();
    tx.commit().await.unwrap();
    store
}

async fn add(tx: &mut Tx, id: i64, name: &str) -> Result<u64, Error> {
    const SQL: &str = "INSERT INTO things (id, name) VALUES ($1, $2)";
    run!(tx, sqlx::query(SQL).bind(id).bind(name))
}

async fn count(at: &mut impl Ask) -> i64 {
    on!(at, c => sqlx::query_scalar("SELECT count(*) FROM things").fetch_one(c).await).unwrap()
}

on_both! {
    async fn what_is_committed_is_read_and_what_is_dropped_is_not(scratch: Scratch) {
        let store = with_things(&scratch).await;
        let mut tx = store.begin().await.unwrap();
        add(&mut tx, 1, "a").await.unwrap();
        assert_eq!(count(&mut store.read().await.unwrap()).await, 0);
        tx.commit().await.unwrap();

        let mut tx = store.begin().await.unwrap();
        add(&mut tx, 2, "b").await.unwrap();
        drop(tx);

        assert_eq!(count(&mut store.read().await.unwrap()).await, 1);
    }

    async fn a_key_that_is_there_is_told_apart_from_other_faults(scratch: Scratch) {
        let store = with_things(&scratch).await;
        let mut tx = store.begin().await.unwrap();
        add(&mut tx, 1, "a").await.unwrap();
        tx.commit().await.unwrap();
        for (id, name) in [(1, "b"), (2, "a")] {
            let mut tx = store.begin().await.unwrap();
            let refused = add(&mut tx, id, name).await.unwrap_err();
            assert!(matches!(refused, Error::Duplicate(_)), "{refused:?}");
        }
        let mut tx = store.begin().await.unwrap();
        let other = run!(&mut tx, sqlx::query("DELETE FROM nothing")).unwrap_err();
        assert!(matches!(other, Error::Database(_)), "{other:?}");
    }

    async fn nothing_is_written_through_a_reading_connection(scratch: Scratch) {
        let store = with_things(&scratch).await;
        let mut reading = store.read().await.unwrap();
        assert!(run!(&mut reading, sqlx::query("DELETE FROM things")).is_err());
        let mut snapshot = store.snapshot().await.unwrap();
        assert!(run!(&mut snapshot, sqlx::query("DELETE FROM things")).is_err());
    }

    async fn a_snapshot_stays_as_it_was_while_others_write(scratch: Scratch) {
        let store = with_things(&scratch).await;
        let mut snapshot = store.snapshot().await.unwrap();
        assert_eq!(count(&mut snapshot).await, 0);
        let mut tx = store.begin().await.unwrap();
        add(&mut tx, 1, "a").await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(count(&mut snapshot).await, 0);
    }

    async fn writers_wait_for_each_other(scratch: Scratch) {
        let store = with_things(&scratch).await;
        let writers: Vec<_> = (0..20_i64).map(|id| {
            let store = store.clone();
            tokio::spawn(async move {
                let mut tx = store.begin().await.unwrap();
                tx.wait_turn("things").await.unwrap();
                let next = count(&mut tx).await;
                add(&mut tx, next, &id.to_string()).await.unwrap();
                tx.commit().await.unwrap();
            })
        }).collect();
        for writer in writers {
            writer.await.unwrap();
        }
        assert_eq!(count(&mut store.read().await.unwrap()).await, 20);
    }

    async fn many_rows_come_back_as_they_went(scratch: Scratch) {
        const SQL: &str = "INSERT INTO things (id, name, score, done, due, body) VALUES {rows}";
        let store = with_things(&scratch).await;
        let day = Date::constant(2025, 5, 20);
        let row = |id: i64| -> [Value<'static>; 6] {
            let some = id % 3 > 0;
            [id.into(), format!("Đà Nẵng {id}").into(), some.then_some(0.1 * id as f64).into(),
             some.into(), some.then_some(day).into(), Value::Text(None)]
        };
        let mut tx = store.begin().await.unwrap();
        let inserted = insert_many(&mut tx, SQL, (0..1_234).map(row)).await.unwrap();
        tx.commit().await.unwrap();

        assert_eq!(inserted, 1_234);
        type Row = (String, Option<f64>, bool, Option<jiff_sqlx::Date>, Option<String>);
        const READ: &str = "SELECT name, score, done, due, body FROM things WHERE id = $1";
        let mut at = store.read().await.unwrap();
        for id in [0_i64, 1, 100, 1_233] {
            let (name, score, done, due, body): Row =
                on!(&mut at, c => sqlx::query_as(READ).bind(id).fetch_one(c).await).unwrap();
            let some = id % 3 > 0;
            assert_eq!((name, score), (format!("Đà Nẵng {id}"), some.then_some(0.1 * id as f64)));
            assert_eq!((done, due.map(jiff_sqlx::Date::to_jiff), body), (some, some.then_some(day), None));
        }
        assert_eq!(count(&mut at).await, 1_234);
    }

    async fn no_rows_are_no_statement(scratch: Scratch) {
        let store = with_things(&scratch).await;
        let none: [[Value; 1]; 0] = [];
        let mut tx = store.begin().await.unwrap();
        assert_eq!(insert_many(&mut tx, "INSERT INTO nothing (id) VALUES {rows}", none).await.unwrap(), 0);
    }

    async fn dates_compare_in_the_database(scratch: Scratch) {
        const ADD: &str = "INSERT INTO things (id, due) VALUES (1, $1), (2, $2)";
        const LATER: &str = "SELECT id FROM things WHERE due > $1";
        let store = with_things(&scratch).await;
        let (may, december) = (Date::constant(2025, 5, 20).to_sqlx(), Date::constant(2025, 12, 1).to_sqlx());
        let mut tx = store.begin().await.unwrap();
        run!(&mut tx, sqlx::query(ADD).bind(may).bind(december)).unwrap();
        let later: i64 = on!(&mut tx, c => sqlx::query_scalar(LATER).bind(may).fetch_one(c).await).unwrap();
        assert_eq!(later, 2);
    }

    async fn looking_where_nothing_is_finds_nothing_and_makes_nothing(scratch: Scratch) {
        let place = scratch.fresh().await;
        assert!(Store::look(place.address()).await.unwrap().is_none());
        let fresh = scratch.fresh_sqlite();
        assert!(Store::look(fresh.address()).await.unwrap().is_none());
        assert!(!fresh.folder().exists());
    }

    async fn looking_reads_what_is_there_and_cannot_write(scratch: Scratch) {
        let store = with_things(&scratch).await;
        let mut tx = store.begin().await.unwrap();
        add(&mut tx, 1, "a").await.unwrap();
        tx.commit().await.unwrap();

        let looked = Store::look(scratch.address()).await.unwrap().unwrap();

        assert_eq!(count(&mut looked.read().await.unwrap()).await, 1);
        let written = async {
            let mut tx = looked.begin().await?;
            add(&mut tx, 2, "b").await
        };
        assert!(written.await.is_err());
    }

    async fn a_database_with_a_newer_migration_is_refused(scratch: Scratch) {
        let store = scratch.store().await;
        const SQL: &str = "INSERT INTO migrations (version, name, checksum) VALUES (9999, '9999_later', 'x')";
        let mut tx = store.begin().await.unwrap();
        run!(&mut tx, sqlx::query(SQL)).unwrap();
        tx.commit().await.unwrap();
        for refused in [Store::open(scratch.address()).await.err(), Store::look(scratch.address()).await.err()] {
            assert!(matches!(&refused, Some(Error::Newer { name }) if name == "9999_later"), "{refused:?}");
        }
    }

    async fn a_migration_that_was_changed_afterwards_is_refused(scratch: Scratch) {
        let store = scratch.store().await;
        let mut tx = store.begin().await.unwrap();
        run!(&mut tx, sqlx::query("UPDATE migrations SET checksum = 'x' WHERE version = 1")).unwrap();
        tx.commit().await.unwrap();
        let refused = Store::open(scratch.address()).await.unwrap_err();
        assert!(matches!(&refused, Error::MigrationChanged { name } if name == "0001_audit"), "{refused}");
    }

    async fn an_older_database_is_brought_up_to_date_but_not_by_looking(scratch: Scratch) {
        let newest = migrations::newest();
        Store::open_at(scratch.address(), newest - 1).await.unwrap().close().await;
        let looked = Store::look(scratch.address()).await;
        if newest > 1 {
            assert!(matches!(looked, Err(Error::Older)), "{looked:?}");
        } else {
            assert!(matches!(looked, Ok(None)), "{looked:?}");
        }
        let store = Store::open(scratch.address()).await.unwrap();
        assert_eq!(migrations::applied(&mut store.read().await.unwrap()).await.unwrap(), newest);
    }

    async fn instances_that_start_together_take_turns(scratch: Scratch) {
        let starts: Vec<_> = (0..4).map(|_| {
            let scratch = scratch.clone();
            tokio::spawn(async move { Store::open(scratch.address()).await })
        }).collect();
        for start in starts {
            let store = start.await.unwrap().unwrap();
            let applied = migrations::applied(&mut store.read().await.unwrap()).await;
            assert_eq!(applied.unwrap(), migrations::newest());
        }
    }
}

#[tokio::test]
async fn looking_at_a_closed_file_leaves_nothing_beside_it() {
    let scratch = Scratch::sqlite();
    scratch.store().await.close().await;

    let looked = Store::look(scratch.address()).await.unwrap().unwrap();
    looked.read().await.unwrap();
    looked.close().await;

    let files: Vec<_> =
        std::fs::read_dir(scratch.folder()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(files, ["nanghang.sqlite"]);
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused() {
    let scratch = Scratch::sqlite();
    std::fs::write(scratch.folder().join("nanghang.sqlite"), "not a database, but long enough to be one")
        .unwrap();
    let refused = Store::open(scratch.address()).await.unwrap_err();
    assert!(matches!(refused, Error::Closed { .. }), "{refused}");
    assert!(Store::look(scratch.address()).await.is_err());
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_named_without_its_password() {
    let address = "postgres://tinh:bi-mat@127.0.0.1:1/nanghang".parse().unwrap();
    let refused = Store::open(&address).await.unwrap_err().to_string();
    assert!(refused.contains("tinh@127.0.0.1:1/nanghang") && !refused.contains("bi-mat"), "{refused}");
}
