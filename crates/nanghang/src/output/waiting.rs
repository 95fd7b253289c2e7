//! A sign of life on a terminal, for work that cannot say how much of it is done.

use std::io::IsTerminal;
use std::sync::mpsc;
use std::thread::JoinHandle;
use std::time::Duration;

use indicatif::ProgressBar;

/// Work under way. The sign appears after a second, on a terminal only, and goes with this.
pub(crate) struct Waiting(Option<(mpsc::Sender<()>, JoinHandle<()>)>);

impl Waiting {
    /// Work that begins now, and what to call it.
    pub(crate) fn begin(words: String) -> Self {
        if !std::io::stderr().is_terminal() {
            return Self(None);
        }
        let (ended, end) = mpsc::channel();
        let sign = std::thread::spawn(move || {
            if end.recv_timeout(Duration::from_secs(1)) == Err(mpsc::RecvTimeoutError::Timeout) {
                let bar = ProgressBar::new_spinner().with_message(words);
                bar.enable_steady_tick(Duration::from_millis(120));
                let _ = end.recv();
                bar.finish_and_clear();
            }
        });
        Self(Some((ended, sign)))
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        if let Some((ended, sign)) = self.0.take() {
            drop(ended);
            let _ = sign.join();
        }
    }
}
