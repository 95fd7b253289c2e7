//! One campaign: its aim, what is made for it by whom and by when, what was made and reached — and, apart from that, what
//! is known of what people know.

use accounts::Relation;
use accounts::person::Names;
use askama::Template;
use inform::article::{self, Article};
use inform::broadcast;
use inform::campaign::{
    self, CHANGE, CHANGE_ITEM, CLOSE, Campaign, Channel, DONE, DROP, Item, Moved, OPEN, PUT, Seen, Standing,
    State, Teller,
};
use listen::knowledge::Says;
use look::words::{say, say_with};
use look::{Lang, date, filters, number};
use serde::Deserialize;

use super::draft::{Fields, written};
use super::known::Known;
use super::told::{self, closed};
use crate::desk::Signed;
use crate::desk::broadcast::{bulletin_path, content};
use crate::desk::news;
use crate::desk::typed::Typed;
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::public::disclosure::short;
use crate::visit::{Path, Query};
use crate::{Fault, Page};

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    told: Option<String>,
    /// The item whose forms are open, by its number.
    item: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/campaign/one.html")]
struct CampaignPage {
    frame: Frame,
    seen: Seen,
    notice: Option<String>,
    why: Option<String>,
    state: State,
    days: String,
    contents: Vec<String>,
    budget: Option<String>,
    /// The tasks that it serves: address and words.
    tasks: Vec<(String, String)>,
    by: String,
    flags: Vec<String>,
    rows: Vec<Row>,
    /// Items that were struck out.
    dropped: Vec<Struck>,
    known: Known,
    channels: Vec<(String, String)>,
    agencies: Vec<(String, String)>,
    bulletins: Vec<(String, String)>,
    articles: Vec<(String, String)>,
    fields: Option<Fields>,
    form: String,
    /// The item whose forms are open: those of one alone, since each names every agency again.
    chosen: String,
    typed: Typed,
    may: May,
}

/// What the desk may do.
struct May {
    put: bool,
    open: bool,
    close: bool,
}

/// An item.
struct Row {
    /// Its number, as forms send it.
    code: String,
    item: Item,
    channel: String,
    agency: String,
    due: String,
    standing: Standing,
    said: String,
    /// Where its bulletin is, for who may read that.
    bulletin: Option<String>,
    /// Its article: address and title.
    article: Option<(String, String)>,
    /// The day that the article was withdrawn.
    withdrawn: Option<String>,
    /// That its bulletin was withdrawn, in words.
    not_to_air: Option<String>,
    /// The days that it had before, in words.
    moved: Vec<String>,
    /// Whether another day needs a reason.
    is_overdue: bool,
    reached: Option<String>,
    may_done: bool,
    may_change: bool,
    may_drop: bool,
}

/// An item that was struck out.
struct Struck {
    what: String,
    channel: String,
    agency: String,
    due: String,
    /// By whom, when and why.
    said: String,
    why: String,
}

/// The address of a campaign.
pub(in crate::desk) fn path(lang: Lang, id: i64) -> String {
    Page::Campaign.path(lang).replace("{id}", &id.to_string())
}

