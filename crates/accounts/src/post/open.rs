//! Opening a post.

use jiff::civil::Date;

use super::did::Did;
use super::{Post, Refusal, code_of, slug, table};
use crate::{Agency, Desk, Reach, Relation, Right, Role, Tx, agency};

/// Who may open a post.
pub const OPEN: Right = Right { act: "post.opened", held_by: &[(Role::Administrator, Reach::Any)] };

/// The longest name, in characters.
const LONGEST: usize = 120;

/// A post to be opened.
#[derive(Debug, Clone)]
pub struct Named<'a> {
    /// The code of its agency.
    pub agency: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// What it is trusted with.
    pub role: Role,
    /// The first day.
    pub first: Date,
    /// The mark of the form that it came by, so that a form sent twice opens one.
    pub form: Option<&'a str>,
}

/// Opens a post; agency and name make its code, with a number behind it where there is one already.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn open(desk: &Desk, named: &Named<'_>) -> Result<Post, Refusal> {
    desk.may(&OPEN, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let post = open_in(&mut tx, named).await?;
    tx.commit(Did::Opened(&post)).await?;
    Ok(post)
}

/// The same inside of another act.
pub(crate) async fn open_in(tx: &mut Tx, named: &Named<'_>) -> Result<Post, Refusal> {
    let name = places::name::plain(named.name).ok_or(Refusal::NoName)?;
    if slug(&name).is_empty() || name.chars().count() > LONGEST {
        return Err(Refusal::NoName);
    }
    let agency = agency::table::one(tx, named.agency).await?;
    let agency = agency.ok_or_else(|| Refusal::NoAgency(named.agency.to_owned()))?;
    if !Agency::in_force(&agency, named.first) {
        return Err(Refusal::NotInForce { agency: agency.code, day: named.first });
    }
    let code = free_code(tx, &agency.code, &name).await?;
    let post = Post { code, name, agency: agency.code, role: named.role, began: named.first, ended: None };
    table::insert(tx, &post, named.form).await.map_err(|fault| match fault {
        store::Error::Duplicate(_) if named.form.is_some() => Refusal::Sent,
        fault => fault.into(),
    })?;
    Ok(post)
}

/// The code of agency and name, or the first of its numbers that is free.
async fn free_code(tx: &mut Tx, agency: &str, name: &str) -> Result<String, store::Error> {
    let plain = code_of(agency, name);
    let mut code = plain.clone();
    for number in 2.. {
        if table::post(tx, &code).await?.is_none() {
            break;
        }
        code = format!("{plain}-{number}");
    }
    Ok(code)
}
