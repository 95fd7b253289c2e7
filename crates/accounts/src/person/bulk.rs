//! Many people at once, from a spreadsheet: name, account, post, agency, role. All or nothing.

mod read;

use crate::listing::Problems;
use crate::post::{self, Named, Span, appoint_in, open_in};
use crate::{Desk, Directory, Reach, Relation, Right, Role, Tx};

use super::add::{New, add_in};
use super::did::Did;
use super::{Person, Refusal, table};

use read::Row;

/// Who may take in many people.
pub const IMPORT: Right = Right { act: "person.imported", held_by: &[(Role::Administrator, Reach::Any)] };

/// Why people were not taken in.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    /// The file has problems: all of them.
    #[error("the file has {} problems", .0.count)]
    Problems(Problems),
    /// The act was refused.
    #[error(transparent)]
    Refusal(#[from] Refusal),
}

impl From<store::Error> for Unread {
    fn from(fault: store::Error) -> Self {
        Self::Refusal(fault.into())
    }
}

/// Takes in everybody of a file, each at a post: one of that name that nobody holds, or else a new one. `unit` is
/// the province whose agencies are meant where several have a name; `form` marks the form that the file came by.
///
/// # Errors
/// [`Unread`], with nothing kept.
pub async fn take_in(
    desk: &Desk,
    file: sheet::File<'_>,
    unit: &str,
    form: &str,
) -> Result<Vec<Person>, Unread> {
    desk.may(&IMPORT, Relation::Other).map_err(Refusal::from)?;
    let (directory, taken) = {
        let mut at = desk.read().await?;
        if !table::by_form(&mut at, &format!("{form}:")).await?.is_empty() {
            return Err(Refusal::Sent.into());
        }
        (Directory::load(&mut at).await?, table::all(&mut at).await?)
    };
    let rows = read::rows(file, &read::Known { directory: &directory, unit, day: desk.today, taken: &taken })
        .map_err(Unread::Problems)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("post").await.map_err(Refusal::from)?;
    let mut seated = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let form = format!("{form}:{number}");
        let new = New { name: &row.name, account: &row.account, posts: &[], form: Some(&form) };
        let person = add_in(&mut tx, desk, &new).await?;
        let post = seat(&mut tx, desk, row, &person).await.map_err(Refusal::from)?;
        seated.push((person, post));
    }
    let people = seated.iter().map(|(person, post)| (person, post.as_str())).collect();
    tx.commit(Did::Imported { people }).await?;
    Ok(seated.into_iter().map(|(person, _)| person).collect())
}

/// Appoints to a post of that name and role that nobody holds, or else to a new one.
async fn seat(tx: &mut Tx, desk: &Desk, row: &Row, person: &Person) -> Result<String, post::Refusal> {
    let span = Span(desk.today, None);
    let code = match post::table::vacant(tx, &row.agency, &row.post, row.role, desk.today).await? {
        Some(code) => code,
        None => {
            let (agency, name) = (row.agency.as_str(), row.post.as_str());
            open_in(tx, &Named { agency, name, role: row.role, first: desk.today, form: None }).await?.code
        }
    };
    appoint_in(tx, &code, person.id, span).await?;
    Ok(code)
}

/// The people whom a form made, for whom one-time links are to be made.
///
/// # Errors
/// [`Refusal`].
pub async fn of_form(desk: &Desk, form: &str) -> Result<Vec<Person>, Refusal> {
    desk.may(&IMPORT, Relation::Other)?;
    Ok(table::by_form(&mut desk.read().await?, &format!("{form}:")).await?)
}
