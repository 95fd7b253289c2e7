//! A warning: a text that would coach respondents of a survey, or aim at the places where it is held.
//!
//! A plan works on what people live through, not on what they answer. The rule reads folded words, so it also
//! takes a text without marks; it can be wrong either way, which is why a person decides.

use places::name::fold;

use super::Terms;

/// What a text would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aim {
    /// Coach those who may be asked.
    Respondents,
    /// Aim at the households, hamlets or communes that are surveyed.
    SurveyedPlaces,
}

/// Words that warn, and where in the task they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The code of the task.
    pub code: String,
    /// What the text would do.
    pub aim: Aim,
    /// The words that were found, folded.
    pub words: &'static str,
}

/// Phrases that prepare people for answers, folded.
const COACHING: [&str; 33] = [
    "huong dan tra loi phieu",
    "huong dan cach tra loi",
    "huong dan nguoi dan tra loi",
    "huong dan ho dan tra loi",
    "huong dan dan tra loi",
    "huong dan tra loi khao sat",
    "huong dan tra loi phong van",
    "huong dan tra loi cau hoi khao sat",
    "tap huan tra loi",
    "tap huan nguoi duoc khao sat",
    "tap huan nguoi duoc phong van",
    "hoc thuoc long",
    "hoc thuoc cau",
    "hoc thuoc dap an",
    "nguoi dan hoc thuoc",
    "ba con hoc thuoc",
    "tra loi rat hai long",
    "tra loi hai long",
    "nen tra loi",
    "tra loi theo huong",
    "cho diem cao",
    "cham diem cao",
    "danh gia cao khi duoc",
    "tra loi mau",
    "cau tra loi san",
    "dap an khao sat",
    "dap an mau",
    "dap an papi",
    "goi y tra loi",
    "goi y cach tra loi",
    "dinh huong tra loi",
    "dinh huong cau tra loi",
    "van dong tra loi tot",
];

/// Phrases that mean the places or people of a survey's sample, folded.
const AIMING: [&str; 24] = [
    "ho duoc khao sat",
    "ho duoc chon mau",
    "ho thuoc mau",
    "ho dan duoc khao sat",
    "nguoi duoc khao sat",
    "nguoi duoc phong van",
    "nguoi duoc chon khao sat",
    "nguoi duoc chon phong van",
    "dia ban khao sat",
    "dia ban duoc khao sat",
    "dia ban duoc chon",
    "dia ban chon mau",
    "ap duoc chon",
    "ap duoc khao sat",
    "thon duoc chon mau",
    "khom duoc chon",
    "xa duoc chon khao sat",
    "xa duoc khao sat",
    "danh sach mau khao sat",
    "tai diem khao sat",
    "cac diem khao sat",
    "duoc papi chon",
    "duoc papi khao sat",
    "papi chon mau",
];

/// Words shortly before a phrase that turn it round: a plan may well forbid coaching.
const FORBIDDING: [&str; 4] = ["khong", "cam", "tranh", "chong"];

/// Every warning that a task's texts give, each aim once.
pub fn warnings(terms: &Terms) -> Vec<Warning> {
    let warning = |(aim, words)| Warning { code: terms.code.clone(), aim, words };
    found_in(terms.texts()).into_iter().map(warning).collect()
}

/// What texts of any kind would do, with the words that were found, folded; each aim once.
pub fn found_in<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<(Aim, &'static str)> {
    let texts: Vec<String> = texts.into_iter().map(plain).collect();
    let found = |aim, phrases: &'static [&'static str]| {
        let words = phrases.iter().find(|phrase| texts.iter().any(|text| says(text, phrase)))?;
        Some((aim, *words))
    };
    let both = [found(Aim::Respondents, &COACHING), found(Aim::SurveyedPlaces, &AIMING)];
    both.into_iter().flatten().collect()
}

/// The first words that coach or aim, as they were written; none where no text does.
pub fn first_in(texts: &[&str]) -> Option<String> {
    let (_, phrase) = *found_in(texts.iter().copied()).first()?;
    Some(texts.iter().find_map(|text| quoted(text, phrase)).unwrap_or_else(|| phrase.to_owned()))
}

/// The words of a text that make up a phrase that was found in it, as they were written.
pub fn quoted(text: &str, phrase: &str) -> Option<String> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let length = phrase.split(' ').count();
    words.windows(length).map(|window| window.join(" ")).find(|window| fold(window) == phrase)
}

