//! The register of pulse polls, and making one.

pub(super) mod one;
mod results;
mod slips;

use accounts::Relation;
use askama::Template;
use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use listen::Pulse;
use listen::pulse::{self, Draft, MAKE, bank};
use look::words::say;
use look::{Lang, filters};
use scores::Item;
use serde::Deserialize;

use super::Signed;
use super::typed::{Typed, refused};
use crate::asked::item_name;
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::pulse::{Asked, asked, closed, days, response, sentence};
use crate::visit::Query;
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/pulse/list.html")]
struct RegisterPage {
    frame: Frame,
    pulses: Vec<Listed>,
    /// The bank by dimension.
    bank: Vec<(String, Vec<Asked>)>,
    may: bool,
    typed: Typed,
    why: Option<String>,
}

/// A pulse in the list.
struct Listed {
    id: i64,
    title: String,
    days: String,
    response: String,
}

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Wanted {
    /// A pulse whose items and population are asked again.
    again: Option<i64>,
}

/// The page.
pub(crate) async fn get(signed: Signed, Query(wanted): Query<Wanted>) -> Answer {
    let typed = match wanted.again {
        Some(id) => again(&pulse::one(&signed.desk, id).await.map_err(closed)?),
        None => Typed::default(),
    };
    page(&signed, typed, None).await
}

/// The form of a pulse that asks the same of people drawn anew from the same lists.
fn again(pulse: &Pulse) -> Typed {
    let line = |it: &pulse::Stratum| format!("{}; {}; {}", it.name, it.size, it.codes);
    let strata: Vec<String> = pulse.strata.iter().map(line).collect();
    let typed =
        Typed::default().with("population", pulse.population.as_str()).with("strata", strata.join("\n"));
    pulse.items.iter().fold(typed, |typed, item| typed.with("item", item.key()))
}

/// Makes a pulse and shows it.
pub(crate) async fn post(signed: Signed, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let done = match draft(&typed) {
        Some(draft) => pulse::make(&signed.desk, &draft).await,
        None => Err(pulse::Refusal::Days),
    };
    match done {
        Ok(made) => Ok(Redirect::to(&path(lang, made.id)).into_response()),
        Err(refusal) => {
            let why = sentence(lang, refusal)?;
            refused(page(&signed, typed, Some(why)).await)
        }
    }
}

async fn page(signed: &Signed, typed: Typed, why: Option<String>) -> Answer {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let listed = |it: Pulse| Listed {
        id: it.id,
        days: days(lang, &it, desk.today),
        response: response(lang, &it),
        title: it.title,
    };
    render(&RegisterPage {
        frame: signed.frame(Page::PulseRegister, say(lang, Page::PulseRegister.key())),
        pulses: pulse::all(desk).await.map_err(closed)?.into_iter().map(listed).collect(),
        bank: by_dimension(signed),
        may: desk.may(&MAKE, Relation::Other).is_ok(),
        typed,
        why,
    })
}

/// The bank, each dimension by its name.
fn by_dimension(signed: &Signed) -> Vec<(String, Vec<Asked>)> {
    let (lang, latest) = (signed.visit.lang, signed.visit.snapshot.editions.latest());
    let named = |code: &str| {
        let number = code.parse().ok()?;
        Some(item_name(lang, &latest?.structure, Item::Dimension(number)))
    };
    let mut found: Vec<(String, Vec<Asked>)> = Vec::new();
    for item in bank::newest() {
        let name = named(&item.dimension).unwrap_or_else(|| item.dimension.clone());
        match found.last_mut().filter(|(known, _)| *known == name) {
            Some((_, items)) => items.push(asked(lang, item)),
            None => found.push((name, vec![asked(lang, item)])),
        }
    }
    found
}

impl RegisterPage {
    /// Whether an item was chosen in a form that was refused.
    fn has(&self, key: &str) -> bool {
        self.typed.0.iter().any(|(name, value)| name == "item" && value == key)
    }
}

/// What a form says of a pulse; none where a day does not read.
fn draft(typed: &Typed) -> Option<Draft> {
    Some(Draft {
        title: typed.get("title").to_owned(),
        population: typed.get("population").to_owned(),
        items: typed.all("item"),
        strata: typed.get("strata").to_owned(),
        opens_on: typed.day("opens_on")?,
        closes_on: typed.day("closes_on")?,
    })
}

/// The address of a pulse.
pub(in crate::desk) fn path(lang: Lang, id: i64) -> String {
    Page::PulseEntry.path(lang).replace("{id}", &id.to_string())
}
