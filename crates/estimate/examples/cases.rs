//! Answers a file of cases: `cargo run -p estimate --example cases -- cases.json data > answers.json`.

#![allow(clippy::print_stdout, reason = "an example talks to whoever runs it")]

use std::path::PathBuf;

use estimate::{Fault, Files, Frame, answers};

struct Folder(PathBuf);

impl Folder {
    fn bytes(&self, name: &str) -> Result<Vec<u8>, Fault> {
        std::fs::read(self.0.join(name)).map_err(|_| Fault::NoSuchFile { name: name.to_owned() })
    }
}

impl Files for Folder {
    fn survey(&self, name: &str) -> Result<Frame, Fault> {
        Frame::from_csv(&self.bytes(name)?, |_| true)
    }

    fn replicates(&self, name: &str) -> Result<Frame, Fault> {
        Frame::from_csv(&self.bytes(name)?, |_| true)
    }

    fn joint(&self, name: &str) -> Result<Frame, Fault> {
        Frame::from_bare_csv(&self.bytes(name)?)
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let cases = arguments.next().ok_or("a file of cases")?;
    let folder = arguments.next().ok_or("a folder of data")?;
    let answers = answers(&std::fs::read_to_string(cases)?, &Folder(folder.into()))?;
    println!("{}", serde_json::to_string(&answers)?);
    Ok(())
}
