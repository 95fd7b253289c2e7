//! Markdown as a page shows it: every tag is written by the renderer, none comes from the text; links lead where a link
//! may lead, pictures are the article's own, and tables scroll by themselves.

mod table;

use askama::Template;
use look::Lang;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use crate::Fault;
use table::{Tables, options};

/// A picture as it stands in a text.
#[derive(Template, Debug, Clone, PartialEq, Eq)]
#[template(path = "parts/article/picture.html")]
pub(crate) struct Picture {
    /// Its place among the files of the article; `![…](anh-2)` names the second.
    pub(crate) place: i64,
    pub(crate) src: String,
    pub(crate) alt: String,
    pub(crate) width: i64,
    pub(crate) height: i64,
    /// Whether it stands in a text of another language than its words, which are Vietnamese.
    pub(crate) is_foreign: bool,
}

/// A text as a page shows it.
pub(crate) struct Prose {
    /// HTML.
    pub(crate) html: String,
    /// The places of the pictures that stand in it.
    pub(crate) shown: Vec<i64>,
}

/// Renders a text with the pictures that it may name; its tables are called in a language.
///
/// # Errors
/// When a picture does not render.
pub(crate) fn prose(lang: Lang, markdown: &str, pictures: &[Picture]) -> Result<Prose, Fault> {
    let (mut events, mut shown, mut skipped) = (Vec::new(), Vec::new(), Vec::new());
    let (options, mut tables) = (options(markdown), Tables::new(lang));
    let (top, mut depth) = (top(markdown, options), 1);
    // The words of a picture that is shown are its own, so those in the text are left out.
    let mut inside: Option<usize> = None;
    for event in Parser::new_ext(markdown, options) {
        if let Some(open) = &mut inside {
            match event {
                Event::Start(_) => *open += 1,
                Event::End(_) if *open == 0 => inside = None,
                Event::End(_) => *open -= 1,
                _ => {}
            }
            continue;
        }
        match event {
            event if tables.take(&event, &mut events) => {}
            Event::Html(text) | Event::InlineHtml(text) => events.push(Event::Text(text)),
            Event::Start(Tag::HtmlBlock) => events.push(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::HtmlBlock) => events.push(Event::End(TagEnd::Paragraph)),
            Event::Start(Tag::Heading { level, .. }) => {
                // No step is left out on the way down, whatever was written.
                depth = (level as usize + 2).saturating_sub(top).clamp(2, depth + 1);
                events.push(Event::Start(heading(depth)));
            }
            Event::End(TagEnd::Heading(_)) => events.push(Event::End(TagEnd::Heading(of_depth(depth)))),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let may = may_lead(&dest_url);
                skipped.push(!may);
                if may {
                    events.push(Event::Start(link(dest_url)));
                }
            }
            Event::End(TagEnd::Link) => {
                if skipped.pop() == Some(false) {
                    events.push(Event::End(TagEnd::Link));
                }
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                if let Some(picture) = named(&dest_url, pictures) {
                    shown.push(picture.place);
                    events.push(Event::InlineHtml(picture.render()?.into()));
                    inside = Some(0);
                }
            }
            Event::End(TagEnd::Image) => {}
            Event::Text(text) if skipped.is_empty() => events.extend(with_links(text)),
            event => events.push(event),
        }
    }
    let mut page = String::new();
    html::push_html(&mut page, events.into_iter());
    Ok(Prose { html: page, shown })
}

/// What a text says without any of its signs, on one line: what an excerpt is taken from.
pub(crate) fn plain(markdown: &str) -> String {
    let mut said = String::with_capacity(markdown.len());
    for event in Parser::new_ext(markdown, options(markdown)) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                said.push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak | Event::Rule => said.push(' '),
            // Words of one paragraph or cell and of the next are two.
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link) => {}
            Event::End(_) => said.push(' '),
            _ => {}
        }
    }
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The level of the largest heading of a text; it stands right below the page's own.
fn top(markdown: &str, options: Options) -> usize {
    let level = |event| match event {
        Event::Start(Tag::Heading { level, .. }) => Some(level as usize),
        _ => None,
    };
    Parser::new_ext(markdown, options).filter_map(level).min().unwrap_or(1)
}

fn heading(depth: usize) -> Tag<'static> {
    Tag::Heading { level: of_depth(depth), id: None, classes: Vec::new(), attrs: Vec::new() }
}

