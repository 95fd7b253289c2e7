//! The audit trail: searched by who, what, on what and when; one's own deeds for everybody.

mod csv;
mod told;

use accounts::Relation;
use accounts::audit::{self, Unsearched, Wanted};
use askama::Template;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use look::{Lang, filters, say, words};
use serde::Deserialize;

use super::Signed;
use super::typed::query;
use crate::fault::render;
use crate::parts::frame::Frame;
use crate::visit::Query;
use crate::{Fault, Page};

use told::Told;

/// Entries on a page.
const PAGE: i64 = 50;
/// Entries of a download.
const MOST: i64 = 20_000;

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    who: String,
    act: String,
    subject: String,
    from: String,
    to: String,
    before: String,
    /// There or not; what it says does not matter.
    mine: Vec<String>,
    format: String,
}

#[derive(Template)]
#[template(path = "desk/audit.html")]
struct AuditPage {
    frame: Frame,
    asked: Asked,
    mine: bool,
    acts: Vec<(String, String)>,
    told: Vec<Told>,
    /// The address of the older entries.
    older: Option<String>,
    /// The address of the download.
    download: String,
}

/// The page, or the download.
pub(crate) async fn get(signed: Signed, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let mine = !asked.mine.is_empty();
    let wanted = asked.wanted(&desk.who);
    if asked.format == "csv" {
        let wanted = Wanted { before: None, ..wanted };
        return csv::answer(lang, &audit::search(desk, &wanted, MOST).await?);
    }
    let entries = audit::search(desk, &wanted, PAGE + 1).await?;
    let more = i64::try_from(entries.len()).is_ok_and(|found| found > PAGE);
    let shown = &entries[..entries.len().min(PAGE as usize)];
    let last = shown.last().filter(|_| more).map(|entry| entry.seq);
    let acts = if mine && desk.may(&audit::READ, Relation::Other).is_err() {
        Vec::new()
    } else {
        audit::acts(desk).await?
    };
    let key = if mine { "audit-mine" } else { Page::Audit.key() };
    let here = Page::Audit.path(lang);
    let page = AuditPage {
        frame: signed.frame(Page::Audit, say(lang, key)),
        mine,
        acts: acts.into_iter().map(|act| (act.clone(), act_name(lang, &act))).collect(),
        told: shown.iter().map(|entry| Told::new(lang, entry)).collect(),
        older: last.map(|seq| format!("{here}?{}&before={seq}", asked.query())),
        download: format!("{here}?{}&format=csv", asked.query()),
        asked,
    };
    Ok(render(&page)?.into_response())
}

impl Asked {
    /// What is asked for; one's own deeds where the address says so.
    fn wanted(&self, own: &str) -> Wanted {
        let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let day = |text: &str| text.trim().parse::<Date>().ok();
        Wanted {
            who: if self.mine.is_empty() { some(&self.who) } else { Some(own.to_owned()) },
            act: some(&self.act),
            subject: some(&self.subject),
            from: day(&self.from),
            to: day(&self.to),
            before: self.before.trim().parse().ok(),
        }
    }

    /// The same question in an address, without the page.
    fn query(&self) -> String {
        let mut asked = query([
            ("who", &self.who),
            ("act", &self.act),
            ("subject", &self.subject),
            ("from", &self.from),
            ("to", &self.to),
        ]);
        if !self.mine.is_empty() {
            asked.push_str("&mine=1");
        }
        asked
    }
}

/// The name of an act; its code where the catalogue has no words for it.
pub(crate) fn act_name(lang: Lang, act: &str) -> String {
    let key = act.replace(['.', '_'], "-");
    words::find(lang, &format!("act-{key}")).unwrap_or_else(|| act.to_owned())
}

impl From<Unsearched> for Fault {
    fn from(why: Unsearched) -> Self {
        match why {
            Unsearched::Forbidden(forbidden) => forbidden.into(),
            Unsearched::Store(fault) => fault.into(),
        }
    }
}
