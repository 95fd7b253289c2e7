//! Every statement that names `disclosure_posting`, `disclosure_showing`, `disclosure_evidence` or `disclosure_replaced`.

use std::collections::HashMap;

use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use plan::evidence::Kept;
use store::{Ask, Error, on, run};

use crate::disclosure::{Check, Place, Posting, Proof, Showing, Struck};

#[derive(sqlx::FromRow)]
struct PostingRow {
    id: i64,
    event: i64,
    duty: String,
    first: jiff_sqlx::Date,
    spot: String,
    form: String,
    recorded_by: String,
    recorded_on: jiff_sqlx::Date,
    struck_on: Option<jiff_sqlx::Date>,
    struck_by: Option<String>,
    struck_why: Option<String>,
}

#[derive(sqlx::FromRow)]
struct ShowingRow {
    posting: i64,
    place: String,
    last: Option<jiff_sqlx::Date>,
    gone_on: Option<jiff_sqlx::Date>,
    unproven: Option<String>,
}

#[derive(sqlx::FromRow)]
struct EvidenceRow {
    id: i64,
    posting: i64,
    place: Option<String>,
    #[sqlx(flatten)]
    kept: Kept,
}

/// Every posting with its places and what shows it, oldest first; those struck out too; of every duty, or one.
pub(in crate::disclosure) async fn postings(
    at: &mut impl Ask,
    duty: Option<&str>,
) -> Result<Vec<Posting>, Error> {
    const SQL: &str = "
        SELECT id, event, duty, first, spot, form, recorded_by, recorded_on, struck_on, struck_by, struck_why
        FROM disclosure_posting WHERE $1 = '' OR duty = $1 ORDER BY first, id";
    const PLACES: &str = "
        SELECT posting, place, last, gone_on, unproven FROM disclosure_showing
        WHERE $1 = '' OR posting IN (SELECT id FROM disclosure_posting WHERE duty = $1)
        ORDER BY posting, place";
    const PIECES: &str = "
        SELECT id, posting, place, kind, name, url, digest, media, bytes, scan, unfit FROM disclosure_evidence
        WHERE $1 = '' OR posting IN (SELECT id FROM disclosure_posting WHERE duty = $1)
        ORDER BY id";
    const REPLACED: &str = "SELECT posting, event FROM disclosure_replaced ORDER BY posting, event";
    let duty = duty.unwrap_or_default();
    let rows: Vec<PostingRow> = on!(at, c => sqlx::query_as(SQL).bind(duty).fetch_all(c).await)?;
    let places: Vec<ShowingRow> = on!(at, c => sqlx::query_as(PLACES).bind(duty).fetch_all(c).await)?;
    let pieces: Vec<EvidenceRow> = on!(at, c => sqlx::query_as(PIECES).bind(duty).fetch_all(c).await)?;
    let taken: Vec<(i64, i64)> = on!(at, c => sqlx::query_as(REPLACED).fetch_all(c).await)?;
    let mut replaces: HashMap<i64, Vec<i64>> = HashMap::new();
    for (posting, event) in taken {
        replaces.entry(posting).or_default().push(event);
    }
    let mut showings: HashMap<i64, Vec<Showing>> = HashMap::new();
    for row in places {
        let Some(place) = Place::read(&row.place) else { continue };
        let (last, gone_on) =
            (row.last.map(jiff_sqlx::Date::to_jiff), row.gone_on.map(jiff_sqlx::Date::to_jiff));
        let unproven = row.unproven.unwrap_or_default();
        showings.entry(row.posting).or_default().push(Showing { place, last, gone_on, unproven });
    }
    let mut evidence: HashMap<i64, Vec<Proof>> = HashMap::new();
    for row in pieces {
        let Some(piece) = row.kept.read() else { continue };
        let place = row.place.as_deref().and_then(Place::read);
        evidence.entry(row.posting).or_default().push(Proof { id: row.id, place, piece });
    }
    let posting = |row: PostingRow| Posting {
        showings: showings.remove(&row.id).unwrap_or_default(),
        evidence: evidence.remove(&row.id).unwrap_or_default(),
        replaces: replaces.remove(&row.id).unwrap_or_default(),
        struck: row.struck_on.map(|on| Struck {
            on: on.to_jiff(),
            by: row.struck_by.unwrap_or_default(),
            why: row.struck_why.unwrap_or_default(),
        }),
        first: row.first.to_jiff(),
        recorded_on: row.recorded_on.to_jiff(),
        id: row.id,
        event: row.event,
        duty: row.duty,
        spot: row.spot,
        form: row.form,
        recorded_by: row.recorded_by,
    };
    Ok(rows.into_iter().map(posting).collect())
}