fn of_depth(depth: usize) -> HeadingLevel {
    HeadingLevel::try_from(depth).unwrap_or(HeadingLevel::H6)
}

/// A text in which addresses of the web that were written bare lead there.
fn with_links(text: CowStr<'_>) -> Vec<Event<'_>> {
    if !text.contains("http://") && !text.contains("https://") {
        return vec![Event::Text(text)];
    }
    let mut events = Vec::new();
    for piece in text.split_inclusive(char::is_whitespace) {
        let bare = piece.trim_end().trim_end_matches(['.', ',', ';', ':', ')', '!', '?']);
        let is_address = bare
            .strip_prefix("https://")
            .or(bare.strip_prefix("http://"))
            .is_some_and(|rest| rest.contains('.'));
        if is_address && may_lead(bare) {
            events.push(Event::Start(link(bare.to_owned().into())));
            events.push(Event::Text(bare.to_owned().into()));
            events.push(Event::End(TagEnd::Link));
            events.push(Event::Text(piece[bare.len()..].to_owned().into()));
        } else {
            events.push(Event::Text(piece.to_owned().into()));
        }
    }
    events
}

fn link(dest_url: CowStr<'_>) -> Tag<'_> {
    Tag::Link {
        link_type: pulldown_cmark::LinkType::Inline,
        dest_url,
        title: CowStr::Borrowed(""),
        id: CowStr::Borrowed(""),
    }
}

/// Web pages, mail and telephones, and paths of this site.
fn may_lead(address: &str) -> bool {
    let plain = !address.chars().any(|c| c.is_control() || c.is_whitespace() || c == '\\');
    let own = address.starts_with('/') && !address.starts_with("//");
    let lower = address.to_ascii_lowercase();
    plain
        && (own || ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| lower.starts_with(scheme)))
}

fn named<'a>(address: &str, pictures: &'a [Picture]) -> Option<&'a Picture> {
    let place: i64 = address.strip_prefix("anh-")?.parse().ok()?;
    pictures.iter().find(|picture| picture.place == place)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn html_of(markdown: &str) -> String {
        let picture = Picture {
            place: 2,
            src: "/anh/2".into(),
            alt: "Bảng \"tin\"".into(),
            width: 8,
            height: 6,
            is_foreign: false,
        };
        prose(Lang::Vi, markdown, &[picture]).unwrap().html
    }

    #[test]
    fn what_is_written_as_a_tag_is_shown_as_it_was_written() {
        let page = html_of(
            "Xin <script>alert(1)</script> chào\n\n<img src=x onerror=alert(1)>\n\n<div onclick=x>\n",
        );
        assert!(!page.contains("<script") && !page.contains("<img") && !page.contains("<div"), "{page}");
        assert!(page.contains("&lt;script&gt;"));
    }

    #[test]
    fn links_lead_where_a_link_may_lead() {
        assert!(
            html_of("[Cổng](https://baclieu.gov.vn)").contains("<a href=\"https://baclieu.gov.vn\">Cổng</a>")
        );
        let bare = html_of("Xem https://dichvucong.gov.vn/tra-cuu?x=1&y=2, rồi nộp.");
        assert!(bare.contains("<a href=\"https://dichvucong.gov.vn/tra-cuu?x=1&amp;y=2\">"), "{bare}");
        assert!(html_of("[Xem](/cong-khai)").contains("<a href=\"/cong-khai\">"));
        for hostile in [
            "javascript:alert(1)",
            "JAVASCRIPT:alert(1)",
            "data:text/html,x",
            "//evil.vn",
            "vbscript:x",
            "/\\evil.vn",
            "&#106;avascript:alert(1)",
        ] {
            let page = html_of(&format!("[Bấm]({hostile})"));
            assert!(!page.contains("<a "), "{hostile}: {page}");
            assert!(page.contains("Bấm"));
        }
        assert!(!html_of("<javascript:alert(1)>").contains("<a "));
    }

    #[test]
    fn pictures_are_the_articles_own() {
        let page = html_of("![thay](anh-2)");
        assert!(
            page.contains("src=\"/anh/2\"") && page.contains("&#34;tin&#34;") && !page.contains("thay"),
            "{page}"
        );
        let foreign = html_of("![ảnh](https://evil.vn/x.png) ![khác](anh-9)");
        assert!(
            !foreign.contains("<img") && foreign.contains("ảnh") && foreign.contains("khác"),
            "{foreign}"
        );
    }

    #[test]
    fn an_excerpt_holds_no_sign_of_markdown() {
        let text = "## Hồ sơ gồm\n\n- **Đơn** đề nghị\n- Bản sao\n\n> Không ai được đòi thêm.\n\n| a | b |\n|---|---|\n| c \\| d | e |\n\n[Gửi **phản ánh**](/hoi-dap).";
        let said = "Hồ sơ gồm Đơn đề nghị Bản sao Không ai được đòi thêm. a b c | d e Gửi phản ánh.";
        assert_eq!(plain(text), said);
        assert_eq!(plain("![Bảng](anh-1) 1 < 2 <b>x"), "Bảng 1 < 2 <b>x");
    }

    #[test]
    fn headings_stand_below_the_pages_own_and_leave_no_step_out() {
        assert_eq!(html_of("# Một\n\n###### Sáu"), "<h2>Một</h2>\n<h3>Sáu</h3>\n");
        assert_eq!(html_of("### Ba\n\n#### Bốn\n\n### Ba"), "<h2>Ba</h2>\n<h3>Bốn</h3>\n<h2>Ba</h2>\n");
    }

    #[test]
    fn a_table_scrolls_under_a_name_and_its_head_is_one() {
        let page = html_of("| Việc | |\n|:--|--:|\n| **Phí** | a \\| b |\n");
        let region = "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Bảng 1\"><table>";
        let head = "<thead><tr><th scope=\"col\">Việc</th><td></td></tr></thead>";
        let row = "<tbody><tr><td><strong>Phí</strong></td><td>a | b</td></tr></tbody></table></div>";
        assert_eq!(page, format!("{region}{head}{row}\n"));
        let two = html_of("| a |\n|---|\n\nx\n\n| b |\n|---|\n| c |\n");
        assert!(
            two.contains("Bảng 2") && two.contains("<td>c</td>") && !two.contains("<tbody></tbody>"),
            "{two}"
        );
    }

    #[test]
    fn what_is_written_in_a_cell_makes_no_tag_and_a_table_too_large_is_none() {
        let page = html_of(
            "| <script>x</script> | [l](javascript:x) |\n|---|---|\n| <td onclick=x> | ![p](anh-2) |\n",
        );
        assert!(
            !page.contains("<script") && !page.contains("<a ") && !page.contains("<td onclick"),
            "{page}"
        );
        assert!(page.contains("src=\"/anh/2\""), "{page}");
        let ragged = html_of("| a | b |\n|---|---|\n| c |\n| d | e | f |\n");
        assert_eq!(ragged.matches("<tr>").count(), 3, "{ragged}");
        assert_eq!(ragged.matches("<td>").count(), 4, "{ragged}");
        let wide = format!("{}|\n{}|\n{}", "|a".repeat(1000), "|-".repeat(1000), "|b|\n".repeat(1000));
        assert!(!html_of(&wide).contains("<table"), "no page of a million empty cells");
        let long = format!("|a|b|\n|-|-|\n{}", "|c|d|\n".repeat(5000));
        assert!(!html_of(&long).contains("<table"));
    }

    proptest! {
        #[test]
        fn a_table_opens_no_tag_that_it_does_not_close(markdown in "[a|<>/\"\\\\*`\n: -]{0,80}") {
            let page = html_of(&format!("|a|b|\n|-|-|\n{markdown}"));
            for name in ["div", "table", "thead", "tbody", "tr", "td", "th"] {
                let opened = page.matches(&format!("<{name}>")).count() + page.matches(&format!("<{name} ")).count();
                prop_assert_eq!(opened, page.matches(&format!("</{name}>")).count(), "{}: {}", name, page);
            }
        }

        #[test]
        fn no_text_makes_a_tag_of_its_own(markdown in "[<>a-z/=\"'!\\[\\]()&;:#*_` \n-]{0,80}") {
            let page = html_of(&markdown);
            let known = ["p", "h2", "h3", "h4", "h5", "h6", "em", "strong", "del", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr", "br", "img", "figure"];
            for tag in page.split('<').skip(1) {
                let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
                prop_assert!(known.contains(&name.as_str()), "{}: {}", name, page);
                prop_assert!(!tag.split('>').next().unwrap().contains(" on"), "{}", page);
            }
        }
    }
}
