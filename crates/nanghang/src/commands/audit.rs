//! `nanghang audit`: whether the trail of what was done is whole, and what it says.

use accounts::audit::{self, Entry, Unsearched, Unsound, Wanted};
use jiff::civil::Date;
use look::{Lang, Value, say_with};
use places::name::fold;
use store::Store;
use web::api::sheet::{Sheet, cell};

use crate::cli::{Common, Format};
use crate::operator;
use crate::output::{self, Fault, grid};
use crate::place::{self, Place};

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

/// What is asked of the trail.
#[derive(Debug, clap::Subcommand)]
enum What {
    Verify,
    List(List),
}

/// Options of `audit list`.
#[derive(Debug, clap::Args)]
pub(crate) struct List {
    #[arg(long, value_name = "DATE")]
    since: Option<Date>,
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
}

/// Verifies or lists. Nothing is created and nothing changed.
pub(crate) fn run(args: &Args, common: &Common, lang: Lang) -> Result<(), Fault> {
    let place = Place::of(common, lang)?;
    place::runtime()?.block_on(async {
        let Some(store) = place.look().await? else {
            let address = Value::from(place.address.to_string());
            return Err(Fault::Refused(say_with(lang, "work-no-database", &[("address", address)])));
        };
        let answered = match &args.what {
            What::Verify => verify(&store, lang).await,
            What::List(args) => list(&store, args, common, lang).await,
        };
        store.close().await;
        answered
    })
}

async fn verify(store: &Store, lang: Lang) -> Result<(), Fault> {
    match audit::verify(store).await {
        Ok(count) => output::print(&(say_with(lang, "cli-audit-whole", &[("n", count.into())]) + "\n")),
        Err(Unsound::Broken { seq }) => {
            let seq = ("seq", seq.to_string().into());
            Err(Fault::Refused(say_with(lang, "cli-audit-broken", &[seq])))
        }
        Err(Unsound::Store(fault)) => Err(fault.into()),
    }
}

async fn list(store: &Store, args: &List, common: &Common, lang: Lang) -> Result<(), Fault> {
    let desk = operator::desk(store, common, lang).await?;
    let wanted = Wanted { from: args.since, who: args.by.as_deref().map(fold), ..Wanted::default() };
    let mut entries = Vec::new();
    loop {
        let before = entries.last().map(|entry: &Entry| entry.seq);
        let page = audit::search(&desk, &Wanted { before, ..wanted.clone() }, 1000).await;
        let page = page.map_err(|fault| match fault {
            Unsearched::Store(fault) => Fault::from(fault),
            other @ Unsearched::Forbidden(_) => Fault::from(anyhow::Error::from(other)),
        })?;
        if page.is_empty() {
            break;
        }
        entries.extend(page);
    }
    entries.reverse();
    answer(common.format, &entries, lang)
}

fn answer(format: Format, entries: &[Entry], lang: Lang) -> Result<(), Fault> {
    output::answer(format, &entries, || sheet(entries), || table(entries, lang))
}

fn sheet(entries: &[Entry]) -> Sheet {
    let header =
        ["seq", "at", "who", "post", "agency", "client", "act", "subject", "before", "after", "hash"];
    let row = |entry: &Entry| {
        [
            entry.seq.to_string(),
            entry.at.to_string(),
            entry.who.clone(),
            entry.post.clone(),
            cell(entry.agency.as_ref()),
            cell(entry.client.as_ref()),
            entry.act.clone(),
            entry.subject.clone(),
            cell(entry.before.as_ref()),
            cell(entry.after.as_ref()),
            entry.hash.clone(),
        ]
    };
    Sheet::new(header, entries.iter().map(row))
}

fn table(entries: &[Entry], lang: Lang) -> String {
    let headings =
        [">cli-col-seq", "cli-col-at-utc", "cli-col-who", "cli-col-post", "cli-col-act", "cli-col-subject"];
    let row = |entry: &Entry| {
        let at = entry.at.to_string();
        vec![
            entry.seq.to_string(),
            at,
            entry.who.clone(),
            entry.post.clone(),
            entry.act.clone(),
            entry.subject.clone(),
        ]
    };
    grid::grid(lang, &headings, entries.iter().map(row).collect())
}
