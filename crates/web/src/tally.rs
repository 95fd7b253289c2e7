//! Counting at the door who comes and what is opened: no robot, no reload, nobody who works here, and no trace of anyone.
//!
//! A reader is a keyed hash of the network address and the browser's words, in memory alone; the key is one of chance and
//! goes with the day, so that nobody can be followed to the next. What was counted is fetched from here and kept.

use std::collections::{BTreeMap, HashSet};
use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, PoisonError};

use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, HeaderMap, USER_AGENT};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use inform::views::Counts;
use jiff::civil::Date;
use look::Lang;

use crate::desk::{Client, SESSION_COOKIE};
use crate::{App, Page};

/// How many readings a day are told apart; what comes beyond is not counted: less rather than more.
const MARKS_MAX: usize = 1_000_000;

/// Words by which programs that read pages call themselves; most give an address to learn of them, or say what they are
/// compatible with. A telephone is called Cubot.
const ROBOTS: [&str; 20] = [
    "compatible;",
    "://",
    "googleother",
    "bot/",
    "bot;",
    "bot)",
    "bot-",
    "crawl",
    "spider",
    "slurp",
    "preview",
    "facebookexternalhit",
    "headless",
    "lighthouse",
    "monitor",
    "scan",
    "fetch",
    "python",
    "curl",
    "wget",
];

/// What was counted and not fetched yet.
#[derive(Default)]
pub struct Tally(Mutex<Inner>);

#[derive(Default)]
struct Inner {
    day: Option<Date>,
    key: RandomState,
    marks: HashSet<u64>,
    counts: BTreeMap<Date, Counts>,
}

impl Tally {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Counts that a reader opened a page on a day; the article of it where it is one. Once a day each.
    fn count(&self, day: Date, reader: (&str, &str), article: Option<&str>) {
        let mut inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if inner.day != Some(day) {
            *inner = Inner { day: Some(day), counts: std::mem::take(&mut inner.counts), ..Inner::default() };
        }
        let is_new = |inner: &mut Inner, what: &str| {
            let mark = inner.key.hash_one((reader, what));
            inner.marks.len() < MARKS_MAX && inner.marks.insert(mark)
        };
        if is_new(&mut inner, "") {
            inner.counts.entry(day).or_default().visits += 1;
        }
        if let Some(article) = article
            && is_new(&mut inner, article)
        {
            *inner.counts.entry(day).or_default().articles.entry(article.to_owned()).or_default() += 1;
        }
    }

    /// What was counted since the last time, by day.
    pub fn take(&self) -> BTreeMap<Date, Counts> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner).counts)
    }

    /// Gives back what could not be kept; it comes again with the next.
    pub fn give_back(&self, day: Date, counts: Counts) {
        let mut inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let own = inner.counts.entry(day).or_default();
        own.visits += counts.visits;
        for (article, views) in counts.articles {
            *own.articles.entry(article).or_default() += views;
        }
    }
}

/// Counts a page that went out to a reader.
pub(crate) async fn count(
    State(app): State<App>,
    Client(client): Client,
    request: Request,
    next: Next,
) -> Response {
    let reader = (*request.method() == Method::GET)
        .then(|| agent(request.headers()))
        .flatten()
        .map(|agent| (client.unwrap_or_default(), agent, request.uri().path().to_owned()));
    let answer = next.run(request).await;
    if let Some((client, agent, path)) = reader
        && is_page(&answer)
    {
        app.tally().count(app.snapshot().today, (&client, &agent), article(&path));
    }
    answer
}

/// The browser's words, where a person seems to sit before it who asked for this page.
fn agent(headers: &HeaderMap) -> Option<String> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let agent = text(USER_AGENT.as_str())?;
    let folded = agent.to_ascii_lowercase();
    let is_robot = !folded.starts_with("mozilla/") || ROBOTS.iter().any(|robot| folded.contains(robot));
    let is_ahead =
        ["sec-purpose", "purpose"].iter().any(|name| text(name).is_some_and(|why| why.contains("prefetch")));
    let is_part = text("sec-fetch-dest").is_some_and(|what| what != "document");
    let works_here = headers
        .get_all("cookie")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .any(|cookies| cookies.split(';').any(|one| one.trim_start().starts_with(SESSION_COOKIE)));
    (!is_robot && !is_ahead && !is_part && !works_here).then(|| agent.to_owned())
}

