//! A row of answers: labels that say what it is, and figures.

use serde::ser::{Serialize, SerializeMap, Serializer};

/// A figure of a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Figure {
    /// A number; `None` if it does not exist.
    Number(Option<f64>),
    /// A finding.
    Truth(bool),
}

/// A row of answers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    labels: Vec<(&'static str, String)>,
    domain: Vec<(String, String)>,
    figures: Vec<(&'static str, Figure)>,
}

impl Row {
    /// A row about a domain, which is given by its columns and levels.
    pub fn of(domain: &[(String, String)]) -> Self {
        Self { domain: domain.to_vec(), ..Self::default() }
    }

    /// With a label.
    #[must_use]
    pub fn label(mut self, name: &'static str, text: impl Into<String>) -> Self {
        self.labels.push((name, text.into()));
        self
    }

    /// With a label that may not apply.
    #[must_use]
    pub fn label_if(self, name: &'static str, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.label(name, text),
            None => self,
        }
    }

    /// With a number; one that is not finite does not exist.
    #[must_use]
    pub fn number(mut self, name: &'static str, number: f64) -> Self {
        self.figures.push((name, Figure::Number(number.is_finite().then_some(number))));
        self
    }

    /// With a finding.
    #[must_use]
    pub fn truth(mut self, name: &'static str, truth: bool) -> Self {
        self.figures.push((name, Figure::Truth(truth)));
        self
    }

    /// The text of a label.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.labels.iter().find(|(label, _)| *label == name).map(|(_, text)| text.as_str())
    }

    /// The number of that name, `None` if there is none or it does not exist.
    pub fn get(&self, name: &str) -> Option<f64> {
        match self.figures.iter().find(|(figure, _)| *figure == name)?.1 {
            Figure::Number(number) => number,
            Figure::Truth(_) => None,
        }
    }

    /// Labels in order.
    pub fn labels(&self) -> &[(&'static str, String)] {
        &self.labels
    }

    /// Columns and levels of the domain.
    pub fn domain(&self) -> &[(String, String)] {
        &self.domain
    }

    /// Figures in order.
    pub fn figures(&self) -> &[(&'static str, Figure)] {
        &self.figures
    }
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, text) in &self.labels {
            map.serialize_entry(name, text)?;
        }
        if !self.domain.is_empty() {
            let domain: serde_json::Map<String, serde_json::Value> =
                self.domain.iter().map(|(column, level)| (column.clone(), level.as_str().into())).collect();
            map.serialize_entry("domain", &domain)?;
        }
        for (name, figure) in &self.figures {
            match figure {
                Figure::Number(number) => map.serialize_entry(name, number)?,
                Figure::Truth(truth) => map.serialize_entry(name, truth)?,
            }
        }
        map.end()
    }
}
