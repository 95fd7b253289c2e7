//! One form with few fields: what, where, a picture, how to be answered. No account; complaints are told where to go.

use accounts::agency::{Agency, Kind as AgencyKind};
use askama::Template;
use axum::extract::{Multipart, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use inform::Duty;
use jiff::Timestamp;
use jiff::civil::Date;
use listen::elsewhere::{self, Elsewhere};
use listen::question::{Asked, KEPT_DAYS, Kind, Means, New, Refusal, Terms, Ticket, ask};
use look::words::{say, say_with};
use look::{Lang, filters};
use places::country;
use places::name::{capital, order};
use serde::Deserialize;

use super::work::Work;
use crate::desk::Client;
use crate::desk::typed::Typed;
use crate::desk::upload;
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::question::{agency, sentence, terms, topics};
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
    /// Words that were looked for and not found.
    words: String,
}

/// The most of them that the form takes along, in characters.
const SOUGHT_MAX: usize = 100;

#[derive(Template)]
#[template(path = "public/question/ask.html")]
struct AskPage {
    frame: Frame,
    ticket: String,
    /// Word, name, and within how many days.
    kinds: Vec<(&'static str, String, String)>,
    /// Word and name.
    topics: Vec<(String, String)>,
    communes: Vec<(String, String)>,
    departments: Vec<(String, String)>,
    typed: Typed,
    why: Option<String>,
    is_complaint: bool,
    /// Whether answers go out by electronic mail.
    mails: bool,
    /// Where feedback goes instead of here.
    system: Option<Elsewhere>,
    /// What is asked of who has sent much within the hour.
    work: Option<Work>,
}

#[derive(Template)]
#[template(path = "public/question/received.html")]
pub(super) struct ReceivedPage {
    frame: Frame,
    asked: Asked,
    agency: Option<String>,
}

/// The form.
pub(crate) async fn get(visit: Visit, Client(client): Client, Query(asked): Query<Place>) -> Answer {
    let works = visit.app.works()?.clone();
    let desk = works.program(None);
    let system = elsewhere::now(&desk).await?;
    let about = Duty::of(&asked.about).map(|duty| visit.lang.pick(&duty.plain, &duty.plain_en));
    let words = about.map(|what| say_with(visit.lang, "disclosure-ask-words", &[("what", what.into())]));
    let place = visit.snapshot.directory.holder(&asked.place, desk.today);
    let typed = Typed::default().with("place", place).with("kind", asked.kind);
    let typed = typed.with("words", words.unwrap_or_else(|| asked.words.chars().take(SOUGHT_MAX).collect()));
    let work = Work::of(visit.app.asks(), &client.unwrap_or_default(), desk.now);
    render(&AskPage { work, ..AskPage::new(&visit, &works, typed, system) })
}

/// Takes a question in and shows its code and secret, this once; what is refused is said above what was typed.
pub(crate) async fn post(
    State(app): State<App>,
    visit: Visit,
    Client(client): Client,
    form: Multipart,
) -> Result<Response, Fault> {
    let works = app.works()?.clone();
    let desk = works.program(None);
    let system = elsewhere::now(&desk).await?;
    let mut upload = upload::read(form).await?;
    let typed = typed(&upload);
    if typed.get("kind") == "complaint" {
        let page = AskPage { is_complaint: true, ..AskPage::new(&visit, &works, typed, system) };
        return Ok(render(&page)?.into_response());
    }
    let client = client.unwrap_or_default();
    let is_free = app.asks().lets(&client, desk.now);
    if let Some(work) = (!is_free).then(|| Work::of(app.asks(), &client, desk.now)).flatten()
        && !work.is_done(typed.get("form"), typed.get("work"))
    {
        return held_back((&visit, system), typed, work, desk.now);
    }
    let picture = upload.first_file();
    let had_picture = picture.is_some();
    let fields = typed.clone();
    // Once the form has come, the work is done even where the line is gone.
    let (counting, from, now) = (app.clone(), client.clone(), desk.now);
    let taking = async move {
        let new = read(&fields, picture.transpose().map_err(Refusal::NoPicture)?)?;
        let Works { seal, chance, attachments, scanner, .. } = &works;
        ask(&desk, Means { seal, chance, attachments, scanner }, &new).await
    };
    let work = tokio::spawn(async move {
        let asked = taking.await;
        // What was kept counts, and nothing else.
        match (asked.as_ref().is_ok_and(|asked| asked.is_new), is_free) {
            (true, false) => counting.asks().count(&from, now),
            (false, true) => counting.asks().give_back(&from, now),
            _ => {}
        }
        asked
    });
    match work.await.map_err(|_| Fault::Broken)? {
        Ok(asked) => Ok(render(&ReceivedPage::new(&visit, asked))?.into_response()),
        Err(refusal) => refused((&visit, system, &client), typed, refusal, had_picture),
    }
}

/// The form as it came: without what nobody typed.
fn typed(upload: &upload::Upload) -> Typed {
    let fields = ["form", "kind", "topic", "words", "place", "commune", "contact", "consent", "work"];
    fields.into_iter().fold(Typed::default(), |typed, field| typed.with(field, upload.text(field)))
}

fn read(typed: &Typed, picture: Option<Vec<u8>>) -> Result<New, Refusal> {
    Ok(New {
        kind: Kind::read(typed.get("kind")).ok_or(Refusal::Stale)?,
        place: typed.maybe("place"),
        commune: typed.maybe("commune"),
        topic: typed.get("topic").to_owned(),
        words: typed.get("words").to_owned(),
        contact: typed.get("contact").to_owned(),
        consent: typed.get("consent") == "yes",
        picture,
        form: typed.get("form").to_owned(),
    })
}

/// The form with what was typed, and the work that sends it.
fn held_back(
    (visit, system): (&Visit, Option<Elsewhere>),
    typed: Typed,
    work: Work,
    now: Timestamp,
) -> Result<Response, Fault> {
    let works = visit.app.works()?.clone();
    let mut page = AskPage::new(visit, &works, typed.without("work"), system);
    // The ticket goes on where it is good: then a form that was taken already is not asked twice.
    if Ticket::is_good(&works.seal, page.typed.get("form"), now) {
        page.ticket = page.typed.get("form").to_owned();
    }
    page.work = Some(work);
    Ok((StatusCode::TOO_MANY_REQUESTS, render(&page)?).into_response())
}

fn refused(
    (visit, system, client): (&Visit, Option<Elsewhere>, &str),
    typed: Typed,
    refusal: Refusal,
    had_picture: bool,
) -> Result<Response, Fault> {
    let (lang, works) = (visit.lang, visit.app.works()?.clone());
    // A form that is no longer good gets a new ticket; any other keeps the one that it has.
    let ticket = (!matches!(refusal, Refusal::Stale)).then(|| typed.get("form").to_owned());
    let typed = if ticket.is_none() { typed.without("work") } else { typed };
    let mut why = sentence(lang, refusal)?;
    if had_picture {
        why = format!("{why} {}", say(lang, "question-picture-again"));
    }
    let mut page = AskPage::new(visit, &works, typed, system).saying(why);
    page.ticket = ticket.unwrap_or(page.ticket);
    page.work = Work::of(visit.app.asks(), client, works.program(None).now);
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
            topics: topics(lang),
            communes: agencies(visit, &[AgencyKind::Commune]),
            departments: agencies(visit, &[AgencyKind::Province, AgencyKind::Department]),
            typed,
            why: None,
            is_complaint: false,
            mails: works.mails,
            system,
            work: None,
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

    /// Where the small work is done.
    fn work_script(&self) -> &'static str {
        crate::public::assets::work_path()
    }

