//! A backup comes back whole, on either database; a damaged one is refused before anything is written.

#![allow(clippy::unwrap_used)]

mod filled;

use std::io::{Cursor, Write};

use filled::filled;
use jiff::{Timestamp, civil::Date};
use sample::{Scratch, on_both};
use store::backup::{Fault, Manifest, backup, load, restore, verify};
use store::{Ask, Attachments, Store, Value, insert_many, on, run};

fn instant() -> Timestamp {
    "2025-05-20T02:00:00Z".parse().unwrap()
}

async fn save(store: &Store, attachments: &Attachments) -> Vec<u8> {
    let mut file = Vec::new();
    backup(store, attachments, instant(), &mut file).await.unwrap();
    file
}

/// A filled database with two attachments, as a file.
async fn sample_backup(scratch: &Scratch) -> Vec<u8> {
    let store = filled(scratch.address()).await;
    let attachments = scratch.attachments();
    attachments.put(b"a letter".to_vec()).await.unwrap();
    attachments.put(vec![7; 100_000]).await.unwrap();
    save(&store, &attachments).await
}

/// What a backup says it holds, without the order of rows, which databases choose themselves.
fn content(file: &[u8]) -> (Manifest, Vec<(String, Vec<String>)>) {
    let manifest = verify(Cursor::new(file)).unwrap();
    let mut archive = tar::Archive::new(zstd::Decoder::new(file).unwrap());
    let mut parts = Vec::new();
    for entry in archive.entries().unwrap() {
        let mut entry = entry.unwrap();
        let place = entry.path().unwrap().display().to_string();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut entry, &mut bytes).unwrap();
        let mut lines: Vec<String> = String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect();
        lines.sort();
        if place != "manifest.json" {
            parts.push((place, lines));
        }
    }
    (manifest, parts)
}

