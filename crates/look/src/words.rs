//! Words: every sentence that a person sees, from the Fluent catalogues in `words/vi` and `words/en`.

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_templates::{LanguageIdentifier, langid, static_loader};

use crate::{Lang, number};

/// The text of this key.
///
/// # Panics
/// On an unknown key, or one that wants values, in debug builds and tests; a release shows the key itself.
pub fn say(lang: Lang, key: &str) -> String {
    say_with(lang, key, &[])
}

/// The text of this key with its values put in, numbers in the style of the language.
///
/// # Panics
/// On an unknown key or a missing value in debug builds and tests; a release shows the key itself.
pub fn say_with(lang: Lang, key: &str, values: &[(&str, Value<'_>)]) -> String {
    let values: HashMap<&str, FluentValue<'_>> =
        values.iter().map(|(name, value)| (*name, value.to_fluent())).collect();
    let said = CATALOGUES.lookup_single_language(identifier(lang), key, Some(&values));
    debug_assert!(said.is_ok(), "{key} in {}: {said:?}", lang.code());
    said.unwrap_or_else(|_| key.to_owned())
}

/// The text of a key without values, or none where no catalogue has it: for words that data name.
pub fn find(lang: Lang, key: &str) -> Option<String> {
    CATALOGUES.lookup_single_language::<&str>(identifier(lang), key, None).ok()
}

/// Something to put into a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// A word or a name, put in as it is. Years and codes are text: they are not grouped.
    Text(Cow<'a, str>),
    /// A count, grouped by thousands.
    Whole(i64),
    /// A score, with two decimals.
    Score(f64),
}

impl Value<'_> {
    fn to_fluent(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::from(text.as_ref()),
            Self::Whole(count) => FluentValue::from(*count),
            Self::Score(value) => {
                let minimum_fraction_digits = Some(2);
                let options = FluentNumberOptions { minimum_fraction_digits, ..Default::default() };
                FluentValue::Number(FluentNumber::new(*value, options))
            }
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<i64> for Value<'_> {
    fn from(count: i64) -> Self {
        Self::Whole(count)
    }
}

impl From<usize> for Value<'_> {
    /// Counts beyond what fits do not occur; they would show as the largest that does.
    fn from(count: usize) -> Self {
        Self::Whole(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<f64> for Value<'_> {
    fn from(score: f64) -> Self {
        Self::Score(score)
    }
}

static_loader! {
    static CATALOGUES = {
        locales: "./words",
        fallback_language: "vi",
        customise: |bundle| {
            // The marks that isolate directions are for right-to-left scripts and show up in copied text.
            bundle.set_use_isolating(false);
            let english = bundle.locales.first() == Some(&EN);
            bundle.set_formatter(Some(if english { english_number } else { vietnamese_number }));
        },
    };
}

static VI: LanguageIdentifier = langid!("vi");
static EN: LanguageIdentifier = langid!("en");

fn identifier(lang: Lang) -> &'static LanguageIdentifier {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

fn vietnamese_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    written(Lang::Vi, value)
}

fn english_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    written(Lang::En, value)
}

fn written(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    Some(number::decimals(lang, number.value, number.options.minimum_fraction_digits.unwrap_or(0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_says_it_in_its_own_words() {
        assert_eq!(say(Lang::Vi, "group-high_average"), "Trung bình cao");
        assert_eq!(say(Lang::En, "group-high_average"), "High average");
    }

    #[test]
    fn numbers_in_a_sentence_follow_its_language() {
        let values = [("name", "Bạc Liêu".into()), ("score", 44.1004.into())];
        assert_eq!(say_with(Lang::Vi, "chart-score", &values), "Bạc Liêu: 44,10");
        assert_eq!(say_with(Lang::En, "chart-score", &values), "Bạc Liêu: 44.10");
        assert_eq!(written(Lang::Vi, &Value::from(19_000_usize).to_fluent()).unwrap(), "19.000");
    }

    #[test]
    fn a_word_that_data_name_may_be_missing() {
        assert_eq!(find(Lang::Vi, "page-home").as_deref(), Some("Trang chủ"));
        assert_eq!(find(Lang::Vi, "no-such-key"), None);
    }

    #[test]
    #[should_panic(expected = "no-such-key")]
    fn an_unknown_key_is_found_before_a_reader_finds_it() {
        say(Lang::Vi, "no-such-key");
    }

    #[test]
    #[should_panic(expected = "chart-score")]
    fn a_missing_value_is_found_before_a_reader_finds_it() {
        say(Lang::Vi, "chart-score");
    }
}
