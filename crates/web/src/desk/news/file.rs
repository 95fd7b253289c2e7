//! A picture or a file of an article for the desk, before readers see it.

use axum::response::Response;
use inform::article as articles;
use look::Lang;

use crate::Fault;
use crate::desk::Signed;
use crate::parts::article::closed;
use crate::public::news::file::handed_out;
use crate::visit::Path;

/// Where one is.
pub(super) fn path(lang: Lang, id: i64, place: i64) -> String {
    pattern(lang).replace("{id}", &id.to_string()).replace("{place}", &place.to_string())
}

/// The same with number and place in braces.
pub(crate) fn pattern(lang: Lang) -> &'static str {
    lang.pick("/so-tin-bai/{id}/tep/{place}", "/en/news-register/{id}/files/{place}")
}

/// The file.
pub(crate) async fn get(signed: Signed, Path((id, place)): Path<(i64, i64)>) -> Result<Response, Fault> {
    let seen = articles::one(&signed.desk, id).await.map_err(closed)?;
    let file = seen.files.into_iter().find(|file| file.place == place).ok_or(Fault::Missing)?;
    handed_out(signed.visit.app.works()?, &file).await
}
