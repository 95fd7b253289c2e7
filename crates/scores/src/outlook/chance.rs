//! The chance of a target: counted in the draws, every condition at once.

use super::{Drawn, Outlook, Variable};
use crate::Item;
use crate::target::{Condition, Requirement, Scope, Target};

/// What one variable must be in a draw.
struct Test<'a> {
    drawn: &'a Drawn,
    least: Least,
}

enum Least {
    Rank(usize),
    Score(f64),
}

impl Outlook {
    /// The share of draws in which the unit at a position meets a target's conditions in the year that is looked at.
    ///
    /// None where one of them cannot be counted: it asks a sub-dimension, or compares with an earlier edition.
    pub fn chance(&self, position: usize, target: &Target) -> Option<f64> {
        let mut tests = Vec::new();
        for condition in target.asks_in(self.draws.target) {
            tests.extend(self.tests(condition)?);
        }
        let met = |draw: usize| tests.iter().all(|test| self.is_met(test, position, draw));
        (!tests.is_empty()).then(|| self.share(met))
    }

    fn tests(&self, condition: &Condition) -> Option<Vec<Test<'_>>> {
        let variables = match condition.scope {
            Scope::Item(Item::Total) => vec![Variable::Total],
            Scope::Item(Item::Dimension(number)) => vec![Variable::Dimension(number)],
            Scope::Item(Item::Subdimension(_)) => return None,
            Scope::EachDimension => self.draws.dimensions.iter().map(|n| Variable::Dimension(*n)).collect(),
        };
        let test = |variable| {
            let drawn = self.variable(variable)?;
            let least = match condition.requirement {
                Requirement::Rank(rank) => Least::Rank(usize::from(rank)),
                Requirement::Group(group) => Least::Rank(drawn.last_place(group)),
                Requirement::Score(score) => Least::Score(score),
                _ => return None,
            };
            Some(Test { drawn, least })
        };
        variables.into_iter().map(test).collect()
    }

    fn is_met(&self, test: &Test<'_>, position: usize, draw: usize) -> bool {
        match test.least {
            Least::Rank(rank) => usize::from(test.drawn.ranks[position][draw]) <= rank,
            Least::Score(score) => self.draws.absolute(draw, position, test.drawn.variable) >= score,
        }
    }
}
