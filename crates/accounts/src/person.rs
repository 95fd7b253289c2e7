//! A person: a name and an account. What they may do comes from the posts that they hold.
//!
//! The program neither asks for nor keeps a birth date, an identity number, an e-mail address or a telephone number.

mod add;
mod bulk;
mod did;
mod disable;
mod names;
mod refusal;
mod rename;
mod show;
pub(crate) mod table;
mod tie;

use jiff::Timestamp;
use places::name::fold;

use crate::post::slug;

pub use add::{ADD, New, add};
pub use bulk::{IMPORT, Unread, of_form, take_in};
pub use disable::{DISABLE, ENABLE, disable, enable};
pub use names::Names;
pub use refusal::Refusal;
pub use rename::{RENAME, rename};
pub use show::{Filter, Listed, READ, Seat, candidates, list, show};
pub use tie::{TIE, tie};

/// A person as they are kept, without their secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their lasting number.
    pub id: i64,
    /// The name to sign in with.
    pub account: String,
    /// Their own name.
    pub name: String,
    /// When they were added.
    pub made_at: Timestamp,
    /// Since when they may not sign in.
    pub disabled_at: Option<Timestamp>,
    /// Whether they have chosen a password.
    pub has_password: bool,
    /// Their lasting name at the province's own identity service, where they may come in by it.
    pub subject: Option<String>,
}

/// The longest name of a person, in characters.
const LONGEST_NAME: usize = 100;
/// The longest account, in characters.
const LONGEST_ACCOUNT: usize = 40;
/// What the program itself signs with.
const RESERVED: [&str; 3] = ["nanghang", "operator", "program"];

/// An account as it is kept: folded; none for what cannot be one.
///
/// Letters, digits, dots and hyphens, from two to forty, with a letter or digit first.
fn account(written: &str) -> Option<String> {
    let folded = fold(written);
    let fits = (2..=LONGEST_ACCOUNT).contains(&folded.chars().count())
        && folded.starts_with(|c: char| c.is_ascii_alphanumeric())
        && folded.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
        && !RESERVED.contains(&folded.as_str());
    fits.then_some(folded)
}

/// The account that a name suggests: the given name, a dot, then family and middle names: `lan.nguyen-thi`.
fn suggested(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(slug).filter(|word| !word.is_empty()).collect();
    let Some((given, rest)) = words.split_last() else { return "nguoi-dung".to_owned() };
    let whole = if rest.is_empty() { given.clone() } else { format!("{given}.{}", rest.join("-")) };
    let short: String = whole.chars().take(LONGEST_ACCOUNT - 4).collect();
    if account(&short).is_some() { short } else { format!("{short}-1") }
}

/// A name on one line, hiding nothing; none for one that is empty, too long, or of letters that look like ours.
fn named(written: &str) -> Option<String> {
    let name = places::name::plain(written)?;
    (!slug(&name).is_empty() && name.chars().count() <= LONGEST_NAME).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_given_name_comes_first_in_an_account() {
        assert_eq!(suggested("Nguyễn Thị Lan"), "lan.nguyen-thi");
        assert_eq!(suggested("  Đỗ  Đức "), "duc.do");
        assert_eq!(suggested("Lan"), "lan");
        assert_eq!(suggested("A"), "a-1");
        assert_eq!(suggested("Nanghang"), "nanghang-1");
        assert_eq!(suggested("…"), "nguoi-dung");
    }

    #[test]
    fn an_account_is_folded_and_holds_nothing_strange() {
        assert_eq!(account(" Lan.Nguyễn-Thị "), Some("lan.nguyen-thi".to_owned()));
        for bad in ["", "a", ".lan", "lan nguyen", "lan@x", "<b>", "nanghang", &"a".repeat(41)] {
            assert_eq!(account(bad), None, "{bad:?}");
        }
    }
}
