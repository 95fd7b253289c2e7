//! A file between its steps: sent, looked at, settled, and then taken or put away. Nothing of it stays for ever.

use accounts::{Deed, Desk, Reach, Relation, Right, Role};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sheet::File;
use store::Digest;

use super::import::{Imported, bring};
use super::{Problem, Refusal, Wishes, table};
use crate::plan::{self, State};
use crate::task;

/// Who may send a file, and put one away.
pub const UPLOAD: Right = Right { act: "annex.uploaded", held_by: &[(Role::StandingBody, Reach::Any)] };
/// Who puts away what nobody went on with: only the program itself, each morning.
pub const SWEEP: Right = Right { act: "annex.swept", held_by: &[] };

/// The largest file that is kept, in bytes: a hundred times an annex of seventy tasks.
pub const LARGEST: usize = 4 << 20;
/// For so many days a file waits.
pub const DAYS: i32 = 7;

/// A file that was sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Upload {
    /// The mark of the form that it came by.
    pub form: String,
    /// Its name, without path and without what hides.
    pub name: String,
    /// Its bytes; none once it was taken.
    pub bytes: Vec<u8>,
    /// What it brought, once it was taken.
    pub outcome: Option<Outcome>,
}

/// A file that waits for somebody to go on with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    /// The mark of the form that it came by.
    pub form: String,
    /// Its name.
    pub name: String,
    /// The day it was sent.
    pub on: Date,
    /// The account of who sent it.
    pub by: String,
}

/// What an annex brought: codes of tasks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Tasks that the plan did not have.
    pub added: Vec<String>,
    /// Tasks of the plan that were said otherwise.
    pub changed: Vec<String>,
    /// How many tasks the plan has as they are.
    pub same: usize,
    /// Tasks of the plan that the annex does not have; they stay.
    pub missing: Vec<String>,
}

impl Outcome {
    /// Whether the plan is as the annex says.
    pub fn is_nothing(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty()
    }
}

impl Upload {
    /// The file as it is read.
    pub fn file(&self) -> File<'_> {
        File { name: &self.name, bytes: &self.bytes }
    }
}

/// Keeps a file for a plan between its steps. The same form again changes nothing.
///
/// # Errors
/// [`Refusal::Unread`] for what is no spreadsheet, [`Refusal::TooLarge`]; other [`Refusal`]s. Nothing is kept then.
pub async fn upload(desk: &Desk, plan: &str, form: &str, file: File<'_>) -> Result<(), Refusal> {
    desk.may(&UPLOAD, Relation::Other).map_err(plan::Refusal::from)?;
    if file.bytes.len() > LARGEST {
        return Err(Refusal::TooLarge);
    }
    sheet::read(file, &mut |_, _| ()).map_err(|fault| super::Unread::from(Problem::from(fault)))?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("annex").await?;
    let plan = plan::table::find(&mut tx, plan).await?.ok_or(plan::Refusal::NoPlan)?;
    if plan.state == State::Closed {
        return Err(plan::Refusal::NotNow(plan.state.as_str()).into());
    }
    if table::upload(&mut tx, &plan.slug, form).await?.is_some() {
        return Ok(());
    }
    let (form, name) = (form.to_owned(), sheet::bare_name(file.name));
    let kept = Upload { form, name, bytes: file.bytes.to_vec(), outcome: None };
    table::keep(&mut tx, &kept, &plan.slug, (&desk.who, desk.today)).await?;
    let digest = Digest::of(file.bytes);
    let after = json!({ "file": kept.name, "digest": digest.as_str(), "bytes": file.bytes.len() });
    tx.commit(Did { right: &UPLOAD, plan: Some(&plan.slug), before: None, after: Some(after) }).await?;
    Ok(())
}

/// The files of a plan that wait, newest first.
///
/// # Errors
/// [`Refusal`].
pub async fn waiting(desk: &Desk, plan: &str) -> Result<Vec<Waiting>, Refusal> {
    desk.may(&UPLOAD, Relation::Other).map_err(plan::Refusal::from)?;
    Ok(table::waiting(&mut desk.read().await?, plan).await?)
}

/// A file of a plan by the mark of its form.
///
/// # Errors
/// [`Refusal::NoUpload`] where there is none, or no longer.
pub async fn uploaded(desk: &Desk, plan: &str, form: &str) -> Result<Upload, Refusal> {
    desk.may(&UPLOAD, Relation::Other).map_err(plan::Refusal::from)?;
    table::upload(&mut desk.read().await?, plan, form).await?.ok_or(Refusal::NoUpload)
}

/// Takes a file that was sent into its plan: all of it or nothing, once. Sent again, it says what it brought.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn take(desk: &Desk, plan: &str, form: &str, wishes: &Wishes) -> Result<Outcome, Refusal> {
    desk.may(&task::DRAFT, Relation::Other).map_err(plan::Refusal::from)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("task").await?;
    let upload = table::upload(&mut tx, plan, form).await?.ok_or(Refusal::NoUpload)?;
    if let Some(outcome) = upload.outcome {
        return Ok(outcome);
    }
    let (Imported { outcome, .. }, did) =
        bring(&mut tx, desk, plan, upload.file(), wishes, &mut |_, _| ()).await?;
    if let Some(did) = did {
        table::taken(&mut tx, form, &outcome).await?;
        tx.commit(did).await?;
    }
    Ok(outcome)
}

/// Puts a file away that is not to be taken. One that is gone already is as good.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn put_away(desk: &Desk, plan: &str, form: &str) -> Result<(), Refusal> {
    desk.may(&UPLOAD, Relation::Other).map_err(plan::Refusal::from)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("annex").await?;
    let Some(upload) = table::upload(&mut tx, plan, form).await? else { return Ok(()) };
    table::put_away(&mut tx, form).await?;
    let before = Some(json!({ "file": upload.name }));
    tx.commit(Did { right: &UPLOAD, plan: Some(plan), before, after: None }).await?;
    Ok(())
}

/// Puts away the files that waited for [`DAYS`] days, and says how many they were.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn sweep(desk: &Desk) -> Result<u64, Refusal> {
    desk.may(&SWEEP, Relation::Other).map_err(plan::Refusal::from)?;
    let mut tx = desk.begin().await?;
    let swept = table::sweep(&mut tx, desk.today.saturating_sub(DAYS.days())).await?;
    if swept > 0 {
        tx.commit(Did { right: &SWEEP, plan: None, before: Some(json!({ "files": swept })), after: None })
            .await?;
    }
    Ok(swept)
}

/// A file came, or went.
struct Did<'a> {
    right: &'a Right,
    plan: Option<&'a str>,
    before: Option<Value>,
    after: Option<Value>,
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        self.right.act
    }

    fn subject(&self) -> String {
        self.plan.map_or_else(|| "annex".to_owned(), |plan| format!("plan/{plan}"))
    }

    fn before(&self) -> Option<Value> {
        self.before.clone()
    }

    fn after(&self) -> Option<Value> {
        self.after.clone()
    }
}
