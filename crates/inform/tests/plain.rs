//! Plain words: what citizens read about disclosure reads like a textbook of primary school, not like an office.

use inform::Duty;

/// Syllables that a sentence has at most, on average and each.
const ON_AVERAGE: usize = 20;
const AT_MOST: usize = 30;

/// Words of offices. What the law says stands under "Căn cứ pháp lý", where they may occur.
const OFFICE: [&str; 26] = [
    "căn cứ",
    "theo quy định",
    "quy định tại",
    "hoặc",
    "đối với",
    "nhằm",
    "tiến hành",
    "triển khai",
    "thực hiện",
    "ban hành",
    "phê duyệt",
    "thẩm quyền",
    "đề nghị",
    "kính",
    "trường hợp",
    "nêu trên",
    "phát sinh",
    "đối chiếu",
    "tham mưu",
    "sự việc",
    "cụ thể hóa",
    "quán triệt",
    "phương án",
    "hộ gia đình",
    "công chức",
    "chủ thể",
];

/// Words of the catalogue that stand at the desk alone, or under "Căn cứ pháp lý".
const NOT_PLAIN: [&str; 6] =
    ["page-duties", "within-", "stays-", "certainty-", "disclosure-ground", "disclosure-law"];

/// Every sentence that a citizen reads, with where it stands.
fn sentences() -> Vec<(String, String)> {
    let words = include_str!("../../look/words/vi/disclosure.ftl");
    let said = words.lines().filter_map(|line| line.split_once(" = "));
    let said = said.filter(|(key, _)| !NOT_PLAIN.iter().any(|begins| key.starts_with(begins)));
    let duties = Duty::all().iter().map(|duty| (duty.code.as_str(), duty.plain.as_str()));
    let mut sentences = Vec::new();
    for (place, text) in said.chain(duties) {
        for sentence in filled(text).split(['.', '?', '!']).filter(|it| syllables(it) > 0) {
            sentences.push((place.to_owned(), sentence.trim().to_owned()));
        }
    }
    sentences
}

/// With something plausible for what the program fills in.
fn filled(text: &str) -> String {
    let values = [
        ("commune", "phường Nhà Mát"),
        ("unit", "phường"),
        ("day", "20/5/2025"),
        ("until", "20/6/2025"),
        ("since", "21/5/2025"),
        ("due", "27/5/2025"),
        ("why", "Năm 2024 chưa quyết toán"),
        ("former", "Phường 2"),
        ("place", "Phường Nhà Mát"),
        ("what", "Kế hoạch sử dụng đất: đất nhà mình được dùng làm gì"),
    ];
    let mut text = text.to_owned();
    for (name, value) in values {
        text = text.replace(&format!("{{ ${name} }}"), value);
    }
    for name in ["n", "here", "coming", "lacking", "blank", "past", "month", "year", "minutes"] {
        text = text.replace(&format!("{{ ${name} }}"), "12");
    }
    assert!(!text.contains('{'), "{text}");
    text
}

/// Vietnamese writes each syllable by itself.
fn syllables(sentence: &str) -> usize {
    sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

#[test]
fn sentences_are_short() {
    let all = sentences();
    assert!(all.len() > 100, "{}", all.len());
    let long: Vec<_> = all.iter().filter(|(_, it)| syllables(it) > AT_MOST).collect();
    assert!(long.is_empty(), "{long:#?}");
    let total: usize = all.iter().map(|(_, it)| syllables(it)).sum();
    assert!(total <= ON_AVERAGE * all.len(), "{total} syllables in {} sentences", all.len());
    // Labels are short and would hide long sentences: those of five syllables and more alone count too.
    let full: Vec<usize> = all.iter().map(|(_, it)| syllables(it)).filter(|count| *count > 4).collect();
    assert!(full.iter().sum::<usize>() <= ON_AVERAGE * full.len(), "{full:?}");
}

#[test]
fn nobody_needs_to_know_how_offices_talk() {
    let is_word = |sentence: &str, word: &str| {
        let plain: String = sentence.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        let plain = format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase());
        plain.contains(&format!(" {word} "))
    };
    let found: Vec<_> = sentences()
        .into_iter()
        .filter_map(|(place, it)| {
            OFFICE.iter().find(|word| is_word(&it, word)).map(|word| (place, *word, it))
        })
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_syllable_is_what_stands_between_spaces() {
    assert_eq!(syllables("Đất công dùng làm gì, cho ai thuê"), 8);
    assert_eq!(syllables(" – 20/5/2025 "), 1);
}
