//! A picture or a file that is put to an article.

use axum::extract::Multipart;
use axum::response::{IntoResponse, Redirect, Response};
use inform::article::{NewFile, Refusal, attach};
use look::Lang;

use super::{act, one};
use crate::Fault;
use crate::desk::typed::refused;
use crate::desk::{Signed, upload};
use crate::parts::article::sentence;
use crate::visit::Path;

/// Where it is sent.
pub(super) fn path(lang: Lang, id: i64) -> String {
    pattern(lang).replace("{id}", &id.to_string())
}

/// The same with the article's number in braces.
pub(crate) fn pattern(lang: Lang) -> &'static str {
    lang.pick("/so-tin-bai/{id}/tep", "/en/news-register/{id}/files")
}

/// Puts it there.
pub(crate) async fn post(signed: Signed, Path(id): Path<i64>, form: Multipart) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let mut upload = upload::read(form).await?;
    let said = upload.text("said").to_owned();
    let Some(bytes) = upload.first_file() else {
        return refused(one::page(&signed, id, None, None, Some(act::no_file(lang))).await);
    };
    let works = signed.visit.app.works()?;
    let put = match bytes {
        Ok(bytes) => {
            let means = (&works.attachments, &works.scanner);
            attach(&signed.desk, means, id, NewFile { said, bytes }).await.map(drop)
        }
        Err(unfit) => Err(Refusal::Unfit(unfit)),
    };
    match put {
        Ok(()) => Ok(Redirect::to(&format!("{}#tep", one::path(lang, id))).into_response()),
        Err(refusal) => {
            let why = sentence(lang, refusal)?;
            refused(one::page(&signed, id, None, None, Some(why)).await)
        }
    }
}
