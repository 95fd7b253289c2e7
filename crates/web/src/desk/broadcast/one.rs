//! One bulletin: the text as it is to be read aloud, its estimated length, and each station with what it planned and aired.

use accounts::Relation;
use askama::Template;
use inform::broadcast::{
    self, Aired, CHANGE, LOG, Line, Priority, SCHEDULE, SEND, SIGNS_A_MINUTE, SYLLABLES_A_MINUTE, Standing,
    State, Station, Told, WITHDRAW, khmer, vietnamese,
};
use jiff::civil::DateTime;
use look::words::say;
use look::{Lang, date, filters};
use serde::Deserialize;

use super::draft::{Fields, written};
use super::told::{clash, clock, closed, content, flag, late_by, length, moment, named, priority};
use super::{days, station};
use crate::desk::Signed;
use crate::desk::typed::Typed;
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::visit::{Path, Query};
use crate::{Fault, Page};

/// Empty hours that the form of a schedule offers beyond what is asked for.
const SPARE: usize = 1;

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    /// What was just done, for the page to say.
    told: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/broadcast/one.html")]
pub(super) struct BulletinPage {
    frame: Frame,
    told: Told,
    notice: Option<String>,
    why: Option<String>,
    state: State,
    content: String,
    priority: String,
    days: String,
    by: String,
    /// Estimated, in Vietnamese and in Khmer; none where there is no such text.
    length: Option<String>,
    length_km: Option<String>,
    flags: Vec<String>,
    lines: Vec<Row>,
    /// Forms for each station of the desk's own.
    own: Vec<Own>,
    fields: Option<Fields>,
    /// The stations that it can be sent to.
    to: Option<Vec<(String, String)>>,
    /// Whether no station at all can be sent anything, and the month in which that is seen.
    has_no_station: bool,
    month: broadcast::Month,
    typed: Typed,
    may_withdraw: bool,
}

/// A station that has it.
struct Row {
    href: String,
    name: String,
    planned: Vec<Hour>,
    unplanned: usize,
    aired: Vec<Airing>,
    standing: String,
    lacks: bool,
}

/// An hour that is planned.
struct Hour {
    at: String,
    /// Whether it lies outside the slots of the station.
    is_off_air: bool,
    /// What it meets there, in words.
    clashes: Vec<String>,
    /// Whether it has to be moved.
    is_displaced: bool,
}

/// A line of the log.
struct Airing {
    at: String,
    length: String,
    /// Whether it lies outside the days asked for.
    is_outside: bool,
    /// Whether it is far too short for the text.
    is_cut: bool,
}

/// The forms of a station.
struct Own {
    code: String,
    name: String,
    /// Day and hour of each row of the schedule; none where the hour is not the station's to choose.
    hours: Option<Vec<(String, String)>>,
    slots: Vec<String>,
    /// Whether an hour has to be moved.
    is_displaced: bool,
    /// What the form of the log holds: day, hour, length.
    log: (String, String, String),
    /// A length that is many times that of the text, which somebody may be sure of: in seconds, and in words.
    doubted: Option<(i64, String)>,
    /// What can be struck out.
    aired: Vec<(i64, String)>,
}

/// The address of a bulletin.
pub(in crate::desk) fn path(lang: Lang, id: i64) -> String {
    Page::Bulletin.path(lang).replace("{id}", &id.to_string())
}

