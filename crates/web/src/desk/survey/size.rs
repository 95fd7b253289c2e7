//! How many people a survey must ask: a question in the address, answered in words and figures.

use std::collections::BTreeMap;

use askama::Template;
use estimate::size::{Aim, Cost, Measure, Plan, Size};
use look::{Lang, filters, number, say};

use crate::Page;
use crate::desk::Signed;
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::size::sentences;
use crate::visit::Query;

#[derive(Template)]
#[template(path = "desk/survey/size.html")]
struct SizePage {
    frame: Frame,
    typed: Typed,
    why: Option<String>,
    told: Vec<String>,
    rows: Vec<(String, String)>,
}

/// The fields as they were typed; what is not there is what the example has.
struct Typed {
    lang: Lang,
    fields: BTreeMap<String, String>,
}

/// The example: a change of 5 points in each of 10 districts. Shares are in points of a hundred.
const EXAMPLE: [(&str, f64); 8] = [
    ("domains", 10.0),
    ("by", 5.0),
    ("share", 50.0),
    ("confidence", 95.0),
    ("power", 80.0),
    ("take", 15.0),
    ("likeness", 0.05),
    ("response", 80.0),
];

/// The page.
pub(crate) async fn get(signed: Signed, Query(fields): Query<BTreeMap<String, String>>) -> Answer {
    let lang = signed.visit.lang;
    let typed = Typed { lang, fields };
    let answer = typed.plan().and_then(|plan| {
        let size = plan.size().map_err(|wrong| wrong.kind().to_owned())?;
        Ok((sentences(lang, &plan, &size), rows(lang, &size)))
    });
    let why = answer.as_ref().err().map(|kind| say(lang, &format!("size-wrong-{kind}")));
    let (told, rows) = answer.unwrap_or_default();
    let frame = signed.frame(Page::SampleSize, say(lang, Page::SampleSize.key()));
    render(&SizePage { frame, typed, why, told, rows })
}

impl Typed {
    /// What a field shows.
    fn shown(&self, field: &str) -> String {
        let example = || {
            EXAMPLE.iter().find(|(name, _)| *name == field).map(|(_, value)| number::plain(self.lang, *value))
        };
        self.fields.get(field).cloned().or_else(example).unwrap_or_default()
    }

    fn is(&self, field: &str, value: &str) -> bool {
        self.fields.get(field).is_some_and(|own| own == value)
    }

    /// A number that must be there; the field's name where it does not read.
    fn number(&self, field: &str) -> Result<f64, String> {
        number::read(self.lang, self.shown(field).trim()).ok_or_else(|| "unread".to_owned())
    }

    fn maybe(&self, field: &str) -> Result<Option<f64>, String> {
        if self.shown(field).trim().is_empty() { Ok(None) } else { self.number(field).map(Some) }
    }

    fn plan(&self) -> Result<Plan, String> {
        let by = self.number("by")? / 100.0;
        let aim = if self.is("aim", "margin") {
            Aim::Margin(by)
        } else {
            Aim::Change {
                by,
                power: self.number("power")? / 100.0,
                overlap: self.maybe("overlap")?.unwrap_or(0.0) / 100.0,
                correlation: self.maybe("correlation")?.unwrap_or(0.0),
            }
        };
        let cost = match (self.maybe("cluster-cost")?, self.maybe("interview-cost")?) {
            (None, None) => None,
            (cluster, interview) => {
                Some(Cost { cluster: cluster.unwrap_or(0.0), interview: interview.unwrap_or(0.0) })
            }
        };
        Ok(Plan {
            measure: Measure::Share(self.number("share")? / 100.0),
            aim,
            confidence: self.number("confidence")? / 100.0,
            domains: count(self.number("domains")?),
            at_once: self.is("at-once", "yes"),
            per_cluster: count(self.number("take")?),
            likeness: self.number("likeness")?,
            response: self.number("response")? / 100.0,
            population: self.maybe("population")?.map(|people| count(people).into()),
            cost,
        })
    }
}

/// A whole number; 0, which no plan takes, where it is none.
fn count(value: f64) -> u32 {
    if value.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&value) { value as u32 } else { 0 }
}

/// The figures of each domain and round, and of all.
fn rows(lang: Lang, size: &Size) -> Vec<(String, String)> {
    let whole = |count: u64| number::whole(lang, i64::try_from(count).unwrap_or(i64::MAX));
    let row = |key: &str, value: String| (say(lang, key), value);
    vec![
        row("size-row-answers", whole(size.answers)),
        row("size-row-clusters", whole(size.clusters)),
        row("size-row-asked", whole(size.asked)),
        row("size-row-all-answers", whole(size.all_answers)),
        row("size-row-all-clusters", whole(size.all_clusters)),
        row("size-row-all-asked", whole(size.all_asked)),
    ]
}
