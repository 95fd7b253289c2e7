//! What the page of an assignment shows.

use accounts::person::Names;
use askama::Template;
use jiff::civil::Date;
use look::words::{say, say_with};
use look::{Lang, date, filters, number};
use plan::evidence::{FILE_MAX, FILES_MAX, TOTAL_MAX};
use plan::extension::{Extension, State as Stand, promises};
use plan::owed::Measure;
use plan::report::{Folder, Report, State, TEXT_MAX};

use super::told::{Compared, ToldView, value};
use super::{Act, Entry};
use crate::desk::Signed;
use crate::parts::frame::Frame;
use crate::parts::period::name as period;
use crate::public::assets;
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/assignment/page.html")]
pub(crate) struct AssignmentPage {
    pub(super) frame: Frame,
    pub(super) folder: Folder,
    agency: String,
    period: String,
    /// So many days late, said in words.
    late: Option<String>,
    /// What was just done.
    notice: Option<String>,
    /// Why something was not done.
    pub(super) why: Option<String>,
    /// What somebody else wrote meanwhile, field by field.
    pub(super) meanwhile: Vec<(String, String)>,
    pub(super) entry: Option<Entry>,
    measure: Option<Asked>,
    before: Option<Compared>,
    told: Vec<ToldView>,
    limits: String,
    /// What was typed into the form for a later day.
    pub(super) wish: Wish,
    moves: Vec<String>,
    id: i64,
    form: String,
}

/// The measure as the form asks for it.
struct Asked {
    name: String,
    unit: String,
    range: Option<String>,
}

/// What was typed into the form for a later day.
#[derive(Debug, Default)]
pub(super) struct Wish {
    pub(super) until: String,
    pub(super) why: String,
    pub(super) refused: Option<String>,
}

impl AssignmentPage {
    pub(super) fn new(
        signed: &Signed,
        folder: Folder,
        entry: Option<Entry>,
        told: Option<&str>,
    ) -> Result<Self, Fault> {
        let (lang, owed) = (signed.visit.lang, &folder.owed);
        let title = say_with(
            lang,
            "report-title",
            &[("code", owed.code.as_str().into()), ("period", period(lang, &owed.period).into())],
        );
        let frame = signed.frame(Page::Assignment, title).under(Page::Work);
        let measure = owed.measure.as_ref();
        let views =
            folder.told.iter().rev().filter(|told| told.report.state != State::Draft || entry.is_none());
        Ok(Self {
            frame: frame.with("{id}", &owed.id.to_string()),
            agency: folder.directory.name(&owed.agency).to_owned(),
            period: period(lang, &owed.period),
            late: late(lang, &folder, signed.desk.today),
            notice: told.and_then(|word| notice(lang, word)),
            why: None,
            meanwhile: Vec::new(),
            measure: measure.map(|measure| asked(lang, measure)),
            before: folder.before.as_ref().map(|(code, report)| compared(lang, code, report, measure)),
            told: views.map(|told| ToldView::new(lang, told.clone(), measure, &folder.names)).collect(),
            limits: limits(lang),
            wish: Wish::default(),
            moves: folder.moves.iter().map(|moved| moved_line(lang, &folder, moved)).collect(),
            id: owed.id,
            form: signed.visit.app.works()?.chance.token(),
            entry,
            folder,
        })
    }

    fn to(&self, act: Act) -> String {
        act.pattern(self.frame.lang).replace("{id}", &self.id.to_string())
    }

    fn latest(&self) -> Option<&Report> {
        self.folder.latest().map(|told| &told.report)
    }

    /// The report that was sent back, while it is being answered.
    fn returned(&self) -> Option<&Report> {
        let sent =
            self.folder.told.iter().rev().map(|told| &told.report).find(|it| it.state != State::Draft)?;
        (sent.state == State::Returned).then_some(sent)
    }

    fn may_correct(&self) -> bool {
        self.folder.may_write
            && self.folder.owed.is_open()
            && self.entry.is_none()
            && self.latest().is_some_and(|report| report.state == State::Accepted)
    }

    /// The report that this reader sent and may take back: nobody has reviewed it yet.
    fn withdrawable(&self) -> Option<&Report> {
        let own = self.frame.seat.as_ref().map(|seat| seat.account.as_str());
        self.latest().filter(|report| {
            self.folder.may_write && report.state.is_waiting() && Some(report.author.as_str()) == own
        })
    }

