//! Every statement that names the table `evidence`.

use accounts::Desk;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

use super::{Evidence, Kept, Piece, What, joining};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    report: i64,
    place: i64,
    #[sqlx(flatten)]
    kept: Kept,
    added_at: jiff_sqlx::Timestamp,
}

impl Row {
    /// What was written through [`join`] reads back; a row that does not is left out.
    fn read(self) -> Option<Evidence> {
        let (piece, added_at) = (self.kept.read()?, self.added_at.to_jiff());
        Some(Evidence { id: self.id, report: self.report, place: self.place, piece, added_at })
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, report, place, kind, name, url, digest, media, bytes, scan, unfit, added_at FROM evidence ",
            $rest
        )
    };
}

/// The evidence of these reports, report by report in its order.
pub(crate) async fn of(at: &mut impl Ask, reports: &[i64]) -> Result<Vec<Evidence>, Error> {
    const SQL: &str = select!("WHERE report = $1 ORDER BY place");
    let mut found = Vec::new();
    for report in reports {
        let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(report).fetch_all(c).await)?;
        found.extend(rows.into_iter().filter_map(Row::read));
    }
    found.dedup_by_key(|piece| piece.id);
    Ok(found)
}

pub(super) async fn find(at: &mut impl Ask, id: i64) -> Result<Option<Evidence>, Error> {
    const SQL: &str = select!("WHERE id = $1");
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(id).fetch_optional(c).await)?;
    Ok(row.and_then(Row::read))
}

pub(crate) async fn remove(at: &mut impl Ask, id: i64) -> Result<(), Error> {
    const SQL: &str = "DELETE FROM evidence WHERE id = $1";
    run!(at, sqlx::query(SQL).bind(id))?;
    Ok(())
}

/// Lets the new pieces join those that a report has, within the limits, and says how many did. One that came at
/// last takes the place of the note that it had not.
pub(crate) async fn join(
    at: &mut impl Ask,
    desk: &Desk,
    report: i64,
    there: &[Evidence],
    new: &[Piece],
) -> Result<usize, Error> {
    let came = |note: &Evidence| {
        let name = &note.piece.name;
        matches!(note.piece.what, What::Missing(_))
            && new.iter().any(|piece| piece.name == *name && !matches!(piece.what, What::Missing(_)))
    };
    for note in there.iter().filter(|note| came(note)) {
        remove(at, note.id).await?;
    }
    let stays: Vec<Piece> = there.iter().filter(|e| !came(e)).map(|e| e.piece.clone()).collect();
    let joining = joining(&stays, new);
    let last = there.iter().map(|piece| piece.place).max().unwrap_or(0);
    for (place, piece) in (last + 1..).zip(&joining) {
        insert(at, desk, report, place, piece).await?;
    }
    Ok(joining.len())
}

async fn insert(at: &mut impl Ask, desk: &Desk, report: i64, place: i64, piece: &Piece) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO evidence (report, place, kind, name, url, digest, media, bytes, scan, unfit, added_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let kept = Kept::of(piece);
    run!(
        at,
        sqlx::query(SQL)
            .bind(report)
            .bind(place)
            .bind(&kept.kind)
            .bind(&kept.name)
            .bind(&kept.url)
            .bind(&kept.digest)
            .bind(&kept.media)
            .bind(kept.bytes)
            .bind(&kept.scan)
            .bind(&kept.unfit)
            .bind(desk.now.to_sqlx())
    )?;
    Ok(())
}
