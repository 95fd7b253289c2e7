//! What an article says in one language.

use places::name::{tidy, words};

use super::Refusal;
use super::paste::clean;

/// The longest title, in characters.
pub(super) const TITLE_MAX: usize = 200;
/// The longest summary.
pub(super) const SUMMARY_MAX: usize = 600;
/// The longest body.
pub(super) const BODY_MAX: usize = 50_000;

/// A language that articles are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tongue {
    /// Vietnamese: every article has it.
    Vi,
    /// English.
    En,
    /// Khmer.
    Km,
}

impl Tongue {
    /// Every language, Vietnamese first.
    pub const ALL: [Self; 3] = [Self::Vi, Self::En, Self::Km];

    /// Its tag (BCP 47), in the database and on the page.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
            Self::Km => "km",
        }
    }

    /// The language of a tag.
    pub fn read(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tongue| tongue.as_str() == tag)
    }
}

/// An article in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// In which.
    pub tongue: Tongue,
    /// Its title.
    pub title: String,
    /// What it says, in a sentence or two.
    pub summary: String,
    /// The rest, in Markdown.
    pub body: String,
}

impl Text {
    /// The text made clean; none where nothing at all was written. Of what is only sketched the title is enough.
    ///
    /// # Errors
    /// Where a title, a summary or the rest is missing or too long.
    pub(super) fn checked(&self, is_sketch: bool) -> Result<Option<Self>, Refusal> {
        let one_line = |written: &str| tidy(written).replace('\n', " ");
        let clean = Self {
            tongue: self.tongue,
            title: one_line(&self.title),
            summary: one_line(&self.summary),
            body: clean(&self.body),
        };
        let fits = |text: &str, most: usize| (1..=most).contains(&text.chars().count());
        if clean.title.is_empty() && clean.summary.is_empty() && clean.body.is_empty() {
            return Ok(None);
        }
        if !fits(&clean.title, TITLE_MAX) {
            return Err(Refusal::NoTitle(self.tongue));
        }
        let may_lack = |text: &str| is_sketch && text.is_empty();
        if !may_lack(&clean.summary) && !fits(&clean.summary, SUMMARY_MAX) {
            return Err(Refusal::NoSummary(self.tongue));
        }
        if !may_lack(&clean.body) && !fits(&clean.body, BODY_MAX) {
            return Err(Refusal::NoBody(self.tongue));
        }
        Ok(Some(clean))
    }

    /// The places of the pictures that it names: `![…](anh-2)` names the second.
    pub(super) fn pictures(&self) -> impl Iterator<Item = i64> {
        let named = self.body.split("![").skip(1).filter_map(|rest| rest.split_once("](anh-"));
        named.filter_map(|(_, rest)| rest.split_once(')')?.0.trim().parse().ok())
    }

    /// Its words without marks, for search.
    pub(super) fn fold(&self) -> String {
        words(&format!("{} {} {}", self.title, self.summary, self.body)).join(" ")
    }
}

/// The end of an address made of a title: `cong-khai-ngan-sach-quy-i`.
pub(super) fn slug(title: &str) -> String {
    const MOST: usize = 80;
    let mut slug = String::new();
    for word in words(title).iter().filter(|word| word.is_ascii()) {
        if slug.len() + word.len() >= MOST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_title_makes_an_address() {
        assert_eq!(
            slug("Công khai ngân sách quý I/2025: “Đúng hạn”"),
            "cong-khai-ngan-sach-quy-i-2025-dung-han"
        );
        assert_eq!(slug("«»"), "");
    }

    #[test]
    fn an_empty_text_is_none_and_half_a_one_is_refused() {
        let text = |title: &str, summary: &str, body: &str| Text {
            tongue: Tongue::En,
            title: title.into(),
            summary: summary.into(),
            body: body.into(),
        };
        assert_eq!(text(" ", "\u{200B}", "").checked(false).unwrap(), None);
        assert!(matches!(text("A", "", "b").checked(false), Err(Refusal::NoSummary(Tongue::En))));
        assert!(matches!(text("", "s", "b").checked(false), Err(Refusal::NoTitle(Tongue::En))));
        assert!(matches!(text("A", "s", " ").checked(false), Err(Refusal::NoBody(Tongue::En))));
        assert!(matches!(text(&"x".repeat(201), "s", "b").checked(false), Err(Refusal::NoTitle(Tongue::En))));
        assert!(text("A\nb", "s", "b").checked(false).unwrap().is_some_and(|text| text.title == "A b"));
        assert!(text("A", "", "").checked(true).unwrap().is_some(), "a title is enough of a sketch");
        assert!(matches!(text("", "s", "").checked(true), Err(Refusal::NoTitle(Tongue::En))));
    }

    #[test]
    fn the_pictures_of_a_text_are_those_that_it_names() {
        let body = "![](anh-9) và ![Bảng tin](anh-2), [Tệp](anh-3), ![x](anh-y) ![](https://x.vn/anh-4)";
        let text =
            Text { tongue: Tongue::Vi, title: String::new(), summary: String::new(), body: body.into() };
        assert_eq!(text.pictures().collect::<Vec<_>>(), [9, 2]);
    }

    proptest! {
        #[test]
        fn an_address_is_made_of_plain_words(title in any::<String>()) {
            let slug = slug(&title);
            prop_assert!(slug.len() < 80);
            prop_assert!(slug.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
        }
    }
}
