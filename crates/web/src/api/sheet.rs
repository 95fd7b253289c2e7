//! A sheet: an answer as rows for a spreadsheet, full precision, unknown cells empty.

/// The rows of an answer under their header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Names of the columns.
    pub header: Vec<&'static str>,
    /// A cell for each column.
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    /// A sheet of these columns.
    pub fn new<const N: usize>(
        header: [&'static str; N],
        rows: impl IntoIterator<Item = [String; N]>,
    ) -> Self {
        Self { header: header.to_vec(), rows: rows.into_iter().map(Vec::from).collect() }
    }

    /// The sheet as CSV: UTF-8, comma, LF, header row.
    pub fn csv(&self) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let header = self.header.iter().map(|name| (*name).to_owned()).collect();
        for row in std::iter::once(&header).chain(&self.rows) {
            writer.write_record(row).expect("every row is as wide as the header, and memory takes it");
        }
        let bytes = writer.into_inner().expect("memory takes it");
        String::from_utf8(bytes).expect("made of texts")
    }
}

/// A cell of what may be unknown.
pub fn cell(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_cells_are_empty_and_commas_are_quoted() {
        let rows = [[cell(Some(0.1)), cell(None::<f64>)], ["x,y".into(), "\"z\"".into()]];
        assert_eq!(Sheet::new(["a", "b"], rows).csv(), "a,b\n0.1,\n\"x,y\",\"\"\"z\"\"\"\n");
    }
}
