//! Signing in by the province's own identity service: the way there, and the way back.
//!
//! What holds the two together goes with the browser in a cookie: three random words, the second it began, and
//! where one wanted to go. A sign-in that began elsewhere, or too long ago, does not come back.

use accounts::sign_in::{self, Stranger};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use identity::{Secrets, Service};
use jiff::{SignedDuration, Timestamp};
use look::words::{say, say_with};
use serde::Deserialize;

use super::{Wanted, page, proceed};
use crate::desk::signed::arrival::Arrival;
use crate::local::local;
use crate::visit::{Query, Visit};
use crate::{Fault, Page};

/// How long one may stay there.
const LASTS: SignedDuration = SignedDuration::from_mins(10);

/// A sign-in that is under way.
struct Held {
    secrets: Secrets,
    since: Timestamp,
    next: String,
}

/// Sends the reader to the service.
pub(crate) async fn go(
    visit: Visit,
    arrival: Arrival,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Fault> {
    let works = visit.app.works()?;
    let service = works.identity.as_ref().ok_or(Fault::Missing)?;
    let [state, nonce, verifier] = [(); 3].map(|()| works.chance.token());
    let held =
        Held { secrets: Secrets { state, nonce, verifier }, since: (works.clock)().0, next: wanted.next };
    match service.begin(&address(&visit), &held.secrets).await {
        Ok(there) => Ok((arrival.keep_away(held.written()), Redirect::to(&there)).into_response()),
        Err(fault) => {
            tracing::warn!(%fault, "the identity service");
            refuse(&visit, StatusCode::SERVICE_UNAVAILABLE, "identity-away", held.next)
        }
    }
}

/// What the service sends the reader back with.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Brought {
    code: String,
    state: String,
}

/// Lets in whom the service knows and an administrator tied to it.
pub(crate) async fn back(
    visit: Visit,
    arrival: Arrival,
    Query(brought): Query<Brought>,
) -> Result<Response, Fault> {
    let works = visit.app.works()?;
    let service = works.identity.as_ref().ok_or(Fault::Missing)?;
    let now = (works.clock)().0;
    let held = arrival.away.as_deref().and_then(Held::read);
    let held = held.filter(|held| held.secrets.state == brought.state && now < held.since + LASTS);
    let answer = match held {
        Some(held) => enter(&visit, &arrival, service, held, &brought.code).await?,
        None => refuse(&visit, StatusCode::UNPROCESSABLE_ENTITY, "identity-over", String::new())?,
    };
    Ok((arrival.forget_away(), answer).into_response())
}

async fn enter(
    visit: &Visit,
    arrival: &Arrival,
    service: &Service,
    held: Held,
    code: &str,
) -> Result<Response, Fault> {
    let (works, lang) = (visit.app.works()?, visit.lang);
    let desk = works.program(arrival.client.clone());
    let said = service.finish(&address(visit), code, &held.secrets, desk.now).await;
    let who = match said {
        Ok(who) => who,
        Err(fault) => {
            tracing::warn!(%fault, "the identity service");
            return match fault {
                identity::Fault::Away(_) => {
                    refuse(visit, StatusCode::SERVICE_UNAVAILABLE, "identity-away", held.next)
                }
                identity::Fault::Refused(_) => {
                    refuse(visit, StatusCode::UNPROCESSABLE_ENTITY, "identity-refused", held.next)
                }
            };
        }
    };
    let known = (who.subject.as_str(), who.second_factor);
    match sign_in::enter_known(&desk, arrival.browser(), known, &works.chance).await {
        Ok(step) => Ok(proceed(arrival, step, &held.next, lang)),
        Err(Stranger::Unknown) => {
            let why = say_with(lang, "identity-stranger", &[("subject", who.subject.into())]);
            told(visit, StatusCode::FORBIDDEN, why, held.next)
        }
        Err(Stranger::NoPost) => refuse(visit, StatusCode::FORBIDDEN, "sign-in-no-post", held.next),
        Err(Stranger::Store(fault)) => Err(fault.into()),
    }
}

/// Where the service sends readers back to, as it knows it.
fn address(visit: &Visit) -> String {
    let origin = visit.settings().origin.as_deref().unwrap_or_default();
    format!("{origin}{}", Page::IdentityBack.path(visit.lang))
}

fn refuse(visit: &Visit, status: StatusCode, key: &str, next: String) -> Result<Response, Fault> {
    told(visit, status, say(visit.lang, key), next)
}

/// The sign-in page with what went wrong: a password still opens.
fn told(visit: &Visit, status: StatusCode, why: String, next: String) -> Result<Response, Fault> {
    Ok((status, page(visit, Some(why), String::new(), next)?).into_response())
}

impl Held {
    /// As the cookie has it.
    fn written(&self) -> String {
        let Secrets { state, nonce, verifier } = &self.secrets;
        format!("{state}.{nonce}.{verifier}.{}.{}", self.since.as_second(), carried(&self.next))
    }

    fn read(cookie: &str) -> Option<Self> {
        let mut parts = cookie.splitn(5, '.').map(str::to_owned);
        let mut next = || parts.next();
        let secrets = Secrets { state: next()?, nonce: next()?, verifier: next()? };
        let since = Timestamp::from_second(next()?.parse().ok()?).ok()?;
        let fits = [&secrets.state, &secrets.nonce, &secrets.verifier].iter().all(|word| word.len() >= 43);
        fits.then_some(Self { secrets, since, next: next()? })
    }
}

/// Where one wanted to go, where a cookie can carry it.
fn carried(next: &str) -> &str {
    let fits = |c: char| c.is_ascii_alphanumeric() || "/-_.?=&%+:~".contains(c);
    local(next).filter(|next| next.chars().all(fits)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_in_comes_back_as_it_went() {
        let word = |c: &str| c.repeat(64);
        let secrets = Secrets { state: word("a"), nonce: word("b"), verifier: word("c") };
        let since = Timestamp::from_second(1_747_706_400).expect("an instant");
        let held = |next: &str| {
            Held::read(&Held { secrets: secrets.clone(), since, next: next.to_owned() }.written())
        };
        let back = held("/en/board?plan=1.2&sort=late").expect("a sign-in");
        assert_eq!((back.secrets, back.since), (secrets.clone(), since));
        assert_eq!(back.next, "/en/board?plan=1.2&sort=late");
        for elsewhere in ["//evil.vn", "/a; Domain=evil.vn", "/a\r\nb", "/tìm"] {
            assert_eq!(held(elsewhere).expect("a sign-in").next, "");
        }
        assert!(Held::read("a.b.c.1.").is_none() && Held::read("").is_none());
    }
}
