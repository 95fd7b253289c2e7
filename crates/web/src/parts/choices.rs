//! The reader's choices: text size, colours, contrast. Kept in a cookie that names nobody.

use axum::http::header::{COOKIE, HeaderMap};
use axum_extra::extract::cookie::{Cookie, SameSite};

/// How a reader wants pages to look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct Choices {
    /// Steps above the usual text size, 0 to 2.
    pub(crate) size: u8,
    /// Light, dark, or as the system has it.
    pub(crate) colours: Colours,
    /// Stronger contrast.
    pub(crate) strong: bool,
}

/// Which colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) enum Colours {
    #[default]
    System,
    Light,
    Dark,
}

pub(crate) const NAME: &str = "choices";

impl Choices {
    /// The choices that a request carries; whatever does not read is the usual look.
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
        let own =
            cookies.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix("choices="));
        own.map(Self::read).unwrap_or_default()
    }

    /// Takes one choice, written as a button's value: `size-1`, `dark`, `strong`.
    pub(crate) fn take(mut self, word: &str) -> Self {
        match word {
            "size-0" => self.size = 0,
            "size-1" => self.size = 1,
            "size-2" => self.size = 2,
            "system" => self.colours = Colours::System,
            "light" => self.colours = Colours::Light,
            "dark" => self.colours = Colours::Dark,
            "usual" => self.strong = false,
            "strong" => self.strong = true,
            _ => {}
        }
        self
    }

    /// The classes of the page, which are also the cookie's words.
    pub(crate) fn classes(self) -> String {
        let colours = match self.colours {
            Colours::System => "system",
            Colours::Light => "light",
            Colours::Dark => "dark",
        };
        format!("size-{} {colours} {}", self.size, if self.strong { "strong" } else { "usual" })
    }

    /// Whether a button's choice is the one in force.
    pub(crate) fn has(self, word: &str) -> bool {
        self.classes().split(' ').any(|own| own == word)
    }

    /// The cookie that keeps them for good.
    pub(crate) fn cookie(self) -> Cookie<'static> {
        Cookie::build((NAME, self.classes().replace(' ', ".")))
            .path("/")
            .permanent()
            .http_only(true)
            .same_site(SameSite::Lax)
            .build()
    }

    fn read(words: &str) -> Self {
        words.split('.').fold(Self::default(), Self::take)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_read_back_as_they_were_kept() {
        let choices = Choices::default().take("size-2").take("dark").take("strong");
        assert_eq!(Choices::read(choices.cookie().value()), choices);
    }

    #[test]
    fn a_strange_cookie_is_the_usual_look() {
        assert_eq!(Choices::read("size-9.<b>"), Choices::default());
    }
}
