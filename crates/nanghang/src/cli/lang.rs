//! The language, chosen before anything is said: `--lang`, `NANGHANG_LANG`, then the locale.

use look::Lang;

/// The language that the arguments and the environment ask for; Vietnamese unless they ask for English.
pub(crate) fn chosen(args: impl Iterator<Item = String>, env: impl Fn(&str) -> Option<String>) -> Lang {
    let set = |name: &&str| env(name).is_some_and(|value| !value.is_empty());
    let said = asked(args).or_else(|| env("NANGHANG_LANG")).filter(|code| code.parse::<Lang>().is_ok());
    let locale =
        || ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find(|name| set(name)).and_then(|name| env(name));
    match said.or_else(locale) {
        Some(code) if code.to_lowercase().starts_with("en") => Lang::En,
        _ => Lang::Vi,
    }
}

/// The value of `--lang`, in either of the ways that it may be written.
fn asked(args: impl Iterator<Item = String>) -> Option<String> {
    let mut args = args.skip(1);
    while let Some(arg) = args.next() {
        match arg.split_once('=') {
            Some(("--lang", code)) => return Some(code.to_owned()),
            None if arg == "--lang" => return args.next(),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lang(args: &str, env: &[(&str, &str)]) -> Lang {
        let value =
            |name: &str| env.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        chosen(args.split(' ').map(str::to_owned), value)
    }

    #[test]
    fn the_option_goes_before_the_environment_and_that_before_the_locale() {
        let english = [("NANGHANG_LANG", "en"), ("LANG", "en_GB.UTF-8")];
        assert_eq!(lang("nanghang ranking --lang vi", &english), Lang::Vi);
        assert_eq!(lang("nanghang --lang=vi ranking", &english), Lang::Vi);
        assert_eq!(lang("nanghang ranking", &english), Lang::En);
        assert_eq!(lang("nanghang ranking", &[("NANGHANG_LANG", "vi"), ("LANG", "en_GB.UTF-8")]), Lang::Vi);
    }

    #[test]
    fn every_locale_but_english_is_answered_in_vietnamese() {
        assert_eq!(lang("nanghang", &[("LANG", "en_US.UTF-8")]), Lang::En);
        assert_eq!(lang("nanghang", &[("LC_ALL", "vi_VN.UTF-8"), ("LANG", "en_US.UTF-8")]), Lang::Vi);
        for locale in ["C.UTF-8", "fr_FR", ""] {
            assert_eq!(lang("nanghang", &[("LANG", locale)]), Lang::Vi, "{locale}");
        }
    }
}
