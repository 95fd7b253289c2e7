//! One form with few fields: what, where, a picture, how to be answered. No account; complaints are told where to go.

use accounts::agency::{Agency, Kind as AgencyKind};
use askama::Template;
use axum::extract::{Multipart, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use inform::Duty;
use jiff::civil::Date;
use listen::elsewhere::{self, Elsewhere};
use listen::question::{Asked, KEPT_DAYS, Kind, Means, New, Refusal, Terms, Ticket, ask};
use look::words::{say, say_with};
use look::{Lang, filters};
use places::country;
use places::name::order;
use serde::Deserialize;

use crate::desk::Client;
use crate::desk::typed::Typed;
use crate::desk::upload;
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::question::{agency, sentence, terms};
use crate::public::disclosure::short;
use crate::visit::{Query, Visit};
use crate::{App, Fault, Page, Works};

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Place {
    /// The code of an agency that the form begins with.
    place: String,
    /// The word of a kind that it begins with.
    kind: String,
    /// The code of a duty of disclosure that it is about.
    about: String,
}

#[derive(Template)]
#[template(path = "public/question/ask.html")]
struct AskPage {
    frame: Frame,
    ticket: String,
    /// Word, name, and within how many days.
    kinds: Vec<(&'static str, String, String)>,
    communes: Vec<(String, String)>,
    departments: Vec<(String, String)>,
    typed: Typed,
    why: Option<String>,
    is_complaint: bool,
    /// Where feedback goes instead of here.
    system: Option<Elsewhere>,
}

#[derive(Template)]
#[template(path = "public/question/received.html")]
struct ReceivedPage {
    frame: Frame,
    asked: Asked,
    agency: Option<String>,
}

/// The form.
pub(crate) async fn get(visit: Visit, Query(asked): Query<Place>) -> Answer {
    let works = visit.app.works()?.clone();
    let system = elsewhere::now(&works.program(None)).await?;
    let about = Duty::of(&asked.about).map(|duty| visit.lang.pick(&duty.plain, &duty.plain_en));
    let words = about.map(|what| say_with(visit.lang, "disclosure-ask-words", &[("what", what.into())]));
    let typed = Typed::default().with("place", asked.place).with("kind", asked.kind);
    let typed = typed.with("words", words.unwrap_or_default());
    render(&AskPage::new(&visit, &works, typed, system))
}

/// Takes a question in and shows its code and secret, this once; what is refused is said above what was typed.
pub(crate) async fn post(
    State(app): State<App>,
    visit: Visit,
    Client(client): Client,
    form: Multipart,
) -> Result<Response, Fault> {
    let (lang, works) = (visit.lang, app.works()?.clone());
    let desk = works.program(None);
    let system = elsewhere::now(&desk).await?;
    if !app.asks().lets(client.as_deref().unwrap_or_default(), desk.now) {
        let page = AskPage::new(&visit, &works, Typed::default(), system).saying(say(lang, "question-wait"));
        return Ok((StatusCode::TOO_MANY_REQUESTS, render(&page)?).into_response());
    }
    let mut upload = upload::read(form).await?;
    let typed = typed(&upload);
    if typed.get("kind") == "complaint" {
        let page = AskPage { is_complaint: true, ..AskPage::new(&visit, &works, typed, system) };
        return Ok(render(&page)?.into_response());
    }
    let picture = upload.first_file();
    let had_picture = picture.is_some();
    let fields = typed.clone();
    // Once the form has come, the work is done even where the line is gone.
    let work = tokio::spawn(async move {
        let new = read(&fields, picture.transpose().map_err(Refusal::NoPicture)?)?;
        let Works { seal, chance, attachments, scanner, .. } = &works;
        ask(&desk, Means { seal, chance, attachments, scanner }, &new).await
    });
    match work.await.map_err(|_| Fault::Broken)? {
        Ok(asked) => Ok(render(&ReceivedPage::new(&visit, asked))?.into_response()),
        Err(refusal) => refused((&visit, system), typed, refusal, had_picture),
    }
}

/// The form as it came: without what nobody typed.
fn typed(upload: &upload::Upload) -> Typed {
    let fields = ["form", "kind", "words", "place", "mail", "consent"];
    fields.into_iter().fold(Typed::default(), |typed, field| typed.with(field, upload.text(field)))
}

fn read(typed: &Typed, picture: Option<Vec<u8>>) -> Result<New, Refusal> {
    Ok(New {
        kind: Kind::read(typed.get("kind")).ok_or(Refusal::Stale)?,
        place: typed.maybe("place"),
        words: typed.get("words").to_owned(),
        mail: typed.get("mail").to_owned(),
        consent: typed.get("consent") == "yes",
        picture,
        form: typed.get("form").to_owned(),
    })
}

fn refused(
    (visit, system): (&Visit, Option<Elsewhere>),
    typed: Typed,
    refusal: Refusal,
    had_picture: bool,
) -> Result<Response, Fault> {
    let (lang, works) = (visit.lang, visit.app.works()?.clone());
    // A form that is no longer good gets a new ticket; any other keeps the one that it has.
    let ticket = (!matches!(refusal, Refusal::Stale)).then(|| typed.get("form").to_owned());
    let mut why = sentence(lang, refusal)?;
    if had_picture {
        why = format!("{why} {}", say(lang, "question-picture-again"));
    }
    let mut page = AskPage::new(visit, &works, typed, system).saying(why);
    page.ticket = ticket.unwrap_or(page.ticket);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
}

impl AskPage {
    fn new(visit: &Visit, works: &Works, typed: Typed, system: Option<Elsewhere>) -> Self {
        let (lang, today) = (visit.lang, visit.snapshot.today);
        let now = works.program(None).now;
        Self {
            frame: visit.frame(Page::Questions, say(lang, Page::Questions.key())),
            ticket: Ticket::hand_out(&works.seal, &works.chance, now).as_str().to_owned(),
            kinds: kinds(lang, today, system.is_some()),
            communes: agencies(visit, &[AgencyKind::Commune]),
            departments: agencies(visit, &[AgencyKind::Province, AgencyKind::Department]),
            typed,
            why: None,
            is_complaint: false,
            system,
        }
    }

    fn saying(self, why: String) -> Self {
        Self { why: Some(why), ..self }
    }

    /// Whether a kind is chosen: the first where nothing was.
    fn has_kind(&self, word: &str) -> bool {
        match self.typed.get("kind") {
            "" => self.kinds.first().is_some_and(|(first, ..)| *first == word),
            typed => typed == word,
        }
    }

    /// Where photos are made smaller before they are sent.
    fn script(&self) -> &'static str {
        crate::public::assets::shrink_path()
    }
}

/// What can be asked for here; feedback only where it has no other place.
fn kinds(lang: Lang, today: Date, is_elsewhere: bool) -> Vec<(&'static str, String, String)> {
    let view = |kind: Kind| {
        let name = say(lang, &format!("question-kind-{}", kind.as_str()));
        (kind.as_str(), name, terms(lang, &Terms::on(kind, today)))
    };
    let complaint = say(lang, "question-kind-complaint");
    let told = ("complaint", complaint, say(lang, "question-kind-complaint-note"));
    Kind::ALL
        .into_iter()
        .filter(|kind| !(is_elsewhere && *kind == Kind::Feedback))
        .map(view)
        .chain([told])
        .collect()
}

/// Code and name of the province's agencies of these kinds in force today, by the alphabet.
pub(crate) fn agencies(visit: &Visit, kinds: &[AgencyKind]) -> Vec<(String, String)> {
    let (province, snapshot) = (visit.settings().province, &visit.snapshot);
    let own = [Some(province), country().successor(province)];
    let is_own = |agency: &Agency| own.iter().flatten().any(|unit| unit.id.as_str() == agency.unit);
    let is_meant =
        |agency: &&Agency| kinds.contains(&agency.kind) && agency.in_force(snapshot.today) && is_own(agency);
    let found = snapshot.directory.agencies().filter(is_meant);
    let mut named: Vec<(String, String)> =
        found.map(|agency| (agency.code.clone(), short(&agency.name).to_owned())).collect();
    named.sort_by(|a, b| order(&a.1, &b.1));
    named
}

impl ReceivedPage {
    fn new(visit: &Visit, asked: Asked) -> Self {
        let snapshot = visit.snapshot.clone();
        let named = asked.question.agency.as_ref().map(|code| agency(&snapshot.directory, code).to_owned());
        let title = say(visit.lang, "question-received");
        Self { frame: visit.frame(Page::Questions, title).under(Page::Questions), asked, agency: named }
    }
}
