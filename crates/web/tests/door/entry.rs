//! Coming in at the front door as people do: by forms and cookies.

use accounts::{Chance, Desk, sign_in};
use axum::Router;
use axum::http::Method;
use sample::Scratch;
use web::Clock;

use super::{Answer, ask, chance, staffed, staffed_at};

/// The password that the sample's administrator chooses.
pub(crate) const PASSWORD: &str = "đò ngang qua sông";

/// The site with its administrator, who has chosen [`PASSWORD`].
pub(crate) async fn manned(scratch: &Scratch) -> Router {
    let site = staffed(scratch).await;
    arrived(&site, scratch).await;
    site
}

/// The same with a clock of its own.
pub(crate) async fn manned_at(scratch: &Scratch, clock: Clock) -> Router {
    let site = staffed_at(scratch, clock).await;
    arrived(&site, scratch).await;
    site
}

/// Has the administrator choose [`PASSWORD`].
pub(crate) async fn arrived(site: &Router, scratch: &Scratch) {
    let link = first_link(&scratch.desk().await, &chance()).await;
    let answer = post(site, &format!("/lien-ket/{link}"), "", &chosen(PASSWORD, PASSWORD)).await;
    assert_eq!(answer.status, 303, "{}", answer.words());
}

/// The token of a link for the administrator.
pub(crate) async fn first_link(desk: &Desk, chance: &Chance) -> String {
    sign_in::make_link(desk, "quan-tri", chance).await.expect("a link")
}

/// Signs the administrator in and gives the header `Cookie` of their requests.
pub(crate) async fn enter(site: &Router) -> String {
    cookie(&post(site, "/dang-nhap", "", &typed("quan-tri", PASSWORD, "")).await, "session")
}

/// The form of a one-time link.
pub(crate) fn chosen(password: &str, again: &str) -> String {
    form(&[("password", password), ("again", again)])
}

/// The form of signing in.
pub(crate) fn typed(account: &str, password: &str, next: &str) -> String {
    form(&[("account", account), ("password", password), ("next", next)])
}

/// The body of a form.
pub(crate) fn form(fields: &[(&str, &str)]) -> String {
    let encoded = |text: &str| text.bytes().map(|byte| format!("%{byte:02x}")).collect::<String>();
    let pairs = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value)));
    pairs.collect::<Vec<_>>().join("&")
}

/// Sends a form.
pub(crate) async fn post(site: &Router, address: &str, cookie: &str, body: &str) -> Answer {
    let headers = [("content-type", "application/x-www-form-urlencoded"), ("cookie", cookie)];
    ask(site, Method::POST, address, &headers, body).await
}

/// Asks for a page.
pub(crate) async fn get(site: &Router, address: &str, cookie: &str) -> Answer {
    ask(site, Method::GET, address, &[("cookie", cookie)], "").await
}

/// A cookie that an answer sets, as a browser sends it back.
pub(crate) fn cookie(answer: &Answer, name: &str) -> String {
    let set = answer.headers.get_all("set-cookie").iter().map(|value| value.to_str().expect("text"));
    let mut pairs = set.filter_map(|line| line.split(';').next());
    let found = pairs.find(|pair| pair.starts_with(&format!("{name}=")));
    found.unwrap_or_else(|| panic!("no cookie {name} in: {}", answer.words())).to_owned()
}
