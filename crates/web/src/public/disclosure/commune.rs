//! What one commune must make public: what you are entitled to see, where it is, since when; and what it has recorded
//! nothing of.

mod card;

use std::collections::BTreeMap;

use accounts::Agency;
use accounts::agency::{Heirs, Kind};
use askama::Template;
use inform::Duty;
use inform::disclosure::{Blank, Few, Line, Shown, Topic};
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
    /// The duty of which everything is asked for, and the page of it.
    duty: Option<String>,
    page: Option<String>,
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
    /// Where the rest of one duty is, and everything; on the page of one duty alone.
    of_duty: Option<OfDuty>,
    /// What the link to the form for questions says, and what stands above the button for what is not found.
    ask: String,
    seek: String,
    lots: Vec<Lot>,
    /// What has been missing for more than a year.
    old: Vec<Card>,
    past: Vec<Card>,
}

/// The way about in what is told of one duty.
struct OfDuty {
    all: String,
    newer: Option<String>,
    older: Option<String>,
}

/// What is told of one topic: what is up first.
struct Lot {
    topic: &'static str,
    cards: Vec<Card>,
    /// Where everything of a duty is of which there is more: address, what the link says.
    more: Vec<(String, String)>,
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
    if let Some(duty) = asked.duty.as_deref().and_then(Duty::of) {
        let lines = snapshot.notices.of_duty(&code, &duty.code);
        if !lines.is_empty() {
            return of_duty(&visit, commune, (duty, &lines), asked.page.as_deref(), frame);
        }
    }
    let few = snapshot.notices.few(&code);
    let (open, past): (Vec<_>, Vec<_>) = cards(lang, &snapshot, &few.lines)
        .into_iter()
        .partition(|(shown, _)| !matches!(shown, Shown::Past(_)));
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
        lots: lots(lang, &unit, open, blanks, &more(lang, &code, &few)),
        of_duty: None,
        old: old.into_iter().map(|(_, card)| card).collect(),
        past: past.into_iter().map(|(_, card)| card).collect(),
        frame,
    })
}

/// Cards on a page of one duty.
const CARDS: usize = 30;

/// Everything that is told of one duty, in pages.
fn of_duty(
    visit: &Visit,
    commune: &Agency,
    (duty, lines): (&'static Duty, &[&Line]),
    page: Option<&str>,
    frame: Frame,
) -> Answer {
    let (lang, snapshot, code) = (visit.lang, &visit.snapshot, &commune.code);
    let pages = lines.len().div_ceil(CARDS).max(1);
    let page = page.and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, pages);
    let shown: Vec<&Line> = lines.iter().skip((page - 1) * CARDS).take(CARDS).copied().collect();
    let cards = cards(lang, snapshot, &shown).into_iter().map(|(_, card)| card).collect();
    let unit = unit(lang, &commune.name);
    let sum = [("n", lines.len().into()), ("what", lang.pick(duty.plain.as_str(), &duty.plain_en).into())];
    render(&CommunePage {
        doubt: super::doubt::pattern(lang).replace("{code}", code),
        poster: None,
        notice: None,
        heirs: heirs(lang, snapshot, commune, frame.today),
        sum: say_with(lang, "disclosure-of-duty", &sum),
        of_duty: Some(OfDuty {
            all: Page::Disclosure.path(lang).replace("{code}", code),
            newer: (page > 1).then(|| address(lang, code, duty, page - 1)),
            older: (page < pages).then(|| address(lang, code, duty, page + 1)),
        }),
        ask: String::new(),
        seek: say_with(lang, "sought-lead", &[("unit", unit.as_str().into())]),
        lots: vec![Lot {
            topic: duty.topic.as_str(),
            cards,
            more: Vec::new(),
            head: String::new(),
            blanks: Vec::new(),
        }],
        old: Vec::new(),
        past: Vec::new(),
        frame,
    })
}

