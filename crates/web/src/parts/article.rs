//! An article as pages tell it.

pub(crate) mod found;
mod prose;

use inform::Duty;
use inform::article::{File, Found, Head, Refusal, Section, Seen, State, Tie, Tongue};
use look::words::{say, say_with};
use look::{Lang, date};
use scores::Item;

use found::{Piece, marked, passage};
use prose::{Picture, plain, prose};

use crate::fault::closed;
use crate::public::progress::place_of;
use crate::visit::Visit;
use crate::{Fault, Page, asked};

/// An article in a list.
pub(crate) struct Line {
    pub(crate) href: String,
    pub(crate) title: Vec<Piece>,
    pub(crate) summary: Vec<Piece>,
    /// The language of both.
    pub(crate) tongue: &'static str,
    pub(crate) section: String,
    pub(crate) day: String,
    /// The same for machines.
    pub(crate) at: String,
}

impl Line {
    pub(crate) fn new(lang: Lang, head: &Head, words: &[String]) -> Self {
        let tongue = head.tongue.as_str();
        let own =
            if head.tongue.as_str() == lang.code() { String::new() } else { format!("?tongue={tongue}") };
        Self {
            href: Page::Article.at(lang, &head.slug) + &own,
            title: marked(&head.title, words),
            summary: marked(&head.summary, words),
            tongue,
            section: section(lang, head.section),
            day: date::short(lang, date::there(head.shown_at).date()),
            at: head.shown_at.to_string(),
        }
    }
}

/// Each article once: in the language of a tag, else in Vietnamese.
pub(crate) fn once<'a>(tag: &str, heads: &'a [Head]) -> Vec<&'a Head> {
    let has_own = |id: i64| heads.iter().any(|other| other.id == id && other.tongue.as_str() == tag);
    let is_told = |head: &&Head| head.tongue.as_str() == if has_own(head.id) { tag } else { "vi" };
    heads.iter().filter(is_told).collect()
}

/// The lines of a list in the page's language.
pub(crate) fn lines(lang: Lang, heads: &[Head]) -> Vec<Line> {
    lines_in(lang, lang.code(), heads)
}

/// The lines of a list in the language of a tag.
pub(crate) fn lines_in(lang: Lang, tag: &str, heads: &[Head]) -> Vec<Line> {
    once(tag, heads).into_iter().map(|head| Line::new(lang, head, &[])).collect()
}

/// What a search found, each article once, in the language whose text holds the words.
pub(crate) fn hits(lang: Lang, found: &Found) -> Vec<Line> {
    let mut told: Vec<i64> = Vec::new();
    let mut lines = Vec::new();
    for hit in &found.hits {
        if !told.contains(&hit.head.id) {
            told.push(hit.head.id);
            let line = Line::new(lang, &hit.head, &found.words);
            // Where the summary does not say why it was found, the text does.
            let said = line.title.iter().chain(&line.summary).any(|(_, is_found)| *is_found);
            let told = if said { None } else { passage(&plain(&hit.body), &found.words) };
            lines.push(match told {
                Some(passage) => Line { summary: marked(&passage, &found.words), ..line },
                None => line,
            });
        }
    }
    lines
}

/// The name of a section.
pub(crate) fn section(lang: Lang, section: Section) -> String {
    say(lang, &format!("news-section-{}", section.as_str()))
}

