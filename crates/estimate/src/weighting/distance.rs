//! How far weights may go to meet totals: the functions F that turn x'η into a factor. Source: Deville and Särndal
//! (1992), cases 1, 2 and 6.

use serde::{Deserialize, Serialize};

/// A distance between the old weights and the new.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Distance {
    /// F(u) = 1 + u, clipped to the bounds.
    Linear,
    /// F(u) = eᵘ, clipped to the bounds.
    Raking,
    /// F between finite bounds, by the logistic function.
    Logit,
}

impl Distance {
    /// F(u) and its derivative.
    pub(super) fn factor(self, u: f64, (low, high): (f64, f64)) -> (f64, f64) {
        let clipped = |g: f64, slope: f64| {
            if g < low {
                (low, 0.0)
            } else if g > high {
                (high, 0.0)
            } else {
                (g, slope)
            }
        };
        match self {
            Self::Linear => clipped(1.0 + u, 1.0),
            Self::Raking => clipped(u.exp(), u.exp()),
            Self::Logit => {
                let a = (high - low) / ((1.0 - low) * (high - 1.0));
                // Written with e^{−|Au|}, so that neither end overflows.
                let e = (-(a * u).abs()).exp();
                let (up, down) = if u > 0.0 { (1.0, e) } else { (e, 1.0) };
                let (ups, downs) = ((1.0 - low) * up, (high - 1.0) * down);
                let g = (low * downs + high * ups) / (downs + ups);
                (g, a * (g - low) * (high - g) / (high - low))
            }
        }
    }
}
