//! Answers by electronic mail: what waits in the box of letters is sent beside everything else, so that no desk ever waits
//! for a mail server. Off unless the environment names one.

mod text;

use std::time::Duration;

use accounts::{Desk, Directory};
use anyhow::{Context, anyhow};
use lettre::message::Mailbox;
use lettre::transport::smtp::extension::ClientId;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use listen::Seal;
use listen::question::letter::{self, Letter, Unsent};
use look::{Lang, say, say_with};
use store::Store;

use crate::demonstration::Calendar;
use crate::output::Fault;

/// How often the box is looked into.
const EVERY: Duration = Duration::from_secs(10);
/// How long a mail server may take for one letter.
const PATIENCE: Duration = Duration::from_secs(30);

/// The mail server, and in whose name letters go.
#[derive(Debug, Clone)]
pub(super) struct Mail {
    server: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    /// The address of the site that readers use.
    origin: Option<String>,
}

/// What the environment says: both or neither. The password stands in no list of processes, since it has no option.
pub(super) fn told(origin: Option<&str>, lang: Lang) -> Result<Option<Mail>, Fault> {
    let told = |name: &str| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
    match (told("NANGHANG_SMTP"), told("NANGHANG_MAIL_FROM")) {
        (None, None) => Ok(None),
        (Some(server), Some(from)) => Mail::new(&server, &from, origin).map(Some).map_err(|why| {
            Fault::Wrong(say_with(lang, "work-mail-unfit", &[("reason", format!("{why:#}").into())]))
        }),
        _ => Err(Fault::Wrong(say(lang, "work-mail-part"))),
    }
}

impl Mail {
    fn new(server: &str, from: &str, origin: Option<&str>) -> anyhow::Result<Self> {
        let from: Mailbox = from.trim().parse().context("NANGHANG_MAIL_FROM")?;
        // The address of the server may hold a password, which no message repeats, and no line carries in clear.
        let must_encrypt = server.trim().starts_with("smtps://") || server.contains("tls=required");
        if server.contains('@') && !must_encrypt {
            return Err(anyhow!("NANGHANG_SMTP: smtps://, ?tls=required"));
        }
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(server.trim())
            .map_err(|_| anyhow!("NANGHANG_SMTP"))?
            .hello_name(ClientId::Domain(from.email.domain().to_owned()))
            .timeout(Some(PATIENCE))
            .build();
        Ok(Self { server, from, origin: origin.map(|origin| origin.trim_end_matches('/').to_owned()) })
    }

    /// Sends what is to be sent now.
    async fn send(&self, desk: &Desk, seal: &Seal) -> anyhow::Result<()> {
        let letters = letter::due(desk, seal).await?;
        if letters.is_empty() {
            return Ok(());
        }
        let directory = Directory::load(&mut desk.read().await?).await?;
        for it in letters {
            if letter::take(desk, &it).await? {
                self.send_one(desk, &directory, &it).await?;
            }
        }
        Ok(())
    }

    async fn send_one(&self, desk: &Desk, directory: &Directory, it: &Letter) -> anyhow::Result<()> {
        let Ok(message) = text::message(self, directory, it, desk.now) else {
            return Ok(letter::failed(desk, it, Unsent::Refused).await?);
        };
        match self.server.send(message).await {
            Ok(_) => letter::sent(desk, it).await?,
            Err(why) if why.is_permanent() => letter::failed(desk, it, Unsent::Refused).await?,
            Err(_) if it.is_last_try() => letter::failed(desk, it, Unsent::Unreached).await?,
            // What the server says may name the address: the log gets its number alone.
            Err(why) => {
                let status = why.status().map(|code| code.to_string());
                tracing::warn!(status, tries = it.tries + 1, "an answer by mail waits for its next try");
            }
        }
        Ok(())
    }
}

/// Sends what waits, for as long as the server runs. Without a mail server the box is emptied: nothing that an agency
/// answered by itself goes out once more when one is set up later.
pub(super) async fn run(mail: Option<Mail>, store: Store, calendar: Calendar, seal: Seal) {
    let mut ticks = tokio::time::interval(EVERY);
    loop {
        ticks.tick().await;
        let desk = calendar.desk(&store);
        let done = match &mail {
            Some(mail) => mail.send(&desk, &seal).await,
            None => letter::put_away(&desk, None).await.map_err(anyhow::Error::from),
        };
        if let Err(fault) = done {
            tracing::error!("answers by mail: {fault:#}");
        }
    }
}

#[cfg(test)]
mod tests;
