//! The place: where the options say the database and the attachments are, and opening them.

use std::path::{Path, PathBuf};

use anyhow::Context;
use look::{Lang, say};
use store::{Address, Attachments, Store};
use tokio::runtime::{Builder, Runtime};

use crate::cli::Common;
use crate::output::Fault;

/// Where an installation keeps what it knows.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// The database.
    pub(crate) address: Address,
    /// The data folder.
    pub(crate) data: PathBuf,
}

impl Place {
    /// The place that the options name.
    pub(crate) fn of(common: &Common, lang: Lang) -> Result<Self, Fault> {
        let address = match common.database.as_deref().filter(|written| !written.is_empty()) {
            None => Address::in_folder(&common.data_dir),
            Some(written) => address(written, lang)?,
        };
        Ok(Self { address, data: common.data_dir.clone() })
    }

    /// The place that `--into` names: a folder, or a database on a server with the data folder beside it.
    pub(crate) fn named(written: &str, data: &Path, lang: Lang) -> Result<Self, Fault> {
        match written.parse() {
            Ok(address @ Address::Postgres(_)) => Ok(Self { address, data: data.to_owned() }),
            Ok(_) => Err(Fault::Wrong(say(lang, "cli-into-a-folder"))),
            Err(_) if written.contains("://") => Err(Fault::Wrong(say(lang, "cli-not-an-address"))),
            Err(_) => Ok(Self { address: Address::in_folder(Path::new(written)), data: written.into() }),
        }
    }

    /// Whether there may be a database; asks no server.
    pub(crate) fn may_exist(&self) -> bool {
        match &self.address {
            Address::Sqlite(path) => path.exists(),
            Address::Postgres(_) => true,
        }
    }

    /// The database for reading, creating nothing; none where there is none.
    pub(crate) async fn look(&self) -> Result<Option<Store>, Fault> {
        Ok(Store::look(&self.address).await?)
    }

    /// The database for reading and writing, made and brought up to date where needed.
    pub(crate) async fn open(&self) -> Result<Store, Fault> {
        Ok(Store::open(&self.address).await?)
    }

    /// The attachments.
    pub(crate) fn attachments(&self) -> Result<Attachments, Fault> {
        Ok(Attachments::in_folder(&self.data)?)
    }
}

fn address(written: &str, lang: Lang) -> Result<Address, Fault> {
    written.parse().map_err(|_| Fault::Wrong(say(lang, "cli-not-an-address")))
}

/// What a command waits on: one thread is enough for one command.
pub(crate) fn runtime() -> Result<Runtime, Fault> {
    Ok(Builder::new_current_thread().enable_all().build().context("no runtime")?)
}
