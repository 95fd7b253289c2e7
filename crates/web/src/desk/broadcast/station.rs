//! One station: its sets and slots, the month's schedule to print, its log.

pub(super) mod act;

use accounts::Relation;
use askama::Template;
use inform::broadcast::{
    self, Aired, IMPORT, KEEP, LOG, Month, Page as Seen, Rig, SETS_MAX, SLOTS_MAX, State, Station, of_station,
};
use jiff::civil::{Date, DateTime};
use look::words::{say, say_with};
use look::{Lang, date, filters};
use serde::Deserialize;

use super::told::{clash, clock, closed, late_by, length, moment, named, priority};
use super::{import, month_name, one};
use crate::asked::{pages_beside, written};
use crate::desk::Signed;
use crate::desk::listing::Line as Wrong;
use crate::desk::typed::Typed;
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::visit::{Path, Query};
use crate::{Fault, Page};

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    month: Option<String>,
    told: Option<String>,
    new: Option<usize>,
    known: Option<usize>,
    doubled: Option<usize>,
    differing: Option<String>,
    own: Option<usize>,
    page: Option<String>,
}

/// So many lines of the log stand on a page.
const ROWS: usize = 50;

/// What a page is to say beside the station.
#[derive(Default)]
pub(super) struct Beside {
    pub(super) month: Option<Month>,
    /// Which page of the log, from 1; none for the first.
    pub(super) page: Option<usize>,
    pub(super) notice: Option<String>,
    pub(super) why: Option<String>,
    pub(super) typed: Typed,
    pub(super) problems: Vec<Wrong>,
    pub(super) more: usize,
}

#[derive(Template)]
#[template(path = "desk/broadcast/station.html")]
struct StationPage {
    frame: Frame,
    beside: Beside,
    station: Option<Station>,
    /// The station whose sets and slots the form offers, since its work came here.
    former: Option<String>,
    month: String,
    before: String,
    after: String,
    planned: Vec<Planned>,
    /// Bulletins that are not scheduled as often as asked: address, title, how often it lacks.
    unplanned: Vec<(String, String, usize)>,
    /// Bulletins that are not to be aired any more, until their last day: address, title, since when.
    withdrawn: Vec<(String, String, String)>,
    aired: Vec<Logged>,
    /// The pages of the log beside this one.
    pages: Vec<(&'static str, String)>,
    may_keep: bool,
    may_log: bool,
    /// Where a file is sent, where the empty one is, the mark of the form.
    import: Option<(String, String, String)>,
    /// The form of what the station has.
    kept: Typed,
    sets: usize,
    slots: usize,
}

/// A line of the month's schedule.
struct Planned {
    at: DateTime,
    /// The day of the week, from 1 for Monday.
    weekday: i8,
    when: String,
    /// The number of the bulletin.
    id: i64,
    /// Whether that lies outside the slots of the station.
    is_off_air: bool,
    href: String,
    title: String,
    priority: String,
    length: String,
    /// When it was logged on that day.
    aired: Option<String>,
    /// How late an urgent one was.
    late: Option<String>,
    /// Whether it was far too short for its text.
    is_cut: bool,
    is_silent: bool,
    /// What it meets there, in words.
    clashes: Vec<String>,
    /// Whether it has to be moved.
    is_displaced: bool,
}

/// A line of the month's log.
struct Logged {
    id: i64,
    when: String,
    length: String,
    /// The bulletin; none for a programme of its own.
    href: Option<String>,
    title: String,
    source: &'static str,
    by: String,
    /// Whether it was far too short for its text.
    is_cut: bool,
}

/// The address of a station, in a month.
pub(super) fn path(lang: Lang, code: &str, month: Option<Month>) -> String {
    let path = Page::Station.path(lang).replace("{code}", code);
    month.map_or_else(|| path.clone(), |month| format!("{path}?month={month}"))
}

/// The page.
pub(crate) async fn get(signed: Signed, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let lang = signed.visit.lang;
    let notice = match asked.told.as_deref() {
        Some("kept") => Some(say(lang, "broadcast-told-kept")),
        Some("logged") => Some(say(lang, "broadcast-told-logged")),
        Some("done") => Some(say(lang, "broadcast-told-done")),
        Some("imported") => Some(import::told(
            lang,
            [asked.new, asked.known, asked.own, asked.doubled],
            asked.differing.as_deref().unwrap_or_default(),
        )),
        _ => None,
    };
    let month = written(&asked.month).and_then(Month::read);
    let page = written(&asked.page).and_then(|number| number.parse().ok());
    self::page(&signed, &code, Beside { month, notice, page, ..Beside::default() }).await
}

pub(super) async fn page(signed: &Signed, code: &str, beside: Beside) -> Answer {
    let month = beside.month.unwrap_or_else(|| Month::of(signed.desk.today));
    let seen = of_station(&signed.desk, code, month).await.map_err(closed)?;
    render(&StationPage::new(signed, code, month, seen, beside)?)
}

impl StationPage {
    fn new(signed: &Signed, code: &str, month: Month, seen: Seen, beside: Beside) -> Result<Self, Fault> {
        let (lang, desk) = (signed.visit.lang, &signed.desk);
        let name = title(lang, &named(&signed.visit.snapshot.directory, code));
        let in_force = signed.visit.snapshot.directory.agency(code).is_some_and(|it| it.in_force(desk.today));
        let is_own = desk.agency.as_ref().is_some_and(|own| seen.owners.contains(own));
        let near = if is_own { Relation::Own } else { Relation::Other };
        let may = |right: &accounts::Right| right.allows(desk.role, near) && seen.station.is_some();
        let have = seen.station.as_ref().or(seen.former.as_ref());
        let kept = match beside.typed.get("act") {
            "keep" => beside.typed.clone(),
            _ => have.map(written_station).unwrap_or_default(),
        };
        let rows = |most: usize, own: usize, spare: usize| (own + spare).min(most);
        let (sets, slots) = have.map_or((0, 0), |it| (it.sets.len(), it.slots.len()));
        let place = import::pattern(lang).replace("{code}", code);
        let empty = import::template_pattern(lang).replace("{code}", code);
        let page = beside.page.unwrap_or(1).max(1);
        let lines = seen.aired.iter().skip((page - 1).saturating_mul(ROWS)).take(ROWS);
        let mark = signed.visit.app.works()?.chance.token();
        Ok(Self {
            frame: signed.frame(Page::Station, name).with("{code}", code).under(Page::Broadcasts),
            month: month_name(lang, month),
            before: path(lang, code, Some(month.before())),
            after: path(lang, code, Some(month.after())),
            planned: planned(lang, &seen, month, desk.today, date::there(desk.now)),
            unplanned: unplanned(lang, &seen, desk.today),
            withdrawn: withdrawn(lang, &seen, desk.today),
            aired: lines.map(|aired| Logged::new(lang, &seen, aired)).collect(),
            pages: pages_beside(page, (seen.aired.len(), ROWS), |page| {
                format!("{}&page={page}", path(lang, code, Some(month)))
            }),
            may_keep: in_force && KEEP.allows(desk.role, near),
            may_log: may(&LOG),
            import: may(&IMPORT).then_some((place, empty, mark)),
            kept,
            sets: rows(SETS_MAX, sets, 3),
            slots: rows(SLOTS_MAX, slots, 2),
            former: seen.former.map(|it| named(&signed.visit.snapshot.directory, &it.agency)),
            station: seen.station,
            beside,
        })
    }

