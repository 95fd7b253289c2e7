//! The form of an article: what may be chosen in it, what it says, and how that would look.

use accounts::{Reach, Relation};
use inform::Duty;
use inform::article::{Article, Draft, File, Section, Seen, State, Text, Tie, Tongue, WRITE};
use look::words::{say, say_with};
use places::name::order;
use scores::Item;

use crate::desk::Signed;
use crate::desk::broadcast::flag;
use crate::desk::typed::Typed;
use crate::parts::article::{Told, section};
use crate::visit::Visit;
use crate::{Fault, asked};

/// What may be chosen, each with its word and its name.
pub(crate) struct Choices {
    pub(crate) sections: Vec<(String, String)>,
    pub(crate) dimensions: Vec<(String, String)>,
    pub(crate) duties: Vec<(String, String)>,
    pub(crate) tasks: Vec<(String, String)>,
    pub(crate) agencies: Vec<(String, String)>,
    /// The languages besides Vietnamese, with their names.
    pub(crate) others: Vec<(&'static str, String)>,
}

/// What this desk may choose, for an article of an agency where there is one.
pub(super) fn choices(signed: &Signed, own: Option<&str>) -> Choices {
    let (lang, snapshot) = (signed.visit.lang, &signed.visit.snapshot);
    let structure = snapshot.editions.latest().map(|edition| &edition.structure);
    let dimension = |structure: &scores::Structure| {
        let name =
            |number: u8| (number.to_string(), asked::item_name(lang, structure, Item::Dimension(number)));
        structure.dimensions.iter().map(|it| name(it.number)).collect::<Vec<_>>()
    };
    let duty = |duty: &Duty| {
        (duty.code.clone(), format!("{} {}", duty.code, lang.pick(&duty.plain, &duty.plain_en)))
    };
    let plans = &snapshot.progress.plans;
    let task = |slug: &str, it: &plan::progress::Promise| {
        (format!("{slug}/{}", it.code), format!("{} {}", it.code, short(&it.what)))
    };
    let tasks = plans.iter().flat_map(|plan| plan.promises.iter().map(move |it| task(&plan.cover.slug, it)));
    let other = |tongue: Tongue| (tongue.as_str(), say(lang, &format!("news-tongue-{}", tongue.as_str())));
    Choices {
        sections: Section::ALL.map(|it| (it.as_str().to_owned(), section(lang, it))).into(),
        dimensions: structure.map(dimension).unwrap_or_default(),
        duties: Duty::all().iter().map(duty).collect(),
        tasks: tasks.collect(),
        agencies: agencies(signed, own),
        others: Tongue::ALL.into_iter().filter(|tongue| *tongue != Tongue::Vi).map(other).collect(),
    }
}

/// The agencies in whose name this desk may write, and the one whose the article is: who corrects it leaves it there.
fn agencies(signed: &Signed, own: Option<&str>) -> Vec<(String, String)> {
    let (desk, directory) = (&signed.desk, &signed.visit.snapshot.directory);
    let any = WRITE.reach(desk.role) == Some(Reach::Any) || desk.may(&WRITE, Relation::Other).is_ok();
    let is_open = |agency: &&accounts::Agency| {
        let code = Some(agency.code.as_str());
        code == own || (agency.in_force(desk.today) && (any || desk.agency.as_deref() == code))
    };
    let mut named: Vec<(String, String)> = directory
        .agencies()
        .filter(is_open)
        .map(|agency| (agency.code.clone(), agency.name.clone()))
        .collect();
    named.sort_by(|a, b| order(&a.1, &b.1));
    named
}

/// A task in a list of many.
fn short(what: &str) -> String {
    const MOST: usize = 80;
    match what.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &what[..end]),
        None => what.to_owned(),
    }
}

