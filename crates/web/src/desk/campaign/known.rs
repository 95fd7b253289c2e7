//! What people came to know of a campaign, as its page shows it: the pulses before and after it, the change of each item
//! with its error, what makes that weaker than it looks, and how a pulse is tied.

use accounts::Relation;
use accounts::person::Names;
use fieldwork::answer::{Figures, PEOPLE_MIN, Statistic};
use jiff::civil::Date;
use listen::knowledge::{
    self, Change, Doubt, REASON_MAX, Refusal, Says, Side, TIE, Unfit, Untied, fits, of_campaign,
};
use listen::pulse::{self, About, LEVEL, State};
use look::chart::{Interval, Intervals};
use look::words::{say, say_with};
use look::{Lang, date, number};

use crate::desk::Signed;
use crate::desk::pulse::path as pulse_path;
use crate::desk::survey::table::figure;
use crate::fault::closed;
use crate::parts::charts::caption;
use crate::parts::pulse::{asked, days, response, share};
use crate::{Fault, Page};

/// The section of a campaign's page.
pub(super) struct Known {
    pub(super) sides: Vec<SideTold>,
    /// What was untied: of which side, which pulse, when, by whom and why.
    pub(super) untied: Vec<String>,
    /// Whether the change of an item is not the difference of its rounded figures.
    pub(super) is_rounded: bool,
    /// Why there is no comparison yet, and when there will be one.
    pub(super) waits: Vec<String>,
    /// Why what is tied does not fit.
    pub(super) unfit: Option<String>,
    pub(super) rows: Vec<Row>,
    pub(super) chart: Option<String>,
    /// What is doubtful about this comparison.
    pub(super) doubts: Vec<String>,
    pub(super) version: i64,
    /// Whether the desk may tie and untie.
    pub(super) may: bool,
    /// Whether both pulses are over and tell something, so that neither is untied any more.
    pub(super) is_measured: bool,
    pub(super) reason_max: usize,
}

/// A side of the campaign.
pub(super) struct SideTold {
    pub(super) word: &'static str,
    pub(super) head: String,
    pub(super) tied: Option<PulseTold>,
    /// Which pulse fits there.
    pub(super) rule: String,
    /// Those that do, by number.
    pub(super) choices: Vec<(String, String)>,
    /// Where one is made, with what the other side asks; none where it is too late to ask before.
    pub(super) make: Option<String>,
}

/// A pulse that is tied.
pub(super) struct PulseTold {
    /// Where it is read; none for who may not.
    pub(super) href: Option<String>,
    pub(super) title: String,
    pub(super) days: String,
    pub(super) response: String,
}

/// An item before and after.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) asked: String,
    pub(super) share: String,
    /// That it asks no knowledge.
    pub(super) about: Option<String>,
    pub(super) before: Shown,
    pub(super) after: Shown,
    pub(super) change: Option<Shown>,
    pub(super) says: Says,
    pub(super) said: String,
}

/// A figure and its interval.
pub(super) struct Shown {
    pub(super) figure: String,
    pub(super) interval: String,
}

impl Known {
    /// Whether any pulse is tied.
    pub(super) fn is_any(&self) -> bool {
        self.sides.iter().any(|side| side.tied.is_some())
    }

    /// Whether a side has none.
    pub(super) fn lacks(&self) -> bool {
        self.sides.iter().any(|side| side.tied.is_none())
    }

    pub(super) async fn new(signed: &Signed, campaign: i64) -> Result<Self, Fault> {
        let (lang, desk) = (signed.visit.lang, &signed.desk);
        let found = of_campaign(desk, campaign).await.map_err(closed)?;
        let may = desk.may(&TIE, Relation::Other).is_ok();
        let is_read = desk.may(&pulse::READ, Relation::Other).is_ok();
        let pulses = match may {
            true => pulse::all(desk).await.map_err(crate::parts::pulse::closed)?,
            false => Vec::new(),
        };
        let side = |side: Side| side_told(lang, (side, &found), &pulses, is_read, desk.today);
        let changes = found.changes.as_deref().unwrap_or_default();
        let rows: Vec<Row> = changes.iter().enumerate().map(|(at, change)| row(lang, at, change)).collect();
        let mut doubts: Vec<String> = found.doubts.iter().map(|it| doubt(lang, *it)).collect();
        if !found.silent.is_empty() {
            doubts.push(say_with(lang, "pulse-silent", &[("names", found.silent.join("; ").into())]));
        }
        let names = Names::load(&mut desk.read().await?).await?;
        Ok(Self {
            untied: found.untied.iter().map(|it| untied(lang, &names, it)).collect(),
            is_rounded: changes.iter().any(is_rounded),
            sides: Side::BOTH.into_iter().map(side).collect(),
            waits: waits(lang, &found, desk.today),
            unfit: found.unfit.map(|it| unfit(lang, it)),
            chart: chart(lang, changes, &rows),
            rows,
            doubts,
            version: found.tie.version,
            may,
            is_measured: found.changes.is_some(),
            reason_max: REASON_MAX,
        })
    }
}

