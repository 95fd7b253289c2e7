//! Keeping what a station has: its sets and its slots.

use accounts::agency::{Agency, Kind};
use accounts::{Desk, Directory, Reach, Right, Role};

use super::did::Did;
use super::read::READ;
use super::table::stations;
use super::{Refusal, Station};

/// Who may say what a station has.
pub const KEEP: Right = Right {
    act: "broadcast.station_kept",
    held_by: &[
        (Role::Head, Reach::Own),
        (Role::Officer, Reach::Own),
        (Role::Communicator, Reach::Own),
        (Role::StandingBody, Reach::Any),
    ],
};

/// Keeps a station in place of what was known of it.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn keep(desk: &Desk, station: Station) -> Result<Station, Refusal> {
    let mut tx = desk.begin().await?;
    let directory = Directory::load(&mut tx).await?;
    let near = desk.relation_by_heirs(&directory, &station.agency);
    if READ.reach(desk.role).is_some() && !READ.allows(desk.role, near) {
        return Err(Refusal::Missing);
    }
    desk.may(&KEEP, near)?;
    let agency = directory.agency(&station.agency).ok_or(Refusal::Missing)?;
    if !may_have(agency) || !agency.in_force(desk.today) {
        return Err(Refusal::NoSuchStation);
    }
    let station = Station { kept_by: desk.who.clone(), kept_on: desk.today, ..station.checked()? };
    let before = stations::find(&mut tx, &station.agency).await?;
    stations::put(&mut tx, &station).await?;
    tx.commit(Did::Kept { before: before.as_ref(), now: &station }).await?;
    Ok(station)
}

/// Whether such an agency runs loudspeakers: communes, and stations of districts.
pub(super) fn may_have(agency: &Agency) -> bool {
    matches!(agency.kind, Kind::Commune | Kind::District | Kind::Press)
}