/// The page.
pub(crate) async fn get(signed: Signed, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Answer {
    let notice =
        asked.told.filter(|told| told == "done").map(|_| say(signed.visit.lang, "campaign-told-done"));
    let typed = asked.item.map_or_else(Typed::default, |item| Typed::default().with("item", item));
    page(&signed, id, notice, None, typed).await
}

pub(super) async fn page(
    signed: &Signed,
    id: i64,
    notice: Option<String>,
    why: Option<String>,
    typed: Typed,
) -> Answer {
    let (lang, snapshot, desk) = (signed.visit.lang, &signed.visit.snapshot, &signed.desk);
    let seen = campaign::one(desk, id).await.map_err(closed)?;
    let it = &seen.campaign;
    let state = it.state();
    let may = |right| state != State::Closed && desk.may(right, Relation::Other).is_ok();
    let mut rows = Vec::new();
    let names = Names::load(&mut desk.read().await?).await?;
    for item in &seen.items {
        rows.push(Row::new(signed, &names, item, it).await?);
    }
    let dropped = seen.dropped.iter().filter_map(|item| Struck::new(signed, &names, item)).collect();
    let draft = || if typed.get("act") == "change" { typed.clone() } else { written(it) };
    let fields = if may(&CHANGE) { Some(Fields::new(signed, draft()).await?) } else { None };
    let named = |agency: &accounts::Agency| (agency.code.clone(), agency.name.clone());
    let mut agencies: Vec<_> =
        snapshot.directory.agencies().filter(|agency| agency.in_force(desk.today)).map(named).collect();
    agencies.sort_by(|a, b| places::name::order(&a.1, &b.1));
    let channel =
        |it: Channel| (it.as_str().to_owned(), say(lang, &format!("campaign-channel-{}", it.as_str())));
    render(&CampaignPage {
        frame: signed
            .frame(Page::Campaign, it.title.clone())
            .with("{id}", &id.to_string())
            .under(Page::Campaigns),
        notice,
        why,
        state,
        days: format!("{} – {}", date::short(lang, it.first), date::short(lang, it.last)),
        contents: it.contents.iter().map(|number| content(lang, snapshot, Some(*number))).collect(),
        budget: it
            .budget
            .map(|budget| say_with(lang, "campaign-dong", &[("n", number::whole(lang, budget).into())])),
        tasks: tasks(signed, &it.tasks).await?,
        by: it.agency.as_deref().map_or_else(String::new, |code| snapshot.directory.name(code).to_owned()),
        flags: it.flags(&seen.items).into_iter().map(|found| told::flagged(lang, found)).collect(),
        rows,
        dropped,
        known: Known::new(signed, id).await?,
        channels: Channel::ALL.map(channel).into(),
        agencies,
        bulletins: if may(&PUT) { bulletins(signed).await? } else { Vec::new() },
        articles: if may(&PUT) { articles(signed).await } else { Vec::new() },
        fields,
        form: signed.visit.app.works()?.chance.token(),
        chosen: typed.get("item").to_owned(),
        may: May { put: may(&PUT), open: state == State::Draft && may(&OPEN), close: may(&CLOSE) },
        typed,
        seen,
    })
}

async fn tasks(signed: &Signed, ids: &[i64]) -> Result<Vec<(String, String)>, Fault> {
    let path = Page::Task.path(signed.visit.lang);
    let mut named = Vec::new();
    for id in ids {
        let Some(task) = plan::task::by_id(&signed.desk, *id).await? else { continue };
        let href = path.replace("{slug}", &task.plan).replace("{code}", &task.terms.code);
        named.push((href, format!("{} {}", task.terms.code, task.terms.what)));
    }
    Ok(named)
}

/// The articles that an item can name, what is being written first; none for who may see none.
async fn articles(signed: &Signed) -> Vec<(String, String)> {
    let articles = article::register(&signed.desk).await.unwrap_or_default();
    let named = |it: &Article| {
        (it.id.to_string(), it.texts.first().map(|text| text.title.clone()).unwrap_or_default())
    };
    articles.iter().filter(|it| !matches!(it.state, article::State::Withdrawn { .. })).map(named).collect()
}

/// The bulletins of this month and the next, which an item can name.
async fn bulletins(signed: &Signed) -> Result<Vec<(String, String)>, Fault> {
    let month = broadcast::Month::of(signed.desk.today);
    let mut named = Vec::new();
    for month in [month.before(), month, month.after()] {
        let Ok(seen) = broadcast::register(&signed.desk, month).await else { continue };
        named.extend(seen.told.into_iter().map(|told| (told.bulletin.id.to_string(), told.bulletin.title)));
    }
    named.sort();
    named.dedup();
    Ok(named)
}

impl Row {
    async fn new(signed: &Signed, names: &Names, item: &Item, campaign: &Campaign) -> Result<Self, Fault> {
        let (lang, desk) = (signed.visit.lang, &signed.desk);
        let standing = campaign.standing(item, desk.today);
        let told = match item.told_by {
            Some(Teller::Article(id)) => article::one(desk, id).await.ok().map(|seen| seen.article),
            _ => None,
        };
        let withdrawn = match told.as_ref().map(|article| &article.state) {
            Some(article::State::Withdrawn { on, .. }) => Some(date::short(lang, *on)),
            _ => None,
        };
        let article = told.map(|article| {
            let title = article.texts.first().map(|text| text.title.clone()).unwrap_or_default();
            (news::one::path(lang, article.id), title)
        });
        let bulletin = match item.told_by {
            None | Some(Teller::Article(_)) => None,
            Some(Teller::Bulletin(id)) => {
                broadcast::one(desk, id).await.ok().map(|_| bulletin_path(lang, id))
            }
        };
        let near = desk.relation_by_heirs(&signed.visit.snapshot.directory, &item.agency);
        let is_open = campaign.state() != State::Closed;
        Ok(Self {
            channel: say(lang, &format!("campaign-channel-{}", item.channel.as_str())),
            agency: short(signed.visit.snapshot.directory.name(&item.agency)).to_owned(),
            due: date::short(lang, item.due),
            said: told::standing(lang, item, standing),
            standing,
            bulletin,
            article,
            withdrawn,
            not_to_air: item
                .airings
                .and_then(|it| it.withdrawn)
                .map(|day| say_with(lang, "broadcast-not-to-air", &[("day", date::short(lang, day).into())])),
            moved: item.moved.iter().map(|it| moved(lang, names, it)).collect(),
            is_overdue: campaign.state() == State::Open && item.due < desk.today,
            reached: item
                .done
                .as_ref()
                .and_then(|done| done.reached)
                .map(|reached| number::whole(lang, reached)),
            may_done: is_open && item.told_by.is_none() && DONE.allows(desk.role, near),
            may_change: is_open && item.done.is_none() && CHANGE_ITEM.allows(desk.role, near),
            may_drop: is_open && item.done.is_none() && DROP.allows(desk.role, near),
            code: item.id.to_string(),
            item: item.clone(),
        })
    }
}

/// An earlier day of an item, who moved it, when and why.
fn moved(lang: Lang, names: &Names, it: &Moved) -> String {
    let key = if it.why.is_empty() { "campaign-moved" } else { "campaign-moved-why" };
    let told = [
        ("due", date::short(lang, it.due).into()),
        ("day", date::short(lang, it.on).into()),
        ("by", names.of(&it.by).to_owned().into()),
        ("why", it.why.clone().into()),
    ];
    say_with(lang, key, &told)
}

impl Struck {
    fn new(signed: &Signed, names: &Names, item: &Item) -> Option<Self> {
        let (lang, dropped) = (signed.visit.lang, item.dropped.as_ref()?);
        let told =
            [("day", date::short(lang, dropped.on).into()), ("by", names.of(&dropped.by).to_owned().into())];
        Some(Self {
            what: item.what.clone(),
            channel: say(lang, &format!("campaign-channel-{}", item.channel.as_str())),
            agency: short(signed.visit.snapshot.directory.name(&item.agency)).to_owned(),
            due: date::short(lang, item.due),
            said: say_with(lang, "campaign-dropped-on", &told),
            why: dropped.why.clone(),
        })
    }
}

impl Row {
    /// What a field of a form about it holds before anything is typed.
    fn field(&self, name: &str) -> String {
        let (item, done) = (&self.item, self.item.done.as_ref());
        match (name, item.told_by) {
            ("channel", _) => item.channel.as_str().to_owned(),
            ("what", _) => item.what.clone(),
            ("agency", _) => item.agency.clone(),
            ("due", _) => item.due.to_string(),
            ("bulletin", Some(Teller::Bulletin(id))) | ("article", Some(Teller::Article(id))) => {
                id.to_string()
            }
            ("on", _) => done.map(|done| done.on.to_string()).unwrap_or_default(),
            ("shown", _) => done.map(|done| done.shown.clone()).unwrap_or_default(),
            ("reached", _) => done.and_then(|done| done.reached).map(|it| it.to_string()).unwrap_or_default(),
            _ => String::new(),
        }
    }
}

impl CampaignPage {
    /// The version that a form goes on from: the one that was read when it was filled in, else the one that is shown.
    fn version(&self, act: &str) -> String {
        let typed = self.typed.maybe("version").filter(|_| self.typed.get("act") == act);
        typed.unwrap_or_else(|| self.seen.campaign.version.to_string())
    }

    /// The version of an item that a form about it goes on from: the one that was read when it was filled in, else the one
    /// that is shown.
    fn version_of(&self, act: &str, row: &Row) -> String {
        let typed = self.typed.maybe("version").filter(|_| self.is_refused(act, &row.code));
        typed.unwrap_or_else(|| row.item.version.to_string())
    }

    /// The agency of an item where it is no more: it may stay where something else is changed.
    fn former(&self, item: &str) -> Option<(&str, &str)> {
        let row = self.rows.iter().find(|row| row.code == item)?;
        let is_gone = self.agencies.iter().all(|(code, _)| *code != row.item.agency);
        is_gone.then_some((row.item.agency.as_str(), row.agency.as_str()))
    }

    /// Whether its texts are flagged and nobody has decided yet.
    fn waits(&self) -> bool {
        !self.flags.is_empty() && self.seen.campaign.decided.is_none()
    }

    /// Whether it has not begun.
    fn is_draft(&self) -> bool {
        self.state == State::Draft
    }

    /// Whether an item has forms for this desk.
    fn has_forms(&self, row: &Row) -> bool {
        row.may_done || row.may_change || row.may_drop
    }

    /// Whether a form of the chosen item is open: the one that was refused, else that for what it became, else the first.
    fn opens(&self, act: &str, row: &Row) -> bool {
        let first = if row.may_done { "done" } else { "change_item" };
        let refused = self.typed.get("act");
        if refused.is_empty() { act == first } else { act == refused }
    }

    /// Whether the form of a side was refused.
    fn refused(&self, act: &str, side: &str) -> bool {
        self.typed.get("act") == act && self.typed.get("side") == side
    }

    /// Whether the form of an act on an item was refused.
    fn is_refused(&self, act: &str, item: &str) -> bool {
        self.typed.get("act") == act && self.typed.get("item") == item
    }

    /// What a field of the form of an act on an item, or for a new one, holds: what was typed, else what is kept.
    fn held(&self, act: &str, item: &str, name: &str) -> String {
        let kept = self.rows.iter().find(|row| row.code == item).filter(|_| !self.is_refused(act, item));
        kept.map_or_else(|| self.field(act, name).to_owned(), |row| row.field(name))
    }

    /// What a field of a form holds.
    fn field(&self, act: &str, name: &str) -> &str {
        if self.typed.get("act") == act { self.typed.get(name) } else { "" }
    }
}
