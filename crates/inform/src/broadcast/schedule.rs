//! Scheduling: a station chooses when it airs a bulletin that is not urgent.

use accounts::{Desk, Directory, Reach, Right, Role, Tx};
use jiff::civil::DateTime;

use super::bulletin::civil;
use super::clash::Beside;
use super::did::Did;
use super::read::{READ, whole};
use super::table::{self, logs};
use super::{Bulletin, Line, Priority, Refusal, State};

/// Who may choose.
pub const SCHEDULE: Right = Right {
    act: "broadcast.scheduled",
    held_by: &[(Role::Head, Reach::Own), (Role::Officer, Reach::Own), (Role::Communicator, Reach::Own)],
};

/// So many hours at most.
pub const SCHEDULE_MAX: usize = 60;

/// Puts these hours in place of those that the station chose before. Hours that have passed stay as they were.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn schedule(desk: &Desk, id: i64, station: &str, hours: &[DateTime]) -> Result<(), Refusal> {
    let mut tx = desk.begin().await?;
    tx.wait_turn("broadcast").await?;
    let (bulletin, line) = at_station(&mut tx, desk, id, station, &SCHEDULE).await?;
    if bulletin.state() == State::Withdrawn {
        return Err(Refusal::Withdrawn);
    }
    if bulletin.priority == Priority::Urgent {
        return Err(Refusal::Urgent);
    }
    let others = logs::planned_else(&mut tx, (id, station)).await?;
    let beside = Beside::load(&mut tx, bulletin.first, bulletin.last).await?;
    let is_urgent = |hour: DateTime| !beside.clashes(&bulletin, station, &[hour]).is_empty();
    let now = chosen(&bulletin, (&line.schedule, &others), is_urgent, hours, civil(desk.now))?;
    logs::plan(&mut tx, (id, station), &now).await?;
    tx.commit(Did::Scheduled { bulletin: &bulletin, station, before: &line.schedule, now: &now }).await?;
    Ok(())
}

/// The hours that the schedule holds from now on, in order; `others` are those of other bulletins there, `is_urgent` tells
/// whether an urgent one takes an hour.
fn chosen(
    bulletin: &Bulletin,
    (before, others): (&[DateTime], &[DateTime]),
    is_urgent: impl Fn(DateTime) -> bool,
    hours: &[DateTime],
    now: DateTime,
) -> Result<Vec<DateTime>, Refusal> {
    let mut all: Vec<DateTime> = before.iter().copied().filter(|hour| *hour <= now).collect();
    for hour in hours {
        if !(bulletin.first..=bulletin.last).contains(&hour.date()) {
            return Err(Refusal::OutOfDays(*hour));
        }
        if *hour <= now && !before.contains(hour) {
            return Err(Refusal::Passed(*hour));
        }
        if *hour > now && is_urgent(*hour) {
            return Err(Refusal::UrgentThere(*hour));
        }
        if others.contains(hour) && !before.contains(hour) {
            return Err(Refusal::Occupied(*hour));
        }
        all.push(*hour);
    }
    // Twice the same minute is one airing, and two were meant.
    if let Some(twice) = hours.iter().enumerate().find(|(at, hour)| hours[..*at].contains(hour)) {
        return Err(Refusal::HourTwice(*twice.1));
    }
    all.sort_unstable();
    all.dedup();
    if all.len() > SCHEDULE_MAX { Err(Refusal::TooMany) } else { Ok(all) }
}

/// A bulletin at a station, for a desk that may do this there.
pub(super) async fn at_station(
    tx: &mut Tx,
    desk: &Desk,
    id: i64,
    station: &str,
    right: &Right,
) -> Result<(Bulletin, Line), Refusal> {
    let directory = Directory::load(tx).await?;
    let found = table::find(tx, id).await?;
    let told = whole(tx, &directory, desk, found.into_iter().collect()).await?.pop();
    let near = desk.relation_by_heirs(&directory, station);
    let seen = told.as_ref().map(|told| {
        told.lines.iter().any(|line| READ.allows(desk.role, line.relation(&told.bulletin, desk)))
    });
    if READ.reach(desk.role).is_some() && seen != Some(true) && !READ.allows(desk.role, near) {
        return Err(Refusal::Missing);
    }
    desk.may(right, near)?;
    let told = told.ok_or(Refusal::Missing)?;
    let line = told.lines.into_iter().find(|line| line.station == station).ok_or(Refusal::NotSent)?;
    Ok((told.bulletin, line))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::bulletin::tests::{TODAY, draft};
    use super::*;

    #[test]
    fn hours_that_passed_stay_and_new_ones_lie_ahead_within_its_days() {
        let bulletin = draft().checked("f", TODAY).expect("a bulletin");
        let now = date(2025, 5, 22).at(9, 0, 0, 0);
        let (passed, ahead) = (date(2025, 5, 21).at(5, 0, 0, 0), date(2025, 5, 23).at(5, 0, 0, 0));
        let other = date(2025, 5, 23).at(17, 0, 0, 0);
        let urgent = date(2025, 5, 24).at(16, 0, 0, 0);
        let is_urgent = |hour| hour == urgent || hour == passed;
        let of = |hours: &[DateTime]| chosen(&bulletin, (&[passed, urgent], &[other]), is_urgent, hours, now);
        assert!(
            matches!(of(&[urgent]), Err(Refusal::UrgentThere(hour)) if hour == urgent),
            "it has to be moved"
        );
        assert_eq!(of(&[ahead]).expect("hours"), [passed, ahead]);
        assert!(matches!(of(&[ahead, ahead]), Err(Refusal::HourTwice(hour)) if hour == ahead));
        assert_eq!(of(&[passed]).expect("hours"), [passed]);
        assert!(matches!(of(&[date(2025, 5, 22).at(8, 0, 0, 0)]), Err(Refusal::Passed(_))));
        assert!(matches!(of(&[date(2025, 5, 27).at(5, 0, 0, 0)]), Err(Refusal::OutOfDays(_))));
        assert!(matches!(of(&[ahead, other]), Err(Refusal::Occupied(hour)) if hour == other));
        let many: Vec<DateTime> = (0..=59).map(|minute| date(2025, 5, 23).at(5, minute, 0, 0)).collect();
        assert!(matches!(of(&many), Err(Refusal::TooMany)));
    }
}
