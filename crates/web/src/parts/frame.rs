//! What stands around every page: date line, language, choices, menu, breadcrumbs, footer with imprint.

use std::fmt::Display;
use std::sync::Arc;

use accounts::{Desk, Role};
use inform::Link;
use jiff::civil::Date;
use look::Lang;
use look::words::say;
use places::Unit;
use scores::Group;

use crate::Page;
use crate::desk::is_open_to;
use crate::parts::choices::Choices;
use crate::parts::sentence;
use crate::public::assets;
use crate::visit::Visit;

/// The frame of one page.
pub(crate) struct Frame {
    pub(crate) lang: Lang,
    pub(crate) title: String,
    pub(crate) page: Page,
    pub(crate) crumbs: Vec<(String, String)>,
    pub(crate) choices: Choices,
    pub(crate) today: Date,
    pub(crate) demo: bool,
    pub(crate) imprint: Option<String>,
    pub(crate) province: &'static Unit,
    /// The page's own address, with its query.
    pub(crate) here: String,
    /// The same page in the other language.
    pub(crate) there: String,
    /// The site's address, for links that must be whole.
    pub(crate) origin: String,
    /// The set of provinces that addresses mean when they name none.
    pub(crate) current: &'static str,
    /// How many came until yesterday, and since when.
    pub(crate) visits: Option<(i64, Date)>,
    /// Other sites, in order.
    pub(crate) links: Arc<[Link]>,
    /// Who is signed in; none on public pages, which are the same for everybody.
    pub(crate) seat: Option<Seat>,
}

/// Who is signed in, as the frame says it.
pub(crate) struct Seat {
    pub(crate) account: String,
    pub(crate) role: Role,
}

/// What the menu shows on one page.
pub(crate) struct Menu {
    pub(crate) groups: Vec<Entry>,
    /// The pages of the group that the page lies in, where it has several.
    pub(crate) within: Vec<Entry>,
}

/// A link of the menu.
pub(crate) struct Entry {
    pub(crate) href: String,
    pub(crate) name: String,
    /// `page` where it leads to this very page, `true` where this page lies within.
    pub(crate) current: Option<&'static str>,
}

impl Frame {
    pub(crate) fn new(visit: &Visit, page: Page, title: String) -> Self {
        let (lang, settings) = (visit.lang, visit.settings());
        let address = |lang: Lang| format!("{}{}", page.path(lang), visit.query);
        Self {
            lang,
            title,
            page,
            crumbs: Vec::new(),
            choices: visit.choices,
            today: visit.snapshot.today,
            demo: settings.demo,
            imprint: settings.imprint.clone(),
            province: settings.province,
            here: address(lang),
            there: address(lang.other()),
            origin: settings.origin.clone().unwrap_or_default(),
            current: visit.snapshot.current(),
            visits: visit.snapshot.visits,
            links: visit.snapshot.links.clone(),
            seat: None,
        }
    }

    /// With who is signed in.
    pub(crate) fn seated(mut self, desk: &Desk) -> Self {
        self.seat = Some(Seat { account: desk.who.clone(), role: desk.role });
        self
    }

    /// With this page between home and here in the breadcrumbs.
    pub(crate) fn under(mut self, page: Page) -> Self {
        self.crumbs.push((page.path(self.lang), say(self.lang, page.key())));
        self
    }

    /// With the slug of what the page shows put into its addresses.
    pub(crate) fn at(self, slug: &str) -> Self {
        self.with("{slug}", slug)
    }

    /// With one of the braces of the page's addresses filled in: `{id}`, `{code}`.
    pub(crate) fn with(mut self, brace: &str, value: &str) -> Self {
        self.here = self.here.replace(brace, value);
        self.there = self.there.replace(brace, value);
        self
    }

