//! `nanghang man`: the man page, every command in it.

use clap::Command;
use clap_mangen::Man;
use look::Lang;

use crate::cli::help;
use crate::output::{self, Fault};

/// Writes the page.
pub(crate) fn run(lang: Lang) -> Result<(), Fault> {
    let mut page = Vec::new();
    let mut command = help::command(lang);
    command.build();
    render(&command, &mut page).map_err(anyhow::Error::from)?;
    output::print(&String::from_utf8_lossy(&page))
}

/// The program's own page, and its commands' sections after it.
fn render(command: &Command, page: &mut Vec<u8>) -> std::io::Result<()> {
    Man::new(command.clone()).render(page)?;
    for sub in command.get_subcommands() {
        let man = Man::new(sub.clone());
        man.render_name_section(page)?;
        man.render_synopsis_section(page)?;
        man.render_options_section(page)?;
        man.render_extra_section(page)?;
    }
    Ok(())
}
