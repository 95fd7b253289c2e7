//! The outlook of a whole country: what is said of every unit, counted in one set of draws and small enough to keep.

use super::forecast::Forecaster;
use super::memory::Memory;
use super::{Outlook, Panel, Summary, Variable};
use crate::{Group, Target};

/// What is said of every unit of a set.
#[derive(Debug, Clone, PartialEq)]
pub struct Country {
    /// The survey year that is looked at.
    pub target: i16,
    /// Both totals and each dimension.
    pub variables: Vec<Variable>,
    /// Unit by unit, as in the panel.
    pub units: Vec<Sight>,
}

/// What is said of one unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Sight {
    /// For each variable of the country.
    pub summaries: Vec<Summary>,
    /// For each variable, the chance of each group, best first.
    pub groups: Vec<[f64; 4]>,
    /// The chance that every dimension is in the high-average group or a better one.
    pub upper: f64,
    /// The chance of each target that was asked about; none where it cannot be counted.
    pub targets: Vec<Option<f64>>,
    /// What each edition weighs in the forecast: its year, the weight with the sample kept and with it renewed.
    pub weights: Vec<(i16, f64, f64)>,
}

impl Country {
    /// Counts in an outlook's draws.
    pub fn of(outlook: &Outlook, targets: &[Target]) -> Self {
        let sight = |(unit, weights): (usize, Vec<(i16, f64, f64)>)| Sight {
            summaries: outlook.drawn.iter().map(|drawn| drawn.summary(unit)).collect(),
            groups: outlook.drawn.iter().map(|drawn| drawn.groups(unit)).collect(),
            upper: outlook.each_within(unit, Group::HighAverage),
            targets: targets.iter().map(|target| outlook.chance(unit, target)).collect(),
            weights,
        };
        let units = weights(&outlook.panel).into_iter().enumerate().map(sight).collect();
        Self { target: outlook.draws.target, variables: outlook.draws.variables(), units }
    }

    /// What is said of a unit in one variable.
    pub fn summary(&self, unit: usize, variable: Variable) -> Option<&Summary> {
        let at = self.variables.iter().position(|own| *own == variable)?;
        self.units.get(unit)?.summaries.get(at)
    }
}

/// Unit by unit, what each edition weighs.
fn weights(panel: &Panel) -> Vec<Vec<(i16, f64, f64)>> {
    let years = panel.standardised();
    let memory = Memory::from_years(panel, &years);
    let [mut kept, mut renewed] =
        [false, true].map(|renewed| Forecaster::new(panel, &years, &memory, renewed));
    let of = |unit: usize| {
        let (kept, renewed) = (kept.of(unit).weights, renewed.of(unit).weights);
        panel
            .years
            .iter()
            .zip(kept.iter().zip(renewed))
            .map(|(year, (kept, renewed))| (year.year, *kept, renewed))
            .collect()
    };
    (0..panel.count).map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Editions;
    use crate::outlook::{Ask, Periods, Renewal};

    #[test]
    fn chances_of_the_first_twenty_add_up_to_twenty_and_groups_to_one() {
        let set = places::country().set("63").expect("a set");
        let ask = Ask { target: 2025, renewal: Renewal::Unknown, draws: 500, seed: 1 };
        let editions = Editions::embedded(2011..=2024);
        let outlook = Outlook::new(&editions, set, 2024, Periods::embedded(), ask).expect("an outlook");
        let country = Country::of(&outlook, &["rank=20".parse().expect("a target")]);
        let first: f64 = country.units.iter().map(|sight| sight.targets[0].expect("counted")).sum();
        assert!((first - 20.0).abs() < 1e-9, "{first}");
        for sight in &country.units {
            assert!(sight.groups.iter().all(|groups| (groups.iter().sum::<f64>() - 1.0).abs() < 1e-9));
            assert!(
                sight.upper <= sight.groups[2][0] + sight.groups[2][1] + 1e-9,
                "no likelier than one of them"
            );
        }
    }

    #[test]
    fn what_compares_with_an_earlier_edition_is_not_counted() {
        let set = places::country().set("63").expect("a set");
        let ask = Ask { target: 2025, renewal: Renewal::Unknown, draws: 20, seed: 1 };
        let editions = Editions::embedded(2011..=2024);
        let outlook = Outlook::new(&editions, set, 2024, Periods::embedded(), ask).expect("an outlook");
        for uncounted in ["points=1@2020", "4.2:rank=3", "lift"] {
            assert_eq!(outlook.chance(0, &uncounted.parse().expect("a target")), None, "{uncounted}");
        }
        let both = outlook.chance(0, &"rank=20, 1:rank=20".parse().expect("a target")).expect("counted");
        assert!(both <= outlook.chance(0, &"rank=20".parse().expect("a target")).expect("counted"));
    }
}