    /// What is said to who has sent much: how long to wait, where no script runs.
    fn must_wait(&self, work: &Work) -> String {
        let said = i64::try_from(work.said).unwrap_or(i64::MAX);
        let values = [("n", said.into()), ("minutes", work.minutes.into())];
        say_with(self.frame.lang, "question-wait", &values)
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
    let view = |agency: &Agency| (agency.code.clone(), capital(short(&agency.name)));
    let mut named: Vec<(String, String)> = in_force(visit, kinds).into_iter().map(view).collect();
    named.sort_by(|a, b| order(&a.1, &b.1));
    named
}

/// The province's agencies of these kinds in force today.
pub(crate) fn in_force<'a>(visit: &'a Visit, kinds: &[AgencyKind]) -> Vec<&'a Agency> {
    let (province, snapshot) = (visit.settings().province, &visit.snapshot);
    let own = [Some(province), country().successor(province)];
    let is_own = |agency: &Agency| own.iter().flatten().any(|unit| unit.id.as_str() == agency.unit);
    let is_meant =
        |agency: &&Agency| kinds.contains(&agency.kind) && agency.in_force(snapshot.today) && is_own(agency);
    snapshot.directory.agencies().filter(is_meant).collect()
}

impl ReceivedPage {
    pub(super) fn new(visit: &Visit, asked: Asked) -> Self {
        let snapshot = visit.snapshot.clone();
        let named = asked.question.agency.as_ref().map(|code| agency(&snapshot.directory, code).to_owned());
        let title = say(visit.lang, &format!("question-received-{}", asked.question.kind.as_str()));
        Self { frame: visit.frame(Page::Questions, title).under(Page::Questions), asked, agency: named }
    }
}
