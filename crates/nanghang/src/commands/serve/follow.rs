//! Following the database: what others change there, and the day, are shown within a second.

use std::time::Duration;

use accounts::audit;
use inform::portal::Rules;
use store::{Attachments, Error, Store};
use web::{App, Snapshot};

use super::daily::{daily, look};
use super::snapshot;
use crate::demonstration::Calendar;

const EVERY: Duration = Duration::from_secs(1);
/// Every how many ticks what the door counted is kept, and shown.
const COUNTED: u64 = 30;

/// Acts that show on no page but those of who did them, or that are read afresh each time.
const UNSEEN: [&str; 10] = [
    "pulse.answered",
    "question.asked",
    "question.contact_seen",
    "question.copied",
    "question.mail_failed",
    "question.mailed",
    "question.reached",
    "session.",
    "sign_in.entered",
    "sign_in.failed",
];
/// Acts that change figures, sample periods or targets: the long computations stand on these alone.
const MEASURED: [&str; 3] = ["scores.", "renewal.", "target."];

/// Puts a new picture in place whenever something that shows has been done or a day has begun. Never ends.
pub(super) async fn follow(
    app: App,
    store: Store,
    attachments: Attachments,
    calendar: Calendar,
    portal: Option<Rules>,
) {
    look(calendar.desk(&store), portal.clone());
    let mut seen = app.snapshot().revision;
    let mut ticks = tokio::time::interval(EVERY);
    let mut tick: u64 = 0;
    loop {
        ticks.tick().await;
        tick += 1;
        let shown = app.snapshot();
        if tick.is_multiple_of(COUNTED) && keep_counts(&app, &store).await {
            app.renew((*shown).clone());
        }
        let acts = since(&store, seen).await;
        app.reach(acts.is_ok());
        let Ok(acts) = acts else { continue };
        let new_day = calendar.today() != shown.today;
        if new_day {
            for fault in daily(&calendar.desk(&store), &attachments).await {
                tracing::error!("{fault:#}");
            }
            look(calendar.desk(&store), portal.clone());
        }
        let latest = acts.iter().map(|(_, seq)| *seq).max().unwrap_or(seen);
        // An article whose hour has come is told without anybody doing anything.
        let is_due = shown.news.next.is_some_and(|next| next <= calendar.now().0);
        if !new_day && !is_due && acts.iter().all(|(act, _)| is_among(&UNSEEN, act)) {
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

/// Keeps what the door counted; whether there was anything. What cannot be kept comes again with the next.
pub(super) async fn keep_counts(app: &App, store: &Store) -> bool {
    let taken = app.tally().take();
    let any = !taken.is_empty();
    for (day, counts) in taken {
        if let Err(fault) = inform::views::keep(store, day, &counts).await {
            tracing::warn!(%fault, "what was counted at the door waits");
            app.tally().give_back(day, counts);
        }
    }
    any
}

async fn since(store: &Store, seen: i64) -> Result<Vec<(String, i64)>, Error> {
    audit::since(&mut store.read().await?, seen).await
}

fn is_among(begins: &[&str], act: &str) -> bool {
    begins.iter().any(|begin| act.starts_with(begin))
}
