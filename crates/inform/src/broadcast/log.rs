//! Logging what was aired, and striking out what was logged by mistake.

use accounts::{Desk, Directory, Right};

use super::Refusal;
use super::aired::{Aired, NewAired, Source};
use super::bulletin::civil;
use super::did::Did;
use super::read::READ;
use super::schedule::{SCHEDULE, at_station};
use super::table::{logs, stations};
use super::write::given;

/// Who may log: the station its own.
pub const LOG: Right = Right { act: "broadcast.logged", held_by: SCHEDULE.held_by };

/// Who may strike out a line of the log.
pub const STRIKE: Right = Right { act: "broadcast.struck", held_by: SCHEDULE.held_by };

/// Logs that something was aired; the same line twice is one.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn log(desk: &Desk, new: &NewAired) -> Result<Aired, Refusal> {
    match try_log(desk, new).await {
        Err(Refusal::Store(store::Error::Duplicate(_))) => try_log(desk, new).await,
        other => other,
    }
}

async fn try_log(desk: &Desk, new: &NewAired) -> Result<Aired, Refusal> {
    let mut tx = desk.begin().await?;
    let found = match new.bulletin {
        Some(id) => Some(at_station(&mut tx, desk, id, &new.station, &LOG).await?),
        None => {
            let directory = Directory::load(&mut tx).await?;
            let near = desk.relation_by_heirs(&directory, &new.station);
            if READ.reach(desk.role).is_some() && !READ.allows(desk.role, near) {
                return Err(Refusal::Missing);
            }
            desk.may(&LOG, near)?;
            stations::find(&mut tx, &new.station).await?.ok_or(Refusal::Missing)?;
            None
        }
    };
    let of = found.as_ref().map(|(bulletin, line)| (bulletin, line.sent));
    let title = new.checked(of, civil(desk.now))?;
    let mut aired = aired(desk, new, title, Source::Hand);
    let day = aired.at.date();
    let there = logs::of_station(&mut tx, &aired.station, day, day).await?;
    if let Some(other) = there.into_iter().find(|other| other.at == aired.at) {
        return if other.is_same(&aired) { Ok(other) } else { Err(Refusal::Taken(aired.at)) };
    }
    aired.id = logs::insert(&mut tx, &aired).await?;
    tx.commit(Did::Logged(&aired)).await?;
    Ok(aired)
}

/// A line of the log, not kept yet.
pub(super) fn aired(desk: &Desk, new: &NewAired, title: String, source: Source) -> Aired {
    Aired {
        id: 0,
        station: new.station.clone(),
        bulletin: new.bulletin,
        title,
        at: new.at,
        seconds: new.seconds,
        source,
        logged_by: desk.who.clone(),
        logged_on: desk.today,
    }
}

/// Strikes out a line that was logged by mistake, with a reason; it stays in the audit trail.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn strike(desk: &Desk, id: i64, reason: &str) -> Result<(), Refusal> {
    let mut tx = desk.begin().await?;
    let directory = Directory::load(&mut tx).await?;
    let found = logs::find(&mut tx, id).await?;
    let near = found
        .as_ref()
        .map_or(accounts::Relation::Other, |it| desk.relation_by_heirs(&directory, &it.station));
    if READ.reach(desk.role).is_some() && !READ.allows(desk.role, near) {
        return Err(Refusal::Missing);
    }
    desk.may(&STRIKE, near)?;
    let aired = found.ok_or(Refusal::Missing)?;
    let reason = given(reason)?;
    logs::strike(&mut tx, desk, id, &reason).await?;
    tx.commit(Did::Struck { aired: &aired, reason: &reason }).await?;
    Ok(())
}
