//! Filters for page templates: `{{ lang|t("key") }}`, `{{ lang|score(x) }}`.
//!
//! A template's module brings them into scope with `use look::filters;`.

// The attribute makes undocumented types of the functions below.
#![allow(missing_docs)]

use askama::{Result, Values, filter_fn};
use jiff::civil::Date;

use crate::{Lang, number, words};

/// The text of a key.
#[filter_fn]
pub fn t<L: Given<Lang>, K: AsRef<str>>(lang: L, _: &dyn Values, key: K) -> Result<String> {
    Ok(words::say(lang.given(), key.as_ref()))
}

/// The text of a key that counts something, as `$n`.
#[filter_fn]
pub fn tn<L: Given<Lang>, K: AsRef<str>, N: Given<i64>>(
    lang: L,
    _: &dyn Values,
    key: K,
    n: N,
) -> Result<String> {
    Ok(words::say_with(lang.given(), key.as_ref(), &[("n", n.given().into())]))
}

/// A score, 44,10.
#[filter_fn]
pub fn score<L: Given<Lang>, F: Given<f64>>(lang: L, _: &dyn Values, value: F) -> Result<String> {
    Ok(number::score(lang.given(), value.given()))
}

/// A share in 100, one decimal: 19,8.
#[filter_fn]
pub fn share<L: Given<Lang>, F: Given<f64>>(lang: L, _: &dyn Values, share: F) -> Result<String> {
    Ok(number::decimals(lang.given(), share.given() * 100.0, 1))
}

/// A value with the decimals that it has, 1.500,5.
#[filter_fn]
pub fn plain<L: Given<Lang>, F: Given<f64>>(lang: L, _: &dyn Values, value: F) -> Result<String> {
    Ok(number::plain(lang.given(), value.given()))
}

/// A change of a score, +1,03.
#[filter_fn]
pub fn signed<L: Given<Lang>, F: Given<f64>>(lang: L, _: &dyn Values, change: F) -> Result<String> {
    Ok(number::signed(lang.given(), change.given()))
}

/// A count, 19.000.
#[filter_fn]
pub fn whole<L: Given<Lang>, N: Given<i64>>(lang: L, _: &dyn Values, count: N) -> Result<String> {
    Ok(number::whole(lang.given(), count.given()))
}

/// A change of a count, +5.
#[filter_fn]
pub fn signed_whole<L: Given<Lang>, N: Given<i64>>(lang: L, _: &dyn Values, change: N) -> Result<String> {
    Ok(number::signed_whole(lang.given(), change.given()))
}

/// A date with its weekday.
#[filter_fn]
pub fn date_long<L: Given<Lang>, D: Given<Date>>(lang: L, _: &dyn Values, date: D) -> Result<String> {
    Ok(crate::date::long(lang.given(), date.given()))
}

/// A date in a table or a sentence.
#[filter_fn]
pub fn date_short<L: Given<Lang>, D: Given<Date>>(lang: L, _: &dyn Values, date: D) -> Result<String> {
    Ok(crate::date::short(lang.given(), date.given()))
}

/// A value as a template hands it over: the thing itself or a reference, of any depth, to it.
pub trait Given<T> {
    /// The value. A count too large for 64 bits becomes the largest that fits.
    fn given(&self) -> T;
}

impl<T, G: Given<T> + ?Sized> Given<T> for &G {
    fn given(&self) -> T {
        (**self).given()
    }
}

macro_rules! given {
    ($($from:ty => $to:ty, $read:expr;)*) => {
        $(impl Given<$to> for $from {
            fn given(&self) -> $to {
                $read(*self)
            }
        })*
    };
}

given! {
    Lang => Lang, std::convert::identity;
    f64 => f64, std::convert::identity;
    Date => Date, std::convert::identity;
    i64 => i64, std::convert::identity;
    i32 => i64, i64::from;
    i16 => i64, i64::from;
    u32 => i64, i64::from;
    u16 => i64, i64::from;
    u8 => i64, i64::from;
    u64 => i64, |count| i64::try_from(count).unwrap_or(i64::MAX);
    usize => i64, |count| i64::try_from(count).unwrap_or(i64::MAX);
}
