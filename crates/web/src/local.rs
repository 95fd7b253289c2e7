//! A local address: somewhere on this site, wherever the text came from. Nobody is sent elsewhere.

use std::fmt::Write;

/// The address if it is a path of this site: one slash at the beginning, no backslash, nothing that cannot be seen.
pub(crate) fn local(address: &str) -> Option<&str> {
    let is_local = address.starts_with('/')
        && !address.starts_with("//")
        && !address.contains('\\')
        && !address.contains(char::is_control)
        && !address.contains(char::is_whitespace);
    is_local.then_some(address)
}

/// As the value of a query.
pub(crate) fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut so_far, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => so_far.push(byte.into()),
            _ => write!(so_far, "%{byte:02X}").expect("a string takes every write"),
        }
        so_far
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn another_sites_address_is_not_local() {
        for foreign in [
            "//evil.vn",
            "https://evil.vn",
            "/\\evil.vn",
            "\\\\evil.vn",
            "",
            "evil",
            "/\r\nx",
            "/\t/evil.vn",
            "javascript:x",
        ] {
            assert_eq!(local(foreign), None, "{foreign:?}");
        }
        assert_eq!(local("/viec-cua-toi?ky=2025-Q2"), Some("/viec-cua-toi?ky=2025-Q2"));
    }

    proptest! {
        /// A browser drops tabs and line ends and takes a backslash for a slash before it reads an address.
        #[test]
        fn what_a_browser_makes_of_it_stays_here(address in r"[/\\a-z.:@\t\n\r ?%0-9]{0,12}") {
            if let Some(own) = local(&address) {
                let read: String = own.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
                let read = read.replace('\\', "/");
                prop_assert!(read.starts_with('/') && !read.starts_with("//"), "{:?}", own);
            }
        }
    }
}
