//! Pictures and files of an article that readers see.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use inform::article::{self as articles, File};
use look::Lang;
use plan::evidence::{Media, named};

use crate::desk::POLICY;
use crate::local::encoded;
use crate::parts::article::closed;
use crate::visit::{Path, Visit};
use crate::{Fault, Works};

/// Where one is.
pub(crate) fn path(lang: Lang, slug: &str, place: i64) -> String {
    pattern(lang).replace("{slug}", slug).replace("{place}", &place.to_string())
}

/// The same with slug and place in braces.
pub(crate) fn pattern(lang: Lang) -> &'static str {
    lang.pick("/tin-tuc/{slug}/tep/{place}", "/en/news/{slug}/files/{place}")
}

/// The file.
pub(crate) async fn get(visit: Visit, Path((slug, place)): Path<(String, i64)>) -> Result<Response, Fault> {
    let works = visit.app.works()?;
    let seen = articles::seen(&works.program(None), &slug).await.map_err(closed)?;
    let file = seen.files.into_iter().find(|file| file.place == place).ok_or(Fault::Missing)?;
    handed_out(works, &file).await
}

/// What a file is called where it is saved: as its writer named it, with the ending of what its bytes are.
fn name(file: &File) -> String {
    Media::read(&file.media).map_or_else(|| file.said.clone(), |media| named(&file.said, media))
}

/// A file as it is handed out: a picture is shown, anything else is saved, and nothing in it may run.
pub(crate) async fn handed_out(works: &Works, file: &File) -> Result<Response, Fault> {
    let bytes = articles::open_file(&works.attachments, file).await.map_err(closed)?;
    let way = match file.size {
        Some(_) => "inline".to_owned(),
        None => format!("attachment; filename*=UTF-8''{}", encoded(&name(file))),
    };
    let headers = [
        (CONTENT_TYPE, file.media.clone()),
        (CONTENT_DISPOSITION, way),
        (CONTENT_SECURITY_POLICY, POLICY.to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_saved_by_the_ending_of_what_it_is() {
        let of = |said: &str| {
            let (digest, media) = (String::new(), "application/pdf".to_owned());
            name(&File { place: 1, digest, media, said: said.to_owned(), size: None, bytes: 9 })
        };
        assert_eq!(
            ["Mẫu đơn", "Ảnh fdp.exe", "don.PDF"].map(of),
            ["Mẫu đơn.pdf", "Ảnh fdp.exe.pdf", "don.PDF"]
        );
    }
}