on_both! {
    async fn everything_comes_back_from_either_database_in_the_other(scratch: Scratch) {
        let first = scratch.fresh_sqlite();
        let original = sample_backup(&first).await;

        let second = scratch.fresh().await;
        let folder = scratch.fresh_sqlite().folder();
        restore(Cursor::new(&original), second.address(), &folder).await.unwrap();
        let attachments = Attachments::in_folder(&folder).unwrap();
        let again = save(&second.store().await, &attachments).await;

        let third = scratch.fresh_sqlite();
        restore(Cursor::new(&again), third.address(), &third.folder()).await.unwrap();
        let last = save(&third.store().await, &third.attachments()).await;

        assert_eq!(content(&original).1, content(&again).1);
        assert_eq!(content(&original), content(&last));
        assert_eq!(attachments.list().await.unwrap().len(), 2);
    }

    async fn the_manifest_tells_tables_rows_and_attachments(scratch: Scratch) {
        let file = sample_backup(&scratch).await;
        let manifest = verify(Cursor::new(&file)).unwrap();
        assert_eq!((manifest.format, manifest.created), (1, instant()));
        assert_eq!(manifest.migrations.len() as i64, store::migrations::newest());
        let audit = manifest.tables.iter().find(|table| table.name == "audit").unwrap();
        assert_eq!((audit.rows, manifest.attachments.len()), (2, 2));
    }

    async fn every_kind_of_value_comes_back_to_the_last_bit(scratch: Scratch) {
        let from = with_kinds(&scratch.fresh_sqlite()).await;
        let attachments = scratch.attachments();
        // No minus zero: SQLite itself keeps it as zero.
        let odd = [0.1 + 0.2, f64::MIN_POSITIVE / 2.0, 44.1004, -1.5, 1e300, f64::INFINITY];
        let mut rows: Vec<[Value; 8]> = Vec::new();
        for (id, score) in (1_i64..).zip(odd) {
            rows.push([
                id.into(), Some(id).filter(|id| *id < 6).map(|id| id + 1).into(), "hoà \u{1} \"\n đ".into(), score.into(),
                (id % 2 == 0).into(), Date::constant(2025, 5, 20).into(), instant().into(),
                vec![0, 255, id as u8].into(),
            ]);
        }
        rows.push([
            7_i64.into(), Value::Int(None), Value::Text(None), Value::Float(None), Value::Bool(None),
            Value::Date(None), Value::Instant(None), Value::Bytes(None),
        ]);
        add_kinds(&from, rows.clone().into_iter().rev()).await;

        let to = with_kinds(&scratch).await;
        let file = save(&from, &attachments).await;
        load(Cursor::new(&file), &verify(Cursor::new(&file)).unwrap(), &to, &attachments).await.unwrap();
        let back = save(&to, &attachments).await;

        assert_eq!(content(&file).1, content(&back).1);
        let mut at = to.read().await.unwrap();
        let scores: Vec<Option<f64>> =
            on!(&mut at, c => sqlx::query_scalar("SELECT score FROM kinds ORDER BY id").fetch_all(c).await).unwrap();
        let bits = |score: &Option<f64>| score.map(f64::to_bits);
        let expected: Vec<Option<u64>> = odd.iter().map(|score| Some(score.to_bits())).chain([None]).collect();
        assert_eq!(scores.iter().map(bits).collect::<Vec<_>>(), expected);
    }

    async fn new_rows_get_new_keys_after_a_restore(scratch: Scratch) {
        let from = with_kinds(&scratch.fresh_sqlite()).await;
        let mut row = empty_row();
        row[0] = 41_i64.into();
        add_kinds(&from, [row].into_iter()).await;
        let to = with_kinds(&scratch).await;
        let file = save(&from, &scratch.attachments()).await;
        load(Cursor::new(&file), &verify(Cursor::new(&file)).unwrap(), &to, &scratch.attachments()).await.unwrap();

        let mut tx = to.begin().await.unwrap();
        const SQL: &str = "INSERT INTO kinds (name) VALUES ('new') RETURNING id";
        let id: i64 = on!(&mut tx, c => sqlx::query_scalar(SQL).fetch_one(c).await).unwrap();
        assert_eq!(id, 42);
    }

    async fn foreign_keys_hold_again_after_a_restore(scratch: Scratch) {
        let from = with_kinds(&scratch.fresh_sqlite()).await;
        let to = with_kinds(&scratch).await;
        let file = save(&from, &scratch.attachments()).await;
        load(Cursor::new(&file), &verify(Cursor::new(&file)).unwrap(), &to, &scratch.attachments()).await.unwrap();
        let mut tx = to.begin().await.unwrap();
        assert!(run!(&mut tx, sqlx::query("INSERT INTO kinds (id, parent) VALUES (1, 99)")).is_err());
    }

    async fn a_table_that_this_program_does_not_have_is_refused(scratch: Scratch) {
        let from = with_kinds(&scratch).await;
        let file = save(&from, &scratch.attachments()).await;
        let place = scratch.fresh().await;
        let folder = scratch.fresh_sqlite().folder();
        let refused = restore(Cursor::new(&file), place.address(), &folder).await.unwrap_err();
        assert!(matches!(&refused, Fault::Misfit { table } if table == "kinds"), "{refused}");
        if let store::Address::Sqlite(file) = place.address() {
            assert!(!file.exists());
        }
    }

    async fn a_backup_is_of_one_moment_while_others_write(scratch: Scratch) {
        let store = with_kinds(&scratch).await;
        let writer = {
            let store = store.clone();
            tokio::spawn(async move {
                for id in 0..200_i64 {
                    let mut tx = store.begin().await.unwrap();
                    const PAIR: &str = "INSERT INTO kinds (id) VALUES ($1), ($2)";
                    run!(&mut tx, sqlx::query(PAIR).bind(2 * id + 1).bind(2 * id + 2)).unwrap();
                    tx.commit().await.unwrap();
                }
            })
        };
        for _ in 0..5 {
            let file = save(&store, &scratch.attachments()).await;
            let manifest = verify(Cursor::new(&file)).unwrap();
            let kinds = manifest.tables.iter().find(|table| table.name == "kinds").unwrap();
            assert_eq!(kinds.rows % 2, 0);
        }
        writer.await.unwrap();
    }

    async fn a_place_that_is_not_empty_is_refused(scratch: Scratch) {
        let file = sample_backup(&scratch).await;
        let folder = scratch.fresh_sqlite().folder();
        let refused = restore(Cursor::new(&file), scratch.address(), &folder).await.unwrap_err();
        assert!(matches!(refused, Fault::NotEmpty { .. }), "{refused}");
        assert!(!folder.exists());
    }
}

const SQLITE: &str =
    "CREATE TABLE kinds (id INTEGER PRIMARY KEY, parent BIGINT REFERENCES kinds (id), name TEXT,
    score DOUBLE PRECISION, done BOOLEAN, day DATE, at TIMESTAMP, body BLOB)";
const POSTGRES: &str = "CREATE TABLE kinds (id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    parent BIGINT REFERENCES kinds (id), name TEXT, score DOUBLE PRECISION, done BOOLEAN, day DATE,
    at TIMESTAMPTZ, body BYTEA)";

/// A database with a table that has a column of every kind.
async fn with_kinds(scratch: &Scratch) -> Store {
    let store = scratch.store().await;
    let mut tx = store.begin().await.unwrap();
    let sql = if matches!(tx.link(), store::Link::Sqlite(_)) { SQLITE } else { POSTGRES };
    run!(&mut tx, sqlx::query(sql)).unwrap();
    tx.commit().await.unwrap();
    store
}

fn empty_row() -> [Value<'static>; 8] {
    [
        Value::Int(None),
        Value::Int(None),
        Value::Text(None),
        Value::Float(None),
        Value::Bool(None),
        Value::Date(None),
        Value::Instant(None),
        Value::Bytes(None),
    ]
}

