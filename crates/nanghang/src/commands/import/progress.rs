//! Progress on a terminal, for work that takes over a second.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use look::{Lang, say};

/// Work under way. The bar appears after a second, and on a terminal only.
pub(super) struct Progress {
    lang: Lang,
    began: Instant,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Work that begins now.
    pub(super) fn new(lang: Lang) -> Self {
        Self { lang, began: Instant::now(), bar: None }
    }

    /// So much is done of so much.
    pub(super) fn tell(&mut self, done: u64, all: u64) {
        if self.bar.is_none() && self.began.elapsed() > Duration::from_secs(1) {
            let style = ProgressStyle::with_template("{msg} [{wide_bar}] {percent} %");
            let bar = ProgressBar::new(all).with_message(say(self.lang, "import-reading"));
            self.bar = Some(bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar())));
        }
        if let Some(bar) = &self.bar {
            bar.set_length(all);
            bar.set_position(done);
        }
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
