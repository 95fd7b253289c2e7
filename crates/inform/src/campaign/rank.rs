//! Aims that are a score or a rank, and not what people know or can do: told by a word, its neighbours and numbers.
//!
//! *Điểm tiếp nhận* is a place, *bậc học* a school, *hạng mục* a part of works: each word counts beside what makes a score or
//! a rank of it alone. A text without marks is read without.

use places::name::{fold, tidy};

/// A word that means a score or a rank where its neighbours do: phrases parted by commas, one of which stands right before
/// or after it. `#` is a number, `#,#` one with decimals, `.` the end of a clause; no phrase: whatever stands there.
struct Rule {
    words: &'static str,
    before: &'static str,
    after: &'static str,
    not_before: &'static str,
    not_after: &'static str,
}

const PLAIN: Rule = Rule { words: "", before: "", after: "", not_before: "", not_after: "" };
/// A point that is a score: no place, no moment, no view.
const POINT: Rule = Rule {
    words: "điểm",
    not_before: "địa, thời, đặc, ưu, nhược, quan, trọng, thí, tâm, khuyết, yếu",
    not_after: "tiếp, bưu, trường, phát, đến, bán, giao, dừng, thu, cầu, dân, du, nóng, hẹn, đón, nhận, rút, hỗ, sinh, văn, truy, \
                tập, tựa, đặt, niêm, tư, trợ, cung, khai, wifi, internet, mới, khác, sau, này, nào",
    ..PLAIN
};
const RISES: &str = "by #, up #, least #, most #, climb #, rise #, gain #, jump #, reach #, to #, add #";

const RULES: &[Rule] = &[
    Rule {
        words: "hạng",
        before: "thứ, xếp, tăng, nâng, lên, tụt, xuống, giữ, vào",
        not_after: "mục",
        ..PLAIN
    },
    Rule { words: "hạng", after: "#, nhất, nhì, cao, đầu", ..PLAIN },
    Rule {
        words: "bậc",
        before: "#, tăng, nâng, lên, vượt, thêm, một, hai, ba, bốn, năm, mười, vài, mấy, nhiều",
        not_after: "học, cao, thang, đào, lương, thợ, trung, tiểu, mầm, phụ, giá",
        ..PLAIN
    },
    Rule {
        words: "top, tốp", after: "#, đầu, trên, dẫn, giữa, cao, half, third, quarter", ..PLAIN
    },
    Rule {
        words: "nhóm",
        after: "điểm, đầu, dẫn đầu, trung bình, cao nhất, # papi, # tỉnh, # địa phương, # cả nước, # toàn quốc, # về, # .",
        ..PLAIN
    },
    Rule { before: "tăng, nâng, tổng, số, đạt, cộng, #,#", ..POINT },
    Rule { after: "papi, số, chỉ số, trung bình, tối đa, cao nhất, tuyệt đối", ..POINT },
    Rule { before: "#", after: "trở lên, papi, so với, năm, trên, .", ..POINT },
    Rule { words: "thứ", before: "đứng, xếp, vị trí", after: "#", ..PLAIN },
    Rule { words: "đứng", after: "đầu, nhất, nhì", ..PLAIN },
    Rule { words: "dẫn", after: "đầu", ..PLAIN },
    Rule {
        words: "rank, ranks, ranked, ranking, rankings, score, scores, scored, scoring, percentile, percentiles, quartile",
        ..PLAIN
    },
    Rule { words: "points, places, positions", before: RISES, ..PLAIN },
    Rule { words: "points", before: "#,#", ..PLAIN },
];

/// The words with which an aim means a score or a rank, in small letters.
pub(super) fn found(aim: &str) -> Option<String> {
    let aim = Aim::new(aim);
    (0..aim.words.len()).find_map(|at| RULES.iter().find_map(|rule| aim.meets(rule, at)))
}

/// The words of an aim, in small letters, with whether a mark parts each from the next.
struct Aim {
    words: Vec<(String, bool)>,
    is_bare: bool,
}

