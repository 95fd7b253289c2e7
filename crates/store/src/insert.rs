//! Many rows at once: a whole edition is some 22,000 figures.

use std::fmt::Write;

use sqlx::AssertSqlSafe;

use crate::value::bind;
use crate::{Ask, Error, Link, Value, on};

/// Rows of one statement: more gain nothing, and SQLite looks up its marks in one long list.
const ROWS: usize = 100;

/// Inserts all rows, a hundred to a statement, and gives how many were inserted.
///
/// The text is constant and has the mark `{rows}` where the rows go:
/// `INSERT INTO figures (year, unit, score) VALUES {rows}`, with `ON CONFLICT …` after it or not.
///
/// # Errors
/// [`Error::Duplicate`] when a key is there already, and whatever else the database says.
pub async fn insert_many<'a, const N: usize, I>(
    at: &mut impl Ask,
    statement: &'static str,
    rows: I,
) -> Result<u64, Error>
where
    I: IntoIterator<Item = [Value<'a>; N], IntoIter: Send>,
{
    insert_rows(at, statement, N, rows.into_iter().flatten()).await
}

/// The same for a width known only at run time; `cells` are the rows end to end.
pub(crate) async fn insert_rows<'a>(
    at: &mut impl Ask,
    statement: &str,
    width: usize,
    cells: impl Iterator<Item = Value<'a>> + Send,
) -> Result<u64, Error> {
    let mut cells = cells.peekable();
    let mut inserted = 0;
    let full = text(at, statement, width, ROWS);
    while cells.peek().is_some() {
        let batch: Vec<Value> = cells.by_ref().take(ROWS * width).collect();
        let rows = batch.len() / width;
        let text = if rows == ROWS { full.clone() } else { text(at, statement, width, rows) };
        inserted += send(at, text, batch).await?;
    }
    Ok(inserted)
}

async fn send(at: &mut impl Ask, text: String, cells: Vec<Value<'_>>) -> Result<u64, Error> {
    on!(at, c => {
        let mut query = sqlx::query(AssertSqlSafe(text));
        for cell in cells {
            query = bind!(query, cell);
        }
        query.execute(c).await.map(|done| done.rows_affected())
    })
}

/// The statement with its marks written out. SQLite finds a `?` faster than a `$1`.
fn text(at: &mut impl Ask, statement: &str, width: usize, rows: usize) -> String {
    let numbered = matches!(at.link(), Link::Postgres(_));
    let mut marks = String::new();
    for cell in 0..rows * width {
        marks.push_str(match cell % width {
            0 if cell == 0 => "(",
            0 => "), (",
            _ => ", ",
        });
        if numbered {
            write!(marks, "${}", cell + 1).expect("a string takes all");
        } else {
            marks.push('?');
        }
    }
    marks.push(')');
    statement.replace("{rows}", &marks)
}
