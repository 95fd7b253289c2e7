//! Taking agencies and groups in, many at once.

use super::{Agency, Group, Refusal, table};
use crate::did::Did;
use crate::{Desk, Reach, Relation, Right, Role};

/// Who may take agencies in.
pub const ADOPT: Right = Right { act: "agency.adopted", held_by: &[(Role::Administrator, Reach::Any)] };

/// Takes in agencies and groups that are not there yet, all or none.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn adopt(desk: &Desk, agencies: &[Agency], groups: &[Group]) -> Result<(), Refusal> {
    desk.may(&ADOPT, Relation::Other)?;
    if let Some(agency) = agencies.iter().find(|agency| agency.ended.is_some_and(|last| last < agency.began))
    {
        return Err(Refusal::Backwards(agency.code.clone()));
    }
    let mut tx = desk.begin().await?;
    table::insert(&mut tx, agencies, groups).await?;
    tx.commit(Did::Adopted { agencies: agencies.len(), groups: groups.len() }).await?;
    Ok(())
}
