//! Settling what words of annexes mean, and forgetting it again. It counts for every annex that comes after.

use accounts::{Deed, Desk, Directory, Reach, Relation, Right, Role};
use scores::Structure;
use serde_json::{Value, json};
use store::Ask;

use super::cast::one_of;
use super::{Basis, NOBODY, Refusal, Settled, Topic, basis, period, section, table};
use crate::plan::{self, Plan};

/// Who may settle what words mean.
pub const SETTLE: Right = Right { act: "annex.settled", held_by: &[(Role::StandingBody, Reach::Any)] };

/// Remembers what words mean. An agency may be given by its code or by a name that is surely its own on the plan's
/// day; what means nothing is refused. What is remembered already is not said again.
///
/// # Errors
/// [`Refusal::UnknownCode`] and [`Refusal::Meaningless`] with the answer that means nothing; other [`Refusal`]s.
pub async fn settle(desk: &Desk, plan: &str, answers: &Settled) -> Result<(), Refusal> {
    desk.may(&SETTLE, Relation::Other).map_err(plan::Refusal::from)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("annex").await?;
    let plan = plan::table::find(&mut tx, plan).await?.ok_or(plan::Refusal::NoPlan)?;
    let answers = meaningful(&mut tx, &plan, answers).await?;
    let known = table::settled(&mut tx).await?;
    let fresh = answers.without(&known);
    if fresh.is_empty() {
        return Ok(());
    }
    table::remember(&mut tx, &fresh).await?;
    tx.commit(Did { before: told(&known, &fresh), after: told(&fresh, &fresh) }).await?;
    Ok(())
}

/// Forgets what a text means; the next annex that holds it asks again.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn forget(desk: &Desk, topic: Topic, written: &str) -> Result<(), Refusal> {
    desk.may(&SETTLE, Relation::Other).map_err(plan::Refusal::from)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("annex").await?;
    let known = table::settled(&mut tx).await?;
    let Some(means) = known.of(topic, written) else { return Ok(()) };
    let before = told(&known, &Settled::default().with(topic, written, means));
    table::forget(&mut tx, topic, written).await?;
    tx.commit(Did { before, after: None }).await?;
    Ok(())
}

/// What people settled.
///
/// # Errors
/// When the desk may not settle anything, or the database cannot be read.
pub async fn remembered(desk: &Desk) -> Result<Settled, Refusal> {
    desk.may(&SETTLE, Relation::Other).map_err(plan::Refusal::from)?;
    Ok(table::settled(&mut desk.read().await?).await?)
}

/// The answers with agencies by their codes, when each of them means something.
async fn meaningful(at: &mut impl Ask, plan: &Plan, answers: &Settled) -> Result<Settled, Refusal> {
    let (directory, day) = (Directory::load(at).await?, basis::day(at, plan).await?);
    let nothing = Settled::default();
    let (unit, first, last) = (plan.unit.as_str(), plan.first, plan.last);
    let basis = Basis { directory: &directory, unit, day, first, last, settled: &nothing };
    let structure = Structure::of_year(day.year());
    answers.iter().try_fold(Settled::default(), |settled, (topic, written, means)| {
        let code = match topic {
            _ if means == NOBODY => Some(means.to_owned()),
            Topic::Agency => Some(one_of(means, &basis).ok_or(Refusal::UnknownCode(means.to_owned()))?),
            Topic::Period => period::read(means, (first, last)).is_ok().then(|| means.to_owned()),
            Topic::Content => Some(section::items(means, &structure))
                .filter(|(items, clear)| *clear && !items.is_empty())
                .map(|(items, _)| items.join("; ")),
        };
        let code = code.ok_or(Refusal::Meaningless(topic, means.to_owned()))?;
        Ok(settled.with(topic, written, &code))
    })
}

/// What some words mean, as the audit trail keeps it.
fn told(known: &Settled, these: &Settled) -> Option<Value> {
    let pairs =
        these.iter().filter_map(|(topic, written, _)| Some((topic, written, known.of(topic, written)?)));
    let told: Vec<Value> = pairs
        .map(|(topic, written, means)| json!({ "topic": topic.as_str(), "written": written, "means": means }))
        .collect();
    (!told.is_empty()).then(|| json!({ "words": told }))
}

/// Words were settled or forgotten.
struct Did {
    before: Option<Value>,
    after: Option<Value>,
}

impl Deed for Did {
    fn act(&self) -> &'static str {
        SETTLE.act
    }

    fn subject(&self) -> String {
        "annex".to_owned()
    }

    fn before(&self) -> Option<Value> {
        self.before.clone()
    }

    fn after(&self) -> Option<Value> {
        self.after.clone()
    }
}
