//! The filters, used as a page uses them.

use askama::Template;
use jiff::civil::{Date, date};
use look::{Lang, filters};

struct Row {
    score: f64,
    people: usize,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = "{{ lang|date_long(day) }}; {{ lang|date_short(day) }}; {{ lang|t(\"group-high\") }}\
        {% for row in rows %}; {{ lang|score(row.score) }}, {{ lang|whole(row.people) }}, {{ lang|score(3.0) }}{% endfor %}\
        {% if let Some(change) = change %}; {{ lang|signed(change) }}{% endif %}; {{ lang|signed_whole(5) }}"
)]
struct Page<'a> {
    lang: Lang,
    day: Date,
    rows: &'a [Row],
    change: Option<f64>,
}

#[test]
fn a_page_speaks_the_language_it_is_given() {
    let rows = [Row { score: 44.1004, people: 19_000 }];
    let mut page = Page { lang: Lang::Vi, day: date(2025, 5, 20), rows: &rows, change: Some(-1.478) };

    assert_eq!(
        page.render().unwrap(),
        "Thứ Ba, ngày 20 tháng 5 năm 2025; 20/5/2025; Cao; 44,10, 19.000, 3,00; −1,48; +5"
    );
    page.lang = Lang::En;
    assert_eq!(
        page.render().unwrap(),
        "Tuesday, 20 May 2025; 20 May 2025; High; 44.10, 19,000, 3.00; −1.48; +5"
    );
}
