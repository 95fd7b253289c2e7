//! A question in words: what it is, how it stands, what was done, by when and by which law; and why something was refused.

use accounts::Directory;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use listen::Question;
use listen::question::{
    ADDED_MAX, FILES_MAX, File, Given, Ground, Kind, REOPEN_DAYS, Refusal, State, Step, Tally, Terms, Topic,
    WORDS_MAX, WORDS_MIN, What,
};
use look::{Lang, say, say_with};
use plan::evidence::Unfit;

use crate::Fault;
use crate::desk::POLICY;
use crate::fault::closed;
use crate::local::encoded;
use crate::public::disclosure::short;

/// The kind in a few words.
pub(crate) fn kind(lang: Lang, kind: Kind) -> String {
    say(lang, &format!("question-short-{}", kind.as_str()))
}

/// What a question is about, in a few words.
pub(crate) fn topic(lang: Lang, word: &str) -> String {
    say(lang, &format!("topic-{word}"))
}

/// Every topic: word and name.
pub(crate) fn topics(lang: Lang) -> Vec<(String, String)> {
    Topic::all().iter().map(|it| (it.word.clone(), topic(lang, &it.word))).collect()
}

/// Within how many days, and on what ground.
pub(crate) fn terms(lang: Lang, terms: &Terms) -> String {
    let key = if terms.simple.is_working { "question-within-working" } else { "question-within-calendar" };
    let mut told = say_with(lang, key, &[("n", i64::from(terms.simple.days).into())]);
    if terms.complex.is_some() {
        told = format!("{told}; {}", say(lang, "question-more"));
    }
    format!("{told} ({})", law(lang, terms))
}

/// The law, or that none is known.
fn law(lang: Lang, terms: &Terms) -> String {
    let Some(law) = &terms.law else { return say(lang, "question-law-default") };
    if terms.article.is_empty() { law.clone() } else { format!("{law}, {}", terms.article) }
}

/// The same for officials, with how far our source is confirmed, which is no business of an asker.
pub(crate) fn ground(lang: Lang, terms: &Terms) -> String {
    let law = law(lang, terms);
    if terms.law.is_some() && terms.is_to_check() {
        return format!("{law}; {}", say(lang, "question-law-to-check"));
    }
    law
}

/// How it stands, and the class of the sentence.
pub(crate) fn standing(lang: Lang, question: &Question, today: Date) -> (String, &'static str) {
    if let Some(days) = question.overdue(today) {
        return (say_with(lang, "question-state-overdue", &[("n", days.into())]), "late");
    }
    // Who was joined to another question reads whether they still wait.
    let said = match question.state {
        State::Folded if !question.waits() => say(lang, "question-state-joined"),
        state => say(lang, &format!("question-state-{}", state.as_str())),
    };
    match (question.is_answered(), question.late) {
        (true, Some(days)) if days > 0 && is_newest_on_time(question) => {
            let told = say_with(lang, "question-late-before", &[("n", days.into())]);
            (format!("{said}, {told}"), "done_late")
        }
        (true, Some(0)) => (format!("{said}, {}", say(lang, "question-on-time")), "done"),
        (true, Some(days)) => {
            (format!("{said}, {}", say_with(lang, "question-late", &[("n", days.into())])), "done_late")
        }
        _ => (said, ""),
    }
}

/// Whether the newest answer came in time: an earlier one, before it was opened again, may have been late.
fn is_newest_on_time(question: &Question) -> bool {
    question.settled_on.is_some_and(|day| day <= question.due)
}

/// How far what was asked for was given, and on what ground not; none of what asks for nothing that could be given, or is not
/// answered now: of earlier answers the course tells.
pub(crate) fn outcome(lang: Lang, question: &Question) -> Option<String> {
    let given = question.given.filter(|_| question.kind != Kind::Feedback && question.is_answered())?;
    let said = given_named(lang, question.kind, given);
    let day = question.settled_on.unwrap_or(question.received_on);
    let ground = question.ground.as_ref().filter(|_| given != Given::All);
    Some(ground.map_or_else(|| said.clone(), |word| format!("{said}: {}", ground_named(lang, word, day))))
}

/// How far something is given, or of one's own data done.
pub(crate) fn given_named(lang: Lang, kind: Kind, given: Given) -> String {
    let family = if kind == Kind::OwnData { "question-own" } else { "question-given" };
    say(lang, &format!("{family}-{}", given.as_str()))
}

