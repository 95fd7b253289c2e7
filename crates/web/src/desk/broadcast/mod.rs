//! The register of broadcasts: planned against aired by station and week, what was said about which content, and the
//! bulletins of a month. What no station logged stands as silence.

mod act;
mod asked;
mod draft;
pub(super) mod import;
pub(super) mod one;
mod sheet;
pub(super) mod station;
mod told;

use accounts::agency::Kind;
use accounts::{Directory, Relation};
use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::{get as on_get, post as on_post};
use inform::broadcast::{Cell, KEEP, Month, Register, State, Told, WRITE, Week, register};
use look::words::{say, say_with};
use look::{Lang, date, filters};
use places::name::order;

pub(super) use self::one::path as bulletin_path;
pub(super) use self::told::{content, flag};

use self::asked::Asked;
use self::draft::Fields;
pub(super) use self::told::closed;
use self::told::{late_by, moment, named};
use super::Signed;
use super::typed::Typed;
use crate::fault::{Fault, render};
use crate::parts::frame::Frame;
use crate::visit::Query;
use crate::{App, Page, Snapshot};

/// The routes of small forms.
pub(super) fn router(lang: Lang) -> Router<App> {
    Router::new()
        .route(Page::Broadcasts.pattern(lang), on_get(get).post(draft::post))
        .route(Page::Bulletin.pattern(lang), on_get(one::get).post(act::post))
        .route(Page::Station.pattern(lang), on_get(station::get).post(station::act::post))
        .route(&import::template_pattern(lang), on_get(import::template))
}

/// The route of files.
pub(super) fn files(lang: Lang) -> Router<App> {
    Router::new().route(&import::pattern(lang), on_post(import::post))
}

#[derive(Template)]
#[template(path = "desk/broadcast/list.html")]
struct RegisterPage {
    frame: Frame,
    asked: Asked,
    month: Month,
    months: Vec<(String, String)>,
    contents: Vec<(String, String)>,
    urgent: Vec<Urgent>,
    displaced: Vec<Displaced>,
    weeks: Vec<String>,
    rows: Vec<Row>,
    /// Communes that have not said which station they have: address and name.
    undeclared: Vec<(String, String)>,
    says: Vec<Says>,
    bulletins: Vec<Listed>,
    /// The station of the desk's own agency, where it has not said yet what it has.
    own: Option<String>,
    entry: Option<Entry>,
}

/// An urgent bulletin that somebody has not logged, or aired late.
struct Urgent {
    href: String,
    title: String,
    at: String,
    /// Whether its day is over.
    is_over: bool,
    /// Stations that have not logged it: address and name.
    silent: Vec<(String, String)>,
    /// Stations that aired it late, and how late, or far too short.
    late: Vec<(String, String, String)>,
}

/// An hour at which a station airs an urgent bulletin instead of what it had planned.
struct Displaced {
    href: String,
    title: String,
    at: String,
    station: (String, String),
    /// The urgent one: address and title.
    by: (String, String),
}

/// A station in the matrix.
struct Row {
    href: String,
    name: String,
    weeks: Vec<Mark>,
    whole: Mark,
    own: usize,
}

/// Planned against aired in some days.
struct Mark {
    word: &'static str,
    lacks: bool,
    cell: Cell,
}

/// What was said about a content.
struct Says {
    name: String,
    bulletins: usize,
    cell: Cell,
    length: String,
    silent: usize,
}

/// A bulletin in the list.
struct Listed {
    href: String,
    title: String,
    days: String,
    priority: String,
    is_urgent: bool,
    content: String,
    stations: usize,
    planned: usize,
    aired: usize,
    /// How often it was aired and planned in all, where some of that belongs to another month.
    beyond: Option<(usize, usize)>,
    state: State,
}

/// The form for a bulletin.
struct Entry {
    form: String,
    fields: Fields,
    why: Option<String>,
}

/// The page, or its sheet.
pub(crate) async fn get(signed: Signed, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    page(&signed, asked, Typed::default(), None).await
}

