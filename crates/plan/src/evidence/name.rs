//! The name of a file as it is kept and handed out: bare, and with the right ending.

use sheet::bare_name;

use super::Media;

/// The name with the ending of what the file is.
pub fn of(written: &str, media: Media) -> String {
    let name = bare_name(written);
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    let fitting = media.endings();
    if fitting.contains(&ending.as_str()) { name } else { format!("{name}.{}", fitting[0]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_ends_as_its_bytes_say() {
        assert_eq!(of("bien-ban.PDF", Media::Pdf), "bien-ban.PDF");
        assert_eq!(of("anh.exe", Media::Jpeg), "anh.exe.jpg");
        assert_eq!(of("anh", Media::Jpeg), "anh.jpg");
        assert_eq!(of("anh.jpeg", Media::Jpeg), "anh.jpeg");
    }
}
