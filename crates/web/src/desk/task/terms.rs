//! The form of a task: its terms as fields and back, and the sentence for each refusal.

use std::collections::BTreeMap;

use accounts::Desk;
use jiff::civil::Date;
use look::words::{say, say_with};
use look::{Lang, number};
use plan::plan::{Lack, Refusal};
use plan::task::{INDICES, Measure, Part};
use plan::{Rhythm, Terms};
use scores::{Item, Structure};

use crate::Fault;
use crate::desk::Signed;

/// What is typed into a form, by the names of its fields.
pub(crate) type Typed = BTreeMap<String, String>;

/// What the form offers to choose from.
pub(crate) struct Offered {
    pub(crate) leads: Vec<(String, String)>,
    pub(crate) rhythms: Vec<(String, String)>,
    pub(crate) documents: Vec<(String, String)>,
}

impl Offered {
    pub(crate) fn new(signed: &Signed) -> Self {
        let (lang, directory) = (signed.visit.lang, &signed.visit.snapshot.directory);
        let rhythm = |it: Rhythm| (it.as_str().to_owned(), say(lang, &format!("rhythm-{}", it.as_str())));
        let groups = directory.groups().map(|group| (group.code.clone(), group.name.clone()));
        Self {
            leads: groups.chain(agencies(signed)).collect(),
            rhythms: Rhythm::ALL.map(rhythm).to_vec(),
            documents: crate::desk::plan::list::documents(signed),
        }
    }
}

/// What is typed into a field.
pub(crate) fn of<'a>(typed: &'a Typed, field: &str) -> &'a str {
    typed.get(field).map_or("", String::as_str)
}

/// The agencies in force today, by code and name.
pub(crate) fn agencies(signed: &Signed) -> Vec<(String, String)> {
    let all = signed.visit.snapshot.directory.agencies();
    let today = all.filter(|agency| agency.in_force(signed.desk.today));
    today.map(|agency| (agency.code.clone(), agency.name.clone())).collect()
}

/// An address of these words.
pub(crate) fn slug(words: &str) -> String {
    let folded: String =
        places::name::fold(words).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    folded.split_whitespace().collect::<Vec<_>>().join("-")
}

/// The fields of a task.
pub(crate) fn typed(terms: &Terms) -> Typed {
    let measure = terms.measure.as_ref();
    let part = |it: &Part| {
        let due = it.due.map(|due| due.to_string()).unwrap_or_default();
        format!("{} | {} | {due}", it.agency, it.part.as_deref().unwrap_or_default())
    };
    let plain = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    let fields = [
        ("code", terms.code.clone()),
        ("place", terms.place.to_string()),
        ("section", terms.section.clone()),
        ("what", terms.what.clone()),
        ("product", terms.product.clone()),
        ("done_when", terms.done_when.clone()),
        ("rhythm", terms.rhythm.as_str().to_owned()),
        ("first", terms.first.to_string()),
        ("last", terms.last.to_string()),
        ("due_on", terms.due_on.map(|(month, day)| format!("{day:02}/{month:02}")).unwrap_or_default()),
        ("lead", terms.lead.clone().unwrap_or_default()),
        ("parts", terms.parts.iter().map(part).collect::<Vec<_>>().join("\n")),
        ("items", terms.items.join("; ")),
        ("measure", measure.map(|it| it.name.clone()).unwrap_or_default()),
        ("unit", measure.and_then(|it| it.unit.clone()).unwrap_or_default()),
        ("low", plain(measure.and_then(|it| it.low))),
        ("high", plain(measure.and_then(|it| it.high))),
        ("weight", terms.weight.to_string()),
        ("scope", terms.scope.clone().unwrap_or_default()),
        ("source", terms.source.clone()),
        ("public", if terms.public { "on" } else { "" }.to_owned()),
    ];
    fields.into_iter().map(|(field, value)| (field.to_owned(), value)).collect()
}

