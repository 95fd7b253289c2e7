//! What came of an import: the contract's JSON, a sheet of findings, lines for a person.

use look::{Lang, Value, number, say_with};
use scores::import::{Imported, Problem, Problems};
use serde::Serialize;
use web::api::sheet::Sheet;

use super::words;

/// What came of an import.
#[derive(Debug, Default, Serialize)]
pub(super) struct Report {
    /// Whether the file was taken, or would be.
    pub(super) accepted: bool,
    /// Its year, when it has one.
    year: Option<i16>,
    /// Its years.
    years: Vec<i16>,
    /// Scores that the file holds.
    stored: usize,
    /// Those that differ from what was there.
    changed: usize,
    /// Those of editions that were not there.
    added: usize,
    /// Other estimates beside them.
    estimates: usize,
    /// What is wrong, the first thousand.
    problems: Vec<Problem>,
    /// Problems that are counted but not listed.
    more_problems: usize,
    /// What is worth saying.
    warnings: Vec<Problem>,
    /// Warnings that are counted but not listed.
    more_warnings: usize,
    /// Sheets and years that were passed over.
    ignored: Vec<String>,
    /// Whether nothing was to be written.
    dry_run: bool,
    /// Editions whose sample seems renewed, which a person must settle.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    seems_renewed: Vec<Renewed>,
}

/// An edition that remembers less of the one before than editions of one sample do.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Renewed {
    /// Its survey year.
    pub(super) year: i16,
    /// The break statistic.
    pub(super) statistic: f64,
}

impl Report {
    /// The file was taken, or would be.
    pub(super) fn accepted(imported: Imported, dry_run: bool) -> Self {
        let ignored = imported.ignored.iter().map(|ignored| {
            let year = ignored.year.map(|year| year.to_string());
            [ignored.sheet.clone(), year].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        });
        Self {
            accepted: true,
            year: if let [only] = imported.years.as_slice() { Some(*only) } else { None },
            stored: imported.stored,
            changed: imported.changed,
            added: imported.added,
            estimates: imported.estimates,
            ignored: ignored.collect(),
            more_warnings: imported.warnings.more(),
            warnings: imported.warnings.kept,
            years: imported.years,
            dry_run,
            ..Self::default()
        }
    }

    /// With the question whether the sample was renewed.
    pub(super) fn asking(self, seems_renewed: Vec<Renewed>) -> Self {
        Self { seems_renewed, ..self }
    }

    /// The file was refused.
    pub(super) fn refused(problems: Problems, warnings: Problems, dry_run: bool) -> Self {
        let (more_problems, more_warnings) = (problems.more(), warnings.more());
        let (problems, warnings) = (problems.kept, warnings.kept);
        Self { problems, more_problems, warnings, more_warnings, dry_run, ..Self::default() }
    }

    /// Problems and warnings, a line each.
    pub(super) fn lines(&self, lang: Lang) -> String {
        let problems = self.problems.iter().map(|problem| words::line(problem, "import-line", lang));
        let warnings = self.warnings.iter().map(|warning| words::line(warning, "import-warning", lang));
        problems.chain(warnings).map(|line| line + "\n").collect()
    }

    /// The findings as a sheet.
    pub(super) fn sheet(&self) -> Sheet {
        let line = |finding: &Problem, weight: &str| {
            [
                weight.to_owned(),
                finding.sheet.clone().unwrap_or_default(),
                finding.row.map(|row| row.to_string()).unwrap_or_default(),
                finding.column.clone().unwrap_or_default(),
                finding.kind.as_str().to_owned(),
                finding.value.to_string(),
                finding.expected.to_string(),
            ]
        };
        let problems = self.problems.iter().map(|problem| line(problem, "problem"));
        let warnings = self.warnings.iter().map(|warning| line(warning, "warning"));
        Sheet::new(
            ["weight", "sheet", "row", "column", "kind", "value", "expected"],
            problems.chain(warnings),
        )
    }

    /// What came of it, in a sentence or two.
    pub(super) fn sentence(&self, name: &str, lang: Lang) -> String {
        let more = (self.more_problems > 0)
            .then(|| say_with(lang, "import-more", &[("more", self.more_problems.into())]));
        let ignored = Value::from(self.ignored.join("; "));
        let ignored =
            (!self.ignored.is_empty()).then(|| say_with(lang, "import-ignored", &[("ignored", ignored)]));
        let asked = self.seems_renewed.iter().map(|renewed| {
            let statistic = number::decimals(lang, renewed.statistic, 2);
            let values = [("year", Value::from(renewed.year.to_string())), ("statistic", statistic.into())];
            say_with(lang, "import-seems-renewed", &values)
        });
        [more, Some(self.verdict(name, lang)), ignored]
            .into_iter()
            .flatten()
            .chain(asked)
            .collect::<Vec<_>>()
            .join("\n")
    }

    fn verdict(&self, name: &str, lang: Lang) -> String {
        let years: Vec<String> = self.years.iter().map(ToString::to_string).collect();
        let file = ("file", Value::from(name));
        if !self.accepted {
            let count = self.problems.len() + self.more_problems;
            return say_with(lang, "import-refused", &[file, ("count", count.into())]);
        }
        let key = if self.dry_run { "import-would" } else { "import-accepted" };
        let counts = [
            file,
            ("years", years.join(", ").into()),
            ("stored", self.stored.into()),
            ("changed", self.changed.into()),
            ("added", self.added.into()),
        ];
        say_with(lang, key, &counts)
    }
}
