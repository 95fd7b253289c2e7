//! `nanghang export tasks --plan SLUG OUT.xlsx`, or `OUT.csv`: a plan's annex, which `import tasks` takes back unchanged.

use std::fs;
use std::path::PathBuf;

use look::{Lang, Value, say_with};
use plan::annex::{self, As};

use super::backup::file_fault;
use super::import::no_plan;
use crate::cli::Common;
use crate::operator;
use crate::output::{self, Fault};
use crate::place::{self, Place};

/// What to export.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

/// The kinds of data that may be exported.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum What {
    Tasks(Tasks),
}

/// Options of `export tasks`.
#[derive(Debug, clap::Args)]
pub(crate) struct Tasks {
    #[arg(long, value_name = "SLUG")]
    plan: String,
    #[arg(value_name = "OUT.xlsx")]
    out: PathBuf,
}

/// Exports.
pub(crate) fn run(args: &Args, common: &Common, lang: Lang) -> Result<(), Fault> {
    let What::Tasks(args) = &args.what;
    let place = Place::of(common, lang)?;
    let is_text = args.out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    let kind = if is_text { As::Csv } else { As::Xlsx };
    let written = place::runtime()?.block_on(async {
        let store = place.look().await?.ok_or_else(|| no_plan(&args.plan, lang))?;
        let desk = operator::desk(&store, common, lang).await?;
        let written = annex::export(&desk, &args.plan, kind).await;
        store.close().await;
        Ok::<_, Fault>(written)
    })?;
    let bytes = match written {
        Ok(bytes) => bytes,
        Err(plan::plan::Refusal::NoPlan) => return Err(no_plan(&args.plan, lang)),
        Err(plan::plan::Refusal::Store(error)) => return Err(error.into()),
        Err(other) => return Err(Fault::Refused(other.to_string())),
    };
    fs::write(&args.out, bytes).map_err(|source| file_fault(&args.out, source))?;
    let values = [("plan", Value::from(args.plan.as_str())), ("file", args.out.display().to_string().into())];
    output::complain(&say_with(lang, "annex-exported", &values));
    Ok(())
}