impl Aim {
    fn new(aim: &str) -> Self {
        let text = tidy(aim).to_lowercase();
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, ',' | '.' | ';' | ':');
        let word = |written: &str| {
            let word = written.trim_matches(|c: char| !c.is_alphanumeric());
            (word.to_owned(), !written.ends_with(|c: char| c.is_alphanumeric()))
        };
        let words = text.split(|c| !is_part(c)).map(word).filter(|(word, _)| !word.is_empty()).collect();
        let is_bare = text.split_whitespace().all(|word| fold(word) == word);
        Self { words, is_bare }
    }

    /// What a rule says of the word there, with its neighbours.
    fn meets(&self, rule: &Rule, at: usize) -> Option<String> {
        self.after(at, rule.words)?;
        let (mut from, mut to) = (at, at + 1);
        if !rule.before.is_empty() {
            from = self.before(at, rule.before)?;
        }
        if !rule.after.is_empty() {
            to = self.after(to, rule.after)?;
        }
        let is_other =
            self.before(at, rule.not_before).is_some() || self.after(at + 1, rule.not_after).is_some();
        let said = self.words[from..to].iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>();
        (!is_other).then(|| said.join(" "))
    }

    /// Where one of the phrases ends that begins there.
    fn after(&self, start: usize, phrases: &str) -> Option<usize> {
        each(phrases).find_map(|phrase| self.says(start, phrase))
    }

    /// Where one of the phrases begins that ends right before a word.
    fn before(&self, end: usize, phrases: &str) -> Option<usize> {
        each(phrases).find_map(|phrase| {
            let start = end.checked_sub(phrase.split(' ').count())?;
            self.says(start, phrase).map(|_| start)
        })
    }

    /// Where a phrase ends that begins at a word.
    fn says(&self, start: usize, phrase: &str) -> Option<usize> {
        let mut at = start;
        for part in phrase.split(' ') {
            if part == "." {
                let ends = at == self.words.len() || self.words[at - 1].1;
                return ends.then_some(at);
            }
            let (word, _) = self.words.get(at)?;
            let is_number = word.starts_with(|c: char| c.is_ascii_digit());
            let fits = match part {
                "#" => is_number,
                "#,#" => is_number && word.contains([',', '.']),
                _ if self.is_bare => *word == fold(part),
                _ => word == part,
            };
            if !fits {
                return None;
            }
            at += 1;
        }
        Some(at)
    }
}

fn each(phrases: &str) -> impl Iterator<Item = &str> {
    phrases.split(", ").filter(|phrase| !phrase.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_and_ranks_are_found() {
        let aims = [
            "Vào nhóm 20 tỉnh đầu về điểm PAPI",
            "Nâng hạng chỉ số",
            "Cải thiện thứ hạng của tỉnh",
            "Tăng ít nhất 5 bậc so với năm 2024",
            "Nằm trong nhóm điểm trung bình cao trở lên",
            "Đạt 46,96 điểm trở lên",
            "Đạt 46 điểm trở lên",
            "Lọt top 20 cả nước",
            "Lên nhóm 1 PAPI",
            "Vượt lên nhóm 1",
            "Tỉnh đứng thứ 10 cả nước",
            "Dẫn đầu khu vực",
            "Tăng điểm ở mọi nội dung",
            "Tang 5 bac so voi nam 2024",
            "Improve our rank by 5 places",
            "Climb 5 places",
            "Gain at least 3 points",
            "Be among the top 20",
            "Reach the 75th percentile",
            "A higher PAPI score",
        ];
        assert_eq!(aims.into_iter().filter(|aim| found(aim).is_none()).collect::<Vec<_>>(), [""; 0]);
        assert_eq!(found("Tăng ít nhất 5 bậc so với năm 2024").as_deref(), Some("5 bậc"));
    }

    #[test]
    fn what_people_know_or_can_do_is_let_alone() {
        let aims = [
            "Người dân biết nộp hồ sơ ở đâu, điểm tiếp nhận nào gần nhà",
            "Biết 5 điểm bưu điện nhận hồ sơ",
            "Biết thêm 3 điểm phát nước sạch",
            "Phụ huynh các bậc học biết khoản thu",
            "Biết giá điện bậc thang, biết giá nước bậc 2",
            "Biết các hạng mục công trình và số tiền của từng hạng mục",
            "Biết vào nhóm Zalo của khóm",
            "Biết chia nhóm 5 người để họp tổ",
            "Người từ 18 tuổi biết địa điểm, thời điểm tiếp dân",
            "Biết quan điểm của tỉnh về chống tiêu cực",
            "Nhóm trẻ độc lập biết quy định mới",
            "Biết xếp hàng lấy số",
            "Biết 3 điểm mới của Luật Đất đai",
            "Biết điểm khác nhau giữa sổ cũ và sổ mới",
            "Biết ai đứng tên trên giấy chứng nhận",
            "Người lớn tuổi ở bậc cao niên biết chế độ của mình",
            "Biet nop ho so o dau, diem tiep nhan nao gan nha",
            "Know the 5 places where files are taken",
            "Know which collection points are open",
            "Know 3 ways to ask for information",
        ];
        let flagged = aims.into_iter().filter_map(|aim| Some((aim, found(aim)?))).collect::<Vec<_>>();
        assert_eq!(flagged, []);
    }

    #[test]
    fn a_text_of_any_letters_is_read() {
        for hostile in ["", ".", "điểm", "# #,#", "5", "\u{301}", "ករ។ក", "nhóm 5", "thứ ;"] {
            found(hostile);
        }
    }
}