/// Where a page of everything of a duty is.
fn address(lang: Lang, code: &str, duty: &Duty, page: usize) -> String {
    let path = Page::Disclosure.path(lang).replace("{code}", code);
    let more = if page > 1 { format!("&page={page}") } else { String::new() };
    format!("{path}?duty={}{more}", duty.code)
}

/// Where the card of a line of a commune stands, of which the page shows a few first.
pub(crate) fn card_of(lang: Lang, snapshot: &Snapshot, (code, few): (&str, &Few<'_>), line: &Line) -> String {
    let mark = format!("#v{}-{}", line.event.id, line.duty.code);
    let is = |other: &&Line| other.key() == line.key();
    if few.lines.iter().any(is) {
        return format!("{}{mark}", Page::Disclosure.path(lang).replace("{code}", code));
    }
    let at = snapshot.notices.of_duty(code, &line.duty.code).iter().position(is).unwrap_or_default();
    format!("{}{mark}", address(lang, code, line.duty, at / CARDS + 1))
}

/// Of what there is more than the page shows: the topic, where it is, and what the link says.
fn more(lang: Lang, code: &str, few: &Few<'_>) -> Vec<(Topic, String, String)> {
    let link = |(duty, count): &(&'static Duty, usize)| {
        let said = [("n", (*count).into()), ("what", lang.pick(duty.plain.as_str(), &duty.plain_en).into())];
        (duty.topic, address(lang, code, duty, 1), say_with(lang, "disclosure-more", &said))
    };
    few.more.iter().map(link).collect()
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
        sought: sought(lang, blank, &unit, today),
        ask: format!("{ask}{}", blank.duty.code),
    };
    snapshot.notices.blanks(&commune.code).iter().map(view).collect()
}

fn sought(lang: Lang, blank: &Blank, unit: &str, today: Date) -> Option<String> {
    let sought = blank.sought.as_ref()?;
    let day = |day| look::date::short(lang, day).into();
    let answered = |key, answer: &inform::disclosure::Answer| {
        let why = answer.words.trim_end_matches('.').into();
        say_with(lang, key, &[("day", day(answer.on)), ("unit", unit.into()), ("why", why)])
    };
    if let Some(answer) = &sought.answer {
        return Some(answered("sought-answered", answer));
    }
    let by = blank.answer_by.unwrap_or(sought.on);
    let late = i64::from((today - by).get_days());
    let told = [("day", day(sought.on)), ("unit", unit.into()), ("due", day(by)), ("n", late.into())];
    let open = say_with(lang, if late > 0 { "sought-late" } else { "sought-open" }, &told);
    let before = blank.answered.as_ref().map(|answer| answered("sought-before", answer));
    Some(before.map_or(open.clone(), |before| format!("{open} {before}")))
}

fn dated(lang: Lang, key: &str, day: Date) -> String {
    say_with(lang, key, &[("day", look::date::short(lang, day).into())])
}

/// By topic: what is up, what is not, what nothing is recorded of.
fn lots(
    lang: Lang,
    unit: &str,
    mut open: Vec<(Shown, Card)>,
    blanks: Vec<BlankView>,
    more: &[(Topic, String, String)],
) -> Vec<Lot> {
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
        let head = capital(unit);
        let said = [("unit", lang.pick(&head, unit).into()), ("n", blanks.len().into())];
        let cards = cards.remove(&topic).unwrap_or_default();
        let more = more.iter().filter(|(of, ..)| *of == topic);
        Lot {
            topic: topic.as_str(),
            cards,
            more: more.map(|(_, href, said)| (href.clone(), said.clone())).collect(),
            head: say_with(lang, "disclosure-blank", &said),
            blanks,
        }
    };
    let mut lots: Vec<Lot> = Topic::ALL.into_iter().map(lot).collect();
    lots.retain(|lot| !lot.cards.is_empty() || !lot.blanks.is_empty() || !lot.more.is_empty());
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
