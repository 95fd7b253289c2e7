//! Asking for pages as a guest does: one after the other, with pauses, saying who asks and obeying `robots.txt`; and not to be
//! led anywhere: a host's addresses are looked up and judged first, and those alone are asked.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use reqwest::header::{CONTENT_TYPE, LOCATION};
use reqwest::redirect::Policy;
use reqwest::{Client, Response, Url};
use store::Digest;

use super::Trouble;
use super::address::{is_known, judged};
use super::look::Look;
use super::robots::{self, lets};
use super::text::visible;

/// What is read of a page at most, in bytes.
const MOST: usize = 1024 * 1024;
/// How often a page may lead on, within its host.
const TURNS: usize = 5;

/// How the program asks.
#[derive(Debug, Clone)]
pub struct Rules {
    agent: String,
    named: Vec<String>,
    pause: Duration,
    patience: Duration,
}

impl Rules {
    /// As this site, whose readers know it at `origin`; hosts beside the state's, and those in private networks, are `named`.
    pub fn new(origin: &str, named: &[String]) -> Self {
        let agent = format!("{}/{} (+{origin})", robots::NAME, env!("CARGO_PKG_VERSION"));
        let (pause, patience) = (Duration::from_secs(2), Duration::from_secs(10));
        Self { agent, named: named.to_vec(), pause, patience }
    }

    /// With another pause between requests and another patience with answers.
    #[must_use]
    pub fn paced(self, pause: Duration, patience: Duration) -> Self {
        Self { pause, patience, ..self }
    }
}

/// Why there is no page, and what the server answered.
#[derive(Clone, Copy)]
struct Failed(Trouble, Option<u16>);

impl From<Trouble> for Failed {
    fn from(trouble: Trouble) -> Self {
        Self(trouble, None)
    }
}

impl From<reqwest::Error> for Failed {
    fn from(fault: reqwest::Error) -> Self {
        Self(if fault.is_timeout() { Trouble::Slow } else { Trouble::Unreachable }, None)
    }
}

/// A morning's walk from page to page.
pub(super) struct Walk<'a> {
    rules: &'a Rules,
    /// What each site asks of programs, or why that could not be learned.
    robots: HashMap<String, Result<String, Failed>>,
    has_asked: bool,
}

impl<'a> Walk<'a> {
    pub(super) fn new(rules: &'a Rules) -> Self {
        Self { rules, robots: HashMap::new(), has_asked: false }
    }

    /// Looks at a page.
    pub(super) async fn look(&mut self, address: &str) -> Look {
        match self.page(address).await {
            Ok((status, text)) if text.is_empty() => {
                Look { status: Some(status.into()), text: Err(Trouble::Empty) }
            }
            Ok((status, text)) => Look {
                status: Some(status.into()),
                text: Ok(Digest::of(text.as_bytes()).as_str().to_owned()),
            },
            Err(Failed(trouble, status)) => Look { status: status.map(Into::into), text: Err(trouble) },
        }
    }

    async fn page(&mut self, address: &str) -> Result<(u16, String), Failed> {
        let mut url = Url::parse(address).map_err(|_| Trouble::Unreachable)?;
        let client = self.client(&url).await?;
        let robots = self.robots(&client, &url).await?;
        for _ in 0..=TURNS {
            let asked = url.query().map_or(url.path().to_owned(), |query| format!("{}?{query}", url.path()));
            if !lets(&robots, &asked) {
                return Err(Trouble::Robots.into());
            }
            let answer = self.get(&client, &url).await?;
            let status = answer.status();
            if status.is_redirection() {
                url = onward(&url, &answer).ok_or(Failed(Trouble::Redirect, Some(status.as_u16())))?;
                continue;
            }
            let failed = |trouble| Failed(trouble, Some(status.as_u16()));
            if !status.is_success() {
                return Err(failed(Trouble::Status));
            }
            if !is_text(&answer) {
                return Err(failed(Trouble::NotText));
            }
            let (page, is_whole) = read(answer).await?;
            if !is_whole {
                return Err(failed(Trouble::Large));
            }
            return Ok((status.as_u16(), visible(&page)));
        }
        Err(Trouble::Redirect.into())
    }

