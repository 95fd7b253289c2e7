//! Every statement that names the tables of questions; the folder holds those that list and count.

pub(super) mod file;
pub(super) mod letter;
pub(super) mod list;
pub(super) mod step;

use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use places::name::fold;
use store::{Ask, Error, on, run};

use super::contact::{Sealed, Way};
use super::{Given, Held, Kind, Picture, Question, State};

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: i64,
    code: String,
    kind: String,
    place: Option<String>,
    commune: Option<String>,
    topic: Option<String>,
    agency: Option<String>,
    words: String,
    form: String,
    received_on: jiff_sqlx::Date,
    due: jiff_sqlx::Date,
    counted_from: jiff_sqlx::Date,
    extended: i64,
    state: String,
    settled_on: Option<jiff_sqlx::Date>,
    late: Option<i64>,
    given: Option<String>,
    ground: Option<String>,
    reopened: i64,
    main: Option<i64>,
    about: Option<i64>,
    rating: Option<i64>,
    consent: bool,
    picture: Option<String>,
    media: Option<String>,
}

impl Row {
    /// What was written through [`insert`] reads back; a row that does not is left out.
    pub(super) fn read(self) -> Option<Question> {
        Some(Question {
            kind: Kind::read(&self.kind)?,
            state: State::read(&self.state)?,
            picture: self.picture.zip(self.media).map(|(digest, media)| Picture { digest, media }),
            received_on: self.received_on.to_jiff(),
            due: self.due.to_jiff(),
            counted_from: self.counted_from.to_jiff(),
            settled_on: self.settled_on.map(jiff_sqlx::Date::to_jiff),
            id: self.id,
            code: self.code,
            place: self.place,
            commune: self.commune,
            topic: self.topic,
            agency: self.agency,
            words: self.words,
            form: self.form,
            extended: self.extended,
            late: self.late,
            given: self.given.as_deref().and_then(Given::read),
            ground: self.ground,
            reopened: self.reopened,
            main: self.main,
            about: self.about,
            rating: self.rating,
            consent: self.consent,
        })
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, code, kind, place, commune, topic, agency, words, form, received_on, due, counted_from, extended, state, ",
            "settled_on, late, given, ground, reopened, main, about, rating, consent, picture, media FROM question ",
            $rest
        )
    };
}
pub(super) use select;

pub(super) async fn find(at: &mut impl Ask, id: i64) -> Result<Option<Question>, Error> {
    const SQL: &str = select!("WHERE id = $1");
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(id).fetch_optional(c).await)?;
    Ok(row.and_then(Row::read))
}

/// Other questions of its kind and of its place, agency or topic, open or settled since a day.
pub(super) async fn beside(
    at: &mut impl Ask,
    question: &Question,
    since: Date,
) -> Result<Vec<Question>, Error> {
    const SQL: &str = select!(
        "WHERE id <> $1 AND kind = $2 AND (place = $3 OR agency = $4 OR topic = $5 OR commune = $7)
            AND state IN ('open', 'answered') AND (settled_on IS NULL OR settled_on >= $6)"
    );
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL)
        .bind(question.id)
        .bind(question.kind.as_str())
        .bind(&question.place)
        .bind(&question.agency)
        .bind(&question.topic)
        .bind(since.to_sqlx())
        .bind(&question.commune)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().filter_map(Row::read).collect())
}

pub(super) async fn of_code(at: &mut impl Ask, code: &str) -> Result<Option<Question>, Error> {
    const SQL: &str = select!("WHERE code = $1");
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(code).fetch_optional(c).await)?;
    Ok(row.and_then(Row::read))
}

pub(super) async fn of_form(at: &mut impl Ask, form: &str) -> Result<Option<Question>, Error> {
    const SQL: &str = select!("WHERE form = $1");
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(form).fetch_optional(c).await)?;
    Ok(row.and_then(Row::read))
}

/// The questions whose answer is this one's.
pub(super) async fn folded_into(at: &mut impl Ask, main: i64) -> Result<Vec<Question>, Error> {
    const SQL: &str = select!("WHERE main = $1 ORDER BY id");
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(main).fetch_all(c).await)?;
    Ok(rows.into_iter().filter_map(Row::read).collect())
}

/// The request that waits and asks, by code and secret of a question, that its words go.
pub(super) async fn request(at: &mut impl Ask, about: i64) -> Result<Option<Question>, Error> {
    const SQL: &str = select!("WHERE about = $1 AND state = 'open' ORDER BY id LIMIT 1");
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(about).fetch_optional(c).await)?;
    Ok(row.and_then(Row::read))
}

/// SHA-256 of the secret that goes with a code.
pub(super) async fn secret_of(at: &mut impl Ask, id: i64) -> Result<Option<String>, Error> {
    const SQL: &str = "SELECT secret FROM question WHERE id = $1";
    on!(at, c => sqlx::query_scalar(SQL).bind(id).fetch_optional(c).await)
}

