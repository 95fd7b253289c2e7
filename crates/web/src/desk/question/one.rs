//! One question: what was asked, what was done, and what may be done about it.

use ::plan::calendar::{self, par};
use accounts::{Directory, Role};
use askama::Template;
use jiff::civil::Date;
use listen::Question;
use listen::question::letter::REACH;
use listen::question::{
    self, ANSWER, CLOSE, Contact, EXTEND, FILES_MAX, FOLD, FORGET, Given, Ground, Kind, One, PUBLISH, ROUTE,
    SEE_CONTACT, SUPPLEMENT, State, Terms, Topic, UNFOLD, Way, What, since_answer, was_extended,
    was_taken_apart,
};
use look::words::{say, say_with};
use look::{Lang, filters};
use serde::Deserialize;

use super::{ANSWERING, file, picture};
use crate::desk::typed::Typed;
use crate::desk::{Signed, plan};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::question::{
    self as parts, FileView, StepView, agency, closed, given_named, ground, ground_named, kind, outcome,
    standing, steps, with_files,
};
use crate::public::question::answered::title;
use crate::public::question::{agencies, in_force};
use crate::visit::{Path, Query};
use crate::{Fault, Page};

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Told {
    /// What was just done, for the page to say.
    told: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/question/one.html")]
pub(super) struct OnePage {
    frame: Frame,
    it: One,
    kind: String,
    /// What it is about, and the content of the index that this belongs to.
    topic: Option<(String, Option<String>)>,
    ground: String,
    standing: String,
    class: &'static str,
    /// How far what was asked for was given, and on what ground not.
    outcome: Option<String>,
    /// Word and name of the grounds on which information is not given.
    grounds: Vec<(String, String)>,
    /// The files of its answers.
    files: Vec<FileView>,
    place: Option<String>,
    commune: Option<String>,
    agency: Option<String>,
    steps: Vec<StepView>,
    picture: Option<String>,
    /// The day until which it could be extended now.
    later: Option<Date>,
    agencies: Vec<(String, String)>,
    /// The code of the agency that the topic proposes, where nobody has it yet.
    proposed: Option<String>,
    /// Code, words and standing of those that seem to ask the same.
    alike: Vec<(String, String, String)>,
    may: May,
    /// What becomes of a letter to the asker, where the program sends any.
    letter: Option<String>,
    typed: Typed,
    notice: Option<String>,
    why: Option<String>,
    /// How to reach the asker, for who just asked to see it.
    pub(super) contact: Option<Contact>,
}

/// What the desk may do.
struct May {
    answer: bool,
    route: bool,
    extend: bool,
    fold: bool,
    unfold: bool,
    supplement: bool,
    close: bool,
    publish: bool,
    forget: bool,
    see_contact: bool,
    reach: bool,
}

/// The address of a question.
pub(super) fn path(lang: Lang, id: i64) -> String {
    Page::Inquiry.path(lang).replace("{id}", &id.to_string())
}

/// The page.
pub(crate) async fn get(signed: Signed, Path(id): Path<i64>, Query(told): Query<Told>) -> Answer {
    let notice = told.told.is_some().then(|| say(signed.visit.lang, "inbox-told-done"));
    render(&OnePage::load(&signed, id, Typed::default(), notice, None).await?)
}

impl OnePage {
    pub(super) async fn load(
        signed: &Signed,
        id: i64,
        typed: Typed,
        notice: Option<String>,
        why: Option<String>,
    ) -> Result<Self, Fault> {
        let (lang, snapshot, today) = (signed.visit.lang, &signed.visit.snapshot, signed.desk.today);
        let it = question::one(&signed.desk, id).await.map_err(closed)?;
        let title = say_with(lang, "inbox-title", &[("code", (&it.question.code).into())]);
        let terms = Terms::on(it.question.kind, it.question.counted_from);
        let (standing, class) = standing(lang, &it.question, today);
        let named = |code: &String| agency(&snapshot.directory, code).to_owned();
        let later = match it.question.overdue(today) {
            Some(_) => None,
            None if was_extended(&it.steps, today) => None,
            None => later(signed, &it, &terms).await?,
        };
        let may = May::of(signed.desk.role, &it, later.is_some());
        let alike = if may.fold { alike(signed, &it).await? } else { vec![] };
        Ok(Self {
            frame: signed.frame(Page::Inquiry, title).under(Page::Inbox).with("{id}", &id.to_string()),
            kind: kind(lang, it.question.kind),
            ground: ground(lang, &terms),
            place: it.question.place.as_ref().map(named),
            commune: it.question.commune.as_ref().map(named),
            agency: it.question.at(&snapshot.directory, today).as_ref().map(named),
            steps: told(lang, &it, &snapshot.directory),
            outcome: outcome(lang, &it.question),
            grounds: Ground::on(today)
                .iter()
                .map(|it| (it.word.clone(), ground_named(lang, &it.word, today)))
                .collect(),
            files: it
                .files
                .iter()
                .map(|one| FileView::new(lang, one, file::path(lang, id, one.place)))
                .collect(),
            picture: it.question.picture.as_ref().map(|_| picture::path(lang, id)),
            agencies: agencies(&signed.visit, &ANSWERING),
            proposed: proposed(signed, &it),
            alike,
            topic: it.question.topic.as_deref().map(|word| topic(signed, word)),
            may,
            contact: None,
            letter: letter(signed, &it)?,
            standing,
            class,
            later,
            typed,
            notice,
            why,
            it,
        })
    }

    /// The words that may become public: those that are, else those of the asker.
    fn words(&self) -> &str {
        let kept = self.it.public.as_ref().map_or(self.it.question.words.as_str(), |it| it.words.as_str());
        if self.typed.get("act") == "publish" { self.typed.get("asked") } else { kept }
    }

    /// The answer that may become public.
    fn answer(&self) -> String {
        if self.typed.get("act") == "publish" {
            return self.typed.get("answer").to_owned();
        }
        self.it.public.as_ref().map_or_else(|| newest(&self.it), |it| it.answer.clone())
    }

    /// By what the asker wants to be answered, as the heading of it.
    fn wanted(&self) -> String {
        let way = self.it.way.map_or("mail", Way::as_str);
        say(self.frame.lang, &format!("inbox-wants-{way}"))
    }

    /// The agency that is chosen in the form that sends it on: what was typed, else what is proposed.
    fn goes_to(&self) -> &str {
        match self.again("route", "to") {
            "" => self.proposed.as_deref().unwrap_or_default(),
            typed => typed,
        }
    }

    /// How far something is given, in words.
    fn named(&self, given: &Given) -> String {
        given_named(self.frame.lang, self.it.question.kind, *given)
    }

    /// How far what was asked for is given, as it was chosen.
    fn is_given(&self, given: &Given) -> bool {
        Given::read(self.again("answer", "given")) == Some(*given)
    }

    /// Whether a file is to be public: what was ticked, else what is.
    fn goes_public(&self, it: &FileView) -> bool {
        if self.typed.get("act") == "publish" {
            return self.typed.has("file", &it.place.to_string());
        }
        it.is_public
    }

    /// What was typed for an act that was refused.
    fn again(&self, act: &str, field: &str) -> &str {
        if self.typed.get("act") == act { self.typed.get(field) } else { "" }
    }
}

/// The newest answer, with what was added to it.
fn newest(it: &One) -> String {
    let told =
        since_answer(&it.steps).iter().filter(|step| step.what.is_answer()).map(|step| step.words.as_str());
    told.collect::<Vec<_>>().join("\n\n")
}

/// Code, words and standing of those that seem to ask the same.
async fn alike(signed: &Signed, it: &One) -> Result<Vec<(String, String, String)>, Fault> {
    let near = |it: Question| {
        let stands = standing(signed.visit.lang, &it, signed.desk.today).0;
        (it.code, title(&it.words), stands)
    };
    let found = question::alike(&signed.desk, &it.question).await.map_err(closed)?;
    Ok(found.into_iter().map(near).collect())
}

/// What it is about: the topic, and the name of its content.
fn topic(signed: &Signed, word: &str) -> (String, Option<String>) {
    let content = Topic::find(word).and_then(|topic| topic.content);
    let lang = signed.visit.lang;
    (parts::topic(lang, word), content.map(|content| plan::content(lang, &content.to_string())))
}

/// The agency that the topic of a question that nobody has proposes.
fn proposed(signed: &Signed, it: &One) -> Option<String> {
    let is_unsent = it.question.agency.is_none() && it.question.state == State::Open;
    let topic = is_unsent.then(|| Topic::find(it.question.topic.as_deref()?)).flatten()?;
    let agencies = in_force(&signed.visit, &ANSWERING);
    topic.proposes(&agencies, it.question.commune.as_deref(), &it.question.words).map(str::to_owned)
}

/// What was done, as the office reads it.
fn told(lang: Lang, it: &One, directory: &Directory) -> Vec<StepView> {
    let mut views = steps(lang, &it.steps, directory);
    with_files(lang, &mut views, &it.files, |one| file::path(lang, it.question.id, one.place));
    for (view, _) in views.iter_mut().zip(&it.steps).filter(|(_, step)| step.what == What::Reopened) {
        view.what = say(lang, "inbox-by-asker");
    }
    views
}

/// What becomes of a letter: that it waits, or that it will go.
fn letter(signed: &Signed, it: &One) -> Result<Option<String>, Fault> {
    if it.way != Some(Way::Mail) {
        return Ok(None);
    }
    let is_reached = since_answer(&it.steps).iter().any(|step| step.what == What::Reached);
    let is_answered = it.question.state == State::Answered && !is_reached;
    let key = match signed.visit.app.works()?.mails {
        true if it.letter_waits => "letter-waits",
        true if it.question.state == State::Open => "letter-goes",
        false if is_answered => "letter-by-hand",
        _ => return Ok(None),
    };
    Ok(Some(say(signed.visit.lang, key)))
}

/// The day that an extension would give now.
async fn later(signed: &Signed, it: &One, terms: &Terms) -> Result<Option<Date>, Fault> {
    let calendar = calendar::load(&mut signed.desk.read().await?, par::NAME).await?;
    let question = &it.question;
    Ok(terms.extended(question.counted_from, question.due, question.extended, &calendar))
}

impl May {
    fn of(role: Role, it: &One, can_extend: bool) -> Self {
        let near = it.relation;
        let is_open = it.question.state == State::Open;
        Self {
            answer: is_open && ANSWER.allows(role, near),
            route: is_open && ROUTE.allows(role, near),
            extend: is_open && can_extend && EXTEND.allows(role, near),
            fold: is_open && it.folded.is_empty() && !was_taken_apart(&it.steps) && FOLD.allows(role, near),
            unfold: it.question.state == State::Folded && UNFOLD.allows(role, near),
            supplement: it.question.state == State::Answered && SUPPLEMENT.allows(role, near),
            close: is_open && CLOSE.allows(role, near),
            publish: it.question.state == State::Answered && PUBLISH.allows(role, near),
            forget: !is_open && it.request.is_some() && FORGET.allows(role, near),
            see_contact: it.way.is_some() && SEE_CONTACT.allows(role, near),
            reach: it.way.is_some()
                && it.question.is_answered()
                && !it.is_reached
                && REACH.allows(role, near),
        }
    }
}
