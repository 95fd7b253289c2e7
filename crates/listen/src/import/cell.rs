//! What the words of a cell mean: a day, how a feedback stands, whether somebody is satisfied, an address.

use fieldwork::column::words;
use jiff::civil::Date;
use places::name::fold;

use super::State;
use crate::question::clean::is_personal;

/// The longest address, in characters.
const LINK_MAX: usize = 300;

/// A day as systems write it: `2025-05-20`, `20/5/2025`, `20-05-2025`, with an hour before or after.
pub(super) fn day(said: &str) -> Option<Date> {
    let token = |token: &str| {
        let token = token.trim_matches([',', '.']);
        let iso = token.split('T').next().unwrap_or_default();
        let ways = ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y/%m/%d"];
        let day = iso.parse().ok();
        day.or_else(|| ways.iter().find_map(|way| Date::strptime(way, token).ok()))
            .filter(|day: &Date| day.year() > 1999)
    };
    said.split_whitespace().find_map(token)
}

/// What the words of another system mean; a system that says `chưa` says that it is open, whatever else it says. Moved is not
/// done: what was sent to another agency waits there, also where it was none of the first one's business.
pub(super) fn state(text: &str) -> Option<State> {
    const CLOSED: [&str; 6] = ["tu choi", "khong tiep nhan", "huy", "trung lap", "rejected", "cancelled"];
    const NOT_OURS: [&str; 1] = ["khong thuoc"];
    const MOVED: [&str; 5] = ["chuyen", "moved", "forwarded", "transferred", "referred"];
    const NOT_YET: [&str; 3] = ["chua", "not", "unanswered"];
    const ANSWERED: [&str; 11] = [
        "da tra loi",
        "da xu ly",
        "hoan thanh",
        "da giai quyet",
        "da phan hoi",
        "da dong",
        "xu ly xong",
        "answered",
        "resolved",
        "closed",
        "done",
    ];
    const OPEN: [&str; 9] =
        ["dang", "cho", "moi", "qua han", "da tiep nhan", "open", "pending", "in progress", "new"];
    let said = words(text);
    let has = |known: &[&str]| known.iter().any(|known| said.contains(&format!(" {known} ")));
    let is = [
        (has(&CLOSED) || (has(&NOT_OURS) && !has(&MOVED)), State::Closed),
        (has(&NOT_YET), State::Open),
        (has(&ANSWERED), State::Answered),
        (has(&OPEN) || has(&MOVED), State::Open),
    ];
    is.into_iter().find(|(holds, _)| *holds).map(|(_, state)| state)
}

/// Whether who asked is satisfied: in words, or 1 to 5 of which 4 and 5 are.
pub(super) fn satisfied(said: &str) -> Option<bool> {
    let folded = fold(said);
    let word = folded.trim_end_matches([' ', '/', '.', '5']).trim();
    let rated = |text: &str| match text {
        "1" | "2" | "3" => Some(false),
        "4" | "5" => Some(true),
        _ => None,
    };
    if let Some(rated) = rated(folded.trim_end_matches("/5").trim()) {
        return Some(rated);
    }
    match word {
        "khong hai long" | "rat khong hai long" | "chua hai long" | "binh thuong" | "khong chap nhan"
        | "khong" | "no" => Some(false),
        "hai long" | "rat hai long" | "chap nhan" | "co" | "yes" | "tot" | "rat tot" => Some(true),
        _ => None,
    }
}

/// A value as it is shown to who describes a file: where somebody could be reached or known by it, without digits and addresses of
/// electronic mail.
pub(super) fn masked(said: &str) -> String {
    if !is_personal(said) {
        return said.to_owned();
    }
    let hidden = |word: &str| if word.contains(['@', '＠']) { "x@x".to_owned() } else { bare(word) };
    let shown = said.split_whitespace().map(hidden).collect::<Vec<_>>().join(" ");
    if is_personal(&shown) { "xxx".to_owned() } else { shown }
}

