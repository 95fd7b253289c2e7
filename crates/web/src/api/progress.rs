//! What plans promised in public and how far it is: a row for each agency's part in each task.

use axum::extract::State;
use axum::response::Response;
use plan::progress::{Holder, Plan, Promise};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::caller::{Asked, Caller, Wishes};
use super::problem::Problem;
use super::sheet::{Sheet, cell};
use crate::{App, Snapshot};

/// Which promises; a name that is not there gives none.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Question {
    /// The slug of a plan; every plan without it.
    #[param(example = "193-kh-ubnd")]
    pub plan: Option<String>,
    /// A section of the plan: a dimension, or one of the plan's own.
    #[param(example = "4")]
    pub content: Option<String>,
    /// The code of an agency that does it.
    #[param(example = "BL-STP")]
    pub agency: Option<String>,
}

/// An agency's part in a public task.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ProgressRow)]
pub struct Row {
    /// The slug of the plan.
    pub plan: String,
    /// The task's code in the plan.
    pub code: String,
    /// The section of the plan: a dimension, or one of the plan's own.
    pub content: String,
    /// What the task is for: `4.1`, or another index.
    pub items: Vec<String>,
    /// What is to be done.
    pub what: String,
    /// What comes of it.
    pub product: String,
    /// The agency or the group of agencies that leads it.
    #[schema(required)]
    pub lead: Option<String>,
    /// What that is called.
    #[schema(required)]
    pub lead_name: Option<String>,
    /// The agency that does it; none while nobody was asked yet.
    #[schema(required)]
    pub agency: Option<String>,
    /// What that is called.
    #[schema(required)]
    pub agency_name: Option<String>,
    /// `not_due`, `on_track`, `waiting`, `late`, `stale`, `done`, `done_late`, `not_done` or `cancelled`.
    pub status: &'static str,
    /// How many days late it is, or was when it was done.
    #[schema(required)]
    pub days_late: Option<i32>,
    /// The day by the plan of what is late longest, else of what comes next.
    #[schema(required)]
    pub due: Option<String>,
    /// The later day that was promised for it.
    #[schema(required)]
    pub promised: Option<String>,
    /// How often it was asked for.
    pub asked: usize,
    /// How often it was done.
    pub done: usize,
    /// How often it is late now.
    pub late: usize,
}

/// The promises of a picture that are asked for.
pub fn rows(snapshot: &Snapshot, asked: &Question) -> Vec<Row> {
    let is = |asked: &Option<String>, value: &str| asked.as_deref().is_none_or(|asked| asked == value);
    let plans = snapshot.progress.plans.iter().filter(|plan| is(&asked.plan, &plan.cover.slug));
    let promises = plans.flat_map(|plan| plan.promises.iter().map(move |promise| (plan, promise)));
    let rows = promises.filter(|(_, promise)| is(&asked.content, &promise.section)).flat_map(
        |(plan, promise)| -> Vec<Row> {
            match promise.holders.as_slice() {
                [] => vec![row(snapshot, plan, promise, None)],
                holders => holders.iter().map(|it| row(snapshot, plan, promise, Some(it))).collect(),
            }
        },
    );
    rows.filter(|row| asked.agency.is_none() || row.agency == asked.agency).collect()
}

fn row(snapshot: &Snapshot, plan: &Plan, promise: &Promise, holder: Option<&Holder>) -> Row {
    let name = |code: &str| snapshot.directory.name(code).to_owned();
    let standing = holder.map_or(promise.standing, |holder| holder.standing);
    let agency = holder.map(|holder| holder.agency.clone());
    Row {
        plan: plan.cover.slug.clone(),
        code: promise.code.clone(),
        content: promise.section.clone(),
        items: promise.items.clone(),
        what: promise.what.clone(),
        product: promise.product.clone(),
        lead_name: promise.lead.as_deref().map(name),
        lead: promise.lead.clone(),
        agency_name: agency.as_deref().map(name),
        agency,
        status: standing.as_str(),
        days_late: standing.days(),
        due: holder.and_then(|holder| holder.due).map(|day| day.to_string()),
        promised: holder.and_then(|holder| holder.promised).map(|day| day.to_string()),
        asked: holder.map_or(0, |holder| holder.asked),
        done: holder.map_or(0, |holder| holder.done),
        late: holder.map_or(0, |holder| holder.late),
    }
}

/// The promises as a sheet.
pub fn sheet(rows: &[Row]) -> Sheet {
    let header = [
        "plan",
        "code",
        "content",
        "items",
        "what",
        "product",
        "lead",
        "lead_name",
        "agency",
        "agency_name",
        "status",
        "days_late",
        "due",
        "promised",
        "asked",
        "done",
        "late",
    ];
    let line = |row: &Row| {
        [
            row.plan.clone(),
            row.code.clone(),
            row.content.clone(),
            row.items.join(";"),
            row.what.clone(),
            row.product.clone(),
            cell(row.lead.as_ref()),
            cell(row.lead_name.as_ref()),
            cell(row.agency.as_ref()),
            cell(row.agency_name.as_ref()),
            row.status.to_owned(),
            cell(row.days_late),
            cell(row.due.as_ref()),
            cell(row.promised.as_ref()),
            row.asked.to_string(),
            row.done.to_string(),
            row.late.to_string(),
        ]
    };
    Sheet::new(header, rows.iter().map(line))
}

/// What plans promised in public and how far it is, by task and agency.
#[utoipa::path(get, path = "/api/v1/progress", operation_id = "progress", tag = "plan", params(Question, Wishes),
    responses((status = 200, body = [Row]), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn get(
    State(app): State<App>,
    Asked(question): Asked<Question>,
    caller: Caller,
) -> Result<Response, Problem> {
    let rows = rows(&app.snapshot(), &question);
    Ok(caller.list(&rows, || sheet(&rows), "progress"))
}
