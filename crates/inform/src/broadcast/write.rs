//! Writing a bulletin, changing it before it is sent, withdrawing it.

use accounts::{Desk, Reach, Relation, Right, Role, Tx};

use super::bulletin::civil;
use super::did::Did;
use super::{Bulletin, Draft, Refusal, State, TITLE_MAX, table, words};

/// Who may write one.
pub const WRITE: Right = Right {
    act: "broadcast.written",
    held_by: &[(Role::StandingBody, Reach::Any), (Role::Communicator, Reach::Any)],
};

/// Who may change one that was not sent.
pub const CHANGE: Right = Right { act: "broadcast.changed", held_by: WRITE.held_by };

/// Who may withdraw one.
pub const WITHDRAW: Right = Right { act: "broadcast.withdrawn", held_by: WRITE.held_by };

/// Writes a bulletin; the same form writes one.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn write(desk: &Desk, draft: &Draft, form: &str) -> Result<Bulletin, Refusal> {
    match try_write(desk, draft, form).await {
        Err(Refusal::Store(store::Error::Duplicate(_))) => try_write(desk, draft, form).await,
        other => other,
    }
}

async fn try_write(desk: &Desk, draft: &Draft, form: &str) -> Result<Bulletin, Refusal> {
    desk.may(&WRITE, Relation::Other)?;
    let mut tx = desk.begin().await?;
    if let Some(same) = table::of_form(&mut tx, form).await? {
        return Ok(same);
    }
    let mut bulletin = draft.checked(form, desk.today)?.comes(civil(desk.now))?;
    bulletin.agency.clone_from(&desk.agency);
    bulletin.written_by.clone_from(&desk.who);
    bulletin.id = table::insert(&mut tx, &bulletin).await?;
    tx.commit(Did::Written(&bulletin)).await?;
    Ok(bulletin)
}

/// Changes a bulletin that nobody has yet; `version` is the one that was read.
///
/// # Errors
/// [`Refusal`], with nothing changed: [`Refusal::Changed`] where it is another by now.
pub async fn change(desk: &Desk, id: i64, version: i64, draft: &Draft) -> Result<Bulletin, Refusal> {
    let mut tx = desk.begin().await?;
    tx.wait_turn("broadcast").await?;
    let before = open(&mut tx, desk, id, &CHANGE).await?;
    if before.state() == State::Sent {
        return Err(Refusal::Sent);
    }
    if before.version != version {
        return Err(Refusal::Changed);
    }
    let (form, agency) = (before.form.clone(), before.agency.clone());
    let (written_by, written_on) = (before.written_by.clone(), before.written_on);
    let version = version + 1;
    let now = Bulletin {
        id,
        form,
        agency,
        written_by,
        written_on,
        version,
        ..draft.checked("", desk.today)?.comes(civil(desk.now))?
    };
    table::replace(&mut tx, &now).await?;
    tx.commit(Did::Changed { before: &before, now: &now }).await?;
    Ok(now)
}

/// Withdraws a bulletin, with a reason: from this day on no station is to air it.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn withdraw(desk: &Desk, id: i64, reason: &str) -> Result<(), Refusal> {
    let mut tx = desk.begin().await?;
    let bulletin = open(&mut tx, desk, id, &WITHDRAW).await?;
    let reason = given(reason)?;
    table::withdraw(&mut tx, id, desk.today, &reason).await?;
    tx.commit(Did::Withdrawn { bulletin: &bulletin, reason: &reason }).await?;
    Ok(())
}

/// The bulletin, for a desk that may do this with it while it is not withdrawn.
pub(super) async fn open(tx: &mut Tx, desk: &Desk, id: i64, right: &Right) -> Result<Bulletin, Refusal> {
    desk.may(right, Relation::Other)?;
    let bulletin = table::find(tx, id).await?.ok_or(Refusal::Missing)?;
    if bulletin.state() == State::Withdrawn { Err(Refusal::Withdrawn) } else { Ok(bulletin) }
}

/// A reason that is needed.
pub(super) fn given(reason: &str) -> Result<String, Refusal> {
    let reason = words::line(reason);
    let fits = (1..=TITLE_MAX).contains(&reason.chars().count());
    if fits { Ok(reason) } else { Err(Refusal::NoReason) }
}