async fn add_kinds(store: &Store, rows: impl Iterator<Item = [Value<'static>; 8]> + Send) {
    const SQL: &str = "INSERT INTO kinds (id, parent, name, score, done, day, at, body) VALUES {rows}";
    let mut tx = store.begin().await.unwrap();
    insert_many(&mut tx, SQL, rows).await.unwrap();
    tx.commit().await.unwrap();
}

async fn refusal(file: &[u8]) -> Fault {
    let scratch = Scratch::sqlite();
    let place = scratch.fresh_sqlite();
    let refused = restore(Cursor::new(file), place.address(), &place.folder()).await.unwrap_err();
    assert!(!place.folder().exists(), "something was written: {refused}");
    refused
}

#[tokio::test]
async fn a_backup_that_was_cut_off_anywhere_is_refused() {
    let file = sample_backup(&Scratch::sqlite()).await;
    for length in (0..file.len()).step_by(file.len() / 40).chain([1, 3, 4, 5, file.len() - 4, file.len() - 1])
    {
        let refused = refusal(&file[..length]).await;
        assert!(matches!(refused, Fault::Cut | Fault::NotABackup), "{length}: {refused}");
        assert!(length < 20 || matches!(refused, Fault::Cut), "{length}: {refused}");
    }
}

#[tokio::test]
async fn a_backup_with_any_byte_changed_is_refused() {
    let file = sample_backup(&Scratch::sqlite()).await;
    for place in (0..file.len()).step_by(3) {
        let mut changed = file.clone();
        changed[place] ^= 1 << (place % 8);
        let refused = verify(Cursor::new(&changed));
        assert!(refused.is_err(), "byte {place} of {} was changed unseen", file.len());
    }
}

#[tokio::test]
async fn bytes_after_the_end_are_refused() {
    let mut file = sample_backup(&Scratch::sqlite()).await;
    file.extend(b"and more");
    assert!(matches!(refusal(&file).await, Fault::Damaged { .. } | Fault::Cut));
}

#[tokio::test]
async fn another_file_is_no_backup() {
    let tar = |name: &str, text: &str| {
        let mut tar = tar::Builder::new(zstd::Encoder::new(Vec::new(), 1).unwrap());
        let mut header = tar::Header::new_gnu();
        header.set_size(text.len() as u64);
        tar.append_data(&mut header, name, text.as_bytes()).unwrap();
        tar.into_inner().unwrap().finish().unwrap()
    };
    let mut text = zstd::Encoder::new(Vec::new(), 1).unwrap();
    text.write_all(&[b'x'; 2000]).unwrap();
    for other in [
        b"PK\x03\x04 a workbook".to_vec(),
        tar("letter.txt", "hello"),
        tar("manifest.json", "{}"),
        text.finish().unwrap(),
    ] {
        assert!(matches!(refusal(&other).await, Fault::NotABackup));
    }
}

/// The sample's manifest, changed, in an archive whose own checksums are right.
async fn with_manifest(change: impl FnOnce(&mut Manifest)) -> Vec<u8> {
    let file = sample_backup(&Scratch::sqlite()).await;
    let mut manifest = verify(Cursor::new(&file)).unwrap();
    change(&mut manifest);
    let mut from = tar::Archive::new(zstd::Decoder::new(&file[..]).unwrap());
    let mut to = tar::Builder::new(zstd::Encoder::new(Vec::new(), 1).unwrap());
    for entry in from.entries().unwrap() {
        let entry = entry.unwrap();
        let mut header = entry.header().clone();
        let place = entry.path().unwrap().into_owned();
        if place.ends_with("manifest.json") {
            let text = serde_json::to_vec(&manifest).unwrap();
            header.set_size(text.len() as u64);
            to.append_data(&mut header, place, &text[..]).unwrap();
        } else {
            to.append_data(&mut header, place, entry).unwrap();
        }
    }
    to.into_inner().unwrap().finish().unwrap()
}

#[tokio::test]
async fn a_part_that_does_not_agree_with_the_manifest_is_named() {
    let rows = with_manifest(|manifest| manifest.tables[0].rows += 1).await;
    assert!(matches!(refusal(&rows).await, Fault::Damaged { part } if part == "tables/agency.jsonl"));
    let missing = with_manifest(|manifest| manifest.tables[0].name = "other".to_owned()).await;
    assert!(matches!(refusal(&missing).await, Fault::Damaged { part } if part == "tables/other.jsonl"));
    let unnamed = with_manifest(|manifest| manifest.attachments.clear()).await;
    assert!(matches!(refusal(&unnamed).await, Fault::Damaged { part } if part.starts_with("attachments/")));
}

#[tokio::test]
async fn a_backup_of_a_newer_program_is_refused() {
    let format = with_manifest(|manifest| manifest.format = 2).await;
    assert!(matches!(refusal(&format).await, Fault::Newer { what } if what == "format 2"));
    let newer = with_manifest(|manifest| {
        let mut later = manifest.migrations[0].clone();
        later.name = "9999_later".to_owned();
        manifest.migrations.push(later);
    });
    assert!(matches!(refusal(&newer.await).await, Fault::Newer { what } if what == "9999_later"));
}
