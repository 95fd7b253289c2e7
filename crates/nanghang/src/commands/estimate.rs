//! `nanghang estimate`: what a survey sample says, with its errors.

use std::path::{Path, PathBuf};

use estimate::{Fault as Refusal, Files, Frame};
use look::{Lang, Value, say_with};

use crate::output::{self, Fault};

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(long, value_name = "FILE")]
    cases: PathBuf,
    #[arg(id = "cases_folder", long = "data-dir-for-cases", value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// Answers every case of a file; one that cannot be answered says why.
pub(crate) fn run(args: &Args, lang: Lang) -> Result<(), Fault> {
    let text = std::fs::read_to_string(&args.cases).map_err(|fault| unread(&args.cases, &fault, lang))?;
    let beside = args.cases.parent().unwrap_or(Path::new("."));
    let folder = Folder(args.folder.clone().unwrap_or_else(|| beside.to_owned()));
    let answers = estimate::answers(&text, &folder).map_err(|fault| Fault::Refused(fault.to_string()))?;
    output::print(&(serde_json::to_string(&answers).map_err(anyhow::Error::from)? + "\n"))
}

fn unread(path: &Path, fault: &std::io::Error, lang: Lang) -> Fault {
    let values = [("path", Value::from(path.display().to_string())), ("reason", fault.to_string().into())];
    Fault::Refused(say_with(lang, "work-file", &values))
}

/// The folder that the cases' files lie in.
struct Folder(PathBuf);

impl Folder {
    fn bytes(&self, name: &str) -> Result<Vec<u8>, Refusal> {
        std::fs::read(self.0.join(name)).map_err(|_| Refusal::NoSuchFile { name: name.to_owned() })
    }
}

impl Files for Folder {
    fn survey(&self, name: &str) -> Result<Frame, Refusal> {
        Frame::from_csv(&self.bytes(name)?, |_| true)
    }

    fn replicates(&self, name: &str) -> Result<Frame, Refusal> {
        self.survey(name)
    }

    fn joint(&self, name: &str) -> Result<Frame, Refusal> {
        Frame::from_bare_csv(&self.bytes(name)?)
    }
}
