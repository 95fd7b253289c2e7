//! `nanghang user list`: everybody, with the posts that they hold today.

use accounts::Desk;
use accounts::person::Listed;
use look::{Lang, say};
use serde::Serialize;
use web::api::sheet::Sheet;

use super::everybody;
use crate::cli::Format;
use crate::output::{self, Fault, grid};

/// A person of the list.
#[derive(Debug, Serialize)]
struct Line {
    account: String,
    name: String,
    posts: Vec<Seat>,
    has_password: bool,
    disabled: bool,
}

/// A post that they hold.
#[derive(Debug, Serialize)]
struct Seat {
    post: String,
    role: &'static str,
    agency: String,
}

/// Lists everybody.
pub(super) async fn list(desk: &Desk, format: Format, lang: Lang) -> Result<(), Fault> {
    let lines: Vec<Line> = everybody(desk).await?.into_iter().map(|listed| line(listed, desk)).collect();
    output::answer(format, &lines, || sheet(&lines), || table(&lines, lang))
}

fn line(listed: Listed, desk: &Desk) -> Line {
    let today = listed.seats.into_iter().filter(|seat| seat.holding.is_held(desk.today));
    let seat = |seat: accounts::person::Seat| Seat {
        post: seat.post.code,
        role: seat.post.role.as_str(),
        agency: seat.post.agency,
    };
    Line {
        account: listed.person.account,
        name: listed.person.name,
        posts: today.map(seat).collect(),
        has_password: listed.person.has_password,
        disabled: listed.person.disabled_at.is_some(),
    }
}

fn posts(line: &Line) -> String {
    line.posts.iter().map(|seat| seat.post.as_str()).collect::<Vec<_>>().join(" ")
}

fn sheet(lines: &[Line]) -> Sheet {
    let row = |line: &Line| {
        let told = [line.has_password, line.disabled].map(|told| told.to_string());
        let [password, disabled] = told;
        [line.account.clone(), line.name.clone(), posts(line), password, disabled]
    };
    Sheet::new(["account", "name", "posts", "has_password", "disabled"], lines.iter().map(row))
}

fn table(lines: &[Line], lang: Lang) -> String {
    let state = |line: &Line| match (line.disabled, line.has_password) {
        (true, _) => say(lang, "cli-user-is-disabled"),
        (false, false) => say(lang, "cli-user-is-invited"),
        (false, true) => String::new(),
    };
    let row = |line: &Line| vec![line.account.clone(), line.name.clone(), posts(line), state(line)];
    let headings = ["cli-col-account", "cli-col-called", "cli-col-post", "cli-col-state"];
    grid::grid(lang, &headings, lines.iter().map(row).collect())
}