fn side_told(
    lang: Lang,
    (side, found): (Side, &knowledge::Known),
    pulses: &[listen::Pulse],
    is_read: bool,
    today: Date,
) -> SideTold {
    let days_of = [
        ("first", date::short(lang, found.span.first).into()),
        ("last", date::short(lang, found.span.last).into()),
    ];
    let tied = found.on(side).map(|pulse| PulseTold {
        href: is_read.then(|| pulse_path(lang, pulse.id)),
        title: pulse.title.clone(),
        days: days(lang, pulse, today),
        response: response(lang, pulse),
    });
    let is_fit = |pulse: &&listen::Pulse| match side {
        Side::Before => fits(found.span, Some(pulse), found.after.as_ref()).is_ok(),
        Side::After => fits(found.span, found.before.as_ref(), Some(pulse)).is_ok(),
    };
    let choice = |pulse: &listen::Pulse| {
        (pulse.id.to_string(), format!("{}, {}", pulse.title, days(lang, pulse, today)))
    };
    let other = match side {
        Side::Before => found.after.as_ref(),
        Side::After => found.before.as_ref(),
    };
    let again = other.map_or_else(String::new, |pulse| format!("?again={}", pulse.id));
    SideTold {
        word: side.as_str(),
        head: say(lang, &format!("knowledge-{}", side.as_str())),
        choices: if tied.is_some() { Vec::new() } else { pulses.iter().filter(is_fit).map(choice).collect() },
        tied,
        rule: say_with(lang, &format!("knowledge-rule-{}", side.as_str()), &days_of),
        make: (side == Side::After || today < found.span.first)
            .then(|| format!("{}{again}#make", Page::PulseRegister.path(lang))),
    }
}

/// That a pulse was untied, in words.
fn untied(lang: Lang, names: &Names, (untied, title): &(Untied, String)) -> String {
    let told = [
        ("side", say(lang, &format!("knowledge-{}", untied.side.as_str())).into()),
        ("title", title.clone().into()),
        ("day", date::short(lang, untied.on).into()),
        ("by", names.of(&untied.by).to_owned().into()),
        ("why", untied.why.clone().into()),
    ];
    say_with(lang, "knowledge-untied", &told)
}

/// Whether a change, as it is shown, is not the difference of the figures that are shown.
fn is_rounded(change: &Change) -> bool {
    let shown = |share: f64| (share * 1000.0).round();
    let figures = change.before.zip(change.after).zip(change.difference);
    figures.is_some_and(|((before, after), (estimate, _))| {
        (shown(after.estimate) - shown(before.estimate) - shown(estimate)).abs() > 0.5
    })
}

/// What is missing, and when it comes.
fn waits(lang: Lang, found: &knowledge::Known, today: Date) -> Vec<String> {
    let wait = |side: Side| match found.on(side) {
        None => Some(say(lang, &format!("knowledge-lacks-{}", side.as_str()))),
        Some(pulse) if pulse.state(today) == State::Closed => None,
        Some(pulse) => {
            let day = date::short(lang, pulse.last()).into();
            Some(say_with(lang, &format!("knowledge-waits-{}", side.as_str()), &[("day", day)]))
        }
    };
    let is_any = found.before.is_some() || found.after.is_some();
    if is_any { Side::BOTH.into_iter().filter_map(wait).collect() } else { Vec::new() }
}