/// An article as readers see it.
pub(crate) struct Told {
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) tongue: &'static str,
    /// HTML of the text.
    pub(crate) body: String,
    /// The first picture, above the text; those that the text does not name, below it.
    pub(crate) above: Option<Picture>,
    pub(crate) below: Vec<Picture>,
    /// Address, name and weight of files.
    pub(crate) files: Vec<(String, String, String)>,
    /// Address and name of the other languages.
    pub(crate) tongues: Vec<(String, &'static str, String)>,
    pub(crate) moment: Option<(String, String)>,
    pub(crate) author: String,
    pub(crate) answers: Option<String>,
    /// What was corrected, with its moment.
    pub(crate) corrections: Vec<(String, String)>,
    /// Address and words of what it serves, and the language of the words.
    pub(crate) ties: Vec<(String, String, &'static str)>,
    pub(crate) views: i64,
}

impl Told {
    /// The article in a language; files are where `file` says.
    pub(crate) fn new(
        visit: &Visit,
        seen: &Seen,
        tongue: Tongue,
        file: impl Fn(i64) -> String,
    ) -> Result<Self, Fault> {
        let (lang, article) = (visit.lang, &seen.article);
        let text = article.text(tongue).ok_or(Fault::Missing)?;
        let is_foreign = text.tongue != Tongue::Vi;
        let pictures: Vec<Picture> =
            seen.files.iter().filter_map(|it| picture(it, file(it.place), is_foreign)).collect();
        // Khmer has no words of ours: its tables are called as the page is.
        let own = match text.tongue {
            Tongue::Vi => Lang::Vi,
            Tongue::En => Lang::En,
            Tongue::Km => lang,
        };
        let body = prose(own, &text.body, &pictures)?;
        let mut rest = pictures.into_iter().filter(|picture| !body.shown.contains(&picture.place));
        let (answers, moment) = match &article.state {
            State::Approved { answers, shows_at, .. } => {
                (Some(answers.clone()), Some((date::moment(lang, *shows_at), shows_at.to_string())))
            }
            _ => (None, None),
        };
        let others = article.texts.iter().filter(|other| other.tongue != text.tongue);
        let other = |tongue: Tongue| {
            let href = format!("{}?tongue={}", Page::Article.at(lang, &article.slug), tongue.as_str());
            (href, tongue.as_str(), say(lang, &format!("news-in-{}", tongue.as_str())))
        };
        Ok(Self {
            title: text.title.clone(),
            summary: text.summary.clone(),
            tongue: text.tongue.as_str(),
            body: body.html,
            above: rest.next(),
            below: rest.collect(),
            files: seen
                .files
                .iter()
                .filter(|it| it.size.is_none())
                .map(|it| attached(lang, it, &file))
                .collect(),
            tongues: others.map(|text| other(text.tongue)).collect(),
            moment,
            author: article.author.clone(),
            answers,
            corrections: seen
                .corrections
                .iter()
                .map(|it| (date::moment(lang, it.made_at), it.said.clone()))
                .collect(),
            ties: ties(visit, &article.tie),
            views: seen.views,
        })
    }
}

impl Told {
    /// Whether nobody wrote it in the page's language, so that it is shown in Vietnamese.
    pub(crate) fn is_foreign(&self, lang: Lang) -> bool {
        self.tongue == "vi"
            && lang == Lang::En
            && !self.tongues.iter().any(|(_, tongue, _)| *tongue == lang.code())
    }
}

fn picture(file: &File, src: String, is_foreign: bool) -> Option<Picture> {
    let (width, height) = file.size?;
    Some(Picture { place: file.place, src, alt: file.said.clone(), width, height, is_foreign })
}

fn attached(lang: Lang, it: &File, file: &impl Fn(i64) -> String) -> (String, String, String) {
    let kilobytes = (it.bytes + 1023) / 1024;
    (file(it.place), it.said.clone(), say_with(lang, "news-weight", &[("n", kilobytes.into())]))
}

/// What an article serves, each with where it leads; tasks are named in Vietnamese alone.
fn ties(visit: &Visit, tie: &Tie) -> Vec<(String, String, &'static str)> {
    let (lang, tag) = (visit.lang, visit.lang.code());
    let mut ties = Vec::new();
    if let (Some(number), Some(edition)) = (tie.dimension, visit.snapshot.editions.latest())
        && let Ok(number) = u8::try_from(number)
    {
        let name = asked::item_name(lang, &edition.structure, Item::Dimension(number));
        ties.push((format!("{}?dimension={number}", Page::News.path(lang)), name, tag));
    }
    if let Some(duty) = tie.duty.as_deref().and_then(Duty::of) {
        let name = lang.pick(&duty.plain, &duty.plain_en).to_owned();
        ties.push((Page::Disclosures.path(lang), name, tag));
    }
    if let Some((plan, code)) = &tie.task {
        let plan = visit.snapshot.progress.plan(Some(plan));
        let promise = plan.and_then(|plan| Some((plan, plan.promises.iter().find(|it| it.code == *code)?)));
        ties.push(match promise {
            None => (Page::Progress.path(lang), code.clone(), "vi"),
            Some((plan, it)) => {
                (place_of(lang, &visit.snapshot, plan, it), format!("{code} {}", it.what), "vi")
            }
        });
    }
    ties
}

/// Why something was not done, in words; a fault of the program goes on as one.
pub(crate) fn sentence(lang: Lang, refusal: Refusal) -> Result<String, Fault> {
    let tongue = |key: &str, tongue: Tongue| {
        let name = say(lang, &format!("news-tongue-{}", tongue.as_str()));
        say_with(lang, key, &[("tongue", name.into())])
    };
    Ok(match refusal {
        Refusal::NoTitle(of) => tongue("news-no-title", of),
        Refusal::NoSummary(of) => tongue("news-no-summary", of),
        Refusal::NoBody(of) => tongue("news-no-body", of),
        Refusal::Coaching(words) => say_with(lang, "news-coaching", &[("words", words.into())]),
        Refusal::Unfit(unfit) => {
            let reason = say(lang, &format!("unfit-{}", unfit.as_str()));
            say_with(lang, "news-unfit", &[("reason", reason.into())])
        }
        Refusal::NoPicture(place) => say_with(lang, "news-no-picture", &[("n", place.into())]),
        Refusal::NoSection => say(lang, "news-no-section"),
        Refusal::NothingCorrected => say(lang, "news-nothing-corrected"),
        Refusal::NoVietnamese => say(lang, "news-no-vietnamese"),
        Refusal::NoAuthor => say(lang, "news-no-author"),
        Refusal::NoAnswers => say(lang, "news-no-answers"),
        Refusal::NoTie => say(lang, "news-no-tie"),
        Refusal::NoAgency => say(lang, "news-no-agency"),
        Refusal::OwnText => say(lang, "news-own-text"),
        Refusal::Changed => say(lang, "news-changed"),
        Refusal::Standing => say(lang, "news-standing"),
        Refusal::Time => say(lang, "news-time"),
        Refusal::NoReason => say(lang, "news-no-reason"),
        Refusal::NoAlt => say(lang, "news-no-alt"),
        Refusal::TooMany => say(lang, "news-too-many"),
        other => return Err(closed(other)),
    })
}

closed!(pub(crate) Refusal);
