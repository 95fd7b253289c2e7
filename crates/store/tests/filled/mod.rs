//! A database with the sample rows of every migration in it.

use std::path::Path;

use sqlx::AssertSqlSafe;
use store::{Address, Store, migrations, run};

/// Every migration in turn, each followed by its rows.
pub(crate) async fn filled(at: &Address) -> Store {
    let mut last = None;
    for (version, migration) in (1..).zip(migrations::ALL) {
        let store = Store::open_at(at, version).await.unwrap_or_else(|e| panic!("{}: {e}", migration.name));
        let mut tx = store.begin().await.unwrap();
        let rows = rows_of(migration.name);
        run!(&mut tx, sqlx::raw_sql(AssertSqlSafe(rows)))
            .unwrap_or_else(|e| panic!("{}: {e}", migration.name));
        tx.commit().await.unwrap();
        last = Some(store);
    }
    last.expect("there is a migration")
}

fn rows_of(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/rows/{name}.sql"));
    std::fs::read_to_string(&file)
        .unwrap_or_else(|_| panic!("{name} needs its sample rows: {}", file.display()))
}
