//! What people are called, for pages that tell who did something: records keep accounts, readers know names.

use std::collections::HashMap;

use store::{Ask, Error};

use super::table;

/// Everybody's name by account, those who left included.
#[derive(Debug, Clone, Default)]
pub struct Names(HashMap<String, String>);

impl Names {
    /// All of them.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn load(at: &mut impl Ask) -> Result<Self, Error> {
        Ok(Self(table::names(at).await?.into_iter().collect()))
    }

    /// The name behind an account; the account itself where nobody is known by it, such as the program's own.
    pub fn of<'a>(&'a self, account: &'a str) -> &'a str {
        self.0.get(account).map_or(account, String::as_str)
    }
}