/// A word with an x for each digit, of whatever script.
fn bare(word: &str) -> String {
    word.chars().map(|c| if c.is_numeric() { 'x' } else { c }).collect()
}

/// Whether a text is the address of a page on the web: nothing that runs, nothing that signs somebody in.
pub(crate) fn is_link(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let fits = |rest: &str| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let name = host.split(':').next().unwrap_or_default();
        name.contains('.')
            && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
            && !host.contains('@')
            && !rest.contains(|c: char| {
                c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\')
            })
    };
    rest.is_some_and(fits) && text.chars().count() <= LINK_MAX
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn days_are_read_as_systems_write_them() {
        for said in [
            "2025-05-02",
            "2/5/2025",
            "02-05-2025",
            "02.05.2025 08:30",
            "08:30 02/05/2025",
            "2025-05-02T08:00:00Z",
        ] {
            assert_eq!(day(said), Some(date(2025, 5, 2)), "{said}");
        }
        for said in ["45797", "hôm qua", "31/02/2025", "5/2025", ""] {
            assert_eq!(day(said), None, "{said}");
        }
    }

    #[test]
    fn states_are_understood_and_not_yet_means_open() {
        for (said, is) in [
            ("Chưa xử lý", State::Open),
            ("Đang xử lý", State::Open),
            ("Mới tiếp nhận", State::Open),
            ("Đã trả lời", State::Answered),
            ("Hoàn thành", State::Answered),
            ("Chưa hoàn thành", State::Open),
            ("Từ chối tiếp nhận", State::Closed),
            ("Đã xử lý, chờ đánh giá", State::Answered),
            ("Quá hạn - chưa trả lời", State::Open),
            ("Đang chờ huyện xử lý", State::Open),
            ("Đã chuyển", State::Open),
            ("Đã chuyển xử lý", State::Open),
            ("Chuyển Sở Y tế", State::Open),
            ("Không thuộc thẩm quyền, đã chuyển Sở Y tế", State::Open),
            ("Không thuộc thẩm quyền", State::Closed),
            ("Đã chuyển và đã trả lời", State::Answered),
            ("Forwarded", State::Open),
        ] {
            assert_eq!(state(said), Some(is), "{said}");
        }
    }

    #[test]
    fn what_reaches_somebody_is_shown_without_its_digits() {
        for (said, shown) in [
            ("Gọi tôi 0909123123 sau 5 giờ", "Gọi tôi xxxxxxxxxx sau x giờ"),
            ("Gọi ０９０９ 123 123", "Gọi xxxx xxx xxx"),
            ("thư lan@x.vn nhé", "thư x@x nhé"),
            ("lan @ x.vn", "lan x@x x.vn"),
            ("Đèn hẻm 5 hỏng từ 2/5", "Đèn hẻm 5 hỏng từ 2/5"),
        ] {
            assert_eq!(masked(said), shown, "{said}");
        }
    }

    proptest! {
        #[test]
        fn nothing_that_is_shown_reaches_anybody(said in "\\PC{0,20}(0912345678|lan@x.vn|095123456789)\\PC{0,20}") {
            prop_assert!(!is_personal(&masked(&said)), "{}", masked(&said));
        }
    }

    #[test]
    fn an_address_that_runs_or_signs_in_is_none() {
        assert!(is_link("https://1022.example.vn/pa?id=1"));
        for text in
            ["javascript:1", "https://a@b.vn", "https://x", "http://", "https://x.vn/\"><b>", "//x.vn"]
        {
            assert!(!is_link(text), "{text}");
        }
    }

    #[test]
    fn satisfied_is_said_in_words_or_in_points() {
        for (said, is) in [
            ("Hài lòng", true),
            ("Rất hài lòng", true),
            ("Không hài lòng", false),
            ("4/5", true),
            ("3", false),
        ] {
            assert_eq!(satisfied(said), Some(is), "{said}");
        }
        assert_eq!(satisfied("tàm tạm"), None);
    }
}