    fn may_add(&self) -> bool {
        self.folder.may_write && self.latest().is_some_and(|report| report.state.is_waiting())
    }

    fn may_ask(&self) -> bool {
        let owed = &self.folder.owed;
        let asked = self.folder.extensions.iter().any(|extension| extension.state == Stand::Asked);
        self.folder.may_write && owed.is_open() && owed.done_on.is_none() && !asked
    }

    fn promised(&self) -> usize {
        promises(&self.folder.extensions)
    }

    fn extension(&self, extension: &Extension) -> String {
        extension_line(self.frame.lang, extension, &self.folder.names)
    }

    fn evidence_of_entry(&self) -> &[plan::evidence::Evidence] {
        self.folder.latest().map_or(&[], |told| &told.evidence)
    }

    fn script(&self) -> &'static str {
        assets::shrink_path()
    }
}

fn late(lang: Lang, folder: &Folder, today: Date) -> Option<String> {
    let owed = &folder.owed;
    let is_open =
        owed.is_open() && !owed.stands.is_some_and(|state| state.is_waiting() || state == State::Accepted);
    let days = owed.until().until(today).map_or(0, |span| span.get_days());
    (is_open && days > 0).then(|| say_with(lang, "work-late", &[("n", i64::from(days).into())]))
}

fn notice(lang: Lang, word: &str) -> Option<String> {
    ["submitted", "saved", "added", "asked", "withdrawn"]
        .contains(&word)
        .then(|| say(lang, &format!("report-told-{word}")))
}

fn asked(lang: Lang, measure: &Measure) -> Asked {
    let range = range(lang, measure.low, measure.high);
    Asked { name: measure.name.clone(), unit: measure.unit.clone().unwrap_or_default(), range }
}

/// What a value may be, in words.
pub(super) fn range(lang: Lang, low: Option<f64>, high: Option<f64>) -> Option<String> {
    let said = |value: f64| number::plain(lang, value);
    Some(match (low, high) {
        (Some(low), Some(high)) => {
            say_with(lang, "report-range", &[("low", said(low).into()), ("high", said(high).into())])
        }
        (Some(low), None) => say_with(lang, "report-range-low", &[("low", said(low).into())]),
        (None, Some(high)) => say_with(lang, "report-range-high", &[("high", said(high).into())]),
        (None, None) => return None,
    })
}

/// The last period's report as a page puts it beside this one's.
pub(crate) fn compared(lang: Lang, code: &str, report: &Report, measure: Option<&Measure>) -> Compared {
    let value = value(lang, &report.words, measure);
    Compared { period: period(lang, code), value, done: report.words.done.clone() }
}

fn limits(lang: Lang) -> String {
    let megabytes = |bytes: usize| (bytes / 1024 / 1024).to_string();
    let said = [
        ("each", megabytes(FILE_MAX).into()),
        ("files", FILES_MAX.to_string().into()),
        ("total", megabytes(TOTAL_MAX).into()),
    ];
    say_with(lang, "report-limits", &said)
}

/// How an extension stands, in one sentence.
fn extension_line(lang: Lang, extension: &Extension, names: &Names) -> String {
    let day = |date: Option<Date>| date.map(|date| date::short(lang, date)).unwrap_or_default();
    let said = [
        ("who", names.of(&extension.asked_by).to_owned().into()),
        ("asked", day(Some(extension.asked_on)).into()),
        ("until", day(Some(extension.until)).into()),
        ("granted", day(extension.granted_until).into()),
        ("answered", day(extension.answered_on).into()),
        ("by", extension.answered_by.as_deref().map(|by| names.of(by).to_owned()).unwrap_or_default().into()),
        ("reason", extension.reason.clone().unwrap_or_default().into()),
    ];
    say_with(lang, &format!("extension-is-{}", extension.state.as_str()), &said)
}

fn moved_line(lang: Lang, folder: &Folder, moved: &plan::assignment::Move) -> String {
    let said = [
        ("from", folder.directory.name(&moved.from).to_owned().into()),
        ("to", folder.directory.name(&moved.to).to_owned().into()),
        ("day", date::short(lang, moved.on).into()),
        ("words", moved.words.clone().unwrap_or_default().into()),
    ];
    say_with(lang, &format!("moved-by-{}", moved.reason.as_str()), &said)
}
