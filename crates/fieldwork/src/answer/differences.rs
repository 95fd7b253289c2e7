//! Differences between groups, each tested, with regard to how many are.

use std::collections::BTreeMap;

use estimate::{Base, Ci, Common, Contrast, ContrastOf, Estimator, Request, Statistic as Of};

use super::estimated::One;
use super::{Difference, Line, Statistic};
use crate::design::Amiss;

/// The most groups of which every pair is compared.
const PAIRS_MAX: usize = 5;

/// The differences between the groups that are shown, and the group that all were compared with if not every pair was.
pub(super) fn of(one: &One<'_>, groups: &[Line]) -> Result<(Vec<Difference>, Option<String>), Amiss> {
    let shown: Vec<&Line> = groups.iter().filter(|line| line.figures.is_some()).collect();
    if shown.len() < 2 || one.statistic == Statistic::Total {
        return Ok((Vec::new(), None));
    }
    let largest = (0..shown.len()).rev().max_by_key(|at| shown[*at].people).unwrap_or(0);
    let every = shown.len() <= PAIRS_MAX;
    let pairs: Vec<(usize, usize)> = match every {
        true => (0..shown.len()).flat_map(|a| (a + 1..shown.len()).map(move |b| (a, b))).collect(),
        false => (0..shown.len()).filter(|at| *at != largest).map(|at| (at, largest)).collect(),
    };
    let rows = one.tested(&shown, &pairs).answer(&one.asked.survey)?;
    let difference = |(row, (a, b)): (&estimate::Row, &(usize, usize))| {
        Some(Difference {
            group: shown[*a].name(),
            other: shown[*b].name(),
            estimate: row.get("estimate")?,
            interval: row.get("ci_low").zip(row.get("ci_high")),
            p: row.get("p_value")?,
            adjusted: 1.0,
        })
    };
    let mut found: Vec<Difference> = rows.iter().zip(&pairs).filter_map(difference).collect();
    holm(&mut found);
    Ok((found, (!every).then(|| shown[largest].name())))
}

impl One<'_> {
    fn tested(&self, shown: &[&Line], pairs: &[(usize, usize)]) -> Request {
        let by = &self.asked.question.by;
        let base = |line: &&Line| Base {
            statistic: Of::Mean,
            variable: Some(self.column.name.clone()),
            level: self.value.map(Into::into),
            numerator: None,
            denominator: None,
            domain: by
                .iter()
                .cloned()
                .zip(line.group.iter().map(|level| level.as_str().into()))
                .collect::<BTreeMap<_, _>>(),
        };
        let contrast = |(a, b): &(usize, usize)| {
            let sign = |at: usize| f64::from(u8::from(at == *a)) - f64::from(u8::from(at == *b));
            Contrast {
                name: format!("{a}-{b}"),
                coefficients: Some((0..shown.len()).map(sign).collect()),
                expression: None,
            }
        };
        let what = Estimator::Contrast(ContrastOf {
            base: shown.iter().map(base).collect(),
            contrasts: pairs.iter().map(contrast).collect(),
            test: true,
            show_base: false,
        });
        let ci = Some(Ci { level: self.asked.question.level, df: None });
        Request { what, common: Common { ci, ..Common::default() } }
    }
}

/// Fills in the probabilities that regard how many differences were tested: p₍ᵢ₎ · (m + 1 − i), never falling.
fn holm(found: &mut [Difference]) {
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by(|a, b| found[*a].p.total_cmp(&found[*b].p));
    let mut least = 0.0_f64;
    for (place, at) in order.into_iter().enumerate() {
        let many = (found.len() - place) as f64;
        least = least.max((found[at].p * many).min(1.0));
        found[at].adjusted = least;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holms_probabilities_are_those_of_the_textbook() {
        let difference = |p| Difference {
            group: String::new(),
            other: String::new(),
            estimate: 0.0,
            interval: None,
            p,
            adjusted: 1.0,
        };
        let mut found = [0.01, 0.04, 0.03, 0.005].map(difference);
        holm(&mut found);
        assert_eq!(found.map(|it| (it.adjusted * 1e6).round() / 1e6), [0.03, 0.06, 0.06, 0.02]);
    }
}