pub(in crate::disclosure) async fn insert_posting(
    at: &mut impl Ask,
    posting: &Posting,
) -> Result<i64, Error> {
    const SQL: &str = "
        INSERT INTO disclosure_posting (event, duty, first, spot, form, recorded_by, recorded_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        RETURNING id";
    const PLACE: &str =
        "INSERT INTO disclosure_showing (posting, place, last, unproven) VALUES ($1, $2, $3, $4)";
    const REPLACED: &str = "INSERT INTO disclosure_replaced (posting, event) VALUES ($1, $2)";
    let id: i64 = on!(at, c => sqlx::query_scalar(SQL)
        .bind(posting.event)
        .bind(&posting.duty)
        .bind(posting.first.to_sqlx())
        .bind(&posting.spot)
        .bind(&posting.form)
        .bind(&posting.recorded_by)
        .bind(posting.recorded_on.to_sqlx())
        .fetch_one(c)
        .await)?;
    for showing in &posting.showings {
        let last = showing.last.map(ToSqlx::to_sqlx);
        let place = showing.place.as_str();
        run!(at, sqlx::query(PLACE).bind(id).bind(place).bind(last).bind(&showing.unproven))?;
    }
    for proof in &posting.evidence {
        insert_proof(at, id, proof).await?;
    }
    for event in &posting.replaces {
        run!(at, sqlx::query(REPLACED).bind(id).bind(event))?;
    }
    Ok(id)
}

async fn insert_proof(at: &mut impl Ask, posting: i64, proof: &Proof) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO disclosure_evidence (posting, place, kind, name, url, digest, media, bytes, scan, unfit)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let kept = Kept::of(&proof.piece);
    run!(
        at,
        sqlx::query(SQL)
            .bind(posting)
            .bind(proof.place.map(Place::as_str))
            .bind(&kept.kind)
            .bind(&kept.name)
            .bind(&kept.url)
            .bind(&kept.digest)
            .bind(&kept.media)
            .bind(kept.bytes)
            .bind(&kept.scan)
            .bind(&kept.unfit)
    )?;
    Ok(())
}

pub(in crate::disclosure) async fn take_down(
    at: &mut impl Ask,
    posting: i64,
    place: Place,
    last: Date,
) -> Result<(), Error> {
    const SQL: &str = "UPDATE disclosure_showing SET last = $3 WHERE posting = $1 AND place = $2";
    run!(at, sqlx::query(SQL).bind(posting).bind(place.as_str()).bind(last.to_sqlx()))?;
    Ok(())
}

/// What hung at the place of a check when it was opened is gone since a day; what was posted since is not.
pub(in crate::disclosure) async fn gone(at: &mut impl Ask, check: &Check, on: Date) -> Result<(), Error> {
    const SQL: &str = "
        UPDATE disclosure_showing SET gone_on = $4
        WHERE place = $3 AND gone_on IS NULL AND posting <= $5
            AND posting IN (SELECT id FROM disclosure_posting WHERE event = $1 AND duty = $2)";
    let place = check.place.as_str();
    run!(
        at,
        sqlx::query(SQL)
            .bind(check.event)
            .bind(&check.duty)
            .bind(place)
            .bind(on.to_sqlx())
            .bind(check.posting.unwrap_or(i64::MAX))
    )?;
    Ok(())
}

/// Strikes out a posting; whether that had not been done before.
pub(in crate::disclosure) async fn strike(
    at: &mut impl Ask,
    id: i64,
    struck: &Struck,
) -> Result<bool, Error> {
    const SQL: &str = "
        UPDATE disclosure_posting SET struck_on = $2, struck_by = $3, struck_why = $4
        WHERE id = $1 AND struck_on IS NULL";
    let touched =
        run!(at, sqlx::query(SQL).bind(id).bind(struck.on.to_sqlx()).bind(&struck.by).bind(&struck.why))?;
    Ok(touched == 1)
}
