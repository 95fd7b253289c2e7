//! Home of the province: where it stands, whether its plan's targets are met, what moved, where to go next.

use askama::Template;
use look::Lang;
use look::chart;
use look::filters;
use look::words::{say, say_with};
use plan::Target;
use plan::target::Verdict;
use scores::target::Requirement;
use scores::{Edition, Explanation, Item, Part, Ranking, Standing, Structure};

use super::outlook::line::{self, Line};
use crate::fault::{Answer, Fault, render};
use crate::parts::charts::{self, Track, caption};
use crate::parts::frame::Frame;
use crate::parts::{article, promise, sentence, source};
use crate::visit::Visit;
use crate::{Page, asked};

#[derive(Template)]
#[template(path = "public/home.html")]
struct HomePage<'a> {
    frame: Frame,
    edition: &'a Edition,
    total: Standing,
    change: Option<String>,
    targets: Vec<Checked<'a>>,
    strip: String,
    multiples: Vec<Content>,
    risen: Vec<Moved>,
    fallen: Vec<Moved>,
    note: String,
    download: String,
    explain: String,
    outlook: Option<Line>,
    progress: Option<String>,
    news: Vec<article::Line>,
}

/// A target of the plan as the latest edition has it.
struct Checked<'a> {
    target: &'a Target,
    said: &'a str,
    sign: String,
    verdict: Option<Verdict>,
    word: &'static str,
    reason: String,
}

/// One content as a small picture.
struct Content {
    path: String,
    svg: String,
}

/// A part that moved against the nation.
struct Moved {
    name: String,
    relative: f64,
}

/// What rounds to nothing has not moved, points.
const SHOWN: f64 = 0.005;

/// The page.
pub(crate) async fn get(visit: Visit) -> Answer {
    let (lang, snapshot, settings) = (visit.lang, visit.snapshot.clone(), visit.settings());
    let (unit, set, editions) = (settings.province, settings.set(), &snapshot.editions);
    let (edition, _) = asked::ranked(editions, &None, &Some(set.label.to_owned()))?;
    let ranking = Ranking::new(edition, set, Item::Total);
    let total = editions.standing(unit, set, edition.year, Item::Total).ok_or(Fault::Missing)?;
    let explanation = editions
        .before(edition.year)
        .and_then(|b| editions.explain(unit, set, (b.year, edition.year), Item::Total));
    let frame = visit.frame(
        Page::Home,
        say_with(
            lang,
            "home-title",
            &[("name", lang.pick(unit.name, unit.name_en).into()), ("year", edition.year.to_string().into())],
        ),
    );
    let moved = explanation.as_ref().map(|e| moved(lang, &edition.structure, e)).unwrap_or_default();
    let targets = snapshot.targets.iter().map(|target| checked(&visit, target, edition.year)).collect();
    let outlook = line::of(&visit).await?;
    render(&HomePage {
        outlook,
        change: explanation.as_ref().map(|e| sentence::of_change(lang, frame.name(unit), e)),
        strip: charts::strip(
            lang,
            &ranking,
            unit.id,
            &say(lang, "home-strip"),
            lines(lang, &snapshot.targets, &ranking),
        ),
        multiples: contents(&visit, edition),
        risen: moved.iter().filter(|part| part.relative >= SHOWN).take(3).map(Moved::kept).collect(),
        fallen: moved.iter().rev().filter(|part| part.relative <= -SHOWN).take(3).map(Moved::kept).collect(),
        download: format!("/api/v1/provinces/{}/standing?year={}", unit.code, edition.year),
        note: source::note(lang, edition, Some(&ranking)),
        explain: explanation
            .map(|e| format!("?province={}&from={}&to={}", unit.code, e.from, e.to))
            .unwrap_or_default(),
        progress: snapshot.progress.plan(None).map(|plan| promise::of_count(lang, &plan.count())),
        news: article::lines(lang, &snapshot.news.newest),
        targets,
        edition,
        total,
        frame,
    })
}

/// A target's verdict in an edition, and why.
fn checked<'a>(visit: &Visit, target: &'a Target, year: i16) -> Checked<'a> {
    let (lang, settings) = (visit.lang, visit.settings());
    let mut verdicts = target.verdicts(&visit.snapshot.editions, settings.province, settings.set(), year);
    let verdict = verdicts.pop();
    let document = visit.snapshot.documents.iter().find(|document| document.slug() == target.document);
    Checked {
        said: lang.pick(&target.said, &target.said_en),
        sign: document.map(|document| document.sign.clone()).unwrap_or_default(),
        reason: verdict
            .as_ref()
            .map(|verdict| sentence::of_judgement(lang, &verdict.judgement))
            .unwrap_or_default(),
        word: verdict.as_ref().map_or("verdict-cannot-tell", word),
        target,
        verdict,
    }
}

/// The verdict's word.
fn word(verdict: &Verdict) -> &'static str {
    let met = verdict.judgement.met;
    if verdict.due { sentence::verdict_key(met) } else { sentence::verdict_so_far(met) }
}

/// The scores that the plan's ranks ask for, as lines on the strip.
fn lines(lang: Lang, targets: &[Target], ranking: &Ranking) -> Vec<chart::Line> {
    let conditions = targets.iter().filter_map(|target| match &target.asks {
        scores::Target::Joined(conditions) => Some(conditions),
        scores::Target::Path(_) => None,
    });
    let line = |requirement| match requirement {
        Requirement::Rank(n) => Some(chart::Line {
            score: ranking.score_at(n.into())?,
            label: say_with(lang, "home-place", &[("n", i64::from(n).into())]),
        }),
        _ => None,
    };
    conditions.flatten().filter_map(|condition| line(condition.requirement)).collect()
}

/// The contents as small multiples, each leading to its ranking.
fn contents(visit: &Visit, edition: &Edition) -> Vec<Content> {
    let (lang, settings, editions) = (visit.lang, visit.settings(), &visit.snapshot.editions);
    let (unit, set) = (settings.province, settings.set());
    let content = |number: u8| {
        let item = Item::Dimension(number);
        let standing = editions.standing(unit, set, edition.year, item)?;
        let heading = asked::item_name(lang, &edition.structure, item);
        let described = sentence::of_standing(lang, &standing);
        let caption = caption(lang, &format!("content-{number}"), &heading, described);
        Some(Content {
            path: format!("{}?year={}&dimension={number}", Page::Ranking.path(lang), edition.year),
            svg: Track::of(editions, set, unit, item).multiple(caption, &heading, &standing),
        })
    };
    edition.structure.dimensions.iter().filter_map(|dimension| content(dimension.number)).collect()
}

/// The comparable parts, those that gained most on the nation first.
fn moved(lang: Lang, structure: &Structure, explanation: &Explanation) -> Vec<Moved> {
    let part = |part: &Part| {
        let name = asked::item_name(lang, structure, Item::Subdimension(part.code));
        part.change.relative().filter(|_| part.comparable).map(|relative| Moved { name, relative })
    };
    let mut moved: Vec<_> = explanation.parts.iter().filter_map(part).collect();
    moved.sort_by(|a, b| b.relative.total_cmp(&a.relative));
    moved
}

impl Moved {
    fn kept(&self) -> Self {
        Self { name: self.name.clone(), relative: self.relative }
    }
}