/// The terms that the fields describe, or the key of what is wrong with them.
pub(crate) fn read(typed: &Typed) -> Result<Terms, &'static str> {
    let text = |field: &str| typed.get(field).map(|text| text.trim().to_owned()).unwrap_or_default();
    let maybe = |field: &str| Some(text(field)).filter(|text| !text.is_empty());
    let day = |field: &str| text(field).parse::<Date>().map_err(|_| "plan-no-day");
    let value = |field: &str| maybe(field).map(|it| decimal(&it).ok_or("task-no-number")).transpose();
    let measure = match maybe("measure") {
        None => None,
        Some(name) => Some(Measure { name, unit: maybe("unit"), low: value("low")?, high: value("high")? }),
    };
    Ok(Terms {
        code: text("code"),
        place: maybe("place").map_or(Ok(1), |place| place.parse()).map_err(|_| "task-no-number")?,
        section: text("section"),
        what: text("what"),
        product: text("product"),
        done_when: text("done_when"),
        rhythm: Rhythm::read(&text("rhythm")).ok_or("task-no-rhythm")?,
        first: day("first")?,
        last: day("last")?,
        due_on: maybe("due_on").map(|it| day_of_year(&it).ok_or("plan-no-day")).transpose()?,
        lead: maybe("lead"),
        parts: text("parts").lines().filter_map(part).collect::<Result<_, _>>()?,
        items: text("items")
            .split([';', ','])
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .map(item)
            .collect::<Result<_, _>>()?,
        measure,
        weight: value("weight")?.unwrap_or(1.0),
        scope: maybe("scope"),
        source: text("source"),
        public: maybe("public").is_some(),
    })
}

fn decimal(text: &str) -> Option<f64> {
    text.replace(',', ".").parse().ok().filter(|value: &f64| value.is_finite())
}

/// `31/03` as month and day.
fn day_of_year(text: &str) -> Option<(i8, i8)> {
    let (day, month) = text.split_once('/')?;
    Some((month.trim().parse().ok()?, day.trim().parse().ok()?))
}

/// `BL-STP | what it does | 2025-03-31`; an empty line is none.
fn part(line: &str) -> Option<Result<Part, &'static str>> {
    let mut cells = line.split('|').map(str::trim);
    let agency = cells.next().filter(|agency| !agency.is_empty())?.to_owned();
    let part = cells.next().filter(|part| !part.is_empty()).map(str::to_owned);
    let due = cells.next().filter(|due| !due.is_empty()).map(|due| due.parse().map_err(|_| "plan-no-day"));
    Some(due.transpose().map(|due| Part { agency, part, due }))
}

/// A dimension, a sub-dimension or another index.
fn item(text: &str) -> Result<String, &'static str> {
    let is_papi = text.parse::<Item>().is_ok_and(|item| item != Item::Total && latest().has(item));
    if is_papi || INDICES.contains(&text) { Ok(text.to_owned()) } else { Err("task-no-item") }
}

/// The index as it is built now.
pub(crate) fn latest() -> Structure {
    Structure::of_year(2025)
}

/// What is said differently now, field by field: the label and what it says.
pub(crate) fn changed(lang: Lang, typed: &Typed, now: &Terms) -> Vec<(String, String)> {
    let now = self::typed(now);
    let differs = now.into_iter().filter(|(field, value)| {
        typed.get(field).map(|text| text.replace("\r\n", "\n").trim().to_owned()).unwrap_or_default()
            != value.trim()
    });
    differs.map(|(field, value)| (say(lang, &format!("task-{}", field.replace('_', "-"))), value)).collect()
}

/// What is lacking, in words.
pub(crate) fn lack(lang: Lang, lack: &Lack) -> String {
    let of = |key: &str, code: &str| say_with(lang, key, &[("code", code.into())]);
    match lack {
        Lack::Document => say(lang, "lack-document"),
        Lack::Tasks => say(lang, "lack-tasks"),
        Lack::Owner(code) => of("lack-owner", code),
        Lack::TargetOwner(said) => of("lack-target-owner", said),
        Lack::Nobody(code, lead) => {
            say_with(lang, "lack-nobody", &[("code", code.as_str().into()), ("lead", lead.as_str().into())])
        }
        Lack::Text(code) => of("lack-text", code),
        Lack::Product(code) => of("lack-product", code),
    }
}

