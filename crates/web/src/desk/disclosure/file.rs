//! A photo or a document of a posting, for who may read the register.

use axum::response::Response;
use inform::disclosure;
use look::Lang;

use super::sentence::closed;
use crate::Fault;
use crate::desk::Signed;
use crate::desk::evidence::handed_out;
use crate::visit::Path;

/// Where a file is.
pub(super) fn path(lang: Lang, id: i64) -> String {
    pattern(lang).replace("{id}", &id.to_string())
}

/// The same with its number in braces.
pub(crate) fn pattern(lang: Lang) -> &'static str {
    lang.pick("/so-cong-khai/tep/{id}", "/en/disclosure-register/files/{id}")
}

/// The file.
pub(crate) async fn get(signed: Signed, Path(id): Path<i64>) -> Result<Response, Fault> {
    let piece = disclosure::file(&signed.desk, id).await.map_err(closed)?;
    handed_out(signed.visit.app.works()?, &piece).await
}
