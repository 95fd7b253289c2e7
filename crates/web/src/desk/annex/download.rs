//! The annex as a file: what `nanghang export tasks` writes, and what an import takes back unchanged.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use look::Lang;
use plan::annex::{self, As};
use plan::plan::Refusal;

use crate::desk::Signed;
use crate::desk::task::terms;
use crate::visit::Path;
use crate::{Fault, Page};

/// The address of the file.
pub(crate) fn path(lang: Lang, slug: &str, kind: As) -> String {
    pattern(lang, kind).replace("{slug}", slug)
}

/// The same with the slug in braces.
pub(crate) fn pattern(lang: Lang, kind: As) -> String {
    format!("{}.{}", Page::Annex.pattern(lang), ending(kind))
}

fn ending(kind: As) -> &'static str {
    match kind {
        As::Xlsx => "xlsx",
        As::Csv => "csv",
    }
}

/// As a workbook.
pub(crate) async fn xlsx(signed: Signed, Path(slug): Path<String>) -> Result<Response, Fault> {
    answer(&signed, &slug, As::Xlsx).await
}

/// As text with commas.
pub(crate) async fn csv(signed: Signed, Path(slug): Path<String>) -> Result<Response, Fault> {
    answer(&signed, &slug, As::Csv).await
}

async fn answer(signed: &Signed, slug: &str, kind: As) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let fault = |refusal: Refusal| terms::sentence(lang, &refusal).err().unwrap_or(Fault::Broken);
    let bytes = annex::export(&signed.desk, slug, kind).await.map_err(fault)?;
    let media = match kind {
        As::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        As::Csv => "text/csv; charset=utf-8",
    };
    let name = format!("{slug}-{}.{}", lang.pick("phu-luc", "annex"), ending(kind));
    let disposition = format!("attachment; filename=\"{name}\"");
    Ok(([(CONTENT_TYPE, media.to_owned()), (CONTENT_DISPOSITION, disposition)], bytes).into_response())
}
