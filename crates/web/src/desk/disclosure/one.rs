//! One line of the register: what is asked, where it is, what shows it, and what may be done about it.

use accounts::Directory;
use askama::Template;
use inform::disclosure::{
    self, Check, Key, Law, Line, POST, Place, SETTLE, STRIKE, State, TAKE_DOWN, WITHDRAW, kind,
};
use jiff::civil::Date;
use look::words::say_with;
use look::{Lang, filters};
use places::name::capital;
use plan::evidence::{FILES_MAX, TOTAL_MAX};
use serde::Deserialize;

use super::sentence::closed;
use super::{file, standing};
use crate::desk::Signed;
use crate::desk::assignment::told::Piece;
use crate::desk::typed::Typed;
use crate::fault::{Answer, render};
use crate::parts::disclosure::{
    SpotView, certainty, event, law, place, recorded, spots, stays, what, within,
};
use crate::parts::frame::Frame;
use crate::public::disclosure::short;
use crate::visit::{Path, Query};
use crate::{Fault, Page};

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    /// What was just done, for the page to say.
    told: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/disclosure/one.html")]
pub(super) struct DutyPage {
    frame: Frame,
    line: Line,
    content: &'static str,
    what: String,
    commune: String,
    department: String,
    standing: String,
    within: String,
    stays: String,
    laws: Vec<(String, String)>,
    spots: Vec<SpotView>,
    /// The older documents whose place it may take: the number of the event, and what it was.
    older: Vec<(i64, String)>,
    postings: Vec<Shown>,
    /// Each with its place, and whether the commune looked after its own board.
    checks: Vec<(Check, String, bool)>,
    notice: Option<String>,
    why: Option<String>,
    may: May,
    typed: Typed,
    form: String,
    today: Date,
    post: String,
    public: String,
}

/// A posting, ready to be shown.
struct Shown {
    id: i64,
    first: Date,
    places: String,
    /// The last day at a place, where it is known.
    lasts: Vec<(String, Date)>,
    recorded: String,
    spot: String,
    by: String,
    /// Each with the place that it shows, where that is known.
    pieces: Vec<(String, Piece)>,
    /// The older documents whose place it takes.
    replaces: Vec<String>,
    /// Why a place is shown by nothing: place and reason.
    unproven: Vec<(String, String)>,
    /// That it was recorded by mistake: the day, who said so, and why.
    struck: Option<(Date, String, String)>,
}

/// What the desk may do.
struct May {
    post: bool,
    take_down: bool,
    strike: bool,
    settle: bool,
    withdraw: bool,
}

/// The address of a line.
pub(crate) fn path(lang: Lang, key: &Key) -> String {
    Page::Duty.path(lang).replace("{code}", &code(key))
}

fn code(key: &Key) -> String {
    format!("{}-{}", key.event, key.duty)
}

/// The line that an address names.
pub(super) fn key(code: &str) -> Result<Key, Fault> {
    let (event, duty) = code.split_once('-').ok_or(Fault::Missing)?;
    Ok(Key { event: event.parse().map_err(|_| Fault::Missing)?, duty: duty.to_owned() })
}

/// The page.
pub(crate) async fn get(signed: Signed, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let notice = match asked.told.as_deref() {
        Some("posted") => Some("duty-told-posted"),
        Some("posted-in-part") => Some("duty-told-posted-in-part"),
        Some("done") => Some("duty-told-done"),
        Some("recorded") => Some("duty-told-recorded"),
        _ => None,
    };
    let limits = [("files", FILES_MAX.into()), ("megabytes", (TOTAL_MAX / 1024 / 1024).into())];
    let notice = notice.map(|key| say_with(signed.visit.lang, key, &limits));
    render(&DutyPage::new(&signed, &key(&code)?, notice, None, Typed::default()).await?)
}

