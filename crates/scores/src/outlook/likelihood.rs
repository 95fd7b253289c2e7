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
    /// The words for a probability; only the strong ones are left where such forecasts tell little, as
    /// [`Look::telling`](super::Look::telling) says.
    pub(crate) fn of(probability: f64, telling: bool) -> Self {
        match probability {
            p if p >= 0.85 => Self::VeryLikely,
            p if p <= 0.15 => Self::VeryUnlikely,
            _ if !telling => Self::CannotTell,
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
        let words = |p| Likelihood::of(p, true);
        assert_eq!([0.85, 0.65, 0.35, 0.15, 0.5].map(words), {
            use Likelihood::{CannotTell, Likely, Unlikely, VeryLikely, VeryUnlikely};
            [VeryLikely, Likely, Unlikely, VeryUnlikely, CannotTell]
        });
    }

    #[test]
    fn where_an_outlook_tells_little_only_the_strong_words_are_left() {
        assert_eq!(Likelihood::of(0.7, false), Likelihood::CannotTell);
        assert_eq!(Likelihood::of(0.3, false), Likelihood::CannotTell);
        assert_eq!(Likelihood::of(0.9, false), Likelihood::VeryLikely);
    }
}
