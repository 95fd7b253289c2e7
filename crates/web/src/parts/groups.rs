//! A reader's own groups of provinces: a name and the question behind it, kept in their browser only.

use axum::http::header::{COOKIE, HeaderMap};
use axum_extra::extract::cookie::{Cookie, SameSite};
use serde::{Deserialize, Serialize};

/// The most groups that are kept; the oldest goes first.
const MOST: usize = 10;
const LONGEST_NAME: usize = 40;
const LONGEST_QUERY: usize = 200;
/// Browsers keep 4,096 bytes of a cookie (RFC 6265, section 6.1).
const LONGEST_COOKIE: usize = 4096;

/// The groups of one reader.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Groups(pub(crate) Vec<Group>);

/// One group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Group {
    /// The reader's name for it.
    pub(crate) name: String,
    /// The query of the page, `?province=95&province=96`.
    pub(crate) query: String,
}

impl Groups {
    /// The groups that a request carries; what does not read is left out.
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let lines = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
        let cookies = lines.flat_map(Cookie::split_parse_encoded).flatten();
        let own = cookies.filter(|cookie| cookie.name() == "groups").last();
        let pairs = own.and_then(|cookie| serde_json::from_str(cookie.value()).ok()).unwrap_or_default();
        Self(pairs).tidy()
    }

    /// With this group first; one of the same name is replaced.
    pub(crate) fn with(mut self, name: &str, query: &str) -> Self {
        let name = name.trim();
        self = self.without(name);
        self.0.insert(0, Group { name: name.to_owned(), query: query.to_owned() });
        self.tidy()
    }

    /// Without the group of this name.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.0.retain(|group| group.name != name);
        self
    }

    /// The cookie that keeps them; the oldest are left out where a browser would not take them all.
    pub(crate) fn cookie(&self) -> String {
        let text = |most: usize| serde_json::to_string(&self.0[..most]).unwrap_or_default();
        let encoded = |most: usize| Self::build(text(most)).encoded().to_string();
        let fits = (0..=self.0.len()).rev().map(encoded).find(|cookie| cookie.len() <= LONGEST_COOKIE);
        fits.unwrap_or_default()
    }

    fn build(text: String) -> Cookie<'static> {
        let cookie = Cookie::build(("groups", text)).path("/").permanent();
        cookie.http_only(true).same_site(SameSite::Lax).build()
    }

    fn tidy(mut self) -> Self {
        let sound = |group: &Group| {
            let short = group.name.chars().count() <= LONGEST_NAME && group.query.len() <= LONGEST_QUERY;
            short && !group.name.is_empty() && group.query.starts_with('?')
        };
        self.0.retain(sound);
        self.0.truncate(MOST);
        self
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn kept(groups: &Groups) -> Groups {
        let cookie = groups.cookie();
        let pair = cookie.split(';').next().expect("a pair").to_owned();
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, HeaderValue::from_str(&pair).expect("a header"));
        Groups::of(&headers)
    }

    #[test]
    fn groups_are_read_back_as_they_were_kept() {
        let groups =
            Groups::default().with("Miền Tây; <b>", "?province=95&province=96").with("Biển", "?province=77");
        assert_eq!(kept(&groups), groups);
    }

    #[test]
    fn a_name_is_kept_once_and_ten_at_most() {
        let twice = Groups::default().with("a", "?province=95").with("a", "?province=96");
        assert_eq!(twice.0.len(), 1);
        let many = (0..20).fold(Groups::default(), |groups, n| groups.with(&n.to_string(), "?province=95"));
        assert_eq!(many.0.len(), MOST);
    }

    #[test]
    fn long_names_are_kept_as_far_as_a_browser_takes_them_the_newest_first() {
        let name = |n: usize| format!("{n} {}", "ệ".repeat(38));
        let many = (0..MOST).fold(Groups::default(), |groups, n| groups.with(&name(n), "?province=95"));
        let kept = kept(&many);
        assert!(many.cookie().len() <= LONGEST_COOKIE);
        assert!(!kept.0.is_empty() && kept.0.len() < MOST);
        assert_eq!(kept.0[..], many.0[..kept.0.len()]);
    }

    #[test]
    fn what_is_too_long_or_foreign_is_left_out() {
        let groups = Groups::default()
            .with(&"x".repeat(41), "?province=95")
            .with("y", "https://evil.vn")
            .with("", "?x");
        assert_eq!(groups, Groups::default());
    }
}
