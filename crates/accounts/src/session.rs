//! A session: a person signed in, at one of the posts that they hold today.
//!
//! The cookie carries a token, the database its digest. A session ends by itself when it is idle or old.

mod choose;
mod did;
mod end;
mod show;
pub(crate) mod table;

pub use choose::{Elsewhere, Seat, choose, seats};
pub use end::{END_OF, NotEnded, end, end_of, end_others, leave};
pub use show::{Session, own};
pub(crate) use table::end_all;

use jiff::{SignedDuration, Timestamp};
use store::Error;

use crate::sign_in::digest;
use crate::{Chance, Desk, Role, Tx};
use table::New;

/// A session ends when nothing was asked for so long.
pub const IDLE: SignedDuration = SignedDuration::from_hours(4);
/// A session ends in any case after so long.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(12);
/// That a session is in use is kept once in so long, not with every page.
const SEEN: SignedDuration = SignedDuration::from_mins(1);

/// Opens a session for a person, at a post that they hold, and gives its token. `desk` is the program's.
///
/// # Errors
/// When the database cannot.
pub async fn open(desk: &Desk, person: i64, post: Option<&str>, chance: &Chance) -> Result<String, Error> {
    let token = chance.token();
    let mut tx = desk.store().begin().await?;
    let new = New { digest: &digest(&token), person, post, agent: None, awaits_code: false };
    table::insert(&mut tx, &new, desk).await?;
    tx.commit().await?;
    Ok(token)
}

/// The desk of whoever holds this token, seated at their post; none when the session is over or they hold no
/// post today. `desk` is the program's, with the day and the client of the request.
///
/// # Errors
/// When the database cannot be read.
pub async fn sit(desk: &Desk, token: &str) -> Result<Option<Desk>, Error> {
    let digest = digest(token);
    let seats = table::seats(&mut desk.read().await?, &digest, desk.today).await?;
    let alive = |seat: &&table::Seat| is_alive(seat.began_at, seat.seen_at, desk.now);
    let Some(seat) = seats.iter().filter(alive).max_by_key(|seat| seat.is_chosen()) else { return Ok(None) };
    let Some(role) = Role::read(&seat.role) else { return Ok(None) };
    if desk.now.duration_since(seat.seen_at) >= SEEN {
        let mut tx = desk.store().begin().await?;
        table::touch(&mut tx, &digest, desk.now).await?;
        tx.commit().await?;
    }
    Ok(Some(desk.seat((seat.person, &seat.account), &seat.post, role, &seat.agency)))
}

/// Opens a session within a change, at the post that was chosen, and gives its token.
pub(crate) async fn begin(
    tx: &mut Tx,
    desk: &Desk,
    (person, post): (i64, Option<&str>),
    agent: Option<&str>,
    chance: &Chance,
) -> Result<String, Error> {
    let token = chance.token();
    table::insert(tx, &New { digest: &digest(&token), person, post, agent, awaits_code: false }, desk)
        .await?;
    Ok(token)
}

fn is_alive(began: Timestamp, seen: Timestamp, now: Timestamp) -> bool {
    now.duration_since(seen) < IDLE && now.duration_since(began) < LONGEST
}
