//! The identity service as a real program beside the test, and a browser that goes there and back.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use axum::Router;
use axum::http::Method;
use identity::{Service, Settings};

use crate::door::{self, Answer};

/// The address that readers know the site by.
pub(crate) const ORIGIN: &str = "https://papi.example.vn";
const CLIENT: &str = "nang-hang";
const SECRET: &str = "mot-bi-mat-chung";

/// The provider's program; it ends with the test.
pub(crate) struct Peer {
    child: Child,
    /// What it says; where nobody listens, it stops.
    _told: BufReader<ChildStdout>,
    pub(crate) address: String,
}

impl Peer {
    /// Starts it on a free port.
    pub(crate) fn start() -> Self {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/oidc");
        let backs = ["/dang-nhap/dinh-danh/tra-ve", "/en/sign-in/identity/back"];
        let mut child = Command::new("node")
            .args(["provider.mjs", CLIENT, SECRET])
            .args(backs.map(|back| format!("{ORIGIN}{back}")))
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("node runs: scripts/setup installs it");
        let mut address = String::new();
        let told = child.stdout.take().expect("its output");
        let mut told = BufReader::new(told);
        told.read_line(&mut address).expect("its address");
        assert!(!address.is_empty(), "the provider did not start: scripts/setup installs what it needs");
        Self { child, _told: told, address: address.trim().to_owned() }
    }

    /// Who comes to it next, with which methods, and whether what it says of them is true.
    pub(crate) async fn says(&self, who: &str, amr: &str, forge: &str) {
        let amr = if amr.is_empty() { String::new() } else { format!("&amr={amr}") };
        let address = format!("{}/test?who={who}{amr}&forge={forge}", self.address);
        client().get(address).send().await.expect("it listens");
    }

    /// Our side of it.
    pub(crate) fn service(&self, second_factor: Option<&str>) -> Service {
        service(&self.address, second_factor)
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// The service at an address.
pub(crate) fn service(issuer: &str, second_factor: Option<&str>) -> Service {
    let (client, secret) = (CLIENT.to_owned(), SECRET.to_owned());
    let second_factor = second_factor.map(str::to_owned);
    Service::new(Settings { issuer: issuer.to_owned(), client, secret, second_factor }).expect("a service")
}

/// Somebody's browser, with the cookies of our site.
pub(crate) struct Browser<'a> {
    pub(crate) site: &'a Router,
    pub(crate) cookies: BTreeMap<String, String>,
}

impl<'a> Browser<'a> {
    pub(crate) fn new(site: &'a Router) -> Self {
        Self { site, cookies: BTreeMap::new() }
    }

    /// Asks for a page of our site.
    pub(crate) async fn get(&mut self, address: &str) -> Answer {
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let headers = [("cookie", cookies.join("; "))];
        let headers = headers.each_ref().map(|(name, value)| (*name, value.as_str()));
        let answer = door::ask(self.site, Method::GET, address, &headers, "").await;
        for set in answer.headers.get_all("set-cookie") {
            keep(&mut self.cookies, set.to_str().expect("text"));
        }
        answer
    }

    /// Goes to the service, and gives the address on our site that it sends back to.
    pub(crate) async fn go(&mut self, from: &str) -> String {
        let away = self.get(from).await;
        assert_eq!(away.status, 303, "{}", away.words());
        visit(away.header("location")).await
    }

    /// Signs in: there and back.
    pub(crate) async fn enter(&mut self, from: &str) -> Answer {
        let back = self.go(from).await;
        self.get(&back).await
    }
}

/// Follows the service's pages until they lead back to our site.
async fn visit(address: &str) -> String {
    let (client, mut cookies, mut at) = (client(), BTreeMap::new(), address.to_owned());
    for _ in 0..10 {
        if let Some(back) = at.strip_prefix(ORIGIN) {
            return back.to_owned();
        }
        let sent: Vec<String> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let answer = client.get(&at).header("cookie", sent.join("; ")).send().await.expect("an answer");
        for set in answer.headers().get_all("set-cookie") {
            keep(&mut cookies, set.to_str().expect("text"));
        }
        let next = answer.headers().get("location").map(|next| next.to_str().expect("text").to_owned());
        let here = answer.url().clone();
        let Some(next) = next else {
            panic!("no way on from {here}: {}", answer.text().await.expect("text"))
        };
        at = here.join(&next).expect("an address").into();
    }
    panic!("the service leads nowhere");
}

fn keep(cookies: &mut BTreeMap<String, String>, set: &str) {
    let (name, value) = set.split(';').next().expect("a pair").split_once('=').expect("a pair");
    match value {
        "" => cookies.remove(name),
        value => cookies.insert(name.to_owned(), value.to_owned()),
    };
}

fn client() -> reqwest::Client {
    // The service's own client has put the TLS of the house in its place; a test may come first.
    let _ = service("http://127.0.0.1:1", None);
    reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client")
}