    /// The kinds of set, by their words.
    fn rigs(&self) -> [&'static str; 3] {
        Rig::ALL.map(Rig::as_str)
    }

    /// Whether the form ticks a day of a slot: as it is kept; a slot that is new has them all.
    fn ticks(&self, slot: &usize, day: &u8) -> bool {
        let days = self.kept.all(&format!("slot-{slot}-day"));
        let is_new = self.kept.get(&format!("slot-{slot}-begins")).is_empty();
        is_new || days.contains(&day.to_string())
    }

    /// A field of a set or a slot, as the form holds it.
    fn field(&self, thing: &str, at: &usize, name: &str) -> &str {
        self.kept.get(&format!("{thing}-{at}-{name}"))
    }

    /// Whether a set works, as the form holds it; a new one does.
    fn works(&self, set: &usize) -> bool {
        self.field("set", set, "spot").is_empty() || !self.field("set", set, "works").is_empty()
    }
}

/// What a station is called: a district's has its own name, a commune's goes by its commune.
fn title(lang: Lang, name: &str) -> String {
    if name.starts_with("Đài") {
        return name.to_owned();
    }
    say_with(lang, "broadcast-station-title", &[("name", name.into())])
}

/// The month's schedule, in order.
fn planned(lang: Lang, seen: &Seen, month: Month, today: Date, now: DateTime) -> Vec<Planned> {
    let mut all = Vec::new();
    for told in &seen.told {
        let bulletin = &told.bulletin;
        let ends = bulletin.withdrawn.as_ref().map(|(day, _)| *day);
        for line in &told.lines {
            let mut aired: Vec<&Aired> = line.aired.iter().collect();
            for at in line.schedule.iter().filter(|at| ends.is_none_or(|end| at.date() < end)) {
                // One line of the log answers one line of the schedule of its day.
                // An urgent one has one hour, and whatever was logged of it answers that.
                let is_urgent = bulletin.priority == broadcast::Priority::Urgent;
                let same = aired.iter().position(|it| is_urgent || it.at.date() == at.date());
                let logged = same.map(|place| aired.remove(place));
                if Month::of(at.date()) != month {
                    continue;
                }
                all.push(Planned {
                    at: *at,
                    weekday: at.weekday().to_monday_one_offset(),
                    id: bulletin.id,
                    when: moment(lang, *at),
                    is_off_air: seen.station.as_ref().is_some_and(|station| !station.is_on_air(*at)),
                    href: one::path(lang, bulletin.id),
                    title: bulletin.title.clone(),
                    priority: priority(lang, bulletin.priority),
                    length: length(lang, bulletin.seconds()),
                    is_silent: logged.is_none() && at.date() < today,
                    is_cut: logged.is_some_and(|it| bulletin.is_cut_at(it.seconds)),
                    clashes: line
                        .clashes
                        .iter()
                        .filter(|it| it.at == *at)
                        .map(|it| clash(lang, it, is_urgent))
                        .collect(),
                    is_displaced: line.displaced(bulletin, now).any(|it| it.at == *at),
                    aired: logged.map(|it| answer(lang, *at, it)),
                    late: line.late_by(bulletin).map(|minutes| late_by(lang, minutes)),
                });
            }
        }
    }
    all.sort_by_key(|planned| planned.at);
    all
}

/// When a line of the schedule was logged: the hour, with its day where that is another.
fn answer(lang: Lang, planned: DateTime, aired: &Aired) -> String {
    let is_same = planned.date() == aired.at.date();
    let when = if is_same { clock(aired.at.time()) } else { moment(lang, aired.at) };
    format!("{when} ({})", length(lang, aired.seconds))
}

/// Bulletins that were withdrawn and whose days are not over.
fn withdrawn(lang: Lang, seen: &Seen, today: Date) -> Vec<(String, String, String)> {
    let told = |told: &broadcast::Told| {
        let (day, _) = told.bulletin.withdrawn.as_ref().filter(|_| told.bulletin.last >= today)?;
        let said = say_with(lang, "broadcast-not-to-air", &[("day", date::short(lang, *day).into())]);
        Some((one::path(lang, told.bulletin.id), told.bulletin.title.clone(), said))
    };
    seen.told.iter().filter_map(told).collect()
}

/// Bulletins that are to be scheduled still.
fn unplanned(lang: Lang, seen: &Seen, today: Date) -> Vec<(String, String, usize)> {
    let is_open = |it: &&broadcast::Told| it.bulletin.state() == State::Sent && it.bulletin.last >= today;
    let open = seen.told.iter().filter(is_open);
    let lacks = |told: &broadcast::Told| {
        let lacks = told.lines.first()?.unplanned(&told.bulletin);
        (lacks > 0).then(|| (one::path(lang, told.bulletin.id), told.bulletin.title.clone(), lacks))
    };
    open.filter_map(lacks).collect()
}

impl Logged {
    fn new(lang: Lang, seen: &Seen, aired: &Aired) -> Self {
        let told = aired.bulletin.and_then(|id| seen.told.iter().find(|told| told.bulletin.id == id));
        Self {
            id: aired.id,
            when: moment(lang, aired.at),
            length: length(lang, aired.seconds),
            href: aired.bulletin.map(|id| one::path(lang, id)),
            is_cut: told.is_some_and(|told| told.bulletin.is_cut_at(aired.seconds)),
            title: told.map_or_else(|| aired.title.clone(), |told| told.bulletin.title.clone()),
            source: aired.source.as_str(),
            by: format!("{}, {}", aired.logged_by, date::short(lang, aired.logged_on)),
        }
    }
}

/// A station as its form has it.
fn written_station(station: &Station) -> Typed {
    let mut typed = Typed::default();
    for (at, set) in station.sets.iter().enumerate() {
        typed = typed
            .with(&format!("set-{at}-spot"), set.spot.as_str())
            .with(&format!("set-{at}-rig"), set.rig.as_str())
            .with(&format!("set-{at}-horns"), set.horns.to_string())
            .with(&format!("set-{at}-works"), if set.works { "1" } else { "" });
    }
    for (at, slot) in station.slots.iter().enumerate() {
        typed = typed
            .with(&format!("slot-{at}-begins"), clock(slot.begins))
            .with(&format!("slot-{at}-minutes"), slot.minutes.to_string())
            .with(&format!("slot-{at}-name"), slot.name.as_str());
        for day in (1..=7_u8).filter(|day| slot.days.holds(day)) {
            typed = typed.with(&format!("slot-{at}-day"), day.to_string());
        }
    }
    typed
}
