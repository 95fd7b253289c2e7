//! A file of an answer that somebody made public with it.

use axum::response::Response;
use listen::question::public_file;
use look::Lang;

use crate::Fault;
use crate::parts::question::{closed, handed_out};
use crate::visit::{Path, Visit};

/// Where one is.
pub(super) fn path(lang: Lang, code: &str, place: i64) -> String {
    pattern(lang).replace("{code}", code).replace("{place}", &place.to_string())
}

/// The same with code and place in braces.
pub(crate) fn pattern(lang: Lang) -> &'static str {
    lang.pick("/hoi-dap/da-tra-loi/{code}/tep/{place}", "/en/questions/answered/{code}/files/{place}")
}

/// The file.
pub(crate) async fn get(visit: Visit, Path((code, place)): Path<(String, i64)>) -> Result<Response, Fault> {
    let works = visit.app.works()?;
    let means = (&works.seal, &works.attachments);
    public_file(&works.program(None), means, &code, place).await.map(handed_out).map_err(closed)
}
