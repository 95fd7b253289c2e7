//! Following the database: what others change there, and the day, are shown within a second.

use std::time::Duration;

use accounts::audit;
use plan::morning::morning;
use store::{Attachments, Error, Store};
use web::{App, Snapshot};

use super::snapshot;
use crate::demonstration::Calendar;

const EVERY: Duration = Duration::from_secs(1);

/// Acts that show on no page but those of who did them, or that are read afresh each time.
const UNSEEN: [&str; 6] = [
    "pulse.answered",
    "question.asked",
    "question.contact_seen",
    "session.",
    "sign_in.entered",
    "sign_in.failed",
];
/// Acts that change figures, sample periods or targets: the long computations stand on these alone.
const MEASURED: [&str; 3] = ["scores.", "renewal.", "target."];

/// Puts a new picture in place whenever something that shows has been done or a day has begun. Never ends.
pub(super) async fn follow(app: App, store: Store, attachments: Attachments, calendar: Calendar) {
    let mut seen = app.snapshot().revision;
    let mut ticks = tokio::time::interval(EVERY);
    loop {
        ticks.tick().await;
        let shown = app.snapshot();
        let acts = since(&store, seen).await;
        app.reach(acts.is_ok());
        let Ok(acts) = acts else { continue };
        let new_day = calendar.today() != shown.today;
        if new_day {
            begin(&store, &attachments, calendar).await;
        }
        let latest = acts.iter().map(|(_, seq)| *seq).max().unwrap_or(seen);
        if !new_day && acts.iter().all(|(act, _)| is_among(&UNSEEN, act)) {
            seen = latest;
            continue;
        }
        let measured = acts.iter().any(|(act, _)| is_among(&MEASURED, act));
        match snapshot(&store, calendar, (!measured).then_some(&*shown)).await {
            // What was done since is seen at the next tick.
            Ok(newer) => {
                app.renew(Snapshot { revision: latest, ..newer });
                seen = latest;
            }
            Err(fault) => tracing::error!(?fault, "the results could not be read again"),
        }
    }
}

async fn since(store: &Store, seen: i64) -> Result<Vec<(String, i64)>, Error> {
    audit::since(&mut store.read().await?, seen).await
}

/// What a morning brings.
async fn begin(store: &Store, attachments: &Attachments, calendar: Calendar) {
    if let Err(refusal) = morning(&calendar.desk(store)).await {
        tracing::error!(%refusal, "the day did not begin as it should");
    }
    if let Err(refusal) = listen::question::purge(&calendar.desk(store), attachments).await {
        tracing::error!(%refusal, "addresses and pictures of askers did not go as they should");
    }
    if let Err(refusal) = inform::disclosure::arise(&calendar.desk(store)).await {
        tracing::error!(%refusal, "the quarters did not end as they should");
    }
    if let Err(refusal) = fieldwork::survey::sweep(&calendar.desk(store)).await {
        tracing::error!(%refusal, "old drafts of surveys were not put away");
    }
    if let Err(refusal) = listen::import::sweep(&calendar.desk(store)).await {
        tracing::error!(%refusal, "old drafts of feedback were not put away");
    }
}

fn is_among(begins: &[&str], act: &str) -> bool {
    begins.iter().any(|begin| act.starts_with(begin))
}
