//! A file of cases: each a design and what is estimated, answered as JSON.

use std::path::{Path, PathBuf};

use estimate::{Fault as Refusal, Files, Frame};
use look::Lang;

use super::read;
use crate::output::{self, Fault};

/// Answers every case of a file; one that cannot be answered says why.
pub(super) fn run(cases: &Path, folder: Option<&Path>, lang: Lang) -> Result<(), Fault> {
    let text = String::from_utf8_lossy(&read(cases, lang)?).into_owned();
    let beside = cases.parent().unwrap_or(Path::new("."));
    let folder = Folder(folder.unwrap_or(beside).to_owned());
    let answers = estimate::answers(&text, &folder).map_err(|fault| Fault::Refused(fault.to_string()))?;
    output::print(&(serde_json::to_string(&answers).map_err(anyhow::Error::from)? + "\n"))
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
