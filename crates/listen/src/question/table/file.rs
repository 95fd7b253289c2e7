//! Files of answers.

use std::collections::HashMap;

use store::{Ask, Error, on, run, select_among};

use crate::question::answer::File;
use crate::question::answer::Taken;

#[derive(sqlx::FromRow)]
struct Row {
    place: i64,
    step: i64,
    name: String,
    media: String,
    bytes: i64,
    is_public: bool,
    digest: String,
}

impl From<Row> for File {
    fn from(row: Row) -> Self {
        let Row { place, step, name, media, bytes, is_public, digest } = row;
        Self { place, step, name, media, bytes, is_public, digest }
    }
}

/// The files of a question, in their order.
pub(in crate::question) async fn of(at: &mut impl Ask, question: i64) -> Result<Vec<File>, Error> {
    const SQL: &str = "
        SELECT place, step, name, media, bytes, is_public, digest FROM question_file
        WHERE question = $1 ORDER BY place";
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(question).fetch_all(c).await)?;
    Ok(rows.into_iter().map(File::from).collect())
}

/// The files of questions that anyone may have, by question, in their order.
pub(in crate::question) async fn public_of(
    at: &mut impl Ask,
    questions: &[i64],
) -> Result<HashMap<i64, Vec<File>>, Error> {
    #[derive(sqlx::FromRow)]
    struct OfQuestion {
        question: i64,
        #[sqlx(flatten)]
        file: Row,
    }
    const SQL: &str = "
        SELECT question, place, step, name, media, bytes, is_public, digest FROM question_file
        WHERE question {among} AND is_public ORDER BY question, place";
    let mut files: HashMap<i64, Vec<File>> = HashMap::new();
    for row in select_among::<OfQuestion>(at, SQL, questions).await? {
        files.entry(row.question).or_default().push(row.file.into());
    }
    Ok(files)
}

/// Keeps files with an answer, behind those that the question has.
pub(in crate::question) async fn insert(
    at: &mut impl Ask,
    (question, step): (i64, i64),
    files: &[Taken],
) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO question_file (question, step, place, name, media, bytes, mark, digest, is_public)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let last = of(at, question).await?.last().map_or(0, |file| file.place);
    for (place, file) in (last + 1..).zip(files) {
        run!(
            at,
            sqlx::query(SQL)
                .bind(question)
                .bind(step)
                .bind(place)
                .bind(&file.name)
                .bind(file.media)
                .bind(file.bytes)
                .bind(&file.mark)
                .bind(&file.digest)
                .bind(false)
        )?;
    }
    Ok(())
}

/// Makes one public, or public no more.
pub(in crate::question) async fn show(
    at: &mut impl Ask,
    (question, place): (i64, i64),
    is_public: bool,
) -> Result<(), Error> {
    const SQL: &str = "UPDATE question_file SET is_public = $3 WHERE question = $1 AND place = $2";
    run!(at, sqlx::query(SQL).bind(question).bind(place).bind(is_public))?;
    Ok(())
}

pub(in crate::question) async fn remove(
    at: &mut impl Ask,
    (question, place): (i64, i64),
) -> Result<(), Error> {
    const SQL: &str = "DELETE FROM question_file WHERE question = $1 AND place = $2";
    run!(at, sqlx::query(SQL).bind(question).bind(place))?;
    Ok(())
}
