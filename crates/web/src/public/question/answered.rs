//! What was asked and answered in public, found with and without marks, so that the next one finds it.

use askama::Template;
use jiff::civil::Date;
use listen::import::tallies;
use listen::question::{FOUND, PAGE, Published, overall, published};
use look::filters;
use look::words::{say, say_with};
use serde::Deserialize;

use super::file;
use crate::Page;
use crate::asked::written;
use crate::desk::typed::query;
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::import::{Told, told};
use crate::parts::question::{FileView, Shares, agency, kind};
use crate::visit::{Query, Visit};

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    q: Option<String>,
    page: Option<String>,
}

#[derive(Template)]
#[template(path = "public/question/answered.html")]
struct AnsweredPage {
    frame: Frame,
    written: String,
    found: String,
    rows: Vec<Row>,
    shares: Shares,
    others: Vec<Told>,
    newer: Option<String>,
    older: Option<String>,
}

/// A question with its answer.
struct Row {
    code: String,
    title: String,
    words: String,
    answer: String,
    files: Vec<FileView>,
    kind: String,
    agency: String,
    asked: Date,
    answered: Option<Date>,
    late: Option<i64>,
    rating: Option<i64>,
}

const LONGEST: usize = 100;

/// The page.
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let (lang, snapshot) = (visit.lang, visit.snapshot.clone());
    let desk = visit.app.works()?.program(None);
    let text: String = written(&asked.q).unwrap_or_default().chars().take(LONGEST).collect();
    let number = written(&asked.page).and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, 100_000);
    let (rows, found) = published(&desk, &text, number).await?;
    let overall = snapshot.questions.get_or_try_init(|| overall(&desk)).await?;
    let all = found.unwrap_or(overall.public);
    let row = |it: Published| Row {
        title: heading(&it.words),
        kind: kind(lang, it.kind),
        agency: it
            .agency
            .as_ref()
            .map_or_else(String::new, |code| agency(&snapshot.directory, code).to_owned()),
        files: it
            .files
            .iter()
            .map(|one| FileView::new(lang, one, file::path(lang, &it.code, one.place)))
            .collect(),
        code: it.code,
        words: it.words,
        answer: it.answer,
        asked: it.received_on,
        answered: it.answered_on,
        late: it.late.filter(|days| *days > 0),
        rating: it.rating,
    };
    let at = |number: i64| {
        let query = query([("q", &text), ("page", &number.to_string())]);
        format!("{}?{query}", Page::Answered.path(lang))
    };
    render(&AnsweredPage {
        shares: Shares::new(lang, &overall.tally),
        others: told(lang, tallies(&desk).await?),
        frame: visit.frame(Page::Answered, say(lang, Page::Answered.key())).under(Page::Questions),
        newer: (number > 1).then(|| at(number - 1)),
        older: (number * PAGE < all).then(|| at(number + 1)),
        rows: rows.into_iter().map(row).collect(),
        written: text,
        found: match found {
            Some(FOUND) => say_with(lang, "question-found-more", &[("n", FOUND.into())]),
            _ => say_with(lang, "question-found", &[("n", all.into())]),
        },
    })
}

/// The first line, cut where it is long.
pub(crate) fn title(words: &str) -> String {
    const MOST: usize = 90;
    let line = words.lines().next().unwrap_or_default();
    if line.chars().count() <= MOST {
        return line.to_owned();
    }
    let cut: String = line.chars().take(MOST).collect();
    // A sentence that ends is a title as it is; one that is cut says so.
    match cut.rfind(['?', '!', '.']).filter(|end| cut[end + 1..].starts_with(' ')) {
        Some(end) => cut[..=end].to_owned(),
        None => format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole)),
    }
}

/// A question as a heading: whole where it is one line and not long.
fn heading(words: &str) -> String {
    const WHOLE: usize = 160;
    let is_short = !words.contains('\n') && words.chars().count() <= WHOLE;
    if is_short { words.to_owned() } else { title(words) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_question_is_its_own_heading_and_a_long_one_begins_with_a_sentence() {
        let short = "Cháu nhà tôi sinh tháng 11, năm học này có được vào lớp 1 không? Tôi chưa thấy trường nào gần nhà thông báo.";
        assert_eq!(heading(short), short);
        assert_eq!(title(short), "Cháu nhà tôi sinh tháng 11, năm học này có được vào lớp 1 không?");
        let long = format!("{short} {short}");
        assert_eq!(heading(&long), "Cháu nhà tôi sinh tháng 11, năm học này có được vào lớp 1 không?");
        let endless = "a ".repeat(100);
        assert!(title(&endless).ends_with('…'));
        assert_eq!(
            title(
                "Giá 1.234.567 đồng cho mỗi mét vuông đất ở tại khu dân cư mới của phường này có đúng với bảng giá hay không"
            ),
            "Giá 1.234.567 đồng cho mỗi mét vuông đất ở tại khu dân cư mới của phường này có đúng với…"
        );
    }
}