fn is_page(answer: &Response) -> bool {
    let is_html =
        answer.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    is_html && matches!(answer.status(), StatusCode::OK | StatusCode::NOT_MODIFIED)
}

/// The end of the address of an article, where the address is one.
fn article(path: &str) -> Option<&str> {
    let of = |lang: Lang| path.strip_prefix(Page::News.pattern(lang))?.strip_prefix('/');
    Lang::ALL.into_iter().find_map(of).filter(|slug| !slug.is_empty() && !slug.contains(['/', '.']))
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderName, HeaderValue};
    use jiff::civil::date;

    use super::*;

    const BROWSER: &str = "Mozilla/5.0 (Linux; Android 14) Chrome/131.0 Mobile";

    fn from(headers: &[(&'static str, &'static str)]) -> bool {
        let pairs = headers.iter().map(|(n, v)| (HeaderName::from_static(n), HeaderValue::from_static(v)));
        agent(&pairs.collect()).is_some()
    }

    #[test]
    fn a_person_counts_and_robots_and_reading_ahead_do_not() {
        assert!(from(&[("user-agent", BROWSER)]));
        assert!(from(&[("user-agent", BROWSER), ("sec-fetch-dest", "document"), ("cookie", "choices=a")]));
        assert!(!from(&[("user-agent", "Mozilla/5.0 (compatible; Googlebot/2.1)")]));
        for robot in [
            "curl/8.5.0",
            "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)",
            "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GoogleOther)",
            "Mozilla/5.0 (Macintosh) AppleWebKit/600.2.5 (Applebot/0.1; +http://www.apple.com/go/applebot)",
            "Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (compatible; Bytespider; spider-feedback@x)",
            "facebookexternalhit/1.1",
        ] {
            assert!(!from(&[("user-agent", robot)]), "{robot}");
        }
        assert!(from(&[("user-agent", "Mozilla/5.0 (Linux; Android 13; CUBOT P80) Chrome/131.0 Mobile")]));
        assert!(!from(&[]));
        assert!(!from(&[("user-agent", BROWSER), ("sec-purpose", "prefetch;prerender")]));
        assert!(!from(&[("user-agent", BROWSER), ("sec-fetch-dest", "iframe")]));
        assert!(!from(&[("user-agent", BROWSER), ("cookie", "choices=a; session=x")]));
    }

    #[test]
    fn a_reload_counts_once_and_the_next_day_again() {
        let (tally, day) = (Tally::new(), date(2025, 5, 20));
        for _ in 0..3 {
            tally.count(day, ("203.0.113.7", BROWSER), Some("tin-1"));
        }
        tally.count(day, ("203.0.113.8", BROWSER), Some("tin-1"));
        tally.count(day, ("203.0.113.8", BROWSER), None);
        tally.count(date(2025, 5, 21), ("203.0.113.7", BROWSER), Some("tin-1"));
        let taken = tally.take();
        assert_eq!((taken[&day].visits, taken[&day].articles["tin-1"]), (2, 2));
        assert_eq!(taken[&date(2025, 5, 21)].visits, 1);
        assert!(tally.take().is_empty());
    }

    #[test]
    fn what_could_not_be_kept_comes_again() {
        let (tally, day) = (Tally::new(), date(2025, 5, 20));
        tally.count(day, ("203.0.113.7", BROWSER), Some("tin-1"));
        let taken = tally.take().remove(&day).unwrap();
        tally.give_back(day, taken);
        tally.count(day, ("203.0.113.8", BROWSER), Some("tin-1"));
        let again = tally.take();
        assert_eq!((again[&day].visits, again[&day].articles["tin-1"]), (2, 2));
    }

    #[test]
    fn an_article_is_told_by_its_address() {
        assert_eq!(article("/tin-tuc/thu-tuc-1"), Some("thu-tuc-1"));
        assert_eq!(article("/en/news/thu-tuc-1"), Some("thu-tuc-1"));
        for other in ["/tin-tuc", "/tin-tuc/", "/tin-tuc/atom.xml", "/tin-tuc/a/tep/1", "/xep-hang"] {
            assert_eq!(article(other), None, "{other}");
        }
    }
}
