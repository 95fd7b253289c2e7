//! What is said of all ranked provinces at once: the ranks that each may have, by a method, and its chances.

use std::str::FromStr;

use super::{Chances, Correction, Estimates, Sets, Truth, joint, marginal, simultaneous};

/// For what the sets of ranks hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// For one province at a time.
    Marginal,
    /// For all at once.
    Simultaneous,
    /// For the whole ranking: simple, and the widest.
    Joint,
}

/// There is no such method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a method is marginal, simultaneous or joint")]
pub struct NotAMethod;

/// Sets of ranks with their chances, in the order of the estimates.
#[derive(Debug, Clone, PartialEq)]
pub struct Sure {
    /// The ranks that each may have, by the method.
    pub sets: Sets,
    /// Sets that hold for all at once, for who cannot be ruled out.
    pub all_at_once: Sets,
    /// The chance of each rank; none where the spread is all noise.
    pub chances: Option<Chances>,
}

impl Method {
    /// Every method, the usual one first.
    pub const ALL: [Self; 3] = [Self::Marginal, Self::Simultaneous, Self::Joint];

    /// Its name in questions and answers.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Marginal => "marginal",
            Self::Simultaneous => "simultaneous",
            Self::Joint => "joint",
        }
    }
}

impl FromStr for Method {
    type Err = NotAMethod;

    fn from_str(written: &str) -> Result<Self, NotAMethod> {
        Self::ALL.into_iter().find(|method| method.as_str() == written).ok_or(NotAMethod)
    }
}

impl Sure {
    /// Works them out, to hold with probability `coverage`; what is simulated follows from the seed.
    pub fn of(estimates: &Estimates, method: Method, coverage: f64, seed: u64) -> Self {
        let all_at_once = simultaneous::both(estimates, coverage, simultaneous::DRAWS, seed).1.sets;
        let sets = match method {
            Method::Marginal => marginal::stepwise(estimates, coverage).sets,
            Method::Simultaneous => all_at_once.clone(),
            Method::Joint => joint::region(estimates, coverage, Correction::Sidak).sets,
        };
        Self { sets, all_at_once, chances: Chances::of(estimates, Truth::Shrunk) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_method_is_read_by_its_name() {
        assert!(Method::ALL.into_iter().all(|method| method.as_str().parse() == Ok(method)));
        assert_eq!("both".parse::<Method>(), Err(NotAMethod));
    }

    #[test]
    fn what_holds_for_more_is_wider() {
        let estimates = Estimates::new((0..12).map(f64::from).collect(), vec![1.0; 12]).expect("fit");
        let width = |method| {
            let sets = Sure::of(&estimates, method, 0.9, 1).sets;
            sets.worst.iter().zip(&sets.best).map(|(worst, best)| worst - best).sum::<usize>()
        };
        let [one, all, joint] = Method::ALL.map(width);
        assert!(one <= all && all <= joint, "{one} {all} {joint}");
    }
}
