//! Web links ("Liên kết web"): other sites that every public page shows below, in an order that the desk gives.
//!
//! A link is a name and an address, nothing that a reader's browser would fetch by itself.

mod add;
mod did;
mod drop;
mod moved;
mod refusal;
mod table;

use accounts::{Desk, Reach, Relation, Right, Role};
use places::name::tidy;
use reqwest::Url;
use store::Store;

pub use add::{ADD, CHANGE, LINKS_MAX, add, change};
pub use drop::{DROP, drop_link};
pub use moved::{MOVE, put_at};
pub use refusal::Refusal;

/// The longest name, in characters: it stands in a line with others.
const NAME_MAX: usize = 120;
/// The longest address.
const ADDRESS_MAX: usize = 500;

/// Who may see the list at the desk, with its forms.
pub const READ: Right = Right {
    act: "link.read",
    held_by: &[
        (Role::StandingBody, Reach::Any),
        (Role::Leader, Reach::Any),
        (Role::Communicator, Reach::Any),
        (Role::Auditor, Reach::Any),
    ],
};

/// A link as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its number.
    pub id: i64,
    /// Its name in Vietnamese.
    pub name: String,
    /// Its name in English; none where nobody wrote it.
    pub name_en: Option<String>,
    /// Where it leads, `https` alone.
    pub address: String,
}

/// A link as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its name in Vietnamese.
    pub name: String,
    /// Its name in English; may be empty.
    pub name_en: String,
    /// Where it leads.
    pub address: String,
}

impl Draft {
    /// The link that this makes.
    fn checked(&self) -> Result<Link, Refusal> {
        let (name, name_en) = (line(&self.name), line(&self.name_en));
        let fits = |name: &str| name.chars().count() <= NAME_MAX;
        if name.is_empty() || !fits(&name) || !fits(&name_en) {
            return Err(Refusal::NoName);
        }
        let address = address(&self.address).ok_or(Refusal::NoAddress)?;
        Ok(Link { id: 0, name, name_en: Some(name_en).filter(|name| !name.is_empty()), address })
    }
}

impl Link {
    /// Whether two would be taken for one: the same address, or the same name for two.
    fn is_like(&self, other: &Self) -> bool {
        let is_same = |a: &str, b: &str| places::name::fold(a) == places::name::fold(b);
        let is_same_en = self.name_en.as_deref().zip(other.name_en.as_deref());
        self.address == other.address
            || is_same(&self.name, &other.name)
            || is_same_en.is_some_and(|(a, b)| is_same(a, b))
    }
}

/// An address that a page may lead to: of a host with a name, by `https`, without name and password in it.
fn address(written: &str) -> Option<String> {
    let written = written.trim();
    // What a parser drops without a word, a browser might read otherwise.
    let is_plain =
        written.len() <= ADDRESS_MAX && !written.contains(|c: char| c.is_whitespace() || c.is_control());
    let url = Url::parse(written).ok().filter(|_| is_plain)?;
    let is_named = url.domain().is_some_and(is_name);
    let is_open = url.scheme() == "https" && url.username().is_empty() && url.password().is_none();
    let address = url.to_string();
    (is_named && is_open && address.len() <= ADDRESS_MAX).then_some(address)
}

/// Two words of letters, digits and hyphens at least, with dots between.
fn is_name(host: &str) -> bool {
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    host.contains('.') && host.split('.').all(is_word)
}

fn line(written: &str) -> String {
    tidy(written).replace('\n', " ")
}

/// The links as every public page shows them, in order.
///
/// # Errors
/// When the database cannot be read.
pub async fn shown(store: &Store) -> Result<Vec<Link>, store::Error> {
    table::all(&mut store.read().await?).await
}

/// The same for a desk.
///
/// # Errors
/// [`Refusal::Forbidden`] for who may not read them.
pub async fn links(desk: &Desk) -> Result<Vec<Link>, Refusal> {
    desk.may(&READ, Relation::Other)?;
    Ok(table::all(&mut desk.read().await?).await?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_address_is_one_of_a_named_host_by_https() {
        assert_eq!(address(" HTTPS://ChinhPhu.vn ").as_deref(), Some("https://chinhphu.vn/"));
        assert_eq!(address("https://x.gov.vn/a?b=1#c").as_deref(), Some("https://x.gov.vn/a?b=1#c"));
        for wrong in [
            "",
            "chinhphu.vn",
            "http://chinhphu.vn",
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "//chinhphu.vn",
            "/tin-tuc",
            "https://a:b@chinhphu.vn",
            "https://a@chinhphu.vn",
            "https://chinhphu.vn https://x.vn",
            "https://chinh\nphu.vn",
            "https://localhost/",
            "https://.\"",
            "https://x..vn/",
            "https://10.0.0.1/",
            "https://[::1]/",
            "https://",
            "mailto:a@b.vn",
        ] {
            assert_eq!(address(wrong), None, "{wrong}");
        }
        assert_eq!(address(&format!("https://x.vn/{}", "a".repeat(ADDRESS_MAX))), None);
    }

    #[test]
    fn two_of_one_name_or_one_address_are_alike() {
        let link = |name: &str, name_en: &str, address: &str| {
            Draft { name: name.into(), name_en: name_en.into(), address: address.into() }.checked().unwrap()
        };
        let one = link("Chính phủ", "Government", "https://chinhphu.vn");
        assert_eq!(one.name_en.as_deref(), Some("Government"));
        assert!(one.is_like(&link("CHINH PHU", "", "https://x.vn")));
        assert!(one.is_like(&link("Khác", "", "https://chinhphu.vn/")));
        assert!(one.is_like(&link("Khác", "government", "https://x.vn")));
        assert!(!link("A", "", "https://a.vn").is_like(&link("B", "", "https://b.vn")));
    }

    proptest! {
        #[test]
        fn whatever_is_written_leads_by_https_or_nowhere(written in any::<String>()) {
            if let Some(address) = address(&format!("https://{written}")) {
                prop_assert!(address.starts_with("https://") && !address.contains(['"', '<', '>', ' ']));
                prop_assert_eq!(super::address(&address), Some(address.clone()), "it stays as it is");
            }
            prop_assert!(address(&written).is_none_or(|address| address.starts_with("https://")));
        }
    }
}
