//! Putting a section on the list, and changing what is said of it.

use accounts::{Desk, Directory, Reach, Relation, Right, Role};
use places::name::tidy;
use plan::evidence::is_address;
use reqwest::Url;

use super::did::Did;
use super::{Refusal, Section, Seen, table};

/// Who may keep the list.
pub const KEEP: Right = Right {
    act: "portal.kept",
    held_by: &[(Role::StandingBody, Reach::Any), (Role::Communicator, Reach::Any)],
};

/// The most sections: each is asked for each morning.
pub const SECTIONS_MAX: usize = 50;
/// The longest name or ground.
const SAID_MAX: usize = 300;
/// The longest address.
const ADDRESS_MAX: usize = 500;

/// A section as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub address: String,
    /// The code of the agency that must keep it fresh.
    pub agency: String,
    /// The law or the ground, as written.
    pub ground: String,
    /// Its text must change within so many days.
    pub days: i64,
}

/// Puts a section on the list, or changes the one of this number; at another address nothing has been seen yet.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn keep(desk: &Desk, id: Option<i64>, draft: &Draft) -> Result<Section, Refusal> {
    desk.may(&KEEP, Relation::Other)?;
    let mut now = draft.checked(desk).await?;
    let mut tx = desk.begin().await?;
    let all = table::all(&mut tx).await?;
    let before = id.map(|id| all.iter().find(|one| one.id == id).ok_or(Refusal::Missing)).transpose()?;
    if all.iter().any(|one| Some(one.id) != id && one.address == now.address) {
        return Err(Refusal::Twice);
    }
    match before {
        Some(before) => {
            now.id = before.id;
            if before.address == now.address {
                now.seen = before.seen.clone();
            }
            table::replace(&mut tx, &now).await?;
        }
        None if all.len() >= SECTIONS_MAX => return Err(Refusal::TooMany),
        None => now.id = table::insert(&mut tx, &now).await?,
    }
    tx.commit(Did::Kept { before, now: &now }).await?;
    Ok(now)
}

impl Draft {
    async fn checked(&self, desk: &Desk) -> Result<Section, Refusal> {
        let name = line(&self.name).ok_or(Refusal::NoName)?;
        let address = address(&self.address).ok_or(Refusal::NoAddress)?;
        let ground = line(&self.ground).ok_or(Refusal::NoGround)?;
        if !(1..=366).contains(&self.days) {
            return Err(Refusal::Days);
        }
        let directory = Directory::load(&mut desk.read().await?).await?;
        if !directory.agency(&self.agency).is_some_and(|agency| agency.in_force(desk.today)) {
            return Err(Refusal::NoAgency);
        }
        let (agency, days) = (self.agency.clone(), self.days);
        Ok(Section { id: 0, name, address, agency, ground, days, seen: Seen::default() })
    }
}

/// An address as it is asked for: without what stands behind `#`, which no server is told.
fn address(written: &str) -> Option<String> {
    let written = written.trim();
    if written.len() > ADDRESS_MAX || !is_address(written) {
        return None;
    }
    let mut url = Url::parse(written).ok()?;
    url.set_fragment(None);
    let is_plain = url.host_str().is_some() && url.username().is_empty() && url.password().is_none();
    is_plain.then(|| url.to_string())
}

fn line(written: &str) -> Option<String> {
    let tidied = tidy(written).replace('\n', " ");
    (1..=SAID_MAX).contains(&tidied.chars().count()).then_some(tidied)
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn an_address_is_one_on_the_web_and_the_same_is_written_the_same() {
        assert_eq!(address(" HTTPS://BacLieu.gov.vn/a#b ").as_deref(), Some("https://baclieu.gov.vn/a"));
        for wrong in
            ["", "ftp://x.vn", "file:///etc/passwd", "https://a:b@x.vn", "https://x.vn\nhttps://y.vn", "//x"]
        {
            assert_eq!(address(wrong), None, "{wrong}");
        }
    }
}
