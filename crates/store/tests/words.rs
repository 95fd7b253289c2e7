//! Texts are found by their words, in the same order on both databases, whatever migration made the index.

#![allow(clippy::unwrap_used)]

use sample::on_both;
use store::words::{First, holding};
use store::{Address, Store, Value, insert_many, run};

/// What stands in the texts; the key of each is its place, from one.
const TEXTS: [&str; 6] = [
    "thu tuc hanh chinh",
    "hanh chinh thu tuc",
    "thu tuc hanh chinh cong",
    "thu tuc khac",
    "chinh thu hanh tuc",
    // Each two that follow each other stand side by side.
    "tuc hanh chinh va thu tuc",
];

async fn write(store: &Store, texts: &[&str]) {
    const ARTICLE: &str =
        "INSERT INTO article (id, slug, section, agency, author, state, written_by, written_on, version)
        VALUES (1, 'tin-1', 'news', 'BL-SNV', 'Ban biên tập', 'draft', 'hoa', '2025-05-02', 1)";
    const AGENCY: &str = "INSERT INTO agency (code, name, kind, outside, unit, began, certainty)
        VALUES ('BL-SNV', 'Sở Nội vụ', 'department', FALSE, '95-2008', '1997-01-01', 'found')";
    const TEXT: &str =
        "INSERT INTO article_text (id, article, tongue, title, summary, body, fold) VALUES {rows}";
    let mut tx = store.begin().await.unwrap();
    run!(&mut tx, sqlx::query(AGENCY)).unwrap();
    run!(&mut tx, sqlx::query(ARTICLE)).unwrap();
    let rows = (1_i64..).zip(texts).map(|(id, text)| {
        let [title, summary, body] = ["tin", "tin", "tin"].map(Value::from);
        let tongue = format!("t{id}");
        [id.into(), 1_i64.into(), tongue.into(), title, summary, body, (*text).into()]
    });
    insert_many(&mut tx, TEXT, rows).await.unwrap();
    tx.commit().await.unwrap();
}

async fn found(store: &Store, written: &str, first: First, most: i64) -> Vec<i64> {
    let words: Vec<String> = written.split(' ').map(str::to_owned).collect();
    let mut at = store.read().await.unwrap();
    holding(&mut at, ("article_text", "fold", "id"), &words, first, most).await.unwrap()
}

on_both! {
    async fn those_that_hold_the_words_in_a_row_come_first_where_that_is_asked(scratch: Scratch) {
        let store = scratch.store().await;
        write(&store, &TEXTS).await;
        let asked = "thu tuc hanh chinh";
        assert_eq!(found(&store, asked, First::InRow, 10).await, [6, 3, 1, 5, 2]);
        assert_eq!(found(&store, asked, First::InRow, 4).await, [6, 3, 1, 5]);
        assert_eq!(found(&store, asked, First::InRow, 2).await, [6, 3]);
        assert_eq!(found(&store, asked, First::Newest, 10).await, [6, 5, 3, 2, 1]);
        assert_eq!(found(&store, asked, First::Newest, 1).await, [6]);
        assert_eq!(found(&store, "thu tuc", First::InRow, 10).await, [6, 4, 3, 2, 1, 5]);
        assert_eq!(found(&store, "hanh hanh", First::InRow, 10).await, [6, 5, 3, 2, 1]);
        assert_eq!(found(&store, "khac", First::InRow, 10).await, [4]);
        assert!(found(&store, "thu vang", First::InRow, 10).await.is_empty());
        assert!(found(&store, "", First::InRow, 10).await.is_empty());
    }

    async fn what_is_far_behind_the_newest_is_found_in_a_row_too(scratch: Scratch) {
        let store = scratch.store().await;
        let apart = ["hanh chinh thu tuc"; 200];
        write(&store, &[&TEXTS[..1], &apart[..]].concat()).await;
        assert_eq!(found(&store, "thu tuc hanh chinh", First::InRow, 3).await, [1, 201, 200]);
    }

    async fn words_of_any_length_and_more_than_a_space_between_them_are_taken_in(scratch: Scratch) {
        let store = scratch.store().await;
        let long = format!("{} thu tuc", "a".repeat(3000));
        write(&store, &[&long, " thu  tuc ", ""]).await;
        assert_eq!(found(&store, "thu tuc", First::InRow, 10).await, [2, 1]);
    }

    async fn a_database_of_an_older_program_finds_the_same(scratch: Scratch) {
        const OLDER: &str = "
            ALTER TABLE article_text DROP COLUMN fold_words, ADD COLUMN fold_words TSVECTOR
                GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, fold)) STORED;
            CREATE INDEX article_text_words ON article_text USING GIN (fold_words);";
        let older = Store::open_at(scratch.address(), 35).await.unwrap();
        write(&older, &TEXTS).await;
        if let Address::Postgres(_) = scratch.address() {
            let mut tx = older.begin().await.unwrap();
            run!(&mut tx, sqlx::raw_sql(OLDER)).unwrap();
            tx.commit().await.unwrap();
        }
        let store = Store::open(scratch.address()).await.unwrap();
        assert_eq!(found(&store, "thu tuc hanh chinh", First::InRow, 10).await, [6, 3, 1, 5, 2]);
    }
}
