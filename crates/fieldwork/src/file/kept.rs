//! The file as it is kept: text with commas, headed by the survey that it belongs to.

use csv::{QuoteStyle, ReaderBuilder, WriterBuilder};

use super::{Read, Table};

const MARK: &str = "# nanghang survey ";

impl Table {
    /// The bytes that are kept. The survey's mark in their first line makes them nobody else's, so that they can be
    /// removed with the survey.
    pub fn kept(&self, form: &str) -> Vec<u8> {
        let columns = || self.columns.iter();
        // In quotes, since a heading may begin with a byte order mark, which the reader would take for its own.
        let mut heads = WriterBuilder::new()
            .quote_style(QuoteStyle::Always)
            .from_writer(format!("{MARK}{form}\n").into_bytes());
        heads.write_record(columns().map(|column| &column.name)).expect("memory takes every write");
        heads.write_record(columns().map(|column| &column.label)).expect("memory takes every write");
        let mut writer =
            WriterBuilder::new().from_writer(heads.into_inner().expect("memory takes every write"));
        for row in 0..self.rows {
            let values = columns().map(|column| column.values[row].as_deref().unwrap_or_default());
            writer.write_record(values).expect("memory takes every write");
        }
        writer.into_inner().expect("memory takes every write")
    }

    /// Reads what [`Table::kept`] wrote; none if it is anything else.
    pub fn of_kept(bytes: &[u8]) -> Option<Self> {
        let body = bytes.strip_prefix(MARK.as_bytes())?;
        let body = &body[body.iter().position(|byte| *byte == b'\n')? + 1..];
        let mut lines = ReaderBuilder::new().has_headers(false).from_reader(body).into_records();
        let (names, labels) = (lines.next()?.ok()?, lines.next()?.ok()?);
        let named = names.iter().zip(labels.iter());
        let mut table = Self {
            columns: named
                .map(|(name, label)| Read { name: name.into(), label: label.into(), values: Vec::new() })
                .collect(),
            ..Self::default()
        };
        for line in lines {
            let line = line.ok()?;
            table.rows += 1;
            for (column, field) in table.columns.iter_mut().zip(line.iter()) {
                column.values.push((!field.is_empty()).then(|| field.into()));
            }
        }
        Some(table)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_kept_is_read_back(
            cells in prop::collection::vec((".{0,6}", prop::option::of(".{1,6}")), 1..12)
        ) {
            let column = |name: &str| Read {
                name: name.to_owned(),
                label: format!("{name}, \"x\"\n"),
                values: cells.iter().map(|(_, value)| value.clone().map(String::into_boxed_str)).collect(),
            };
            let columns = vec![column("a"), column("b,c")];
            let table = Table { columns, rows: cells.len(), ..Table::default() };
            prop_assert_eq!(Table::of_kept(&table.kept("mau-1")), Some(table));
        }
    }

    #[test]
    fn a_heading_that_is_a_byte_order_mark_costs_no_row() {
        let column =
            Read { name: "\u{feff}".into(), label: "\u{feff}".into(), values: vec![Some("1".into())] };
        let table = Table { columns: vec![column], rows: 1, ..Table::default() };
        assert_eq!(Table::of_kept(&table.kept("mau-1")), Some(table));
    }

    #[test]
    fn other_bytes_are_not_taken_for_a_survey() {
        assert_eq!(Table::of_kept(b"a,b\n1,2\n"), None);
        assert_eq!(Table::of_kept(b""), None);
    }
}
