//! What outlooks were worth: the share of the base rate's squared error that past forecasts of "first 20" removed.
//!
//! `data/outlook_skill.csv` holds what the backtest gives for the editions to 2024, by set of provinces, years ahead,
//! whether the sample was known to be renewed (or nobody knew), and variable. A test makes the table anew.

use std::sync::LazyLock;

use places::Set;
use serde::Deserialize;

use super::{Likelihood, Renewal, Variable};

/// A look ahead: for which provinces, how many years, and what is known of the sample.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The provinces.
    pub set: &'static Set,
    /// Years after the newest edition used.
    pub horizon: i16,
    /// Whether the sample is renewed by then.
    pub renewal: Renewal,
}

/// Where less of the base rate's error was removed, an outlook tells hardly more than a draw of lots.
const TELLING: f64 = 0.10;

/// What such outlooks of the first places told in the past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    /// Enough for every word.
    Much,
    /// Hardly more than a draw of lots, as across a renewal: only the strong words are left.
    Little,
    /// They were never put to the test, as further ahead than three years: no word is left.
    Untried,
}

impl Look {
    /// The share of the base rate's squared error that such forecasts of the first 20 removed: 1 is all of it, below 0
    /// they did worse. None where it was not measured.
    pub fn skill(&self, variable: Variable) -> Option<f64> {
        let name = variable.to_string();
        let own = |row: &&Worth| {
            row.units == self.set.label
                && row.years_ahead == self.horizon
                && row.renewal == self.renewal.as_str()
                && row.variable == name
        };
        worths().iter().find(own).map(|row| row.skill)
    }

    /// What such outlooks of the total told.
    pub fn telling(&self) -> Telling {
        match self.skill(Variable::Total) {
            Some(skill) if skill >= TELLING => Telling::Much,
            Some(_) => Telling::Little,
            None => Telling::Untried,
        }
    }

    /// The words for a probability.
    pub fn likelihood(&self, probability: f64) -> Likelihood {
        Likelihood::of(probability, self.telling())
    }
}

/// A row of the table, which also says how many forecasts stand behind it.
#[derive(Debug, Deserialize)]
struct Worth {
    units: String,
    years_ahead: i16,
    renewal: String,
    variable: String,
    skill: f64,
}

fn worths() -> &'static [Worth] {
    static WORTHS: LazyLock<Vec<Worth>> =
        LazyLock::new(|| places::rows(include_str!("../../../../data/outlook_skill.csv")));
    &WORTHS
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use places::country;

    use super::*;
    use crate::Editions;
    use crate::outlook::backtest::{Forecasted, Plan, forecasts};
    use crate::outlook::{FIRST, Panel, Periods};

    #[test]
    fn the_table_is_what_the_backtest_gives() {
        let made = table();
        assert!(
            made == include_str!("../../../../data/outlook_skill.csv"),
            "data/outlook_skill.csv is:\n{made}"
        );
    }

    fn table() -> String {
        let mut lines = "units,years_ahead,renewal,variable,forecasts,skill\n".to_owned();
        for set in &country().sets {
            let panel = Panel::read(&Editions::embedded(2011..=2024), set, 2024, Periods::embedded());
            let panel = panel.expect("a past");
            for horizon in 1..=3 {
                let [blind, knowing] = [false, true].map(|renewals_known| {
                    forecasts(&panel, horizon, Plan { draws: 1000, seed: 1, renewals_known })
                });
                for (renewal, all) in
                    [(Renewal::No, &knowing), (Renewal::Yes, &knowing), (Renewal::Unknown, &blind)]
                {
                    rows(&mut lines, set, horizon, renewal, all);
                }
            }
        }
        lines
    }

    fn rows(lines: &mut String, set: &Set, horizon: i16, renewal: Renewal, all: &[Forecasted]) {
        let period = |year| Periods::embedded().of(year);
        let of_kind = |f: &&Forecasted| match renewal {
            Renewal::Unknown => true,
            known => (period(f.origin) != period(f.target)) == (known == Renewal::Yes),
        };
        let mut variables: Vec<Variable> = all.iter().map(|f| f.variable).collect();
        variables.sort_unstable();
        variables.dedup();
        for variable in variables {
            let own: Vec<_> = all.iter().filter(|f| f.variable == variable).filter(of_kind).collect();
            let error = |said: &dyn Fn(&Forecasted) -> f64| -> f64 {
                own.iter().map(|f| (said(f) - f64::from(u8::from(f.rank <= FIRST))).powi(2)).sum()
            };
            let skill = 1.0 - error(&|f| f.summary.within(FIRST)) / error(&|f| FIRST as f64 / f.of as f64);
            // Rounded first, so that what is hardly below 0 has no sign.
            let skill = (skill * 100.0).round() / 100.0 + 0.0;
            let (units, renewal, count) = (set.label, renewal.as_str(), own.len());
            writeln!(lines, "{units},{horizon},{renewal},{variable},{count},{skill:.2}").expect("text");
        }
    }

    #[test]
    fn an_outlook_tells_much_with_the_sample_kept_and_little_across_a_renewal() {
        let set = country().set("63").expect("the 63");
        let look = |horizon, renewal| Look { set, horizon, renewal };
        for (horizon, share) in [(1, 0.39), (2, 0.29), (3, 0.30)] {
            let kept = look(horizon, Renewal::No).skill(Variable::Total).expect("measured");
            assert!((kept - share).abs() <= 0.015, "{kept}");
            assert_eq!(look(horizon, Renewal::No).telling(), Telling::Much);
            assert_eq!(look(horizon, Renewal::Yes).telling(), Telling::Little);
        }
        assert_eq!(look(1, Renewal::Unknown).telling(), Telling::Much);
        assert_eq!(look(3, Renewal::Unknown).telling(), Telling::Little);
        assert_eq!(look(4, Renewal::No).telling(), Telling::Untried);
        assert_eq!(look(1, Renewal::Yes).likelihood(0.7), Likelihood::CannotTell);
        assert_eq!(look(1, Renewal::Yes).likelihood(0.9), Likelihood::VeryLikely);
        assert_eq!(look(1, Renewal::Unknown).likelihood(0.7), Likelihood::Likely);
        assert_eq!(look(5, Renewal::No).likelihood(0.9), Likelihood::CannotTell);
    }
}
