//! A file of an answer, opened for who may read the question.

use axum::response::Response;
use listen::question;
use look::Lang;

use crate::Fault;
use crate::desk::Signed;
use crate::parts::question::{closed, handed_out};
use crate::visit::Path;

/// Where one is.
pub(super) fn path(lang: Lang, id: i64, place: i64) -> String {
    pattern(lang).replace("{id}", &id.to_string()).replace("{place}", &place.to_string())
}

/// The same with its numbers in braces.
pub(crate) fn pattern(lang: Lang) -> &'static str {
    lang.pick("/so-hoi-dap/{id}/tep/{place}", "/en/question-register/{id}/files/{place}")
}

/// The file.
pub(crate) async fn get(signed: Signed, Path((id, place)): Path<(i64, i64)>) -> Result<Response, Fault> {
    let works = signed.visit.app.works()?;
    let means = (&works.seal, &works.attachments);
    question::file(&signed.desk, means, id, place).await.map(handed_out).map_err(closed)
}
