//! Help, wrong usage, completions and the man page at the front door.

mod door;

use door::Door;
use insta::assert_snapshot;

#[test]
fn help_is_in_the_readers_language_and_has_an_example() {
    for command in ["ranking", "standing", "target", "explain", "serve", "import scores", "backup", "restore"]
    {
        let (vi, en) =
            (Door::vi().answer(&format!("{command} --help")), Door::en().answer(&format!("{command} -h")));
        assert!(vi.contains("Ví dụ:\n  nanghang ") && en.contains("Example:\n  nanghang "), "{command}");
        assert_snapshot!(format!("help_{}_vi", command.replace(' ', "_")), vi);
        assert_snapshot!(format!("help_{}_en", command.replace(' ', "_")), en);
    }
    assert_snapshot!("help_vi", Door::vi().answer("--help"));
    assert_snapshot!("help_en", Door::en().answer("--help"));
}

#[test]
fn the_option_goes_before_the_environment() {
    assert_eq!(Door::vi().answer("ranking --lang en"), Door::en().answer("ranking"));
    assert_eq!(Door::en().answer("--lang=vi ranking"), Door::vi().answer("ranking"));
}

#[test]
fn wrong_usage_says_what_is_wrong_and_where_to_look() {
    let lines = [
        "",
        "rankin",
        "ranking --yaer 2024",
        "ranking --format xml",
        "ranking --year",
        "completions tcsh",
        "ranking 2024",
    ];
    for (door, lang) in [(Door::vi(), "vi"), (Door::en(), "en")] {
        let said: Vec<String> = lines.iter().map(|line| format!("{line}\n{}", door.wrong(line))).collect();
        assert_snapshot!(format!("wrong_usage_{lang}"), said.join("\n"));
    }
}

#[test]
fn completions_know_every_command() {
    for shell in ["bash", "zsh", "fish"] {
        let script = Door::vi().answer(&format!("completions {shell}"));
        for word in ["ranking", "standing", "target", "explain", "each-dimension"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
}

#[test]
fn the_man_page_has_every_command() {
    let page = Door::en().answer("man");
    assert!(page.starts_with(".ie") || page.contains(".TH nanghang"), "{}", &page[..80]);
    for command in ["nanghang\\-ranking", "nanghang\\-target", "\\-\\-each\\-dimension"] {
        assert!(page.contains(command), "{command}");
    }
}
