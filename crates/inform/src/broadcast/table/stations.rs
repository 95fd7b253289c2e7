//! Stations with their sets and slots, and which bulletins were sent to them.

use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

use super::{hour, minutes};
use crate::broadcast::{Days, Rig, Set, Slot, Station};

#[derive(sqlx::FromRow)]
struct Row {
    agency: String,
    kept_by: String,
    kept_on: jiff_sqlx::Date,
}

#[derive(sqlx::FromRow)]
struct SetRow {
    station: String,
    spot: String,
    kind: String,
    horns: i64,
    works: bool,
}

#[derive(sqlx::FromRow)]
struct SlotRow {
    station: String,
    begins: i64,
    minutes: i64,
    days: i64,
    name: String,
}

/// A bulletin at a station.
#[derive(sqlx::FromRow)]
struct SendingRow {
    bulletin: i64,
    station: String,
    sent_at: jiff_sqlx::Timestamp,
}

/// Every station, by code.
pub(in crate::broadcast) async fn all(at: &mut impl Ask) -> Result<Vec<Station>, Error> {
    const SQL: &str = "SELECT agency, kept_by, kept_on FROM broadcast_station ORDER BY agency";
    const SETS: &str = "SELECT station, spot, kind, horns, works FROM broadcast_set ORDER BY station, place";
    const SLOTS: &str =
        "SELECT station, begins, minutes, days, name FROM broadcast_slot ORDER BY station, place";
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    let sets: Vec<SetRow> = on!(at, c => sqlx::query_as(SETS).fetch_all(c).await)?;
    let slots: Vec<SlotRow> = on!(at, c => sqlx::query_as(SLOTS).fetch_all(c).await)?;
    let station = |row: Row| Station {
        sets: sets.iter().filter(|set| set.station == row.agency).filter_map(SetRow::read).collect(),
        slots: slots.iter().filter(|slot| slot.station == row.agency).filter_map(SlotRow::read).collect(),
        kept_on: row.kept_on.to_jiff(),
        kept_by: row.kept_by,
        agency: row.agency,
    };
    Ok(rows.into_iter().map(station).collect())
}

pub(in crate::broadcast) async fn find(at: &mut impl Ask, code: &str) -> Result<Option<Station>, Error> {
    Ok(all(at).await?.into_iter().find(|station| station.agency == code))
}

impl SetRow {
    fn read(&self) -> Option<Set> {
        let rig = Rig::read(&self.kind)?;
        Some(Set { spot: self.spot.clone(), rig, horns: self.horns, works: self.works })
    }
}

impl SlotRow {
    fn read(&self) -> Option<Slot> {
        let (begins, days) = (hour(self.begins)?, Days::of_bits(self.days));
        Some(Slot { begins, minutes: self.minutes, days, name: self.name.clone() })
    }
}

/// Puts a station in place of what it was, if anything.
pub(in crate::broadcast) async fn put(at: &mut impl Ask, station: &Station) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO broadcast_station (agency, kept_by, kept_on) VALUES ($1, $2, $3)
        ON CONFLICT (agency) DO UPDATE SET kept_by = excluded.kept_by, kept_on = excluded.kept_on";
    const FORGET_SETS: &str = "DELETE FROM broadcast_set WHERE station = $1";
    const FORGET_SLOTS: &str = "DELETE FROM broadcast_slot WHERE station = $1";
    const SET: &str = "
        INSERT INTO broadcast_set (station, place, spot, kind, horns, works) VALUES ($1, $2, $3, $4, $5, $6)";
    const SLOT: &str = "
        INSERT INTO broadcast_slot (station, place, begins, minutes, days, name) VALUES ($1, $2, $3, $4, $5, $6)";
    let code = station.agency.as_str();
    run!(at, sqlx::query(SQL).bind(code).bind(&station.kept_by).bind(station.kept_on.to_sqlx()))?;
    run!(at, sqlx::query(FORGET_SETS).bind(code))?;
    run!(at, sqlx::query(FORGET_SLOTS).bind(code))?;
    for (place, set) in (0_i64..).zip(&station.sets) {
        let (rig, horns) = (set.rig.as_str(), set.horns);
        run!(
            at,
            sqlx::query(SET).bind(code).bind(place).bind(&set.spot).bind(rig).bind(horns).bind(set.works)
        )?;
    }
    for (place, slot) in (0_i64..).zip(&station.slots) {
        let (begins, days) = (minutes(slot.begins), slot.days.bits());
        run!(
            at,
            sqlx::query(SLOT)
                .bind(code)
                .bind(place)
                .bind(begins)
                .bind(slot.minutes)
                .bind(days)
                .bind(&slot.name)
        )?;
    }
    Ok(())
}

/// Which stations have the bulletins of these numbers: bulletin, station, when it came there.
pub(in crate::broadcast) async fn sendings(
    at: &mut impl Ask,
    (low, high): (i64, i64),
) -> Result<Vec<(i64, String, Timestamp)>, Error> {
    const SQL: &str = "
        SELECT bulletin, station, sent_at FROM broadcast_sending WHERE bulletin >= $1 AND bulletin <= $2
        ORDER BY bulletin, station";
    let rows: Vec<SendingRow> = on!(at, c => sqlx::query_as(SQL).bind(low).bind(high).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|row| (row.bulletin, row.station, row.sent_at.to_jiff())).collect())
}

/// Which bulletins a station has: each with when it came there.
pub(in crate::broadcast) async fn sent_to(
    at: &mut impl Ask,
    station: &str,
) -> Result<Vec<(i64, Timestamp)>, Error> {
    const SQL: &str = "SELECT bulletin, station, sent_at FROM broadcast_sending WHERE station = $1";
    let rows: Vec<SendingRow> = on!(at, c => sqlx::query_as(SQL).bind(station).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|row| (row.bulletin, row.sent_at.to_jiff())).collect())
}

pub(in crate::broadcast) async fn insert_sending(
    at: &mut impl Ask,
    bulletin: i64,
    station: &str,
    now: Timestamp,
) -> Result<(), Error> {
    const SQL: &str = "INSERT INTO broadcast_sending (bulletin, station, sent_at) VALUES ($1, $2, $3)";
    run!(at, sqlx::query(SQL).bind(bulletin).bind(station).bind(now.to_sqlx()))?;
    Ok(())
}
