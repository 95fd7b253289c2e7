//! The terms of a task: everything that a plan says of it.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::Rhythm;
use crate::plan::Refusal;

/// Other indices that a task can be for, beside the dimensions and sub-dimensions of PAPI: PAR INDEX, SIPAS,
/// DTI, emulation, the rating under Nghị định 335/2025/NĐ-CP.
pub const INDICES: [&str; 5] = ["par_index", "sipas", "dti", "emulation", "rating_335"];

/// What a plan says of a task.
#[derive(Debug, Clone, PartialEq)]
pub struct Terms {
    /// Its code in the plan: `1.2-03`.
    pub code: String,
    /// Its place in the plan, from 1.
    pub place: i64,
    /// The section of the plan: a dimension `1`…, or another of the plan's own, `TT`, `CH`.
    pub section: String,
    /// What is to be done.
    pub what: String,
    /// What comes of it.
    pub product: String,
    /// When it counts as done; empty means when the product is there.
    pub done_when: String,
    /// How often it is reported.
    pub rhythm: Rhythm,
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// Month and day of each plan year on which it is due, where that is not its period's.
    pub due_on: Option<(i8, i8)>,
    /// The code of the agency or group that leads it; none only in a draft.
    pub lead: Option<String>,
    /// Who cooperates, in order.
    pub parts: Vec<Part>,
    /// What it is for: `1.1`, `4`, or one of [`INDICES`].
    pub items: Vec<String>,
    /// What is counted.
    pub measure: Option<Measure>,
    /// Its weight by difficulty, 1 where nobody said.
    pub weight: f64,
    /// The level that it applies to, as the plan's annex has it.
    pub scope: Option<String>,
    /// Where it was found.
    pub source: String,
    /// Whether the public side shows it.
    pub public: bool,
}

/// What a cooperating agency does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The code of an agency or a group.
    pub agency: String,
    /// What it does, where the plan says.
    pub part: Option<String>,
    /// By when.
    pub due: Option<Date>,
}

/// What is counted in reports on a task.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// What is counted.
    pub name: String,
    /// In what: `%`, `khoản`.
    pub unit: Option<String>,
    /// The lowest value that can be.
    pub low: Option<f64>,
    /// The highest value that can be; of what is countable, all of it.
    pub high: Option<f64>,
}

impl Measure {
    /// Whether a value can be.
    pub fn holds(&self, value: f64) -> bool {
        value.is_finite()
            && self.low.is_none_or(|low| low <= value)
            && self.high.is_none_or(|high| value <= high)
    }

    /// The share of a value of all there is, 0 to 1; none where nobody said how much that is.
    pub fn share(&self, value: f64) -> Option<f64> {
        let all = self.high.filter(|high| *high > 0.0)?;
        Some((value / all).clamp(0.0, 1.0))
    }
}

impl Terms {
    /// The days of the task.
    pub fn days(&self) -> RangeInclusive<Date> {
        self.first..=self.last
    }

    /// When it counts as done, in the words of the plan or by its product.
    pub fn counts_as_done(&self) -> &str {
        if self.done_when.trim().is_empty() { &self.product } else { &self.done_when }
    }

    /// Everybody who has a part in it, by code, the lead first.
    pub fn agencies(&self) -> impl Iterator<Item = &str> {
        self.lead.as_deref().into_iter().chain(self.parts.iter().map(|part| part.agency.as_str()))
    }

