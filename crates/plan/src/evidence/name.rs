//! The name of a file as it is kept and handed out: no path, nothing that hides or commands, and the right ending.

use super::Media;

/// The longest name, in characters.
const LONGEST: usize = 100;

/// The name without path, control and direction characters; `file` where nothing is left.
pub fn clean(written: &str) -> String {
    let bare = written.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen: String = bare.chars().filter(|c| !hides(*c)).collect();
    let trimmed = seen.trim_matches(|c: char| c == '.' || c.is_whitespace());
    if trimmed.is_empty() { "file".to_owned() } else { shortened(trimmed) }
}

/// The name with the ending of what the file is.
pub(super) fn of(written: &str, media: Media) -> String {
    let name = clean(written);
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    let fitting = media.endings();
    if fitting.contains(&ending.as_str()) { name } else { format!("{name}.{}", fitting[0]) }
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
        assert_eq!(clean("../../etc/passwd"), "passwd");
        assert_eq!(clean("C:\\Users\\lan\\Ảnh họp.jpg"), "Ảnh họp.jpg");
        assert_eq!(clean(".."), "file");
        assert_eq!(clean(""), "file");
        assert_eq!(clean("a\r\nSet-Cookie: x.pdf"), "aSet-Cookie: x.pdf");
        assert_eq!(clean("anh\u{202e}gpj.exe"), "anhgpj.exe");
    }

    #[test]
    fn a_name_ends_as_its_bytes_say() {
        assert_eq!(of("bien-ban.PDF", Media::Pdf), "bien-ban.PDF");
        assert_eq!(of("anh.exe", Media::Jpeg), "anh.exe.jpg");
        assert_eq!(of("anh", Media::Jpeg), "anh.jpg");
        assert_eq!(of("anh.jpeg", Media::Jpeg), "anh.jpeg");
    }

    proptest! {
        #[test]
        fn no_name_leads_elsewhere(written in any::<String>()) {
            let name = clean(&written);
            let leads = |c: char| c == '/' || c == '\\' || c.is_control();
            prop_assert!(!name.is_empty() && !name.contains(leads) && !name.starts_with('.'));
            prop_assert!(name.chars().count() <= LONGEST);
            prop_assert_eq!(clean(&name), name);
        }
    }
}
