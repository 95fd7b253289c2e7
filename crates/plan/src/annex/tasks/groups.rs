//! Rows that are no tasks but titles of groups, and the sections that they set.

use places::name::fold;

use super::super::heading::Column;
use super::super::lines::{Line, Numeral, tidy};
use super::super::section;
use super::Reader;

impl Reader<'_> {
    /// Whether a row is the title of a group: text alone, with a numbering or a shape that tasks do not have.
    pub(super) fn is_group(&self, line: &Line<'_>, next: Option<&Line<'_>>) -> bool {
        const OF_TASKS: [Column; 6] =
            [Column::Lead, Column::Parts, Column::Time, Column::Product, Column::Rhythm, Column::Measure];
        let Some(title) = title(line) else { return false };
        if OF_TASKS
            .iter()
            .any(|column| line.owns(*column) && line.text(*column).as_deref() != Some(title.as_str()))
        {
            return false;
        }
        let upper = title.chars().any(char::is_alphabetic) && title.to_uppercase() == title;
        match numeral(line) {
            Some(Numeral::Roman(_) | Numeral::Letter(_)) => true,
            Some(Numeral::Arabic(numbers)) => {
                let below = next.and_then(numeral);
                let has_children = match &below {
                    Some(Numeral::Arabic(next)) => next.len() > numbers.len() && next.starts_with(&numbers),
                    Some(Numeral::Mark) => true,
                    _ => false,
                };
                has_children
                    || line.lies_across()
                    || section::named(&title, &self.structure).is_some_and(|_| {
                        line.own.len() <= 2 && !line.owns(Column::Code) && starts_as_title(&title)
                    })
            }
            _ => line.own.len() == 1 && (line.lies_across() || upper || starts_as_title(&title)),
        }
    }

    /// A group's title sets the section; an inner group only if it names one, or no outer one does.
    pub(super) fn group(&mut self, line: &Line<'_>) {
        let Some(title) = title(line) else { return };
        let numeral = numeral(line);
        let named = section::named(&title, &self.structure);
        self.groups += 1;
        let outer = !matches!(numeral, Some(Numeral::Arabic(_) | Numeral::Mark)) || self.outer.is_none();
        if outer {
            self.outer = Some(named.unwrap_or_else(|| section::of_numeral(numeral.as_ref(), self.groups)));
            self.inner = None;
        } else {
            self.inner = named;
        }
    }
}

/// The text of a row that may be a group's title: in the column of tasks, or the only text that the row has.
fn title(line: &Line<'_>) -> Option<String> {
    let own = || line.own.iter().filter_map(|(_, cell)| cell.words()).max_by_key(|words| words.len());
    let text =
        if line.owns(Column::What) { line.text(Column::What) } else { own().map(|words| tidy(&words)) };
    text.filter(|text| text.chars().any(char::is_alphabetic))
}

/// A row's numbering, in its own column or before its text.
fn numeral(line: &Line<'_>) -> Option<Numeral> {
    let own = line.owns(Column::Number).then(|| line.text(Column::Number)).flatten();
    let before = || title(line).and_then(|title| Numeral::split(&title).map(|(numeral, _)| numeral));
    own.and_then(|text| Numeral::read(&text)).or_else(before)
}

fn starts_as_title(title: &str) -> bool {
    const STARTS: [&str; 8] =
        ["noi dung ", "chi so noi dung", "nhom ", "phan ", "muc ", "truc ", "linh vuc ", "nhiem vu nhom"];
    let folded = fold(title);
    STARTS.iter().any(|start| folded.starts_with(start))
}
