//! Tables of a text: each in a region that scrolls by itself and has a name, its head marked as one.

use look::Lang;
use look::words::say_with;
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

/// The most columns of a table.
const COLUMNS_MAX: usize = 30;
/// The most cells of all tables of a text; rows that are short are filled up, so a short text can make many.
const CELLS_MAX: usize = 5_000;

/// How a text is read: with tables, unless a page could not show them.
pub(super) fn options(markdown: &str) -> Options {
    let plain = Options::ENABLE_STRIKETHROUGH;
    let with_tables = plain | Options::ENABLE_TABLES;
    let mut cells = 0;
    let is_too_large = markdown.contains('|')
        && Parser::new_ext(markdown, with_tables).any(|event| match event {
            Event::Start(Tag::Table(columns)) => columns.len() > COLUMNS_MAX,
            Event::Start(Tag::TableCell) => {
                cells += 1;
                cells > CELLS_MAX
            }
            _ => false,
        });
    if is_too_large { plain } else { with_tables }
}

/// Writes the tags of tables.
pub(super) struct Tables {
    lang: Lang,
    count: usize,
    is_head: bool,
    has_rows: bool,
    /// Where the cell began that is open.
    began: usize,
}

impl Tables {
    pub(super) fn new(lang: Lang) -> Self {
        Self { lang, count: 0, is_head: false, has_rows: false, began: 0 }
    }

    /// Takes an event that is about a table, and writes its tags after what is written; whether it was one.
    pub(super) fn take(&mut self, event: &Event<'_>, so_far: &mut Vec<Event<'_>>) -> bool {
        let tags: CowStr<'_> = match event {
            Event::Start(Tag::Table(_)) => self.opened().into(),
            Event::Start(Tag::TableHead) => {
                self.is_head = true;
                "<thead><tr>".into()
            }
            Event::End(TagEnd::TableHead) => {
                self.is_head = false;
                "</tr></thead>".into()
            }
            Event::Start(Tag::TableRow) if self.has_rows => "<tr>".into(),
            Event::Start(Tag::TableRow) => {
                self.has_rows = true;
                "<tbody><tr>".into()
            }
            Event::End(TagEnd::TableRow) => "</tr>".into(),
            Event::Start(Tag::TableCell) => {
                self.began = so_far.len();
                if self.is_head { "<th scope=\"col\">".into() } else { "<td>".into() }
            }
            Event::End(TagEnd::TableCell) => self.shut(so_far).into(),
            Event::End(TagEnd::Table) if self.has_rows => "</tbody></table></div>\n".into(),
            Event::End(TagEnd::Table) => "</table></div>\n".into(),
            _ => return false,
        };
        so_far.push(Event::InlineHtml(tags.into_static()));
        true
    }

    fn opened(&mut self) -> String {
        self.count += 1;
        self.has_rows = false;
        let name = say_with(self.lang, "news-table", &[("n", self.count.into())]);
        format!("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{name}\"><table>")
    }

    /// The end of a cell; a cell of the head in which nothing stands is the head of nothing.
    fn shut(&self, so_far: &mut [Event<'_>]) -> &'static str {
        if !self.is_head {
            return "</td>";
        }
        let is_empty = self.began + 1 == so_far.len();
        match so_far.get_mut(self.began) {
            Some(cell) if is_empty => {
                *cell = Event::InlineHtml("<td>".into());
                "</td>"
            }
            _ => "</th>",
        }
    }
}