async fn page(signed: &Signed, asked: Asked, typed: Typed, why: Option<String>) -> Result<Response, Fault> {
    let (lang, snapshot, today) = (signed.visit.lang, signed.visit.snapshot.clone(), signed.desk.today);
    let month = asked.month(today);
    let seen = register(&signed.desk, month).await.map_err(closed)?;
    if asked.wants_csv() {
        return sheet::answer(signed, &seen, &asked);
    }
    let may_write = signed.desk.may(&WRITE, Relation::Other).is_ok();
    let entry = match may_write {
        true => Some(Entry {
            form: signed.visit.app.works()?.chance.token(),
            fields: Fields::new(lang, &snapshot, typed),
            why,
        }),
        false => None,
    };
    let page = RegisterPage {
        frame: signed.frame(Page::Broadcasts, say(lang, Page::Broadcasts.key())),
        months: months(lang, month, Month::of(today)),
        contents: told::contents(lang, &snapshot),
        urgent: seen.unanswered.iter().map(|told| Urgent::new(signed, told)).collect(),
        displaced: displaced(signed, &seen),
        weeks: month.weeks().into_iter().map(week).collect(),
        rows: rows(lang, &seen, &asked, &snapshot.directory, today),
        undeclared: undeclared(signed, month).await?,
        says: seen.by_content(today).iter().map(|say| Says::new(lang, &snapshot, say)).collect(),
        bulletins: listed(signed, &seen, &asked),
        own: own(signed, &seen),
        entry,
        asked,
        month,
    };
    Ok(render(&page)?.into_response())
}

/// The months that can be chosen: a year back, a quarter ahead, and the one that is shown.
fn months(lang: Lang, shown: Month, now: Month) -> Vec<(String, String)> {
    let ahead = (0..3).fold(now, |month, _| month.after());
    let mut months: Vec<Month> =
        std::iter::successors(Some(ahead), |month| Some(month.before())).take(16).collect();
    if !months.contains(&shown) {
        months.push(shown);
    }
    let said = |month: &Month| (month.to_string(), month_name(lang, *month));
    months.iter().map(said).collect()
}

/// A month in words.
pub(super) fn month_name(lang: Lang, month: Month) -> String {
    let (number, year) = (month.first().month(), month.first().year());
    say_with(
        lang,
        "broadcast-month-name",
        &[("month", say(lang, &format!("month-{number}")).into()), ("year", year.to_string().into())],
    )
}

/// A week as the head of a column: `5–11/5`.
fn week(week: Week) -> String {
    let (first, last) = (week.first, week.last);
    if first == last {
        return format!("{}/{}", last.day(), last.month());
    }
    format!("{}–{}/{}", first.day(), last.day(), last.month())
}

fn rows(
    lang: Lang,
    seen: &Register,
    asked: &Asked,
    directory: &Directory,
    today: jiff::civil::Date,
) -> Vec<Row> {
    let row = |row: inform::broadcast::Row| Row {
        href: station::path(lang, &row.station, Some(seen.month)),
        name: named(directory, &row.station),
        weeks: row.weeks.into_iter().map(Mark::new).collect(),
        whole: Mark::new(row.whole),
        own: row.own,
    };
    let mut rows: Vec<Row> = seen.rows(asked.content(), today).into_iter().map(row).collect();
    rows.sort_by(|a, b| order(&a.name, &b.name));
    rows
}

async fn undeclared(signed: &Signed, month: Month) -> Result<Vec<(String, String)>, Fault> {
    let (lang, directory) = (signed.visit.lang, &signed.visit.snapshot.directory);
    let codes = inform::broadcast::undeclared(&signed.desk, month).await.map_err(closed)?;
    let view = |code: &String| (station::path(lang, code, Some(month)), named(directory, code));
    let mut communes: Vec<_> = codes.iter().map(view).collect();
    communes.sort_by(|a, b| order(&a.1, &b.1));
    Ok(communes)
}

fn listed(signed: &Signed, seen: &Register, asked: &Asked) -> Vec<Listed> {
    let content = asked.content();
    seen.told
        .iter()
        .filter(|told| content.holds(&told.bulletin))
        .map(|told| Listed::new(signed, told, seen.of_bulletin(told, signed.desk.today)))
        .collect()
}

/// The desk's own agency, where it could have a station and has none.
fn own(signed: &Signed, seen: &Register) -> Option<String> {
    let code = signed.desk.agency.clone()?;
    let agency = signed.visit.snapshot.directory.agency(&code)?;
    let may = agency.in_force(signed.desk.today)
        && matches!(agency.kind, Kind::Commune | Kind::District | Kind::Press)
        && KEEP.allows(signed.desk.role, Relation::Own);
    let is_kept = seen.stations.iter().any(|station| station.agency == code);
    (may && !is_kept).then(|| station::path(signed.visit.lang, &code, None))
}

