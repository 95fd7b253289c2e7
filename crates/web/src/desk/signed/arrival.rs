//! An arrival: what a browser brings along to the door, and what it is given to keep.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Once;

use accounts::sign_in::{Browser, Entered};
use axum::extract::FromRequestParts;
use axum::extract::connect_info::ConnectInfo;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, header};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};

use crate::App;

/// The cookie of a session.
pub(crate) const SESSION: &str = "session";
/// How the same begins where a browser sends it.
pub(crate) const SESSION_COOKIE: &str = "session=";
/// The cookie by which a browser is known from an earlier time.
const DEVICE: &str = "device";
/// The cookie of a sign-in that waits for its code.
const PENDING: &str = "pending";
/// The cookie of a sign-in that is at the identity service.
const AWAY: &str = "away";

/// A browser at the door.
pub(crate) struct Arrival {
    /// The network address that it comes from.
    pub(crate) client: Option<String>,
    /// What it is, in short words: `Firefox, Android`.
    pub(crate) agent: Option<String>,
    /// The token of its session.
    pub(crate) session: Option<String>,
    /// The token of a first step of signing in.
    pub(crate) pending: Option<String>,
    /// What holds a sign-in at the identity service together.
    pub(crate) away: Option<String>,
    device: Option<String>,
    /// Whether the line to it is encrypted, so that cookies need not go over another.
    secure: bool,
}

/// The network address alone, for public pages that hold back who asks too much.
pub(crate) struct Client(pub(crate) Option<String>);

impl FromRequestParts<App> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        Ok(Self(Arrival::of(parts, app).client))
    }
}

impl FromRequestParts<App> for Arrival {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        Ok(Self::of(parts, app))
    }
}

impl Arrival {
    pub(crate) fn of(parts: &Parts, app: &App) -> Self {
        let cookies = CookieJar::from_headers(&parts.headers);
        let cookie = |name| cookies.get(name).map(|cookie| cookie.value().to_owned());
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|at| at.0.ip().to_string());
        let trusts = app.works().is_ok_and(|works| works.trust_proxy);
        let named = last(&parts.headers, "x-forwarded-for");
        if named.is_some() && !trusts {
            // Said once: what is not trusted may come with every request.
            static SAID: Once = Once::new();
            SAID.call_once(|| {
                tracing::warn!(
                    "X-Forwarded-For came and is not taken: behind a proxy, start with --trust-proxy"
                );
            });
        }
        let proxy = named.filter(|_| trusts);
        let forwarded = last(&parts.headers, "x-forwarded-proto").is_some_and(|proto| proto == "https");
        let origin = app.settings().origin.as_ref().is_some_and(|origin| origin.starts_with("https://"));
        Self {
            client: proxy.filter(|address| address.parse::<std::net::IpAddr>().is_ok()).or(peer),
            agent: text(&parts.headers, &header::USER_AGENT).map(short),
            session: cookie(SESSION),
            pending: cookie(PENDING),
            away: cookie(AWAY),
            device: cookie(DEVICE),
            secure: origin || forwarded,
        }
    }

    /// What signing in wants to know of it.
    pub(crate) fn browser(&self) -> Browser<'_> {
        Browser {
            device: self.device.as_deref(),
            session: self.session.as_deref(),
            agent: self.agent.as_deref(),
        }
    }

    /// The cookie of somebody whose code is still to come.
    pub(crate) fn keep_pending(&self, token: String) -> CookieJar {
        CookieJar::new().add(self.cookie(PENDING, token))
    }

    /// The cookie of somebody who goes to the identity service.
    pub(crate) fn keep_away(&self, held: String) -> CookieJar {
        CookieJar::new().add(self.cookie(AWAY, held))
    }

    /// Takes that cookie back: a sign-in comes back once.
    pub(crate) fn forget_away(&self) -> CookieJar {
        let mut gone = self.cookie(AWAY, String::new());
        gone.make_removal();
        CookieJar::new().add(gone)
    }

    /// The cookies of somebody who was let in.
    pub(crate) fn keep(&self, entered: Entered) -> CookieJar {
        let device = self.cookie(DEVICE, entered.device);
        let lasting = Cookie::build(device).permanent().build();
        CookieJar::new().add(self.cookie(SESSION, entered.session)).add(lasting)
    }

    /// The cookie of a session alone, for a browser that is known already.
    pub(crate) fn keep_session(&self, token: String) -> CookieJar {
        CookieJar::new().add(self.cookie(SESSION, token))
    }

    /// Takes the cookie of the session back.
    pub(crate) fn forget(&self) -> CookieJar {
        let mut gone = self.cookie(SESSION, String::new());
        gone.make_removal();
        CookieJar::new().add(gone)
    }

    fn cookie(&self, name: &'static str, value: String) -> Cookie<'static> {
        Cookie::build((name, value))
            .path("/")
            .http_only(true)
            .same_site(SameSite::Lax)
            .secure(self.secure)
            .build()
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// The last entry of a list that proxies add to: the only one that the nearest proxy vouches for.
fn last(headers: &HeaderMap, name: &'static str) -> Option<String> {
    let mut lists = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
    let entry = lists.next_back()?.rsplit(',').next()?.trim();
    (!entry.is_empty()).then(|| entry.to_owned())
}

/// The browser and the system, told by the words that they all carry; nothing else of the long line is kept.
fn short(agent: &str) -> String {
    const BROWSERS: [(&str, &str); 7] = [
        ("coc_coc_browser", "Cốc Cốc"),
        ("Zalo", "Zalo"),
        ("Edg", "Edge"),
        ("OPR", "Opera"),
        ("Firefox", "Firefox"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 6] = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ];
    let first = |known: &[(&str, &'static str)]| {
        known.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    let words: Vec<_> = [first(&BROWSERS), first(&SYSTEMS)].into_iter().flatten().collect();
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn only_the_nearest_proxy_is_believed() {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", HeaderValue::from_static("6.6.6.6, 10.1.2.3"));
        assert_eq!(last(&headers, "x-forwarded-for").as_deref(), Some("10.1.2.3"));
        headers.append("x-forwarded-for", HeaderValue::from_static("203.0.113.7"));
        assert_eq!(last(&headers, "x-forwarded-for").as_deref(), Some("203.0.113.7"));
        assert_eq!(last(&HeaderMap::new(), "x-forwarded-for"), None);
    }

    #[test]
    fn a_browser_is_told_in_short_words() {
        let phone = "Mozilla/5.0 (Linux; Android 14; SM-A055F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36";
        let office = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0";
        assert_eq!(short(phone), "Chrome, Android");
        assert_eq!(short(office), "Firefox, Windows");
        assert_eq!(short("curl/8.5.0"), "");
    }
}
