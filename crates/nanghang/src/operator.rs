//! The operator: whoever runs the command line, with the database in their hands.

use accounts::{Chance, Desk};
use look::Lang;
use store::Store;

use crate::cli::Common;
use crate::demonstration;
use crate::output::Fault;

/// The operator's desk today; on a database that holds the sample, on the day that it shows.
pub(crate) async fn desk(store: &Store, common: &Common, lang: Lang) -> Result<Desk, Fault> {
    let calendar = demonstration::open(store, false, common.today, lang).await?;
    let (now, today) = calendar.now();
    Ok(Desk::operator(store, &name(), today, now))
}

/// Who runs the command line, as the system knows them.
pub(crate) fn name() -> String {
    let name =
        ["USER", "LOGNAME"].iter().find_map(|name| std::env::var(name).ok().filter(|name| !name.is_empty()));
    name.unwrap_or_else(|| "operator".to_owned())
}

/// Secrets come from the system; this is the one place that asks it.
#[expect(clippy::disallowed_methods, reason = "the one place that takes randomness")]
pub(crate) fn chance() -> Chance {
    Chance::new(|bytes| getrandom::fill(bytes).expect("the system gives random bytes"))
}
