//! What else waits for who is signed in: questions, articles, what must be public, bulletins, items of campaigns. Each is a
//! count that leads to its register.

use accounts::post::{self, Filter};
use accounts::{Desk, Directory, Reach, Relation, Role};
use inform::broadcast::{self, Month, SCHEDULE};
use inform::disclosure::{self, Check, POST, SETTLE, State};
use inform::{article, campaign};
use listen::question::{self, ANSWER, Asking};
use look::Lang;

use crate::Page;
use crate::fault::Fault;
use crate::{desk, parts};

/// A count with the list that it counts.
pub(super) struct Waiting {
    pub(super) href: String,
    pub(super) key: &'static str,
    pub(super) count: i64,
    pub(super) is_late: bool,
}

/// How many days ahead an item of a campaign is told.
const AHEAD: i32 = 7;

/// Everything that waits, what is late first; nothing of what the role does not do.
pub(super) async fn waiting(lang: Lang, desk: &Desk, directory: &Directory) -> Result<Vec<Waiting>, Fault> {
    let mut all = questions(desk).await?;
    all.extend(unheld(desk).await?);
    all.extend(disclosures(desk).await?);
    all.extend(articles(desk).await?);
    all.extend(bulletins(desk).await?);
    all.extend(items(desk, directory).await?);
    all.retain(|(_, _, count, _)| *count > 0);
    all.sort_by_key(|(_, _, _, is_late)| !is_late);
    let told = |((page, query), key, count, is_late): Found| Waiting {
        href: format!("{}{query}", page.path(lang)),
        key,
        count,
        is_late,
    };
    Ok(all.into_iter().map(told).collect())
}

