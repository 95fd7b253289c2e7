//! Something that must be public and of which something is recorded, as anyone sees it.

use inform::disclosure::{Line, Shown, Topic, kind};
use jiff::civil::Date;
use look::Lang;
use look::words::{say, say_with};
use plan::evidence::What;

use crate::Snapshot;
use crate::parts::disclosure::{SpotView, law, spots, what};

/// Something that must be public, as anyone sees it.
pub(crate) struct Card {
    pub(super) topic: Topic,
    pub(crate) event: i64,
    pub(crate) duty: &'static str,
    pub(crate) plain: &'static str,
    pub(crate) content: &'static str,
    /// The document or the quarter, in the commune's words.
    pub(crate) what: String,
    /// The kind of event; empty where the calendar made it happen.
    pub(crate) kind: &'static str,
    pub(crate) standing: String,
    /// That it is so old that there may be a newer one.
    pub(crate) aged: Option<String>,
    /// Whether it has been missing so long that it stands behind the others.
    pub(crate) is_old: bool,
    pub(crate) class: &'static str,
    pub(crate) spots: Vec<SpotView>,
    pub(crate) links: Vec<(String, String)>,
    pub(crate) law: String,
}

/// What is told of a commune, as anyone sees it.
pub(crate) fn cards(lang: Lang, snapshot: &Snapshot, lines: &[&Line]) -> Vec<(Shown, Card)> {
    let card = |line: &&Line| {
        let shown = snapshot.notices.shown(line);
        (shown, Card::new(lang, snapshot, line, shown))
    };
    lines.iter().map(card).collect()
}

impl Card {
    fn new(lang: Lang, snapshot: &Snapshot, line: &Line, shown: Shown) -> Self {
        let (standing, class) = standing(lang, line, shown, snapshot.today);
        let mut spots = spots(lang, line, snapshot.today);
        for spot in &mut spots {
            // What still has time is no lack yet.
            spot.is_lacking &= shown != Shown::Coming;
        }
        let recorded = kind(&line.event.kind).filter(|kind| kind.is_recorded());
        let day = look::date::short(lang, line.event.day);
        let aged = snapshot.notices.is_aged(line);
        Self {
            topic: line.duty.topic,
            event: line.event.id,
            duty: &line.duty.code,
            plain: lang.pick(&line.duty.plain, &line.duty.plain_en),
            content: lang.pick(&line.duty.content, &line.duty.content_en),
            what: what(lang, line, &snapshot.directory),
            aged: aged.then(|| say_with(lang, "disclosure-aged", &[("day", day.into())])),
            is_old: snapshot.notices.is_old(line),
            kind: recorded.map_or("", |kind| lang.pick(&kind.name, &kind.name_en)),
            spots,
            law: law(&line.terms.laws[0]),
            links: links(line),
            standing,
            class,
        }
    }

    /// The places where it can be said that it is not there.
    pub(crate) fn there(&self) -> impl Iterator<Item = &SpotView> {
        self.spots.iter().filter(|spot| spot.is_there)
    }
}

/// Where it is on the web, each address once.
fn links(line: &Line) -> Vec<(String, String)> {
    let mut links: Vec<(String, String)> = Vec::new();
    for proof in line.postings.iter().flat_map(|posting| &posting.evidence) {
        if let What::Link(address) = &proof.piece.what
            && links.iter().all(|(_, known)| known != address)
        {
            links.push((proof.piece.name.clone(), address.clone()));
        }
    }
    links
}

/// How it stands, in words, and the class that shows it.
pub(crate) fn standing(lang: Lang, line: &Line, shown: Shown, today: Date) -> (String, &'static str) {
    let days = |key, days: i32| say_with(lang, key, &[("n", i64::from(days).into())]);
    match shown {
        Shown::Here(None) => (say(lang, "shown-here"), "done"),
        Shown::Here(Some(late)) => (days("shown-here-late", late), "done_late"),
        Shown::Coming => {
            let due = look::date::short(lang, line.due.day);
            (say_with(lang, "shown-coming", &[("day", due.into())]), "")
        }
        // It lacks since today where a check of today did not find it.
        Shown::Absent(0) => {
            let today = look::date::short(lang, today);
            (say_with(lang, "shown-absent-found", &[("day", today.into())]), "late")
        }
        Shown::Absent(late) => (days("shown-absent", late), "late"),
        Shown::Past(None) => (say(lang, "shown-past"), ""),
        Shown::Past(Some(late)) => (days("shown-past-late", late), ""),
    }
}