fn row(lang: Lang, at: usize, change: &Change) -> Row {
    let item = &change.item;
    let about = (item.about != About::Knowledge).then(|| say(lang, "knowledge-no-knowledge"));
    Row {
        name: say_with(lang, "knowledge-item", &[("n", (at + 1).into())]),
        asked: asked(lang, item).words,
        share: share(lang, item),
        about,
        before: shown(lang, change.before),
        after: shown(lang, change.after),
        change: change.difference.map(|(estimate, (low, high))| Shown {
            figure: say_with(lang, "knowledge-points", &[("n", signed(lang, estimate).into())]),
            interval: say_with(
                lang,
                "knowledge-range",
                &[("low", signed(lang, low).into()), ("high", signed(lang, high).into())],
            ),
        }),
        says: change.says,
        said: say_with(
            lang,
            &format!("knowledge-says-{}", change.says.as_str()),
            &[("n", PEOPLE_MIN.into())],
        ),
    }
}

/// A change of a share in percentage points, with its sign unless it rounds to nothing.
fn signed(lang: Lang, change: f64) -> String {
    let written = number::decimals(lang, change * 100.0, 1);
    if change * 100.0 >= 0.05 { format!("+{written}") } else { written }
}

fn shown(lang: Lang, figures: Option<Figures>) -> Shown {
    let per_cent = |value: f64| figure(lang, Statistic::Proportion, value, 1);
    let interval = figures.and_then(|it| it.interval);
    Shown {
        figure: figures.map_or_else(|| "–".to_owned(), |it| per_cent(it.estimate)),
        interval: interval
            .map_or_else(String::new, |(low, high)| format!("{} – {}", per_cent(low), per_cent(high))),
    }
}

/// The changes as a drawing, with a line where nothing changes.
fn chart(lang: Lang, changes: &[Change], rows: &[Row]) -> Option<String> {
    let interval = |(change, row): (&Change, &Row)| {
        let (estimate, (low, high)) = change.difference?;
        let told = row.change.as_ref()?;
        Some(Interval {
            name: row.name.clone(),
            marked: matches!(change.says, Says::Up | Says::Down),
            value: estimate * 100.0,
            bounds: (low * 100.0, high * 100.0),
            told: format!("{}: {} ({})", row.name, told.figure, told.interval),
        })
    };
    let rows: Vec<Interval> = changes.iter().zip(rows).filter_map(interval).collect();
    if rows.is_empty() {
        return None;
    }
    let level = number::percent(lang, LEVEL, 0);
    let described = say_with(lang, "knowledge-chart-said", &[("level", level.into())]);
    let caption = caption(lang, "knowledge", &say(lang, "knowledge-chart"), described);
    Some(Intervals { caption, rows, line: Some((0.0, say(lang, "knowledge-none"))) }.svg())
}

fn doubt(lang: Lang, doubt: Doubt) -> String {
    let told = |key, day| say_with(lang, key, &[("day", date::short(lang, day).into())]);
    match doubt {
        Doubt::During(day) => told("knowledge-doubt-during", day),
        Doubt::Parts => say(lang, "knowledge-doubt-parts"),
        Doubt::Chosen(day) => told("knowledge-doubt-chosen", day),
    }
}

fn unfit(lang: Lang, unfit: Unfit) -> String {
    let told = |key, day| say_with(lang, key, &[("day", date::short(lang, day).into())]);
    match unfit {
        Unfit::Same => say(lang, "knowledge-unfit-same"),
        Unfit::NoCommon => say(lang, "knowledge-unfit-no-common"),
        Unfit::Late(day) => told("knowledge-unfit-late", day),
        Unfit::Early(day) => told("knowledge-unfit-early", day),
    }
}

/// The sentence for a refusal; what ends in a page of its own goes on as one.
pub(super) fn sentence(lang: Lang, refusal: Refusal) -> Result<String, Fault> {
    Ok(match refusal {
        Refusal::Missing | Refusal::Forbidden(_) | Refusal::Store(_) => return Err(closed(refusal)),
        Refusal::NoPulse => say(lang, "knowledge-no-pulse"),
        Refusal::Changed => say(lang, "knowledge-changed"),
        Refusal::Tied => say(lang, "knowledge-tied-already"),
        Refusal::Measured => say(lang, "knowledge-measured"),
        Refusal::NotTied => say(lang, "knowledge-not-tied"),
        Refusal::Unfit(why) => unfit(lang, why),
        Refusal::NoReason => say_with(lang, "knowledge-no-reason", &[("n", REASON_MAX.into())]),
    })
}

closed!(pub(in crate::desk) Refusal);