/// What stations have to move, by hour.
fn displaced(signed: &Signed, seen: &Register) -> Vec<Displaced> {
    let (lang, directory) = (signed.visit.lang, &signed.visit.snapshot.directory);
    let now = date::there(signed.desk.now);
    let mut all = Vec::new();
    for told in &seen.told {
        for line in &told.lines {
            for clash in line.displaced(&told.bulletin, now) {
                let station =
                    (station::path(lang, &line.station, Some(seen.month)), named(directory, &line.station));
                let by = (one::path(lang, clash.other), clash.title.clone());
                let (href, title) = (one::path(lang, told.bulletin.id), told.bulletin.title.clone());
                all.push((clash.at, Displaced { href, title, at: moment(lang, clash.at), station, by }));
            }
        }
    }
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, displaced)| displaced).collect()
}

impl Urgent {
    fn new(signed: &Signed, told: &Told) -> Self {
        let (lang, directory) = (signed.visit.lang, &signed.visit.snapshot.directory);
        let bulletin = &told.bulletin;
        let named = |code: &String| (station::path(lang, code, None), named(directory, code));
        let late = |line: &inform::broadcast::Line| {
            let (href, name) = named(&line.station);
            let is_cut = !line.aired.is_empty() && line.is_cut(bulletin);
            let late = line.late_by(bulletin).map(|minutes| late_by(lang, minutes));
            Some((href, name, late.or_else(|| is_cut.then(|| say(lang, "broadcast-cut")))?))
        };
        let silent = told.lines.iter().filter(|line| line.aired.is_empty());
        let hour = bulletin.at.map(|hour| bulletin.first.to_datetime(hour));
        Self {
            href: one::path(lang, bulletin.id),
            title: bulletin.title.clone(),
            at: hour.map_or_else(|| date::short(lang, bulletin.first), |hour| moment(lang, hour)),
            is_over: bulletin.last < signed.desk.today,
            silent: silent.map(|line| named(&line.station)).collect(),
            late: told.lines.iter().filter_map(late).collect(),
        }
    }
}

impl Mark {
    fn new(cell: Cell) -> Self {
        let standing = cell.standing();
        Self { word: standing.as_str(), lacks: standing.lacks(), cell }
    }
}

impl Says {
    fn new(lang: Lang, snapshot: &Snapshot, say: &inform::broadcast::Say) -> Self {
        Self {
            name: content(lang, snapshot, say.content),
            bulletins: say.bulletins,
            cell: say.cell,
            length: match say.cell.logged {
                logged if logged == say.cell.aired => told::length(lang, say.cell.seconds),
                logged => format!(
                    "{} ({})",
                    told::length(lang, say.cell.seconds),
                    say_with(lang, "broadcast-logged-lines", &[("n", (logged as i64).into())])
                ),
            },
            silent: say.silent,
        }
    }
}

impl Listed {
    fn new(signed: &Signed, told: &Told, cell: Cell) -> Self {
        let (lang, snapshot) = (signed.visit.lang, &signed.visit.snapshot);
        let bulletin = &told.bulletin;
        let planned: usize = told.lines.iter().map(|line| line.planned(bulletin).len()).sum();
        let aired: usize = told.lines.iter().map(|line| line.counted(bulletin)).sum();
        Self {
            href: one::path(lang, bulletin.id),
            title: bulletin.title.clone(),
            days: days(lang, bulletin),
            priority: told::priority(lang, bulletin.priority),
            is_urgent: bulletin.priority == inform::broadcast::Priority::Urgent,
            content: content(lang, snapshot, bulletin.content),
            stations: told.lines.len(),
            planned: cell.planned,
            aired: cell.aired,
            beyond: (planned > cell.planned).then_some((aired, planned)),
            state: bulletin.state(),
        }
    }
}

/// On which days a bulletin is to be aired.
pub(super) fn days(lang: Lang, bulletin: &inform::Bulletin) -> String {
    if let Some(hour) = bulletin.at {
        return moment(lang, bulletin.first.to_datetime(hour));
    }
    let (first, last) = (date::short(lang, bulletin.first), date::short(lang, bulletin.last));
    if first == last { first } else { format!("{first} – {last}") }
}