    /// A line to a host that may be asked, and to no address but those that were judged.
    async fn client(&self, url: &Url) -> Result<Client, Failed> {
        let host = url.host_str().ok_or(Trouble::Host)?;
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        if !is_known(bare, &self.rules.named) {
            return Err(Trouble::Host.into());
        }
        let looked_up = tokio::net::lookup_host((bare, url.port_or_known_default().unwrap_or(443)));
        let leads_to =
            tokio::time::timeout(self.rules.patience, looked_up).await.map_err(|_| Trouble::Slow)?;
        let leads_to: Vec<SocketAddr> = leads_to.map_err(|_| Trouble::Unreachable)?.collect();
        let addresses: Vec<IpAddr> = leads_to.iter().map(SocketAddr::ip).collect();
        judged(bare, &self.rules.named, &addresses)?;
        // Port 0 stands for the one of each request.
        let pinned: Vec<SocketAddr> =
            addresses.into_iter().map(|address| SocketAddr::new(address, 0)).collect();
        rustls::crypto::ring::default_provider().install_default().ok();
        let client = Client::builder()
            .user_agent(&self.rules.agent)
            .redirect(Policy::none())
            .timeout(self.rules.patience)
            .no_proxy()
            .referer(false)
            .resolve_to_addrs(host, &pinned)
            .build()?;
        Ok(client)
    }

    /// What the site asks of programs: all is free where it says nothing; nothing where it does not answer.
    async fn robots(&mut self, client: &Client, url: &Url) -> Result<String, Failed> {
        let site = url.origin().ascii_serialization();
        if let Some(known) = self.robots.get(&site) {
            return known.clone();
        }
        let learned = self.learned(client, url).await;
        self.robots.insert(site, learned.clone());
        learned
    }

    async fn learned(&mut self, client: &Client, url: &Url) -> Result<String, Failed> {
        let mut at = url.join("/robots.txt").map_err(|_| Trouble::Unreachable)?;
        for _ in 0..=TURNS {
            let answer = self.get(client, &at).await?;
            let status = answer.status();
            if status.is_redirection() {
                let Some(next) = onward(&at, &answer) else { return Ok(String::new()) };
                at = next;
                continue;
            }
            if status.is_success() {
                return Ok(read(answer).await?.0);
            }
            // RFC 9309: where there is none, nothing is forbidden; where the server fails, everything is.
            let is_none = status.is_client_error();
            return if is_none {
                Ok(String::new())
            } else {
                Err(Failed(Trouble::Status, Some(status.as_u16())))
            };
        }
        Ok(String::new())
    }

    async fn get(&mut self, client: &Client, url: &Url) -> Result<Response, Failed> {
        if std::mem::replace(&mut self.has_asked, true) {
            tokio::time::sleep(self.rules.pause).await;
        }
        Ok(client.get(url.clone()).send().await?)
    }
}

/// Where an answer leads on to, where that is of the same host and port; from `http` to `https` is no other.
fn onward(url: &Url, answer: &Response) -> Option<Url> {
    let next = url.join(answer.headers().get(LOCATION)?.to_str().ok()?).ok()?;
    let is_web = matches!(next.scheme(), "http" | "https");
    let is_upgrade =
        (url.scheme(), next.scheme()) == ("http", "https") && url.port().is_none() && next.port().is_none();
    let is_same_port = url.port_or_known_default() == next.port_or_known_default();
    (is_web && url.host() == next.host() && (is_same_port || is_upgrade)).then_some(next)
}

/// Pages and plain text; a server that does not say is believed.
fn is_text(answer: &Response) -> bool {
    let kind = answer.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_none_or(|kind| {
        let kind = kind.to_ascii_lowercase();
        kind.starts_with("text/") || kind.starts_with("application/xhtml")
    })
}

/// What was sent, up to what is read at most, and whether that is all.
async fn read(mut answer: Response) -> Result<(String, bool), Failed> {
    let mut body: Vec<u8> = Vec::new();
    while let Some(piece) = answer.chunk().await? {
        let room = MOST - body.len();
        if piece.len() > room {
            body.extend_from_slice(&piece[..room]);
            return Ok((String::from_utf8_lossy(&body).into_owned(), false));
        }
        body.extend_from_slice(&piece);
    }
    Ok((String::from_utf8_lossy(&body).into_owned(), true))
}
