//! What is found of each kind, one more than is shown where there are more.

use std::collections::{HashMap, HashSet};

use inform::disclosure::{Few, Found, Shown};
use listen::{poll, pulse, question};
use look::date;
use look::words::{say, say_with};
use places::{country, name};
use scores::{Item, Structure};

use super::{Hit, MOST};
use crate::desk::typed::query;
use crate::fault::Fault;
use crate::parts::article::found::{Piece, is_one, marked};
use crate::parts::poll::Told;
use crate::parts::question::agency;
use crate::public::disclosure::commune::{card_of, standing};
use crate::public::disclosure::short;
use crate::public::progress::place_of;
use crate::public::question::answered::title;
use crate::visit::Visit;
use crate::{Page, asked, parts};

/// What is looked for, by whom.
pub(super) struct Wanted<'a> {
    visit: &'a Visit,
    written: &'a str,
    /// The words of it, folded, which are marked in what is found.
    words: Vec<String>,
}

impl<'a> Wanted<'a> {
    pub(super) fn new(visit: &'a Visit, written: &'a str) -> Self {
        Self { visit, written, words: name::words(written) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a text holds every word, with or without marks: "thu" is not in "Thừa Thiên".
    fn is_in(&self, text: &str) -> bool {
        let text = name::words(text);
        self.words.iter().all(|word| text.iter().any(|it| is_one(it, word)))
    }

    fn hit(&self, path: String, name: &str, note: &str) -> Hit {
        Hit { path, name: marked(name, &self.words), note: marked(note, &self.words) }
    }

    /// Questions that were answered in public.
    pub(super) async fn questions(&self) -> Result<Vec<Hit>, Fault> {
        let visit = self.visit;
        let Ok(works) = visit.app.works() else { return Ok(Vec::new()) };
        let rows = question::found(&works.program(None), self.written, MOST as i64 + 1).await?;
        let page =
            format!("{}?{}", Page::Answered.path(visit.lang), query([("q", &self.written.to_owned())]));
        let hit = |it: &question::Published| {
            let day = it.answered_on.map(|day| date::short(visit.lang, day)).unwrap_or_default();
            Hit { note: plain(&day), ..self.hit(format!("{page}#c{}", it.code), &title(&it.words), "") }
        };
        Ok(rows.iter().map(hit).collect())
    }

    /// What plans promised.
    pub(super) fn promises(&self) -> Vec<Hit> {
        let (lang, snapshot) = (self.visit.lang, &self.visit.snapshot);
        let plans = snapshot.progress.plans.iter();
        let found = plans
            .flat_map(|plan| plan.promises.iter().map(move |promise| (plan, promise)))
            .filter(|(_, it)| self.is_in(&format!("{} {}", it.code, it.what)));
        let hit = |(plan, it): (&plan::progress::Plan, &plan::progress::Promise)| {
            self.hit(place_of(lang, snapshot, plan, it), &it.what, &it.code)
        };
        found.take(MOST + 1).map(hit).collect()
    }

    /// Communes by their names, then what stands up in them or ought to.
    pub(super) fn communes(&self) -> Vec<Hit> {
        let (lang, snapshot) = (self.visit.lang, &self.visit.snapshot);
        let page = |code: &str| Page::Disclosure.path(lang).replace("{code}", code);
        let named = |code: &str| short(agency(&snapshot.directory, code)).to_owned();
        let by_name = snapshot.notices.communes().map(|code| (code, named(code)));
        let by_name = by_name.filter(|(_, name)| self.is_in(name));
        let by_name = by_name.map(|(code, name)| self.hit(page(code), &name, ""));
        // What the page of a commune shows first is asked once for all that is found of it.
        let mut few: HashMap<&str, Few<'_>> = HashMap::new();
        let found = snapshot.notices.find(self.written, MOST + 1).into_iter();
        let found = found.map(|(code, found)| {
            let few = few.entry(code).or_insert_with(|| snapshot.notices.few(code));
            self.disclosed((code, few), found)
        });
        by_name.chain(found).take(MOST + 1).collect()
    }

    /// Something of a commune; what is not up says how it stands.
    fn disclosed(&self, (code, few): (&str, &Few<'_>), found: Found<'_>) -> Hit {
        let (lang, snapshot) = (self.visit.lang, &self.visit.snapshot);
        let (duty, path, note) = match found {
            Found::Blank(blank) => {
                let page = Page::Disclosure.path(lang).replace("{code}", code);
                (blank.duty, format!("{page}#v{}", blank.duty.code), say(lang, "disclosures-blank"))
            }
            Found::Line(line) => {
                let what = parts::disclosure::what(lang, line, &snapshot.directory);
                let note = match snapshot.notices.shown(line) {
                    Shown::Here(_) => what,
                    shown => format!("{what}. {}", standing(lang, line, shown, snapshot.today).0),
                };
                (line.duty, card_of(lang, snapshot, (code, few), line), note)
            }
        };
        let named = short(agency(&snapshot.directory, code));
        self.hit(path, &format!("{named}: {}", lang.pick(&duty.plain, &duty.plain_en)), &note)
    }

    /// Polls of the portal, then pulses whose results are there.
    pub(super) async fn polls(&self) -> Result<Vec<Hit>, Fault> {
        let lang = self.visit.lang;
        let Ok(works) = self.visit.app.works() else { return Ok(Vec::new()) };
        let desk = works.program(None);
        let polls = poll::all_open(&desk).await.map_err(parts::poll::closed)?;
        let told = polls.iter().map(|it| Told::new(lang, it, desk.today)).filter(|it| self.is_in(&it.asked));
        let path = |page: Page, id: i64| page.path(lang).replace("{id}", &id.to_string());
        let told = told.map(|it| self.hit(path(Page::Poll, it.id), &it.asked, &it.days));
        let over = pulse::over(&desk).await?.into_iter();
        let over = over.filter(|it| self.is_in(&format!("{} {}", it.title, it.population)));
        let over = over.map(|it| self.hit(path(Page::Pulse, it.id), &it.title, &it.population));
        Ok(told.chain(over).take(MOST + 1).collect())
    }

    /// Provinces of every set.
    pub(super) fn provinces(&self) -> Vec<Hit> {
        let lang = self.visit.lang;
        let units = country().sets.iter().flat_map(|set| {
            let named = set.find(self.written);
            set.units.iter().map(move |unit| (set, unit, named.is_some_and(|other| other.id == unit.id)))
        });
        let found = units.filter(|(_, unit, is_named)| {
            *is_named || self.is_in(&format!("{} {} {}", unit.name, unit.name_en, unit.code))
        });
        let hit = |(set, unit, _): (&places::Set, &places::Unit, bool)| {
            let path = Page::of_unit(unit, lang, self.visit.snapshot.current());
            let note = say(lang, &format!("units-{}", set.label));
            Hit { note: plain(&note), ..self.hit(path, lang.pick(unit.name, unit.name_en), "") }
        };
        found.map(hit).collect()
    }

    /// Dimensions and sub-dimensions of every year, each meaning once.
    pub(super) fn contents(&self) -> Vec<Hit> {
        let lang = self.visit.lang;
        // Most years say the same: each text is read once.
        let mut read: HashSet<String> = HashSet::new();
        let mut told: Vec<String> = Vec::new();
        let mut hits: Vec<Hit> = Vec::new();
        for edition in self.visit.snapshot.editions.iter().rev() {
            for item in edition.structure.items().into_iter().filter(|item| *item != Item::Total) {
                let text = names(&edition.structure, item);
                let is_found = !read.contains(&text) && self.is_in(&text);
                read.insert(text);
                if !is_found {
                    continue;
                }
                let name = asked::item_name(lang, &edition.structure, item);
                if !told.contains(&name) {
                    let path = format!("{}?year={}&dimension={item}", Page::Ranking.path(lang), edition.year);
                    let note = say_with(lang, "search-year", &[("year", edition.year.to_string().into())]);
                    hits.push(Hit { note: plain(&note), ..self.hit(path, &name, "") });
                    told.push(name);
                }
            }
        }
        hits
    }

    /// Documents of the plan, by kind, sign and title.
    pub(super) fn documents(&self) -> Vec<Hit> {
        let lang = self.visit.lang;
        let found = self.visit.snapshot.documents.iter().filter(|document| {
            let kind = say_with(
                lang,
                "document-name",
                &[("kind", document.kind.as_str().into()), ("sign", document.sign.as_str().into())],
            );
            self.is_in(&format!("{kind} {} {} {}", document.sign, document.title, document.title_en))
        });
        let hit = |document: &plan::Document| {
            let path = format!("{}/{}", Page::Documents.path(lang), document.slug());
            self.hit(path, &document.sign, lang.pick(&document.title, &document.title_en))
        };
        found.take(MOST + 1).map(hit).collect()
    }

    /// Pages of the site, by name.
    pub(super) fn pages(&self) -> Vec<Hit> {
        let lang = self.visit.lang;
        let all = Page::of_menu(&Page::MENU).chain([Page::About, Page::Choices, Page::Interface]);
        let named = all.map(|page| (page, say(lang, page.key()))).filter(|(_, name)| self.is_in(name));
        named.map(|(page, name)| self.hit(page.path(lang), &name, "")).collect()
    }
}

/// Every name of an item, in both languages.
fn names(structure: &Structure, item: Item) -> String {
    let said = |lang| asked::item_name(lang, structure, item);
    let own =
        item.dimension().and_then(|number| structure.dimension(number)).map(|dimension| dimension.papi_name);
    let own = own.filter(|_| matches!(item, Item::Dimension(_))).unwrap_or_default();
    format!("{} {} {own}", said(look::Lang::Vi), said(look::Lang::En))
}

/// A text in which nothing is marked.
fn plain(text: &str) -> Vec<Piece> {
    vec![(text.to_owned(), false)]
}
