//! Links: addresses of pages that show what was done, one a line.

use super::host::is_open;
use super::{Piece, What};

/// The longest address, in bytes.
const LONGEST: usize = 2000;
/// The most links of one report.
const MOST: usize = 10;

/// A line that is no address on the web that anybody can open, or too many of them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an address on the web: {0}")]
pub struct NotALink(pub String);

/// The links that were written, one a line; empty lines count for nothing.
///
/// # Errors
/// [`NotALink`] with the first line that is none.
pub fn links(written: &str) -> Result<Vec<Piece>, NotALink> {
    let lines = written.lines().map(str::trim).filter(|line| !line.is_empty());
    let links: Vec<Piece> = lines.map(link).collect::<Result<_, _>>()?;
    match links.get(MOST) {
        None => Ok(links),
        Some(beyond) => Err(NotALink(beyond.name.clone())),
    }
}

fn link(line: &str) -> Result<Piece, NotALink> {
    let host = host(line).filter(|host| is_open(host)).ok_or_else(|| NotALink(line.to_owned()))?;
    Ok(Piece { name: host, what: What::Link(line.to_owned()) })
}

/// Whether a line is an address on the web, wherever it leads.
pub fn is_address(line: &str) -> bool {
    host(line).is_some()
}

fn host(line: &str) -> Option<String> {
    let lower = line.to_ascii_lowercase();
    let rest = ["https://", "http://"].iter().find_map(|scheme| lower.strip_prefix(scheme))?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let names = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | ':');
    let is_host = host.starts_with(char::is_alphanumeric) && host.chars().all(names);
    let is_plain = !line.contains(|c: char| c.is_whitespace() || c.is_control() || "\"<>\\".contains(c));
    (is_host && is_plain && line.len() <= LONGEST).then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_on_the_web_are_taken_one_a_line() {
        let found = links("https://baobaclieu.vn/tin/1.html\n\n  http://x.vn?a=1 \n").expect("two links");
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].name, "baobaclieu.vn");
        assert_eq!(found[1].what, What::Link("http://x.vn?a=1".to_owned()));
    }

    #[test]
    fn nothing_else_is() {
        for line in [
            "javascript:alert(1)",
            "data:text/html,x",
            "baobaclieu.vn",
            "https://",
            "https://x.vn@evil.vn/",
            "https://x.vn/ a",
            "https://x.vn/\"onclick=",
            "ftp://x.vn",
            "//x.vn",
            "http://127.0.0.1/x",
            "http://localhost:8080/anh",
            "https://192.168.1.1/",
        ] {
            assert_eq!(links(line), Err(NotALink(line.to_owned())), "{line}");
        }
        assert!(links(&"https://x.vn\n".repeat(11)).is_err());
        assert!(links(&format!("https://x.vn/{}", "a".repeat(LONGEST))).is_err());
    }
}
