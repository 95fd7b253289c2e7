//! One article of the register: how it looks, changing it, its files, approving, correcting, withdrawing it.

use accounts::Relation;
use accounts::person::Names;
use askama::Template;
use inform::article::{
    self as articles, APPROVE, CORRECT, DROP, File, RESCHEDULE, RETURN, State, Tongue, UNSCHEDULE, WITHDRAW,
    WRITE,
};
use look::{Lang, date, filters};

use super::form::{Choices, Looks, choices, looks, written};
use super::{file, returned, standing, upload};
use crate::Page;
use crate::desk::Signed;
use crate::desk::typed::Typed;
use crate::fault::{Answer, render};
use crate::parts::article::{Told, closed, section};
use crate::parts::frame::Frame;
use crate::visit::Path;

#[derive(Template)]
#[template(path = "desk/news/one.html")]
struct EntryPage {
    frame: Frame,
    /// How it looks, in each of its languages.
    looks: Vec<Told>,
    /// What somebody has to read again.
    warnings: Vec<String>,
    section: String,
    agency: String,
    standing: String,
    word: &'static str,
    /// Who sent it back, and why.
    returned: Option<(String, String)>,
    /// Why it was withdrawn.
    withdrawn: Option<String>,
    files: Vec<(File, String)>,
    /// Where files are sent.
    upload: String,
    /// Where anyone reads it; none where nobody does.
    public: Option<String>,
    choices: Choices,
    may: May,
    typed: Typed,
    why: Option<String>,
}

impl EntryPage {
    /// Who answers for it, as it is printed.
    fn answers(&self) -> Option<&str> {
        self.looks.first().and_then(|it| it.answers.as_deref())
    }

    /// Whether a text is among them that the guard cannot read.
    fn has_khmer(&self) -> bool {
        self.looks.iter().any(|it| it.tongue == Tongue::Km.as_str())
    }
}

/// What the desk may do with it as it stands.
struct May {
    change: bool,
    attach: bool,
    approve: bool,
    send_back: bool,
    reschedule: bool,
    unschedule: bool,
    correct: bool,
    withdraw: bool,
    drop: bool,
    /// Who wrote it waits for another.
    waits: bool,
}

/// The address of an article in the register.
pub(in crate::desk) fn path(lang: Lang, id: i64) -> String {
    Page::NewsEntry.path(lang).replace("{id}", &id.to_string())
}

/// The page.
pub(crate) async fn get(signed: Signed, Path(id): Path<i64>) -> Answer {
    page(&signed, id, None, None, None).await
}

/// The page with what was typed, how that would look, and why something was refused.
pub(super) async fn page(
    signed: &Signed,
    id: i64,
    typed: Option<Typed>,
    seen: Option<Looks>,
    why: Option<String>,
) -> Answer {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let own = articles::one(desk, id).await.map_err(closed)?;
    let article = &own.article;
    let Looks { told: looks, warnings } = match seen {
        Some(seen) => seen,
        None => looks(&signed.visit, &own, |place| file::path(lang, id, place))?,
    };
    let names = Names::load(&mut desk.read().await?).await?;
    let near = desk.relation(&article.agency, []);
    let shown = article.is_shown(desk.now);
    let title = looks.first().map(|it| it.title.clone()).unwrap_or_default();
    let frame = signed.frame(Page::NewsEntry, title).with("{id}", &id.to_string());
    render(&EntryPage {
        frame: frame.under(Page::NewsRegister),
        standing: standing(lang, article, desk.now),
        word: article.state.as_str(desk.now),
        returned: returned(article, &names),
        withdrawn: match &article.state {
            State::Withdrawn { why, .. } => Some(why.clone()),
            _ => None,
        },
        warnings,
        upload: upload::path(lang, id),
        public: shown.then(|| Page::Article.at(lang, &article.slug)),
        section: article.section.map_or_else(|| "–".to_owned(), |it| section(lang, it)),
        agency: signed.visit.snapshot.directory.name(&article.agency).to_owned(),
        choices: choices(signed, Some(&article.agency)),
        may: may(signed, article, near, shown),
        typed: filled(signed, article, names.of(&desk.who), typed),
        files: own.files.iter().map(|it| (it.clone(), file::path(lang, id, it.place))).collect(),
        looks,
        why,
    })
}

/// What was typed, and for the rest the article as it stands now; its version is always the one that is seen here.
/// Who approves answers for it, unless the site names somebody.
fn filled(signed: &Signed, article: &articles::Article, name: &str, typed: Option<Typed>) -> Typed {
    let imprint = signed.visit.settings().imprint.clone();
    let mut own = written(article).with("answers", imprint.unwrap_or_else(|| name.to_owned()));
    if let State::Approved { shows_at, .. } = &article.state {
        let hour = date::there(*shows_at);
        own = own.with("day", hour.date().to_string()).with("hour", hour.strftime("%H:%M").to_string());
    }
    let mut fields = Typed::default().with("version", article.version.to_string()).0;
    fields.extend(typed.unwrap_or_default().0.into_iter().filter(|(name, _)| name != "version"));
    fields.extend(own.0);
    Typed(fields)
}

fn may(signed: &Signed, article: &articles::Article, near: Relation, shown: bool) -> May {
    let may = |right| signed.desk.may(right, near).is_ok();
    let is_draft = matches!(article.state, State::Draft);
    let is_open = article.state.is_open();
    let is_waiting = article.is_waiting(signed.desk.now);
    let is_withdrawn = matches!(article.state, State::Withdrawn { .. });
    let own_text = article.is_by(&signed.desk.who);
    May {
        change: !shown && !is_withdrawn && may(&WRITE),
        attach: is_open && may(&WRITE),
        approve: is_draft && !own_text && may(&APPROVE),
        send_back: is_draft && !own_text && may(&RETURN),
        reschedule: is_waiting && !own_text && may(&RESCHEDULE),
        unschedule: is_waiting && may(&UNSCHEDULE),
        correct: shown && may(&CORRECT),
        withdraw: !is_open && !is_withdrawn && may(&WITHDRAW),
        drop: is_open && may(&DROP),
        waits: is_draft && (own_text || !may(&APPROVE)),
    }
}