/// Folded words between single spaces, with a space at either end; what ends a clause stays as `.`.
fn plain(text: &str) -> String {
    let spaced = fold(text).replace([';', '.', '!', '?', ':'], " . ");
    let words: String =
        spaced.chars().map(|c| if c.is_alphanumeric() || c == '.' { c } else { ' ' }).collect();
    format!(" {} ", words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether a text says a phrase without forbidding it in the four words before.
fn says(text: &str, phrase: &str) -> bool {
    let wanted = format!(" {phrase} ");
    text.match_indices(&wanted).any(|(start, _)| {
        let before = text[..=start].rsplit(" . ").next().unwrap_or_default();
        !before.split_whitespace().rev().take(4).any(|word| FORBIDDING.contains(&word))
    })
}

#[cfg(test)]
mod tests {
    use super::super::terms::tests::terms;
    use super::*;

    fn aims(what: &str) -> Vec<Aim> {
        let task = Terms { what: what.to_owned(), ..terms("1.1-01") };
        warnings(&task).into_iter().map(|warning| warning.aim).collect()
    }

    #[test]
    fn a_text_that_would_coach_respondents_warns() {
        for what in [
            "Hướng dẫn trả lời phiếu khảo sát PAPI cho người dân",
            "huong dan  cach tra loi cho ho dan",
            "TẬP HUẤN TRẢ LỜI phiếu cho trưởng ấp",
            "Phát tờ rơi để người dân học thuộc",
            "Phổ biến đáp án mẫu tới các khóm",
            "Hướng dẫn người dân trả lời theo hướng tích cực",
            "Bà con nên trả lời rất hài lòng khi được khảo sát PAPI",
            "Nếu được phỏng vấn PAPI, bà con cho điểm cao nhất",
        ] {
            assert_eq!(aims(what), [Aim::Respondents], "{what}");
        }
    }

    #[test]
    fn a_text_that_aims_at_surveyed_places_warns() {
        for what in [
            "Ưu tiên làm đường tại ấp được chọn mẫu",
            "Tặng quà hộ được khảo sát",
            "Tăng cường tuyên truyền tại địa bàn khảo sát PAPI",
            "Gặp gỡ người được phỏng vấn trước ngày khảo sát",
            "Tuyên truyền trọng tâm tại các ấp được PAPI chọn mẫu",
        ] {
            assert_eq!(aims(what), [Aim::SurveyedPlaces], "{what}");
        }
    }

    #[test]
    fn both_are_said_once_each_and_wherever_they_stand() {
        let both = "Tập huấn trả lời cho hộ được khảo sát, hộ được chọn mẫu";
        assert_eq!(aims(both), [Aim::Respondents, Aim::SurveyedPlaces]);
        let task = Terms { product: "Danh sách hộ được khảo sát".to_owned(), ..terms("1.1-01") };
        assert_eq!(warnings(&task).len(), 1);
    }

    #[test]
    fn forbidding_it_is_no_coaching() {
        for what in [
            "Chuyên mục định kỳ (không hướng dẫn cách trả lời khảo sát)",
            "Nghiêm cấm hướng dẫn trả lời phiếu",
        ] {
            assert!(aims(what).is_empty(), "{what}");
        }
        let other_clause = "Không thu tiền; hướng dẫn cách trả lời cho hộ dân";
        assert_eq!(aims(other_clause), [Aim::Respondents]);
    }

    #[test]
    fn schools_and_scores_are_no_coaching() {
        for what in
            ["Các trường tiểu học thuộc xã khai giảng", "Điểm khảo sát PAPI năm 2024 của tỉnh là 44,10"]
        {
            assert!(aims(what).is_empty(), "{what}");
        }
    }

    #[test]
    fn a_phrase_is_quoted_as_it_was_written() {
        let text = "Đề nghị: HƯỚNG DẪN, trả lời phiếu.";
        assert_eq!(quoted(text, "huong dan tra loi phieu").as_deref(), Some("HƯỚNG DẪN trả lời phiếu"));
        assert_eq!(quoted(text, "hoc thuoc"), None);
    }

    #[test]
    fn no_task_of_the_practice_plan_warns() {
        #[derive(serde::Deserialize)]
        struct Row {
            nhiem_vu: String,
            san_pham_minh_chung: String,
            chi_tieu_do_trong_nam: String,
        }
        let rows: Vec<Row> = places::rows(include_str!("../../../../data/practice/tasks.csv"));
        assert_eq!(rows.len(), 70);
        for Row { nhiem_vu, san_pham_minh_chung, chi_tieu_do_trong_nam } in rows {
            let texts = Terms { what: nhiem_vu, product: san_pham_minh_chung, ..terms("1") };
            let task = Terms { done_when: chi_tieu_do_trong_nam, ..texts };
            assert_eq!(warnings(&task), [], "{}", task.what);
        }
    }
}
