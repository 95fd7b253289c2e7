//! What one commune must make public: what you are entitled to see, where it is, since when; and what it has recorded
//! nothing of.

mod card;

use std::collections::BTreeMap;

use accounts::Agency;
use accounts::agency::{Heirs, Kind};
use askama::Template;
use inform::disclosure::{Blank, Shown, Topic};
use jiff::civil::Date;
use look::words::say_with;
use look::{Lang, filters};
use places::name::capital;
use serde::Deserialize;

pub(crate) use card::{Card, cards, standing};

use super::{Counts, counts, short};
use crate::fault::{Answer, render};
use crate::parts::disclosure::{places, unit};
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
    /// Where the notice to print is; of a commune that is no more there is none.
    poster: Option<String>,
    notice: Option<String>,
    /// Those that went on with its work, where it ended.
    heirs: Vec<(String, String)>,
    sum: String,
    /// What the link to the form for questions says, and what stands above the button for what is not found.
    ask: String,
    seek: String,
    lots: Vec<Lot>,
    /// What has been missing for more than a year.
    old: Vec<Card>,
    past: Vec<Card>,
}

/// What is told of one topic: what is up first.
struct Lot {
    topic: &'static str,
    cards: Vec<Card>,
    /// What stands above what nothing is recorded of.
    head: String,
    blanks: Vec<BlankView>,
}

/// Something of which nothing is recorded, ready to be shown.
pub(crate) struct BlankView {
    topic: Topic,
    pub(crate) duty: &'static str,
    pub(crate) plain: &'static str,
    pub(crate) places: String,
    /// When the last of it was, where that was over long ago.
    pub(crate) before: Option<String>,
    /// That somebody looked for it, or what was answered.
    pub(crate) sought: Option<String>,
    /// Where one asks for it.
    pub(crate) ask: String,
}

/// The page.
pub(crate) async fn get(visit: Visit, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let (lang, snapshot) = (visit.lang, visit.snapshot.clone());
    let commune = commune(&snapshot, &code)?;
    let title = say_with(lang, "disclosure-title", &[("commune", short(&commune.name).into())]);
    let frame = visit.frame(Page::Disclosure, title).under(Page::Disclosures).with("{code}", &code);
    let (open, past): (Vec<_>, Vec<_>) =
        cards(lang, &snapshot, &code).into_iter().partition(|(shown, _)| !matches!(shown, Shown::Past(_)));
    let (old, open): (Vec<_>, Vec<_>) = open.into_iter().partition(|(_, card)| card.is_old);
    let blanks = blanks(lang, &snapshot, commune);
    let Counts { here, coming, absent, past: over } = counts(&snapshot, &code);
    let counts =
        [("here", here), ("coming", coming), ("lacking", absent), ("blank", blanks.len()), ("past", over)];
    let unit = unit(lang, &commune.name);
    render(&CommunePage {
        doubt: super::doubt::pattern(lang).replace("{code}", &code),
        poster: commune.in_force(frame.today).then(|| Page::Poster.path(lang).replace("{code}", &code)),
        notice: told(lang, asked.told.as_deref(), &unit),
        heirs: heirs(lang, &snapshot, commune, frame.today),
        sum: say_with(lang, "disclosure-sum", &counts.map(|(name, count)| (name, count.into()))),
        ask: say_with(lang, "disclosure-ask", &[("unit", unit.as_str().into())]),
        seek: say_with(lang, "sought-lead", &[("unit", unit.as_str().into())]),
        lots: lots(lang, &unit, open, blanks),
        old: old.into_iter().map(|(_, card)| card).collect(),
        past: past.into_iter().map(|(_, card)| card).collect(),
        frame,
    })
}

/// The commune of this code.
pub(crate) fn commune<'a>(snapshot: &'a Snapshot, code: &str) -> Result<&'a Agency, Fault> {
    snapshot.directory.agency(code).filter(|agency| agency.kind == Kind::Commune).ok_or(Fault::Missing)
}

/// What a commune owes and has recorded nothing of.
pub(crate) fn blanks(lang: Lang, snapshot: &Snapshot, commune: &Agency) -> Vec<BlankView> {
    let (unit, today) = (unit(lang, &commune.name), snapshot.today);
    let ask = format!("{}?place={}&kind=information&about=", Page::Questions.path(lang), commune.code);
    let view = |blank: &Blank| BlankView {
        topic: blank.duty.topic,
        duty: &blank.duty.code,
        plain: lang.pick(&blank.duty.plain, &blank.duty.plain_en),
        places: places(lang, &blank.places, today),
        before: blank.before.map(|day| dated(lang, "disclosure-before", day)),
        sought: sought(lang, blank, &unit),
        ask: format!("{ask}{}", blank.duty.code),
    };
    snapshot.notices.blanks(&commune.code).iter().map(view).collect()
}

fn sought(lang: Lang, blank: &Blank, unit: &str) -> Option<String> {
    let sought = blank.sought.as_ref()?;
    let day = |day| look::date::short(lang, day).into();
    Some(match &sought.answer {
        None => {
            let due = day(blank.answer_by.unwrap_or(sought.on));
            say_with(lang, "sought-open", &[("day", day(sought.on)), ("unit", unit.into()), ("due", due)])
        }
        Some(answer) => {
            let why = answer.words.trim_end_matches('.').into();
            say_with(lang, "sought-answered", &[("day", day(answer.on)), ("unit", unit.into()), ("why", why)])
        }
    })
}

fn dated(lang: Lang, key: &str, day: Date) -> String {
    say_with(lang, key, &[("day", look::date::short(lang, day).into())])
}

/// By topic: what is up, what is not, what nothing is recorded of.
fn lots(lang: Lang, unit: &str, mut open: Vec<(Shown, Card)>, blanks: Vec<BlankView>) -> Vec<Lot> {
    open.sort_by_key(|(shown, _)| match shown {
        Shown::Here(_) => 0,
        Shown::Absent(_) => 1,
        Shown::Coming | Shown::Past(_) => 2,
    });
    let mut cards: BTreeMap<Topic, Vec<Card>> = BTreeMap::new();
    for (_, card) in open {
        cards.entry(card.topic).or_default().push(card);
    }
    let mut blank: BTreeMap<Topic, Vec<BlankView>> = BTreeMap::new();
    for it in blanks {
        blank.entry(it.topic).or_default().push(it);
    }
    let lot = |topic: Topic| {
        let blanks = blank.remove(&topic).unwrap_or_default();
        let said = [("unit", capital(unit).into()), ("n", blanks.len().into())];
        let cards = cards.remove(&topic).unwrap_or_default();
        Lot { topic: topic.as_str(), cards, head: say_with(lang, "disclosure-blank", &said), blanks }
    };
    let mut lots: Vec<Lot> = Topic::ALL.into_iter().map(lot).collect();
    lots.retain(|lot| !lot.cards.is_empty() || !lot.blanks.is_empty());
    lots
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

fn told(lang: Lang, told: Option<&str>, unit: &str) -> Option<String> {
    let key = match told? {
        "doubted" => "doubt-thanks",
        "sought" => "sought-thanks",
        "changed" => "doubt-changed",
        _ => return None,
    };
    Some(say_with(lang, key, &[("unit", unit.into())]))
}
