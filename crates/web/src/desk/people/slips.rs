//! One-time links as slips to print and cut apart. They are shown once: what is kept is only their digest.

use accounts::sign_in::{self, LINK_LASTS, NotMade};
use accounts::{Directory, Person, person};
use askama::Template;
use axum::response::Html;
use look::{filters, say};

use super::sentence;
use crate::desk::Signed;
use crate::fault::render;
use crate::parts::frame::Frame;
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/people/slips.html")]
struct SlipsPage {
    frame: Frame,
    hours: i64,
    slips: Vec<Slip>,
}

/// What one person gets.
struct Slip {
    name: String,
    account: String,
    posts: Vec<String>,
    link: String,
}

/// Makes a link for each of the people and shows them; links that they did not use are good no longer.
pub(super) async fn make(signed: &Signed, people: Vec<Person>) -> Result<Html<String>, Fault> {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let chance = &signed.visit.app.works()?.chance;
    let directory = Directory::load(&mut desk.read().await?).await?;
    let origin = &signed.visit.origin;
    let mut slips = Vec::new();
    for person in people {
        let token = sign_in::make_link(desk, &person.account, chance).await.map_err(fault)?;
        let listed = person::show(desk, person.id).await.map_err(|why| sentence::fault(lang, why))?;
        let today =
            listed.seats.iter().filter(|seat| seat.holding.ended.is_none_or(|last| last >= desk.today));
        let posts = today.map(|seat| format!("{}, {}", seat.post.name, directory.name(&seat.post.agency)));
        slips.push(Slip {
            name: person.name,
            account: person.account,
            posts: posts.collect(),
            link: format!("{origin}{}", Page::Link.path(lang).replace("{token}", &token)),
        });
    }
    let frame = signed.frame(Page::People, say(lang, "slips-title")).under(Page::People);
    render(&SlipsPage { frame, hours: LINK_LASTS.as_hours(), slips })
}

fn fault(why: NotMade) -> Fault {
    match why {
        NotMade::NoSuchAccount(_) => Fault::Missing,
        NotMade::Forbidden(forbidden) => forbidden.into(),
        NotMade::Store(fault) => fault.into(),
    }
}
