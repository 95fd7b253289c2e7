//! The text of a page as a reader sees it, as far as a digest needs it: without scripts, and without what stands around
//! every page, where clocks and counters change each day.

/// What is left out with all that is in it, as nobody reads it.
const RAW: [&str; 4] = ["script", "style", "template", "noscript"];
/// What stands around every page.
const AROUND: [&str; 6] = ["head", "header", "footer", "nav", "svg", "iframe"];

/// The visible text, with single spaces.
pub(super) fn visible(page: &str) -> String {
    // Searched in small letters, which have the same places.
    let low = page.to_ascii_lowercase();
    let mut text = String::new();
    let mut around: Option<(&str, usize)> = None;
    let mut at = 0;
    while let Some(found) = low[at..].find('<') {
        let open = at + found;
        if around.is_none() {
            text.push_str(&page[at..open]);
        }
        let rest = &low[open..];
        if rest.starts_with("<!--") {
            at = open + rest.find("-->").map_or(rest.len(), |end| end + 3);
            continue;
        }
        let (name, is_end) = named(rest);
        if name.is_empty() && !rest.starts_with("<!") && !rest.starts_with("<?") {
            if around.is_none() {
                text.push('<');
            }
            at = open + 1;
            continue;
        }
        text.push(' ');
        at = open + end_of(rest);
        if RAW.contains(&name) && !is_end {
            let shut = low[at..].find(&format!("</{name}"));
            at = shut.map_or(low.len(), |shut| at + shut + end_of(&low[at + shut..]));
            continue;
        }
        around = nested(around, name, is_end);
    }
    if around.is_none() {
        text.push_str(&page[at..]);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// In what the reader of the page is after a tag, and how deep in others of that name.
fn nested<'a>(around: Option<(&'a str, usize)>, name: &'a str, is_end: bool) -> Option<(&'a str, usize)> {
    match around {
        // Nobody has to close a head.
        Some(("head", _)) if name == "body" => None,
        Some((outer, 1)) if outer == name && is_end => None,
        Some((outer, deep)) if outer == name && is_end => Some((outer, deep - 1)),
        Some((outer, deep)) if outer == name => Some((outer, deep + 1)),
        None if AROUND.contains(&name) && !is_end => Some((name, 1)),
        other => other,
    }
}

/// The name of the element that a tag begins or ends; empty where it is no tag.
fn named(tag: &str) -> (&str, bool) {
    let inner = &tag[1..];
    let (inner, is_end) = inner.strip_prefix('/').map_or((inner, false), |inner| (inner, true));
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return ("", is_end);
    }
    let end = inner.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(inner.len());
    (&inner[..end], is_end)
}

/// Where a tag ends; a `>` within quotes is none.
fn end_of(tag: &str) -> usize {
    let mut quote = None;
    for (at, c) in tag.char_indices() {
        match (quote, c) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    tag.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::visible;

    #[test]
    fn what_a_reader_sees_is_kept_and_the_rest_is_not() {
        let page = "<!DOCTYPE html><HTML><head><title>Tin</title><body class='a>b'><header><header>12:00</header> 5.321 lượt</header>
            <p>Công khai<br>ngân sách 1 < 2</p><script>if (a < b) '<p>ẩn</p>'</script><!-- <p>ẩn</p> --><STYLE>p{}</STYLE>
            <nav>Trang chủ</nav>quý I<footer>Lượt truy cập 9</footer></body></html>";
        assert_eq!(visible(page), "Công khai ngân sách 1 < 2 quý I");
    }

    #[test]
    fn what_is_never_closed_hides_the_rest() {
        assert_eq!(visible("a <nav> b"), "a");
        assert_eq!(visible("a <script> b"), "a");
        assert_eq!(visible("a <p"), "a");
        assert_eq!(visible(""), "");
    }

    proptest! {
        #[test]
        fn nothing_that_a_site_writes_breaks_it(page in "(<|/|>|!--|-->|script|head|nav| |ề|\"|a){0,40}") {
            let _ = visible(&page);
        }
    }
}
