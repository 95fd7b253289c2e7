//! The front door of the demonstration: ask for an address, read the answer.

#![allow(dead_code, reason = "each test file uses what it needs")]

pub(crate) mod entry;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use accounts::{Chance, Desk, Directory, session};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt;
use jiff::civil::date;
use places::country;
use plan::Scanner;
use sample::{Scratch, town};
use scores::{Edition, Editions, Figure, Structure};
use sha2::{Digest, Sha256};
use tower::ServiceExt;
use web::{App, Clock, Settings, Snapshot, Works};

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("UTF-8")
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("text"))
    }

    /// The words of the page, without tags, white space collapsed.
    pub(crate) fn words(&self) -> String {
        let mut plain = String::new();
        let mut inside = false;
        for c in self.text().chars() {
            match c {
                '<' => inside = true,
                '>' => {
                    inside = false;
                    plain.push(' ');
                }
                c if !inside => plain.push(c),
                _ => {}
            }
        }
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// That the page says this, or what it says instead.
    pub(crate) fn says(&self, wanted: &str) {
        let words = self.words();
        assert!(words.contains(wanted), "«{wanted}» is not in: {words}");
    }
}

/// The demonstration's site.
pub(crate) async fn site() -> Router {
    web::router(app().await)
}

/// What the site stands on.
pub(crate) async fn app() -> App {
    let scratch = Scratch::sqlite();
    let desk = scratch.desk().await;
    App::new(settings(), snapshot(&desk).await)
}

/// The demonstration's site with desks to sign in to, at this place, on the day and at the hour of its desk.
pub(crate) async fn staffed(scratch: &Scratch) -> Router {
    let desk = scratch.desk().await;
    let (now, today) = (desk.now, desk.today);
    staffed_at(scratch, Arc::new(move || (now, today))).await
}

/// The same with a clock of its own.
pub(crate) async fn staffed_at(scratch: &Scratch, clock: Clock) -> Router {
    let (snapshot, works) = (snapshot(&scratch.desk().await).await, works(scratch, clock).await);
    web::router(App::staffed(settings(), snapshot, works))
}

/// The same as it stands on, for a test that has to put a newer picture in place.
pub(crate) async fn staffed_app(scratch: &Scratch) -> App {
    let desk = scratch.desk().await;
    let (now, today) = (desk.now, desk.today);
    let (snapshot, works) = (snapshot(&desk).await, works(scratch, Arc::new(move || (now, today))).await);
    App::staffed(settings(), snapshot, works)
}

/// Puts the picture of now in place, as the program does within a second.
pub(crate) async fn renew(app: &App, desk: &Desk) {
    let revision = app.snapshot().revision + 1;
    app.renew(Snapshot { revision, ..snapshot(desk).await });
}

/// The site where no proxy's word is taken.
pub(crate) async fn without_proxy(scratch: &Scratch) -> Router {
    let desk = scratch.desk().await;
    let (now, today) = (desk.now, desk.today);
    let clock: Clock = Arc::new(move || (now, today));
    let works = Works { trust_proxy: false, ..works(scratch, clock).await };
    web::router(App::staffed(settings(), snapshot(&desk).await, works))
}

/// The same where people may come in by the identity service, and readers know the site by this address.
pub(crate) async fn with_service(
    scratch: &Scratch,
    clock: Clock,
    service: identity::Service,
    origin: &str,
) -> Router {
    let snapshot = snapshot(&scratch.desk().await).await;
    let works = Works { identity: Some(service), ..works(scratch, clock).await };
    web::router(App::staffed(Settings { origin: Some(origin.to_owned()), ..settings() }, snapshot, works))
}

async fn works(scratch: &Scratch, clock: Clock) -> Works {
    let desk = scratch.desk().await;
    Works {
        store: desk.store().clone(),
        attachments: scratch.attachments(),
        seal: listen::Seal::new(&[7; 32]),
        chance: chance(),
        clock,
        scanner: Scanner::none(),
        identity: None,
        trust_proxy: true,
        mails: false,
    }
}

/// Signs a person in at a post that they hold, and gives the header `Cookie` of their requests.
pub(crate) async fn sign_in(desk: &Desk, person: i64, post: &str) -> String {
    let token = session::open(desk, person, Some(post), &chance()).await.expect("a session opens");
    format!("session={token}")
}

/// Bytes that no other call in this process gave.
pub(crate) fn chance() -> Chance {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    Chance::new(|bytes| {
        for part in bytes.chunks_mut(32) {
            let number = NEXT.fetch_add(1, Ordering::Relaxed).to_le_bytes();
            part.copy_from_slice(&Sha256::digest(number)[..part.len()]);
        }
    })
}

pub(crate) async fn snapshot(desk: &Desk) -> Snapshot {
    town::build(desk).await.expect("the sample is built");
    Snapshot {
        documents: plan::document::all(desk.store()).await.expect("documents"),
        targets: plan::target::all(desk.store()).await.expect("targets"),
        directory: Directory::load(&mut desk.read().await.expect("a connection")).await.expect("agencies"),
        progress: plan::progress::progress(desk.store(), desk.today).await.expect("progress"),
        notices: Arc::new(inform::disclosure::notices(desk.store(), desk.today).await.expect("notices")),
        news: inform::article::news(desk.store(), desk.now).await.expect("news"),
        links: inform::link::shown(desk.store()).await.expect("links").into(),
        ..Snapshot::new(date(2025, 5, 20), Editions::embedded(2011..=2024))
    }
}

pub(crate) fn settings() -> Settings {
    let province = country().sets[0].by_code("95").expect("95");
    Settings { province, demo: true, imprint: None, origin: None }
}

/// The site after an edition of today's provinces has come in; its scores are made up.
pub(crate) async fn site_of_2025() -> Router {
    let app = app().await;
    let now = app.snapshot();
    let structure = Structure::of_year(2025);
    let figures = country().sets[1].units.iter().enumerate().flat_map(|(n, unit)| {
        let score = move |code| Figure { unit: unit.id, code, score: 1.0 + n as f64 / 100.0 };
        structure.subdimensions.iter().map(|part| part.code).map(score).collect::<Vec<_>>()
    });
    let mut editions = (*now.editions).clone();
    editions.put(Edition::new(2025, None, figures));
    app.renew(Snapshot { editions: Arc::new(editions), ..(*now).clone() });
    web::router(app)
}

/// The site of a province that has published no plan and entered no commune.
pub(crate) async fn empty() -> Router {
    let app = app().await;
    let (progress, notices) = Default::default();
    app.renew(Snapshot { progress, notices, ..(*app.snapshot()).clone() });
    web::router(app)
}

/// A page of it.
pub(crate) async fn get(address: &str) -> Answer {
    ask(&site().await, Method::GET, address, &[], "").await
}

/// A page of a site.
pub(crate) async fn read_of(site: &Router, address: &str) -> Answer {
    ask(site, Method::GET, address, &[], "").await
}

/// Anything of it.
pub(crate) async fn ask(
    site: &Router,
    method: Method,
    address: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Answer {
    let mut request = Request::builder().method(method).uri(address);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::from(body.to_owned())).expect("a request");
    let (parts, body) = site.clone().oneshot(request).await.expect("an answer").into_parts();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: body.collect().await.expect("a body").to_bytes().into(),
    }
}

/// Status and text of a page of the demonstration.
pub(crate) async fn read(address: &str) -> (StatusCode, String) {
    let answer = get(address).await;
    (answer.status, answer.text().to_owned())
}
