//! The register of accessibility assessments: recording one, which publishes it, and withdrawing a wrong one.

use accounts::Relation;
use askama::Template;
use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use inform::assessment::{self, Draft, Finding, Kind, Principle, RECORD, Standard, Standing, WITHDRAW, Way};
use look::filters;
use look::words::say;

use super::Signed;
use super::typed::{Typed, refused};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::public::accessibility::told::{Told, closed, kinds, sentence};
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/accessibility/list.html")]
struct RegisterPage {
    frame: Frame,
    lines: Vec<Told>,
    kinds: Vec<(&'static str, String)>,
    may_record: bool,
    may_withdraw: bool,
    typed: Typed,
    why: Option<String>,
}

/// The page.
pub(crate) async fn get(signed: Signed) -> Answer {
    let typed = Typed::default().with("assessed_on", signed.desk.today.to_string());
    page(&signed, typed, None).await
}

/// Records an assessment or withdraws one, as `act` says.
pub(crate) async fn post(signed: Signed, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let done = match (typed.get("act"), draft(&typed)) {
        ("withdraw", _) => {
            assessment::withdraw(desk, typed.get("id").parse().unwrap_or(0), typed.get("why")).await
        }
        ("record", Some(draft)) => assessment::record(desk, &draft).await,
        ("record", None) => {
            return refused(page(&signed, typed, Some(say(lang, "assess-unread"))).await);
        }
        _ => return Err(Fault::Unreadable),
    };
    match done {
        Ok(_) => Ok(Redirect::to(&Page::AssessmentRegister.path(lang)).into_response()),
        Err(refusal) => {
            let why = sentence(lang, refusal)?;
            refused(page(&signed, typed, Some(why)).await)
        }
    }
}

async fn page(signed: &Signed, typed: Typed, why: Option<String>) -> Answer {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let all = assessment::register(desk).await.map_err(closed)?;
    let may = |right| desk.may(right, Relation::Other).is_ok();
    render(&RegisterPage {
        frame: signed.frame(Page::AssessmentRegister, say(lang, Page::AssessmentRegister.key())),
        lines: all.iter().map(|one| Told::new(lang, one, desk.today)).collect(),
        kinds: kinds(lang),
        may_record: may(&RECORD),
        may_withdraw: may(&WITHDRAW),
        typed,
        why,
    })
}

/// What a form says; none where the kind of site, a day or a standing does not read.
fn draft(typed: &Typed) -> Option<Draft> {
    let [a, b, c, d] = Principle::ALL else { return None };
    Some(Draft {
        kind: Kind::read(typed.get("kind"))?,
        name: typed.get("name").to_owned(),
        address: typed.get("address").to_owned(),
        assessed_on: typed.day("assessed_on")?,
        assessor: typed.get("assessor").to_owned(),
        ways: typed.all("way").iter().map(|word| Way::read(word)).collect::<Option<_>>()?,
        program: typed.get("program").to_owned(),
        standards: typed.all("standard").iter().map(|word| Standard::read(word)).collect::<Option<_>>()?,
        findings: [finding(typed, *a)?, finding(typed, *b)?, finding(typed, *c)?, finding(typed, *d)?],
        otherwise: typed.get("otherwise").to_owned(),
    })
}

fn finding(typed: &Typed, principle: Principle) -> Option<Finding> {
    let field = |name: &str| format!("{name}-{}", principle.as_str());
    let by = typed.maybe(&field("by"));
    Some(Finding {
        standing: Standing::read(typed.get(&field("standing")))?,
        missing: typed.get(&field("missing")).to_owned(),
        mended_by: by.map(|day| day.parse()).transpose().ok()?,
    })
}
