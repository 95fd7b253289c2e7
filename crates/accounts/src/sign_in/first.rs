//! The first administrator, made by the first start of the server, who arrives by a one-time link.

mod table;

use super::did::Did;
use super::link::keep_link;
use crate::agency::{self, Agency, Directory, Kind, Refusal};
use crate::{Chance, Desk};

/// The account, and the code of the post.
const ACCOUNT: &str = "quan-tri";

/// The first administrator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct First {
    /// The name to sign in with.
    pub account: String,
    /// The token of the one-time link.
    pub link: String,
}

/// Makes the first administrator where there is nobody, and a new link for one who never came; none where people
/// are at work. `unit` is the installation's province; `name` what the person and the post are called, `agency`
/// what the province's own agency is called where there is none.
///
/// # Errors
/// [`Refusal`].
pub async fn first(
    desk: &Desk,
    unit: &str,
    (name, agency): (&str, &str),
    chance: &Chance,
) -> Result<Option<First>, Refusal> {
    let alone = |count| matches!(count, (0, _) | (1, 0));
    if !alone(super::table::count(&mut desk.read().await?).await?) {
        return Ok(None);
    }
    let agency = own_agency(desk, unit, agency).await?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("sign_in.first").await?;
    let known = super::table::find(&mut tx, ACCOUNT).await?;
    let (person, did) = match (super::table::count(&mut tx).await?, known) {
        ((0, _), _) => {
            let person = table::insert(&mut tx, desk, ACCOUNT, name, &agency).await?;
            (person, Did::Founded { account: ACCOUNT.to_owned(), post: ACCOUNT.to_owned(), agency })
        }
        ((1, 0), Some(known)) => (known.person, Did::MadeLink(known.account)),
        _ => return Ok(None),
    };
    let link = keep_link(&mut tx, desk, person, chance).await?;
    tx.commit(did).await?;
    Ok(Some(First { account: ACCOUNT.to_owned(), link }))
}

/// The code of the first agency in force of a province, its own before its departments; where it has none, one of
/// this name is made.
///
/// # Errors
/// [`Refusal`].
pub async fn own_agency(desk: &Desk, unit: &str, name: &str) -> Result<String, Refusal> {
    let directory = Directory::load(&mut desk.read().await?).await?;
    let in_force = |agency: &&Agency| agency.unit == unit && agency.in_force(desk.today);
    if let Some(own) = directory.agencies().filter(in_force).min_by_key(|agency| (agency.kind, &agency.code))
    {
        return Ok(own.code.clone());
    }
    let own = Agency {
        code: "UBND".to_owned(),
        name: name.to_owned(),
        kind: Kind::Province,
        outside: false,
        unit: unit.to_owned(),
        began: desk.today,
        ended: None,
        identifier: None,
        note: None,
        certainty: "entered".to_owned(),
        successors: Vec::new(),
    };
    match agency::adopt(desk, std::slice::from_ref(&own), &[]).await {
        // Another start of the server was faster.
        Ok(()) | Err(Refusal::Store(store::Error::Duplicate(_))) => Ok(own.code),
        Err(refused) => Err(refused),
    }
}
