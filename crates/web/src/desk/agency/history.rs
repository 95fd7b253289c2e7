//! What passed through one agency: who went on for whom, and which assignments it took over and gave away.

use accounts::Directory;
use accounts::person::Names;
use askama::Template;
use jiff::civil::Date;
use look::filters;
use look::words::{say, say_with};
use plan::assignment::{self, Passed, Refusal};

use crate::desk::Signed;
use crate::desk::agencies::Listed;
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::period;
use crate::visit::Path;
use crate::{Fault, Page};

/// The account of the program itself.
const PROGRAM: &str = "nanghang";

#[derive(Template)]
#[template(path = "desk/agency/history.html")]
struct HistoryPage {
    frame: Frame,
    one: Listed,
    steps: Vec<Step>,
    names: Names,
}

/// Assignments that went the same way on the same day for the same reason.
struct Step {
    on: Date,
    reason: &'static str,
    from: (String, String),
    to: (String, String),
    by: String,
    words: Option<String>,
    /// Each with its number.
    assignments: Vec<(i64, String)>,
}

/// The page.
pub(crate) async fn get(signed: Signed, Path(code): Path<String>) -> Answer {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let directory = Directory::load(&mut desk.read().await?).await?;
    let agency = directory.agency(&code).ok_or(Fault::Missing)?;
    let passed = assignment::history(desk, &code).await.map_err(|refusal| match refusal {
        Refusal::Forbidden(forbidden) => forbidden.into(),
        Refusal::Store(fault) => fault.into(),
        _ => Fault::Missing,
    })?;
    let title = say_with(lang, "history-title", &[("agency", agency.name.as_str().into())]);
    let mut frame = signed.frame(Page::History, title).under(Page::Agencies).with("{code}", &code);
    frame.crumbs.push((Page::Agency.path(lang).replace("{code}", &code), agency.name.clone()));
    render(&HistoryPage {
        frame,
        one: Listed::new(lang, &directory, agency),
        steps: steps(&signed, &directory, passed),
        names: Names::load(&mut desk.read().await?).await?,
    })
}

fn steps(signed: &Signed, directory: &Directory, passed: Vec<Passed>) -> Vec<Step> {
    let lang = signed.visit.lang;
    // Agencies that follow one another are often called the same.
    let named = |code: &str| (code.to_owned(), format!("{} ({code})", directory.name(code)));
    let mut steps: Vec<Step> = Vec::new();
    for Passed { moved, code, period, .. } in passed {
        let said = (moved.assignment, format!("{code}, {}", period::name(lang, &period)));
        let is_same = |step: &Step| {
            (step.on, step.reason) == (moved.on, moved.reason.as_str())
                && (&step.from.0, &step.to.0) == (&moved.from, &moved.to)
                && (&step.by, &step.words) == (&moved.by, &moved.words)
        };
        match steps.iter_mut().find(|step| is_same(step)) {
            Some(step) => step.assignments.push(said),
            None => steps.push(Step {
                on: moved.on,
                reason: moved.reason.as_str(),
                from: named(&moved.from),
                to: named(&moved.to),
                by: moved.by,
                words: moved.words,
                assignments: vec![said],
            }),
        }
    }
    steps
}

impl HistoryPage {
    /// Who did it: a person, or the program by its rule.
    fn by(&self, step: &Step) -> String {
        if step.by == PROGRAM {
            say(self.frame.lang, "history-by-rule")
        } else {
            self.names.of(&step.by).to_owned()
        }
    }
}