/// A ground in words, with law and article as they were on a day.
pub(crate) fn ground_named(lang: Lang, word: &str, day: Date) -> String {
    let said = say(lang, &format!("question-ground-{word}"));
    match Ground::of(word, day) {
        Some(it) if it.article.is_empty() => format!("{said} ({})", it.law),
        Some(it) => format!("{said} ({}, {})", it.article, it.law),
        None => said,
    }
}

/// A file of an answer, ready to be shown.
pub(crate) struct FileView {
    pub(crate) place: i64,
    pub(crate) name: String,
    pub(crate) weight: String,
    pub(crate) href: String,
    pub(crate) is_public: bool,
}

impl FileView {
    pub(crate) fn new(lang: Lang, file: &File, href: String) -> Self {
        let kilobytes = (file.bytes + 1023) / 1024;
        let weight = say_with(lang, "news-weight", &[("n", kilobytes.into())]);
        Self { place: file.place, name: file.name.clone(), weight, href, is_public: file.is_public }
    }
}

/// Puts files to the answers that they go with.
pub(crate) fn with_files(lang: Lang, steps: &mut [StepView], files: &[File], href: impl Fn(&File) -> String) {
    for step in steps {
        let own = files.iter().filter(|file| file.step == step.id);
        step.files = own.map(|file| FileView::new(lang, file, href(file))).collect();
    }
}

