//! `nanghang outlook renewal`: when surveyed places were drawn anew, as somebody knows it.

use look::{Lang, say, say_with};
use scores::Editions;
use scores::editions::ALL_YEARS;
use scores::outlook::periods::{Change, Refusal, edit};

use crate::cli::Common;
use crate::operator;
use crate::output::{self, Fault};
use crate::place::{self, Place};

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(long, value_name = "YEAR")]
    first_year: i16,
    #[arg(long)]
    none: bool,
    #[arg(long)]
    source: String,
    #[arg(long)]
    reason: String,
}

/// Keeps the change in the database, as the operator.
pub(super) fn run(args: &Args, common: &Common, lang: Lang) -> Result<(), Fault> {
    let place = Place::of(common, lang)?;
    let change = Change {
        first_year: args.first_year,
        stands: !args.none,
        source: args.source.clone(),
        reason: args.reason.clone(),
    };
    let years = place::runtime()?.block_on(keep(&place, &change, common, lang))?;
    output::print(&(say_with(lang, "cli-renewal-kept", &[("years", years.join(", ").into())]) + "\n"))
}

async fn keep(place: &Place, change: &Change, common: &Common, lang: Lang) -> Result<Vec<String>, Fault> {
    let store = place.open().await?;
    let desk = operator::desk(&store, common, lang).await?;
    edit(&desk, change, None).await.map_err(|refusal| match refusal {
        Refusal::Store(fault) => Fault::Store(fault),
        Refusal::Year => Fault::Wrong(say(lang, "cli-renewal-year")),
        Refusal::Unsaid => Fault::Wrong(say(lang, "cli-renewal-unsaid")),
        refusal @ (Refusal::Stale | Refusal::Forbidden(_)) => Fault::Refused(refusal.to_string()),
    })?;
    let editions = Editions::load(&store, ALL_YEARS).await?;
    Ok(editions.periods().iter().map(|period| period.first_year.to_string()).collect())
}
