//! `nanghang import tasks FILE --plan SLUG`: a plan's annex into its draft, all of it or nothing.

mod report;
mod words;

use std::path::{Path, PathBuf};

use look::{Lang, Value, say_with};
use plan::annex::{self, Imported, Refusal, Settled, Unread, Wishes};
use sheet::File;

use super::progress::Progress;
use super::{file_name, read};
use crate::cli::Common;
use crate::operator;
use crate::output::{self, Fault};
use crate::place::{self, Place};
use report::Report;

/// Options of `import tasks`.
#[derive(Debug, clap::Args)]
pub(crate) struct Tasks {
    #[arg(value_name = "FILE")]
    tasks_file: PathBuf,
    #[arg(long, value_name = "SLUG")]
    plan: String,
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    #[arg(long, value_name = "MAP.csv")]
    map: Option<PathBuf>,
    #[arg(long, value_name = "SLUG")]
    document: Option<String>,
    #[arg(long)]
    dry_run: bool,
}

/// Imports, or says what an import would change.
pub(crate) fn run(args: &Tasks, common: &Common, lang: Lang) -> Result<(), Fault> {
    let settled = args.map.as_deref().map(|path| settled(path, lang)).transpose()?.unwrap_or_default();
    let (sheet, document) = (args.sheet.clone(), args.document.clone());
    let wishes = Wishes { sheet, dry_run: args.dry_run, settled, document, seen: None };
    let bytes = read(&args.tasks_file)?;
    let name = file_name(&args.tasks_file);
    let mut progress = Progress::new(lang);
    let outcome = bring(args, File { name: &name, bytes: &bytes }, &wishes, common, lang, &mut progress);
    progress.finish();
    let report = match outcome? {
        Ok(imported) => Report::accepted(imported, &args.plan, args.dry_run),
        Err(Refusal::Unread(Unread::Wrong { problems, warnings })) => {
            Report::refused(problems, warnings, &args.plan, args.dry_run)
        }
        Err(other) => return Err(fault(other, &args.plan, lang)),
    };
    output::answer(common.format, &report, || report.sheet(), || report.lines(lang))?;
    let sentence = report.sentence(&name, lang);
    if report.accepted {
        output::complain(&sentence);
        Ok(())
    } else {
        Err(Fault::Refused(sentence))
    }
}

fn bring(
    args: &Tasks,
    file: File<'_>,
    wishes: &Wishes,
    common: &Common,
    lang: Lang,
    progress: &mut Progress,
) -> Result<Result<Imported, Refusal>, Fault> {
    let place = Place::of(common, lang)?;
    if !place.may_exist() {
        return Err(no_plan(&args.plan, lang));
    }
    place::runtime()?.block_on(async {
        let store = place.open().await?;
        let desk = operator::desk(&store, common, lang).await?;
        let brought =
            annex::import(&desk, &args.plan, file, wishes, &mut |done, all| progress.tell(done, all)).await;
        store.close().await;
        Ok(brought)
    })
}

/// What refuses the whole, in a sentence.
fn fault(refusal: Refusal, plan: &str, lang: Lang) -> Fault {
    let say = |key: &str, name: &str, value: String| say_with(lang, key, &[(name, Value::from(value))]);
    match refusal {
        Refusal::Unread(Unread::NoSuchSheet { wanted, sheets }) => {
            let values = [("wanted", Value::from(wanted)), ("sheets", sheets.join(", ").into())];
            Fault::Wrong(say_with(lang, "import-no-such-sheet", &values))
        }
        Refusal::UnknownCode(code) => Fault::Wrong(say("annex-unknown-code", "code", code)),
        Refusal::Cancelled(code) => Fault::Refused(say("annex-cancelled", "code", code)),
        Refusal::Plan(plan::plan::Refusal::NoDocument(slug)) => {
            Fault::Wrong(say("task-no-document", "value", slug))
        }
        Refusal::Plan(plan::plan::Refusal::NoPlan) => no_plan(plan, lang),
        Refusal::Plan(plan::plan::Refusal::NoReason) => {
            Fault::Refused(say("annex-published", "plan", plan.to_owned()))
        }
        Refusal::Plan(plan::plan::Refusal::NotNow(_)) => {
            Fault::Refused(say("annex-closed", "plan", plan.to_owned()))
        }
        Refusal::Plan(plan::plan::Refusal::Store(error)) => error.into(),
        Refusal::Plan(other) => Fault::Refused(other.to_string()),
        other => Fault::Refused(other.to_string()),
    }
}

/// There is no such plan.
pub(crate) fn no_plan(plan: &str, lang: Lang) -> Fault {
    Fault::Wrong(say_with(lang, "annex-no-plan", &[("plan", Value::from(plan))]))
}

/// A table of `written,agency_code`.
fn settled(path: &Path, lang: Lang) -> Result<Settled, Fault> {
    let bytes = read(path)?;
    let name = file_name(path);
    let bad = || Fault::Wrong(say_with(lang, "annex-bad-map", &[("file", Value::from(name.clone()))]));
    let sheets = sheet::read(File { name: &name, bytes: &bytes }, &mut |_, _| ()).map_err(|_| bad())?;
    let rows = sheets.first().ok_or_else(bad)?.rows().skip(1);
    let pair = |cells: &sheet::Cells| {
        let text = |column| Some(sheet::in_row(cells, column)?.words()?.trim().to_owned());
        text(0).zip(text(1)).ok_or_else(bad)
    };
    Ok(Settled::new(rows.map(|(_, cells)| pair(cells)).collect::<Result<Vec<_>, _>>()?))
}