/// A file as it is handed out: saved and not shown, nothing in it may run, and no cache keeps it: what is withdrawn is gone.
pub(crate) fn handed_out((file, bytes): (File, Vec<u8>)) -> Response {
    let headers = [
        (CONTENT_TYPE, file.media),
        (CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{}", encoded(&file.name))),
        (CONTENT_SECURITY_POLICY, POLICY.to_owned()),
        (CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    (headers, bytes).into_response()
}

/// Something that was done, ready to be shown.
pub(crate) struct StepView {
    /// Its number.
    id: i64,
    pub(crate) day: Date,
    pub(crate) what: String,
    pub(crate) words: String,
    pub(crate) note: Option<String>,
    pub(crate) by: Option<String>,
    pub(crate) ground: Option<String>,
    pub(crate) files: Vec<FileView>,
}

impl StepView {
    /// Whether a file goes with it that is public, or one that is not.
    pub(crate) fn has_file(&self, is_public: bool) -> bool {
        self.files.iter().any(|file| file.is_public == is_public)
    }
}

/// What was done, oldest first; the words of a folding are a code, which is no business of the asker.
pub(crate) fn steps(lang: Lang, steps: &[Step], directory: &Directory) -> Vec<StepView> {
    let view = |step: &Step| StepView {
        id: step.id,
        ground: step.ground.as_ref().map(|word| ground_named(lang, word, step.on)),
        files: Vec::new(),
        day: step.on,
        what: match (&step.what, &step.to) {
            (What::Routed, Some(to)) => {
                say_with(lang, "question-routed", &[("agency", agency(directory, to).into())])
            }
            (What::Rated, _) => {
                say_with(lang, "question-rated-as", &[("rating", step.words.as_str().into())])
            }
            (What::Unmailed, _) => {
                let why = say(lang, &format!("letter-unsent-{}", step.words));
                say_with(lang, "question-unmailed", &[("why", why.into())])
            }
            (what, _) => by_agency(lang, step, say(lang, &format!("question-{}", what.as_str())), directory),
        },
        words: match step.what {
            What::Folded | What::Unmailed | What::Rated => String::new(),
            _ => step.words.clone(),
        },
        note: (step.what == What::Routed).then(|| say(lang, "question-routed-note")),
        by: step.by.clone(),
    };
    steps.iter().map(view).collect()
}

/// An answer with the agency that gave it, where that is known; anything else as it is.
fn by_agency(lang: Lang, step: &Step, what: String, directory: &Directory) -> String {
    match step.from.as_ref().filter(|_| step.what.is_answer()) {
        Some(code) => {
            let told = [("what", what.into()), ("agency", agency(directory, code).into())];
            say_with(lang, "question-by-agency", &told)
        }
        None => what,
    }
}

/// The name of an agency, without the word for its committee.
pub(crate) fn agency<'a>(directory: &'a Directory, code: &'a str) -> &'a str {
    short(directory.name(code))
}

/// On time and satisfied, each of how many.
pub(crate) struct Shares {
    pub(crate) time: String,
    pub(crate) liked: String,
    /// How many were closed without an answer; none where none was.
    pub(crate) closed: Option<i64>,
}

impl Shares {
    pub(crate) fn new(lang: Lang, tally: &Tally) -> Self {
        let share = |n: i64, of: i64| match of {
            0 => say(lang, "question-share-none"),
            _ => say_with(lang, "question-share-of", &[("n", n.into()), ("of", of.into())]),
        };
        Self {
            time: share(tally.on_time, tally.judged()),
            liked: share(tally.satisfied, tally.rated),
            closed: (tally.closed > 0).then_some(tally.closed),
        }
    }
}

/// The sentence for a refusal; what ends in a page of its own goes on as one.
pub(crate) fn sentence(lang: Lang, refusal: Refusal) -> Result<String, Fault> {
    let counted = |key, n: usize| say_with(lang, key, &[("n", n.into())]);
    let key = match refusal {
        Refusal::Missing | Refusal::Forbidden(_) | Refusal::Store(_) => return Err(closed(refusal)),
        Refusal::TooShort => return Ok(counted("question-too-short", WORDS_MIN)),
        Refusal::TooLong => return Ok(counted("question-too-long", WORDS_MAX)),
        Refusal::NoPicture(unfit) => {
            return Ok(say_with(lang, "question-no-picture", &[("why", unfit_words(lang, unfit).into())]));
        }
        Refusal::NoFile(name, unfit) => {
            let told = [("name", name.into()), ("why", unfit_file(lang, unfit).into())];
            return Ok(say_with(lang, "inbox-no-file", &told));
        }
        Refusal::TooManyFiles => return Ok(counted("inbox-too-many-files", FILES_MAX)),
        Refusal::Telephones(numbers) => {
            return Ok(say_with(lang, "inbox-telephones", &[("numbers", numbers.join("; ").into())]));
        }
        Refusal::AddedMuch => return Ok(counted("question-added-much", ADDED_MAX)),
        Refusal::Over => return Ok(say_with(lang, "question-over", &[("n", REOPEN_DAYS.into())])),
        Refusal::TooSoon => "question-too-soon",
        Refusal::Stale => "question-stale",
        Refusal::Elsewhere => "elsewhere-refused",
        Refusal::NoWords => "question-no-words",
        Refusal::ShortAnswer => return Ok(counted("inbox-short-answer", WORDS_MIN)),
        Refusal::NoReason => "inbox-no-reason",
        Refusal::IdentityNumber => "question-identity",
        Refusal::Reachable => "question-reachable",
        Refusal::NoWay => "question-no-way",
        Refusal::NoGround => "inbox-no-ground",
        Refusal::NoAgency => "question-no-agency",
        Refusal::NoAnswer => "question-no-answer",
        Refusal::Rated => "question-rated",
        Refusal::NoRating => "question-no-rating",
        Refusal::SameAgency => "inbox-same-agency",
        Refusal::NotOpen => "inbox-not-open",
        Refusal::ExtendedToday => "inbox-extended-today",
        Refusal::NoMoreTime => "inbox-no-more-time",
        Refusal::NoMain => "inbox-no-main",
        Refusal::HasFolded => "inbox-has-folded",
        Refusal::NotFolded => "inbox-not-folded",
        Refusal::StillOpen => "inbox-still-open",
        Refusal::NoRequest => "inbox-no-request",
        Refusal::StillThere => "inbox-still-there",
        Refusal::NotHolder => "inbox-not-holder",
        Refusal::Requested => "question-requested",
        Refusal::NotGiven => "inbox-not-given",
        Refusal::Reached => "letter-reached-before",
        Refusal::TakenApart => "inbox-taken-apart",
        Refusal::NoConsent => "inbox-publish-none",
        Refusal::NotChecked => "inbox-not-checked",
        Refusal::Personal => "inbox-personal",
        Refusal::NoContact => "inbox-no-contact",
        Refusal::Sealed => "inbox-sealed",
    };
    Ok(say(lang, key))
}

fn unfit_file(lang: Lang, unfit: Unfit) -> String {
    match unfit {
        Unfit::Unknown => say(lang, "inbox-unfit-unknown"),
        Unfit::Macros => say(lang, "inbox-unfit-macros"),
        Unfit::TooMany => say(lang, "unfit-too_large"),
        other => say(lang, &format!("unfit-{}", other.as_str())),
    }
}

fn unfit_words(lang: Lang, unfit: Unfit) -> String {
    match unfit {
        Unfit::Unknown | Unfit::Damaged | Unfit::Macros => say(lang, "question-unfit"),
        Unfit::TooLarge | Unfit::TooMany => say(lang, "question-unfit-large"),
        Unfit::Infected => say(lang, "question-unfit-infected"),
        other => say(lang, &format!("unfit-{}", other.as_str())),
    }
}

closed!(pub(crate) Refusal);
