//! What one commune makes public: what you are entitled to see, where it is, since when.

use accounts::Agency;
use accounts::agency::{Heirs, Kind};
use askama::Template;
use inform::disclosure::{Line, Shown};
use jiff::civil::Date;
use look::words::{say, say_with};
use look::{Lang, filters};
use plan::evidence::What;
use serde::Deserialize;

use super::short;
use crate::fault::{Answer, render};
use crate::parts::disclosure::{SpotView, certainty, event, law, spots};
use crate::parts::frame::Frame;
use crate::visit::{Path, Query, Visit};
use crate::{Fault, Page, Snapshot};

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    /// What was just said, for the page to answer.
    told: Option<String>,
}

#[derive(Template)]
#[template(path = "public/disclosure/commune.html")]
struct CommunePage {
    frame: Frame,
    /// Where it may be said that something is not there.
    doubt: String,
    poster: String,
    notice: Option<String>,
    /// Those that went on with its work, where it ended.
    heirs: Vec<(String, String)>,
    lots: Vec<(&'static str, Vec<Card>)>,
    past: Vec<Card>,
}

/// Something that must be public, as anyone sees it.
pub(crate) struct Card {
    pub(crate) event: i64,
    pub(crate) duty: &'static str,
    pub(crate) plain: &'static str,
    pub(crate) content: &'static str,
    pub(crate) what: String,
    pub(crate) standing: String,
    pub(crate) class: &'static str,
    pub(crate) spots: Vec<SpotView>,
    pub(crate) links: Vec<(String, String)>,
    pub(crate) law: String,
    pub(crate) certainty: String,
}

/// The page.
pub(crate) async fn get(visit: Visit, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let (lang, snapshot) = (visit.lang, visit.snapshot.clone());
    let commune = commune(&snapshot, &code)?;
    let title = say_with(lang, "disclosure-title", &[("commune", short(&commune.name).into())]);
    let frame = visit.frame(Page::Disclosure, title).under(Page::Disclosures).with("{code}", &code);
    let (open, past): (Vec<_>, Vec<_>) =
        cards(lang, &snapshot, &code).into_iter().partition(|(shown, _)| !matches!(shown, Shown::Past(_)));
    let (here, lacking): (Vec<_>, Vec<_>) =
        open.into_iter().partition(|(shown, _)| matches!(shown, Shown::Here(_)));
    let bare = |cards: Vec<(Shown, Card)>| cards.into_iter().map(|(_, card)| card).collect::<Vec<_>>();
    render(&CommunePage {
        doubt: super::doubt::pattern(lang).replace("{code}", &code),
        poster: Page::Poster.path(lang).replace("{code}", &code),
        notice: told(lang, asked.told.as_deref()),
        heirs: heirs(lang, &snapshot, commune, frame.today),
        lots: vec![("disclosure-here", bare(here)), ("disclosure-lacking", bare(lacking))],
        past: bare(past),
        frame,
    })
}

/// The commune of this code.
pub(crate) fn commune<'a>(snapshot: &'a Snapshot, code: &str) -> Result<&'a Agency, Fault> {
    snapshot.directory.agency(code).filter(|agency| agency.kind == Kind::Commune).ok_or(Fault::Missing)
}

/// What is told of a commune.
pub(crate) fn cards(lang: Lang, snapshot: &Snapshot, code: &str) -> Vec<(Shown, Card)> {
    let notices = &snapshot.notices;
    let card = |line: &Line| {
        let shown = notices.shown(line);
        (shown, Card::new(lang, line, shown, snapshot.today))
    };
    notices.of(code).map(card).collect()
}

impl Card {
    fn new(lang: Lang, line: &Line, shown: Shown, today: Date) -> Self {
        let (standing, class) = standing(lang, line, shown);
        let pieces = line.postings.iter().flat_map(|posting| &posting.evidence);
        let links = pieces.filter_map(|(_, piece)| match &piece.what {
            What::Link(address) => Some((piece.name.clone(), address.clone())),
            _ => None,
        });
        Self {
            event: line.event.id,
            duty: &line.duty.code,
            plain: lang.pick(&line.duty.plain, &line.duty.plain_en),
            content: lang.pick(&line.duty.content, &line.duty.content_en),
            what: event(lang, line),
            spots: spots(lang, line, today),
            law: law(&line.terms.laws[0]),
            certainty: certainty(lang, &line.terms.laws[0]),
            links: links.collect(),
            standing,
            class,
        }
    }

    /// The places where it can be said that it is not there.
    pub(crate) fn there(&self) -> impl Iterator<Item = &SpotView> {
        self.spots.iter().filter(|spot| spot.is_there)
    }
}

fn standing(lang: Lang, line: &Line, shown: Shown) -> (String, &'static str) {
    let days = |key, days: i32| say_with(lang, key, &[("n", i64::from(days).into())]);
    match shown {
        Shown::Here(None) => (say(lang, "shown-here"), "done"),
        Shown::Here(Some(late)) => (days("shown-here-late", late), "done_late"),
        Shown::Coming => {
            let due = look::date::short(lang, line.due.day);
            (say_with(lang, "shown-coming", &[("day", due.into())]), "")
        }
        Shown::Absent(late) => (days("shown-absent", late), "late"),
        Shown::Past(None) => (say(lang, "shown-past"), ""),
        Shown::Past(Some(late)) => (days("shown-past-late", late), ""),
    }
}

fn heirs(lang: Lang, snapshot: &Snapshot, commune: &Agency, today: Date) -> Vec<(String, String)> {
    if commune.in_force(today) {
        return Vec::new();
    }
    let found = match snapshot.directory.heirs(&commune.code, today) {
        Heirs::One(heir) => vec![heir],
        Heirs::Several(heirs) => heirs,
        Heirs::Nobody => Vec::new(),
    };
    let link = |heir: &Agency| {
        (Page::Disclosure.path(lang).replace("{code}", &heir.code), short(&heir.name).to_owned())
    };
    found.into_iter().map(link).collect()
}

fn told(lang: Lang, told: Option<&str>) -> Option<String> {
    let key = match told? {
        "doubted" => "doubt-thanks",
        "changed" => "doubt-changed",
        "wait" => "doubt-wait",
        _ => return None,
    };
    Some(say(lang, key))
}
