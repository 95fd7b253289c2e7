//! Filling the calendar: what it does not know yet of the years from 2021 to the next.

use accounts::{Desk, Relation, Right};

use super::edit::Refusal;
use super::{decided, par, statutory, table};
use crate::did::Did;

/// Who may fill the calendar: nobody at a post; the program does it by itself.
pub const SEED: Right = Right { act: "calendar.seeded", held_by: &[] };

/// The first year that the calendar holds: that of Plan 193/KH-UBND.
const FIRST: i16 = 2021;
/// The last year whose decisions come with the program.
const LAST: i16 = 2027;

/// Adds the periods of the PAR calendar and the holidays of the years from 2021 to the one after the desk's
/// day, at least to 2027. What is there stays as it is, also a year from which a day was removed.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn seed(desk: &Desk) -> Result<(), Refusal> {
    desk.may(&SEED, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let known: Vec<i16> = table::holidays(&mut tx).await?.iter().map(|holiday| holiday.day.year()).collect();
    let (mut periods, mut holidays) = (0, 0);
    for year in FIRST..=LAST.max(desk.today.year() + 1) {
        periods += table::add_periods(&mut tx, par::NAME, &par::of_year(year)).await?;
        if known.contains(&year) {
            continue;
        }
        holidays += table::add_holidays(&mut tx, &statutory::of_year(year)).await?;
        if let Some(decision) = decided::decision(year) {
            table::put_year(&mut tx, year, &decision).await?;
        }
    }
    if periods + holidays > 0 {
        tx.commit(Did::CalendarSeeded { periods, holidays }).await?;
    }
    Ok(())
}