impl DutyPage {
    pub(super) async fn new(
        signed: &Signed,
        key: &Key,
        notice: Option<String>,
        why: Option<String>,
        typed: Typed,
    ) -> Result<Self, Fault> {
        let (lang, snapshot, today) = (signed.visit.lang, &signed.visit.snapshot, signed.desk.today);
        let (line, standing_before) = disclosure::with_older(&signed.desk, key).await.map_err(closed)?;
        let older: Vec<(i64, String)> =
            standing_before.iter().map(|it| (it.event.id, dated(lang, it, &snapshot.directory))).collect();
        let is_open = |event: i64| {
            let stands = |it: &Line| it.event.id == event && !it.state.is_past();
            standing_before.iter().any(stands) && line.replaces().all(|taken| taken != event)
        };
        let names = |codes: &[String]| {
            let names: Vec<&str> = codes.iter().map(|code| short(snapshot.directory.name(code))).collect();
            names.join(", ")
        };
        let title = format!("{} {}", line.duty.code, lang.pick(&line.duty.plain, &line.duty.plain_en));
        let owner = line.owners.first().map_or("", String::as_str);
        let told = |law_: &Law| (law(law_), certainty(lang, law_));
        let is_own = |check: &Check| check.finding.as_ref().is_some_and(|finding| line.is_own(finding));
        let check = |check: &Check| (check.clone(), place(lang, check.place, check.opened_on), is_own(check));
        Ok(Self {
            frame: signed.frame(Page::Duty, title).under(Page::Duties).with("{code}", &code(&line.key())),
            content: lang.pick(&line.duty.content, &line.duty.content_en),
            what: event(lang, &line, &snapshot.directory),
            commune: names(&line.owners),
            department: names(&line.departments),
            standing: standing(lang, &line),
            within: within(lang, &line.terms),
            stays: stays(lang, &line.terms),
            laws: line.terms.laws.iter().map(told).collect(),
            spots: spots(lang, &line, today),
            postings: line
                .postings
                .iter()
                .chain(&line.struck)
                .map(|it| Shown::new(lang, it, line.due.day, &older))
                .rev()
                .collect(),
            older: older.iter().filter(|(event, _)| is_open(*event)).cloned().collect(),
            checks: line.checks.iter().rev().map(check).collect(),
            may: May::of(signed, &line),
            form: signed.visit.app.works()?.chance.token(),
            post: super::post::pattern(lang).replace("{code}", &code(&line.key())),
            public: Page::Disclosure.path(lang).replace("{code}", owner),
            notice,
            why,
            typed,
            today,
            line,
        })
    }

    /// Whether the form ticks a place: none that nobody ticked.
    fn ticks(&self, place: &Place) -> bool {
        self.typed.has("place", place.as_str())
    }

    /// Whether the form says that it takes the place of an older one.
    fn takes(&self, event: &i64) -> bool {
        self.typed.has("replaces", &event.to_string())
    }

    /// What was typed of the address of a place, and why there is nothing.
    fn link(&self, place: &Place) -> &str {
        self.typed.get(&super::post::link_of(*place))
    }

    fn why_none(&self, place: &Place) -> &str {
        self.typed.get(&super::post::why_of(*place))
    }

    /// The first day that the form holds.
    fn first(&self) -> String {
        self.typed.maybe("first").unwrap_or_else(|| self.today.to_string())
    }

    /// Whether it hangs anywhere, so that it can be taken down.
    fn hangs(&self) -> bool {
        self.spots.iter().any(|spot| spot.is_there)
    }

    /// Whether anybody has looked.
    fn has_settled(&self) -> bool {
        self.checks.iter().any(|(check, ..)| !check.is_open())
    }

    /// Where photos are made smaller before they are sent.
    fn script(&self) -> &'static str {
        crate::public::assets::shrink_path()
    }
}

/// What it was, with its day.
fn dated(lang: Lang, line: &Line, directory: &Directory) -> String {
    format!("{} ({})", what(lang, line, directory), look::date::short(lang, line.event.day))
}

impl Shown {
    fn new(lang: Lang, posting: &disclosure::Posting, due: Date, older: &[(i64, String)]) -> Self {
        let replaces = older.iter().filter(|(event, _)| posting.replaces.contains(event));
        let named = |at| place(lang, at, posting.first);
        let places: Vec<String> = posting.showings.iter().map(|showing| named(showing.place)).collect();
        let piece = |proof: &disclosure::Proof| {
            let shows = proof.place.map_or_else(String::new, named);
            (shows, Piece::of(lang, &proof.piece, file::path(lang, proof.id)))
        };
        let lasts = posting.showings.iter().filter_map(|it| Some((named(it.place), it.last?)));
        let is_after = posting.showings.iter().any(|it| posting.is_told_after(it.place, due));
        let unproven = posting.showings.iter().filter(|it| !it.unproven.is_empty());
        Self {
            id: posting.id,
            replaces: replaces.map(|(_, what)| what.clone()).collect(),
            unproven: unproven.map(|it| (named(it.place), it.unproven.clone())).collect(),
            struck: posting.struck.as_ref().map(|it| (it.on, it.by.clone(), it.why.clone())),
            first: posting.first,
            lasts: lasts.collect(),
            recorded: capital(&recorded(lang, posting.recorded_on, is_after)),
            places: places.join(", "),
            spot: posting.spot.clone(),
            by: posting.recorded_by.clone(),
            pieces: posting.evidence.iter().map(piece).collect(),
        }
    }
}

impl May {
    fn of(signed: &Signed, line: &Line) -> Self {
        let (role, near) = (signed.desk.role, line.relation(&signed.desk));
        let is_recorded = kind(&line.event.kind).is_some_and(disclosure::Kind::is_recorded);
        let is_kept = line.event.withdrawn.is_none();
        let is_open = is_kept && !matches!(line.state, State::Replaced | State::Ended);
        Self {
            post: is_open && POST.allows(role, near),
            take_down: is_open && TAKE_DOWN.allows(role, near),
            strike: is_kept && STRIKE.allows(role, near),
            settle: is_kept && SETTLE.allows(role, near),
            withdraw: is_kept && is_recorded && line.postings.is_empty() && WITHDRAW.allows(role, near),
        }
    }
}
