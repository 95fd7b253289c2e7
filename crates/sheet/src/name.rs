//! The bare name of a file, as somebody's machine gave it.

/// The longest name, in characters.
const LONGEST: usize = 100;

/// The name without path, control and direction characters; `file` where nothing is left.
pub fn bare_name(written: &str) -> String {
    let bare = written.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen: String = bare.chars().filter(|c| !hides(*c)).collect();
    let trimmed = seen.trim_matches(|c: char| c == '.' || c.is_whitespace());
    if trimmed.is_empty() { "file".to_owned() } else { shortened(trimmed) }
}

/// Characters that nobody sees, or that turn the reading around: `anh\u{202e}gpj.exe` reads as `anhexe.jpg`.
fn hides(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// A long name keeps its ending.
fn shortened(name: &str) -> String {
    let length = name.chars().count();
    if length <= LONGEST {
        return name.to_owned();
    }
    let tail = 20;
    let head: String = name.chars().take(LONGEST - tail - 1).collect();
    let end: String = name.chars().skip(length - tail).collect();
    format!("{head}…{end}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_path_is_no_part_of_a_name() {
        assert_eq!(bare_name("../../etc/passwd"), "passwd");
        assert_eq!(bare_name("C:\\Users\\lan\\Ảnh họp.jpg"), "Ảnh họp.jpg");
        assert_eq!(bare_name(".."), "file");
        assert_eq!(bare_name(""), "file");
        assert_eq!(bare_name("a\r\nSet-Cookie: x.pdf"), "aSet-Cookie: x.pdf");
        assert_eq!(bare_name("anh\u{202e}gpj.exe"), "anhgpj.exe");
    }

    proptest! {
        #[test]
        fn no_name_leads_elsewhere(written in any::<String>()) {
            let name = bare_name(&written);
            let leads = |c: char| c == '/' || c == '\\' || c.is_control();
            prop_assert!(!name.is_empty() && !name.contains(leads) && !name.starts_with('.'));
            prop_assert!(name.chars().count() <= LONGEST);
            prop_assert_eq!(bare_name(&name), name);
        }
    }
}
