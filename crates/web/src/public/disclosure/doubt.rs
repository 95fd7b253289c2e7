//! "It is not there", from anyone: no account, no words, nothing kept of who. Held back by address while the server
//! runs; the address is kept nowhere else.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use inform::disclosure::{Key, Place, Refusal, doubt};
use jiff::{SignedDuration, Timestamp};
use look::Lang;
use serde::Deserialize;

use crate::desk::Client;
use crate::visit::{Path, Visit};
use crate::{App, Fault, Page};

/// What is said.
#[derive(Deserialize)]
pub(crate) struct Said {
    event: i64,
    duty: String,
    place: String,
}

/// Where it is said; the code stays in braces.
pub(crate) fn pattern(lang: Lang) -> String {
    format!("{}/{}", Page::Disclosure.pattern(lang), lang.pick("khong-thay", "missing"))
}

/// Opens a check and goes back to the page, which says so.
pub(crate) async fn post(
    State(app): State<App>,
    visit: Visit,
    Client(client): Client,
    Path(code): Path<String>,
    Form(said): Form<Said>,
) -> Result<Response, Fault> {
    let back = |told| {
        let page = Page::Disclosure.path(visit.lang).replace("{code}", &code);
        Redirect::to(&format!("{page}?told={told}")).into_response()
    };
    let place = Place::read(&said.place).ok_or(Fault::Missing)?;
    visit.snapshot.notices.one(&code, said.event, &said.duty).ok_or(Fault::Missing)?;
    let desk = app.works()?.program(None);
    if !app.throttle().lets(client.as_deref().unwrap_or_default(), desk.now) {
        return Ok(back("wait"));
    }
    let key = Key { event: said.event, duty: said.duty };
    match doubt(&desk, &key, place).await {
        Ok(_) => Ok(back("doubted")),
        Err(Refusal::NotThere) => Ok(back("changed")),
        Err(Refusal::Store(fault)) => Err(fault.into()),
        Err(_) => Err(Fault::Missing),
    }
}

/// How long what was said counts.
const WINDOW: SignedDuration = SignedDuration::from_hours(1);
/// How often one address may say something within it.
const EACH: usize = 6;
/// How often all together may.
const ALL: usize = 600;

/// Holds back who says too much.
#[derive(Default)]
pub(crate) struct Throttle(Mutex<HashMap<String, Vec<Timestamp>>>);

impl Throttle {
    /// Whether this address may say something now; counted when it may.
    pub(crate) fn lets(&self, client: &str, now: Timestamp) -> bool {
        let mut said = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        said.retain(|_, times| {
            times.retain(|at| now.duration_since(*at) < WINDOW);
            !times.is_empty()
        });
        let all: usize = said.values().map(Vec::len).sum();
        let own = said.get(network(client)).map_or(0, Vec::len);
        let lets = own < EACH && all < ALL;
        if lets {
            said.entry(network(client).to_owned()).or_default().push(now);
        }
        lets
    }
}

/// An address of the fourth kind itself; of the sixth the first four groups, which one household holds.
fn network(client: &str) -> &str {
    match client.match_indices(':').nth(3) {
        Some((end, _)) => &client[..end],
        None => client,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> Timestamp {
        Timestamp::from_second(1_750_000_000 + minutes * 60).unwrap()
    }

    #[test]
    fn ten_thousand_from_one_address_are_six_an_hour_and_slow_nobody_else() {
        let throttle = Throttle::default();
        let let_in = (0..10_000).filter(|_| throttle.lets("203.0.113.7", at(0))).count();
        assert_eq!(let_in, EACH);
        assert!(throttle.lets("203.0.113.8", at(0)));
        assert!(!throttle.lets("203.0.113.7", at(59)) && throttle.lets("203.0.113.7", at(60)));
    }

    #[test]
    fn one_network_of_the_sixth_kind_is_one() {
        let throttle = Throttle::default();
        let let_in = (0..100).filter(|n| throttle.lets(&format!("2001:db8:1:2:{n}::1"), at(0))).count();
        assert_eq!(let_in, EACH);
        assert!(throttle.lets("2001:db8:1:3::1", at(0)));
    }

    #[test]
    fn all_together_are_held_back_too_and_nothing_is_kept_after_an_hour() {
        let throttle = Throttle::default();
        let let_in =
            (0..5_000).filter(|n| throttle.lets(&format!("10.0.{}.{}", n / 250, n % 250), at(0))).count();
        assert_eq!(let_in, ALL);
        assert!(throttle.lets("10.9.9.9", at(61)));
        assert_eq!(throttle.0.lock().unwrap().len(), 1);
    }
}
