//! Each migration runs over a database that is already full, on both.
//!
//! A migration brings its rows in `tests/rows`, under its own name: rows for its new tables and its new
//! columns. They are put in once it has run, and lie there when the next one comes.

#![allow(clippy::unwrap_used)]

mod filled;

use filled::filled;
use sample::on_both;
use sqlx::AssertSqlSafe;
use store::{Column, Kind, Store, Table, migrations, on, tables};

async fn values_in(store: &Store, table: &Table, column: &Column) -> i64 {
    let sql = format!("SELECT count({}) FROM {}", column.name, table.name);
    let mut at = store.read().await.unwrap();
    on!(&mut at, c => sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(c).await).unwrap()
}

on_both! {
    async fn each_migration_runs_over_a_full_database(scratch: Scratch) {
        let store = filled(scratch.address()).await;
        let applied = migrations::applied(&mut store.read().await.unwrap()).await.unwrap();
        assert_eq!(applied, migrations::newest());
    }

    async fn every_column_has_a_sample_value_for_the_next_migration_to_meet(scratch: Scratch) {
        let store = filled(scratch.address()).await;
        for table in tables(&mut store.read().await.unwrap()).await.unwrap() {
            for column in &table.columns {
                let values = values_in(&store, &table, column).await;
                assert!(values > 0, "no sample row fills {}.{}", table.name, column.name);
            }
        }
    }

    async fn both_catalogues_tell_the_same_tables(scratch: Scratch) {
        let here = tables(&mut scratch.store().await.read().await.unwrap()).await.unwrap();
        let sqlite = scratch.fresh_sqlite().store().await;
        assert_eq!(here, tables(&mut sqlite.read().await.unwrap()).await.unwrap());
        let audit = here.iter().find(|table| table.name == "audit").unwrap();
        assert_eq!(audit.columns[1], Column { name: "at".to_owned(), kind: Kind::Instant });
    }
}