/// Why not, in words; a fault of the program, a right that is lacking or a thing that is missing goes on as one.
pub(crate) fn sentence(lang: Lang, refusal: &Refusal) -> Result<String, Fault> {
    let with = |key: &str, value: &str| say_with(lang, key, &[("value", value.into())]);
    Ok(match refusal {
        Refusal::Forbidden(_) => return Err(Fault::Forbidden),
        Refusal::NoPlan | Refusal::NoTask => return Err(Fault::Missing),
        Refusal::Store(fault) => {
            tracing::error!(%fault, "the database did not answer");
            return Err(Fault::Broken);
        }
        Refusal::Assignment(refusal) => return of_assignment(lang, refusal),
        Refusal::Known(slug) => with("plan-known", slug),
        Refusal::KnownCode(code) => with("task-known", code),
        Refusal::Untitled => say(lang, "plan-untitled"),
        Refusal::BadCode(code) => with("task-bad-code", code),
        Refusal::Backwards { .. } => say(lang, "plan-backwards"),
        Refusal::Impossible(value) => with("task-impossible", value),
        Refusal::Lacking(lacking) => lacking.iter().map(|it| lack(lang, it)).collect::<Vec<_>>().join(" "),
        Refusal::NotNow(_) => say(lang, "plan-not-now"),
        Refusal::NoReason => say(lang, "task-no-reason"),
        Refusal::NoDocument(slug) => with("task-no-document", slug),
        Refusal::Changed(_) => say(lang, "task-changed"),
        Refusal::Cancelled => say(lang, "task-is-cancelled"),
        Refusal::Circle => say(lang, "task-circle"),
    })
}

/// The same for an assignment.
pub(crate) fn of_assignment(lang: Lang, refusal: &plan::assignment::Refusal) -> Result<String, Fault> {
    use plan::assignment::Refusal;
    Ok(match refusal {
        Refusal::Forbidden(_) => return Err(Fault::Forbidden),
        Refusal::Missing => return Err(Fault::Missing),
        Refusal::Store(fault) => {
            tracing::error!(%fault, "the database did not answer");
            return Err(Fault::Broken);
        }
        Refusal::Settled => say(lang, "assignment-settled"),
        Refusal::NotInForce(code) => {
            say_with(lang, "assignment-not-in-force", &[("value", code.as_str().into())])
        }
        Refusal::NoWords => say(lang, "assignment-no-words"),
    })
}

/// Whether this desk changes plans at all.
pub(crate) fn may_change(desk: &Desk) -> bool {
    desk.may(&plan::task::CHANGE, accounts::Relation::Other).is_ok()
}

/// A weight or a bound as the page writes it.
pub(crate) fn written(lang: Lang, value: f64) -> String {
    if value.fract() == 0.0 { number::whole(lang, value as i64) } else { number::score(lang, value) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_task_is_read_back_from_its_own_form() {
        let part =
            |agency: &str, due| Part {
                agency: agency.to_owned(), part: Some("Phối hợp".to_owned()), due
            };
        let whole = Terms {
            code: "1.4-01".to_owned(),
            place: 3,
            section: "1".to_owned(),
            what: "Công khai".to_owned(),
            product: "Bảng".to_owned(),
            done_when: "Có bảng".to_owned(),
            rhythm: Rhythm::Yearly,
            first: date(2025, 1, 1),
            last: date(2025, 12, 31),
            due_on: Some((3, 31)),
            lead: Some("@xa".to_owned()),
            parts: vec![part("BL-STP", Some(date(2025, 3, 1))), part("@so", None)],
            items: vec!["1.4".to_owned(), "par_index".to_owned()],
            measure: Some(Measure {
                name: "Tỷ lệ".to_owned(),
                unit: Some("%".to_owned()),
                low: Some(0.0),
                high: Some(100.0),
            }),
            weight: 1.5,
            scope: Some("xa".to_owned()),
            source: "x".to_owned(),
            public: false,
        };
        assert_eq!(read(&typed(&whole)), Ok(whole));
    }

    #[test]
    fn what_does_not_read_is_named() {
        let with = |field: &str, value: &str| {
            let mut fields = Typed::from([
                ("rhythm".to_owned(), "once".to_owned()),
                ("first".to_owned(), "2025-01-01".to_owned()),
                ("last".to_owned(), "2025-12-31".to_owned()),
            ]);
            fields.insert(field.to_owned(), value.to_owned());
            read(&fields).map(|_| ())
        };
        assert_eq!(with("code", "1"), Ok(()));
        assert_eq!(with("first", "hôm nay"), Err("plan-no-day"));
        assert_eq!(with("weight", "nặng"), Err("task-no-number"));
        assert_eq!(with("weight", "1,5"), Ok(()));
        assert_eq!(with("items", "1.4; 9.9"), Err("task-no-item"));
        assert_eq!(with("due_on", "31"), Err("plan-no-day"));
        assert_eq!(with("rhythm", "đôi khi"), Err("task-no-rhythm"));
    }

    #[test]
    fn a_title_makes_an_address() {
        assert_eq!(slug("Kế hoạch nâng PAPI — năm 2025"), "ke-hoach-nang-papi-nam-2025");
    }
}
