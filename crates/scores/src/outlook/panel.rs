//! The past as the outlook sees it: every unit's score in every dimension of every year, relative to the nation.

use super::Variable;

/// Published scores of a set of units.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// How many units there are.
    pub count: usize,
    /// Numbers of the dimensions that the newest year has.
    pub dimensions: Vec<u8>,
    /// The years that have an edition, oldest first.
    pub years: Vec<PanelYear>,
}

/// The scores of one year.
#[derive(Debug, Clone, PartialEq)]
pub struct PanelYear {
    /// The survey year.
    pub year: i16,
    /// The first year of its sample period, which names the period.
    pub period: i16,
    /// For each dimension of the panel, each unit's points; none where it was not published or not scored.
    pub scores: Vec<Vec<Option<f64>>>,
}

/// A dimension of one year: its national mean and spread, and each unit's distance from the mean in spreads.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Standardised {
    pub(crate) mean: f64,
    pub(crate) spread: f64,
    pub(crate) z: Vec<Option<f64>>,
}

impl Panel {
    /// The survey year of the newest edition; none where there is none.
    pub fn as_of(&self) -> Option<i16> {
        self.years.last().map(|year| year.year)
    }

    /// The panel as it was known when the edition of a year was the newest: later years are not there, and neither are
    /// dimensions that the year does not score.
    pub fn until(&self, as_of: i16) -> Self {
        let known: Vec<&PanelYear> = self.years.iter().filter(|year| year.year <= as_of).collect();
        let there = |dimension: &usize| {
            known.last().is_some_and(|year| year.scores[*dimension].iter().any(Option::is_some))
        };
        let kept: Vec<usize> = (0..self.dimensions.len()).filter(there).collect();
        let year = |year: &&PanelYear| PanelYear {
            scores: kept.iter().map(|dimension| year.scores[*dimension].clone()).collect(),
            year: year.year,
            period: year.period,
        };
        Self {
            count: self.count,
            dimensions: kept.iter().map(|dimension| self.dimensions[*dimension]).collect(),
            years: known.iter().map(year).collect(),
        }
    }

    /// Each unit's points in a year, relative to the mean of those scored; none where a dimension is not published.
    pub(crate) fn relative(&self, year: usize, variable: Variable) -> Vec<Option<f64>> {
        let counted: Vec<&Vec<Option<f64>>> = self
            .dimensions
            .iter()
            .zip(&self.years[year].scores)
            .filter(|(number, _)| variable.counts(**number))
            .map(|(_, scores)| scores)
            .collect();
        let sum = |unit: usize| counted.iter().map(|scores| scores[unit]).sum::<Option<f64>>();
        let sums: Vec<Option<f64>> = (0..self.count).map(sum).collect();
        let scored = sums.iter().flatten().count().max(1) as f64;
        let mean = sums.iter().flatten().sum::<f64>() / scored;
        sums.into_iter().map(|sum| Some(sum? - mean)).collect()
    }

    /// Every year's dimensions standardised; none where too few units were scored.
    ///
    /// A dimension counts when more than 40 units, or two thirds of a smaller set, have a score.
    pub(crate) fn standardised(&self) -> Vec<Vec<Option<Standardised>>> {
        let enough = (2 * self.count / 3).min(40);
        let of_year = |year: &PanelYear| {
            year.scores.iter().map(|scores| standardise(scores, enough)).collect::<Vec<_>>()
        };
        self.years.iter().map(of_year).collect()
    }
}

fn standardise(scores: &[Option<f64>], enough: usize) -> Option<Standardised> {
    let published: Vec<f64> = scores.iter().flatten().copied().collect();
    let count = published.len() as f64;
    let mean = published.iter().sum::<f64>() / count;
    let variance = published.iter().map(|score| (score - mean) * (score - mean)).sum::<f64>() / count;
    let spread = libm::sqrt(variance);
    let z = scores.iter().map(|score| score.map(|score| (score - mean) / spread)).collect();
    (published.len() > enough && spread > 0.0).then_some(Standardised { mean, spread, z })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dimension_enters_when_enough_units_are_scored() {
        let scored = |many: usize, of: usize| {
            let scores = (0..of).map(|unit| (unit < many).then_some(unit as f64)).collect();
            let year = PanelYear { year: 2018, period: 2018, scores: vec![scores] };
            let panel = Panel { count: of, dimensions: vec![1], years: vec![year] };
            panel.standardised()[0][0].is_some()
        };
        assert!(!scored(40, 63) && scored(41, 63));
        assert!(!scored(22, 34) && scored(23, 34));
    }

    #[test]
    fn scale_and_shift_do_not_show() {
        let z = |scores: [f64; 3]| standardise(&scores.map(Some), 1).expect("enough").z;
        let close = |a: Vec<Option<f64>>, b: Vec<Option<f64>>| {
            a.iter().flatten().zip(b.iter().flatten()).all(|(a, b)| (a - b).abs() < 1e-12)
        };
        assert!(close(z([1.0, 2.0, 4.0]), z([13.0, 23.0, 43.0])));
    }
}
