//! A probability in words, so that nobody reads more into it than it holds.

use super::Telling;

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
    /// The words for a probability, of those that are left by what such forecasts told.
    pub(crate) fn of(probability: f64, telling: Telling) -> Self {
        match probability {
            _ if telling == Telling::Untried => Self::CannotTell,
            p if p >= 0.85 => Self::VeryLikely,
            p if p <= 0.15 => Self::VeryUnlikely,
            _ if telling == Telling::Little => Self::CannotTell,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bounds_belong_to_the_words() {
        let words = |p| Likelihood::of(p, Telling::Much);
        assert_eq!([0.85, 0.65, 0.35, 0.15, 0.5].map(words), {
            use Likelihood::{CannotTell, Likely, Unlikely, VeryLikely, VeryUnlikely};
            [VeryLikely, Likely, Unlikely, VeryUnlikely, CannotTell]
        });
    }

    #[test]
    fn where_an_outlook_tells_little_only_the_strong_words_are_left() {
        assert_eq!(Likelihood::of(0.7, Telling::Little), Likelihood::CannotTell);
        assert_eq!(Likelihood::of(0.3, Telling::Little), Likelihood::CannotTell);
        assert_eq!(Likelihood::of(0.9, Telling::Little), Likelihood::VeryLikely);
    }

    #[test]
    fn where_no_outlook_was_put_to_the_test_none_is_left() {
        assert_eq!(
            [0.01, 0.5, 0.99].map(|p| Likelihood::of(p, Telling::Untried)),
            [Likelihood::CannotTell; 3]
        );
    }
}
