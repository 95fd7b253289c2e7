//! What came of an import of tasks: the contract's JSON, a sheet of findings, lines for a person.

use look::{Lang, Value, say_with};
use plan::annex::{Imported, Problem, Problems};
use serde::Serialize;
use web::api::sheet::Sheet;

use super::words;

/// What came of an import.
#[derive(Debug, Default, Serialize)]
pub(super) struct Report {
    /// Whether the annex was taken, or would be.
    pub(super) accepted: bool,
    /// The plan.
    plan: String,
    /// The sheet that was read.
    sheet: Option<String>,
    /// Tasks that the annex holds.
    stored: usize,
    /// Those that the plan did not have.
    added: usize,
    /// Those that the plan said otherwise.
    changed: usize,
    /// Those that the plan has as they are.
    same: usize,
    /// Codes of tasks of the plan that the annex does not have; they stay.
    missing: Vec<String>,
    /// What is wrong, the first thousand.
    problems: Vec<Problem>,
    /// Problems that are counted but not listed.
    more_problems: usize,
    /// What is worth saying.
    warnings: Vec<Problem>,
    /// Warnings that are counted but not listed.
    more_warnings: usize,
    /// Codes of tasks whose text would coach respondents or aim at surveyed places: a person decides.
    coaching: Vec<String>,
    /// Sheets that were passed over.
    ignored: Vec<String>,
    /// Whether nothing was to be written.
    dry_run: bool,
}

impl Report {
    /// The annex was taken.
    pub(super) fn accepted(imported: Imported, plan: &str, dry_run: bool) -> Self {
        let outcome = imported.outcome;
        let (added, changed, same) = (outcome.added.len(), outcome.changed.len(), outcome.same);
        Self {
            accepted: true,
            plan: plan.to_owned(),
            stored: added + changed + same,
            added,
            changed,
            same,
            missing: outcome.missing,
            more_warnings: imported.warnings.more(),
            warnings: imported.warnings.kept,
            coaching: imported.coaching.into_iter().map(|warning| warning.code).collect(),
            sheet: imported.sheet,
            ignored: imported.ignored,
            dry_run,
            ..Self::default()
        }
    }

    /// The annex was refused.
    pub(super) fn refused(problems: Problems, warnings: Problems, plan: &str, dry_run: bool) -> Self {
        let (more_problems, more_warnings) = (problems.more(), warnings.more());
        let (problems, warnings) = (problems.kept, warnings.kept);
        let plan = plan.to_owned();
        Self { plan, problems, more_problems, warnings, more_warnings, dry_run, ..Self::default() }
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

    /// What came of it, in a sentence or several.
    pub(super) fn sentence(&self, name: &str, lang: Lang) -> String {
        let with = |key: &str, list: &[String]| {
            (!list.is_empty()).then(|| say_with(lang, key, &[("list", Value::from(list.join(", ")))]))
        };
        let more = (self.more_problems > 0)
            .then(|| say_with(lang, "import-more", &[("more", self.more_problems.into())]));
        let ignored = with("annex-ignored", &self.ignored);
        let coaching = with("annex-coaching", &self.coaching);
        let missing = with("annex-missing", &self.missing);
        let said = [more, Some(self.verdict(name, lang)), missing, coaching, ignored];
        said.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }

    fn verdict(&self, name: &str, lang: Lang) -> String {
        let file = ("file", Value::from(name));
        if !self.accepted {
            let count = self.problems.len() + self.more_problems;
            return say_with(lang, "import-refused", &[file, ("count", count.into())]);
        }
        let key = if self.dry_run { "annex-would" } else { "annex-accepted" };
        let counts = [
            file,
            ("plan", Value::from(self.plan.as_str())),
            ("stored", self.stored.into()),
            ("added", self.added.into()),
            ("changed", self.changed.into()),
            ("same", self.same.into()),
        ];
        say_with(lang, key, &counts)
    }
}
