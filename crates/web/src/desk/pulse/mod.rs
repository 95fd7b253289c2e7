//! The register of pulse polls, and making one.

mod codes;
pub(super) mod make;
pub(super) mod one;
mod slips;

use accounts::Relation;
use askama::Template;
use listen::Pulse;
use listen::pulse::{self, MAKE, Split, bank};
use look::words::say;
use look::{Lang, filters};
use scores::Item;
use serde::Deserialize;

use super::Signed;
use super::listing::Line;
use super::typed::Typed;
use crate::Page;
use crate::asked::item_name;
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::pulse::{Asked, asked, closed, days, response};
use crate::visit::Query;

#[derive(Template)]
#[template(path = "desk/pulse/list.html")]
struct RegisterPage {
    frame: Frame,
    pulses: Vec<Listed>,
    /// The bank by dimension.
    bank: Vec<(String, Vec<Asked>)>,
    may: bool,
    typed: Typed,
    beside: Beside,
}

/// What is said beside a form that was refused.
#[derive(Default)]
struct Beside {
    why: Option<String>,
    /// What is wrong with the list, and how much more.
    problems: Vec<Line>,
    more: usize,
    /// Whether its words seem to coach, and somebody may say that they are right so.
    is_flagged: bool,
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
    page(&signed, typed, Beside::default()).await
}

/// The form of a pulse that asks the same of people drawn anew from the same lists.
fn again(pulse: &Pulse) -> Typed {
    let line = |it: &pulse::Stratum| format!("{}; {}; {}", it.name, it.size, it.codes);
    let typed = Typed::default().with("population", pulse.population.as_str());
    let typed = match pulse.draw {
        Some(_) => typed.with("size", pulse.strata.iter().map(|it| it.codes).sum::<i64>().to_string()),
        None => typed.with("strata", pulse.strata.iter().map(line).collect::<Vec<_>>().join("\n")),
    };
    pulse.items.iter().fold(typed, |typed, item| typed.with("item", item.key()))
}

async fn page(signed: &Signed, typed: Typed, beside: Beside) -> Answer {
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
        beside,
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

/// The address of a pulse.
pub(in crate::desk) fn path(lang: Lang, id: i64) -> String {
    Page::PulseEntry.path(lang).replace("{id}", &id.to_string())
}