    /// The menu: the desk's for who is signed in, with what is open to their role.
    pub(crate) fn menu(&self) -> Menu {
        let role = self.seat.as_ref().map(|seat| seat.role);
        let all = if role.is_some() { &Page::DESK } else { &Page::MENU };
        let mut menu = Menu { groups: Vec::new(), within: Vec::new() };
        for group in all {
            let is_open = |page: &&Page| role.is_none_or(|role| is_open_to(page, &role));
            let mut pages: Vec<Entry> =
                group.pages.iter().filter(is_open).map(|page| self.entry(page)).collect();
            let Some(first) = pages.first() else { continue };
            let is_own = pages.iter().any(|page| page.current.is_some());
            let is_alone = pages.len() == 1;
            // Where a role sees one page of several, the page's own name says more.
            let name = if is_alone && group.pages.len() > 1 {
                first.name.clone()
            } else {
                say(self.lang, group.key)
            };
            let current = if is_alone { first.current } else { is_own.then_some("true") };
            menu.groups.push(Entry { href: first.href.clone(), name, current });
            // One entry is marked: the page itself, before one that it lies below.
            if pages.iter().any(|page| page.current == Some("page")) {
                pages.iter_mut().for_each(|page| page.current = page.current.filter(|it| *it == "page"));
            }
            if is_own && !is_alone {
                menu.within = pages;
            }
        }
        menu
    }

    fn entry(&self, page: &Page) -> Entry {
        Entry { href: self.to(page), name: say(self.lang, page.key()), current: self.lies_in(page) }
    }

    /// Whether this page is that one, or lies below it.
    fn lies_in(&self, page: &Page) -> Option<&'static str> {
        let is_below = || self.crumbs.iter().any(|(path, _)| *path == self.to(page));
        match () {
            () if *page == self.page => Some("page"),
            () if page.key() == self.page.key() || is_below() => Some("true"),
            () => None,
        }
    }

    /// The address of a page in this page's language.
    pub(crate) fn to(&self, page: &Page) -> String {
        page.path(self.lang)
    }

    /// The address of one thing's page: the last brace of its pattern filled in.
    pub(crate) fn to_one(&self, page: &Page, value: impl Display) -> String {
        let pattern = page.path(self.lang);
        match (pattern.rfind('{'), pattern.rfind('}')) {
            (Some(open), Some(shut)) => format!("{}{value}{}", &pattern[..open], &pattern[shut + 1..]),
            _ => pattern,
        }
    }

    /// The address of a province's page.
    pub(crate) fn to_unit(&self, unit: &Unit) -> String {
        Page::of_unit(unit, self.lang, self.current)
    }

    /// The address of a document's page.
    pub(crate) fn to_document(&self, slug: &str) -> String {
        Page::Document.at(self.lang, slug)
    }

    /// The other language.
    pub(crate) fn other(&self) -> Lang {
        self.lang.other()
    }

    /// The name of a province in the page's language.
    pub(crate) fn name(&self, unit: &Unit) -> &'static str {
        self.lang.pick(unit.name, unit.name_en)
    }

    /// The name of another site in the page's language, or the Vietnamese one where nobody wrote it.
    pub(crate) fn called<'a>(&self, link: &'a Link) -> &'a str {
        self.lang.pick(&link.name, link.name_en.as_deref().unwrap_or(&link.name))
    }

    /// The name of a group in the page's language.
    pub(crate) fn group(&self, group: &Group) -> String {
        sentence::of_group(self.lang, *group)
    }

    /// The text of a key made of two pieces, such as `group-` and a group's name.
    pub(crate) fn word(&self, family: &str, member: impl Display) -> String {
        say(self.lang, &format!("{family}-{member}"))
    }

    pub(crate) fn style(&self) -> &'static str {
        assets::style_path()
    }
}

/// The choices as the page offers them: what they are about, and the words of the buttons.
pub(crate) const CHOICES: [(&str, &[&str]); 3] = [
    ("choices-size", &["size-0", "size-1", "size-2"]),
    ("choices-colours", &["system", "light", "dark"]),
    ("choices-contrast", &["usual", "strong"]),
];