/// Page and query, the key of its words, how many, whether they are late.
type Found = ((Page, &'static str), &'static str, i64, bool);

/// Who answers for one agency looks after its own; who answers for all, after what nobody has and what is late.
async fn questions(desk: &Desk) -> Result<Vec<Found>, Fault> {
    let Some(reach) = ANSWER.reach(desk.role) else { return Ok(Vec::new()) };
    let listed = question::listed(desk, &Asking::default(), 0).await.map_err(parts::question::closed)?;
    let tally = listed.tally;
    let overdue = ((Page::Inbox, "?state=overdue"), "work-questions-overdue", tally.overdue, true);
    let open = match reach {
        Reach::Any => ((Page::Inbox, "?state=unsent"), "work-questions-unsent", tally.unsent, false),
        _ => ((Page::Inbox, "?state=open"), "work-questions-open", tally.open - tally.overdue, false),
    };
    Ok(vec![overdue, open])
}

/// Whoever opens posts is told that questions wait for a standing body that nobody is, and no word of them.
async fn unheld(desk: &Desk) -> Result<Vec<Found>, Fault> {
    if desk.may(&post::OPEN, Relation::Other).is_err() {
        return Ok(Vec::new());
    }
    let posts = match post::list(desk, &Filter::default()).await {
        Ok(posts) => posts,
        Err(post::Refusal::Store(fault)) => return Err(fault.into()),
        Err(_) => return Ok(Vec::new()),
    };
    let is_standing = |it: &post::Held| {
        it.post.role == Role::StandingBody && it.holdings.iter().any(|held| held.is_held(desk.today))
    };
    if posts.iter().any(is_standing) {
        return Ok(Vec::new());
    }
    let unsent = question::overall(desk).await?.tally.unsent;
    Ok(vec![((Page::Posts, ""), "work-questions-unheld", unsent, true)])
}

async fn disclosures(desk: &Desk) -> Result<Vec<Found>, Fault> {
    if POST.reach(desk.role).is_none() {
        return Ok(Vec::new());
    }
    let lines = disclosure::register(desk).await.map_err(desk::disclosure::closed)?;
    let missing = |line: &&disclosure::Line| {
        line.relation(desk) == Relation::Own && matches!(line.state, State::Missing(_))
    };
    let doubted = |line: &&disclosure::Line| {
        SETTLE.allows(desk.role, line.relation(desk)) && line.checks.iter().any(Check::is_open)
    };
    let followed = |line: &&disclosure::Line| {
        line.relation(desk) == Relation::Cooperating && matches!(line.state, State::Missing(_))
    };
    let count = |holds: &dyn Fn(&&disclosure::Line) -> bool| lines.iter().filter(holds).count() as i64;
    let is_late = |line: &disclosure::Line| line.look_by.is_some_and(|day| day < desk.today);
    let looks = |late: bool| lines.iter().filter(doubted).filter(|line| is_late(line) == late).count() as i64;
    let mut sought = disclosure::sought(desk).await.map_err(desk::disclosure::closed)?;
    sought.retain(|open| SETTLE.allows(desk.role, open.relation(desk)));
    let answers = |late: bool| sought.iter().filter(|open| (open.due < desk.today) == late).count() as i64;
    Ok(vec![
        ((Page::Duties, "#sought"), "work-duties-sought", answers(false), false),
        ((Page::Duties, "#sought"), "work-duties-sought-late", answers(true), true),
        ((Page::Duties, "?state=missing"), "work-duties-followed", count(&followed), false),
        ((Page::Duties, "?state=missing"), "work-duties-missing", count(&missing), true),
        ((Page::Duties, "?state=check"), "work-duties-doubted", looks(false), false),
        ((Page::Duties, "?state=check"), "work-duties-doubted-late", looks(true), true),
    ])
}

async fn articles(desk: &Desk) -> Result<Vec<Found>, Fault> {
    if article::WRITE.reach(desk.role).or(article::APPROVE.reach(desk.role)).is_none() {
        return Ok(Vec::new());
    }
    let register = article::register(desk).await.map_err(parts::article::closed)?;
    let waits = |it: &&article::Article| {
        matches!(it.state, article::State::Draft)
            && !it.is_by(&desk.who)
            && article::APPROVE.allows(desk.role, desk.relation(&it.agency, []))
    };
    let is_back = |it: &&article::Article| {
        matches!(it.state, article::State::Returned { .. })
            && it.is_by(&desk.who)
            && article::WRITE.allows(desk.role, desk.relation(&it.agency, []))
    };
    let count = register.iter().filter(waits).count() as i64;
    let back = register.iter().filter(is_back).count() as i64;
    Ok(vec![
        ((Page::NewsRegister, "?state=returned"), "work-articles-returned", back, false),
        ((Page::NewsRegister, "?state=draft"), "work-articles", count, false),
    ])
}

async fn bulletins(desk: &Desk) -> Result<Vec<Found>, Fault> {
    if SCHEDULE.reach(desk.role).is_none() {
        return Ok(Vec::new());
    }
    let register = broadcast::register(desk, Month::of(desk.today)).await;
    let register = register.map_err(desk::broadcast::closed)?;
    let (mut silent, mut unplanned, mut withdrawn) = (0, 0, 0);
    for told in &register.told {
        for line in &told.lines {
            let bulletin = &told.bulletin;
            if line.relation(bulletin, desk) != Relation::Own {
                continue;
            }
            if bulletin.withdrawn.is_some() {
                withdrawn += i64::from(bulletin.last >= desk.today);
            } else {
                silent += i64::from(line.standing(bulletin, desk.today).lacks());
                unplanned += i64::from(line.unplanned(bulletin) > 0 && bulletin.last >= desk.today);
            }
        }
    }
    Ok(vec![
        ((Page::Broadcasts, ""), "work-bulletins-silent", silent, true),
        ((Page::Broadcasts, ""), "work-bulletins-unplanned", unplanned, false),
        ((Page::Broadcasts, ""), "work-bulletins-withdrawn", withdrawn, false),
    ])
}

async fn items(desk: &Desk, directory: &Directory) -> Result<Vec<Found>, Fault> {
    if campaign::DONE.reach(desk.role).is_none() {
        return Ok(Vec::new());
    }
    let campaigns = campaign::all(desk).await.map_err(desk::campaign::closed)?;
    let open = campaigns.iter().filter(|seen| seen.campaign.state() == campaign::State::Open);
    let is_own = |item: &&campaign::Item| desk.relation_by_heirs(directory, &item.agency) == Relation::Own;
    let own = open.flat_map(|seen| &seen.items).filter(is_own);
    let (mut late, mut coming) = (0, 0);
    for item in own {
        match item.standing(desk.today) {
            campaign::Standing::Late => late += 1,
            campaign::Standing::Coming
                if desk.today.until(item.due).is_ok_and(|span| span.get_days() <= AHEAD) =>
            {
                coming += 1;
            }
            _ => {}
        }
    }
    Ok(vec![
        ((Page::Campaigns, ""), "work-items-late", late, true),
        ((Page::Campaigns, ""), "work-items-coming", coming, false),
    ])
}
