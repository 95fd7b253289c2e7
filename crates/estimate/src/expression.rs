//! Smooth functions of weighted totals: what a mean, a ratio, a contrast and an index have in common.
//!
//! A statistic θ = g(T), T_j = Σ_k w_k a_kj, is written once, as an expression; its value in any replicate is g at the
//! replicate's totals, and its linearised influence is z_k = Σ_j ∂g/∂T_j w_k a_kj (Taylor linearisation: Woodruff
//! 1971, *JASA* 66), with derivatives taken backwards through the expression.

/// A function of totals.
#[derive(Debug, Clone, PartialEq)]
pub enum Expression {
    /// The total of that number.
    Total(usize),
    /// A constant.
    Number(f64),
    /// Terms with coefficients, added.
    Sum(Vec<(f64, Expression)>),
    /// A product of two.
    Product(Box<Expression>, Box<Expression>),
    /// A quotient of two.
    Quotient(Box<Expression>, Box<Expression>),
    /// The natural logarithm.
    Log(Box<Expression>),
    /// The exponential.
    Exp(Box<Expression>),
    /// The square root.
    Root(Box<Expression>),
}

impl Expression {
    /// T_top / T_bottom.
    pub fn ratio(top: usize, bottom: usize) -> Self {
        Self::Total(top).over(Self::Total(bottom))
    }

    /// This times another.
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        Self::Product(self.into(), other.into())
    }

    /// This over another.
    #[must_use]
    pub fn over(self, other: Self) -> Self {
        Self::Quotient(self.into(), other.into())
    }

    /// This less another.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self::Sum(vec![(1.0, self), (-1.0, other)])
    }

    /// This multiplied with a number.
    #[must_use]
    pub fn scaled(self, by: f64) -> Self {
        Self::Sum(vec![(by, self)])
    }

    /// The value at these totals; NaN where it does not exist.
    pub fn value(&self, totals: &[f64]) -> f64 {
        let value = match self {
            Self::Total(at) => totals[*at],
            Self::Number(number) => *number,
            Self::Sum(terms) => terms.iter().map(|(by, term)| by * term.value(totals)).sum(),
            Self::Product(a, b) => a.value(totals) * b.value(totals),
            Self::Quotient(a, b) => a.value(totals) / b.value(totals),
            Self::Log(a) => a.value(totals).ln(),
            Self::Exp(a) => a.value(totals).exp(),
            Self::Root(a) => a.value(totals).sqrt(),
        };
        if value.is_finite() { value } else { f64::NAN }
    }

    /// The values at `count` sets of totals, of which each number has its own list; NaN where one does not exist.
    pub fn values(&self, totals: &[Vec<f64>], count: usize) -> Vec<f64> {
        let each = |a: &Self, of: fn(f64) -> f64| {
            let mut values = a.values(totals, count);
            values.iter_mut().for_each(|value| *value = of(*value));
            values
        };
        let both = |a: &Self, b: &Self, of: fn(f64, f64) -> f64| {
            let mut values = a.values(totals, count);
            values.iter_mut().zip(b.values(totals, count)).for_each(|(a, b)| *a = of(*a, b));
            values
        };
        let mut values = match self {
            Self::Total(at) => totals[*at].clone(),
            Self::Number(number) => vec![*number; count],
            Self::Sum(terms) => terms.iter().fold(vec![0.0; count], |mut sums, (by, term)| {
                sums.iter_mut().zip(term.values(totals, count)).for_each(|(sum, term)| *sum += by * term);
                sums
            }),
            Self::Product(a, b) => both(a, b, |a, b| a * b),
            Self::Quotient(a, b) => both(a, b, |a, b| a / b),
            Self::Log(a) => each(a, f64::ln),
            Self::Exp(a) => each(a, f64::exp),
            Self::Root(a) => each(a, f64::sqrt),
        };
        values.iter_mut().filter(|value| !value.is_finite()).for_each(|value| *value = f64::NAN);
        values
    }

    /// Adds `weight` times the derivative by each total to `gradient`.
    pub fn differentiate(&self, totals: &[f64], weight: f64, gradient: &mut [f64]) {
        match self {
            Self::Total(at) => gradient[*at] += weight,
            Self::Number(_) => {}
            Self::Sum(terms) => {
                for (by, term) in terms {
                    term.differentiate(totals, weight * by, gradient);
                }
            }
            Self::Product(a, b) => {
                a.differentiate(totals, weight * b.value(totals), gradient);
                b.differentiate(totals, weight * a.value(totals), gradient);
            }
            Self::Quotient(a, b) => {
                let bottom = b.value(totals);
                a.differentiate(totals, weight / bottom, gradient);
                b.differentiate(totals, -weight * (a.value(totals) / bottom) / bottom, gradient);
            }
            Self::Log(a) => a.differentiate(totals, weight / a.value(totals), gradient),
            Self::Exp(a) => a.differentiate(totals, weight * a.value(totals).exp(), gradient),
            Self::Root(a) => a.differentiate(totals, weight / (2.0 * a.value(totals).sqrt()), gradient),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Expression::{Exp, Log, Number, Root, Total};

    #[test]
    fn derivatives_agree_with_differences() {
        let ratio = Expression::ratio(0, 1);
        let expression = Log(Root(Box::new(ratio.clone().times(Total(2)))).into())
            .minus(Exp(Box::new(ratio.scaled(0.1))))
            .over(Number(3.0).times(Total(1)));
        let at = [2.0, 3.0, 5.0];
        let mut gradient = [0.0; 3];
        expression.differentiate(&at, 1.0, &mut gradient);
        for j in 0..3 {
            let moved = |by: f64| {
                let mut totals = at;
                totals[j] += by;
                expression.value(&totals)
            };
            let difference = (moved(1e-6) - moved(-1e-6)) / 2e-6;
            assert!((gradient[j] - difference).abs() < 1e-8, "{j}: {} {difference}", gradient[j]);
        }
        let lists = [vec![2.0, 0.0], vec![3.0, 1.0], vec![5.0, 1.0]];
        let values = expression.values(&lists, 2);
        assert_eq!(values[0], expression.value(&at));
        assert!(values[1].is_nan() && expression.value(&[0.0, 1.0, 1.0]).is_nan());
    }

    #[test]
    fn what_does_not_exist_is_not_a_number() {
        assert!(Expression::ratio(0, 1).value(&[1.0, 0.0]).is_nan());
        assert!(Log(Total(0).into()).value(&[-1.0]).is_nan());
    }
}
