//! A probability in words, so that nobody reads more into it than it holds.

/// What is said of a probability.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likelihood {
    /// At most 0.15.
    VeryUnlikely,
    /// At most 0.35.
    Unlikely,
    /// Between: we cannot tell.
    CannotTell,
    /// At least 0.65.
    Likely,
    /// At least 0.85.
    VeryLikely,
}

impl Likelihood {
    /// The words for a probability. Across a renewal an outlook is nearly a draw of lots, so only the strong words are
    /// left.
    pub fn of(probability: f64, across_renewal: bool) -> Self {
        match probability {
            p if p >= 0.85 => Self::VeryLikely,
            p if p <= 0.15 => Self::VeryUnlikely,
            _ if across_renewal => Self::CannotTell,
            p if p >= 0.65 => Self::Likely,
            p if p <= 0.35 => Self::Unlikely,
            _ => Self::CannotTell,
        }
    }

    /// The name in JSON and in the catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::VeryUnlikely => "very_unlikely",
            Self::Unlikely => "unlikely",
            Self::CannotTell => "cannot_tell",
            Self::Likely => "likely",
            Self::VeryLikely => "very_likely",
        }
    }
}

/// The share of the base rate's squared error that past forecasts of "first 20" removed, by horizon in years and by
/// whether a renewal lay between: how much such a probability is worth. Measured on the editions to 2024, with eight
/// dimensions; none beyond three years.
pub fn skill(horizon: i16, across_renewal: bool) -> Option<f64> {
    match (horizon, across_renewal) {
        (1, false) => Some(0.39),
        (2, false) => Some(0.29),
        (3, false) => Some(0.30),
        (1, true) => Some(0.00),
        (2, true) => Some(-0.04),
        (3, true) => Some(-0.08),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bounds_belong_to_the_words() {
        let words = |p| Likelihood::of(p, false);
        assert_eq!([0.85, 0.65, 0.35, 0.15, 0.5].map(words), {
            use Likelihood::{CannotTell, Likely, Unlikely, VeryLikely, VeryUnlikely};
            [VeryLikely, Likely, Unlikely, VeryUnlikely, CannotTell]
        });
    }

    #[test]
    fn across_a_renewal_only_the_strong_words_are_left() {
        assert_eq!(Likelihood::of(0.7, true), Likelihood::CannotTell);
        assert_eq!(Likelihood::of(0.3, true), Likelihood::CannotTell);
        assert_eq!(Likelihood::of(0.9, true), Likelihood::VeryLikely);
    }
}
