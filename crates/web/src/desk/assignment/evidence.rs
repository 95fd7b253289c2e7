//! A file of a report, for who may read the report; and how files come in.

pub(crate) mod upload;

use crate::visit::Path;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use look::Lang;
use plan::evidence::{self, Piece, Unreadable, What};

use crate::desk::Signed;
use crate::local::encoded;
use crate::{Fault, Works};

/// Nothing in a file that somebody sent may run or load anything.
pub(crate) const POLICY: &str = "default-src 'none'; sandbox";

/// Where the file of a piece of evidence is.
pub(crate) fn path(lang: Lang, id: i64) -> String {
    pattern(lang).replace("{id}", &id.to_string())
}

/// The same with its number in braces.
pub(crate) fn pattern(lang: Lang) -> &'static str {
    lang.pick("/minh-chung/{id}", "/en/evidence/{id}")
}

/// The file; a picture is shown, anything else is saved.
pub(crate) async fn get(signed: Signed, Path(id): Path<i64>) -> Result<Response, Fault> {
    let found = evidence::read(&signed.desk, id).await.map_err(|why| match why {
        Unreadable::Missing => Fault::Missing,
        Unreadable::Forbidden(forbidden) => forbidden.into(),
        Unreadable::Store(fault) => fault.into(),
    })?;
    handed_out(signed.visit.app.works()?, &found.piece).await
}

/// The file of a piece as it is handed out.
pub(in crate::desk) async fn handed_out(works: &Works, piece: &Piece) -> Result<Response, Fault> {
    let What::File { digest, media, .. } = &piece.what else { return Err(Fault::Missing) };
    let bytes = works.attachments.get(&digest.parse().map_err(|_| Fault::Broken)?).await?;
    let way = if media.is_picture() { "inline" } else { "attachment" };
    let disposition = format!("{way}; filename*=UTF-8''{}", encoded(&piece.name));
    let headers = [
        (CONTENT_TYPE, media.as_str().to_owned()),
        (CONTENT_DISPOSITION, disposition),
        (CONTENT_SECURITY_POLICY, POLICY.to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
