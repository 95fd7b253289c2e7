//! Following the database: what others change there, and the day, are shown within a second.

use std::time::Duration;

use accounts::audit;
use plan::morning::morning;
use store::Store;
use web::App;

use super::snapshot;
use crate::demonstration::Calendar;

const EVERY: Duration = Duration::from_secs(1);

/// Puts a new picture in place whenever the audit trail has grown or a day has begun. Never ends.
pub(super) async fn follow(app: App, store: Store, calendar: Calendar) {
    let mut ticks = tokio::time::interval(EVERY);
    loop {
        ticks.tick().await;
        let shown = app.snapshot();
        let revision = audit::latest(&store).await;
        app.reach(revision.is_ok());
        let stale = match revision {
            Ok(revision) => revision != shown.revision || calendar.today() != shown.today,
            Err(_) => false,
        };
        if !stale {
            continue;
        }
        if calendar.today() != shown.today {
            if let Err(refusal) = morning(&calendar.desk(&store)).await {
                tracing::error!(%refusal, "the day did not begin as it should");
            }
            if let Err(refusal) = inform::disclosure::arise(&calendar.desk(&store)).await {
                tracing::error!(%refusal, "the quarters did not end as they should");
            }
        }
        match snapshot(&store, calendar).await {
            Ok(newer) => app.renew(newer),
            Err(fault) => tracing::error!(?fault, "the results could not be read again"),
        }
    }
}
