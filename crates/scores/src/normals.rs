//! Seeded normal draws: the same numbers for a seed and a stream, whatever else is drawn and on however many threads.
//!
//! ChaCha is counter-based: stream 17 can be drawn without the sixteen before it, so each draw of a country has a
//! stream of its own and the order in which threads take them does not matter.

use rand_chacha::ChaCha8Rng;
use rand_core::{Rng, SeedableRng};

/// A stream of independent standard normal numbers.
#[derive(Debug)]
pub(crate) struct Normals {
    chacha: ChaCha8Rng,
    spare: Option<f64>,
    sign: f64,
}

impl Normals {
    /// The stream of this number under a seed.
    pub(crate) fn new(seed: u64, stream: u64) -> Self {
        let mut chacha = ChaCha8Rng::seed_from_u64(seed);
        chacha.set_stream(stream);
        Self { chacha, spare: None, sign: 1.0 }
    }

    /// The same stream with every normal number's sign turned, where `mirrored`: a pair of the two is as good as
    /// several draws, since what one overstates the other understates.
    pub(crate) fn mirrored(seed: u64, stream: u64, mirrored: bool) -> Self {
        Self { sign: if mirrored { -1.0 } else { 1.0 }, ..Self::new(seed, stream) }
    }

    /// A number between 0 and 1, neither of them.
    pub(crate) fn uniform(&mut self) -> f64 {
        ((self.chacha.next_u64() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    /// The next normal number (Box and Muller 1958: two at a time, the second kept).
    pub(crate) fn next(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        let radius = libm::sqrt(-2.0 * libm::log(self.uniform()));
        let (sine, cosine) = libm::sincos(std::f64::consts::TAU * self.uniform());
        self.spare = Some(self.sign * radius * sine);
        self.sign * radius * cosine
    }

    /// Fills a slice.
    pub(crate) fn fill(&mut self, into: &mut [f64]) {
        into.fill_with(|| self.next());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_have_the_moments_of_a_normal_distribution() {
        let mut normals = Normals::new(1, 0);
        let draws: Vec<f64> = (0..200_000).map(|_| normals.next()).collect();
        let mean = |power: i32| draws.iter().map(|x| x.powi(power)).sum::<f64>() / draws.len() as f64;
        for (power, exact, within) in [(1, 0.0, 0.01), (2, 1.0, 0.02), (3, 0.0, 0.05), (4, 3.0, 0.1)] {
            assert!((mean(power) - exact).abs() < within, "moment {power}: {}", mean(power));
        }
    }

    #[test]
    fn a_stream_is_the_same_each_time_and_no_other_one() {
        let first = |seed, stream| Normals::new(seed, stream).next();
        assert_eq!(first(1, 7), first(1, 7));
        assert_ne!(first(1, 7), first(1, 8));
        assert_ne!(first(1, 7), first(2, 7));
    }

    #[test]
    fn the_first_numbers_are_these_on_every_machine() {
        let mut normals = Normals::new(1, 3);
        assert_eq!([normals.next(), normals.next()].map(f64::to_bits), FIRST);
    }

    const FIRST: [u64; 2] = [13_825_834_534_175_403_805, 13_830_055_810_761_220_920];
}
