//! Striking out a posting that was recorded by mistake. It stays in the register, with the reason, and counts for nothing:
//! unlike what was taken down, it never hung.

use accounts::{Desk, Reach, Right, Role};

use crate::disclosure::did::Did;
use crate::disclosure::read::open;
use crate::disclosure::record::words;
use crate::disclosure::{Key, Refusal, Struck, table};

/// Who may strike one out.
pub const STRIKE: Right = Right {
    act: "disclosure.struck",
    held_by: &[
        (Role::Head, Reach::Own),
        (Role::Officer, Reach::Own),
        (Role::Communicator, Reach::Own),
        (Role::StandingBody, Reach::Own),
    ],
};

/// Strikes out a posting by its number, with a reason. Doing it again changes nothing.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn strike(desk: &Desk, key: &Key, posting: i64, why: &str) -> Result<(), Refusal> {
    let mut tx = desk.begin().await?;
    let line = open(&mut tx, desk, key, &STRIKE).await?;
    if line.struck.iter().any(|it| it.id == posting) {
        return Ok(());
    }
    let posting = line.postings.iter().find(|it| it.id == posting).ok_or(Refusal::Missing)?;
    let struck = Struck { by: desk.who.clone(), on: desk.today, why: words(why)? };
    if table::strike(&mut tx, posting.id, &struck).await? {
        tx.commit(Did::Struck { posting, why: &struck.why }).await?;
    }
    Ok(())
}
