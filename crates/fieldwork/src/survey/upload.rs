//! Bringing a survey's file.

use accounts::{Desk, Directory, Reach, Right, Role};
use serde_json::json;
use sheet::File;

use super::{Refusal, Survey, TITLE_MAX, table};
use crate::column::{Column, guess};
use crate::did::Did;
use crate::file::{Read, Table, Unread};

/// Who may bring a survey's file: the standing body for any agency, others for their own.
pub const UPLOAD: Right = Right {
    act: "survey.uploaded",
    held_by: &[
        (Role::StandingBody, Reach::Any),
        (Role::Head, Reach::Own),
        (Role::Officer, Reach::Own),
        (Role::Communicator, Reach::Own),
    ],
};

/// What is brought.
#[derive(Debug, Clone)]
pub struct New<'a> {
    /// The mark of the form; the same form brings one survey.
    pub form: &'a str,
    /// What it is called.
    pub title: &'a str,
    /// The code of the agency whose it is.
    pub agency: &'a str,
    /// The file.
    pub file: File<'a>,
}

/// Reads a file and keeps it as a draft, without what tells who somebody is; its columns are guessed, first by what
/// the agency said of columns of these names before. The same form again brings nothing more.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn upload(desk: &Desk, new: &New<'_>) -> Result<Survey, Refusal> {
    desk.may(&UPLOAD, desk.relation(new.agency, []))?;
    let title = new.title.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() || title.chars().count() > TITLE_MAX {
        return Err(Refusal::Untitled);
    }
    let read = read(new.file).await?;
    if read.columns.is_empty() {
        return Err(Refusal::NothingLeft);
    }
    let mut tx = desk.begin().await?;
    tx.wait_turn("survey").await?;
    if let Some(same) = table::by_form(&mut tx, new.form).await? {
        return Ok(same);
    }
    let directory = Directory::load(&mut tx).await?;
    if !directory.agency(new.agency).is_some_and(|agency| agency.in_force(desk.today)) {
        return Err(Refusal::NoAgency(new.agency.to_owned()));
    }
    let said = table::said_before(&mut tx, new.agency).await?;
    let column = |read: &Read| {
        let kind = said.get(&read.name).copied().unwrap_or_else(|| guess(read));
        Column { name: read.name.clone(), label: read.label.clone(), kind }
    };
    let mut survey = Survey {
        id: 0,
        form: new.form.to_owned(),
        title,
        agency: new.agency.to_owned(),
        file: sheet::bare_name(new.file.name),
        kept_on: desk.today,
        kept_by: desk.who.clone(),
        rows: read.rows,
        columns: read.columns.iter().map(column).collect(),
        design: None,
        dropped: read.dropped.clone(),
        digest: None,
    };
    survey.id = table::insert(&mut tx, &survey, &read.kept(new.form)).await?;
    let after =
        json!({ "title": survey.title, "file": survey.file, "agency": survey.agency, "rows": survey.rows });
    tx.commit(Did { right: &UPLOAD, survey: survey.id, before: None, after: Some(after) }).await?;
    Ok(survey)
}

/// Reading a large workbook takes a second of arithmetic, which must not hold up other requests.
async fn read(file: File<'_>) -> Result<Table, Unread> {
    let (name, bytes) = (file.name.to_owned(), file.bytes.to_vec());
    let read = tokio::task::spawn_blocking(move || Table::read(File { name: &name, bytes: &bytes })).await;
    read.unwrap_or(Err(Unread::Empty))
}
