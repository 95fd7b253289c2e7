//! Recording a posting, with photos and links.

use axum::extract::Multipart;
use axum::response::{IntoResponse, Redirect, Response};
use inform::disclosure::{self, Key, NewPosting, NewShowing, Place, Refusal};
use look::Lang;
use look::words::{say, say_with};
use plan::evidence::{NotALink, What, links};

use super::one::{DutyPage, key, path};
use super::refusal;
use super::sentence::closed;
use crate::desk::Signed;
use crate::desk::evidence::upload::{self, Upload};
use crate::desk::typed::{Typed, refused};
use crate::fault::render;
use crate::visit::Path;
use crate::{Fault, Page, Works};

/// Where the form is sent; the code stays in braces.
pub(crate) fn pattern(lang: Lang) -> String {
    format!("{}/{}", Page::Duty.pattern(lang), lang.pick("niem-yet", "posting"))
}

/// Records it; once the form has come, the work is done even where the line is gone.
pub(crate) async fn post(
    signed: Signed,
    Path(code): Path<String>,
    form: Multipart,
) -> Result<Response, Fault> {
    let (lang, key) = (signed.visit.lang, key(&code)?);
    disclosure::one(&signed.desk, &key).await.map_err(closed)?;
    let mut upload = upload::read(form).await?;
    let typed = typed(&upload);
    let (desk, works, of) = (signed.desk.clone(), signed.visit.app.works()?.clone(), key.clone());
    let fields = typed.clone();
    let work = tokio::spawn(async move {
        let new = read(of, &fields, &mut upload, &works).await?;
        disclosure::post(&desk, &new).await.map_err(Wrong::Refused)
    });
    let why = match work.await.map_err(|_| Fault::Broken)? {
        Ok(posted) => {
            let is_lost = posted.evidence.iter().any(|proof| matches!(proof.piece.what, What::Missing(_)));
            let told = if is_lost { "posted-in-part" } else { "posted" };
            return Ok(Redirect::to(&format!("{}?told={told}", path(lang, &key))).into_response());
        }
        Err(Wrong::NoDay) => say(lang, "duty-no-day"),
        Err(Wrong::Link(line)) => say_with(lang, "duty-no-link", &[("line", line.into())]),
        Err(Wrong::Refused(why)) => refusal(&signed, why)?,
    };
    refused(render(&DutyPage::new(&signed, &key, None, Some(why), typed).await?))
}

/// Why nothing was recorded.
enum Wrong {
    NoDay,
    Link(String),
    Refused(Refusal),
}

/// The field for photos of a place.
pub(super) fn file_of(place: Place) -> String {
    format!("file-{}", place.as_str())
}

/// The field for the address where a place shows it.
pub(super) fn link_of(place: Place) -> String {
    format!("link-{}", place.as_str())
}

/// The field for why there is neither.
pub(super) fn why_of(place: Place) -> String {
    format!("why-{}", place.as_str())
}

/// The fields that the page fills in again.
fn typed(upload: &Upload) -> Typed {
    let one = |name: &str| (name.to_owned(), upload.text(name).to_owned());
    let each = |name| upload.texts(name).map(move |said| (String::from(name), said.to_owned()));
    let ticked = each("place").chain(each("replaces"));
    let proofs = Place::ALL.into_iter().flat_map(|place| [link_of(place), why_of(place)]);
    let proofs = proofs.map(|name| one(&name)).filter(|(_, said)| !said.is_empty()).collect::<Vec<_>>();
    Typed(["form", "first", "last", "spot"].map(one).into_iter().chain(ticked).chain(proofs).collect())
}

async fn read(of: Key, typed: &Typed, upload: &mut Upload, works: &Works) -> Result<NewPosting, Wrong> {
    let first = typed.day("first").ok_or(Wrong::NoDay)?;
    let last = match typed.maybe("last") {
        None => None,
        Some(day) => Some(day.parse().map_err(|_| Wrong::NoDay)?),
    };
    let mut places = Vec::new();
    for place in typed.all("place").iter().filter_map(|place| Place::read(place)) {
        let mut pieces = links(typed.get(&link_of(place))).map_err(|NotALink(line)| Wrong::Link(line))?;
        pieces.extend(upload.pieces_of(&file_of(place), works).await);
        places.push(NewShowing { place, pieces, unproven: typed.get(&why_of(place)).to_owned() });
    }
    Ok(NewPosting {
        of,
        form: typed.get("form").to_owned(),
        places,
        first,
        last,
        spot: typed.get("spot").to_owned(),
        replaces: typed.all("replaces").iter().filter_map(|event| event.parse().ok()).collect(),
    })
}
