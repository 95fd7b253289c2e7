//! Saying what the columns of a survey are and how its people were drawn.

use std::collections::BTreeMap;

use accounts::{Desk, Reach, Right, Role};
use serde_json::{Value, json};
use store::Attachments;

use super::{Refusal, Survey, find, table};
use crate::column::{Column, Kind};
use crate::design::{self, Design, lonely_word};
use crate::did::Did;

/// Who may describe a survey.
pub const DESCRIBE: Right = Right {
    act: "survey.described",
    held_by: &[
        (Role::StandingBody, Reach::Any),
        (Role::Head, Reach::Own),
        (Role::Officer, Reach::Own),
        (Role::Communicator, Reach::Own),
    ],
};

/// What is said of a survey.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Described {
    /// The kinds of columns by their names; a column that is not named stays as it is.
    pub kinds: BTreeMap<String, Kind>,
    /// How people were drawn.
    pub design: Design,
}

/// Keeps what is said, and of the file only the columns in use: what is ignored is gone for good. What does not fit
/// the file is refused with its row.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn describe(
    desk: &Desk,
    attachments: &Attachments,
    id: i64,
    said: &Described,
) -> Result<Survey, Refusal> {
    let known = find(desk, id).await?;
    desk.may(&DESCRIBE, desk.relation(&known.agency, []))?;
    let read = find::bytes(desk, attachments, &known).await?;
    let kind = |column: &Column| said.kinds.get(&column.name).copied().unwrap_or(column.kind);
    let mut columns: Vec<Column> =
        known.columns.iter().map(|it| Column { kind: kind(it), ..it.clone() }).collect();
    columns.retain(|column| column.kind != Kind::Ignored);
    if !columns.iter().any(|column| column.kind.is_answer()) {
        return Err(Refusal::NothingLeft);
    }
    let kept = read.only(|read| columns.iter().any(|column| column.name == read.name));
    design::survey(&kept, &columns, said.design)?;
    let digest = attachments.put(kept.kept(&known.form)).await?.as_str().to_owned();
    let described = Survey { columns, design: Some(said.design), digest: Some(digest), ..known.clone() };
    let mut tx = desk.begin().await?;
    if !table::describe(&mut tx, &described, known.digest.as_deref()).await? {
        return Err(Refusal::Missing);
    }
    let (before, after) = (known.design.is_some().then(|| told(&known)), Some(told(&described)));
    tx.commit(Did { right: &DESCRIBE, survey: id, before, after }).await?;
    if let Some(old) = known.digest.filter(|old| Some(old) != described.digest.as_ref())
        && let Ok(old) = old.parse()
    {
        attachments.remove(&old).await?;
    }
    Ok(described)
}

/// A description as the trail keeps it.
fn told(survey: &Survey) -> Value {
    let kinds: BTreeMap<&str, &str> =
        survey.columns.iter().map(|column| (column.name.as_str(), column.kind.as_str())).collect();
    let design = survey.design.unwrap_or_default();
    json!({ "columns": kinds, "lonely": lonely_word(design.lonely), "nest": design.nest })
}
