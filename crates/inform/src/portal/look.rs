//! Looking at the sections of a morning, one after the other, and keeping what was seen.

use accounts::{Desk, Relation, Right};

use super::did::Did;
use super::fetch::{Rules, Walk};
use super::{Refusal, SECTIONS_MAX, Section, Trouble, table};

/// Who may say what was seen: the program alone.
pub const LOOK: Right = Right { act: "portal.looked", held_by: &[] };

/// What was seen of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// What the server answered, by HTTP; none where nothing came.
    pub status: Option<i64>,
    /// The digest of its visible text, or why there is none.
    pub text: Result<String, Trouble>,
}

/// Looks at each section that has not been looked at on the desk's day; how many.
///
/// # Errors
/// When the database fails; a page that fails is told of its section.
pub async fn check(desk: &Desk, rules: &Rules) -> Result<usize, Refusal> {
    desk.may(&LOOK, Relation::Other)?;
    let mut due = table::all(&mut desk.read().await?).await?;
    due.retain(|one| one.seen.looked.is_none_or(|(_, day)| day < desk.today));
    due.truncate(SECTIONS_MAX);
    let mut walk = Walk::new(rules);
    let mut looks = Vec::new();
    for section in due {
        let look = walk.look(&section.address).await;
        looks.push((section, look));
    }
    looked(desk, &looks).await
}

/// Keeps what was seen; of a section that is no longer there, or elsewhere, nothing.
///
/// # Errors
/// When the database fails.
pub async fn looked(desk: &Desk, looks: &[(Section, Look)]) -> Result<usize, Refusal> {
    desk.may(&LOOK, Relation::Other)?;
    if looks.is_empty() {
        return Ok(0);
    }
    let mut tx = desk.begin().await?;
    let all = table::all(&mut tx).await?;
    let (mut done, mut changed, mut failed) = (0, 0, 0);
    for (section, look) in looks {
        let is_same = |one: &&Section| one.id == section.id && one.address == section.address;
        let Some(before) = all.iter().find(is_same) else { continue };
        let seen = before.seen.after(look, desk.now, desk.today);
        table::see(&mut tx, before.id, &seen).await?;
        done += 1;
        changed += usize::from(seen.changed_on != before.seen.changed_on);
        failed += usize::from(look.text.is_err());
    }
    tx.commit(Did::Looked { looked: done, changed, failed }).await?;
    Ok(done)
}
