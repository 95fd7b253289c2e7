//! The draws themselves, a line for each province, variable and draw, written as they are made up.

use std::io::{self, BufWriter, ErrorKind, StdoutLock, Write};

use places::Set;
use scores::outlook::Draws;

use crate::cli::Format;
use crate::output::Fault;

/// Lines on their way out.
pub(super) struct Lines {
    out: BufWriter<StdoutLock<'static>>,
    json: bool,
    any: bool,
    gone: bool,
}

impl Lines {
    /// Begins; a table is written as CSV.
    pub(super) fn begin(format: Format) -> Result<Self, Fault> {
        let mut lines = Self {
            out: BufWriter::with_capacity(1 << 16, io::stdout().lock()),
            json: format == Format::Json,
            any: false,
            gone: false,
        };
        let head = if lines.json { "[" } else { "target_year,horizon,variable,province_code,draw,score\n" };
        lines.put(head)?;
        Ok(lines)
    }

    /// Every draw of every variable, of one province or of all; scores are absolute.
    pub(super) fn write(&mut self, set: &Set, draws: &Draws, only: Option<usize>) -> Result<(), Fault> {
        let (year, horizon) = (draws.target, draws.horizon);
        for variable in draws.variables() {
            for (position, unit) in set.units.iter().enumerate() {
                if only.is_some_and(|only| only != position) {
                    continue;
                }
                for draw in 0..draws.draws {
                    let score = draws.absolute(draw, position, variable);
                    let code = unit.code;
                    let line = if self.json {
                        let comma = if self.any { "," } else { "" };
                        format!(
                            "{comma}\n{{\"target_year\":{year},\"horizon\":{horizon},\"variable\":\"{variable}\",\
                             \"province_code\":\"{code}\",\"draw\":{draw},\"score\":{score}}}"
                        )
                    } else {
                        format!("{year},{horizon},{variable},{code},{draw},{score}\n")
                    };
                    self.any = true;
                    self.put(&line)?;
                }
                if self.gone {
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    /// Ends.
    pub(super) fn end(mut self) -> Result<(), Fault> {
        if self.json {
            self.put("\n]\n")?;
        }
        match self.out.flush() {
            Err(fault) if fault.kind() != ErrorKind::BrokenPipe => Err(Fault::Failed(fault.into())),
            _ => Ok(()),
        }
    }

    /// A reader that has gone away (`| head`) is no fault.
    fn put(&mut self, text: &str) -> Result<(), Fault> {
        match self.out.write_all(text.as_bytes()) {
            Err(fault) if fault.kind() == ErrorKind::BrokenPipe => self.gone = true,
            Err(fault) => return Err(Fault::Failed(fault.into())),
            Ok(()) => {}
        }
        Ok(())
    }
}
