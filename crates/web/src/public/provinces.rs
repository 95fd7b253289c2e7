//! Every province, by region, with where it stood last.

use askama::Template;
use look::filters;
use look::words::{say, say_with};
use places::Set;
use scores::{Item, Place, Ranking};
use serde::Deserialize;

use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::{region, source};
use crate::visit::{Query, Visit};
use crate::{Page, asked};

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    units: Option<String>,
}

#[derive(Template)]
#[template(path = "public/provinces.html")]
struct ProvincesPage<'a> {
    frame: Frame,
    set: &'a Set,
    sets: Vec<&'static str>,
    regions: Vec<(String, Vec<&'a Place>)>,
    of: usize,
    note: String,
    download: String,
}

/// The page.
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let (lang, snapshot) = (visit.lang, visit.snapshot.clone());
    let (edition, set) = asked::ranked(&snapshot.editions, &None, &asked.units)?;
    let ranking = Ranking::new(edition, set, Item::Total);
    render(&ProvincesPage {
        frame: visit.frame(Page::Provinces, say(lang, "page-provinces")),
        regions: regions(&visit, set, &ranking),
        sets: places::country().sets.iter().map(|set| set.label).collect(),
        note: source::note(lang, edition, Some(&ranking)),
        download: format!("/api/v1/ranking?year={}&units={}", edition.year, set.label),
        of: ranking.of,
        set,
    })
}

/// What became of a province, or what it was made from, in a sentence.
pub(crate) fn fate(visit: &Visit, unit: &places::Unit) -> Option<String> {
    let (lang, country) = (visit.lang, places::country());
    let name = |unit: &places::Unit| lang.pick(unit.name, unit.name_en);
    let members = country.members(unit);
    if members.len() > 1 {
        let names: Vec<_> = members.into_iter().map(name).collect();
        return Some(say_with(
            lang,
            "province-merged",
            &[("name", name(unit).into()), ("members", names.join(", ").into())],
        ));
    }
    let next = country.successor(unit)?;
    let whole = lang.pick(&format!("{} {}", next.kind, next.name), next.name_en).to_owned();
    let day = look::date::short(lang, next.from);
    let said = [("name", name(unit).into()), ("next", whole.into()), ("day", day.into())];
    (country.members(next).len() > 1).then(|| say_with(lang, "province-ended", &said))
}

fn regions<'a>(visit: &Visit, set: &Set, ranking: &'a Ranking) -> Vec<(String, Vec<&'a Place>)> {
    let places = |wanted: &str| ranking.places.iter().filter(|place| place.unit.region == wanted).collect();
    set.regions().into_iter().map(|wanted| (region::of(visit.lang, wanted), places(wanted))).collect()
}
