//! What each day brings by itself, at its beginning or when the server starts.

use accounts::Desk;
use inform::portal::{self, Rules};
use plan::morning::morning;
use store::Attachments;

/// Does it all, whatever of it fails; what failed, in words for the log.
pub(super) async fn daily(desk: &Desk, attachments: &Attachments) -> Vec<anyhow::Error> {
    let done = [
        morning(desk).await.map(drop).map_err(|why| told(why, "the day did not begin as it should")),
        inform::disclosure::arise(desk).await.map(drop).map_err(|why| told(why, "the quarters did not end")),
        listen::question::purge(desk, attachments)
            .await
            .map(drop)
            .map_err(|why| told(why, "addresses and pictures of askers did not go")),
        fieldwork::survey::sweep(desk)
            .await
            .map(drop)
            .map_err(|why| told(why, "old drafts of surveys were not put away")),
        listen::import::sweep(desk)
            .await
            .map(drop)
            .map_err(|why| told(why, "old drafts of other systems' files were not put away")),
        listen::pulse::sweep(desk)
            .await
            .map(drop)
            .map_err(|why| told(why, "references drawn for pulse polls were not put away")),
    ];
    done.into_iter().filter_map(Result::err).collect()
}

/// Looks at the sections of the portal beside everything else, where the operator wants it: pages of others may take minutes.
pub(super) fn look(desk: Desk, rules: Option<Rules>) {
    let Some(rules) = rules else { return };
    tokio::spawn(async move {
        if let Err(why) = portal::check(&desk, &rules).await {
            tracing::error!("{:#}", told(why, "the sections of the portal were not looked at"));
        }
    });
}

fn told(why: impl std::error::Error + Send + Sync + 'static, what: &'static str) -> anyhow::Error {
    anyhow::Error::new(why).context(what)
}
