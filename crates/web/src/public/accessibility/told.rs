//! An accessibility assessment as pages tell it.

use inform::Assessment;
use inform::assessment::{Kind, Principle, Refusal, Standard, Way};
use jiff::civil::Date;
use look::words::{say, say_with};
use look::{Lang, date};

use crate::Fault;
use crate::fault::closed;

/// An assessment in words.
pub(crate) struct Told {
    pub(crate) id: i64,
    pub(crate) name: String,
    /// Where the site is; none where it is this one.
    pub(crate) address: Option<String>,
    /// That it is this site, the province's, or another agency's.
    pub(crate) kind: String,
    pub(crate) day: String,
    /// Whether it is older than a year.
    pub(crate) is_old: bool,
    pub(crate) assessor: String,
    pub(crate) ways: String,
    /// What the way it was done leaves unknown.
    pub(crate) caveats: Vec<String>,
    pub(crate) standards: String,
    /// The word of how it stands as a whole, for its colour.
    pub(crate) word: &'static str,
    pub(crate) standing: String,
    pub(crate) overall: String,
    pub(crate) found: Vec<Found>,
    pub(crate) otherwise: String,
    pub(crate) withdrawn: Option<(String, String)>,
}

/// What was found of a principle.
pub(crate) struct Found {
    pub(crate) principle: String,
    pub(crate) about: String,
    pub(crate) word: &'static str,
    pub(crate) standing: String,
    pub(crate) missing: String,
    /// By when it is mended, or that no day is set; none where nothing is missing.
    pub(crate) mended: Option<String>,
}

impl Told {
    pub(crate) fn new(lang: Lang, one: &Assessment, today: Date) -> Self {
        let way = |way: &Way| {
            let named = say(lang, &format!("assess-way-{}", way.as_str()));
            if *way == Way::Program { format!("{named} ({})", one.program) } else { named }
        };
        let standard = |it: &Standard| say(lang, &format!("assess-standard-{}", it.as_str()));
        let overall = one.overall().as_str();
        Self {
            id: one.id,
            name: one.name.clone(),
            address: Some(one.address.clone()).filter(|address| !address.is_empty()),
            kind: say(lang, &format!("assess-kind-{}", one.kind.as_str())),
            day: date::short(lang, one.assessed_on),
            is_old: one.is_old(today),
            assessor: one.assessor.clone(),
            ways: one.ways.iter().map(way).collect::<Vec<_>>().join("; "),
            caveats: caveats(lang, one),
            standards: one.standards.iter().map(standard).collect::<Vec<_>>().join("; "),
            word: overall,
            standing: say(lang, &format!("assess-standing-{overall}")),
            overall: say(lang, &format!("assess-overall-{overall}")),
            found: Principle::ALL.iter().map(|principle| found(lang, one, *principle, today)).collect(),
            otherwise: one.otherwise.clone(),
            withdrawn: one.withdrawn.as_ref().map(|(day, why)| (date::short(lang, *day), why.clone())),
        }
    }
}

fn found(lang: Lang, one: &Assessment, principle: Principle, today: Date) -> Found {
    let finding = one.findings.iter().find(|(of, _)| *of == principle).map(|(_, finding)| finding);
    let missing = finding.map(|it| it.missing.clone()).unwrap_or_default();
    let by = finding.and_then(|it| it.mended_by);
    let mended = match by {
        Some(day) => {
            let late = i64::from((today - day).get_days());
            let key = if late > 0 { "assess-mended-late" } else { "assess-mended" };
            Some(say_with(lang, key, &[("day", date::short(lang, day).into()), ("n", late.into())]))
        }
        None => (!missing.is_empty()).then(|| say(lang, "assess-mended-unset")),
    };
    let (name, word) = (principle.as_str(), one.standing(principle).as_str());
    Found {
        principle: say(lang, &format!("assess-principle-{name}")),
        about: say(lang, &format!("assess-about-{name}")),
        word,
        standing: say(lang, &format!("assess-standing-{word}")),
        missing,
        mended,
    }
}

/// What the way it was done leaves unknown, in words.
fn caveats(lang: Lang, one: &Assessment) -> Vec<String> {
    let mut caveats = Vec::new();
    if one.ways == [Way::Program] {
        caveats.push(say(lang, "assess-caveat-program"));
    }
    if !one.ways.contains(&Way::People) {
        caveats.push(say(lang, "assess-caveat-people"));
    }
    caveats
}

/// The kinds of a site, each with its word and its name.
pub(crate) fn kinds(lang: Lang) -> Vec<(&'static str, String)> {
    let name = |kind: &Kind| (kind.as_str(), say(lang, &format!("assess-kind-{}", kind.as_str())));
    Kind::ALL.iter().map(name).collect()
}

/// Why something was not done, in words; a fault of the program goes on as one.
pub(crate) fn sentence(lang: Lang, refusal: Refusal) -> Result<String, Fault> {
    let of = |key: &str, principle: Principle| {
        let name = say(lang, &format!("assess-principle-{}", principle.as_str()));
        say_with(lang, key, &[("principle", name.into())])
    };
    Ok(match refusal {
        Refusal::NoName => say(lang, "assess-no-name"),
        Refusal::NoAddress => say(lang, "assess-no-address"),
        Refusal::Day => say(lang, "assess-no-day"),
        Refusal::NoAssessor => say(lang, "assess-no-assessor"),
        Refusal::NoWay => say(lang, "assess-no-way"),
        Refusal::NoProgram => say(lang, "assess-no-program"),
        Refusal::NoStandard => say(lang, "assess-no-standard"),
        Refusal::NoMissing(principle) => of("assess-no-missing", principle),
        Refusal::HoldsNot(principle) => of("assess-holds-not", principle),
        Refusal::Mended(principle) => of("assess-no-mended", principle),
        Refusal::Otherwise => say(lang, "assess-no-otherwise"),
        Refusal::Twice => say(lang, "assess-twice"),
        Refusal::NoReason => say(lang, "assess-no-reason"),
        Refusal::Withdrawn { .. } => say(lang, "assess-is-withdrawn"),
        other => return Err(closed(other)),
    })
}

closed!(pub(crate) Refusal);
