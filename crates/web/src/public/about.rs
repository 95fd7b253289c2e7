//! About: what the site is and for whom, privacy, accessibility, and who answers for it.

use askama::Template;
use look::filters;
use look::words::say_with;

use crate::Page;
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::visit::Visit;

/// The sections, which are also the anchors.
const SECTIONS: [&str; 5] = ["readers", "program", "privacy", "accessibility", "imprint"];

#[derive(Template)]
#[template(path = "public/about.html")]
struct AboutPage {
    frame: Frame,
    lead: String,
    editions: String,
}

/// The page.
pub(crate) async fn get(visit: Visit) -> Answer {
    let (lang, province) = (visit.lang, visit.settings().province);
    let name = lang.pick(province.name, province.name_en);
    let years = visit.snapshot.editions.years();
    let year = |year: Option<&i16>| year.map(ToString::to_string).unwrap_or_default();
    render(&AboutPage {
        frame: visit.frame(Page::About, look::say(lang, Page::About.key())),
        lead: say_with(lang, "about-lead", &[("name", name.into())]),
        editions: say_with(
            lang,
            "about-editions",
            &[("first", year(years.first()).into()), ("last", year(years.last()).into())],
        ),
    })
}