/// What a form says.
pub(super) fn draft(typed: &Typed) -> Draft {
    let task = typed.get("task").split_once('/').map(|(plan, code)| (plan.to_owned(), code.to_owned()));
    Draft {
        form: typed.maybe("form"),
        section: Section::read(typed.get("section")),
        tie: Tie { dimension: typed.get("dimension").parse().ok(), duty: typed.maybe("duty"), task },
        agency: typed.get("agency").to_owned(),
        author: typed.get("author").to_owned(),
        texts: texts(typed),
    }
}

fn texts(typed: &Typed) -> Vec<Text> {
    let text = |tongue: Tongue| {
        let field = |name: &str| typed.get(&format!("{name}-{}", tongue.as_str())).to_owned();
        Text { tongue, title: field("title"), summary: field("summary"), body: field("body") }
    };
    Tongue::ALL.map(text).into()
}

/// An article as its form has it.
pub(super) fn written(article: &Article) -> Typed {
    let tie = &article.tie;
    let task = tie.task.as_ref().map(|(plan, code)| format!("{plan}/{code}")).unwrap_or_default();
    let typed = Typed::default()
        .with("section", article.section.map_or("", Section::as_str))
        .with("dimension", tie.dimension.map(|number| number.to_string()).unwrap_or_default())
        .with("duty", tie.duty.clone().unwrap_or_default())
        .with("task", task)
        .with("agency", article.agency.as_str())
        .with("author", article.author.as_str())
        .with("version", article.version.to_string());
    article.texts.iter().fold(typed, |typed, text| {
        let tongue = text.tongue.as_str();
        typed
            .with(&format!("title-{tongue}"), text.title.as_str())
            .with(&format!("summary-{tongue}"), text.summary.as_str())
            .with(&format!("body-{tongue}"), text.body.as_str())
    })
}

/// How an article looks, and what somebody has to read again.
#[derive(Default)]
pub(super) struct Looks {
    /// In each of its languages.
    pub(super) told: Vec<Told>,
    /// What its texts would do to a survey, and the pictures that it names and does not have.
    pub(super) warnings: Vec<String>,
}

/// How an article looks; nobody is warned of what somebody answers for.
pub(super) fn looks(visit: &Visit, seen: &Seen, file: impl Fn(i64) -> String) -> Result<Looks, Fault> {
    let (lang, article) = (visit.lang, &seen.article);
    let told: Result<_, _> =
        article.texts.iter().map(|text| Told::new(visit, seen, text.tongue, &file)).collect();
    let mut warnings = Vec::new();
    if article.state.is_open() {
        warnings.extend(article.flags(&seen.files).into_iter().map(|found| flag(lang, found)));
        let lacking = article.lacking(&seen.files);
        warnings
            .extend(lacking.iter().map(|place| say_with(lang, "news-no-picture", &[("n", (*place).into())])));
    }
    Ok(Looks { told: told?, warnings })
}

/// How what is typed would look, in each language that something is typed in.
pub(super) fn preview(
    signed: &Signed,
    typed: &Typed,
    files: &[File],
    file: impl Fn(i64) -> String,
) -> Result<Looks, Fault> {
    let clean = |mut text: Text| {
        text.body = inform::article::paste::clean(&text.body);
        text
    };
    let article = Article {
        id: 0,
        slug: String::new(),
        form: None,
        section: Section::read(typed.get("section")),
        tie: Tie::default(),
        agency: String::new(),
        author: typed.get("author").to_owned(),
        texts: texts(typed)
            .into_iter()
            .filter(|it| it.tongue == Tongue::Vi || !is_blank(it))
            .map(clean)
            .collect(),
        state: State::Draft,
        written_by: String::new(),
        writers: Vec::new(),
        written_on: signed.desk.today,
        version: 0,
    };
    let seen = Seen { article, corrections: Vec::new(), files: files.to_vec(), views: 0 };
    looks(&signed.visit, &seen, file)
}

fn is_blank(text: &Text) -> bool {
    [&text.title, &text.summary, &text.body].iter().all(|written| written.trim().is_empty())
}
