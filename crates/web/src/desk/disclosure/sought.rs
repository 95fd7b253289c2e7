//! What people looked for in a commune and found nothing recorded of: the commune records it, or answers that there is none.

use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use inform::disclosure::{self, Open, Refusal, SETTLE};
use jiff::civil::Date;
use look::Lang;

use super::question::Question;
use super::sentence::closed;
use super::{page, refusal};
use crate::desk::Signed;
use crate::desk::typed::Typed;
use crate::public::disclosure::short;
use crate::{Fault, Page};

/// Something that waits, ready to be shown.
pub(super) struct Waiting {
    pub(super) id: i64,
    pub(super) code: &'static str,
    pub(super) plain: &'static str,
    pub(super) commune: String,
    pub(super) on: Date,
    pub(super) due: Date,
    /// For how many days it has been overdue; 0 where it is not.
    pub(super) late: i64,
    pub(super) may_answer: bool,
}

/// Where it is answered.
pub(crate) fn pattern(lang: Lang) -> &'static str {
    lang.pick("/so-cong-khai/chua-ghi-nhan", "/en/disclosure-register/not-recorded")
}

/// What waits, that the desk may see.
pub(super) async fn waiting(signed: &Signed) -> Result<Vec<Waiting>, Fault> {
    let (lang, directory) = (signed.visit.lang, &signed.visit.snapshot.directory);
    let view = |open: Open| Waiting {
        may_answer: SETTLE.allows(signed.desk.role, open.relation(&signed.desk)),
        id: open.sought.id,
        code: &open.duty.code,
        plain: lang.pick(&open.duty.plain, &open.duty.plain_en),
        commune: open.owners.iter().map(|code| short(directory.name(code))).collect::<Vec<_>>().join(", "),
        on: open.sought.on,
        due: open.due,
        late: i64::from((signed.desk.today - open.due).get_days()).max(0),
    };
    Ok(disclosure::sought(&signed.desk).await.map_err(closed)?.into_iter().map(view).collect())
}

/// Answers and shows the register; what is refused is said above it.
pub(crate) async fn post(signed: Signed, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let id = typed.get("sought").parse().map_err(|_| Fault::Missing)?;
    let why = match disclosure::answer(&signed.desk, id, typed.get("words")).await {
        // Sent twice, or answered by a colleague: the register says so by itself.
        Ok(()) | Err(Refusal::Settled) => {
            return Ok(Redirect::to(&Page::Duties.path(signed.visit.lang)).into_response());
        }
        Err(why) => refusal(&signed, why)?,
    };
    let mut answer = page(&signed, Question::default(), typed, Some(why)).await?;
    *answer.status_mut() = axum::http::StatusCode::UNPROCESSABLE_ENTITY;
    Ok(answer)
}