/// The page.
pub(crate) async fn get(signed: Signed, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Answer {
    let notice = match asked.told.as_deref() {
        Some("sent") => Some("broadcast-told-sent"),
        Some("scheduled") => Some("broadcast-told-scheduled"),
        Some("logged") => Some("broadcast-told-logged"),
        Some("cut") => Some("broadcast-told-cut"),
        Some("done") => Some("broadcast-told-done"),
        _ => None,
    };
    page(&signed, id, notice.map(|key| say(signed.visit.lang, key)), None, Typed::default()).await
}

pub(super) async fn page(
    signed: &Signed,
    id: i64,
    notice: Option<String>,
    why: Option<String>,
    typed: Typed,
) -> Answer {
    let told = broadcast::one(&signed.desk, id).await.map_err(closed)?;
    let month = broadcast::Month::of(told.bulletin.first);
    let stations = broadcast::register(&signed.desk, month).await.map_err(closed)?.stations;
    render(&BulletinPage::new(signed, told, &stations, notice, why, typed)?)
}

impl BulletinPage {
    fn new(
        signed: &Signed,
        told: Told,
        stations: &[Station],
        notice: Option<String>,
        why: Option<String>,
        typed: Typed,
    ) -> Result<Self, Fault> {
        let (lang, snapshot, desk) = (signed.visit.lang, &signed.visit.snapshot, &signed.desk);
        let bulletin = &told.bulletin;
        let may = |right| desk.may(right, Relation::Other).is_ok();
        let state = bulletin.state();
        let read = |text: &str, seconds: i64| (!text.is_empty()).then(|| length(lang, seconds));
        let draft_typed = || if typed.get("act") == "change" { typed.clone() } else { written(bulletin) };
        let is_open = state != State::Withdrawn && bulletin.last >= desk.today;
        let own = told.lines.iter().filter(|line| line.relation(bulletin, desk) == Relation::Own);
        Ok(Self {
            frame: signed
                .frame(Page::Bulletin, bulletin.title.clone())
                .with("{id}", &bulletin.id.to_string())
                .under(Page::Broadcasts),
            content: content(lang, snapshot, bulletin.content),
            priority: priority(lang, bulletin.priority),
            days: days(lang, bulletin),
            by: bulletin
                .agency
                .as_deref()
                .map_or_else(String::new, |code| snapshot.directory.name(code).to_owned()),
            length: read(&bulletin.text, vietnamese(&bulletin.text)),
            length_km: read(&bulletin.text_km, khmer(&bulletin.text_km)),
            flags: bulletin.flags().into_iter().map(|it| flag(lang, it)).collect(),
            lines: told.lines.iter().map(|line| Row::new(signed, &told, line, stations)).collect(),
            own: own
                .filter(|_| LOG.allows(desk.role, Relation::Own))
                .map(|line| Own::new(signed, &told, line, stations, &typed))
                .collect(),
            fields: (state == State::Draft && may(&CHANGE))
                .then(|| Fields::new(lang, snapshot, draft_typed())),
            to: (is_open && may(&SEND)).then(|| free(signed, &told, stations)),
            has_no_station: told.lines.is_empty() && free(signed, &told, stations).is_empty(),
            month: broadcast::Month::of(bulletin.first),
            may_withdraw: state != State::Withdrawn && may(&WITHDRAW),
            state,
            notice,
            why,
            typed,
            told,
        })
    }

    /// Whether the form ticks a station: what was typed, else all.
    fn ticks(&self, code: &str) -> bool {
        self.typed.get("act") != "send" || self.typed.all("to").iter().any(|typed| typed == code)
    }

    /// The version that a form goes on from: the one that was read when it was filled in, else the one that is shown.
    fn version(&self, act: &str) -> String {
        let typed = self.typed.maybe("version").filter(|_| self.typed.get("act") == act);
        typed.unwrap_or_else(|| self.told.bulletin.version.to_string())
    }

    /// Whether its text is flagged and nobody has decided yet.
    fn waits(&self) -> bool {
        !self.flags.is_empty() && self.told.bulletin.decided.is_none()
    }

    /// Whether it is aired as sent.
    fn is_urgent(&self) -> bool {
        self.told.bulletin.priority == Priority::Urgent
    }
}

/// The stations in force that do not have it yet.
fn free(signed: &Signed, told: &Told, stations: &[Station]) -> Vec<(String, String)> {
    let directory = &signed.visit.snapshot.directory;
    let is_free = |station: &&Station| {
        let in_force = directory.agency(&station.agency).is_some_and(|it| it.in_force(signed.desk.today));
        in_force && told.lines.iter().all(|line| line.station != station.agency)
    };
    let option = |station: &Station| (station.agency.clone(), named(directory, &station.agency));
    let mut free: Vec<_> = stations.iter().filter(is_free).map(option).collect();
    free.sort_by(|a, b| places::name::order(&a.1, &b.1));
    free
}

impl Row {
    fn new(signed: &Signed, told: &Told, line: &Line, stations: &[Station]) -> Self {
        let (lang, bulletin) = (signed.visit.lang, &told.bulletin);
        let standing = line.standing(bulletin, signed.desk.today);
        let aired = |aired: &Aired| Airing {
            at: moment(lang, aired.at),
            length: length(lang, aired.seconds),
            is_outside: Line::is_outside(bulletin, aired),
            is_cut: bulletin.is_cut_at(aired.seconds),
        };
        let late = line.late_by(bulletin).filter(|_| standing == Standing::Late);
        let gone = bulletin.state() == State::Withdrawn;
        let station = stations.iter().find(|station| station.agency == line.station);
        let now = date::there(signed.desk.now);
        let hour = |at: &DateTime| Hour {
            at: moment(lang, *at),
            is_off_air: station.is_some_and(|station| !station.is_on_air(*at)),
            clashes: line
                .clashes
                .iter()
                .filter(|it| it.at == *at)
                .map(|it| clash(lang, it, bulletin.priority == Priority::Urgent))
                .collect(),
            is_displaced: line.displaced(bulletin, now).any(|it| it.at == *at),
        };
        Self {
            href: station::path(lang, &line.station, Some(broadcast::Month::of(bulletin.first))),
            name: named(&signed.visit.snapshot.directory, &line.station),
            planned: line.schedule.iter().map(hour).collect(),
            unplanned: if gone { 0 } else { line.unplanned(bulletin) },
            aired: line.aired.iter().map(aired).collect(),
            standing: late.map_or_else(
                || say(lang, &format!("broadcast-standing-{}", standing.as_str())),
                |minutes| late_by(lang, minutes),
            ),
            lacks: standing.lacks(),
        }
    }
}

impl Own {
    fn new(signed: &Signed, told: &Told, line: &Line, stations: &[Station], typed: &Typed) -> Self {
        let (lang, bulletin, role) = (signed.visit.lang, &told.bulletin, signed.desk.role);
        let may_plan = bulletin.state() == State::Sent
            && bulletin.priority != Priority::Urgent
            && SCHEDULE.allows(role, Relation::Own)
            && bulletin.last >= signed.desk.today;
        let is_typed = |act: &str| typed.get("act") == act && typed.get("station") == line.station;
        let station = stations.iter().find(|station| station.agency == line.station);
        let aired = |aired: &Aired| {
            (aired.id, format!("{}, {}", moment(lang, aired.at), length(lang, aired.seconds)))
        };
        let log = if is_typed("log") {
            (typed.get("day").to_owned(), typed.get("hour").to_owned(), typed.get("length").to_owned())
        } else {
            let next = line.schedule.get(line.aired.len()).filter(|at| at.date() <= signed.desk.today);
            let day = next.map_or(signed.desk.today, |at| at.date());
            (day.to_string(), next.map(|at| clock(at.time())).unwrap_or_default(), String::new())
        };
        Self {
            code: line.station.clone(),
            name: named(&signed.visit.snapshot.directory, &line.station),
            hours: may_plan.then(|| hours(bulletin, line, is_typed("schedule").then_some(typed))),
            slots: station
                .map(|it| it.slots.iter().map(|slot| clock(slot.begins)).collect())
                .unwrap_or_default(),
            is_displaced: line.displaced(bulletin, date::there(signed.desk.now)).next().is_some(),
            doubted: typed
                .get("doubted")
                .parse()
                .ok()
                .filter(|_| is_typed("log"))
                .map(|seconds| (seconds, length(lang, seconds))),
            log,
            aired: line.aired.iter().map(aired).collect(),
        }
    }
}

/// The rows of a schedule: what was typed, else what was chosen, with empty ones for what is still asked for.
fn hours(bulletin: &inform::Bulletin, line: &Line, typed: Option<&Typed>) -> Vec<(String, String)> {
    let mut hours: Vec<(String, String)> = match typed {
        Some(typed) => super::act::rows(typed),
        None => line.schedule.iter().map(|at| (at.date().to_string(), clock(at.time()))).collect(),
    };
    let asked = usize::try_from(bulletin.times).unwrap_or_default();
    let wanted = asked.max(hours.len() + SPARE);
    hours.resize(wanted, (String::new(), String::new()));
    hours
}
