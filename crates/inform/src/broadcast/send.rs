//! Sending a bulletin to stations, as the province's source system does.

use accounts::{Desk, Directory, Relation, Right};

use super::did::Did;
use super::table::{self, logs, stations};
use super::write::{WRITE, given, open};
use super::{Bulletin, Priority, Refusal};

/// Who may send one.
pub const SEND: Right = Right { act: "broadcast.sent", held_by: WRITE.held_by };

/// Sends a bulletin to stations that do not have it yet. `decided` says why a text that is flagged is sent all the same;
/// without it, such a text stays where it is. An urgent bulletin brings its hour with it. `version` is the one that was
/// read: nobody sends words that they have not seen.
///
/// # Errors
/// [`Refusal`], with nothing sent.
pub async fn send(
    desk: &Desk,
    id: i64,
    version: i64,
    to: &[String],
    decided: Option<&str>,
) -> Result<Bulletin, Refusal> {
    desk.may(&SEND, Relation::Other)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("broadcast").await?;
    let mut bulletin = open(&mut tx, desk, id, &SEND).await?;
    if bulletin.version != version {
        return Err(Refusal::Changed);
    }
    if bulletin.last < desk.today {
        return Err(Refusal::Days);
    }
    let flags = bulletin.flags();
    match decided.filter(|words| !words.trim().is_empty()) {
        Some(words) if !flags.is_empty() => bulletin.decided = Some(given(words)?),
        None if !flags.is_empty() && bulletin.decided.is_none() => return Err(Refusal::Flagged(flags)),
        _ => {}
    }
    let directory = Directory::load(&mut tx).await?;
    let (known, has) = (stations::all(&mut tx).await?, stations::sendings(&mut tx, (id, id)).await?);
    let takes = |code: &&String| {
        let in_force = directory.agency(code).is_some_and(|agency| agency.in_force(desk.today));
        in_force
            && known.iter().any(|it| it.agency == **code)
            && !has.iter().any(|(_, there, _)| there == *code)
    };
    let mut new: Vec<&String> = to.iter().filter(takes).collect();
    new.sort_unstable();
    new.dedup();
    if new.is_empty() {
        return Err(Refusal::NoStation);
    }
    bulletin.sent_at = bulletin.sent_at.or(Some(desk.now));
    table::mark_sent(&mut tx, &bulletin).await?;
    for station in &new {
        stations::insert_sending(&mut tx, id, station, desk.now).await?;
        if let (Priority::Urgent, Some(hour)) = (bulletin.priority, bulletin.at) {
            logs::plan(&mut tx, (id, station), &[bulletin.first.to_datetime(hour)]).await?;
        }
    }
    tx.commit(Did::Sent {
        bulletin: &bulletin,
        to: &new,
        flagged: flags.into_iter().map(|(_, words)| words).collect(),
    })
    .await?;
    Ok(bulletin)
}
