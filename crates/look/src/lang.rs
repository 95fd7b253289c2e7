//! The two languages of every page.

use std::str::FromStr;

/// A language of the pages. Vietnamese comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Both languages, Vietnamese first.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The language's code in addresses and in `lang` attributes: `vi`, `en`.
    pub fn code(self) -> &'static str {
        self.pick("vi", "en")
    }

    /// The language that this one is not.
    pub fn other(self) -> Self {
        match self {
            Self::Vi => Self::En,
            Self::En => Self::Vi,
        }
    }

    /// The one of two texts that is in this language.
    pub fn pick<'a>(self, vi: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }
}

/// A code that names neither language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoSuchLang;

impl std::fmt::Display for NoSuchLang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("vi or en")
    }
}

impl std::error::Error for NoSuchLang {}

impl FromStr for Lang {
    type Err = NoSuchLang;

    fn from_str(code: &str) -> Result<Self, NoSuchLang> {
        Self::ALL.into_iter().find(|lang| lang.code() == code).ok_or(NoSuchLang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_names_its_language_and_nothing_else_does() {
        for lang in Lang::ALL {
            assert_eq!(lang.code().parse(), Ok(lang));
            assert_eq!(lang.other().other(), lang);
            assert_ne!(lang.other(), lang);
        }
        assert_eq!("fr".parse::<Lang>(), Err(NoSuchLang));
        assert_eq!("VI".parse::<Lang>(), Err(NoSuchLang));
    }
}