    /// The texts that people wrote, in which a warning can lie.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        let parts = self.parts.iter().filter_map(|part| part.part.as_deref());
        let measure = self.measure.iter().map(|measure| measure.name.as_str());
        [self.what.as_str(), &self.product, &self.done_when].into_iter().chain(parts).chain(measure)
    }

    /// What even a draft must be.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        let fits = |c: char| c.is_alphanumeric() || c == '.' || c == '-' || c == '_';
        if self.code.is_empty() || self.code.starts_with('.') || !self.code.chars().all(fits) {
            return Err(Refusal::BadCode(self.code.clone()));
        }
        if self.last < self.first {
            return Err(Refusal::Backwards { first: self.first, last: self.last });
        }
        // 29 February is a day of some years; in others it is the 28th.
        if let Some((month, day)) = self.due_on
            && Date::new(2024, month, day).is_err()
        {
            return Err(Refusal::Impossible(format!("{day}/{month}")));
        }
        if !self.weight.is_finite() || self.weight <= 0.0 {
            return Err(Refusal::Impossible(self.weight.to_string()));
        }
        match &self.measure {
            Some(Measure { low: Some(low), high: Some(high), .. }) if high < low => {
                Err(Refusal::Impossible(format!("{low}–{high}")))
            }
            _ => Ok(()),
        }
    }

    /// As the audit trail keeps them.
    pub(crate) fn told(&self) -> Value {
        let part = |part: &Part| json!([part.agency, part.part, part.due]);
        let measure = |it: &Measure| json!([it.name, it.unit, it.low, it.high]);
        json!({
            "code": self.code, "place": self.place, "section": self.section, "what": self.what,
            "product": self.product, "done_when": self.done_when, "rhythm": self.rhythm.as_str(),
            "first": self.first, "last": self.last, "due_on": self.due_on, "lead": self.lead,
            "parts": self.parts.iter().map(part).collect::<Vec<_>>(), "items": self.items,
            "measure": self.measure.as_ref().map(measure), "weight": self.weight, "scope": self.scope,
            "source": self.source, "public": self.public,
        })
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use jiff::civil::date;

    use super::*;

    /// A task that can be published.
    pub(crate) fn terms(code: &str) -> Terms {
        Terms {
            code: code.to_owned(),
            place: 1,
            section: "1".to_owned(),
            what: "Công khai thu chi".to_owned(),
            product: "Bảng công khai".to_owned(),
            done_when: String::new(),
            rhythm: Rhythm::Quarterly,
            first: date(2025, 1, 1),
            last: date(2025, 12, 31),
            due_on: None,
            lead: Some("BL-STC".to_owned()),
            parts: Vec::new(),
            items: vec!["1.4".to_owned()],
            measure: None,
            weight: 1.0,
            scope: None,
            source: String::new(),
            public: true,
        }
    }

    #[test]
    fn a_task_counts_as_done_by_its_product_where_nobody_said_better() {
        let mut task = terms("1.4-01");
        assert_eq!(task.counts_as_done(), "Bảng công khai");
        task.done_when = "Mọi xã đã niêm yết".to_owned();
        assert_eq!(task.counts_as_done(), "Mọi xã đã niêm yết");
    }

    #[test]
    fn only_what_can_be_is_taken_for_a_task() {
        assert!(terms("1.4-01").check().is_ok() && terms("CĐ_2").check().is_ok());
        for bad in ["", "..", "1/2", "a b", "<b>"] {
            assert!(matches!(terms(bad).check(), Err(Refusal::BadCode(_))), "{bad}");
        }
        let with = |change: fn(&mut Terms)| {
            let mut terms = terms("1");
            change(&mut terms);
            terms.check()
        };
        assert!(matches!(with(|t| t.last = date(2024, 1, 1)), Err(Refusal::Backwards { .. })));
        assert!(matches!(with(|t| t.due_on = Some((2, 30))), Err(Refusal::Impossible(_))));
        assert!(with(|t| t.due_on = Some((2, 29))).is_ok());
        assert!(matches!(with(|t| t.weight = 0.0), Err(Refusal::Impossible(_))));
    }

    #[test]
    fn a_share_is_of_all_there_is_and_unknown_where_that_is() {
        let measure = |high| Measure { name: "Số ấp".to_owned(), unit: None, low: Some(0.0), high };
        assert_eq!(measure(Some(500.0)).share(125.0), Some(0.25));
        assert_eq!(measure(None).share(125.0), None);
        assert!(measure(Some(500.0)).holds(500.0) && !measure(Some(500.0)).holds(500.5));
        assert!(!measure(None).holds(f64::NAN) && !measure(None).holds(-1.0));
    }
}
