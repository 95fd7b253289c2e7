//! How people with disabilities can use this site and its neighbours, as agencies assessed it: what stands for each site, and what stood.

pub(crate) mod one;
pub(crate) mod told;

use askama::Template;
use inform::assessment::{self, Site};
use jiff::civil::Date;
use look::words::say;
use look::{Lang, date, filters};

use crate::Page;
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::public::accessibility::told::{Told, closed};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "public/accessibility/list.html")]
struct SitesPage {
    frame: Frame,
    sites: Vec<Entry>,
}

/// A site: what stands, and the number and day of what stood.
struct Entry {
    it: Told,
    earlier: Vec<(i64, String)>,
}

/// The page.
pub(crate) async fn get(visit: Visit) -> Answer {
    let (lang, desk) = (visit.lang, visit.app.works()?.program(None));
    let sites = assessment::sites(&desk).await.map_err(closed)?;
    render(&SitesPage {
        frame: visit.frame(Page::Accessibility, say(lang, Page::Accessibility.key())),
        sites: sites.iter().map(|site| Entry::new(lang, site, desk.today)).collect(),
    })
}

impl Entry {
    fn new(lang: Lang, site: &Site, today: Date) -> Self {
        let earlier = site.earlier.iter().map(|one| (one.id, date::short(lang, one.assessed_on)));
        Self { it: Told::new(lang, &site.newest, today), earlier: earlier.collect() }
    }
}
