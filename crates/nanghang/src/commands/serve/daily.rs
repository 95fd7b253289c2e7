//! What each day brings by itself, at its beginning or when the server starts.

use accounts::Desk;
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
    ];
    done.into_iter().filter_map(Result::err).collect()
}

fn told(why: impl std::error::Error + Send + Sync + 'static, what: &'static str) -> anyhow::Error {
    anyhow::Error::new(why).context(what)
}
