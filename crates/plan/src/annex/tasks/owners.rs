//! Who leads a task and who cooperates, from the cells that name agencies.

use sheet::Found;

use super::super::cast::{self, Cast, Unclear};
use super::super::heading::Column;
use super::super::lines::{Line, tidy};
use super::super::period::{self, Period};
use super::super::problem::{Expected, Kind, Named};
use super::{Reader, cooperating};
use crate::task::Part;

impl Reader<'_> {
    /// Who leads, and who is named to cooperate in the same cell.
    pub(super) fn lead(&mut self, line: &Line<'_>) -> (Option<String>, Vec<Part>) {
        let Some(text) = self.named(line, Column::Lead) else {
            self.missing(line, Column::Lead, Kind::MissingLead, Expected::Lead);
            return (None, Vec::new());
        };
        let cast = cast::read(&text, &self.names);
        self.unclear(line, Column::Lead, &cast);
        let mut leads = cast.first.into_iter();
        let (lead, others): (Option<String>, Vec<String>) = (leads.next(), leads.collect());
        if !others.is_empty() {
            let (sheet, Some(at)) = (self.sheet, line.at(Column::Lead)) else { return (lead, Vec::new()) };
            self.out.warnings.push(|| sheet.problem(at, Kind::SeveralLeads, Expected::OneLead));
        }
        if lead.is_none() && cast.unclear.is_empty() {
            self.missing(line, Column::Lead, Kind::MissingLead, Expected::Lead);
        }
        (lead, others.into_iter().chain(cast.then).map(cooperating).collect())
    }

    /// The text of a cell that names agencies, with its line ends.
    fn named(&mut self, line: &Line<'_>, column: Column) -> Option<String> {
        self.said(line, column)?;
        self.above.get(&column).cloned()
    }

    /// Who cooperates. A line such as `Sở Tư pháp: soạn tài liệu (hạn 30/06/2025)` says what is its part, and by when.
    pub(super) fn parts(&mut self, line: &Line<'_>) -> Vec<Part> {
        let Some(text) = self.named(line, Column::Parts) else { return Vec::new() };
        let told: Vec<Option<Part>> = text.lines().map(|one| self.told_part(one)).collect();
        if told.iter().all(Option::is_none) {
            return self.cooperating(line, &text);
        }
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines
            .iter()
            .zip(told)
            .flat_map(|(one, told)| told.map_or_else(|| self.cooperating(line, one), |part| vec![part]))
            .collect()
    }

    fn cooperating(&mut self, line: &Line<'_>, text: &str) -> Vec<Part> {
        let cast = cast::read(text, &self.names);
        self.unclear(line, Column::Parts, &cast);
        cast.first.into_iter().chain(cast.then).map(cooperating).collect()
    }

    fn told_part(&self, one: &str) -> Option<Part> {
        let (rest, due) = match one.trim_end().strip_suffix(')').and_then(|rest| rest.rsplit_once("(hạn "))
        {
            Some((rest, written)) => match period::read(written, (self.basis.first, self.basis.last)) {
                Ok(Period { last: Some(last), .. }) => (rest, Some(last)),
                _ => (one, None),
            },
            None => (one, None),
        };
        let (name, part) =
            rest.split_once(": ").map_or((rest, None), |(name, part)| (name, Some(tidy(part))));
        let lists = |part: &String| part.contains(';') && !cast::read(part, &self.names).first.is_empty();
        if part.is_none() && due.is_none() || cast::begins_a_list(name) || part.as_ref().is_some_and(lists) {
            return None;
        }
        let cast = cast::read(name, &self.names);
        let [agency] = cast.first.as_slice() else { return None };
        (cast.then.is_empty() && cast.unclear.is_empty()).then(|| Part { agency: agency.clone(), part, due })
    }

    fn unclear(&mut self, line: &Line<'_>, column: Column, cast: &Cast) {
        let (sheet, Some(at)) = (self.sheet, line.at(column)) else { return };
        if !cast.unclear.is_empty() && !self.told.insert(at) {
            return;
        }
        let directory = self.basis.directory;
        for unclear in &cast.unclear {
            let (kind, written, expected) = match unclear {
                Unclear::Unknown(written, nearest) => {
                    (Kind::UnknownAgency, written, Expected::Agency(nearest.clone()))
                }
                Unclear::Ambiguous(written, codes) => {
                    let named =
                        |code: &String| Named { code: code.clone(), name: directory.name(code).to_owned() };
                    let these = codes.iter().map(named).collect();
                    (Kind::AmbiguousAgency, written, Expected::OneOf(these))
                }
            };
            self.out.problems.push(|| sheet.problem_with(at, kind, Found::text(written), expected));
        }
    }
}
