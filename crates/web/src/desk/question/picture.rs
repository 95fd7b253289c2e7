//! The picture of a question, opened for who may read it.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use listen::question;
use look::Lang;

use crate::Fault;
use crate::desk::Signed;
use crate::desk::evidence::POLICY;
use crate::parts::question::closed;
use crate::visit::Path;

/// Where a picture is.
pub(super) fn path(lang: Lang, id: i64) -> String {
    pattern(lang).replace("{id}", &id.to_string())
}

/// The same with its number in braces.
pub(crate) fn pattern(lang: Lang) -> &'static str {
    lang.pick("/so-hoi-dap/{id}/anh", "/en/question-register/{id}/picture")
}

/// The picture.
pub(crate) async fn get(signed: Signed, Path(id): Path<i64>) -> Result<Response, Fault> {
    let works = signed.visit.app.works()?;
    let (bytes, media) =
        question::picture(&signed.desk, (&works.seal, &works.attachments), id).await.map_err(closed)?;
    let headers = [
        (CONTENT_TYPE, media),
        (CONTENT_DISPOSITION, "inline".to_owned()),
        (CONTENT_SECURITY_POLICY, POLICY.to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