pub(super) async fn insert(at: &mut impl Ask, question: &Question, secret: &str) -> Result<i64, Error> {
    const SQL: &str = "
        INSERT INTO question (code, secret, kind, place, agency, words, fold, form, received_on, due, counted_from,
            extended, state, reopened, consent, picture, media, topic, commune, about)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
        RETURNING id";
    let picture = question.picture.as_ref();
    on!(at, c => sqlx::query_scalar(SQL)
        .bind(&question.code)
        .bind(secret)
        .bind(question.kind.as_str())
        .bind(&question.place)
        .bind(&question.agency)
        .bind(&question.words)
        .bind(fold(&question.words))
        .bind(&question.form)
        .bind(question.received_on.to_sqlx())
        .bind(question.due.to_sqlx())
        .bind(question.counted_from.to_sqlx())
        .bind(question.extended)
        .bind(question.state.as_str())
        .bind(question.reopened)
        .bind(question.consent)
        .bind(picture.map(|picture| &picture.digest))
        .bind(picture.map(|picture| &picture.media))
        .bind(&question.topic)
        .bind(&question.commune)
        .bind(question.about)
        .fetch_one(c)
        .await)
}

/// Keeps what may change of a question; whether it still stood as it was read.
pub(super) async fn update(at: &mut impl Ask, before: &Question, now: &Question) -> Result<bool, Error> {
    const SQL: &str = "
        UPDATE question SET agency = $2, due = $3, counted_from = $4, extended = $5, state = $6, settled_on = $7,
            late = $8, reopened = $9, main = $10, rating = $11, consent = $12, picture = $13, media = $14,
            given = $19, ground = $20
        WHERE id = $1 AND state = $15 AND extended = $16 AND reopened = $17 AND due = $18";
    let picture = now.picture.as_ref();
    let touched = run!(
        at,
        sqlx::query(SQL)
            .bind(now.id)
            .bind(&now.agency)
            .bind(now.due.to_sqlx())
            .bind(now.counted_from.to_sqlx())
            .bind(now.extended)
            .bind(now.state.as_str())
            .bind(now.settled_on.map(ToSqlx::to_sqlx))
            .bind(now.late)
            .bind(now.reopened)
            .bind(now.main)
            .bind(now.rating)
            .bind(now.consent)
            .bind(picture.map(|picture| &picture.digest))
            .bind(picture.map(|picture| &picture.media))
            .bind(before.state.as_str())
            .bind(before.extended)
            .bind(before.reopened)
            .bind(before.due.to_sqlx())
            .bind(now.given.map(Given::as_str))
            .bind(&now.ground)
    )?;
    Ok(touched == 1)
}

pub(super) async fn keep_contact(at: &mut impl Ask, question: i64, kept: &Sealed) -> Result<(), Error> {
    const SQL: &str = "INSERT INTO question_contact (question, way, sealed) VALUES ($1, $2, $3)";
    run!(at, sqlx::query(SQL).bind(question).bind(kept.way.as_str()).bind(&kept.sealed))?;
    Ok(())
}

pub(super) async fn contact(at: &mut impl Ask, question: i64) -> Result<Option<Sealed>, Error> {
    const SQL: &str = "SELECT way, sealed FROM question_contact WHERE question = $1";
    let row: Option<(String, Vec<u8>)> =
        on!(at, c => sqlx::query_as(SQL).bind(question).fetch_optional(c).await)?;
    Ok(row.and_then(|(way, sealed)| Some(Sealed { way: Way::read(&way)?, sealed })))
}

pub(super) async fn forget_contact(at: &mut impl Ask, question: i64) -> Result<bool, Error> {
    const SQL: &str = "DELETE FROM question_contact WHERE question = $1";
    Ok(run!(at, sqlx::query(SQL).bind(question))? == 1)
}

/// Questions settled up to a day, or waiting since another, of which a contact, a picture or a file that is not public is still kept.
pub(super) async fn to_purge(
    at: &mut impl Ask,
    settled: Date,
    waiting: Date,
) -> Result<Vec<Question>, Error> {
    const SQL: &str = select!(
        "WHERE ((settled_on <= $1 AND state <> 'open') OR (settled_on IS NULL AND counted_from <= $2))
            AND (picture IS NOT NULL OR id IN (SELECT question FROM question_contact)
                OR id IN (SELECT question FROM question_file WHERE NOT is_public)) ORDER BY id"
    );
    let rows: Vec<Row> =
        on!(at, c => sqlx::query_as(SQL).bind(settled.to_sqlx()).bind(waiting.to_sqlx()).fetch_all(c).await)?;
    Ok(rows.into_iter().filter_map(Row::read).collect())
}

/// Takes away what an asker wrote.
pub(super) async fn blank(at: &mut impl Ask, id: i64) -> Result<(), Error> {
    const WORDS: &str = "UPDATE question SET words = '', fold = '' WHERE id = $1";
    const STEPS: &str =
        "UPDATE question_step SET words = '' WHERE question = $1 AND what IN ('reopened', 'added')";
    run!(at, sqlx::query(WORDS).bind(id))?;
    run!(at, sqlx::query(STEPS).bind(id))?;
    Ok(())
}

/// How many contacts, pictures and files there are.
pub(super) async fn held(at: &mut impl Ask) -> Result<Held, Error> {
    const SQL: &str = "
        SELECT (SELECT count(*) FROM question_contact), (SELECT count(*) FROM question WHERE picture IS NOT NULL),
            (SELECT count(*) FROM question_file)";
    let (contacts, pictures, files): (i64, i64, i64) = on!(at, c => sqlx::query_as(SQL).fetch_one(c).await)?;
    Ok(Held { contacts, pictures, files })
}
